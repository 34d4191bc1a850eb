"""Every paper that a person was given; each can be opened again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.domain.dates import list_day
from coprod_desktop.i18n import _
from coprod_desktop.services.paper_shelf import GivenPaper
from coprod_desktop.ui.papers.paper_viewer import PaperViewer
from coprod_desktop.ui.papers.words import answer_words, days_words, kind_word
from coprod_desktop.ui.scale import XL, XXL, L, M, em, scaled
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.columns import Column, fixed_rows
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.message_bar import Action, MessageBar, MessageKind
from coprod_desktop.ui.widgets.segmented_bar import Segment, SegmentedBar
from coprod_desktop.ui.widgets.table_model import TableModel

_SIZE = (1320, 780)
_ROOM_FOR_BOTH_EM = 64


class PapersDialog(QDialog):
    """List a person's papers, and show the chosen one beside them.

    `open_requested(paper | None)` wants to see one, `another_requested` to make another one,
    `answer_requested(paper)` to write down the answer to a check sheet. Show it with `open()`.
    """

    open_requested = Signal(object)
    another_requested = Signal()
    answer_requested = Signal(object)

    def __init__(self, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar: MessageBar | None = None
        self._wanted = ""
        self._title = label("", "title", wraps=True)
        self.rows: TableModel[GivenPaper] = TableModel(_columns(), tasks)
        empty = EmptyState("file-text", _("No paper was made yet."), _("Make the first one below."))
        self.list = ListView(self.rows, _("Papers"), empty=empty)
        self.viewer = PaperViewer()
        self.another = Button(_("Another paper"), icon_name="file-plus")
        self.log = Button(_("Write down the answer"), icon_name="pencil")
        self.leave = primary_button(_("Close"))
        self.halves = SegmentedBar(
            _("What to look at"),
            [Segment(key="list", text=_("List")), Segment(key="paper", text=_("Paper"))],
        )
        self._lay_out()
        self._connect()
        self._select(None)

    def _lay_out(self) -> None:
        self._head = QVBoxLayout()
        self._head.setContentsMargins(XL, 0, XL, 0)
        self._head.addWidget(self._title)
        beside = QHBoxLayout()
        beside.setContentsMargins(XL, 0, XL, 0)
        beside.setSpacing(L)
        beside.addWidget(self.list, stretch=6)
        beside.addWidget(self.viewer, stretch=7)
        foot = QHBoxLayout()
        foot.setContentsMargins(XL, 0, XL, 0)
        foot.setSpacing(M)
        for button in (self.another, self.log):
            foot.addWidget(button)
        foot.addStretch()
        foot.addWidget(self.leave)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, L, 0, L)
        outer.setSpacing(M)
        outer.addLayout(self._head)
        halves = QHBoxLayout()
        halves.setContentsMargins(XL, 0, XL, 0)
        halves.addWidget(self.halves)
        halves.addStretch()
        outer.addLayout(halves)
        outer.addLayout(beside, stretch=1)
        outer.addLayout(foot)

    def _connect(self) -> None:
        self.list.selected.connect(self._select)
        self.list.opened.connect(self._open)
        self.rows.arrived.connect(self._choose_wanted)
        self.another.clicked.connect(self.another_requested)
        self.log.clicked.connect(lambda: self.answer_requested.emit(self.list.current_row()))
        self.leave.clicked.connect(self.accept)
        self.halves.chosen.connect(self._fit)

    # --- what the presenter does -----------------------------------------------------------------

    def show_papers(self, name: str, papers: Sequence[GivenPaper], chosen: str = "") -> None:
        """List a person's papers; `chosen` is the number of the one to open."""
        title = _("The papers of {name}").format(name=name)
        self.setWindowTitle(title)
        self._title.setText(title)
        self._wanted = chosen or self._wanted
        self.rows.load(fixed_rows(papers, key_of=lambda row: row.number))

    def say(self, kind: MessageKind, sentence: str, actions: Sequence[Action] = ()) -> None:
        """Show what happened above the list."""
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
        self._bar = MessageBar(kind, sentence, tuple(actions))
        self._head.addWidget(self._bar)
        self._bar.show()

    # --- how it works ----------------------------------------------------------------------------

    def open(self) -> None:
        """Show the dialog as large as the screen allows, with the keyboard in the list."""
        super().open()
        room = self.screen().availableSize()
        width, height = (scaled(px) for px in _SIZE)
        self.resize(min(width, room.width() - XL), min(height, room.height() - XXL))
        self.list.setFocus()

    def _choose_wanted(self) -> None:
        if not self.list.isAncestorOf(self.focusWidget() or self):
            self.list.setFocus()
        if self._wanted:
            self.list.select_key(self._wanted)
            self._wanted = ""
        elif self.list.current_row() is None and self.rows.rowCount():
            self.list.table.setCurrentIndex(self.rows.index(0, 0))

    def _select(self, paper: GivenPaper | None) -> None:
        self.log.setVisible(paper is not None and paper.waits_for_answer)
        self.open_requested.emit(paper)

    def _open(self, _paper: GivenPaper) -> None:
        """Show the paper where only one half fits, and go there with the keyboard."""
        self.halves.choose("paper")
        self.viewer.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the list and the paper side by side where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < _ROOM_FOR_BOTH_EM * em(self.font())
        self.halves.setVisible(is_narrow)
        half = self.halves.chosen_key
        self.list.setVisible(not is_narrow or half == "list")
        self.viewer.setVisible(not is_narrow or half == "paper")


def _columns() -> tuple[Column[GivenPaper], ...]:
    return (
        Column(key="number", title=_("Number"), text=lambda row: row.number, width_em=7.5),
        Column(
            key="kind",
            title=_("Paper"),
            text=lambda row: kind_word(row.kind),
            tooltip=lambda row: kind_word(row.kind),
            width_em=10,
            is_strong=True,
            is_stretch=True,
        ),
        Column(key="made", title=_("Made"), text=lambda row: list_day(row.issued_on), width_em=7.5),
        Column(
            key="state",
            title=_("What became of it"),
            text=answer_words,
            tooltip=lambda row: row.answer.note if row.answer else answer_words(row),
            width_em=12,
            only_with_words=True,
        ),
        Column(key="days", title=_("About"), text=days_words, width_em=14, is_secondary=True),
    )
