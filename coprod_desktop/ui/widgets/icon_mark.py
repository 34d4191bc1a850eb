"""An icon that stands before words; the words speak for it."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.icons import draw_icon, icon_file
from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.scale import ICON, grown


class IconMark(QWidget):
    """Show an icon in the colour of a token; it follows the theme and grows with the text."""

    def __init__(self, icon_name: str = "", colour: str = "ink", size: int = ICON) -> None:
        super().__init__()
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_icon(icon_name, colour)

    def set_icon(self, icon_name: str, colour: str = "ink") -> None:
        """Show another icon; no name shows nothing."""
        if icon_name:
            icon_file(icon_name).stat()  # a wrong name must fail here, not while painting
        self._icon_name = icon_name
        self._colour = colour
        self.update()

    def sizeHint(self) -> QSize:
        """Be square."""
        return QSize(grown(self._size), grown(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon in the colours in force."""
        if self._icon_name:
            square = QRect(0, 0, self.width(), self.width())
            color = current_tokens().color(self._colour)
            draw_icon(QPainter(self), square, self._icon_name, color)
