"""The fields above the history: in one row where there is room, else in two."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from coprod_desktop.ui.scale import M, em

_ONE_ROW_EM = 42
_TWO = 2


class FieldRow(QWidget):
    """Lay fields out side by side; two by two where it is narrow."""

    def __init__(self, fields: Sequence[tuple[QWidget, int]]) -> None:
        super().__init__()
        self._fields = tuple(fields)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(M)
        self._arrange(_TWO)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of two fields, so that the row can become two."""
        widest = max(field.minimumSizeHint().width() for field, _share in self._fields)
        return QSize(min(_TWO * widest + M, self.width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose between one row and two."""
        super().resizeEvent(event)
        self._arrange(len(self._fields) if self.width() >= _ONE_ROW_EM * em(self.font()) else _TWO)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at in range(len(self._fields)):
            self._grid.setColumnStretch(at, 0)
        for at, (field, share) in enumerate(self._fields):
            self._grid.addWidget(field, at // columns, at % columns)
            self._grid.setColumnStretch(at % columns, share if columns > _TWO else 1)
        self.updateGeometry()
