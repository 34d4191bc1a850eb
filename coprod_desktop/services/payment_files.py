"""Make the files of an approved run: bank file, sheets and remittances, each from its record."""

import contextlib
import dataclasses
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from coprod_desktop.domain.cash_sheets import CashSheet
from coprod_desktop.domain.control_sheets import ControlSheet
from coprod_desktop.domain.errors import DomainError, LayoutUnknownError, WrongStateError
from coprod_desktop.domain.made_files import MadeFile, OwnLayout
from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import (
    Payment,
    PaymentState,
    PayRun,
    RunState,
    move,
)
from coprod_desktop.domain.payment_orders import (
    PayingAccount,
    PaymentFile,
    PaymentInstruction,
    PaymentOrder,
    TextChange,
)
from coprod_desktop.domain.run_papers import PaymentSheet, Remittance
from coprod_desktop.domain.text import fold
from coprod_desktop.services.cash_sheets import cash_sheet
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.files import check_folder, write_file
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.services.pay_runs import check_nothing_of_ours, held_from, is_open
from coprod_desktop.services.run_lines import run_numbered
from coprod_desktop.services.run_papers import RunPapers
from coprod_desktop.storage.work import Reading, Work

Progress = Callable[[int, int], None]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class MadeFiles:
    """Where the files of a run are; some are made only where there is something for them."""

    sheet_xlsx: Path
    sheet_pdf: Path
    bank_files: tuple[Path, ...]
    control_sheet: Path | None
    cash_sheet: Path | None
    remittances: tuple[Path, ...]

    @property
    def bank_file(self) -> Path | None:
        """The first file for the bank; several where a bank takes only so many payments in one."""
        return self.bank_files[0] if self.bank_files else None

    @property
    def all_paths(self) -> tuple[Path, ...]:
        """Every file that was made."""
        single = (self.control_sheet, self.cash_sheet)
        some = tuple(path for path in single if path is not None)
        return (self.sheet_xlsx, self.sheet_pdf, *self.bank_files, *some, *self.remittances)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RecordedFiles:
    """The bank files of a run as they are kept, and what they say otherwise than the charity."""

    files: tuple[MadeFile, ...]
    changes: tuple[TextChange, ...]
    layout: str


