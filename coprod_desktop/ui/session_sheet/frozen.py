"""Keep the names and their heading in view while the sheet is scrolled sideways."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView, QWidget

from coprod_desktop.ui.palette import Tokens, current_tokens
from coprod_desktop.ui.scale import CELL_PADDING, SECONDARY, type_font
from coprod_desktop.ui.session_sheet.cells import SheetDelegate
from coprod_desktop.ui.session_sheet.draft import Place

_WIDEST = 0.5  # of the sheet in view


class FrozenNames(QWidget):
    """Paint the first column over the sheet while it is scrolled out; a click goes to its cell.

    The cells themselves stay in the sheet: the keyboard and screen readers never meet this copy.
    """

    def __init__(self, view: QTableView, delegate: SheetDelegate, zoom: Callable[[], int]) -> None:
        super().__init__(view)
        self._view, self._delegate, self._zoom = view, delegate, zoom
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        view.horizontalScrollBar().valueChanged.connect(self.fit)
        view.verticalScrollBar().valueChanged.connect(self.update)
        view.model().dataChanged.connect(self.update)
        view.selectionModel().selectionChanged.connect(self.update)

    @property
    def shown_width(self) -> int:
        """Return how much of the sheet it covers."""
        return self.width() if self.isVisible() else 0

    @property
    def is_shown(self) -> bool:
        """Say whether the names are scrolled out, so that this stands in for them."""
        return not self.isHidden()

    def fit(self, *_value: object) -> None:
        """Stand over the first column while that is scrolled out; otherwise hide."""
        view = self._view
        is_scrolled = view.horizontalScrollBar().value() > 0
        if is_scrolled:
            room = view.viewport()
            width = min(view.columnWidth(Place.NAME), round(room.width() * _WIDEST))
            head = view.horizontalHeader().height()
            corner = room.pos() - QPoint(0, head)
            self.setGeometry(QRect(corner.x(), corner.y(), width, head + room.height()))
            self.raise_()
        self.setVisible(is_scrolled)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the heading, the rows in view, and an edge at the right."""
        painter, tokens = QPainter(self), current_tokens()
        painter.fillRect(self.rect(), tokens.color("surface"))
        self._paint_rows(painter)
        self._paint_head(painter, tokens)
        painter.setPen(QPen(tokens.color("edge"), 1))
        painter.drawLine(self.rect().topRight(), self.rect().bottomRight())

    def _paint_head(self, painter: QPainter, tokens: Tokens) -> None:
        header = self._view.horizontalHeader()
        head = QRect(0, 0, self.width(), header.height())
        painter.fillRect(head, tokens.color("sunken"))
        points = SECONDARY * self._zoom() / 100
        painter.setFont(type_font(points, QFont.Weight.DemiBold))
        painter.setPen(tokens.color("ink"))
        words = str(header.model().headerData(Place.NAME, Qt.Orientation.Horizontal))
        room = head.adjusted(CELL_PADDING, 0, -CELL_PADDING, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        painter.fillRect(0, head.bottom(), self.width(), 1, tokens.color("edge"))

    def _paint_rows(self, painter: QPainter) -> None:
        view = self._view
        head = view.horizontalHeader().height()
        painter.save()
        painter.setClipRect(0, head, self.width(), self.height() - head)
        for number in range(view.model().rowCount()):
            top = view.rowViewportPosition(number) + head
            height = view.rowHeight(number)
            if top + height > head and top < self.height():
                self._paint_cell(painter, number, QRect(0, top, self.width(), height))
        painter.restore()

    def _paint_cell(self, painter: QPainter, number: int, place: QRect) -> None:
        index = self._view.model().index(number, Place.NAME)
        option = QStyleOptionViewItem()
        option.initFrom(self._view)
        option.rect = place
        option.state = QStyle.StateFlag.State_Enabled
        if self._view.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected
        self._delegate.paint(painter, option, index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the keyboard on the name that was clicked."""
        head = self._view.horizontalHeader().height()
        number = self._view.rowAt(round(event.position().y()) - head)
        if number >= 0:
            index = self._view.model().index(number, Place.NAME)
            only = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._view.selectionModel().setCurrentIndex(index, only)
            self._view.setFocus(Qt.FocusReason.MouseFocusReason)
