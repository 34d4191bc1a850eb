"""Set what a person fills in, in large letters: boxes to tick, room to write and to sign."""

from coprod_desktop.documents.editions.sizes import RULE, STRONG, Sizes
from coprod_desktop.documents.fonts import set_name, set_text
from coprod_desktop.documents.images import read_image
from coprod_desktop.documents.lines import Block, break_lines, set_block
from coprod_desktop.documents.page import Group, Piece
from coprod_desktop.documents.paper import Blank, Signature, Ticks
from coprod_desktop.documents.styles import MM
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.i18n import _

_BOX = 7 * MM
_BOX_INDENT = 12 * MM
_TICK_SPACE = 3.5 * MM
_FIELD = 46 * MM
_FIELD_HEIGHT = 12 * MM
_FIELD_PAD = 3 * MM
_LABEL = 64 * MM
_LINE = 14 * MM
_LINES_TOGETHER = 12
# Answers up to this height, in points, stand together: who chooses must see them all.
_WHOLE = 400.0
# What is counted, as "minutes", stands at the end of its box; a longer text fills it in.
_UNIT = 10
_HAND = 16 * MM
_SIGNATURE = (70 * MM, 16 * MM)


def ticks(part: Ticks, sizes: Sizes) -> list[Piece]:
    """Set boxes to tick under one another, with room to write after those that ask for it."""
    group = Group("L")
    signs = (*part.blanks, *(None,) * (len(part.texts) - len(part.blanks)))
    pieces = [_tick(said, sign, sizes, group) for said, sign in zip(part.texts, signs, strict=True)]
    is_whole = sum(piece.space + piece.height for piece in pieces) < _WHOLE
    return [*(piece._replace(is_kept=is_whole) for piece in pieces[:-1]), *pieces[-1:]]


def _tick(said: str, sign: str | None, sizes: Sizes, group: Group) -> Piece:
    left = sizes.left + _BOX_INDENT
    room = sizes.room - _BOX_INDENT
    block = set_block(said, sizes.body, room)
    is_beside = sign is None or (
        len(block.lines) == 1 and block.width + _FIELD_PAD + _FIELD <= room
    )
    height = block.height
    if sign is not None:
        height = max(height, _FIELD_HEIGHT) if is_beside else height + _FIELD_HEIGHT + 1 * MM
    text_top = (height - block.height) / 2 if is_beside else 0.0

    def paint(pen: Pen, top: float) -> None:
        pen.begin("LI")
        _outline(pen, sizes.left, top + text_top + (sizes.body.leading - _BOX) / 2, (_BOX, _BOX))
        with pen.marked("LBody"):
            pen.block(block, left, top + text_top)
            if sign is not None:
                x = left + block.width + _FIELD_PAD if is_beside else left
                _field(pen, sign, x, top + height - _FIELD_HEIGHT, _FIELD, sizes)
        pen.end()

    return Piece(height, paint, space=_TICK_SPACE, groups=(group,))


def blank(part: Blank, sizes: Sizes) -> list[Piece]:
    """Set room to write: a box beside its label, or lines below it."""
    label = set_block(part.label, sizes.strong, sizes.room)
    if part.lines > 1:
        return [_label(label, sizes), *_write_lines(part, sizes)]
    if len(label.lines) > 1 or label.width > _LABEL - _FIELD_PAD:
        return [_label(label, sizes), _box(part.filled, sizes.left, sizes.room, sizes)]
    box = _box(part.filled, sizes.left + _LABEL, sizes.room - _LABEL, sizes)

    def paint(pen: Pen, top: float) -> None:
        with pen.marked("P"):
            pen.block(label, sizes.left, top + (box.height - label.height) / 2)
        box.paint(pen, top)

    return [Piece(box.height, paint, space=sizes.between)]


