"""Say where on the page parts of a paper are set, and in which letters."""

from typing import NamedTuple

from coprod_desktop.documents.fonts import Weight
from coprod_desktop.documents.opening import SHEET
from coprod_desktop.documents.page import Sheet
from coprod_desktop.documents.section import BODY_LEFT, BODY_ROOM
from coprod_desktop.documents.styles import (
    BODY,
    BODY_STRONG,
    HEADING,
    MM,
    NOTE,
    TABLE,
    TABLE_STRONG,
    TITLE,
    Style,
)


class Look(NamedTuple):
    """The letters of a paper and the space between its paragraphs, in points.

    `has_sides` says whether the heading of a section stands at its left, `has_tables` whether
    there is room for tables; without, their rows are records.
    """

    title: Style
    heading: Style
    body: Style
    strong: Style
    small: Style
    small_strong: Style
    note: Style
    between: float
    sheet: Sheet
    has_sides: bool
    has_tables: bool = True


class Frame(NamedTuple):
    """A part of the page: its left edge and its width in points, and its look."""

    look: Look
    left: float
    room: float
    is_side: bool = False


_LETTER = Style(12, 16.5)
_LETTER_STRONG = Style(12, 16.5, Weight.SEMIBOLD)

CLEAR = Frame(
    Look(
        title=TITLE,
        heading=HEADING,
        body=BODY,
        strong=BODY_STRONG,
        small=TABLE,
        small_strong=TABLE_STRONG,
        note=NOTE,
        between=1.6 * MM,
        sheet=SHEET,
        has_sides=True,
    ),
    SHEET.margin,
    SHEET.room,
)
# Beside the heading of a section.
CLEAR_SIDE = CLEAR._replace(left=BODY_LEFT, room=BODY_ROOM, is_side=True)
LETTER = Frame(
    Look(
        title=Style(14, 18, Weight.BOLD),
        heading=Style(14, 18, Weight.SEMIBOLD),
        body=_LETTER,
        strong=_LETTER_STRONG,
        small=TABLE,
        small_strong=TABLE_STRONG,
        note=NOTE,
        between=2.6 * MM,
        sheet=SHEET._replace(foot_style=_LETTER),
        has_sides=False,
    ),
    SHEET.margin,
    SHEET.room,
)
