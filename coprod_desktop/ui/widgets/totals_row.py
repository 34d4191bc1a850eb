"""The row of totals under a list, in step with its columns."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QWidget

from coprod_desktop.ui.palette import current_tokens
from coprod_desktop.ui.scale import CELL_PADDING, TABLE_ROW, grown, tabular, type_font
from coprod_desktop.ui.widgets.columns import Align, Column


class TotalsRow(QWidget):
    """Show words under the columns that have a total; hidden while there are none."""

    def __init__(self, header: QHeaderView, columns: Sequence[Column[Any]]) -> None:
        super().__init__()
        self._header = header
        self._columns = columns
        self._totals: dict[str, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def totals(self) -> dict[str, str]:
        """Return the words by column key."""
        return dict(self._totals)

    def set_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Stand under other columns."""
        self._columns = columns
        self.update()

    def set_totals(self, totals: Mapping[str, str]) -> None:
        """Show these words, by column key; none hides the row."""
        self._totals = dict(totals)
        titles = {column.key: column.title for column in self._columns}
        spoken = (f"{titles[key]}: {words}" for key, words in totals.items())
        self.setAccessibleName(", ".join(spoken))
        self.setVisible(bool(totals))
        self.update()

    def sizeHint(self) -> QSize:
        """Be as high as a row of the list."""
        return QSize(0, grown(TABLE_ROW))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each total under its column; words at the left may run on to the right."""
        tokens = current_tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), tokens.color("sunken"))
        painter.fillRect(0, 0, self.width(), 1, tokens.color("edge"))
        painter.setFont(tabular(type_font(weight=QFont.Weight.DemiBold)))
        painter.setPen(tokens.color("ink"))
        for section, column in enumerate(self._columns):
            if column.key not in self._totals or self._header.isSectionHidden(section):
                continue
            left = self._header.sectionViewportPosition(section) + CELL_PADDING
            width = self._header.sectionSize(section) - 2 * CELL_PADDING
            words = self._totals[column.key]
            side = Qt.AlignmentFlag.AlignLeft
            wide = max(width, painter.fontMetrics().horizontalAdvance(words))
            if column.align is Align.RIGHT:
                side, left = Qt.AlignmentFlag.AlignRight, left + width - wide
            place = QRect(left, 1, wide, self.height() - 1)
            painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, words)
