"""Set bars of time under one another in clear print, each with its numbers beside it."""

from coprod_desktop.documents.editions.clear_parts import texts
from coprod_desktop.documents.editions.frame import Frame
from coprod_desktop.documents.editions.voice import said
from coprod_desktop.documents.figures import draw_paid, draw_unpaid
from coprod_desktop.documents.lines import Block, set_block
from coprod_desktop.documents.page import Group, Piece
from coprod_desktop.documents.paper import Chart, Stripe
from coprod_desktop.documents.spoken import short_hours
from coprod_desktop.documents.styles import HATCH_LINE, HATCH_PITCH, MM, Style
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.i18n import _

_GAP = 4 * MM
_BETWEEN = 1.8 * MM
_BAR_SHARE = 0.8  # of the height of a line
_LEAST = 1.5  # points that even a minute is long
_MOST_LABEL = 0.42


def chart(part: Chart, frame: Frame) -> list[Piece]:
    """Set a chart: what it is of, a bar for paid and one for unpaid time, and both numbers."""
    if not part.stripes:
        return []
    setter = _Setter(part, frame)
    group = Group("L")
    pieces = [
        setter.piece(stripe, group)._replace(space=_BETWEEN if number else 0.0, is_kept=True)
        for number, stripe in enumerate(part.stripes)
    ]
    says = texts((part.says,), frame)
    if not says:
        pieces[-1] = pieces[-1]._replace(is_kept=False)
    return [*pieces, *(piece._replace(space=_BETWEEN) for piece in says)]


class _Setter:
    """Set stripes to one scale: every minute has the same length, paid or unpaid."""

    def __init__(self, part: Chart, frame: Frame) -> None:
        self._frame = frame
        self._has_unpaid = any(stripe.minutes_unpaid for stripe in part.stripes)
        self._style: Style = frame.look.small if self._has_unpaid else frame.look.body
        most = _MOST_LABEL * frame.room
        self._label_room = max(self._label(stripe, most).width for stripe in part.stripes) + 0.1
        numbers = [block for stripe in part.stripes for block in self._numbers(stripe)]
        number_room = max(block.width for block in numbers)
        self._bar_x = frame.left + self._label_room + _GAP
        self._bar_room = frame.room - self._label_room - number_room - 2 * _GAP
        self._most = max(max(one.minutes_paid, one.minutes_unpaid) for one in part.stripes) or 1

    def piece(self, stripe: Stripe, group: Group) -> Piece:
        """Set one stripe, which stays whole."""
        label = self._label(stripe, self._label_room)
        numbers = self._numbers(stripe)
        tops = [sum(block.height for block in numbers[:at]) for at in range(len(numbers))]
        height = max(label.height, sum(block.height for block in numbers))

        def paint(pen: Pen, top: float) -> None:
            pen.begin("LI")
            with pen.marked("Lbl"):
                pen.block(label, self._frame.left, top)
            with pen.artefact():
                for block, down, is_paid in zip(numbers, tops, (True, False), strict=False):
                    minutes = stripe.minutes_paid if is_paid else stripe.minutes_unpaid
                    self._paint_bar(pen, top + down, block.height, minutes, is_paid=is_paid)
            with pen.marked("LBody"):
                for block, down in zip(numbers, tops, strict=True):
                    pen.block(block, self._frame.left, top + down, self._frame.room)
            pen.end()

        return Piece(height, paint, groups=(group,))

    def _paint_bar(
        self, pen: Pen, top: float, height: float, minutes: int, *, is_paid: bool
    ) -> None:
        """Draw a bar in the middle of a height; both kinds are equally high."""
        if not minutes:
            return
        length = max(_LEAST, self._bar_room * minutes / self._most)
        size = (length, _BAR_SHARE * self._style.leading)
        top += (height - size[1]) / 2
        if is_paid:
            draw_paid(pen, self._bar_x, top, size)
        else:
            draw_unpaid(pen, self._bar_x, top, size, HATCH_PITCH, HATCH_LINE)

    def _label(self, stripe: Stripe, room: float) -> Block:
        return set_block(stripe.label, self._style, room)

    def _numbers(self, stripe: Stripe) -> list[Block]:
        """Set the time of each bar, with its word where there are two."""
        worded = [said(lambda: short_hours(stripe.minutes_paid))]
        if self._has_unpaid:
            worded = [said(lambda: _paid(stripe)), said(lambda: _unpaid(stripe))]
        room = self._frame.room / 2
        return [set_block(text, self._style, room, is_figures=True) for text in worded]


def _paid(stripe: Stripe) -> str:
    return _("{hours} paid").format(hours=short_hours(stripe.minutes_paid))


def _unpaid(stripe: Stripe) -> str:
    return _("{hours} unpaid").format(hours=short_hours(stripe.minutes_unpaid))
