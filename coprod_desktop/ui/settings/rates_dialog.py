"""Show the published figures of a day with their sources, and which the charity corrected."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.i18n import _
from coprod_desktop.services.rate_words import code_words, scheme_words
from coprod_desktop.services.rates import FigureOnDay
from coprod_desktop.ui.scale import XL, XXL, L, M, S, grown, scaled
from coprod_desktop.ui.settings.rates_columns import columns, details
from coprod_desktop.ui.settings.rates_correct_dialog import RateCorrectDialog
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.columns import fixed_rows
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.field_box import FieldBox
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.message_bar import Action, MessageBar, MessageKind
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.table_model import TableModel

_SIZE = (1400, 760)
_LOWEST_LIST = 160
_LINES_TOLD = 4


class RatesDialog(QDialog):
    """List the figures of a day; the one that is chosen is told in full below.

    `day_changed(day)` asks for another day. `correct_requested(figure)` and
    `remove_requested(figure)` are about the chosen figure. Show it with `open()`.
    """

    day_changed = Signal(object)
    correct_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(
        self,
        tasks: TaskRunner,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Rates and limits"))
        self._word_error, self._today = word_error, today
        self._bar: MessageBar | None = None
        self.day = DateEdit(_("In force on"), word_error, today)
        self.day.set_day(today())
        self.rows: TableModel[FigureOnDay] = TableModel(columns(), tasks)
        self.list = ListView(self.rows, _("Published figures"))
        self.list.setMinimumHeight(grown(_LOWEST_LIST))
        self._heading = label("", "section", wraps=True)
        self._told = label("", wraps=True)
        # Reached with Tab too, so that it scrolls into view and is read aloud.
        self._told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._told.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._told.setMinimumHeight(_LINES_TOLD * self._told.fontMetrics().lineSpacing())
        self._correct = primary_button(_("Correct this figure…"), icon_name="pencil")
        self._remove = Button(_("Take your figure away"), icon_name="undo-2")
        self._close = Button(_("Close"))
        self._lay_out()
        self._connect()
        self._show_details(None)

    # --- what the presenter does -----------------------------------------------------------------

    def show_figures(self, figures: Sequence[FigureOnDay]) -> None:
        """List these figures; the selection stays on its code."""
        chosen = self.list.current_row()
        self.rows.load(fixed_rows(figures, key_of=lambda row: row.code))
        if figures:
            self.list.select_key(figures[0].code)
        if chosen is not None:
            self.list.select_key(chosen.code)
        self._show_details(self.list.current_row())

    def ask_for_correction(self, figure: FigureOnDay) -> RateCorrectDialog:
        """Open the form that corrects a figure from the day that is shown."""
        day = self.day.day() or self._today()
        form = RateCorrectDialog(figure, day, self._word_error, self._today, self)
        form.open()
        return form

    def say(self, kind: MessageKind, sentence: str, actions: tuple[Action, ...] = ()) -> None:
        """Show what happened above the list."""
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
        self._bar = MessageBar(kind, sentence, actions)
        self._head.addWidget(self._bar)
        self._bar.show()

    # --- how it works ----------------------------------------------------------------------------

    def open(self) -> None:
        """Show the dialog as large as it needs, where the screen has room; start in the list."""
        super().open()
        room = self.screen().availableSize()
        width, height = (scaled(px) for px in _SIZE)
        self.resize(min(width, room.width() - XL), min(height, room.height() - XXL))
        self.list.setFocus()

    def _lay_out(self) -> None:
        self._head = QVBoxLayout()
        self._head.setSpacing(M)
        self._head.addWidget(label(_("Rates and limits"), "title"))
        words = _(
            "What others publish, chosen by the day of the work or journey. A figure that is "
            "wrong or missing can be corrected for your charity; what was agreed stays as it is."
        )
        self._head.addWidget(label(words, "quiet", wraps=True))
        row = QHBoxLayout()
        row.addWidget(FieldBox(_("In force on"), self.day), stretch=1)
        row.addStretch(1)
        self._head.addLayout(row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, L, 0, L)
        outer.setSpacing(M)
        outer.addWidget(self._scrolling(), stretch=1)
        outer.addLayout(self._buttons())

    def _scrolling(self) -> QScrollArea:
        """Hold all but the buttons; it scrolls where the screen is too low for large text."""
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(XL, 0, XL, S)
        column.setSpacing(M)
        column.addLayout(self._head)
        column.addWidget(self.list, stretch=1)
        column.addWidget(self._heading)
        column.addWidget(self._told)
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = area
        return area

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(XL, 0, XL, 0)
        row.setSpacing(M)
        row.addWidget(self._remove)
        row.addStretch()
        row.addWidget(self._close)
        row.addWidget(self._correct)
        return row

    def _connect(self) -> None:
        self.day.day_changed.connect(self._tell_day)
        self.list.selected.connect(self._show_details)
        self.list.opened.connect(self.correct_requested)
        self._correct.clicked.connect(lambda: self._ask(self.correct_requested))
        self._remove.clicked.connect(lambda: self._ask(self.remove_requested))
        self._close.clicked.connect(self.reject)

    def _tell_day(self, day: datetime.date | None) -> None:
        if day is not None:
            self.day_changed.emit(day)

    def _ask(self, wanted: SignalInstance) -> None:
        figure = self.list.current_row()
        if figure is not None:
            wanted.emit(figure)

    def _show_details(self, figure: FigureOnDay | None) -> None:
        self._correct.setEnabled(figure is not None)
        is_own = figure is not None and figure.rate is not None and figure.rate.is_own
        self._remove.setVisible(is_own)
        if figure is None:
            self._heading.clear()
            self._told.clear()
            self._told.setAccessibleName(_("The chosen figure"))
            return
        self._heading.setText(f"{scheme_words(figure.scheme)}: {code_words(figure.code)}")
        self._told.setText("\n".join(details(figure)))
        self._told.setAccessibleName(f"{self._heading.text()}. {self._told.text()}")
        self._area.ensureWidgetVisible(self.list)