class PaymentFileService:
    """The verbs about the files of a pay run."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def sheet(self, number: int) -> PaymentSheet:
        """Return what the payment sheet of a run says."""
        with self._desk.reading() as reading:
            return self._papers(reading, run_numbered(reading, number)).sheet()

    def made_files(self, number: int) -> tuple[MadeFile, ...]:
        """Return the bank files that were made of a run, with their bytes, oldest first."""
        with self._desk.reading() as reading:
            run = run_numbered(reading, number)
            return reading.find(MadeFile, pay_run_id=run.pay_run_id)

    def layouts(self) -> tuple[str, ...]:
        """Return the names of all bank layouts: those that come with us, then the charity's own."""
        from coprod_desktop.services.bank_layouts import LAYOUTS

        with self._desk.reading() as reading:
            own = tuple(one.name for one in reading.find(OwnLayout))
        return (*LAYOUTS, *own)

    def export(
        self,
        number: int,
        out: Path,
        layout: str | None = None,
        progress: Progress | None = None,
    ) -> MadeFiles:
        """Write the files of an approved run into a folder, and mark it exported.

        The bank file is recorded before it is written, and written from the record: asked for again
        in the same layout it is the same byte for byte. `layout` is the charity's own where None.
        `progress` is told how many files of how many are written; what it raises takes the files of
        this call away again. Raises WrongStateError before approval, OwnWorkError,
        LayoutUnknownError, FileReadOnlyError, DiskFullError, or what `bank_files` raises.
        """
        check_folder(out)
        recorded = self.record(number, layout)
        files = recorded.files
        with self._desk.reading() as reading:
            run = run_numbered(reading, number)
            papers = self._papers(reading, run)
            sheet, notes = papers.sheet(files), tuple(papers.remittances())
            control = papers.control(files, recorded.changes, recorded.layout) if files else None
            cash = cash_sheet(reading, number)
        writing = _Writing(out, f"pay-run-{number:03d}", len(notes), progress)
        try:
            return writing.write(sheet, files, control, cash, notes)
        except BaseException:
            writing.take_away()
            raise

    def _papers(self, reading: Reading, run: PayRun) -> RunPapers:
        is_told = is_open(run) and not run.is_top_up
        return RunPapers(reading, run, held_from(reading, run) if is_told else None)

    def record(self, number: int, layout: str | None = None) -> RecordedFiles:
        """Keep the bank files of an approved run in the file, and mark the run exported.

        Files that are kept already in this layout stay as they are. Nothing is written outside.
        Raises as `export`.
        """
        with self._desk.reading() as reading:
            run = run_numbered(reading, number)
            if run.state not in (RunState.APPROVED, RunState.EXPORTED, RunState.SETTLED):
                raise WrongStateError(noun="pay run", state=run.state, step=RunState.EXPORTED)
            made: tuple[PaymentFile, ...] = ()
            organisation = organisation_of(reading)
            chosen = layout or organisation.bank_layout
            known = reading.find(MadeFile, pay_run_id=run.pay_run_id, layout=chosen)
            # What was recorded is written as it was, even where its layout is no more; only what
            # the bank's letters changed is not told then.
            with contextlib.suppress(*((DomainError,) if known else ())):
                made = _bank_files(reading, chosen, _order(reading, run, organisation))
        changes = tuple(change for one in made for change in one.changes)
        if run.state is RunState.APPROVED or (made and not known):
            known = self._keep(number, chosen, made)
        return RecordedFiles(files=known, changes=changes, layout=chosen)

    def _keep(self, number: int, layout: str, made: Iterable[PaymentFile]) -> tuple[MadeFile, ...]:
        with self._desk.transaction("export pay run") as work:
            run = run_numbered(work, number)
            check_nothing_of_ours(self._desk, work, run)
            _check_none_left(work, run)
            files = tuple(
                MadeFile(
                    made_file_id=self._desk.new_id(),
                    pay_run_id=run.pay_run_id,
                    file_name=one.name(f"pay-run-{number:03d}-bank"),
                    layout=layout,
                    count=one.count,
                    pence=one.pence,
                    sha256=one.sha256,
                    content=one.content,
                    made_at=self._desk.now(),
                    made_by_id=self._desk.operator.operator_id,
                )
                for one in made
            )
            work.add_all(MadeFile, files)
            if run.state is RunState.APPROVED:
                work.update(move(run, RunState.EXPORTED))
        return files


def _check_none_left(work: Work, run: PayRun) -> None:
    """Refuse to ask the bank anew for money that left, came back or was taken back meanwhile."""
    payments = work.find(Payment, pay_run_id=run.pay_run_id, method=PaidBy.BANK)
    if any(one.pence and one.state is not PaymentState.WAITING for one in payments):
        state = RunState.REVERSED if run.state is RunState.REVERSED else RunState.SETTLED
        raise WrongStateError(noun="pay run", state=state, step=RunState.EXPORTED)


def _bank_files(reading: Reading, layout: str, order: PaymentOrder) -> tuple[PaymentFile, ...]:
    from coprod_desktop.banking.layout_reading import read_layout
    from coprod_desktop.banking.payment_csv import payment_files
    from coprod_desktop.services.bank_layouts import LAYOUTS, bank_files

    own = reading.find(OwnLayout, name=layout)
    if own:
        return payment_files(read_layout(own[0].text), order)
    if layout not in LAYOUTS:
        names = tuple(one.name for one in reading.find(OwnLayout))
        raise LayoutUnknownError(name=layout, known=(*LAYOUTS, *names))
    return bank_files(layout, order)


