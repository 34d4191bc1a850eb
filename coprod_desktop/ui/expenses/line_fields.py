"""The fields about one line of a claim: when, what for, how much, and its receipt."""

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from coprod_desktop.domain.earlier import EarlierCost
from coprod_desktop.domain.expenses import MILEAGE_KINDS, ExpenseKind
from coprod_desktop.i18n import _
from coprod_desktop.services.before_saving import LineQuote
from coprod_desktop.services.expenses import ExpenseLine
from coprod_desktop.ui.asked_block import AskedBlock
from coprod_desktop.ui.expenses.amount_edit import AmountEdit
from coprod_desktop.ui.pause import Pause
from coprod_desktop.ui.quote_words import line_words
from coprod_desktop.ui.scale import M
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.date_edit import DateEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import ElidedLabel
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.widgets.suggest_edit import SuggestEdit
from coprod_desktop.ui.words import expense_kind_word

Today = Callable[[], datetime.date]


class LineFields:
    """Put the fields of a line into a dialog, which adds `day` where it stands best.

    `later` is begun when something changes, and asks for a quote after a pause.
    """

    def __init__(
        self,
        dialog: FormDialog,
        word_error: WordError,
        today: Today,
        ask_for_quote: Callable[[], None],
    ) -> None:
        self._dialog = dialog
        self.day = DateEdit(_("Spent on"), word_error, today, looks_back=True)
        self.day.set_day(today())
        self.kind = ChoiceEdit(
            _("What for"), [Choice(kind, expense_kind_word(kind)) for kind in ExpenseKind]
        )
        self.what = SuggestEdit[EarlierCost](_("In a few words"))
        self._amount = AmountEdit(_("Amount, or miles"), word_error)
        self._receipt: Path | None = None
        self._receipt_name = ElidedLabel(_("no receipt"), "quiet")
        self._choose = Button(_("Add a receipt"), icon_name="receipt")
        self._choose.clicked.connect(self._choose_receipt)
        self.asked = AskedBlock(word_error, today, after=self._choose)
        self.later = Pause(ask_for_quote, dialog)

    def add(self) -> None:
        """Add all but the day to the dialog's form, and follow what is typed."""
        form = self._dialog.form
        form.add_row(
            [("kind", _("What for"), self.kind), ("amount", _("Amount, or miles"), self._amount)]
        )
        form.add_field(
            "what", _("In a few words"), self.what, _("For example: bus, there and back.")
        )
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        row.addWidget(self._choose)
        row.addWidget(self._receipt_name, stretch=1)
        form.add_widget(whole)
        form.add_widget(self.asked)
        self.asked.changed.connect(form.changed)
        self.asked.grown.connect(lambda: self._dialog.make_room_for(self.asked))
        form.changed.connect(self.later.begin)
        self.kind.value_changed.connect(self._follow_kind)
        self.what.picked.connect(self._fill_from)

    @property
    def are_empty(self) -> bool:
        """Say whether nothing but a day is there yet."""
        typed = self._amount.text().strip() or self.what.text().strip()
        return self.kind.value() is None and not typed and self._receipt is None

    def line(self) -> ExpenseLine | None:
        """Return the line; None, with its sentence shown, while something is missing."""
        kind, day = self.kind.value(), self.day.day()
        if kind is None or day is None:
            key = "kind" if kind is None else "day"
            self._dialog.show_error(key, _("Choose this first."))
            return None
        number = self._amount.value()
        if not number:
            self._dialog.show_error("amount", _("Write the amount, or the miles."))
            return None
        return self._line_of(kind, day, number)

    def draft(self) -> ExpenseLine | None:
        """Return the line as far as it is typed; None while something is missing."""
        kind, day, number = self.kind.value(), self.day.day(), self._amount.value()
        if kind is None or day is None or not number:
            return None
        return self._line_of(kind, day, number)

    def show_quote(self, quote: LineQuote | None) -> None:
        """Ask what the policy asks, and say what would be agreed; it keeps nobody from saving."""
        if quote is not None:
            self.asked.ask(quote.asked)
        self.asked.show_answer(None if quote is None else line_words(quote))

    def begin_another(self) -> None:
        """Empty what the next expense will not share; the day stays."""
        self.kind.set_value(None)
        self._amount.set_value(None)
        self.what.clear()
        self._receipt = None
        self._receipt_name.setText(_("no receipt"))
        self.asked.ask(())
        self.asked.show_answer(None)

    def _follow_kind(self, kind: ExpenseKind | None) -> None:
        self._amount.suit(kind)
        self.later.begin()

    def _fill_from(self, earlier: EarlierCost) -> None:
        """Take the kind and what it cost from the last time, and go to the amount."""
        if self.kind.value() is None:
            self.kind.set_value(earlier.kind)
        if not self._amount.text().strip() and self.kind.value() == earlier.kind:
            self._amount.set_value(earlier.tenth_miles or earlier.claimed_pence or None)
        self._amount.setFocus()
        self._amount.selectAll()

    def _line_of(self, kind: ExpenseKind, day: datetime.date, number: int) -> ExpenseLine:
        is_by_mile = kind in MILEAGE_KINDS
        return ExpenseLine(
            spent_on=day,
            kind=kind,
            what=self.what.text(),
            pence=0 if is_by_mile else number,
            tenth_miles=number if is_by_mile else 0,
            receipt=self._receipt,
            circumstances=self.asked.text(),
        )

    def _choose_receipt(self) -> None:
        choose_receipt(self._dialog, self._take_receipt)

    def _take_receipt(self, path: Path) -> None:
        self._receipt = path
        self._receipt_name.setText(path.name)
        self._dialog.form.changed.emit()


def choose_receipt(parent: QWidget, then: Callable[[Path], None]) -> None:
    """Ask for the file of a receipt."""
    dialog = QFileDialog(parent, _("Add a receipt"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(
        [_("Pictures and PDF (*.pdf *.png *.jpg *.jpeg *.heic *.webp)"), _("All files (*)")]
    )
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.open()
