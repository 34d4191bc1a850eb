"""One group of lines on a bank's statement: what it means, and its rows."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.pay_runs.statement_report import LineRow
from coprod_desktop.ui.scale import TABLE_HEAD, TABLE_ROW, XS, grown
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import link_button
from coprod_desktop.ui.widgets.columns import Column, fixed_rows
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.table_model import TableModel

_MOST_ROWS = 10


class LineGroup(QWidget):
    """Show rows under a heading; a group without rows is not shown.

    With `is_folded` the rows are shown only when somebody asks for them.
    """

    def __init__(
        self,
        heading: str,
        words: str,
        columns: Sequence[Column[LineRow]],
        rows: Sequence[LineRow],
        tasks: TaskRunner,
        *,
        is_folded: bool = False,
    ) -> None:
        super().__init__()
        self.model: TableModel[LineRow] = TableModel(columns, tasks)
        self.list = ListView(self.model, heading, is_hugging=True)
        self.model.load(fixed_rows(rows, key_of=lambda row: row.key))
        self.unfold = link_button(_("Show them"))
        self.unfold.setAccessibleName(_("Show them: {heading}").format(heading=heading))
        self.unfold.clicked.connect(self.show_rows)
        shown = min(len(rows), _MOST_ROWS)
        self.list.setMinimumHeight(grown(TABLE_HEAD) + shown * grown(TABLE_ROW) + 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        title = _("{heading}: {count:,}").format(heading=heading, count=len(rows))
        column.addWidget(label(title, "section"))
        column.addWidget(label(words, "quiet", wraps=True))
        column.addWidget(self.unfold)
        column.addWidget(self.list)
        (self.list if is_folded else self.unfold).hide()
        if not rows:
            self.hide()

    def show_rows(self) -> None:
        """Show the rows of a folded group."""
        self.unfold.hide()
        self.list.show()
        self.list.setFocus()
