"""Set the head of a paper in large letters: who it is from, what it is, for whom and when."""

from coprod_desktop.documents.editions.sizes import STRONG, Sizes
from coprod_desktop.documents.images import logo_size
from coprod_desktop.documents.lines import Block, set_block, set_name_block
from coprod_desktop.documents.page import Piece, text_pieces
from coprod_desktop.documents.paper import Letterhead, Notice, Opening
from coprod_desktop.documents.styles import MM
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.i18n import _

_LOGO = 15 * MM
_LOGO_GAP = 4 * MM
_SCRIPT_GAP = 5 * MM
_NOTICE_PAD = 2.5 * MM


def opening(part: Opening, sizes: Sizes, *, has_charity_number: bool = True) -> list[Piece]:
    """Set the head of a paper for a person; raises LetterMissingError for their name."""
    pieces = [_who_from(part.organisation, part.logo, sizes)]
    if part.charity_number and has_charity_number:
        charity = _("Registered charity {number}").format(number=part.charity_number)
        pieces += _plain(charity, sizes)
    title = set_block(part.title, sizes.title, sizes.room)
    pieces += text_pieces(title, sizes.left, tag="H1", space=5 * MM)
    if part.name:
        pieces.append(_name(part, sizes))
    if part.when:
        pieces += _plain(part.when, sizes)
    return _kept(pieces)


def letterhead(part: Letterhead, sizes: Sizes) -> list[Piece]:
    """Set the head of a letter, its lines under one another; raises LetterMissingError."""
    pieces = [_who_from(part.organisation, part.logo, sizes)]
    pieces += _lines(part.address, sizes)
    pieces.append(_rule(sizes, 3 * MM))
    pieces += _lines((part.day, part.number), sizes)
    pieces += _lines(part.to, sizes, space=sizes.between)
    title = set_name_block(part.title, sizes.heading, sizes.room)
    pieces += text_pieces(title, sizes.left, tag="H1", space=6 * MM)
    return _kept(pieces)


def notice(part: Notice, sizes: Sizes) -> list[Piece]:
    """Set what must be read first between two strong rules."""
    pieces = [_rule(sizes, _NOTICE_PAD)._replace(space=4 * MM)]
    pieces += text_pieces(set_block(part.heading, sizes.strong, sizes.room), sizes.left)
    for text in filter(None, map(str.strip, part.texts)):
        pieces += text_pieces(set_block(text, sizes.body, sizes.room), sizes.left, space=1 * MM)
    return _kept([*pieces, _rule(sizes, 0.0)._replace(space=_NOTICE_PAD)])


def _who_from(organisation: str, logo: bytes, sizes: Sizes) -> Piece:
    size = logo_size(logo, _LOGO)
    indent = size[0] + _LOGO_GAP if logo else 0.0
    name = set_name_block(organisation, sizes.strong, sizes.room - indent)
    height = max(size[1], name.height)

    def paint(pen: Pen, top: float) -> None:
        if logo:
            pen.picture(logo, sizes.left, top + (height - size[1]) / 2, size, organisation)
        with pen.marked("P"):
            pen.block(name, sizes.left + indent, top + (height - name.height) / 2)

    return Piece(height, paint)


def _name(part: Opening, sizes: Sizes) -> Piece:
    """Set the name and, after it or below it, the name in its own script."""
    name = set_name_block(part.name, sizes.name, sizes.room)
    script = Block((), sizes.script)
    if part.name_in_script:
        script = set_name_block(part.name_in_script, sizes.script, sizes.room)
    is_beside = len(name.lines) == 1 and name.width + _SCRIPT_GAP + script.width <= sizes.room
    x = sizes.left + (name.width + _SCRIPT_GAP if is_beside else 0.0)
    below = 0.0 if is_beside else name.height
    height = max(name.height, below + script.height)

    def paint(pen: Pen, top: float) -> None:
        with pen.marked("P"):
            pen.block(name, sizes.left, top)
        if part.name_in_script:
            with pen.marked("P"):
                pen.block(script, x, top + below)

    return Piece(height, paint, space=1 * MM)


def _plain(text: str, sizes: Sizes) -> list[Piece]:
    return text_pieces(set_block(text, sizes.body, sizes.room), sizes.left)


def _lines(lines: tuple[str, ...], sizes: Sizes, *, space: float = 0.0) -> list[Piece]:
    pieces: list[Piece] = []
    for line in filter(None, lines):
        block = set_name_block(line, sizes.body, sizes.room)
        pieces += text_pieces(block, sizes.left, space=0.0 if pieces else space)
    return pieces


def _rule(sizes: Sizes, height: float) -> Piece:
    """Draw a strong rule with room of a height below it, in points."""

    def paint(pen: Pen, top: float) -> None:
        pen.rule(sizes.left, top, sizes.room, STRONG)

    return Piece(height, paint, space=3 * MM)


def _kept(pieces: list[Piece]) -> list[Piece]:
    return [piece._replace(is_kept=True) for piece in pieces]
