"""The session sheet: fields over a grid, what it comes to, and one button that saves it all."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.domain.earlier import EarlierValues
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.selection_sums import sums_of
from coprod_desktop.domain.session_starts import SessionStart
from coprod_desktop.domain.session_templates import SessionTemplate
from coprod_desktop.domain.summaries import ProjectSummary
from coprod_desktop.i18n import _
from coprod_desktop.services.sessions import PricedRow
from coprod_desktop.ui.drafts import KEEP_KEYS, keep_words
from coprod_desktop.ui.limit_notes import LimitNote, LimitNotes
from coprod_desktop.ui.scale import NARROW_EM, M, S, em, type_font
from coprod_desktop.ui.session_sheet.copying import summed_value
from coprod_desktop.ui.session_sheet.draft import DraftRow, Place, WordError
from coprod_desktop.ui.session_sheet.fields import Head, SessionFields
from coprod_desktop.ui.session_sheet.find_bar import FindBar
from coprod_desktop.ui.session_sheet.foot import Notice, SheetFoot
from coprod_desktop.ui.session_sheet.grid import SheetGrid
from coprod_desktop.ui.session_sheet.judging import Sums
from coprod_desktop.ui.session_sheet.sheet_model import SheetModel
from coprod_desktop.ui.session_sheet.start_menu import StartMenu
from coprod_desktop.ui.session_sheet.starts import head_of
from coprod_desktop.ui.session_sheet.wording import save_words, why_words
from coprod_desktop.ui.why_lines import work_sources
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.labels import announce, label
from coprod_desktop.ui.widgets.page import Page
from coprod_desktop.ui.widgets.why_panel import WhyPanel

_TITLE_EM = 24.0  # what becomes of a draft is to be read whole


class SessionSheetPage(Page):
    """Show one session as it is typed; every wish comes as a signal.

    `changed`: something typed changed. `save_requested`, or `keep_requested` to save it as a draft
    that nobody is asked to approve yet. `kit_requested` wants papers for the day itself.
    `projects_requested` wants the screen of projects.
    `sums_changed(sums | None)`: what the selected cells come to, where there are several.
    `wait_requested(note)` and `part_requested(note)` answer a note about a limit. The rows are in
    `sheet`.
    """

    changed = Signal()
    save_requested = Signal()
    keep_requested = Signal()
    kit_requested = Signal()
    projects_requested = Signal()
    sums_changed = Signal(object)
    wait_requested = Signal(object)
    part_requested = Signal(object)

    def __init__(self, word_error: WordError, today: Callable[[], datetime.date]) -> None:
        words = _("A draft, kept as you type. It counts once you save it.")
        super().__init__(_("Session sheet"), words, scrolls=True)
        self.header.title_em = _TITLE_EM
        self.save = primary_button(save_words(0), shortcut="Ctrl+S")
        self.save.clicked.connect(self.save_requested)
        self.header.set_primary(self.save)
        self.keep = Button(keep_words(), icon_name="pencil", shortcut=KEEP_KEYS)
        self.keep.clicked.connect(self.keep_requested)
        self.kit = Button(_("Print for the day"), icon_name="printer", shortcut="Ctrl+P")
        self.kit.clicked.connect(self.kit_requested)
        self.paste = Button(_("Paste from Excel"), icon_name="clipboard-paste")
        self.start = StartMenu(self)
        for button in (self.paste, self.start.button, self.keep, self.kit):
            self.header.add_action(button)
        self.sheet = SheetModel(word_error)
        self.fields = SessionFields(word_error, today)
        self.grid = SheetGrid(self.sheet, word_error, today)
        self.finder = FindBar(self.sheet)
        self.limits = LimitNotes(can_wait=True, can_part=True)
        self.foot = SheetFoot(self._go_to_row)
        self._promise = label("", "quiet", wraps=True)
        self.why = WhyPanel()
        self._explained: int | None = None
        self.set_side_panel(self.why)
        self._lay_out()
        self._connect()
        self.show_sums(Sums())

    # --- what the presenter asks ---------------------------------------------------------------

    def head(self) -> Head:
        """Return what stands in the fields."""
        return self.fields.head()

    def settle(self) -> bool:
        """End the typing that is going on; say whether every field is understood."""
        self.grid.view.settle()
        return self.fields.settle()

    def show_projects(self, projects: Sequence[Project]) -> None:
        """Offer the projects; without any, say that one is needed first."""
        self.fields.show_projects(projects)
        self._first.setVisible(not projects)
        self._work.setVisible(bool(projects))
        self.save.setVisible(bool(projects))
        for button in (self.paste, self.start.button, self.kit, self.keep):
            self.header.offer(button, is_offered=bool(projects))

    def show_kinds(self, kinds: Sequence[str]) -> None:
        """Offer the kinds of work."""
        self.fields.show_kinds(kinds)

    def show_earlier(self, earlier: EarlierValues) -> None:
        """Complete what was written before."""
        self.sheet.earlier = self.fields.earlier = earlier

    def show_head(self, head: Head) -> None:
        """Put values into the fields over the sheet."""
        self.fields.set_head(head)

    def start_from(self, start: SessionStart) -> None:
        """Put what a session starts from into the fields, and today as the day."""
        self.fields.set_head(head_of(start))
        self.fields.set_today()

    def show_templates(self, templates: Sequence[SessionTemplate]) -> None:
        """Offer the templates."""
        self.start.show_templates(templates)

    def show_keeping(self, words: str) -> None:
        """Say under the title what becomes of what is typed."""
        self.header.set_sub_line(words)

    def show_promise(self, words: str) -> None:
        """Say what is promised for time."""
        self._promise.setText(words)

    def show_sums(self, sums: Sums, count: int = 0) -> None:
        """Show what the sheet comes to, and how many rows the button saves."""
        self.grid.show_sums(sums)
        self.foot.show_sums(sums)
        self.save.set_text(save_words(count))
        self._explain_again()

    def show_budget(self, project: ProjectSummary | None, sums: Sums) -> None:
        """Show what is left of the budget."""
        self.foot.show_budget(project, sums)

    def show_notice(self, notice: Notice | None) -> None:
        """Show what is to be looked at, and have it read aloud."""
        if notice is not None and notice != self.foot.notice:
            announce(self.grid.view, f"{notice.heading}. {notice.reason}")
        self.foot.show_notice(notice)

    def show_limits(self, notes: Sequence[LimitNote]) -> None:
        """Show how close rows bring those who asked to be told."""
        self.limits.show_notes(notes)

    def show_field_error(self, key: str, sentence: str) -> None:
        """Show what is wrong under a field, and put the keyboard there."""
        self.fields.show_error(key, sentence)

    def go_to(self, number: int, place: Place) -> None:
        """Put the keyboard on a cell of the sheet."""
        self.grid.view.go_to(number, place)
        self.grid.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_saving(self, *, is_saving: bool) -> None:
        """Let nothing be saved twice."""
        self.save.setEnabled(not is_saving)
        self.keep.setEnabled(not is_saving)

    def start_again(self) -> None:
        """Begin the next session, with the same project, kind and place."""
        self.fields.start_again()
        self.why.hide()
        self.go_to(0, Place.NAME)

    # --- how it works --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        button = Button(_("Go to projects"), icon_name="folder")
        button.clicked.connect(self.projects_requested)
        words = _("There is no open project yet, and work is logged for one.")
        hint = _("Add a project first. Then the sheet is ready; people can be added on it.")
        self._first = EmptyState("folder", words, hint, button)
        self._first.hide()
        promise = QHBoxLayout()
        promise.setSpacing(S)
        promise.addWidget(IconMark("badge-check", "ink_2"), alignment=Qt.AlignmentFlag.AlignTop)
        promise.addWidget(self._promise, stretch=1)
        hints = _hints()
        promise.addWidget(hints, alignment=Qt.AlignmentFlag.AlignTop)
        self._work = _Work(hints)
        column = QVBoxLayout(self._work)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.fields)
        column.addLayout(promise)
        column.addWidget(self.finder)
        column.addWidget(self.grid, stretch=1)
        column.addWidget(self.limits)
        column.addWidget(self.foot)
        self.body.addWidget(self._first)
        self.body.addWidget(self._work)

    def _connect(self) -> None:
        self.sheet.changed.connect(self.changed)
        self.fields.changed.connect(self.changed)
        self.limits.wait_requested.connect(self.wait_requested)
        self.limits.part_requested.connect(self.part_requested)
        self.grid.view.why_requested.connect(self._explain)
        self.grid.view.moved.connect(self._follow)
        self.grid.view.selection_changed.connect(self._add_up_selection)
        self.grid.view.commands.find_wanted.connect(self.finder.open_bar)
        self.sheet.dataChanged.connect(self._add_up_again)
        self.finder.found.connect(self._show_found)
        self.finder.closed.connect(self.grid.view.setFocus)
        self.paste.clicked.connect(self._paste)
        self.why.closed.connect(self._forget_why)
        today = QShortcut(QKeySequence("Ctrl+;"), self)
        today.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        today.activated.connect(self.fields.set_today)

    def _paste(self) -> None:
        """Put the clipboard in where the keyboard is on the sheet."""
        self.grid.view.settle()
        self.grid.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grid.view.commands.paste()

    def _show_found(self, number: int, place: Place) -> None:
        self.grid.view.go_to(number, place)

    def _add_up_selection(self) -> None:
        """Say what the selected cells come to, once there are several."""
        cells = self.grid.view.commands.selected()
        values = (summed_value(self.sheet, number, place) for number, place in cells)
        self.sums_changed.emit(sums_of(values) if len(cells) > 1 else None)

    def _add_up_again(self) -> None:
        """Keep the sums true while what is selected changes, such as names that were cleared up."""
        if self.isVisible():
            self._add_up_selection()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+F for what is on the sheet, wherever the keyboard is on the page."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Find):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.finder.open_bar()
            return True
        return super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the sums away with the page."""
        super().hideEvent(event)
        self.sums_changed.emit(None)

    def _go_to_row(self, number: int) -> None:
        trouble = self.sheet.trouble_at(number)
        self.go_to(number, trouble.place if trouble is not None else Place.NAME)

    # --- why? ----------------------------------------------------------------------------------

    def _explain(self, number: int) -> None:
        row, priced = self.sheet.row_at(number), self.sheet.priced_at(number)
        if priced is None or row.participant is None:
            return
        self._explained = number
        self._show_why(row, priced)

    def _show_why(self, row: DraftRow, priced: PricedRow) -> None:
        heading, lines = why_words(row, priced)
        who = row.participant.name if row.participant is not None else ""
        self.why.explain(heading, who, lines, work_sources(priced.contributions, is_saved=False))

    def _explain_again(self) -> None:
        """Keep an open explanation true while the row changes."""
        if self._explained is not None and self.why.isVisible():
            if self._explained < self.sheet.rowCount():
                self._explain(self._explained)

    def _follow(self, number: int) -> None:
        if self.why.isVisible() and number != self._explained:
            self._explain(number)
        self._keep_in_view()

    def _forget_why(self) -> None:
        self._explained = None

    def _keep_in_view(self) -> None:
        """Scroll the page where it is too low for the whole sheet."""
        view = self.grid.view
        area = self.findChild(QScrollArea)
        inside = area.widget() if area is not None else None
        if area is None or inside is None or not self.isVisible():
            return
        cell = view.visualRect(view.currentIndex())
        at = view.viewport().mapTo(inside, cell.center())
        area.ensureVisible(at.x(), at.y(), 0, cell.height())


class _Work(QWidget):
    """Everything of a sheet that has a project; it leaves the hints out where there is no room."""

    def __init__(self, hints: QWidget) -> None:
        super().__init__()
        self._hints = hints

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the hints out where there is little room."""
        super().resizeEvent(event)
        self._hints.setVisible(self.width() > NARROW_EM * em(type_font()))


def _hints() -> QWidget:
    """Return the line that says which keys do what."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(S)
    for key, words in (
        (_("Tab"), _("next cell")),
        (_("Enter"), _("next row")),
        (_("Ctrl+D"), _("copy from above")),
    ):
        row.addWidget(label(key, "key"))
        row.addWidget(label(words, "secondary"))
        row.addSpacing(M)
    return line
