"""Put the expenses screen together."""

import tempfile
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from coprod_desktop.domain.expenses import ExpenseItem, Receipt
from coprod_desktop.domain.summaries import ClaimSummary
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.entry_choices import EntryChoices
from coprod_desktop.ui.expenses.columns import VALUE_WORDS
from coprod_desktop.ui.expenses.dialogs import (
    AgreeDialog,
    AskedDialog,
    ExpenseDialog,
    LineDialog,
    SendBackDialog,
)
from coprod_desktop.ui.expenses.line_fields import choose_receipt
from coprod_desktop.ui.expenses.page import ExpensesPage
from coprod_desktop.ui.expenses.presenter import ExpensesPresenter
from coprod_desktop.ui.findings import ask_to_dismiss
from coprod_desktop.ui.lists.furnish import furnish, search_again
from coprod_desktop.ui.lists.kind import ListKind
from coprod_desktop.ui.screen import Screen, ScreenGroup


def make_screen(context: Context) -> Screen:
    """Make the page and its presenter, and let the page's wishes open the dialogs."""
    page = ExpensesPage(context.tasks)
    presenter = ExpensesPresenter(page, context)
    dialogs = _Dialogs(page, presenter, context)
    kind: ListKind[ClaimSummary] = ListKind(
        list_name="expense_claims",
        title=_("Expenses"),
        columns=page.rows.columns,
        id_of=lambda row: row.expense_claim_id,
        words=VALUE_WORDS,
    )
    desk = furnish(context, page, presenter, kind)
    page.typed.connect(presenter.search)
    page.filter_chosen.connect(presenter.filter)
    page.show_requested.connect(presenter.show)
    page.approve_requested.connect(presenter.approve)
    page.send_requested.connect(presenter.send)
    page.send_all_requested.connect(presenter.send_all)
    page.log_requested.connect(dialogs.ask_expense)
    page.marks.asking.wanted.connect(presenter.look)
    page.panel.findings.dismiss_requested.connect(
        lambda finding: ask_to_dismiss(context, finding, page)
    )
    page.panel.agree_requested.connect(dialogs.ask_amount)
    page.panel.say_requested.connect(dialogs.ask_what_is_asked)
    page.panel.receipt_requested.connect(dialogs.ask_receipt)
    page.panel.open_receipt_requested.connect(dialogs.open_receipts)
    page.panel.send_back_requested.connect(dialogs.ask_reason)
    page.panel.line_requested.connect(dialogs.ask_line)
    page.panel.send_requested.connect(lambda row: presenter.send([row]))
    page.panel.remove_requested.connect(presenter.remove)
    return Screen(
        key="expenses",
        title=_("Expenses"),
        icon="receipt",
        group=ScreenGroup.LOG,
        page=page,
        presenter=(presenter, dialogs, desk),
        refresh=presenter.refresh,
        list_actions=desk.actions(lambda: search_again(page.search)),
    )


class _Dialogs:
    """Open the forms about expenses, and receipts in the program that shows them."""

    def __init__(self, page: ExpensesPage, presenter: ExpensesPresenter, context: Context) -> None:
        self._page, self._presenter, self._context = page, presenter, context
        self._looked_at: list[tempfile.TemporaryDirectory[str]] = []

    def ask_expense(self) -> None:
        """Ask for an expense."""

        def ask(choices: EntryChoices) -> None:
            context = self._context
            dialog = ExpenseDialog(choices, context.word_error, context.today, self._page)
            dialog.another_requested.connect(
                lambda: self._log(dialog, is_draft=False, is_another=True)
            )
            dialog.save_requested.connect(lambda: self._log(dialog, is_draft=False))
            dialog.other_save_requested.connect(lambda: self._log(dialog, is_draft=True))
            dialog.quote_wanted.connect(lambda entry: self._presenter.quote(dialog, entry))
            dialog.open()

        self._presenter.fetch_choices(ask)

    def _log(self, dialog: ExpenseDialog, *, is_draft: bool, is_another: bool = False) -> None:
        entry = dialog.entry(is_draft=is_draft)
        if entry is not None:
            self._presenter.log(dialog, entry, is_another=is_another)

    def ask_line(self, row: ClaimSummary) -> None:
        """Ask for another line of a claim."""
        presenter, context = self._presenter, self._context
        dialog = LineDialog(row, context.word_error, context.today, self._page)
        dialog.save_requested.connect(lambda: self._add_line(dialog, row))
        dialog.quote_wanted.connect(lambda line: presenter.quote_line(dialog, row, line))
        dialog.open()

    def _add_line(self, dialog: LineDialog, row: ClaimSummary) -> None:
        line = dialog.line()
        if line is not None:
            self._presenter.add_line(dialog, row, line)

    def ask_amount(self, item: ExpenseItem) -> None:
        """Ask for another amount and its reason."""
        dialog = AgreeDialog(item, self._context.word_error, self._page)
        dialog.save_requested.connect(
            lambda: self._presenter.agree(
                dialog, item, dialog.amount.pence() or 0, dialog.reason.toPlainText()
            )
        )
        dialog.open()

    def ask_what_is_asked(self, item: ExpenseItem) -> None:
        """Ask what the policy asks about a line."""
        presenter, context = self._presenter, self._context
        dialog = AskedDialog(item, context.word_error, context.today, self._page)
        dialog.quote_wanted.connect(lambda lines: presenter.quote_saved(dialog, item, lines))
        dialog.save_requested.connect(
            lambda: presenter.say_circumstances(dialog, item, dialog.asked.text())
        )
        dialog.open()
        presenter.quote_saved(dialog, item, item.circumstances)

    def ask_reason(self, row: ClaimSummary) -> None:
        """Ask why a claim is sent back."""
        dialog = SendBackDialog(self._page)
        dialog.save_requested.connect(
            lambda: self._presenter.send_back(dialog, row, dialog.reason.toPlainText())
        )
        dialog.open()

    def ask_receipt(self, item: ExpenseItem) -> None:
        """Ask for the file of a receipt."""
        choose_receipt(self._page, lambda path: self._presenter.attach(item, path))

    def open_receipts(self, item: ExpenseItem) -> None:
        """Show the receipts of a line in the program that this computer uses for them."""
        self._presenter.fetch_receipts(item, self._open)

    def _open(self, receipts: tuple[Receipt, ...]) -> None:
        # The copy to look at is outside the encrypted file, so it goes when the program ends.
        folder = tempfile.TemporaryDirectory(prefix="coprod-receipt-", ignore_cleanup_errors=True)
        self._looked_at.append(folder)
        for at, receipt in enumerate(receipts):
            path = Path(folder.name) / f"{at}-{Path(receipt.file_name).name}"
            path.write_bytes(receipt.content)
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
