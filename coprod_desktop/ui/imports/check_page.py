"""The third step: what would come in, and everything that somebody may want to put right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.services.import_sessions import Problem, SourceTotal
from coprod_desktop.ui.imports.check_columns import (
    change_columns,
    name_columns,
    problem_columns,
    project_columns,
    total_columns,
)
from coprod_desktop.ui.imports.check_rows import ChangeLine, NameRow, ProjectRow
from coprod_desktop.ui.imports.scrolled import ScrolledPage
from coprod_desktop.ui.scale import TABLE_HEAD, TABLE_ROW, M, grown
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.columns import fixed_rows
from coprod_desktop.ui.widgets.field_box import FieldBox
from coprod_desktop.ui.widgets.labels import announce, label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.plain_fields import line_field
from coprod_desktop.ui.widgets.table_model import TableModel

_ROWS_SEEN = 6


class CheckPage(ScrolledPage):
    """Show the check of a draft.

    `cell_mended(problem, text)`, `row_left(problem)`, `person_chosen(names, id)`,
    `all_new_requested`, `project_ticked(ProjectRow)` and `change_ticked(ChangeLine)` say what the
    person wants; the answer is another check.
    """

    cell_mended = Signal(object, str)
    row_left = Signal(object)
    person_chosen = Signal(str, object)
    all_new_requested = Signal()
    project_ticked = Signal(object)
    change_ticked = Signal(object)
    change_is_new = Signal(object)

    def __init__(self, tasks: TaskRunner) -> None:
        super().__init__()
        self.summary = label("", "strong", wraps=True)
        self._assumed = label("", "quiet", wraps=True)
        self._has_several_sheets = False
        self.totals: TableModel[SourceTotal] = TableModel(total_columns(), tasks)
        self.problems: TableModel[Problem] = TableModel(
            problem_columns(lambda: self._has_several_sheets), tasks
        )
        self.names: TableModel[NameRow] = TableModel(name_columns(), tasks)
        self.projects: TableModel[ProjectRow] = TableModel(project_columns(), tasks)
        self.changes: TableModel[ChangeLine] = TableModel(change_columns(), tasks)
        self.total_list = ListView(self.totals, _("The sheet’s own totals"), is_hugging=True)
        self.problem_list = ListView(self.problems, _("Rows to put right"), is_hugging=True)
        self.name_list = ListView(self.names, _("Names in the sheet"), is_hugging=True)
        self.project_list = ListView(self.projects, _("New projects"), is_hugging=True)
        self.change_list = ListView(self.changes, _("Rows that were edited"), is_hugging=True)
        self.right = line_field(_("What should stand there"))
        self.mend = Button(_("Put it right"), icon_name="check")
        self.leave_row = Button(_("Leave this row out"), icon_name="x")
        self.who: ChoiceEdit[int] = ChoiceEdit(_("Who is meant"))
        self.all_new = Button(_("All others are new people"), icon_name="user-plus")
        self.other_work = Button(_("It is another entry: bring it in"), icon_name="plus")
        for button in (self.mend, self.leave_row, self.all_new, self.other_work):
            button.setAutoDefault(False)
        self._parts: dict[str, tuple[QWidget, QLabel, QWidget]] = {}
        self._people: tuple[Choice[int], ...] = ()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.problem_list)

    # --- what the presenter does -----------------------------------------------------------------

    def show_summary(self, words: str, assumed: Sequence[str]) -> None:
        """Say in a sentence what would come in, and what was assumed about whole columns."""
        self.summary.setText(words)
        self._assumed.setText("\n".join(assumed))
        self._assumed.setVisible(bool(assumed))
        announce(self, words)

    def show_totals(self, totals: Sequence[SourceTotal], words: str) -> None:
        """Compare the sheet's own totals with what was read."""
        rows = list(totals)
        self.totals.load(fixed_rows(rows, key_of=lambda one: (one.sheet, one.row, one.column)))
        self._show("totals", len(rows), words)

    def show_problems(self, problems: Sequence[Problem], words: str) -> None:
        """List what cannot be read, cell by cell."""
        rows = list(problems)
        self._has_several_sheets = len({one.sheet for one in rows}) > 1
        keep = self.problem_list.table.currentIndex().row()
        self.problems.load(fixed_rows(rows, key_of=_problem_key))
        self._show("problems", len(rows), words)
        if rows:
            at = min(max(keep, 0), len(rows) - 1)
            self.problem_list.select_key(_problem_key(rows[at]))
            self._show_problem(rows[at])

    def show_names(
        self, rows: Sequence[NameRow], people: Sequence[Choice[int]], words: str
    ) -> None:
        """List names that are new or not sure; `people` is everybody who may be meant."""
        self._people = tuple(people)
        self.names.load(fixed_rows(list(rows), key_of=lambda row: row.name))
        self._show("names", len(rows), words)
        open_rows = [row for row in rows if row.is_open]
        self.all_new.setVisible(bool(open_rows))
        if rows:
            first = (open_rows or list(rows))[0]
            self.name_list.select_key(first.name)
            self._show_name(first)

    def show_projects(self, rows: Sequence[ProjectRow], words: str) -> None:
        """List projects that the file lacks."""
        self.projects.load(fixed_rows(list(rows), key_of=lambda row: row.name))
        self._show("projects", len(rows), words)

    def show_changes(self, rows: Sequence[ChangeLine], words: str) -> None:
        """List rows that were edited since they came in."""
        self.changes.load(fixed_rows(list(rows), key_of=lambda row: row.key))
        self._show("changes", len(rows), words)

    # --- how it is made --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.body.addWidget(self.summary)
        self.body.addWidget(self._assumed)
        self._matter = label("", "bad", wraps=True)
        right = FieldBox(_("What should stand there"), self.right)
        who = FieldBox(_("Who is meant"), self.who)
        self._part("problems", _("Put right, or leave out"), self.problem_list,
                   _row(right, self.mend, self.leave_row), self._matter)  # fmt: skip
        self._part("names", _("Names"), self.name_list, _row(who, self.all_new))
        self._part("changes", _("Edited since they came in"), self.change_list,
                   _row(self.other_work))  # fmt: skip
        self._part("totals", _("The sheet’s own totals"), self.total_list)
        self._part("projects", _("New projects"), self.project_list)
        self.body.addStretch()

    def _part(
        self,
        key: str,
        heading: str,
        shown: QWidget,
        fix: QWidget | None = None,
        about: QLabel | None = None,
    ) -> None:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        words = label("", "quiet", wraps=True)
        column.addWidget(label(heading, "section"))
        column.addWidget(words)
        column.addWidget(shown)
        if about is not None:
            column.addWidget(about)
        if fix is not None:
            column.addWidget(fix)
        part.hide()
        self._parts[key] = (part, words, shown)
        self.body.addWidget(part)

    def _show(self, key: str, count: int, words: str) -> None:
        part, line, shown = self._parts[key]
        part.setVisible(bool(count))
        line.setText(words)
        seen = min(count, _ROWS_SEEN)
        shown.setMinimumHeight(grown(TABLE_HEAD) + seen * grown(TABLE_ROW) + 4)

    def _connect(self) -> None:
        self.problem_list.selected.connect(self._show_problem)
        self.problem_list.opened.connect(lambda _row: self.right.setFocus())
        self.right.returnPressed.connect(self._mend)
        self.mend.clicked.connect(self._mend)
        self.leave_row.clicked.connect(self._leave_row)
        self.name_list.selected.connect(self._show_name)
        self.name_list.opened.connect(lambda _row: self.who.setFocus())
        self.who.value_changed.connect(self._choose)
        self.all_new.clicked.connect(self.all_new_requested)
        self.project_list.ticked.connect(self.project_ticked)
        self.change_list.ticked.connect(self.change_ticked)
        self.other_work.clicked.connect(self._take_as_new)

    # --- what the person does --------------------------------------------------------------------

    def _show_problem(self, problem: Problem | None) -> None:
        if problem is None:
            return
        where = _("Row {row}, {column}: {message}")
        self._matter.setText(
            where.format(row=problem.row, column=problem.column, message=problem.message)
        )
        self.right.setText(problem.value)
        self.right.selectAll()
        can_mend = problem.place is not None
        self.right.setEnabled(can_mend)
        self.mend.setEnabled(can_mend)

    def _mend(self) -> None:
        problem = self.problem_list.current_row()
        if problem is not None and problem.place is not None:
            self.cell_mended.emit(problem, self.right.text())

    def _leave_row(self) -> None:
        problem = self.problem_list.current_row()
        if problem is not None:
            self.row_left.emit(problem)

    def _show_name(self, row: NameRow | None) -> None:
        if row is None:
            return
        self.who.blockSignals(True)
        near = [choice for choice in self._people if choice.value in row.likely]
        near.sort(key=lambda choice: row.likely.index(choice.value))
        usual = [choice for choice in self._people if choice.value <= 0]
        others = [choice for choice in self._people if choice not in near and choice.value > 0]
        self.who.set_choices([*near, *usual, *others])
        self.who.set_value(row.chosen)
        self.who.blockSignals(False)

    def _choose(self, chosen: object) -> None:
        row = self.name_list.current_row()
        if row is not None and isinstance(chosen, int) and chosen != row.chosen:
            self.person_chosen.emit(row.name, chosen)

    def _take_as_new(self) -> None:
        row = self.change_list.current_row()
        if row is not None:
            self.change_is_new.emit(row)


def _row(*parts: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(M)
    has_field = any(isinstance(part, FieldBox) for part in parts)
    for part in parts:
        is_field = isinstance(part, FieldBox)
        row.addWidget(part, 1 if is_field else 0, Qt.AlignmentFlag.AlignBottom)
    if not has_field:
        row.addStretch()
    return whole


def _problem_key(problem: Problem) -> tuple[str, int, str, str]:
    return (problem.sheet, problem.row, problem.column, problem.message)
