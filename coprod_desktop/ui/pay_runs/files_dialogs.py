"""Open the forms about files: make those of a run, read the bank's statement, make the pack."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.pay_runs.done_dialog import DoneDialog
from coprod_desktop.ui.pay_runs.done_words import Written
from coprod_desktop.ui.pay_runs.export_dialog import ExportDialog
from coprod_desktop.ui.pay_runs.export_presenter import ExportPresenter
from coprod_desktop.ui.pay_runs.pack_dialog import PackDialog
from coprod_desktop.ui.pay_runs.pack_periods import month_of
from coprod_desktop.ui.pay_runs.pack_presenter import PackPresenter
from coprod_desktop.ui.pay_runs.shown_run import ShownRun
from coprod_desktop.ui.pay_runs.statement_dialog import StatementDialog
from coprod_desktop.ui.pay_runs.statement_mapping import StatementColumnsDialog
from coprod_desktop.ui.pay_runs.statement_presenter import (
    ReadStatement,
    StatementPresenter,
    UnknownColumns,
)


class FilesDialogs(QObject):
    """Answer the buttons about files; `ask_account` opens the form about the paying account."""

    def __init__(
        self,
        page: QWidget,
        context: Context,
        shown: Callable[[], ShownRun | None],
        ask_account: Callable[[], None] | None,
    ) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        self._shown, self._ask_account = shown, ask_account
        self._exports = ExportPresenter(context, self.show_written)
        self._packs = PackPresenter(context, self.show_written)
        self._statements = StatementPresenter(context, self._ask_columns, self._show_report)

    def ask_export(self) -> None:
        """Ask where the files of the run on show go."""
        shown = self._shown()
        if shown is None:
            return
        number, exports = shown.number, self._exports
        can_write = self._ask_account is not None
        dialog = ExportDialog(shown, exports.folder, self._page, can_write_account=can_write)

        dialog.account_requested.connect(lambda: self._write_account(dialog))
        dialog.stop_requested.connect(exports.stop)
        dialog.save_requested.connect(
            lambda: exports.export(dialog, number, dialog.folder.folder(), dialog.chosen_layout())
        )
        exports.begin(dialog)
        dialog.open()

    def ask_statement(self) -> None:
        """Ask which file the bank's statement is."""
        from PySide6.QtWidgets import QFileDialog  # its class takes long to make

        dialog = QFileDialog(self._page, _("Read the bank’s statement"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        kinds = _("Bank statements (*.csv *.txt *.ofx *.qfx *.xml)")
        dialog.setNameFilters([kinds, _("All files (*)")])
        dialog.fileSelected.connect(lambda place: self._statements.read(Path(place)))
        dialog.open()

    def ask_pack(self) -> None:
        """Ask for which days the treasurer's pack is: the month of the run on show, or the last."""
        context, packs, shown = self._context, self._packs, self._shown()
        dialog = PackDialog(packs.folder, context.word_error, context.today, self._page)
        if shown is not None:
            dialog.fill(month_of(shown.run.settled_on or shown.run.pay_on))
        dialog.save_requested.connect(lambda: packs.make(dialog, dialog.folder.folder()))
        dialog.open()

    def show_written(self, written: Written) -> None:
        """Say what was written and where."""
        DoneDialog(written, open_folder, self._page).open()

    def _write_account(self, dialog: ExportDialog) -> None:
        dialog.reject()
        if self._ask_account is not None:
            self._ask_account()

    def _ask_columns(self, unknown: UnknownColumns) -> None:
        dialog = StatementColumnsDialog(unknown, self._context.tasks, self._page)

        def read() -> None:
            mapping = dialog.mapping()
            if mapping is not None:
                self._statements.read_with(dialog, unknown, mapping)

        dialog.save_requested.connect(read)
        dialog.open()

    def _show_report(self, read: ReadStatement) -> None:
        dialog = StatementDialog(read.report, self._context.tasks, self._page)
        dialog.record_requested.connect(
            lambda: self._statements.record(dialog, read, dialog.chosen())
        )
        dialog.open()


def open_folder(folder: Path) -> None:
    """Show a folder in the program that this computer uses for folders."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
