"""Write down what the papers of a run say: payment sheet, control sheet, remittances."""

import datetime
from collections.abc import Iterable, Sequence

from coprod_desktop.domain.control_sheets import (
    AccountNotice,
    ControlFile,
    ControlSheet,
    NameSent,
    WayNotice,
)
from coprod_desktop.domain.made_files import MadeFile
from coprod_desktop.domain.pay_runs import Held, Payment, PayRun
from coprod_desktop.domain.payment_orders import SentField, TextChange
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.run_approval import run_approval
from coprod_desktop.domain.run_papers import (
    CostCodeSum,
    PaymentSheet,
    PaymentSheetLine,
    Remittance,
    RemittanceLine,
)
from coprod_desktop.services.bank_holidays import working_days_before
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.services.pay_runs import note_of
from coprod_desktop.services.run_lines import operator_names
from coprod_desktop.services.run_looks import run_look
from coprod_desktop.services.run_moves import decisions_of
from coprod_desktop.services.run_records import RunEntry, RunRecords
from coprod_desktop.storage.work import Reading


class RunPapers:
    """What the papers of one run say, from records that are read once."""

    def __init__(self, reading: Reading, run: PayRun, held: tuple[Held, ...] | None = None) -> None:
        self._reading = reading
        self._run = run
        self._held = held
        self._organisation = organisation_of(reading)
        self._names = operator_names(reading)
        self._records = RunRecords(reading, run)
        so_far = run_approval(
            decisions_of(reading, run),
            self._organisation,
            sum(one.pence for one in self._records.payments),
        )
        self._approvers = tuple(self._names.get(one, "") for one in so_far.approver_ids)

    def sheet(self, files: Sequence[MadeFile] = ()) -> PaymentSheet:
        """Return what the payment sheet says; with the fingerprint of a single bank file."""
        run, organisation = self._run, self._organisation
        return PaymentSheet(
            organisation=organisation.name,
            charity_number=organisation.charity_number,
            number=run.number,
            state=run.state,
            up_to_on=run.up_to_on,
            pay_on=run.pay_on,
            prepared_by=self._names.get(run.prepared_by_id, ""),
            prepared_at=run.prepared_at,
            approved_by=self._names.get(run.approved_by_id or 0, ""),
            approved_at=run.approved_at,
            four_eyes_note=note_of(self._reading, run),
            top_up_note=run.note if run.is_top_up else "",
            lines=tuple(self._lines()),
            held=self._held,
            bank_file=", ".join(one.file_name for one in files),
            bank_file_sha256=files[0].sha256 if len(files) == 1 else "",
            approvers=self._approvers,
            by_cost_code=tuple(self._by_cost_code()),
        )

    def _lines(self) -> Iterable[PaymentSheetLine]:
        codes = self._codes()
        approvers = self._records.approvers(self._reading, self._names)
        for payment in self._records.by_name():
            entries = self._records.entries(payment)
            person = self._records.people[payment.participant_id]
            projects = {one.project_id for one in entries if one.project_id}
            approved = {approvers.get(one.approved_id or 0, "") for one in entries}
            yield PaymentSheetLine(
                participant=person.name,
                payee=payment.account_name or person.name,
                method=payment.method,
                sort_code=payment.sort_code,
                account_number=payment.account_number,
                minutes=sum(one.minutes for one in entries),
                payment_pence=payment.payment_pence,
                reimbursement_pence=payment.reimbursement_pence,
                cost_codes=", ".join(sorted({codes[one] for one in projects})),
                approved_by=", ".join(sorted(approved - {""})),
                reference=payment.reference if payment.account_number else "",
                came_back_on=payment.came_back_on,
            )

    def _by_cost_code(self) -> Iterable[CostCodeSum]:
        codes = self._codes()
        sums: dict[str, list[int]] = {}
        for payment in self._records.payments:
            for one in self._records.entries(payment):
                if one.project_id:
                    sum_of_code = sums.setdefault(codes[one.project_id], [0, 0])
                    sum_of_code[0 if one.is_for_work else 1] += one.pence
        for code, (work, expenses) in sorted(sums.items()):
            yield CostCodeSum(cost_code=code, payment_pence=work, reimbursement_pence=expenses)

    def _codes(self) -> dict[int, str]:
        return {one.project_id: one.cost_code or one.name for one in self._reading.find(Project)}

    def remittances(self) -> Iterable[Remittance]:
        """Give the note of each payment, in order of the people's names."""
        for payment in self._records.by_name():
            yield self._remittance(payment)

    def _remittance(self, payment: Payment) -> Remittance:
        person, run = self._records.people[payment.participant_id], self._run
        entries = self._records.entries(payment)
        return Remittance(
            organisation=self._organisation.name,
            contact_name=self._organisation.contact_name,
            contact_phone=self._organisation.contact_phone,
            contact_email=self._organisation.contact_email,
            number=run.number,
            name=person.printed_name,
            name_in_script=person.name_in_script,
            pay_on=payment.paid_on or run.settled_on or run.pay_on,
            method=payment.method,
            account_ending=payment.account_number[-4:],
            work=tuple(_line(one) for one in entries if one.is_for_work),
            expenses=tuple(_line(one) for one in entries if not one.is_for_work),
            came_back_on=payment.came_back_on,
            edition=person.edition,
            language=person.language,
        )

    def control(
        self, files: Sequence[MadeFile], changes: Iterable[TextChange], layout: str
    ) -> ControlSheet:
        """Return what the control sheet says that goes with the files for the bank."""
        run, look = self._run, run_look(self._reading, self._run)
        return ControlSheet(
            organisation=self._organisation.name,
            charity_number=self._organisation.charity_number,
            number=run.number,
            files=tuple(
                ControlFile(name=one.file_name, count=one.count, pence=one.pence, sha256=one.sha256)
                for one in files
            ),
            account_ending=self._organisation.account_number[-4:],
            layout=layout,
            upload_on=_upload_on(run),
            arrive_on=run.pay_on,
            since_number=look.since.number,
            names=tuple(
                NameSent(name=one.was, as_sent=one.now)
                for one in changes
                if one.field is not SentField.REFERENCE
            ),
            accounts=tuple(
                AccountNotice(
                    name=one.name,
                    ending=one.now_ending,
                    previous_ending=one.was_ending,
                    how_checked=one.how_checked,
                    checked_by=one.checked_by,
                    checked_on=one.checked_at.date() if one.checked_at else None,
                )
                for one in look.accounts
            ),
            ways=tuple(WayNotice(name=one.name, was=one.was, now=one.now) for one in look.ways),
            prepared_by=self._names.get(run.prepared_by_id, ""),
            approvers=self._approvers,
            four_eyes_note=note_of(self._reading, run),
        )


def _upload_on(run: PayRun) -> datetime.date:
    """Return the last day to hand a file in: Bacs takes it two working days before it pays.

    For a run that was approved later than that it is the day of the approval; a Faster Payment
    needs no more.
    """
    due = working_days_before(run.pay_on, 2)
    return max(due, run.approved_at.astimezone().date()) if run.approved_at else due


def _line(entry: RunEntry) -> RemittanceLine:
    return RemittanceLine(day=entry.day, what=entry.what, minutes=entry.minutes, pence=entry.pence)
