"""Put the screen of reports together."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.payroll_exports import PRESETS, PayFileResult, shipped_preset
from coprod_desktop.services.pivots import by_words, figure_words
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.exporting.export_presenter import free_name
from coprod_desktop.ui.exporting.list_printing import ListPrinting
from coprod_desktop.ui.papers.handing_out import open_path
from coprod_desktop.ui.papers.periods import usual_periods
from coprod_desktop.ui.reports.hand_out_dialog import HandOutDialog
from coprod_desktop.ui.reports.page import ReportsPage
from coprod_desktop.ui.reports.presenter import ReportsPresenter
from coprod_desktop.ui.screen import Screen, ScreenGroup
from coprod_desktop.ui.widgets.message_bar import MessageKind

XLSX, CSV = ".xlsx", ".csv"


def make_screen(context: Context) -> Screen:
    """Make the page and its presenter, and let the page's wishes open the dialogs."""
    page = ReportsPage(context.tasks, context.word_error, context.today, by_words, figure_words)
    presenter = ReportsPresenter(page, context)
    dialogs = ReportDialogs(page, presenter, context)
    page.wished.connect(presenter.make)
    page.export_requested.connect(dialogs.ask_file)
    page.print_requested.connect(dialogs.print_out)
    page.letters_requested.connect(dialogs.ask_letters)
    page.pay_file_requested.connect(dialogs.ask_pay_file)
    page.summed.connect(context.show_sums)
    return Screen(
        key="reports",
        title=_("Reports"),
        icon="chart-column",
        group=ScreenGroup.WHAT_WE_LEARN,
        page=page,
        presenter=(presenter, dialogs),
        refresh=presenter.refresh,
    )


class ReportDialogs:
    """Open the dialogs that hand reports out."""

    def __init__(self, page: ReportsPage, presenter: ReportsPresenter, context: Context) -> None:
        self._page, self._presenter, self._context = page, presenter, context
        self._printing = ListPrinting(context, page)
        self.dialog: QWidget | None = None

    def ask_file(self) -> None:
        """Ask where the workbook of the report on show goes."""
        if self._presenter.made is None:
            return
        from PySide6.QtWidgets import QFileDialog  # its class takes long to make

        folder = self._context.preferences.files_folder
        dialog = QFileDialog(self._page, _("Export this report"), str(folder))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_("Workbook (*.xlsx)")])
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(free_name(folder, self._presenter.title(), XLSX))
        dialog.fileSelected.connect(lambda path: self._presenter.write(Path(path)))
        self.dialog = dialog
        dialog.open()

    def print_out(self) -> None:
        """Print the report on show."""
        pages = self._presenter.pages()
        if pages is not None:
            self._printing.print_out(self._presenter.title(), pages)

    def ask_letters(self) -> None:
        """Ask for which days the list for letters is."""
        words = _(
            "One row for each person, with name, address, time and money as text, so that Word "
            "prints £19.99 and 2 hours 30 minutes as they stand here."
        )
        dialog = self._hand_out(_("List for letters"), words, _("Letters"), XLSX)
        dialog.save_requested.connect(lambda: self._write_letters(dialog))
        dialog.open()

    def ask_pay_file(self) -> None:
        """Ask for which days and which program the file of payments is."""
        words = _(
            "What each person was paid for work in these days. What was paid back to them is no "
            "earnings and stays out, unless the program has a column for it. Ask your adviser "
            "whether these payments belong there at all."
        )
        presets = [(key, *_told(key)) for key in PRESETS]
        dialog = self._hand_out(_("File for a pay program"), words, _("Payments"), CSV, presets)
        dialog.save_requested.connect(lambda: self._write_pay_file(dialog))
        dialog.open()

    # --- how it works ----------------------------------------------------------------------------

    def _hand_out(
        self,
        title: str,
        words: str,
        stem: str,
        suffix: str,
        presets: list[tuple[str, str, str]] | None = None,
    ) -> HandOutDialog:
        context = self._context
        folder = context.preferences.files_folder
        last = next(one for one in usual_periods(context.today()) if one.key == "last month")
        dialog = HandOutDialog(
            title,
            words,
            (last.from_on, last.to_on),
            (folder, free_name(folder, stem, suffix)),
            context.word_error,
            context.today,
            presets or (),
            self._page,
        )
        self.dialog = dialog
        return dialog

    def _write_letters(self, dialog: HandOutDialog) -> None:
        chosen = dialog.chosen()
        if chosen is None:
            return
        days, path = chosen
        write = self._context.office.list_exports.write_merge_list

        def done(_result: object) -> None:
            self._finish(dialog, path)
            self._presenter.say_written(path)

        self._context.tasks.run(lambda: write(*days, path), done, partial(self._fail, dialog))

    def _write_pay_file(self, dialog: HandOutDialog) -> None:
        chosen = dialog.chosen()
        if chosen is None:
            return
        days, path = chosen
        preset = shipped_preset(dialog.preset.value() or PRESETS[0])
        write = self._context.office.pay_files.write

        def done(result: PayFileResult) -> None:
            self._finish(dialog, path)
            folder = (_("Show in folder"), partial(open_path, path.parent))
            self._context.say(MessageKind.GOOD, _pay_file_words(result), (folder,))

        self._context.tasks.run(
            lambda: write(preset, *days, path), done, partial(self._fail, dialog)
        )

    def _finish(self, dialog: HandOutDialog, path: Path) -> None:
        self._context.preferences.files_folder = path.parent
        dialog.accept_saved()

    def _fail(self, dialog: HandOutDialog, error: Exception) -> None:
        if not isinstance(error, DomainError):
            raise error
        dialog.show_problem(self._context.word_error(error))


def _told(key: str) -> tuple[str, str]:
    """Return the name of a preset, and what is said of it."""
    preset = shipped_preset(key)
    if preset.confidence == "own":
        return preset.name, preset.note
    words = _("{note} Written from the program’s public help; not tried with the program itself.")
    return preset.name, words.format(note=preset.note)


def _pay_file_words(result: PayFileResult) -> str:
    words = ngettext(
        "{name} has {count} person with {pence} for work.",
        "{name} has {count} people with {pence} for work.",
        result.people,
    ).format(name=result.path.name, count=result.people, pence=format_pounds(result.payment_pence))
    if not result.without:
        return words
    names = ", ".join(result.without[:5]) + ("…" if len(result.without) > 5 else "")
    return (
        words
        + " "
        + _("Something that the program asks for is missing for {names}.").format(names=names)
    )
