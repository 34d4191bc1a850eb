"""Change ticked fields of many entries: what they become, then what that changes, then save."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from coprod_desktop.domain.bulk_edits import BulkEdit, BulkPlan
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.bulk.edit_fields import Known, fields_for
from coprod_desktop.ui.bulk.frame import BulkFrame, column_of, scrolling
from coprod_desktop.ui.bulk.plan_page import PlanPage
from coprod_desktop.ui.bulk.words import count_words
from coprod_desktop.ui.scale import XL
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.steps_bar import StepsBar


class BulkEditDialog(BulkFrame):
    """Ask what the chosen entries become, and show it before it is saved.

    `looked(edit)` wants to see what would change; answer with `show_plan(plan)`. `save_requested(
    plan)` wants it saved; answer with `accept_saved()`. `show_steps(done, total)` tells how far
    either is, and `stop_requested` wants to stop it. Failures go to `show_problem(sentence)`.
    """

    looked = Signal(object)
    save_requested = Signal(object)
    stop_requested = Signal()

    def __init__(
        self,
        subject: str,
        count: int,
        known: Known,
        tasks: TaskRunner,
        parent: QWidget | None = None,
        *,
        is_whole_list: bool = False,
    ) -> None:
        title = _("Edit {entries}").format(entries=count_words(subject, count))
        super().__init__(title, parent)
        self._word_error: Callable[[Exception], str] = known.word_error
        self._plan: BulkPlan | None = None
        self.fields = fields_for(subject, known)
        self.plan_page = PlanPage(subject, tasks)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._field_page(is_whole_list=is_whole_list))
        self._pages.addWidget(scrolling(self.plan_page))
        self._steps = StepsBar(_("Prices worked out"))
        steps_row = QVBoxLayout()
        steps_row.setContentsMargins(XL, 0, XL, 0)
        steps_row.addWidget(self._steps)
        self.body.addWidget(self._pages, stretch=1)
        self.body.addLayout(steps_row)
        self.back = Button(_("Back"), icon_name="chevron-left")
        self.look = primary_button(_("See what changes"))
        self.save = primary_button(_("Save"), icon_name="check")
        self.add_button(self.back, is_first=True)
        self.add_button(self.look)
        self.add_button(self.save)
        self._connect()
        self._show_fields()

    # --- what the presenter does -----------------------------------------------------------------

    def show_plan(self, plan: BulkPlan) -> None:
        """Show what would change, with the button that saves it."""
        self._rest()
        self._plan = plan
        self.plan_page.show_plan(plan, self._word_error)
        count = len(plan.changes)
        words = ngettext("Save {count:,} change", "Save {count:,} changes", count)
        self.save.set_text(words.format(count=count))
        self._turn_to(1)
        self.save.setEnabled(count > 0)
        (self.save if count else self.back).setFocus()

    def show_steps(self, done: int, total: int) -> None:
        """Tell how many entries are priced."""
        words = _("{done:,} of {total:,}").format(done=done, total=total)
        self._steps.show_steps(words, done, total)

    def accept_saved(self) -> None:
        """Close the dialog, because all is saved."""
        self._rest()
        self.accept()

    def show_problem(self, sentence: str) -> None:
        """Show what is in the way, and let the person go on."""
        super().show_problem(sentence)
        if sentence:
            self._rest()

    def show_error(self, key: str, sentence: str) -> None:
        """Show what is wrong under a field."""
        self._rest()
        self._show_fields()
        self.fields.show_error(key, sentence)

    def rest(self) -> None:
        """Let the person go on after the work was stopped."""
        self._rest()

    # --- how it works ----------------------------------------------------------------------------

    def open(self) -> None:
        """Show the dialog; the keyboard starts at the first tick."""
        super().open()
        self.fields.focus_first()

    def reject(self) -> None:
        """Close; work that is under way is stopped first."""
        self.stop_requested.emit()
        super().reject()

    def _field_page(self, *, is_whole_list: bool) -> QWidget:
        inside = QWidget()
        column = column_of(inside)
        hint = _("Tick what is to change for all of them. What has no tick stays as it is.")
        if is_whole_list:
            whole = _("No rows are selected, so this is about all that the list shows.")
            column.addWidget(label(whole, "strong", wraps=True))
        column.addWidget(label(hint, "quiet", wraps=True))
        column.addWidget(self.fields)
        column.addStretch()
        return scrolling(inside)

    def _connect(self) -> None:
        self.look.clicked.connect(self._ask_to_look)
        self.save.clicked.connect(self._ask_to_save)
        self.back.clicked.connect(self._show_fields)
        self._steps.stop_requested.connect(self.stop_requested)

    def _ask_to_look(self) -> None:
        self.show_problem("")
        edit: BulkEdit | None = self.fields.edit()
        if edit is not None:
            self.look.setEnabled(False)
            self.looked.emit(edit)

    def _ask_to_save(self) -> None:
        self.show_problem("")
        if self._plan is not None:
            self.save.setEnabled(False)
            self.back.setEnabled(False)
            self.save_requested.emit(self._plan)

    def _show_fields(self) -> None:
        self._turn_to(0)
        self.fields.focus_first()

    def _turn_to(self, page: int) -> None:
        self._pages.setCurrentIndex(page)
        is_plan = page == 1
        self.look.setVisible(not is_plan)
        self.save.setVisible(is_plan)
        self.back.setVisible(is_plan)
        self.look.setDefault(not is_plan)
        self.save.setDefault(is_plan)

    def _rest(self) -> None:
        self._steps.hide()
        self.look.setEnabled(True)
        self.save.setEnabled(True)
        self.back.setEnabled(True)
