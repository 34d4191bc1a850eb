"""Make the files of an approved pay run: payment sheet, bank file and remittances."""

import dataclasses
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from coprod_desktop.domain.approvals import Approval
from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import WrongStateError
from coprod_desktop.domain.expenses import ExpenseClaim
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.domain.participants import PaidBy, Participant
from coprod_desktop.domain.pay_runs import (
    LineKind,
    Payment,
    PaymentLine,
    PaymentSheet,
    PaymentSheetLine,
    PayRun,
    Remittance,
    RemittanceLine,
    RunState,
    move,
)
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.text import fold
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.i18n import _
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.files import write_file
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.services.pay_runs import (
    operator_names,
    run_numbered,
    subjects,
    told_subjects,
)
from coprod_desktop.storage import expense_claims, pay_runs
from coprod_desktop.storage.work import Reading


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class MadeFiles:
    """Where the files of a run are; the bank file only where somebody is paid by bank."""

    sheet_xlsx: Path
    sheet_pdf: Path
    bank_file: Path | None
    remittances: tuple[Path, ...]

    @property
    def all_paths(self) -> tuple[Path, ...]:
        """Every file that was made."""
        bank = (self.bank_file,) if self.bank_file else ()
        return (self.sheet_xlsx, self.sheet_pdf, *bank, *self.remittances)


class PaymentFileService:
    """The verb that makes files of a pay run."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def sheet(self, number: int) -> PaymentSheet:
        """Return what the payment sheet of a run says."""
        with self._desk.reading() as reading:
            return _sheet(reading, run_numbered(reading, number), "", "")

    def export(self, number: int, out: Path, layout: str = "plain") -> MadeFiles:
        """Write the files of an approved run into a folder and mark it exported.

        Raises WrongStateError before approval, LayoutUnknownError, FileReadOnlyError or
        DiskFullError.
        """
        from coprod_desktop.banking.csv_layouts import bank_file

        with self._desk.reading() as reading:
            run = run_numbered(reading, number)
            if run.state not in (RunState.APPROVED, RunState.EXPORTED, RunState.SETTLED):
                raise WrongStateError(noun="pay run", state=run.state, step=RunState.EXPORTED)
            payments = reading.find(Payment, pay_run_id=run.pay_run_id)
            bank = bank_file(
                [p for p in payments if p.method is PaidBy.BANK], f"Pay run {number}", layout
            )
            name = f"pay-run-{number:03d}-bank.csv"
            has_bank = any(payment.method is PaidBy.BANK for payment in payments)
            digest = hashlib.sha256(bank).hexdigest() if has_bank else ""
            sheet = _sheet(reading, run, name if has_bank else "", digest)
            notes = tuple(_remittances(reading, run))
        made = _write(sheet, notes, bank if has_bank else None, name, out)
        if run.state is RunState.APPROVED:
            mark_exported(self._desk, number)
        return made


def mark_exported(desk: Desk, number: int) -> None:
    """Record that the files of an approved run were made; raises WrongStateError."""
    with desk.transaction("export pay run") as work:
        work.update(move(run_numbered(work, number), RunState.EXPORTED))


def _write(
    sheet: PaymentSheet, notes: Iterable[Remittance], bank: bytes | None, bank_name: str, out: Path
) -> MadeFiles:
    from coprod_desktop.documents.payment_sheet import payment_sheet_pdf
    from coprod_desktop.documents.remittance import remittance_pdf
    from coprod_desktop.spreadsheets.payment_sheet import write_payment_sheet

    start = f"pay-run-{sheet.number:03d}"
    xlsx, pdf = out / f"{start}-payment-sheet.xlsx", out / f"{start}-payment-sheet.pdf"
    write_file(pdf, payment_sheet_pdf(sheet))
    write_payment_sheet(sheet, xlsx)
    bank_path = out / bank_name if bank is not None else None
    if bank_path is not None and bank is not None:
        write_file(bank_path, bank)
    written = []
    for index, note in enumerate(notes, 1):
        path = out / "remittances" / f"{start}-{index:03d}-{file_name(note.name)}.pdf"
        write_file(path, remittance_pdf(note))
        written.append(path)
    return MadeFiles(
        sheet_xlsx=xlsx, sheet_pdf=pdf, bank_file=bank_path, remittances=tuple(written)
    )


def file_name(name: str) -> str:
    """Return a name as letters that every file system takes, never empty."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:60] or "person"


def _sheet(reading: Reading, run: PayRun, bank_name: str, digest: str) -> PaymentSheet:
    organisation = organisation_of(reading)
    names = operator_names(reading)
    return PaymentSheet(
        organisation=organisation.name,
        charity_number=organisation.charity_number,
        number=run.number,
        state=run.state,
        up_to_on=run.up_to_on,
        pay_on=run.pay_on,
        prepared_by=names.get(run.prepared_by_id, ""),
        prepared_at=run.prepared_at,
        approved_by=names.get(run.approved_by_id or 0, ""),
        approved_at=run.approved_at,
        four_eyes_note=organisation.four_eyes_note,
        top_up_note=run.note if run.is_top_up else "",
        lines=tuple(_sheet_lines(reading, run, names)),
        bank_file=bank_name,
        bank_file_sha256=digest,
    )


