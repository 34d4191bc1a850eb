"""The page about what changed and what was removed, with the way back for both."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from coprod_desktop.domain.changes import HistoryLine, RemovedThing
from coprod_desktop.i18n import _
from coprod_desktop.services.verb_words import all_verbs, verb_words
from coprod_desktop.ui.history.columns import history_columns, removed_columns
from coprod_desktop.ui.history.filters import FieldRow
from coprod_desktop.ui.history.panel import ChangePanel
from coprod_desktop.ui.scale import M
from coprod_desktop.ui.tasks import Failed, TaskRunner
from coprod_desktop.ui.widgets.buttons import Button, link_button, primary_button
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.columns import RowSource
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.field_box import FieldBox
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.page import Page
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.search_field import SearchField
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar
from coprod_desktop.ui.widgets.table_model import TableModel

CHANGES = "changes"
REMOVED = "removed"
_SHORT = 5
_ADJUST = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the fields above the list ask for; empty or None where they ask for all."""

    word: str = ""
    operator: str = ""
    verb: str = ""
    day: datetime.date | None = None


class HistoryPage(Page):
    """Show the history or what was removed; every wish comes as a signal.

    `filtered(Wanted)` narrows the list, and `part_chosen` tells that the other part is shown;
    `show_requested(line)` asks what a change did. `take_back_requested(line)`,
    `again_requested(line)` and `back_to_requested(line)` are about a change, and
    `put_back_requested(thing)` about something removed.
    """

    filtered = Signal(object)
    part_chosen = Signal()
    show_requested = Signal(object)
    take_back_requested = Signal(object)
    again_requested = Signal(object)
    back_to_requested = Signal(object)
    put_back_requested = Signal(object)

    def __init__(
        self,
        tasks: TaskRunner,
        failed: Failed,
        word_error: WordError,
        today: Callable[[], datetime.date],
    ) -> None:
        words = _("What changed, by whom, from what to what, and the way back.")
        super().__init__(_("History and undo"), words)
        self.parts = SegmentedBar(_("Changes or what was removed"), _segments())
        self.primary = primary_button("", icon_name="undo-2", shortcut="Ctrl+Return")
        self.back_to = Button(_("Take back to here…"), icon_name="history", shortcut="Ctrl+T")
        self.search = SearchField(_("Find by any word"))
        self.who = ChoiceEdit[str](_("Who did it"))
        self.verb = ChoiceEdit[str](
            _("What was done"), [Choice(verb, verb_words(verb)) for verb in all_verbs()]
        )
        self.day = DateEdit(_("On which day"), word_error, today)
        self.clear = link_button(_("Show all"), icon_name="x")
        self.panel = ChangePanel()
        self.changes: TableModel[HistoryLine] = TableModel(history_columns(), tasks, failed=failed)
        self.removed: TableModel[RemovedThing] = TableModel(removed_columns(), tasks, failed=failed)
        self._make_lists()
        self._lay_out()
        self._connect()
        self._fit()

    # --- what the presenter asks ---------------------------------------------------------------

    def set_who(self, names: tuple[str, ...]) -> None:
        """Offer who may have done it."""
        self.who.set_choices([Choice(name, name) for name in names])

    def show_changes(self, source: RowSource[HistoryLine], *, is_filtered: bool) -> None:
        """Show the rows of a source; an empty list says why it is empty."""
        if is_filtered:
            self._empty.set_words(_("Nothing of that kind is here."), _("Show all to see more."))
        else:
            self._empty.set_words(_("Nothing has happened in this file yet."), "")
        self.clear.setVisible(is_filtered)
        self.changes.load(source)

    def show_removed(self, source: RowSource[RemovedThing]) -> None:
        """Show what was removed."""
        self.removed.load(source)

    def reload(self) -> None:
        """Fetch the list on show again, staying in place.

        What nobody looks at is fetched when it is shown: in a large file that takes a while.
        """
        if self.isVisible():
            (self.removed if self.is_removed_shown else self.changes).reload()

    @property
    def is_removed_shown(self) -> bool:
        """Say whether what was removed is on show, and not the changes."""
        return self.parts.chosen_key == REMOVED

    def wanted(self) -> Wanted:
        """Return what the fields ask for."""
        return Wanted(
            word=self.search.text().strip(),
            operator=self.who.value() or "",
            verb=self.verb.value() or "",
            day=self.day.day(),
        )

    # --- how it works --------------------------------------------------------------------------

    def _make_lists(self) -> None:
        self._empty = EmptyState("history", "")
        self.list = ListView(self.changes, _("What changed"), empty=self._empty)
        words = _("Nothing was removed.")
        hint = _("What you remove waits here, and you can put it back.")
        self.removed_list = ListView(
            self.removed, _("What was removed"), empty=EmptyState("trash-2", words, hint)
        )

    def _lay_out(self) -> None:
        self.header.add_action(self.back_to)
        self.header.set_primary(self.primary)
        for choice in (self.who, self.verb):  # else the longest words would push the list out
            choice.setMinimumContentsLength(_SHORT)
            choice.setSizeAdjustPolicy(_ADJUST)
        for field, words in (
            (self.who.lineEdit(), _("Everybody")),
            (self.verb.lineEdit(), _("Everything")),
            (self.day, _("Any day")),
        ):
            if field is not None:
                field.setPlaceholderText(words)
        filters = FieldRow(
            [
                (FieldBox(_("Find"), self.search), 3),
                (FieldBox(_("Who"), self.who), 2),
                (FieldBox(_("What"), self.verb), 3),
                (FieldBox(_("Day"), self.day), 2),
            ]
        )
        changes = _column(filters, self.clear, self.list)
        note = label(
            _(
                "What is removed stays here until it is put back. Nothing is emptied by itself; "
                "what somebody asked to be forgotten is not here."
            ),
            "quiet",
            wraps=True,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(changes)
        self._stack.addWidget(_column(note, self.removed_list))
        self.body.addWidget(self.parts)
        self.body.addWidget(self._stack, stretch=1)
        self.set_side_panel(self.panel)

    def _connect(self) -> None:
        self.parts.chosen.connect(self._show_part)
        self.search.searched.connect(lambda _text: self._ask())
        self.search.left_downwards.connect(self.list.setFocus)
        self.who.value_changed.connect(lambda _who: self._ask())
        self.verb.value_changed.connect(lambda _verb: self._ask())
        self.day.day_changed.connect(lambda _day: self._ask())
        self.clear.clicked.connect(self._show_all)
        self.list.selected.connect(self._select)
        self.list.opened.connect(self.show_requested)
        self.removed_list.selected.connect(lambda _row: self._fit())
        self.removed_list.opened.connect(self.put_back_requested)
        self.primary.clicked.connect(self._do_first)
        self.back_to.clicked.connect(self._go_back)

    def _show_all(self) -> None:
        self.search.clear()
        self.who.set_value(None)
        self.verb.set_value(None)
        self.day.set_day(None)
        self._ask()

    def _ask(self) -> None:
        self.filtered.emit(self.wanted())

    def _select(self, line: HistoryLine | None) -> None:
        self._fit()
        if line is not None:
            self.show_requested.emit(line)

    def _show_part(self, key: str) -> None:
        self._stack.setCurrentIndex(0 if key == CHANGES else 1)
        self.parts.updateGeometry()
        if key == REMOVED:
            self.panel.hide()
        self._fit()
        self.part_chosen.emit()

    def _fit(self) -> None:
        """Offer what can be done with what is selected."""
        is_removed = self.is_removed_shown
        line, thing = self.list.current_row(), self.removed_list.current_row()
        self.header.offer(self.back_to, is_offered=not is_removed)
        if is_removed:
            self.primary.set_text(_("Put back"))
            self.primary.setEnabled(thing is not None)
            return
        can_again = line is not None and not line.is_standing
        self.primary.set_text(_("Do it again") if can_again else _("Take this one back"))
        self.primary.setEnabled(line is not None)
        self.back_to.setEnabled(line is not None and line.is_standing)

    def _do_first(self) -> None:
        if self.is_removed_shown:
            thing = self.removed_list.current_row()
            if thing is not None:
                self.put_back_requested.emit(thing)
            return
        line = self.list.current_row()
        if line is not None:
            wish = self.take_back_requested if line.is_standing else self.again_requested
            wish.emit(line)

    def _go_back(self) -> None:
        line = self.list.current_row()
        if line is not None:
            self.back_to_requested.emit(line)


def _column(*widgets: QWidget) -> QWidget:
    """Stack widgets; the last one takes what room is left."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(M)
    for widget in widgets[:-1]:
        column.addWidget(widget)
    column.addWidget(widgets[-1], stretch=1)
    return whole


def _segments() -> tuple[Segment, ...]:
    return (
        Segment(key=CHANGES, text=_("Changes"), icon="history"),
        Segment(key=REMOVED, text=_("Removed"), icon="trash-2"),
    )
