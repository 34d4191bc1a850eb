"""Set what is written on by hand in clear print: boxes to tick, room to write, signatures."""

from collections.abc import Sequence

from coprod_desktop.documents.editions.frame import Frame
from coprod_desktop.documents.editions.voice import said
from coprod_desktop.documents.images import read_image
from coprod_desktop.documents.lines import Block, set_block, set_name_block
from coprod_desktop.documents.page import Group, Piece
from coprod_desktop.documents.paper import Blank, Signature, Ticks
from coprod_desktop.documents.styles import MM, ROW_RULE, STRONG_RULE
from coprod_desktop.documents.tagging import Pen, figure
from coprod_desktop.i18n import _

_BOX = 5.2 * MM
_BOX_EDGE = 1.4
_TICK_TEXT = 9 * MM
_ROW = 9.6 * MM
_BLANK = 9.5 * MM
_SMALL_BLANK = (38 * MM, 8.5 * MM)
_PAD = 2.8 * MM
_GAP = 4 * MM
_HALF_GAP = 8 * MM
_SHORT = 8
_MOST_LABEL = 0.45
_HAND = 12 * MM
_SIGNATURE = (70 * MM, 16 * MM)
_LINE = 80 * MM
_DATE_BOX = (38 * MM, _HAND)
# Answers up to this height, in points, stand together: who chooses must see them all.
_WHOLE = 400.0
_LEAST_TO_SIGN = 55 * MM


# --- boxes to tick ------------------------------------------------------------------------------


def ticks(part: Ticks, frame: Frame) -> list[Piece]:
    """Set boxes to tick under one another; two short ones stand side by side."""
    group = Group("L")
    half = (frame.room - _HALF_GAP) / 2
    blanks = (*part.blanks, *(None,) * len(part.texts))
    boxes = [
        _Tick(text, blank, frame, frame.room)
        for text, blank in zip(part.texts, blanks, strict=False)
    ]
    if len(boxes) == 2 and all(box.is_within(half) for box in boxes):
        return [_row_of(boxes, (frame.left, frame.left + half + _HALF_GAP), group)]
    rows = [_row_of([box], (frame.left,), group) for box in boxes]
    is_whole = sum(row.height for row in rows) < _WHOLE
    return [*(row._replace(is_kept=is_whole) for row in rows[:-1]), *rows[-1:]]


class _Tick:
    """A box, what it stands for, and room to write where there is any."""

    def __init__(self, text: str, blank: str | None, frame: Frame, room: float) -> None:
        self.text = set_block(text, frame.look.body, room - _TICK_TEXT)
        self.blank = blank
        self._style = frame.look.body
        beside = _TICK_TEXT + self.text.width + 3 * MM + _SMALL_BLANK[0]
        self.is_beside = blank is not None and len(self.text.lines) == 1 and beside <= room
        self.height = max(_ROW, self.text.height + _ROW - self._style.leading)
        if blank is not None and not self.is_beside:
            self.height += _SMALL_BLANK[1]

    def is_within(self, room: float) -> bool:
        """Say whether it fits on one line of this width."""
        is_short = len(self.text.lines) == 1 and _TICK_TEXT + self.text.width <= room
        return is_short and self.blank is None

    def paint(self, pen: Pen, x: float, top: float) -> None:
        """Draw the box, the words and the room to write."""
        leading = self._style.leading
        top += (_ROW - leading) / 2
        pen.begin("LI")
        pen.begin("Lbl")
        paint_tick_box(pen, x, top + (leading - _BOX) / 2)
        pen.end()
        with pen.marked("LBody"):
            pen.block(self.text, x + _TICK_TEXT, top)
            if self.blank:
                left, down = self._blank_at(x, top)
                sign = set_block(self.blank, self._style, _SMALL_BLANK[0])
                pen.block(sign, left + _PAD, down + (_SMALL_BLANK[1] - leading) / 2)
        pen.end()
        if self.blank is not None:
            paint_box(pen, *self._blank_at(x, top), _SMALL_BLANK)

    def _blank_at(self, x: float, top: float) -> tuple[float, float]:
        left = x + _TICK_TEXT
        if self.is_beside:
            down = (self._style.leading - _SMALL_BLANK[1]) / 2
            return left + self.text.width + 3 * MM, top + down
        return left, top + self.text.height


