"""Read the bank's statement, show what it says about payments, and record what is certain."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from coprod_desktop.domain.bank_statement_errors import (
    StatementColumnsUnknownError,
    StatementRowUnreadableError,
)
from coprod_desktop.domain.bank_statements import (
    BankStatement,
    CsvHead,
    CsvMapping,
    account_ending,
)
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import ngettext
from coprod_desktop.services.bank_statements import Settled
from coprod_desktop.services.office import Office
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.pay_runs.kept_mapping import KeptMappings
from coprod_desktop.ui.pay_runs.statement_report import Report, report_of

_WITHOUT_COLUMNS = frozenset({".ofx", ".qfx", ".xml"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStatement:
    """A statement that was read, and what is shown of it."""

    statement: BankStatement
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownColumns:
    """A statement whose columns are to be named; `problem` is why, in a sentence."""

    path: Path
    head: CsvHead
    problem: str


class RecordView(Protocol):
    """What the presenter needs of the dialog that shows what a statement says."""

    def accept_saved(self) -> None:
        """Close, because all is recorded."""

    def show_problem(self, sentence: str) -> None:
        """Show why nothing was recorded."""


class StatementPresenter:
    """Read statements; `ask(unknown)` asks which column is which, `show(read)` shows the rest."""

    def __init__(
        self,
        context: Context,
        ask: Callable[[UnknownColumns], None],
        show: Callable[[ReadStatement], None],
    ) -> None:
        self._context = context
        self._ask = ask
        self._show = show
        self._kept = KeptMappings(context.preferences)

    def read(self, path: Path) -> None:
        """Read a file as the bank gave it; its columns may have been named before."""
        self._read(path, None, self._offer_columns, self._context.fail)

    def read_with(self, view: FormView, asked: UnknownColumns, mapping: CsvMapping) -> None:
        """Read a file whose columns somebody named, and remember them where it can be read."""

        def offer(unknown: UnknownColumns) -> None:
            view.show_problem(unknown.problem)

        def failed(error: Exception) -> None:
            if not isinstance(error, DomainError):
                raise error
            view.show_problem(self._context.word_error(error))

        def show(read: ReadStatement) -> None:
            self._kept.keep(asked.head.headings, mapping)
            view.accept_saved()
            self._show(read)

        self._read(asked.path, mapping, offer, failed, show)

    def record(self, view: RecordView, read: ReadStatement, chosen: Mapping[str, int]) -> None:
        """Record what a statement says for certain, and what somebody chose for unclear lines."""
        settle = self._context.office.bank_statements.settle

        def done(settled: Settled) -> None:
            view.accept_saved()
            left = len(read.report.awaited) - max(settled.paid - _paid_by_itself(read), 0)
            self._context.saved(settled_words(settled, left), can_undo=False)

        def failed(error: Exception) -> None:
            if not isinstance(error, DomainError):
                raise error
            view.show_problem(self._context.word_error(error))

        self._context.tasks.run(lambda: settle(read.statement, chosen), done, failed)

    # --- how it works ----------------------------------------------------------------------------

    def _read(
        self,
        path: Path,
        mapping: CsvMapping | None,
        offer: Callable[[UnknownColumns], None],
        failed: Callable[[Exception], None],
        show: Callable[[ReadStatement], None] | None = None,
    ) -> None:
        context = self._context

        def work() -> ReadStatement | UnknownColumns:
            return _find(context.office, path, mapping, context.word_error)

        def done(found: ReadStatement | UnknownColumns) -> None:
            if isinstance(found, UnknownColumns):
                offer(found)
            else:
                (show or self._show)(found)

        context.tasks.run(work, done, failed)

    def _offer_columns(self, unknown: UnknownColumns) -> None:
        """Read it as such a file was read before, or ask."""
        kept = self._kept.of(unknown.head.headings)
        if kept is None:
            self._ask(unknown)
        else:
            self._read(unknown.path, kept, self._ask, self._context.fail)


def _find(
    office: Office,
    path: Path,
    mapping: CsvMapping | None,
    word_error: Callable[[Exception], str],
) -> ReadStatement | UnknownColumns:
    service = office.bank_statements
    try:
        statement = service.read(path, mapping)
    except (StatementColumnsUnknownError, StatementRowUnreadableError) as error:
        if path.suffix.lower() in _WITHOUT_COLUMNS:
            raise
        return UnknownColumns(path=path, head=service.head(path), problem=word_error(error))
    own = account_ending(office.organisation.get().account_number)
    report = report_of(statement, service.match(statement), own)
    return ReadStatement(statement=statement, report=report)


def _paid_by_itself(read: ReadStatement) -> int:
    return read.report.certain - len(read.report.returned)


def settled_words(settled: Settled, left: int) -> str:
    """Say what was recorded, and what is still awaited."""
    said = []
    if settled.paid:
        words = ngettext(
            "{count:,} payment is recorded as paid: {pence}.",
            "{count:,} payments are recorded as paid: {pence}.",
            settled.paid,
        )
        pence = format_pounds(settled.paid_pence)
        said.append(words.format(count=settled.paid, pence=pence))
    if settled.returned:
        words = ngettext(
            "{count:,} came back, and what it paid is owed again: {pence}.",
            "{count:,} came back, and what they paid is owed again: {pence}.",
            settled.returned,
        )
        pence = format_pounds(settled.returned_pence)
        said.append(words.format(count=settled.returned, pence=pence))
    if left > 0:
        words = ngettext("{count:,} is still awaited.", "{count:,} are still awaited.", left)
        said.append(words.format(count=left))
    return " ".join(said)
