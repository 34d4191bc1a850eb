"""Put everything that an auditor asks for about a period into one ZIP."""

import dataclasses
import datetime
import hashlib
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from coprod_desktop.domain.changes import Change
from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.errors import check_period
from coprod_desktop.domain.expenses import ExpenseItem, Receipt
from coprod_desktop.domain.made_files import MadeFile
from coprod_desktop.domain.pay_errors import NothingToPackError
from coprod_desktop.domain.pay_runs import LineKind, PayRun, RunState
from coprod_desktop.domain.run_papers import PaymentSheet
from coprod_desktop.i18n import _
from coprod_desktop.services.cash_sheets import cash_sheet
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.files import put_in_place
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.services.pack_tables import pack_tables
from coprod_desktop.services.payment_files import file_name
from coprod_desktop.services.run_lines import subjects
from coprod_desktop.services.run_papers import RunPapers
from coprod_desktop.services.run_records import RunRecords
from coprod_desktop.storage import expense_claims, history, pay_runs
from coprod_desktop.storage.work import Reading

_FINAL = (RunState.EXPORTED, RunState.SETTLED, RunState.REVERSED)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class MadePack:
    """Where the pack is, and what is in it; `sha256` is of the ZIP itself."""

    path: Path
    runs: tuple[int, ...]
    files: int
    receipts: int
    sha256: str


