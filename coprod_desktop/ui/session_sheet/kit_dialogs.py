"""The form about the papers for a day, and the computer's own dialogs to save and print them."""

from fractions import Fraction
from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QWidget

from coprod_desktop.domain.dates import format_day
from coprod_desktop.domain.issued_papers import PaperKind
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.session_kits import KitWishes, PlannedSession
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.papers.printing import a4_printer, print_pages
from coprod_desktop.ui.session_sheet.kit_presenter import KitOrder, KitPresenter
from coprod_desktop.ui.session_sheet.page import SessionSheetPage
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.money_edit import MoneyEdit
from coprod_desktop.ui.widgets.number_edit import NumberEdit
from coprod_desktop.ui.widgets.parsed_edit import WordError
from coprod_desktop.ui.words import language_word

_MOST_EMPTY = 40


class KitDialog(FormDialog):
    """Ask which papers are wanted for a session, and what else stands on them."""

    def __init__(
        self, session: PlannedSession, word_error: WordError, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Print for the day"), _("Save into a folder"), parent)
        self.add_other_save(_("Print"), shortcut="Ctrl+P")
        self._session = session
        plain = KitWishes()
        self._kinds = {
            PaperKind.ATTENDANCE: QCheckBox(_("Attendance sheet, to sign in")),
            PaperKind.CLAIM_SLIPS: QCheckBox(_("Claim slips, one for each person")),
            PaperKind.SESSION_CASH: QCheckBox(_("Cash sheet, to sign for cash")),
        }
        for box in self._kinds.values():
            box.setChecked(True)
        self._rows = NumberEdit(_("Empty rows for others"), word_error)
        self._slips = NumberEdit(_("Empty slips for others"), word_error)
        self._rows.set_value(Fraction(plain.blank_rows))
        self._slips.set_value(Fraction(plain.blank_slips))
        self._float = MoneyEdit(_("Cash taken along"), word_error)
        self._fares = MoneyEdit(_("Cash for each person’s fares"), word_error)
        choices = [Choice(code, language_word(code)) for code in ("en", "cy")]
        self._language: ChoiceEdit[str] = ChoiceEdit(_("Language"), choices)
        self._language.set_value(plain.language)
        self._lay_out_form()
        self.form.changed.connect(self.start_again)  # a choice for one print is nothing to lose

    def _lay_out_form(self) -> None:
        form, session = self.form, self._session
        form.add_widget(label(session_words(session), "strong", wraps=True))
        form.add_widget(label(people_words(session), "quiet", wraps=True))
        if not session.starts_at or not session.ends_at:
            words = _("Without both times on the sheet, the papers cannot say what is offered.")
            form.add_widget(label(words, "warn", wraps=True))
        for box in self._kinds.values():
            form.add_widget(box)
        form.add_row(
            [
                ("rows", _("Empty rows for others"), self._rows),
                ("slips", _("Empty slips for others"), self._slips),
            ]
        )
        form.add_row(
            [
                ("float", _("Cash taken along"), self._float),
                ("fares", _("Cash for each person’s fares"), self._fares),
            ]
        )
        hint = _("Of the sheets and the empty slips. Each person’s slip is in their own.")
        form.add_field("language", _("Language"), self._language, hint)

    def order(self) -> KitOrder | None:
        """Return what is wanted; None, with its sentence shown, where that cannot be made."""
        kinds = frozenset(kind for kind, box in self._kinds.items() if box.isChecked())
        if not kinds:
            self.show_problem(_("Choose at least one paper."))
            return None
        empty = {"rows": self._rows.value() or 0, "slips": self._slips.value() or 0}
        for key, count in empty.items():
            if count > _MOST_EMPTY or count != int(count):
                words = _("Write a whole number up to {most}.")
                self.show_error(key, words.format(most=_MOST_EMPTY))
                return None
        wishes = KitWishes(
            blank_rows=int(empty["rows"]),
            blank_slips=int(empty["slips"]),
            float_pence=self._float.pence() or 0,
            fares_pence=self._fares.pence() or 0,
            language=self._language.value() or "en",
        )
        return KitOrder(session=self._session, wishes=wishes, kinds=kinds)


def session_words(session: PlannedSession) -> str:
    """Say which session it is: its title, its day, its times and its place."""
    times = ""
    if session.starts_at and session.ends_at:
        times = _("{start} to {end}").format(start=session.starts_at, end=session.ends_at)
    parts = (session.title, format_day(session.held_on), times, session.place)
    return ", ".join(filter(None, parts))


def people_words(session: PlannedSession) -> str:
    """Say for whom the papers are."""
    count = len(session.participant_ids)
    if not count:
        return _(
            "Nobody is on the sheet yet. The papers are for everybody who has an agreement with "
            "the project on that day."
        )
    words = ngettext(
        "For the {count} person on the sheet.", "For the {count} people on the sheet.", count
    )
    return words.format(count=count)


class KitDialogs:
    """Let the wish for papers open the form; keep a reference to it."""

    def __init__(self, page: SessionSheetPage, presenter: KitPresenter, context: Context) -> None:
        self._page, self._presenter, self._context = page, presenter, context
        page.kit_requested.connect(self.ask)

    def ask(self) -> None:
        """Ask which papers are wanted for the session on the sheet."""
        session = self._presenter.session()
        if session is not None:
            dialog = KitDialog(session, self._context.word_error, self._page)
            dialog.save_requested.connect(lambda: self._ask_folder(dialog))
            dialog.other_save_requested.connect(lambda: self._ask_printer(dialog))
            dialog.open()

    def _ask_folder(self, dialog: KitDialog) -> None:
        order = dialog.order()
        if order is None:
            return
        folder = QFileDialog(dialog, _("Where shall the papers go?"))
        folder.setFileMode(QFileDialog.FileMode.Directory)
        folder.setOption(QFileDialog.Option.ShowDirsOnly)
        folder.fileSelected.connect(lambda path: self._presenter.save(dialog, order, Path(path)))
        folder.rejected.connect(dialog.start_again)
        folder.open()

    def _ask_printer(self, dialog: KitDialog) -> None:
        order = dialog.order()
        if order is None:
            return
        if not QPrinterInfo.availablePrinterNames():
            words = _(
                "This computer has no printer set up. Save the papers into a folder, and print "
                "them on a computer that has one."
            )
            dialog.show_problem(words)
            return
        printer = a4_printer()
        ask = QPrintDialog(printer, dialog)
        ask.accepted.connect(
            lambda: self._presenter.print_out(
                dialog,
                order,
                lambda pages: print_pages(printer, pages),
                has_backs=printer.duplex() is not QPrinter.DuplexMode.DuplexNone,
            )
        )
        ask.rejected.connect(dialog.start_again)
        QDialog.open(ask)  # QPrintDialog has another `open`, which wants a slot by its name
