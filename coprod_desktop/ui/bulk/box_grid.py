"""Tick boxes in as many columns as there is room for."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from coprod_desktop.ui.scale import XS, L

_MOST = 4


class BoxGrid(QWidget):
    """Stand boxes in up to four columns, in fewer where text is large."""

    def __init__(self, boxes: Sequence[QCheckBox]) -> None:
        super().__init__()
        self._boxes = tuple(boxes)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(L)
        self._grid.setVerticalSpacing(XS)
        self._stand(_MOST)
        self.setFocusProxy(self._boxes[0])

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the widest box, and for the height as it stands now."""
        widest = max(box.sizeHint().width() for box in self._boxes)
        return QSize(widest, self._grid.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as fit."""
        super().resizeEvent(event)
        self._stand(self._fitting(event.size().width()))

    def _fitting(self, width: int) -> int:
        for columns in range(_MOST, 1, -1):
            widest = [
                max((box.sizeHint().width() for box in self._boxes[at::columns]), default=0)
                for at in range(columns)
            ]
            if sum(widest) + L * (columns - 1) <= width:
                return columns
        return 1

    def _stand(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for box in self._boxes:
            self._grid.removeWidget(box)
        for at, box in enumerate(self._boxes):
            self._grid.addWidget(box, *divmod(at, columns))
        for column in range(_MOST + 1):
            self._grid.setColumnStretch(column, int(column == columns))
        self.updateGeometry()
