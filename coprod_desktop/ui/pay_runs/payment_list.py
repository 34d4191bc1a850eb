"""The payments of a run: one list before the money is sent, another after, with tick boxes."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.pay_runs import PaymentState, RunState
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.icons import icon
from coprod_desktop.ui.pay_runs.columns import after_columns, before_columns, row_tint
from coprod_desktop.ui.pay_runs.payment_row import (
    ICONS,
    KEYS,
    PaymentAction,
    PaymentRow,
    action_words,
    rows_of,
)
from coprod_desktop.ui.pay_runs.shown_run import OPEN_STATES, ShownRun
from coprod_desktop.ui.scale import TABLE_HEAD, TABLE_ROW, grown
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.columns import fixed_rows
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.table_model import TableModel

_BEFORE = OPEN_STATES | {RunState.APPROVED}
_LEAST_ROWS = 4


class PaymentList(QWidget):
    """Show the payments of a run.

    `opened(row)` wants to know why somebody is paid so much. `action_requested(row, action)` comes
    from a key or the menu; `menu_requested(row, place)` wants the menu of a row: answer with
    `show_menu`. `ticks_changed` comes when other rows are ticked.
    """

    opened = Signal(object)
    action_requested = Signal(object, object)
    menu_requested = Signal(object, object)
    ticks_changed = Signal()

    def __init__(self, tasks: TaskRunner) -> None:
        super().__init__()
        self._ticks: set[int] = set()
        self._rows: tuple[PaymentRow, ...] = ()
        self._is_before = True
        self._before: TableModel[PaymentRow] = TableModel(before_columns(), tasks, tint=row_tint)
        self._after: TableModel[PaymentRow] = TableModel(
            after_columns(self._is_ticked), tasks, tint=row_tint
        )
        name = _("Payments of this run")
        self._before_list = ListView(self._before, name, is_hugging=True)
        self._after_list = ListView(self._after, name, is_hugging=True)
        self._menu = QMenu(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        # As high as its rows, so that what stands below follows right under them.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetMinAndMaxSize)
        for one in (self._before_list, self._after_list):
            column.addWidget(one)
            self._connect(one)
        self._after_list.ticked.connect(self._tick)
        self._after_list.hide()

    # --- what the run asks -----------------------------------------------------------------------

    @property
    def model(self) -> TableModel[PaymentRow]:
        """The rows on show."""
        return self._before if self._is_before else self._after

    @property
    def list(self) -> ListView[PaymentRow]:
        """The list on show."""
        return self._before_list if self._is_before else self._after_list

    @property
    def menu(self) -> QMenu:
        """The menu of a row."""
        return self._menu

    @property
    def ticked_ids(self) -> tuple[int, ...]:
        """The ids of the payments that are ticked, in order of the list."""
        return tuple(row.payment_id for row in self._rows if self._is_ticked(row))

    def row_of(self, payment_id: int | None) -> PaymentRow | None:
        """Return the row of a payment; None where it is not in the run."""
        return next((row for row in self._rows if row.payment_id == payment_id), None)

    def show_run(self, shown: ShownRun) -> None:
        """Show the payments of a run; what was ticked stays so while it can be."""
        self._is_before = shown.state in _BEFORE
        self._rows = rows_of(shown)
        self._ticks &= {row.payment_id for row in self._rows if row.can_be_ticked}
        self._before_list.setVisible(self._is_before)
        self._after_list.setVisible(not self._is_before)
        self.model.load(fixed_rows(self._rows, key_of=lambda row: row.payment_id))
        self.list.set_totals(_totals(shown))
        self._fit()

    def show_menu(self, row: PaymentRow, place: QPoint, actions: Sequence[PaymentAction]) -> None:
        """Show what can be done with a row."""
        self._menu.clear()
        for action in actions:
            made = QAction(icon(ICONS[action], "ink"), action_words(action), self._menu)
            made.setShortcut(QKeySequence(KEYS[action]))
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # the list has the keys
            made.triggered.connect(
                lambda _on=False, what=action: self.action_requested.emit(row, what)
            )
            self._menu.addAction(made)
        self._menu.popup(place)

    # --- how it works ----------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            if hasattr(self, "_after_list"):
                self._fit()

    def _connect(self, shown: ListView[PaymentRow]) -> None:
        shown.opened.connect(self.opened)
        shown.followed.connect(lambda row, _key: self.opened.emit(row))
        table = shown.table
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._ask_for_menu)
        for action, keys in KEYS.items():
            if action is PaymentAction.WHY:
                continue  # Enter is a key of every list
            shortcut = QShortcut(QKeySequence(keys), table)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda what=action: self._do(what))

    def _do(self, action: PaymentAction) -> None:
        row = self.list.current_row()
        if row is not None:
            self.action_requested.emit(row, action)

    def _ask_for_menu(self, place: QPoint) -> None:
        """Ask for the menu where the mouse is, or under the row that has the keyboard."""
        table = self.list.table
        index = table.indexAt(place)
        if not index.isValid():
            index = table.currentIndex()
        row = self.model.row_at(index.row()) if index.isValid() else None
        if row is not None:
            corner = table.visualRect(index).bottomLeft()
            self.menu_requested.emit(row, table.viewport().mapToGlobal(corner))

    def _is_ticked(self, row: PaymentRow) -> bool | None:
        return row.payment_id in self._ticks if row.can_be_ticked else None

    def _tick(self, row: PaymentRow) -> None:
        if row.can_be_ticked:
            self._ticks ^= {row.payment_id}
            self.list.table.viewport().update()
            self.ticks_changed.emit()

    def _fit(self) -> None:
        """Keep a few rows in view however little room there is, and no more than there are."""
        rows = min(len(self._rows), _LEAST_ROWS) + 1
        self.list.setMinimumHeight(grown(TABLE_HEAD) + rows * grown(TABLE_ROW) + 4)


def _totals(shown: ShownRun) -> dict[str, str]:
    sent = shown.sent
    payments = sum(one.payment_pence for one in sent)
    expenses = sum(one.reimbursement_pence for one in sent)
    return {
        "name": _count(shown),
        "payment": format_pounds(payments),
        "expenses": format_pounds(expenses),
        "total": format_pounds(payments + expenses),
    }


def _count(shown: ShownRun) -> str:
    people = len({one.participant_id for one in shown.sent})
    if shown.state in _BEFORE:
        words = ngettext("{count:,} person to pay", "{count:,} people to pay", people)
        return words.format(count=people)
    if shown.state is RunState.REVERSED:
        return _("Nothing is paid")
    paid = sum(one.state is PaymentState.PAID for one in shown.payments)
    words = ngettext("{paid:,} of {count:,} paid", "{paid:,} of {count:,} paid", paid)
    return words.format(paid=paid, count=len(shown.payments))
