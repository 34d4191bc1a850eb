"""List what is owed on top after a rise, each entry with its reason, and prepare the run for it."""

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.pay_runs import Held
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.top_ups import Difference, Differences, NotToppedUp
from coprod_desktop.ui.pay_runs.top_ups_columns import difference_columns, none_columns
from coprod_desktop.ui.scale import XL, XXL, L, M, S, grown, scaled
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.why_lines import paragraphs
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.columns import fixed_rows
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.field_box import FieldBox
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.message_bar import MessageBar, MessageKind
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.table_model import TableModel

_SIZE = (1040, 720)
_LOWEST_LIST = 160
_LINES_TOLD = 3
_HELD_NAMED = 5


class TopUpsDialog(QDialog):
    """Show the differences; the reason of the chosen one is told in full below.

    `prepare_requested` comes when somebody asks for the run. Answer with `accept_saved()` or
    `show_problem(sentence)`. Show it with `open()`.
    """

    prepare_requested = Signal()

    def __init__(
        self,
        tasks: TaskRunner,
        word_error: WordError,
        today: Callable[[], datetime.date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("What is owed on top"))
        self._bar: MessageBar | None = None
        self.pay_on = DateEdit(_("Pay on"), word_error, today)
        self.pay_on.set_day(today())
        self.rows: TableModel[Difference] = TableModel(difference_columns(), tasks)
        self.list = ListView(self.rows, _("What is owed on top"), is_hugging=True)
        self.list.setMinimumHeight(grown(_LOWEST_LIST))
        self.none: TableModel[NotToppedUp] = TableModel(none_columns(), tasks)
        self.none_list = ListView(self.none, _("What gets nothing on top"), is_hugging=True)
        self.none_list.setMinimumHeight(grown(_LOWEST_LIST))
        self._none_heading = label("", "section")
        self._held = label("", wraps=True)
        # Reached with Tab too, so that it scrolls into view and is read aloud.
        self.told = label("", wraps=True)
        self.told.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.told.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.told.setMinimumHeight(_LINES_TOLD * self.told.fontMetrics().lineSpacing())
        self.prepare = primary_button(_("Prepare a top-up run"), icon_name="banknote")
        self._close = Button(_("Close"))
        self._lay_out()
        self.list.selected.connect(self._tell)
        self.none_list.selected.connect(self._tell)
        self.prepare.clicked.connect(self._ask)
        self._close.clicked.connect(self.reject)
        self._tell(None)

    # --- what the presenter does -----------------------------------------------------------------

    def show_differences(self, found: Differences) -> None:
        """List what is owed on top, what is not, and who cannot be paid now."""
        self.rows.load(fixed_rows(found.differences, key_of=lambda row: row.subject_id))
        self.list.set_totals(
            {"name": _("In all"), "on_top": format_pounds(found.pence)} if found.differences else {}
        )
        self.none.load(fixed_rows(found.none, key_of=lambda row: row.subject_id))
        words = ngettext(
            "{count:,} gets nothing on top", "{count:,} get nothing on top", len(found.none)
        )
        self._none_heading.setText(words.format(count=len(found.none)))
        for part in (self._none_heading, self.none_list):
            part.setVisible(bool(found.none))
        self._held.setText(_held_words(found.held))
        self._held.setVisible(bool(found.held))
        self.prepare.setEnabled(bool(found.differences))

    def accept_saved(self) -> None:
        """Close the dialog, because the run is prepared."""
        self.accept()

    def show_problem(self, sentence: str) -> None:
        """Show why there is no run, above the list."""
        self.prepare.setEnabled(True)
        if self._bar is not None:
            self._bar.hide()
            self._bar.deleteLater()
        self._bar = MessageBar(MessageKind.BAD, sentence)
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

    def _ask(self) -> None:
        self.prepare.setEnabled(False)
        self.prepare_requested.emit()

    def _tell(self, row: Difference | NotToppedUp | None) -> None:
        self.told.setText("" if row is None else paragraphs(row.because))
        self.told.setAccessibleName(self.told.text() or _("Why"))

    def _lay_out(self) -> None:
        self._head = QVBoxLayout()
        self._head.setSpacing(M)
        self._head.addWidget(label(_("What is owed on top"), "title"))
        words = _(
            "What was agreed stays as it was. A top-up run pays the difference, each rise once; "
            "nothing is ever taken back."
        )
        self._head.addWidget(label(words, "quiet", wraps=True))
        row = QHBoxLayout()
        row.addWidget(FieldBox(_("Pay on"), self.pay_on), stretch=1)
        row.addStretch(2)
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
        column.addWidget(self.list, stretch=3)
        column.addWidget(self.told)
        column.addWidget(self._held)
        column.addWidget(self._none_heading)
        column.addWidget(self.none_list, stretch=1)
        column.addStretch()
        area = QScrollArea()
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(XL, 0, XL, 0)
        row.setSpacing(M)
        row.addStretch()
        row.addWidget(self._close)
        row.addWidget(self.prepare)
        return row


def _held_words(held: Sequence[Held]) -> str:
    """Name who is not paid now, and why; where they are many, the first of them."""
    words = _("Held: {name}. {because}")
    said = [words.format(name=one.name, because=one.because) for one in held[:_HELD_NAMED]]
    more = len(held) - len(said)
    if more:
        said.append(ngettext("And {count:,} more.", "And {count:,} more.", more).format(count=more))
    return "\n".join(said)
