"""The sizes of the window: type, space and parts, in pixels at 100% text."""

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

# Space between parts.
XS, S, M, L, XL, XXL, XXXL = SPACES = (4, 8, 12, 16, 24, 32, 48)

# Type, in points.
SECONDARY, BODY, SECTION, TITLE, FIGURE = 9.0, 10.0, 12.0, 16.0, 24.0

# Parts.
CONTROL = 32
TABLE_HEAD = 30
TABLE_ROW = 32
TABLE_ROW_COMPACT = 24
CELL_PADDING = 8
MENU_BAR = 40
STATUS_BAR = 28
SIDEBAR = 220
SIDEBAR_ROW = 34
HEADER = 40
SIDE_PANEL = 360
SEARCH = 320
ICON = 16
RADIUS = 4
CARD_RADIUS = 6
FOCUS_WIDTH = 2
FOCUS_GAP = 2

# Below this width of content the sidebar becomes a menu and cards become tabs.
NARROW_EM = 60


def text_scale() -> float:
    """Return how large text is: 1.0 usually, 2.0 at 200%."""
    return QGuiApplication.font().pointSizeF() / BODY


def grown(px: int) -> int:
    """Return the size of a part that holds one line of text, at the text size in force."""
    return round(px * (1 + 0.6 * (text_scale() - 1)))


def scaled(px: int) -> int:
    """Return the size of a part that is as wide as its text, at the text size in force."""
    return round(px * text_scale())


def type_font(points: float = BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the window's face at one step of the type scale."""
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(points * text_scale())
    font.setWeight(weight)
    return font


def tabular(font: QFont) -> QFont:
    """Return the font with figures of one width, for columns of numbers."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures


def figures_of_one_width() -> QFont:
    """Return a font that changes nothing but the figures, to set on a field."""
    return tabular(QFont())


def fixed_font() -> QFont:
    """Return the computer's face of letters that are equally wide, for text in numbered lines."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(BODY * text_scale())
    return font


def em(font: QFont) -> int:
    """Return the size of one em in pixels."""
    return QFontInfo(font).pixelSize()
