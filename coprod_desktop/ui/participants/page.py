"""The list of participants, and beside it what one of them gave."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod_desktop.domain.summaries import ParticipantSummary
from coprod_desktop.i18n import _
from coprod_desktop.ui.participants.columns import participant_columns
from coprod_desktop.ui.participants.panel import ParticipantPanel, Person
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import primary_button
from coprod_desktop.ui.widgets.columns import RowSource
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.page import Page
from coprod_desktop.ui.widgets.search_field import SearchField
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar
from coprod_desktop.ui.widgets.table_model import TableModel


class ParticipantsPage(Page):
    """Show participants; every wish comes as a signal.

    `add_requested`; `open_requested(row)` wants to change a person; `show_requested(row | None)`
    wants to see what a person gave; `typed(text)` and `filter_chosen(key)` narrow the list.
    """

    add_requested = Signal()
    open_requested = Signal(object)
    show_requested = Signal(object)
    typed = Signal(str)
    filter_chosen = Signal(str)

    def __init__(self, tasks: TaskRunner) -> None:
        super().__init__(_("Participants"), _("Everybody who gives time, paid or unpaid."))
        add = primary_button(_("Add a participant"), icon_name="user-plus", shortcut="Ctrl+N")
        add.clicked.connect(self.add_requested)
        self.header.set_primary(add)
        self.search = SearchField(_("Find a participant"))
        self.search.searched.connect(self.typed)
        self.filters = SegmentedBar(
            _("Which participants"),
            [
                Segment(key="active", text=_("Taking part")),
                Segment(key="left", text=_("No longer")),
            ],
        )
        self.filters.chosen.connect(self.filter_chosen)
        self.rows: TableModel[ParticipantSummary] = TableModel(participant_columns(), tasks)
        empty = EmptyState(
            "users", _("There is nobody here yet."), _("Add the first person with Ctrl+N.")
        )
        self.list = ListView(self.rows, _("Participants"), empty=empty, picks_cells=True)
        self.empty = empty
        self.search.left_downwards.connect(self.list.setFocus)
        self.list.opened.connect(self.open_requested)
        self.list.selected.connect(self.show_requested)
        self.body.addWidget(self.filters)
        self.body.addLayout(self._find_row())
        self.body.addWidget(self.list, stretch=1)
        self.panel = ParticipantPanel()
        self.panel.hide()
        self.set_side_panel(self.panel)

    def _find_row(self) -> QHBoxLayout:
        self._find = QHBoxLayout()
        self._find.addWidget(self.search, stretch=1)
        return self._find

    def put_look(self, bar: QWidget, menu: QWidget) -> None:
        """Stand the line of filters above the list, and the menu of views beside the search."""
        self._find.addWidget(menu)
        self.body.insertWidget(self.body.indexOf(self.list), bar)
        QWidget.setTabOrder(self.search, menu)
        QWidget.setTabOrder(menu, self.list.table)

    def show_rows(self, source: RowSource[ParticipantSummary], *, is_filtered: bool) -> None:
        """Show the rows of a source; an empty list says why it is empty."""
        if is_filtered:
            self.empty.set_words(_("Nobody of that kind is here."), _("Try fewer letters."))
        else:
            self.empty.set_words(
                _("There is nobody here yet."), _("Add the first person with Ctrl+N.")
            )
        self.rows.load(source)

    def show_person(self, person: Person | None) -> None:
        """Show one person beside the list, or nobody."""
        if person is None:
            self.panel.hide()
        else:
            self.panel.show_person(person)

    def reload(self) -> None:
        """Fetch the rows again, staying in place."""
        self.rows.reload()
