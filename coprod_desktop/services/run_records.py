"""Read once what the lines of a run pay, so that its papers can be written from it."""

import dataclasses
import datetime
from collections.abc import Iterable

from coprod_desktop.domain.approvals import Approval
from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import LineKind, Payment, PaymentLine, PayRun
from coprod_desktop.domain.recoveries import Recovery
from coprod_desktop.domain.text import fold
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.i18n import _
from coprod_desktop.services.run_lines import subjects, told_subjects
from coprod_desktop.storage import expense_claims, pay_runs
from coprod_desktop.storage.work import Reading


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RunEntry:
    """What one line of a payment pays, in pence; `approved_id` is the record somebody approved."""

    day: datetime.date
    what: str
    minutes: int
    pence: int
    project_id: int | None
    approved_id: int | None
    is_for_work: bool


class RunRecords:
    """The records behind the payments of a run."""

    def __init__(self, reading: Reading, run: PayRun) -> None:
        lines = pay_runs.lines_of(reading, run.pay_run_id)
        self._lines: dict[int, list[PaymentLine]] = {}
        for line in lines:
            self._lines.setdefault(line.payment_id, []).append(line)
        self._day = run.up_to_on
        ids = {kind: subjects(lines, kind) for kind in LineKind}
        work = reading.among(Contribution, ids[LineKind.CONTRIBUTION])
        self._work = {one.contribution_id: one for one in work}
        claims = reading.among(ExpenseClaim, ids[LineKind.EXPENSE_CLAIM])
        self._claims = {one.expense_claim_id: one for one in claims}
        self._items: dict[int, list[ExpenseItem]] = {}
        for item in expense_claims.items_of(reading, ids[LineKind.EXPENSE_CLAIM]):
            self._items.setdefault(item.expense_claim_id, []).append(item)
        top_ups = reading.among(TopUp, ids[LineKind.TOP_UP])
        self._top_ups = {one.top_up_id: one for one in top_ups}
        self._told = told_subjects(reading, top_ups)
        recoveries = reading.among(Recovery, ids[LineKind.RECOVERY])
        self._recoveries = {one.recovery_id: one for one in recoveries}
        self.payments = reading.find(Payment, pay_run_id=run.pay_run_id)
        people = [payment.participant_id for payment in self.payments]
        self.people = {one.participant_id: one for one in reading.among(Participant, people)}

    def by_name(self) -> list[Payment]:
        """Return the payments in order of the people's names."""
        return sorted(self.payments, key=lambda one: fold(self.people[one.participant_id].name))

    def entries(self, payment: Payment) -> list[RunEntry]:
        """Return what a payment pays, by day, with what is on top and kept back at the end.

        The pence are the lines', so that they come to the payment whatever was corrected since.
        """
        lines = self._lines.get(payment.payment_id, [])
        found = [entry for line in lines for entry in self._of_line(line)]
        return sorted(found, key=lambda one: (one.pence < 0, one.day))

    def approvers(self, reading: Reading, names: dict[int, str]) -> dict[int, str]:
        """Return who approved each record; of several decisions the last counts."""
        told = {one.approved_id for one in self._told.values()}
        wanted = told | self._work.keys() | self._claims.keys()
        decisions = (one for one in reading.find(Approval) if one.subject_id in wanted)
        return {one.subject_id: names.get(one.operator_id, "") for one in decisions}

    def _of_line(self, line: PaymentLine) -> Iterable[RunEntry]:
        if line.kind is LineKind.CONTRIBUTION and line.subject_id in self._work:
            yield _of_work(self._work[line.subject_id], line.pence)
        elif line.kind is LineKind.EXPENSE_CLAIM and line.subject_id in self._claims:
            claim = self._claims[line.subject_id]
            yield from _of_claim(claim, self._items.get(claim.expense_claim_id, []), line.pence)
        elif line.kind is LineKind.TOP_UP and line.subject_id in self._top_ups:
            yield self._of_top_up(self._top_ups[line.subject_id], line.pence)
        elif line.kind is LineKind.RECOVERY and line.subject_id in self._recoveries:
            yield _of_recovery(self._recoveries[line.subject_id], line.pence)
        else:
            yield self._of_something_gone(line)

    def _of_top_up(self, top_up: TopUp, pence: int) -> RunEntry:
        told = self._told[top_up.subject_id]
        words = _("{what}: the difference, as the rate went up. It was {was} before.")
        return RunEntry(
            day=told.on,
            what=words.format(what=told.what, was=format_pounds(top_up.was_pence)),
            minutes=0,
            pence=pence,
            project_id=top_up.project_id,
            approved_id=told.approved_id,
            is_for_work=top_up.is_for_work,
        )

    def _of_something_gone(self, line: PaymentLine) -> RunEntry:
        return RunEntry(
            day=self._day,
            what=_("Paid then, and taken out of the file since."),
            minutes=0,
            pence=line.pence,
            project_id=None,
            approved_id=None,
            is_for_work=line.kind is not LineKind.EXPENSE_CLAIM,
        )


def _of_work(piece: Contribution, pence: int) -> RunEntry:
    return RunEntry(
        day=piece.worked_on,
        what=piece.what,
        minutes=piece.minutes,
        pence=pence,
        project_id=piece.project_id,
        approved_id=piece.contribution_id,
        is_for_work=True,
    )


def _of_claim(claim: ExpenseClaim, items: list[ExpenseItem], pence: int) -> Iterable[RunEntry]:
    """Give the lines of a claim; where they were corrected since, the claim as it was paid."""
    told = [(item.spent_on, item.what, item.agreed_pence) for item in items]
    if sum(one[2] for one in told) != pence:
        words = _("Expense claim of {day}").format(day=long_day(claim.claimed_on))
        told = [(claim.claimed_on, words, pence)]
    for day, what, part in told:
        yield RunEntry(
            day=day,
            what=what,
            minutes=0,
            pence=part,
            project_id=claim.project_id,
            approved_id=claim.expense_claim_id,
            is_for_work=False,
        )


def _of_recovery(recovery: Recovery, pence: int) -> RunEntry:
    words = _("Kept back, as it was paid in error before. {because}")
    return RunEntry(
        day=recovery.made_on,
        what=words.format(because=recovery.because),
        minutes=0,
        pence=pence,
        project_id=recovery.project_id,
        approved_id=None,
        is_for_work=recovery.is_for_work,
    )