def _order(reading: Reading, run: PayRun, organisation: Organisation) -> PaymentOrder:
    """Return what goes by bank; it is made at the approval, so the same run makes the same file."""
    payments = reading.find(Payment, pay_run_id=run.pay_run_id, method=PaidBy.BANK)
    return PaymentOrder(
        number=run.number,
        made_at=run.approved_at or run.prepared_at,
        pay_on=run.pay_on,
        paying_account=_paying_account(organisation),
        instructions=tuple(
            PaymentInstruction(
                payment_id=one.payment_id,
                account_name=one.account_name,
                sort_code=one.sort_code,
                account_number=one.account_number,
                pence=one.pence,
                reference=one.reference,
            )
            for one in payments
            if one.pence
        ),
    )


def _paying_account(organisation: Organisation) -> PayingAccount | None:
    if not organisation.account_number:
        return None
    return PayingAccount(
        account_name=organisation.account_name or organisation.name,
        sort_code=organisation.sort_code,
        account_number=organisation.account_number,
        service_user_number=organisation.service_user_number,
    )


class _Writing:
    """Write the files of a run into a folder, and know which ones were written."""

    def __init__(self, out: Path, start: str, notes: int, progress: Progress | None) -> None:
        self._out = out
        self._start = start
        self._count = notes
        self._progress = progress or (lambda _done, _total: None)
        self._new: list[Path] = []

    def take_away(self) -> None:
        """Take away what was written, but for what was there before."""
        for path in self._new:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    def write(
        self,
        sheet: PaymentSheet,
        files: Iterable[MadeFile],
        control: ControlSheet | None,
        cash: CashSheet | None,
        notes: Iterable[Remittance],
    ) -> MadeFiles:
        """Write everything; the bank file last, so that it is there only with all its papers."""
        from coprod_desktop.documents.cash_sheet import cash_sheet_pdf
        from coprod_desktop.documents.control_sheet import control_sheet_pdf
        from coprod_desktop.documents.payment_sheet import payment_sheet_pdf
        from coprod_desktop.spreadsheets.payment_sheet import write_payment_sheet

        pdf = self._file("payment-sheet.pdf", payment_sheet_pdf(sheet))
        xlsx = self._out / f"{self._start}-payment-sheet.xlsx"
        self._note(xlsx)
        write_payment_sheet(sheet, xlsx)
        cash_path = self._file("cash-and-vouchers.pdf", cash_sheet_pdf(cash)) if cash else None
        remittances = self._remittances(notes)
        control_path = None
        if control is not None:
            control_path = self._file("control-sheet.pdf", control_sheet_pdf(control))
        return MadeFiles(
            sheet_xlsx=xlsx,
            sheet_pdf=pdf,
            bank_files=tuple(self._bank_file(one) for one in files),
            control_sheet=control_path,
            cash_sheet=cash_path,
            remittances=tuple(remittances),
        )

    def _remittances(self, notes: Iterable[Remittance]) -> list[Path]:
        from coprod_desktop.documents.remittance import remittance_pdf

        written = []
        for index, note in enumerate(notes, 1):
            name = f"{self._start}-{index:03d}-{file_name(note.name)}.pdf"
            path = self._out / "remittances" / name
            self._note(path)
            write_file(path, remittance_pdf(note))
            written.append(path)
            self._progress(index, self._count)
        return written

    def _file(self, name: str, content: bytes) -> Path:
        path = self._out / f"{self._start}-{name}"
        self._note(path)
        write_file(path, content)
        return path

    def _bank_file(self, made: MadeFile) -> Path:
        path = self._out / made.file_name
        self._note(path)
        write_file(path, made.content)
        return path

    def _note(self, path: Path) -> None:
        if not path.exists():
            self._new.append(path)


def file_name(name: str) -> str:
    """Return a name as letters that every file system takes, never empty."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:60] or "person"
