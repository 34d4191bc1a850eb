"""The pieces of work and the claims of one payment, to tick some of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _
from coprod_desktop.ui.pay_runs.line_words import TickLine
from coprod_desktop.ui.scale import TABLE_HEAD, TABLE_ROW, grown
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.columns import Align, Column, fixed_rows
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.swatch import Swatch
from coprod_desktop.ui.widgets.table_model import TableModel

_WIDTH = 560
_MOST_ROWS = 8


class LineTicks(QWidget):
    """Tick lines with Space or a click; `changed` comes each time."""

    changed = Signal()

    def __init__(self, name: str, lines: Sequence[TickLine], tasks: TaskRunner) -> None:
        super().__init__()
        self._lines = tuple(lines)
        self._ticks: set[int] = set()
        self.rows: TableModel[TickLine] = TableModel(self._columns(), tasks)
        self.list = ListView(self.rows, name, is_hugging=True)
        self.list.ticked.connect(self.tick)
        self.list.opened.connect(self.tick)
        self.rows.load(fixed_rows(self._lines, key_of=lambda row: row.line_id))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        rows = min(len(self._lines), _MOST_ROWS)
        self.list.setFixedHeight(grown(TABLE_HEAD) + rows * grown(TABLE_ROW) + 4)
        self.setMinimumWidth(grown(_WIDTH))
        self.setFocusProxy(self.list)

    @property
    def lines(self) -> tuple[TickLine, ...]:
        """All the lines."""
        return self._lines

    @property
    def ticked(self) -> tuple[TickLine, ...]:
        """The lines that are ticked, in order."""
        return tuple(line for line in self._lines if line.line_id in self._ticks)

    @property
    def ticked_ids(self) -> tuple[int, ...]:
        """The ids of the lines that are ticked."""
        return tuple(line.line_id for line in self.ticked)

    def tick(self, line: TickLine) -> None:
        """Tick a line, or take its tick away."""
        self._ticks ^= {line.line_id}
        self.list.table.viewport().update()
        self.changed.emit()

    def _columns(self) -> tuple[Column[TickLine], ...]:
        return (
            Column(
                key="tick",
                title="",
                text=lambda _row: "",
                width_em=2.6,
                tick=lambda row: row.line_id in self._ticks,
            ),
            Column(
                key="day", title=_("Day"), text=lambda row: row.day, width_em=7.5, narrow_em=6.8
            ),
            Column(
                key="what",
                title=_("What"),
                text=lambda row: row.what,
                tooltip=lambda row: row.what,
                swatch=lambda row: Swatch.PAID if row.is_for_work else None,
                width_em=12,
                narrow_em=8,
                is_stretch=True,
            ),
            Column(
                key="payment",
                title=_("Payment"),
                text=lambda row: format_pounds(row.pence) if row.is_for_work else "",
                width_em=6.4,
                narrow_em=5.6,
                align=Align.RIGHT,
            ),
            Column(
                key="expenses",
                title=_("Expenses"),
                text=lambda row: "" if row.is_for_work else format_pounds(row.pence),
                width_em=6.4,
                narrow_em=5.6,
                align=Align.RIGHT,
            ),
        )