def _row_of(boxes: Sequence[_Tick], lefts: Sequence[float], group: Group) -> Piece:
    def paint(pen: Pen, top: float) -> None:
        for box, left in zip(boxes, lefts, strict=True):
            box.paint(pen, left, top)

    return Piece(max(box.height for box in boxes), paint, groups=(group,))


def paint_tick_box(pen: Pen, x: float, top: float, size: float = _BOX) -> None:
    """Draw an empty box to tick as a figure."""
    foot = pen.height - top - size
    inset = _BOX_EDGE / 2
    edge = size - _BOX_EDGE
    says = said(lambda: _("A box to tick"))
    with pen.marked("Figure", figure(says, (x, foot, x + size, foot + size))):
        square = f"{x + inset:.2f} {foot + inset:.2f} {edge:.2f} {edge:.2f}"
        pen.draw(f"{_BOX_EDGE} w {square} re S")


def paint_box(pen: Pen, x: float, top: float, size: tuple[float, float]) -> None:
    """Draw a box to write in, for the eye only."""
    length, height = size
    with pen.artefact():
        outline = f"{x:.2f} {pen.height - top - height:.2f} {length:.2f} {height:.2f} re S"
        pen.draw(f"{STRONG_RULE} w {outline}")


# --- room to write ------------------------------------------------------------------------------


def blanks(parts: Sequence[Blank], frame: Frame) -> list[Piece]:
    """Set rooms to write under one another, those for a sum or a number two in a row."""
    half = (frame.room - _HALF_GAP) / 2
    if len(parts) > 1 and all(_is_short(part, frame, half) for part in parts):
        return [_pair(parts[at : at + 2], frame, half) for at in range(0, len(parts), 2)]
    labels = [set_block(part.label, frame.look.strong, frame.room) for part in parts]
    most = _MOST_LABEL * frame.room
    beside = max((label.width for label in labels if label.width <= most), default=0.0)
    return [
        _wide(part, label, frame, beside if part.lines == 1 and label.width <= most else 0.0)
        for part, label in zip(parts, labels, strict=True)
    ]


def _is_short(part: Blank, frame: Frame, half: float) -> bool:
    """Say whether a room is for a sum or a number: a sign stands in it, as "£" or "minutes"."""
    label = set_block(part.label, frame.look.body, frame.room)
    is_sign = all(_is_sign(text) for text in part.filled.split("\n"))
    return part.lines == 1 and is_sign and label.width <= half - _SMALL_BLANK[0] - _GAP


def _is_sign(text: str) -> bool:
    return len(text) == 1 or (text.islower() and len(text) <= _SHORT)


def _pair(parts: Sequence[Blank], frame: Frame, half: float) -> Piece:
    """Set two rooms beside each other, the sign of each inside it."""
    style = frame.look.body
    width = _SMALL_BLANK[0]
    sides = [
        (set_block(part.label, style, half - width - _GAP), set_block(part.filled, style, width))
        for part in parts
    ]
    room = _BLANK - style.leading
    height = max(block.height + room for side in sides for block in side)

    def paint(pen: Pen, top: float) -> None:
        for number, (label, sign) in enumerate(sides):
            x = frame.left + number * (half + _HALF_GAP)
            box_x = x + half - width
            # A sum begins with its sign; a number ends with what it counts.
            is_after = len(parts[number].filled) > 1
            with pen.marked("P"):
                pen.block(label, x, top + (height - label.height) / 2)
                right = width - 2 * _PAD if is_after else 0.0
                pen.block(sign, box_x + _PAD, top + (height - sign.height) / 2, right)
            paint_box(pen, box_x, top, (width, height))

    return Piece(height + 2 * MM, paint)