class _Paid:
    """The records behind the lines of a run, read once."""

    def __init__(self, reading: Reading, run: PayRun) -> None:
        lines = pay_runs.lines_of(reading, run.pay_run_id)
        self.lines: dict[int, list[PaymentLine]] = {}
        for line in lines:
            self.lines.setdefault(line.payment_id, []).append(line)
        work_ids = subjects(lines, LineKind.CONTRIBUTION)
        claim_ids = subjects(lines, LineKind.EXPENSE_CLAIM)
        self.work = {one.contribution_id: one for one in reading.among(Contribution, work_ids)}
        self.claims = {one.expense_claim_id: one for one in reading.among(ExpenseClaim, claim_ids)}
        self.items = expense_claims.items_of(reading, claim_ids)
        top_ups = reading.among(TopUp, subjects(lines, LineKind.TOP_UP))
        self.top_ups = {one.top_up_id: one for one in top_ups}
        self.told = told_subjects(reading, top_ups)
        self.payments = reading.find(Payment, pay_run_id=run.pay_run_id)
        ids = [payment.participant_id for payment in self.payments]
        self.people = {one.participant_id: one for one in reading.among(Participant, ids)}

    def work_of(self, payment: Payment) -> list[Contribution]:
        """Return the contributions that a payment pays."""
        lines = self.lines.get(payment.payment_id, [])
        return [self.work[one] for one in subjects(lines, LineKind.CONTRIBUTION)]

    def claims_of(self, payment: Payment) -> list[ExpenseClaim]:
        """Return the expense claims that a payment pays."""
        lines = self.lines.get(payment.payment_id, [])
        return [self.claims[one] for one in subjects(lines, LineKind.EXPENSE_CLAIM)]

    def top_ups_of(self, payment: Payment) -> list[TopUp]:
        """Return the top-ups that a payment pays, by the day of what they top up."""
        lines = self.lines.get(payment.payment_id, [])
        found = [self.top_ups[one] for one in subjects(lines, LineKind.TOP_UP)]
        return sorted(found, key=lambda one: (self.told[one.subject_id].on, one.top_up_id))

    def by_name(self) -> list[Payment]:
        """Return the payments in order of the people's names."""
        return sorted(self.payments, key=lambda one: fold(self.people[one.participant_id].name))


def _sheet_lines(
    reading: Reading, run: PayRun, names: dict[int, str]
) -> Iterable[PaymentSheetLine]:
    paid = _Paid(reading, run)
    codes = {one.project_id: one.cost_code or one.name for one in reading.find(Project)}
    approvers = _approvers(reading, paid, names)
    for payment in paid.by_name():
        work, claims = paid.work_of(payment), paid.claims_of(payment)
        on_top = paid.top_ups_of(payment)
        projects = {one.project_id for one in work} | {one.project_id for one in claims}
        projects |= {one.project_id for one in on_top}
        ids = [one.contribution_id for one in work] + [one.expense_claim_id for one in claims]
        ids += [paid.told[one.subject_id].approved_id for one in on_top]
        person = paid.people[payment.participant_id]
        yield PaymentSheetLine(
            participant=person.name,
            payee=payment.account_name or person.name,
            method=payment.method,
            sort_code=payment.sort_code,
            account_number=payment.account_number,
            minutes=sum(one.minutes for one in work),
            payment_pence=payment.payment_pence,
            reimbursement_pence=payment.reimbursement_pence,
            cost_codes=", ".join(sorted({codes[project_id] for project_id in projects})),
            approved_by=", ".join(sorted({approvers.get(i, "") for i in ids} - {""})),
        )


def _approvers(reading: Reading, paid: _Paid, names: dict[int, str]) -> dict[int, str]:
    """Return who approved each record; of several decisions the last counts."""
    approved = {told.approved_id for told in paid.told.values()}
    approved |= paid.work.keys() | paid.claims.keys()
    decisions = (one for one in reading.find(Approval) if one.subject_id in approved)
    return {one.subject_id: names.get(one.operator_id, "") for one in decisions}


def _remittances(reading: Reading, run: PayRun) -> Iterable[Remittance]:
    paid, organisation = _Paid(reading, run), organisation_of(reading)
    for payment in paid.by_name():
        yield _remittance(organisation, run, paid, payment)


def _remittance(
    organisation: Organisation, run: PayRun, paid: _Paid, payment: Payment
) -> Remittance:
    person = paid.people[payment.participant_id]
    claim_ids = {claim.expense_claim_id for claim in paid.claims_of(payment)}
    items = [item for item in paid.items if item.expense_claim_id in claim_ids]
    on_top = paid.top_ups_of(payment)
    return Remittance(
        organisation=organisation.name,
        contact_name=organisation.contact_name,
        contact_phone=organisation.contact_phone,
        contact_email=organisation.contact_email,
        number=run.number,
        name=person.printed_name,
        name_in_script=person.name_in_script,
        pay_on=run.settled_on or run.pay_on,
        method=payment.method,
        account_ending=payment.account_number[-4:],
        work=(
            *(
                RemittanceLine(
                    day=one.worked_on, what=one.what, minutes=one.minutes, pence=one.agreed_pence
                )
                for one in paid.work_of(payment)
            ),
            *(_line_on_top(paid, one) for one in on_top if one.is_for_work),
        ),
        expenses=(
            *(
                RemittanceLine(
                    day=item.spent_on, what=item.what, minutes=0, pence=item.agreed_pence
                )
                for item in items
            ),
            *(_line_on_top(paid, one) for one in on_top if not one.is_for_work),
        ),
    )


def _line_on_top(paid: _Paid, top_up: TopUp) -> RemittanceLine:
    told = paid.told[top_up.subject_id]
    words = _("{what}: the difference, as the rate went up. It was {was} before.")
    what = words.format(what=told.what, was=format_pounds(top_up.was_pence))
    return RemittanceLine(day=told.on, what=what, minutes=0, pence=top_up.pence)
