"""Lay the parts of a paper on pages, never splitting one item over two of them."""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from coprod_desktop.documents.lines import Block, set_block
from coprod_desktop.documents.styles import BODY, MM, ROW_RULE, Style
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.i18n import _

# A paragraph higher than this, in points, may go on over the page's end.
_LONG = 350.0
_LINES_TOGETHER = 3


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Group:
    """An element that holds several pieces, perhaps on several pages: a table, a list.

    `extra` is what else its element says, as its language.
    """

    tag: str
    extra: str = ""


class Piece(NamedTuple):
    """A part of a paper that stays whole; `height` and `space` before it are in points.

    `paint` draws it below a distance from the top of the page. `is_kept` keeps it with the next
    piece. `rule` is the thickness of the rule over it, left out at the top of a page. `head` is
    drawn again over it where it begins a page.
    """

    height: float
    paint: Callable[[Pen, float], None]
    space: float = 0.0
    groups: tuple[Group, ...] = ()
    is_kept: bool = False
    rule: float = 0.0
    head: "Piece | None" = None


class Sheet(NamedTuple):
    """A page's size and margin in points, the size of its foot, and where its text may stand.

    `foot_rule` is the thickness of the rule over the foot, in points.
    """

    size: tuple[float, float]
    margin: float
    foot_from_edge: float
    foot_style: Style = BODY
    foot_rule: float = ROW_RULE

    @property
    def room(self) -> float:
        """The width between the margins, in points."""
        return self.size[0] - 2 * self.margin

    @property
    def foot_top(self) -> float:
        """Where the rule over the foot is, in points from the top of the page."""
        return self.size[1] - self.foot_from_edge - self.foot_style.leading - 2.2 * MM

    @property
    def bottom(self) -> float:
        """Where the text must end, in points from the top of the page."""
        return self.foot_top - 3 * MM


_Placed = list[tuple[Piece, float]]
# Draw the foot of a page, given its number and how many there are.
Foot = Callable[[Pen, int, int], None]


def compose(pieces: Iterable[Piece], top: float, next_top: float, bottom: float) -> list[_Placed]:
    """Say which piece stands where on which page, in points from the top of the page."""
    pages: list[_Placed] = [[]]
    at = top
    for chain in _chains(pieces):
        needed = sum(piece.space + piece.height for piece in chain)
        if pages[-1] and at + needed > bottom:
            pages.append([])
            at = next_top
        for piece in chain:
            if pages[-1] and at + piece.space + piece.height > bottom:
                pages.append([])
                at = next_top
            if not pages[-1] and piece.head and len(pages) > 1:
                pages[-1].append((piece.head, at))
                at += piece.head.height
            elif pages[-1]:
                at += piece.space
            pages[-1].append((piece, at))
            at += piece.height
    return pages


def _chains(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Gather the pieces that stay together."""
    chain: list[Piece] = []
    for piece in pieces:
        chain.append(piece)
        if not piece.is_kept:
            yield chain
            chain = []
    if chain:
        yield chain


def print_pages(
    pen: Pen,
    sheet: Sheet,
    pages: Sequence[_Placed],
    foot: str | Foot,
    repeat: Callable[[Pen], None] | None = None,
) -> bytes:
    """Draw the pages with their feet, `repeat` on each but the first, and return the file.

    `foot` is what stands at the left of the page's number, or draws the whole foot.
    """
    open_groups: list[Group] = []
    for number, page in enumerate(pages, 1):
        if number > 1:
            pen.next_page()
            if repeat:
                with pen.repeated():
                    repeat(pen)
        for place, (piece, top) in enumerate(page):
            if piece.rule and place:
                pen.rule(sheet.margin, top, sheet.room, piece.rule)
            _paint(pen, piece, top, open_groups, is_repeat=place == 0 and number > 1)
        with pen.repeated():
            if isinstance(foot, str):
                print_foot(pen, sheet, foot, number, len(pages))
            else:
                foot(pen, number, len(pages))
    _open(pen, open_groups, ())
    return pen.finish()


def _paint(pen: Pen, piece: Piece, top: float, opened: list[Group], *, is_repeat: bool) -> None:
    """Draw a piece inside its groups; a head drawn again is for the eye only."""
    if is_repeat and piece.groups and piece.groups[-1] is HEAD_AGAIN:
        with pen.repeated():
            piece.paint(pen, top)
        return
    _open(pen, opened, piece.groups)
    piece.paint(pen, top)


def _open(pen: Pen, opened: list[Group], wanted: tuple[Group, ...]) -> None:
    """Close the groups that end here and open the ones that begin."""
    shared = 0
    while shared < min(len(opened), len(wanted)) and opened[shared] is wanted[shared]:
        shared += 1
    while len(opened) > shared:
        opened.pop()
        pen.end()
    for group in wanted[shared:]:
        pen.begin(group.tag, group.extra)
        opened.append(group)


HEAD_AGAIN = Group("HeadAgain")


def print_foot(pen: Pen, sheet: Sheet, foot: str, number: int, count: int) -> None:
    """Draw a rule, the foot below it, and the page's number at the right."""
    text = _("Page {number} of {count}").format(number=number, count=count)
    top = sheet.foot_top
    pen.rule(sheet.margin, top, sheet.room, sheet.foot_rule)
    top += 2.2 * MM
    pen.block(set_block(foot, sheet.foot_style, sheet.room * 0.7), sheet.margin, top)
    pages = set_block(text, sheet.foot_style, sheet.room * 0.3)
    pen.block(pages, sheet.margin, top, sheet.room)


def text_pieces(
    block: Block, x: float, *, tag: str = "P", space: float = 0.0, groups: tuple[Group, ...] = ()
) -> list[Piece]:
    """Make pieces of a text: one, or for a very long one several of a few lines each."""
    if block.height < _LONG:
        return [Piece(block.height, _painter(block, x, tag), space=space, groups=groups)]
    whole = Group(tag)
    pieces = []
    for start in range(0, len(block.lines), _LINES_TOGETHER):
        part = Block(block.lines[start : start + _LINES_TOGETHER], block.style)
        paint = _painter(part, x, "")
        before = 0.0 if start else space
        pieces.append(Piece(part.height, paint, space=before, groups=(*groups, whole)))
    return pieces


def _painter(block: Block, x: float, tag: str) -> Callable[[Pen, float], None]:
    def paint(pen: Pen, top: float) -> None:
        with pen.marked(tag) if tag else pen.content():
            pen.block(block, x, top)

    return paint
