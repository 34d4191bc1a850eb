"""The measures of the editions with large letters: large print, and Easy Read."""

from typing import NamedTuple

from coprod_desktop.documents.fonts import Weight
from coprod_desktop.documents.page import Sheet
from coprod_desktop.documents.styles import A4, MM, Style

TOP = 20 * MM
RULE = 0.75
STRONG = 1.5
BAR = 9 * MM
KEY = 6 * MM
KEY_GAP = 3 * MM


class Sizes(NamedTuple):
    """The letters of an edition, none smaller than 16 points, and its page.

    `between` paragraphs, and `apart` above a heading, are in points.
    """

    body: Style
    strong: Style
    heading: Style
    title: Style
    name: Style
    script: Style
    figure: Style
    sheet: Sheet
    between: float
    apart: float

    @property
    def left(self) -> float:
        """Where text begins, in points from the left of the page."""
        return self.sheet.margin

    @property
    def room(self) -> float:
        """The width of the text, in points."""
        return self.sheet.room


LARGE = Sizes(
    body=Style(18, 25),
    strong=Style(18, 25, Weight.SEMIBOLD),
    heading=Style(22, 29, Weight.BOLD),
    title=Style(28, 35, Weight.BOLD),
    name=Style(22, 32, Weight.SEMIBOLD),
    script=Style(22, 32),
    figure=Style(28, 36, Weight.BOLD),
    sheet=Sheet(A4, 20 * MM, 13 * MM, Style(18, 25), RULE),
    between=3.5 * MM,
    apart=8 * MM,
)
EASY = LARGE._replace(
    body=Style(18, 26),
    strong=Style(18, 26, Weight.SEMIBOLD),
    sheet=LARGE.sheet._replace(foot_style=Style(18, 26)),
)