class TreasurerPackService:
    """The verb that makes the treasurer's pack."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def make(self, from_on: datetime.date, to_on: datetime.date, path: Path) -> MadePack:
        """Write the pack of all runs that were paid in a period, both days included.

        It holds no bank file and of an account only its last four digits, but names, amounts and
        receipts. Raises PeriodBackwardsError, NothingToPackError, FileReadOnlyError or
        DiskFullError.
        """
        check_period(from_on, to_on)
        with self._desk.reading() as reading, tempfile.TemporaryDirectory() as folder:
            runs = _runs(reading, from_on, to_on)
            if not runs:
                raise NothingToPackError(from_on=from_on, to_on=to_on)
            pack = _Pack(Path(folder) / "pack.zip", to_on)
            with pack:
                self._fill(reading, pack, runs, (from_on, to_on), Path(folder))
            put_in_place(pack.path, path)
        return MadePack(
            path=path,
            runs=tuple(run.number for run in runs),
            files=pack.count,
            receipts=pack.receipts,
            sha256=hashlib.sha256(path.read_bytes()).hexdigest(),
        )

    def _fill(
        self,
        reading: Reading,
        pack: "_Pack",
        runs: tuple[PayRun, ...],
        period: tuple[datetime.date, datetime.date],
        folder: Path,
    ) -> None:
        from coprod_desktop.spreadsheets.treasurer_pack import write_treasurer_pack

        organisation = organisation_of(reading)
        title = _("{organisation}: treasurer's pack, {first} to {last}").format(
            organisation=organisation.name, first=long_day(period[0]), last=long_day(period[1])
        )
        workbook = folder / "tables.xlsx"
        tables = pack_tables(reading, runs, _changes(reading, *period))
        write_treasurer_pack(tables, title, workbook)
        pack.add("tables.xlsx", workbook.read_bytes())
        for run in runs:
            _add_run(reading, pack, run, folder)
        pack.add("read-me.txt", _read_me(title).encode())


class _Pack:
    """A ZIP that is being filled, with the fingerprint of everything in it at its end."""

    def __init__(self, path: Path, day: datetime.date) -> None:
        self.path = path
        self.count = 0
        self.receipts = 0
        self._day = (day.year, day.month, day.day, 12, 0, 0)
        self._sums: list[str] = []
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED)

    def __enter__(self) -> "_Pack":
        return self

    def __exit__(self, kind: object, *_more: object) -> None:
        if kind is None:
            words = "\n".join(sorted(self._sums, key=lambda line: line[66:])) + "\n"
            self._write("SHA256SUMS.txt", words.encode())
        self._zip.close()

    def add(self, name: str, content: bytes) -> None:
        """Put a file into the pack."""
        self._write(name, content)
        self._sums.append(f"{hashlib.sha256(content).hexdigest()}  {name}")
        self.count += 1

    def _write(self, name: str, content: bytes) -> None:
        self._zip.writestr(zipfile.ZipInfo(name, self._day), content, zipfile.ZIP_DEFLATED)


def _runs(reading: Reading, from_on: datetime.date, to_on: datetime.date) -> tuple[PayRun, ...]:
    found = [
        run
        for run in reading.find(PayRun)
        if run.state in _FINAL and from_on <= (run.settled_on or run.pay_on) <= to_on
    ]
    return tuple(sorted(found, key=lambda run: run.number))


def _changes(reading: Reading, from_on: datetime.date, to_on: datetime.date) -> Iterator[Change]:
    """Give the changes that were made in the period, oldest first."""
    found: list[Change] = []
    before: int | None = None
    while some := history.latest(reading, 1000, before):
        days = [one.made_at.astimezone().date() for one in some]
        found += [one for one, day in zip(some, days, strict=True) if from_on <= day <= to_on]
        if days[-1] < from_on:
            break
        before = some[-1].change_id
    yield from reversed(found)


def _add_run(reading: Reading, pack: _Pack, run: PayRun, folder: Path) -> None:
    from coprod_desktop.documents.cash_sheet import cash_sheet_pdf
    from coprod_desktop.documents.control_sheet import control_sheet_pdf
    from coprod_desktop.documents.payment_sheet import payment_sheet_pdf
    from coprod_desktop.spreadsheets.payment_sheet import write_payment_sheet

    start = f"pay-run-{run.number:03d}"
    papers, files = RunPapers(reading, run), reading.find(MadeFile, pay_run_id=run.pay_run_id)
    sheet = _masked(papers.sheet(files))
    xlsx = folder / f"{start}.xlsx"
    write_payment_sheet(sheet, xlsx)
    pack.add(f"{start}/payment-sheet.xlsx", xlsx.read_bytes())
    pack.add(f"{start}/payment-sheet.pdf", payment_sheet_pdf(sheet))
    if files:
        control = papers.control(files, (), files[-1].layout)
        pack.add(f"{start}/control-sheet.pdf", control_sheet_pdf(control))
    cash = cash_sheet(reading, run.number)
    if cash is not None:
        pack.add(f"{start}/cash-and-vouchers.pdf", cash_sheet_pdf(cash))
    _add_receipts(reading, pack, run, start)


def _masked(sheet: PaymentSheet) -> PaymentSheet:
    """Return a sheet that tells the last four digits of each account and no more."""
    lines = tuple(
        dataclasses.replace(one, sort_code="", account_number=f"•••• {one.account_number[-4:]}")
        if one.account_number
        else one
        for one in sheet.lines
    )
    return dataclasses.replace(sheet, lines=lines)


def _add_receipts(reading: Reading, pack: _Pack, run: PayRun, start: str) -> None:
    lines = pay_runs.lines_of(reading, run.pay_run_id)
    claims = subjects(lines, LineKind.EXPENSE_CLAIM)
    who = _who_claimed(reading, run)
    for item in expense_claims.items_of(reading, claims):
        name = file_name(who.get(item.expense_claim_id, ""))
        for number, receipt in enumerate(_receipts(reading, item), 1):
            ending = Path(receipt.file_name).suffix.lower()
            label = f"{item.spent_on:%Y-%m-%d}-{name}-{item.expense_item_id}-{number}{ending}"
            pack.add(f"{start}/receipts/{label}", receipt.content)
            pack.receipts += 1


def _receipts(reading: Reading, item: ExpenseItem) -> tuple[Receipt, ...]:
    return reading.find(Receipt, expense_item_id=item.expense_item_id)


def _who_claimed(reading: Reading, run: PayRun) -> dict[int, str]:
    records = RunRecords(reading, run)
    return {
        entry.approved_id: records.people[payment.participant_id].name
        for payment in records.payments
        for entry in records.entries(payment)
        if entry.approved_id and not entry.is_for_work
    }


def _read_me(title: str) -> str:
    sentences = (
        _("tables.xlsx holds the pay runs, who was paid for what, approvals, files and history."),
        _("Each pay run has a folder with its payment sheet, control sheet and receipts."),
        _("SHA256SUMS.txt holds the fingerprint of each file here, to see that none was changed."),
        _("This pack is not encrypted and names people. Keep it as safe as bank statements."),
    )
    return "\n\n".join((title, *sentences)) + "\n"