def _label(label: Block, sizes: Sizes) -> Piece:
    def paint(pen: Pen, top: float) -> None:
        with pen.marked("P"):
            pen.block(label, sizes.left, top)

    return Piece(label.height, paint, space=sizes.between, is_kept=True)


def _write_lines(part: Blank, sizes: Sizes) -> list[Piece]:
    """Set lines to write on; what stands there already is on the first of them."""
    filled = set_block(part.filled, sizes.body, sizes.room)

    def paint(pen: Pen, top: float) -> None:
        pen.rule(sizes.left, top + _LINE, sizes.room, RULE)

    def paint_filled(pen: Pen, top: float) -> None:
        with pen.marked("P"):
            pen.block(filled, sizes.left, top)

    pieces = [Piece(_LINE, paint)] * part.lines
    if part.filled:
        pieces.insert(0, Piece(filled.height, paint_filled))
    is_whole = part.lines <= _LINES_TOGETHER
    return [*(piece._replace(is_kept=is_whole) for piece in pieces[:-1]), pieces[-1]]


def _box(filled: str, x: float, room: float, sizes: Sizes) -> Piece:
    """Set a box to write in, with what stands in it already."""
    block = set_block(filled, sizes.body, room - 2 * _FIELD_PAD)
    height = max(_FIELD_HEIGHT, block.height + 2 * MM)

    right = room - 2 * _FIELD_PAD if filled.islower() and len(filled) <= _UNIT else 0.0

    def paint(pen: Pen, top: float) -> None:
        _outline(pen, x, top, (room, height))
        if filled:
            with pen.marked("P"):
                pen.block(block, x + _FIELD_PAD, top + (height - block.height) / 2, right)

    return Piece(height, paint, space=1 * MM)


def _field(pen: Pen, sign: str, x: float, top: float, room: float, sizes: Sizes) -> None:
    """Draw a box with a sign in it, inside the words that are being drawn."""
    y = pen.height - top - _FIELD_HEIGHT
    pen.draw(f"{STRONG} w {x:.2f} {y:.2f} {room:.2f} {_FIELD_HEIGHT:.2f} re S")
    if sign:
        block = set_block(sign, sizes.body, room - 2 * _FIELD_PAD)
        pen.block(block, x + _FIELD_PAD, top + (_FIELD_HEIGHT - block.height) / 2)


def signature(part: Signature, sizes: Sizes) -> list[Piece]:
    """Set where somebody signs, or the signature that was made; raises LetterMissingError."""
    runs = set_text(part.role, sizes.strong.weight)
    if part.name:
        runs += set_text(" ", sizes.body.weight) + set_name(part.name)
    who = break_lines(runs, sizes.body, sizes.room)
    words = () if part.picture else (_("Signature"), _("Date"))
    below = [set_block(word, sizes.body, sizes.room / 2) for word in words]
    size = read_image(part.picture).size(*_SIGNATURE) if part.picture else (0.0, _HAND)
    says = _("The signature of {name}").format(name=part.name or part.role)
    height = who.height + size[1] + (sizes.body.leading + 1 * MM if below else 0.0)

    def paint(pen: Pen, top: float) -> None:
        if part.picture:
            pen.picture(part.picture, sizes.left, top, size, says)
            top += size[1]
        with pen.marked("P"):
            pen.block(who, sizes.left, top)
        if below:
            top += who.height + _HAND
            pen.rule(sizes.left, top, sizes.room, RULE)
            with pen.marked("P"):
                pen.block(below[0], sizes.left, top + 1 * MM)
            with pen.marked("P"):
                pen.block(below[1], sizes.left + sizes.room * 0.65, top + 1 * MM)

    return [Piece(height, paint, space=sizes.apart / 2)]


def _outline(pen: Pen, x: float, top: float, size: tuple[float, float]) -> None:
    with pen.artefact():
        box = f"{x:.2f} {pen.height - top - size[1]:.2f} {size[0]:.2f} {size[1]:.2f} re"
        pen.draw(f"{STRONG} w {box} S")
