"""What an edit of many would change, row by row, and what stays as it is and why."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.bulk_edits import (
    BulkPlan,
    Difference,
    Entry,
    LeftRow,
)
from coprod_desktop.i18n import _
from coprod_desktop.ui.bulk.entry_columns import entry_columns
from coprod_desktop.ui.bulk.frame import column_of
from coprod_desktop.ui.bulk.words import (
    changing_words,
    difference_word,
    money_words,
    told,
    value_words,
)
from coprod_desktop.ui.scale import grown
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.columns import Column, fixed_rows
from coprod_desktop.ui.widgets.labels import announce, label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.table_model import TableModel

_LOWEST_LIST = 150
_MOST_REASONS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One field of one entry that would change."""

    entry: Entry
    difference: Difference


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftLine:
    """One entry that stays, and the sentence that says why."""

    entry: Entry
    because: str


class PlanPage(QWidget):
    """Show a plan before it is saved."""

    def __init__(self, subject: str, tasks: TaskRunner) -> None:
        super().__init__()
        self.summary = label("", "strong", wraps=True)
        self.money = label("", wraps=True)
        self.changes: TableModel[ChangeLine] = TableModel(_change_columns(subject), tasks)
        self.change_list = ListView(self.changes, _("What changes"), is_hugging=True)
        self.left: TableModel[LeftLine] = TableModel(_left_columns(subject), tasks)
        self.left_list = ListView(self.left, _("What stays as it is"), is_hugging=True)
        for shown in (self.change_list, self.left_list):
            shown.setMinimumHeight(grown(_LOWEST_LIST))
        self._left_heading = label(_("These stay as they are"), "section")
        self.reasons = label("", wraps=True)
        column = column_of(self)
        column.addWidget(self.summary)
        column.addWidget(self.money)
        column.addWidget(self.change_list, stretch=3)
        column.addWidget(self._left_heading)
        column.addWidget(self.reasons)
        column.addWidget(self.left_list, stretch=2)
        column.addStretch()

    def show_plan(self, plan: BulkPlan, word_error: Callable[[Exception], str]) -> None:
        """Show what would be saved."""
        self.summary.setText(changing_words(plan))
        self.money.setText(money_words(plan))
        self.money.setVisible(bool(self.money.text()))
        lines = change_lines(plan)
        self.changes.load(
            fixed_rows(lines, key_of=lambda row: (row.entry.row_id, row.difference.field))
        )
        self.change_list.setVisible(bool(lines))
        left = left_lines(plan.left, word_error)
        self.left.load(fixed_rows(left, key_of=lambda row: row.entry.row_id))
        self.reasons.setText(reasons(left))
        for part in (self._left_heading, self.reasons, self.left_list):
            part.setVisible(bool(left))
        announce(self, f"{self.summary.text()} {self.money.text()}".strip())


def change_lines(plan: BulkPlan) -> tuple[ChangeLine, ...]:
    """Return one line for every field that changes."""
    return tuple(
        ChangeLine(entry=row.entry, difference=one) for row in plan.changes for one in told(row)
    )


def left_lines(
    left: Sequence[LeftRow], word_error: Callable[[Exception], str]
) -> tuple[LeftLine, ...]:
    """Return one line for every entry that stays."""
    return tuple(LeftLine(entry=one.entry, because=word_error(one.error)) for one in left)


def reasons(left: Sequence[LeftLine]) -> str:
    """Say each reason once, with how many entries stay for it, the most frequent first."""
    counts = Counter(one.because for one in left).most_common(_MOST_REASONS)
    return "\n".join(f"{count:,}: {because}" for because, count in counts)


def _change_columns(subject: str) -> tuple[Column[ChangeLine], ...]:
    def before(row: ChangeLine) -> str:
        return value_words(row.difference.field, row.difference.before)

    def after(row: ChangeLine) -> str:
        return value_words(row.difference.field, row.difference.after)

    return (
        *entry_columns(subject, ChangeLine),
        Column(
            key="field",
            title=_("Field"),
            text=lambda row: difference_word(subject, row.difference.field),
            width_em=8,
            narrow_em=6,
        ),
        Column(
            key="before",
            title=_("Before"),
            text=before,
            tooltip=before,
            colour=lambda _row: "ink_2",
            width_em=8,
            narrow_em=6,
            is_stretch=True,
        ),
        Column(
            key="after",
            title=_("Afterwards"),
            text=after,
            tooltip=after,
            width_em=8,
            narrow_em=6,
            is_stretch=True,
        ),
    )


def _left_columns(subject: str) -> tuple[Column[LeftLine], ...]:
    return (
        *entry_columns(subject, LeftLine),
        Column(
            key="because",
            title=_("Why it stays"),
            text=lambda row: row.because,
            tooltip=lambda row: row.because,
            width_em=20,
            narrow_em=8,
            is_stretch=True,
        ),
    )
