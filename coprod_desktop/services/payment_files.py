"""Make the files of an approved run: bank file, sheets and remittances, each from its record."""

import contextlib
import dataclasses
import re
from collections.abc import Callable, Generator, Iterable
from pathlib import Path

from coprod_desktop.domain.cash_sheets import CashSheet
from coprod_desktop.domain.control_sheets import ControlSheet
from coprod_desktop.domain.errors import DomainError, LayoutUnknownError, WrongStateError
from coprod_desktop.domain.made_files import MadeFile, OwnLayout
from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_errors import FilesNotFinishedError
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
from coprod_desktop.services.own_words import own_words_of
from coprod_desktop.services.paper_making import OwnWords
from coprod_desktop.services.pay_runs import held_from, is_open
from coprod_desktop.services.remittance_files import write_remittances
from coprod_desktop.services.run_lines import run_numbered
from coprod_desktop.services.run_papers import RunPapers
from coprod_desktop.services.run_reversals import check_nothing_of_ours
from coprod_desktop.storage.work import Reading

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

        First the papers are written, then the bank file is recorded, and then written from the
        record: asked for again in the same layout it is the same byte for byte. `layout` is the
        charity's own where None. `progress` is told how many remittances of how many are written;
        what it raises leaves the run as it was, and takes the files of this call away again.
        Raises FilesNotFinishedError where the bank file is recorded and could not be written,
        WrongStateError before approval, OwnWorkError, LayoutUnknownError, FileReadOnlyError,
        DiskFullError, or what `bank_files` raises.
        """
        check_folder(out)
        with self._desk.reading() as reading:
            draft = self._draft(reading, run_numbered(reading, number), layout)
            papers = self._papers(reading, draft.run)
            sheet, notes = papers.sheet(draft.files), papers.remittances()
            control = papers.control(draft.files, draft.changes, draft.layout)
            cash = cash_sheet(reading, number)
            own = own_words_of(reading)
        writing = _Writing(out, f"pay-run-{number:03d}", len(sheet.lines), own, progress)
        try:
            written = writing.write_papers(sheet, cash, notes)
            if draft.is_new:
                self._keep(draft)
            return self._finish(writing, written, draft, control)
        except BaseException:
            writing.take_away()
            raise

    def _finish(
        self, writing: "_Writing", written: MadeFiles, draft: "_Draft", control: ControlSheet
    ) -> MadeFiles:
        try:
            return writing.write_bank_files(written, draft.files, control)
        except DomainError as error:
            if not draft.is_new:
                raise
            folder = str(writing.out)
            raise FilesNotFinishedError(number=draft.run.number, folder=folder) from error

    def _papers(self, reading: Reading, run: PayRun) -> RunPapers:
        is_told = is_open(run) and not run.is_top_up
        return RunPapers(reading, run, held_from(reading, run) if is_told else None)

    def record(self, number: int, layout: str | None = None) -> RecordedFiles:
        """Keep the bank files of an approved run in the file, and mark the run exported.

        Files that are kept already in this layout stay as they are. Nothing is written outside.
        Raises as `export`.
        """
        with self._desk.reading() as reading:
            draft = self._draft(reading, run_numbered(reading, number), layout)
        if draft.is_new:
            self._keep(draft)
        return RecordedFiles(files=draft.files, changes=draft.changes, layout=draft.layout)

    def _draft(self, reading: Reading, run: PayRun, layout: str | None) -> "_Draft":
        """Make the bank files of a run, or take those that are kept; nothing is saved or written.

        Raises as `export`.
        """
        if run.state not in (RunState.APPROVED, RunState.EXPORTED, RunState.SETTLED):
            raise WrongStateError(noun="pay run", state=run.state, step=RunState.EXPORTED)
        made: tuple[PaymentFile, ...] = ()
        organisation = organisation_of(reading)
        chosen = layout or organisation.bank_layout
        known = reading.find(MadeFile, pay_run_id=run.pay_run_id, layout=chosen)
        # What was recorded is written as it was, even where its layout is no more; only what the
        # bank's letters changed is not told then.
        with contextlib.suppress(*((DomainError,) if known else ())):
            made = _bank_files(reading, chosen, _order(reading, run, organisation))
        is_first = run.state is RunState.APPROVED
        is_new = is_first or (bool(made) and not known)
        if is_new:
            check_nothing_of_ours(self._desk, reading, run)
            _check_none_left(reading, run)
        return _Draft(
            run=move(run, RunState.EXPORTED) if is_first else run,
            layout=chosen,
            files=known or tuple(self._recorded(run, chosen, one) for one in made),
            changes=tuple(change for one in made for change in one.changes),
            is_new=is_new,
        )

    def _recorded(self, run: PayRun, layout: str, made: PaymentFile) -> MadeFile:
        return MadeFile(
            made_file_id=self._desk.new_id(),
            pay_run_id=run.pay_run_id,
            file_name=made.name(f"pay-run-{run.number:03d}-bank"),
            layout=layout,
            count=made.count,
            pence=made.pence,
            sha256=made.sha256,
            content=made.content,
            made_at=self._desk.now(),
            made_by_id=self._desk.operator.operator_id,
        )

    def _keep(self, draft: "_Draft") -> None:
        """Save what was made, unless somebody else did so meanwhile: it is the same then."""
        with self._desk.transaction("export pay run") as work:
            run = run_numbered(work, draft.run.number)
            check_nothing_of_ours(self._desk, work, run)
            _check_none_left(work, run)
            if not work.find(MadeFile, pay_run_id=run.pay_run_id, layout=draft.layout):
                work.add_all(MadeFile, draft.files)
            if run.state is RunState.APPROVED:
                work.update(move(run, RunState.EXPORTED))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """The bank files of a run before they are kept (`is_new`), or as they were kept before."""

    run: PayRun
    layout: str
    files: tuple[MadeFile, ...]
    changes: tuple[TextChange, ...]
    is_new: bool


def _check_none_left(reading: Reading, run: PayRun) -> None:
    """Refuse to ask the bank anew for money that left, came back or was taken back meanwhile."""
    payments = reading.find(Payment, pay_run_id=run.pay_run_id, method=PaidBy.BANK)
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

    def __init__(
        self, out: Path, start: str, notes: int, own: OwnWords, progress: Progress | None
    ) -> None:
        self.out = out
        self._own = own
        self._start = start
        self._count = notes
        self._progress = progress or (lambda _done, _total: None)
        self._new: list[Path] = []

    def take_away(self) -> None:
        """Take away what was written, but for what was there before."""
        for path in self._new:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    def write_papers(
        self, sheet: PaymentSheet, cash: CashSheet | None, notes: Iterable[Remittance]
    ) -> MadeFiles:
        """Write everything that does not go to the bank."""
        from coprod_desktop.documents.cash_sheet import cash_sheet_pdf
        from coprod_desktop.documents.payment_sheet import payment_sheet_pdf
        from coprod_desktop.spreadsheets.payment_sheet import write_payment_sheet

        pdf = self._file("payment-sheet.pdf", payment_sheet_pdf(sheet))
        xlsx = self.out / f"{self._start}-payment-sheet.xlsx"
        self._note(xlsx)
        write_payment_sheet(sheet, xlsx)
        return MadeFiles(
            sheet_xlsx=xlsx,
            sheet_pdf=pdf,
            bank_files=(),
            control_sheet=None,
            cash_sheet=self._file("cash-and-vouchers.pdf", cash_sheet_pdf(cash)) if cash else None,
            remittances=tuple(self._remittances(notes)),
        )

    def write_bank_files(
        self, papers: MadeFiles, files: tuple[MadeFile, ...], control: ControlSheet
    ) -> MadeFiles:
        """Write the bank files, last, so that they are there only with all their papers."""
        from coprod_desktop.documents.control_sheet import control_sheet_pdf

        if not files:
            return papers
        path = self._file("control-sheet.pdf", control_sheet_pdf(control))
        bank_files = tuple(self._bank_file(one) for one in files)
        return dataclasses.replace(papers, control_sheet=path, bank_files=bank_files)

    def _remittances(self, notes: Iterable[Remittance]) -> list[Path]:
        written = []
        with contextlib.closing(self._notes(notes)) as paths:
            for path in paths:
                written.append(path)
                self._progress(len(written), self._count)
        return written

    def _notes(self, notes: Iterable[Remittance]) -> Generator[Path, None, None]:
        return write_remittances(notes, self._count, self._place, self._own)

    def _place(self, index: int, note: Remittance) -> Path:
        name = f"{self._start}-{index:03d}-{file_name(note.name)}.pdf"
        path = self.out / "remittances" / name
        self._note(path)
        return path

    def _file(self, name: str, content: bytes) -> Path:
        path = self.out / f"{self._start}-{name}"
        self._note(path)
        write_file(path, content)
        return path

    def _bank_file(self, made: MadeFile) -> Path:
        path = self.out / made.file_name
        self._note(path)
        write_file(path, made.content)
        return path

    def _note(self, path: Path) -> None:
        if not path.exists():
            self._new.append(path)


def file_name(name: str) -> str:
    """Return a name as letters that every file system takes, never empty."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:60] or "person"
