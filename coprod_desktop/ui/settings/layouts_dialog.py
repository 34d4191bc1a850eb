"""The layouts of bank files: those that come with the program, and the charity's own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.services.known_layouts import KnownLayout
from coprod_desktop.ui.layout_words import check_words, source_words
from coprod_desktop.ui.scale import TABLE_HEAD, TABLE_ROW, XL, XXL, L, M, S, grown, scaled
from coprod_desktop.ui.settings.layouts_columns import layout_columns
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.columns import fixed_rows
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.message_bar import Action, MessageBar, MessageKind
from coprod_desktop.ui.widgets.table_model import TableModel

_SIZE = (860, 640)
_LEAST_ROWS = 5


class LayoutsDialog(QDialog):
    """List layouts, and say what is not certain of the chosen one.

    `new_requested` wants to begin from the template, `copy_requested(layout)` from a layout,
    `change_requested(layout)` to change one's own, `remove_requested(layout)` to remove it.
    Show it with `open()`.
    """

    new_requested = Signal()
    copy_requested = Signal(object)
    change_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, usual: str, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Bank file layouts"))
        self._bar: MessageBar | None = None
        self._wanted = usual
        self.rows: TableModel[KnownLayout] = TableModel(layout_columns(usual), tasks)
        self.list = ListView(self.rows, _("Bank file layouts"))
        self.list.setMinimumHeight(grown(TABLE_HEAD) + _LEAST_ROWS * grown(TABLE_ROW))
        self._note = label("", wraps=True)
        self._source = label("", "quiet", wraps=True)
        self.new = Button(_("New layout…"), icon_name="plus")
        self.copy = Button(_("Copy and change…"), icon_name="copy")
        self.change = Button(_("Change…"), icon_name="pencil")
        self.remove = Button(_("Remove"), icon_name="trash-2")
        self.leave = primary_button(_("Close"))
        self._lay_out()
        self._connect()
        self._show_about(None)

    def _connect(self) -> None:
        self.list.selected.connect(self._show_about)
        self.list.opened.connect(self._open_row)
        self.rows.arrived.connect(self._select_wanted)
        self.new.clicked.connect(self.new_requested)
        self.leave.clicked.connect(self.accept)
        self.copy.clicked.connect(lambda: self._tell(self.copy_requested))
        self.change.clicked.connect(lambda: self._tell(self.change_requested))
        self.remove.clicked.connect(lambda: self._tell(self.remove_requested))

    # --- what the presenter does -----------------------------------------------------------------

    def show_layouts(self, layouts: Sequence[KnownLayout], chosen: str = "") -> None:
        """List these; `chosen` is the key of the one to look at."""
        self._wanted = chosen or self._wanted
        self.rows.load(fixed_rows(layouts, key_of=lambda row: row.key))

    def say(self, kind: MessageKind, sentence: str, actions: Sequence[Action] = ()) -> None:
        """Show what happened above the list."""
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
        self._bar = MessageBar(kind, sentence, tuple(actions))
        self._head.addWidget(self._bar)
        self._bar.show()

    # --- how it is made --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._head = QVBoxLayout()
        self._head.setSpacing(S)
        self._head.addWidget(label(_("Bank file layouts"), "title"))
        words = _(
            "A layout says how the columns stand in the file that your bank’s website takes in. "
            "The usual one is chosen in the menu File, “Two people for money…”."
        )
        self._head.addWidget(label(words, "quiet", wraps=True))
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(XL, 0, XL, S)
        column.setSpacing(M)
        column.addLayout(self._head)
        column.addWidget(self.list, stretch=1)
        column.addWidget(self._note)
        column.addWidget(self._source)
        column.addLayout(_row(self.new, self.copy, self.change, self.remove))
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, L, 0, L)
        outer.setSpacing(M)
        outer.addWidget(area, stretch=1)
        foot = QHBoxLayout()
        foot.setContentsMargins(XL, 0, XL, 0)
        foot.addStretch()
        foot.addWidget(self.leave)
        outer.addLayout(foot)

    def open(self) -> None:
        """Show the dialog as large as it needs, where the screen has room; start in the list."""
        super().open()
        room = self.screen().availableSize()
        width, height = (scaled(px) for px in _SIZE)
        self.resize(min(width, room.width() - XL), min(height, room.height() - XXL))
        self.list.setFocus()

    # --- how it works ----------------------------------------------------------------------------

    def _select_wanted(self) -> None:
        if self._wanted:
            self.list.select_key(self._wanted)
            self._wanted = ""

    def _open_row(self, row: KnownLayout) -> None:
        (self.change if row.is_own else self.copy).click()

    def _show_about(self, row: KnownLayout | None) -> None:
        self._note.setText("" if row is None else check_words(row))
        self._source.setText("" if row is None else source_words(row))
        self._source.setVisible(bool(self._source.text()))
        self.copy.setEnabled(row is not None and bool(row.text))
        for button in (self.change, self.remove):
            button.setEnabled(row is not None and row.is_own)

    def _tell(self, signal: SignalInstance) -> None:
        row = self.list.current_row()
        if row is not None:
            signal.emit(row)


def _row(*buttons: Button) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(M)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row