def _wide(part: Blank, label: Block, frame: Frame, beside: float) -> Piece:
    """Set a room as wide as is left beside its label, or below it."""
    style = frame.look.body
    x = beside + _GAP if beside else 0.0
    above = 0.0 if beside else label.height + 0.8 * MM
    size = (frame.room - x, max(1, part.lines) * _BLANK)
    filled = set_block(part.filled, style, size[0] - 2 * _PAD)
    tall = label.height if beside else 0.0
    size = (size[0], max(size[1], max(filled.height, tall) + _BLANK - style.leading))
    down = (_BLANK - style.leading) / 2

    def paint(pen: Pen, top: float) -> None:
        with pen.marked("P"):
            pen.block(label, frame.left, top + (down if beside else 0.0))
            if part.filled:
                pen.block(filled, frame.left + x + _PAD, top + above + down)
        paint_box(pen, frame.left + x, top + above, size)

    return Piece(above + size[1] + 2 * MM, paint)


# --- signatures ---------------------------------------------------------------------------------


def signature(part: Signature, frame: Frame) -> list[Piece]:
    """Set a signature already made, a line under room for a hand, or boxes to sign and date in.

    Raises LetterMissingError for a name we cannot print.
    """
    if part.name or part.picture:
        return [_signed(part, frame)]
    return [_to_sign(part, frame)]


def _signed(part: Signature, frame: Frame) -> Piece:
    """Set the picture of a signature, or a line to sign on, over the name and the role."""
    name = set_name_block(part.name, frame.look.strong, frame.room)
    role = set_block(part.role, frame.look.body, frame.room)
    blocks = [block for block, text in ((name, part.name), (role, part.role)) if text]
    picture = read_image(part.picture).size(*_SIGNATURE) if part.picture else (0.0, 0.0)
    hand = picture[1] + 1.5 * MM if part.picture else _HAND + 1.5 * MM

    def paint(pen: Pen, top: float) -> None:
        if part.picture:
            whose = part.name or part.role
            says = said(lambda: _("Signature of {name}").format(name=whose))
            pen.picture(part.picture, frame.left, top, picture, says)
        else:
            pen.rule(frame.left, top + _HAND, min(_LINE, frame.room), ROW_RULE)
        top += hand
        for block in blocks:
            with pen.marked("P"):
                pen.block(block, frame.left, top)
            top += block.height

    return Piece(hand + sum(block.height for block in blocks), paint)


def _to_sign(part: Signature, frame: Frame) -> Piece:
    """Set a box to sign in and one for the date, under one another where there is little room."""
    style = frame.look.strong
    role = set_block(part.role or said(lambda: _("Signature")), style, frame.room * 0.35)
    date = set_block(said(lambda: _("Date")), style, frame.room * 0.2)
    before = role.width + _GAP
    beside = frame.room - before - _HALF_GAP - date.width - _GAP - _DATE_BOX[0]
    is_beside = beside >= _LEAST_TO_SIGN
    size = (beside if is_beside else frame.room - before, _HAND)
    tall = max(_HAND, role.height)
    height = tall if is_beside else tall + 2 * MM + _HAND
    date_x = frame.left + (before + beside + _HALF_GAP if is_beside else 0.0)
    box_x = date_x + date.width + _GAP if is_beside else frame.left + before

    def paint(pen: Pen, top: float) -> None:
        date_top = top if is_beside else top + tall + 2 * MM
        for block, x, at in ((role, frame.left, top), (date, date_x, date_top)):
            with pen.marked("P"):
                pen.block(block, x, at + (_HAND - block.height) / 2)
        paint_box(pen, frame.left + before, top, size)
        paint_box(pen, box_x, date_top, _DATE_BOX)

    return Piece(height, paint)
