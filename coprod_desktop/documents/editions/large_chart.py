"""Draw time as bars under one another in large letters, each with its numbers below it."""

from coprod_desktop.documents.editions.sizes import BAR, Sizes
from coprod_desktop.documents.figures import draw_paid, draw_unpaid
from coprod_desktop.documents.lines import set_block
from coprod_desktop.documents.page import Piece
from coprod_desktop.documents.paper import Chart, Stripe
from coprod_desktop.documents.styles import HATCH_LINE, HATCH_PITCH, MM
from coprod_desktop.documents.tagging import Pen, figure

_SPACE = 1.2 * MM
_LEAST = 1 * MM
# A chart up to this height, in points, stands whole on one page.
_WHOLE = 560.0


def chart(part: Chart, sizes: Sizes) -> list[Piece]:
    """Draw the bars to one measure; paid over unpaid, never end to end."""
    most = max((max(each.minutes_paid, each.minutes_unpaid) for each in part.stripes), default=0)
    pieces = [_stripe(each, most, sizes) for each in part.stripes]
    is_whole = sum(piece.space + piece.height for piece in pieces) < _WHOLE
    return [*(piece._replace(is_kept=is_whole) for piece in pieces[:-1]), *pieces[-1:]]


def _stripe(stripe: Stripe, most: int, sizes: Sizes) -> Piece:
    """Set a label, its bars and its numbers: one figure, whose words a reader hears once."""
    label = set_block(stripe.label, sizes.strong, sizes.room)
    says = set_block(stripe.says, sizes.body, sizes.room)
    bars = (stripe.minutes_paid > 0) + (stripe.minutes_unpaid > 0)
    height = label.height + bars * (BAR + _SPACE) + says.height
    words = f"{stripe.label}: {stripe.says}"

    def paint(pen: Pen, top: float) -> None:
        foot = pen.height - top - height
        edges = (sizes.left, foot, sizes.left + sizes.room, foot + height)
        with pen.marked("Figure", figure(words, edges)):
            pen.block(label, sizes.left, top)
            top += label.height
            for minutes, is_paid in ((stripe.minutes_paid, True), (stripe.minutes_unpaid, False)):
                if minutes:
                    size = (max(sizes.room * minutes / most, _LEAST), BAR)
                    _bar(pen, sizes.left, top, size, is_paid=is_paid)
                    top += BAR + _SPACE
            pen.block(says, sizes.left, top)

    return Piece(height, paint, space=sizes.between)


def _bar(pen: Pen, x: float, top: float, size: tuple[float, float], *, is_paid: bool) -> None:
    if is_paid:
        draw_paid(pen, x, top, size)
    else:
        draw_unpaid(pen, x, top, size, HATCH_PITCH, HATCH_LINE)
