"""The measures and colours of every paper; clear print for people, a smaller size for finance."""

from typing import NamedTuple

from coprod_desktop.documents.fonts import Weight

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A4_LANDSCAPE = (297 * MM, 210 * MM)

ROW_RULE = 0.5
STRONG_RULE = 1.0

BLACK = "0 0 0"
PAID = "0.0588 0.3725 0.3882"  # 0F5F63, a solid fill
UNPAID = "0.4784 0.2157 0.0627"  # 7A3710, a 45 degree hatch
HATCH_PITCH = 2 * MM
HATCH_LINE = 0.55 * MM


class Style(NamedTuple):
    """Size, leading (points) and weight of a piece of text."""

    size: float
    leading: float
    weight: Weight = Weight.REGULAR


TITLE = Style(24, 29, Weight.BOLD)
HEADING = Style(18, 23, Weight.BOLD)
FIGURE = Style(18, 25, Weight.BOLD)
NAME = Style(18, 26, Weight.SEMIBOLD)
BODY = Style(14, 19)
BODY_STRONG = Style(14, 19, Weight.SEMIBOLD)
TABLE = Style(12, 15)
TABLE_STRONG = Style(12, 15, Weight.SEMIBOLD)
NOTE = Style(12, 15.5)

SHEET_TITLE = Style(18, 22, Weight.BOLD)
SHEET_TOTAL = Style(24, 28, Weight.BOLD)
SHEET = Style(11, 14.5)
SHEET_STRONG = Style(11, 14.5, Weight.SEMIBOLD)
