"""Set headings, paragraphs, lists and codes in large letters."""

from collections.abc import Sequence

from coprod_desktop.documents.editions.sizes import Sizes
from coprod_desktop.documents.fonts import Runs, set_text
from coprod_desktop.documents.lines import Block, break_lines, set_block
from coprod_desktop.documents.page import Group, Piece, text_pieces
from coprod_desktop.documents.paper import Code, Named
from coprod_desktop.documents.square_code import code_says, draw_code
from coprod_desktop.documents.styles import MM, Style
from coprod_desktop.documents.tagging import Pen

_BULLET = 8 * MM
_BULLET_SPACE = 1.5 * MM
_CODE = 34 * MM
_CODE_GAP = 8 * MM


def heading(text: str, sizes: Sizes, *, tag: str = "H2") -> list[Piece]:
    """Set a heading, which stays with what follows."""
    style = sizes.heading if tag == "H2" else sizes.strong
    block = set_block(text, style, sizes.room)
    space = sizes.apart if tag == "H2" else sizes.between
    pieces = text_pieces(block, sizes.left, tag=tag, space=space)
    return [piece._replace(is_kept=True) for piece in pieces]


def text(said: str, sizes: Sizes, style: Style | None = None) -> list[Piece]:
    """Set a paragraph; nothing where there are no words."""
    if not said.strip():
        return []
    block = set_block(said.strip(), style or sizes.body, sizes.room)
    return text_pieces(block, sizes.left, space=sizes.between)


def named(part: Named, sizes: Sizes) -> list[Piece]:
    """Set a paragraph that begins with what it is about."""
    runs = set_text(part.name, sizes.strong.weight)
    if part.text:
        runs += set_text(f" {part.text}", sizes.body.weight)
    block = break_lines(runs, sizes.body, sizes.room)
    return text_pieces(block, sizes.left, space=sizes.between)


def bullets(said: Sequence[str], sizes: Sizes) -> list[Piece]:
    """Set texts as a list."""
    group = Group("L")
    bullet = set_block("•", sizes.body, _BULLET)
    items: list[list[Piece]] = []
    for each in filter(None, map(str.strip, said)):
        space = _BULLET_SPACE if items else sizes.between
        runs = set_text(each, sizes.body.weight)
        items.append(item(bullet, runs, _BULLET, sizes, group, space=space))
    if len(items) > 1:  # none stands alone on a page, at the beginning or at the end
        for alone in (items[0], items[-2]):
            alone[-1] = alone[-1]._replace(is_kept=True)
    return [piece for pieces in items for piece in pieces]


def item(
    label: Block, runs: Runs, indent: float, sizes: Sizes, group: Group, *, space: float
) -> list[Piece]:
    """Set one item of a list with its label; a very long one goes on over the page's end."""
    parts = Group("LI")
    body = break_lines(runs, sizes.body, sizes.room - indent)

    def paint(pen: Pen, top: float) -> None:
        with pen.marked("Lbl"):
            pen.block(label, sizes.left, top)

    first = Piece(0.0, paint, space=space, groups=(group, parts), is_kept=True)
    rest = text_pieces(body, sizes.left + indent, tag="LBody", groups=(group, parts))
    return [first, *rest]


def code(part: Code, sizes: Sizes) -> list[Piece]:
    """Set a square code with what it says beside it."""
    left = sizes.left + _CODE + _CODE_GAP
    says = set_block(part.says, sizes.body, sizes.room - _CODE - _CODE_GAP)
    height = max(_CODE, says.height)
    alternative = code_says()  # the language of the paper is spoken only while it is set

    def paint(pen: Pen, top: float) -> None:
        draw_code(pen, part.content, sizes.left, top, _CODE, alternative)
        with pen.marked("P"):
            pen.block(says, left, top + (height - says.height) / 2)

    return [Piece(height, paint, space=sizes.apart)]
