"""The head of a list: a click sorts, and a small arrow opens the menu of the column."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from coprod_desktop.ui.icons import draw_icon
from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.scale import XS, S, grown
from coprod_desktop.ui.widgets.columns import Align
from coprod_desktop.ui.widgets.table_model import TableModel

_ARROW = 14


class ListHead(QHeaderView):
    """Paint an arrow in each head that has a menu, and a funnel where the column is filtered.

    `menu_wanted(section)`: the arrow was clicked, or the head with the right button.
    """

    menu_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.has_menus = False
        self._hovered = -1
        self._pressed_arrow = -1
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint the title, and over its end the arrow or the funnel."""
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        model = self.model()
        if not self.has_menus or not isinstance(model, TableModel):
            return
        column = model.columns[section]
        if not (column.is_filterable or column.is_sortable):
            return
        is_filtered = column.key in model.filtered
        if is_filtered or section == self._hovered:
            tokens = current_tokens()
            place = self._arrow(section)
            painter.fillRect(place.adjusted(-2, 0, 2, 0), tokens.color("sunken"))
            name, colour = ("list-filter", "accent") if is_filtered else ("chevron-down", "ink")
            draw_icon(painter, place, name, tokens.color(colour))

    def _arrow(self, section: int) -> QRect:
        """Return where the arrow of a section stands: away from where its title begins."""
        side = grown(_ARROW)
        left, width = self.sectionViewportPosition(section), self.sectionSize(section)
        model = self.model()
        is_right = isinstance(model, TableModel) and model.columns[section].align is Align.RIGHT
        at = left + XS if is_right else left + width - side - S
        return QRect(at, (self.height() - side) // 2, side, side)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow which head the mouse is over."""
        self._hover(self.logicalIndexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: object) -> None:
        """Take the arrow away."""
        self._hover(-1)

    def _hover(self, section: int) -> None:
        if section != self._hovered:
            self._hovered = section
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the menu on the arrow; elsewhere as in any head."""
        self._pressed_arrow = -1
        section = self.logicalIndexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if self.has_menus and is_left and self._is_on_arrow(section, event.position().toPoint()):
            self._pressed_arrow = section
            return
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the menu once the arrow is let go."""
        if self._pressed_arrow >= 0:
            section, self._pressed_arrow = self._pressed_arrow, -1
            self.menu_wanted.emit(section)
            return
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of a head with the right button."""
        section = self.logicalIndexAt(event.pos())
        if self.has_menus and section >= 0:
            self.menu_wanted.emit(section)

    def _is_on_arrow(self, section: int, point: QPoint) -> bool:
        model = self.model()
        if section < 0 or not isinstance(model, TableModel):
            return False
        column = model.columns[section]
        has_menu = column.is_filterable or column.is_sortable
        return has_menu and self._arrow(section).adjusted(-S, -S, XS, S).contains(point)
