"""The form that prepares a pay run, with who would be paid and who would be held."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.pay_runs import Held
from coprod_desktop.domain.projects import Project
from coprod_desktop.i18n import _
from coprod_desktop.services.dues import Due
from coprod_desktop.ui.limit_notes import LimitNote, LimitNotes
from coprod_desktop.ui.pay_runs.columns import held_columns
from coprod_desktop.ui.pay_runs.due_columns import due_columns
from coprod_desktop.ui.pay_runs.prepare_words import Outlook, moved_words, outlook_words
from coprod_desktop.ui.pay_runs.project_picker import ProjectPicker
from coprod_desktop.ui.scale import TABLE_HEAD, TABLE_ROW, grown
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.columns import fixed_rows
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.table_model import TableModel

_WIDTH = 720
_MOST_DUE, _MOST_HELD = 6, 3


class PrepareDialog(FormDialog):
    """Ask up to which day work is paid, when and of which projects.

    `looked` wants to know who would be paid. `wait_requested(note)` wants to let the money of
    somebody wait who asked to be told of a limit.
    """

    looked = Signal()
    wait_requested = Signal(object)

    def __init__(
        self,
        tasks: TaskRunner,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Prepare a pay run"), _("Prepare it"), parent)
        self.up_to = DateEdit(_("Work up to and including"), word_error, today)
        self.up_to.set_day(today())
        self.pay_on = DateEdit(_("Pay on"), word_error, today)
        self.pay_on.set_day(today())
        self.projects = ProjectPicker(tasks)
        self._outlook = label("", "strong", wraps=True)
        self._moved = label("", wraps=True)
        self.due: TableModel[Due] = TableModel(due_columns(), tasks)
        self._due_list = ListView(self.due, _("Who would be paid"), is_hugging=True)
        self.held: TableModel[Held] = TableModel(held_columns(can_lift=False), tasks)
        self._held_heading = label(_("Held, not paid now"), "strong")
        self._held_list = ListView(self.held, _("Who would be held"), is_hugging=True)
        self.limits = LimitNotes(can_wait=True, can_part=False, is_tinted=True)
        self._add_fields()
        for field in (self.up_to, self.pay_on):
            field.value_changed.connect(self._look)
        for model in (self.due, self.held):
            model.arrived.connect(self._fit_later)
        self.projects.changed.connect(self._look)
        self.projects.changed.connect(self.form.changed)
        self.limits.wait_requested.connect(self.wait_requested)

    # --- what the presenter does -----------------------------------------------------------------

    def show_projects(self, projects: Sequence[Project]) -> None:
        """Offer these projects; there is nothing to choose where there is but one."""
        self.projects.show_projects(projects)
        self.form.box("projects").setVisible(len(projects) > 1)
        self._fit_later()

    def show_outlook(self, outlook: Outlook) -> None:
        """Show who would be paid and who would be held."""
        self._outlook.setText(outlook_words(outlook))
        self._moved.setText(moved_words(outlook.asked_on, outlook.pay_on) if outlook.due else "")
        self._moved.setVisible(bool(self._moved.text()))
        self.due.load(fixed_rows(outlook.due))
        self._due_list.set_totals(_totals(outlook) if outlook.due else {})
        self.held.load(fixed_rows(outlook.held))
        _set_rows(self._due_list, len(outlook.due), _MOST_DUE, foot=1)
        _set_rows(self._held_list, len(outlook.held), _MOST_HELD)
        self._held_heading.setVisible(bool(outlook.held))
        self._fit_later()

    def show_limits(self, notes: Sequence[LimitNote]) -> None:
        """Show whom the run brings close to a limit that they asked to be told of."""
        before = self.limits.notes
        self.limits.show_notes(notes)
        if before != self.limits.notes:
            self._fit_later()

    # --- how it works ----------------------------------------------------------------------------

    def _add_fields(self) -> None:
        hint = _("A run pays everything approved up to a day that is not in a run yet.")
        self.form.add_widget(label(hint, "quiet", wraps=True))
        self.form.add_row(
            [
                ("up_to", _("Work up to and including"), self.up_to),
                ("pay_on", _("Pay on"), self.pay_on),
            ]
        )
        self.form.add_field("projects", _("Projects"), self.projects)
        self.form.box("projects").hide()
        self.form.setMinimumWidth(grown(_WIDTH))
        for part in (
            self._outlook,
            self._moved,
            self._due_list,
            self._held_heading,
            self._held_list,
            self.limits,
        ):
            self.form.add_widget(part)

    def _look(self, *_what: object) -> None:
        self.form.show_error("projects", "")
        self.looked.emit()

    def _fit_later(self) -> None:
        QTimer.singleShot(0, self, self.fit)  # the form knows its new size with the next turn


def _set_rows(shown: ListView[Due] | ListView[Held], count: int, most: int, foot: int = 0) -> None:
    rows = min(count, most) + foot
    shown.setMinimumHeight(grown(TABLE_HEAD) + rows * grown(TABLE_ROW) + 4 if count else 0)
    shown.setVisible(bool(count))


def _totals(outlook: Outlook) -> dict[str, str]:
    return {
        "name": _("In all"),
        "payment": format_pounds(sum(one.payment_pence for one in outlook.due)),
        "expenses": format_pounds(sum(one.reimbursement_pence for one in outlook.due)),
        "total": format_pounds(outlook.pence),
    }
