"""The first columns of a list, up to the name, which stay while the rest is scrolled sideways."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.widgets.columns import Column
from coprod_desktop.ui.widgets.table_model import TableModel

_MOST = 0.6  # of the list's width; wider columns would leave no room to scroll in


class FrozenColumns(QTableView):
    """Lie over the left edge of a table while it is scrolled sideways, and show its names.

    `opened(index)`: a double click.
    """

    opened = Signal(QModelIndex)

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setObjectName("frozenColumns")
        self.setAccessibleName(table.accessibleName())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setHighlightSections(False)
        self.hide()
        bar = table.verticalScrollBar()
        bar.valueChanged.connect(self.verticalScrollBar().setValue)
        table.horizontalScrollBar().valueChanged.connect(lambda _value: self.fit())

    def _follow(self) -> None:
        """Show the rows and the selection of the table.

        Only while it covers something: for a million rows a view keeps many megabytes of its own.
        """
        if self.model() is not self._table.model():
            self.setModel(self._table.model())
            self.setSelectionModel(self._table.selectionModel())
            self.setItemDelegate(self._table.itemDelegate())
            self.setSelectionBehavior(self._table.selectionBehavior())
            self.setSelectionMode(self._table.selectionMode())

    def _rest(self) -> None:
        self.hide()
        if self.model() is not None:
            self.setModel(None)

    def width_taken(self) -> int:
        """Return how much of the table's left edge is covered; 0 while nothing is."""
        return self.width() if not self.isHidden() else 0

    def fit(self) -> None:
        """Cover the left edge where the table is scrolled sideways, and nothing elsewhere."""
        frozen = self._frozen()
        table = self._table
        wide = sum(table.columnWidth(at) for at in frozen)
        is_away = table.horizontalScrollBar().value() > 0
        if not is_away or not frozen or wide > table.viewport().width() * _MOST:
            self._rest()
            return
        self._follow()
        model = table.model()
        for at in range(model.columnCount()):
            self.setColumnHidden(at, at not in frozen)
            if at in frozen:
                self.setColumnWidth(at, table.columnWidth(at))
        rows, head = self.verticalHeader(), table.horizontalHeader().height()
        rows.setMinimumSectionSize(table.verticalHeader().minimumSectionSize())
        rows.setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        self.horizontalHeader().setFixedHeight(head)
        self.horizontalHeader().setFont(table.horizontalHeader().font())
        self.setGeometry(QRect(0, 0, wide, head + table.viewport().height()))
        self.show()
        self.raise_()
        self.verticalScrollBar().setRange(0, table.verticalScrollBar().maximum())
        self.verticalScrollBar().setValue(table.verticalScrollBar().value())

    def _frozen(self) -> list[int]:
        """Return the columns up to the first strong one, which is the name."""
        model = self._table.model()
        if not isinstance(model, TableModel):
            return []
        return frozen_places(model.columns, self._table)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells, and a line where the rest begins."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        width = self.viewport().width()
        painter.fillRect(width - 1, 0, 1, self.viewport().height(), current_tokens().color("edge"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the table."""
        self._table.wheelEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the keyboard with the table."""
        super().mouseReleaseEvent(event)
        self._table.setFocus()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a row as the table does."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(index)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Stay with the table, which scrolls by itself."""


def frozen_places(columns: "tuple[Column[object], ...]", table: QTableView) -> list[int]:
    """Return the places of the columns on show up to the name; none where there is no name."""
    shown = [at for at in range(len(columns)) if not table.isColumnHidden(at)]
    for number, at in enumerate(shown):
        if columns[at].is_strong:
            return shown[: number + 1]
    return []
