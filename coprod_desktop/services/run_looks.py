"""Say what an approver should look at in a pay run: late money, changed accounts, first pay."""

import dataclasses
import datetime
from collections.abc import Mapping

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.expenses import ExpenseClaim
from coprod_desktop.domain.participants import PaidBy, Participant
from coprod_desktop.domain.pay_runs import LineKind, Payment, PaymentLine, PaymentState, PayRun
from coprod_desktop.domain.text import fold
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.services.run_lines import operator_names
from coprod_desktop.storage import owed, pay_runs
from coprod_desktop.storage.work import Reading


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What there is to look at in one payment.

    `late_days` is by how much the charity's days-to-pay promise is broken for its oldest piece.
    """

    payment_id: int
    late_days: int = 0
    is_new_account: bool = False
    previous_ending: str = ""
    previous_ways: tuple[PaidBy, ...] = ()
    """How the person was paid the last time, where that was in another way than now."""
    is_first_payment: bool = False
    is_third_party: bool = False
    holder: str = ""
    is_expenses_only: bool = False
    kept_back_pence: int = 0
    is_paid_again: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class GoesOut:
    """What leaves in one way: how many payments, and pence."""

    method: PaidBy
    people: int
    pence: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class AccountChange:
    """An account of the run that is another than the last time the person was paid."""

    name: str
    was_ending: str
    now_ending: str
    changed_at: datetime.datetime | None
    changed_by: str
    how_checked: str
    checked_at: datetime.datetime | None
    checked_by: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WayChange:
    """Somebody who is paid in another way than the last time, as in cash instead of by bank."""

    name: str
    was: tuple[PaidBy, ...]
    now: PaidBy
    pence: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SinceLast:
    """What is new against the run before; `number` is that run's, None where this is the first."""

    number: int | None
    new_accounts: int
    first_payments: int
    paid_again: int
    kept_back: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RunLook:
    """All that there is to look at in a run; `looks` by the payment's id."""

    looks: Mapping[int, Look]
    goes_out: tuple[GoesOut, ...]
    accounts: tuple[AccountChange, ...]
    since: SinceLast
    ways: tuple[WayChange, ...] = ()


def run_look(reading: Reading, run: PayRun) -> RunLook:
    """Return what to look at in a run, as the file stands now."""
    gone = (PaymentState.CAME_BACK, PaymentState.TAKEN_BACK)
    payments = [
        one for one in reading.find(Payment, pay_run_id=run.pay_run_id) if one.state not in gone
    ]
    about = _About(reading, run, payments)
    looks = {one.payment_id: about.look(one) for one in payments}
    return RunLook(
        looks=looks,
        goes_out=_goes_out(payments),
        accounts=about.changes(payments, looks),
        since=_since(run, looks),
        ways=about.way_changes(payments, looks),
    )


def _goes_out(payments: list[Payment]) -> tuple[GoesOut, ...]:
    ways = []
    for method in PaidBy:
        same = [one for one in payments if one.method is method]
        if same:
            ways.append(
                GoesOut(method=method, people=len(same), pence=sum(one.pence for one in same))
            )
    return tuple(ways)


def _since(run: PayRun, looks: Mapping[int, Look]) -> SinceLast:
    return SinceLast(
        number=run.number - 1 or None,
        new_accounts=sum(one.is_new_account for one in looks.values()),
        first_payments=sum(one.is_first_payment for one in looks.values()),
        paid_again=sum(one.is_paid_again for one in looks.values()),
        kept_back=sum(bool(one.kept_back_pence) for one in looks.values()),
    )


class _About:
    """What is read once for all payments of a run."""

    def __init__(self, reading: Reading, run: PayRun, payments: list[Payment]) -> None:
        self._pay_on = run.settled_on or run.pay_on
        self._promise = datetime.timedelta(days=organisation_of(reading).promise_days)
        self._lines: dict[int, list[PaymentLine]] = {}
        for line in pay_runs.lines_of(reading, run.pay_run_id):
            self._lines.setdefault(line.payment_id, []).append(line)
        self._days = _days(reading, self._lines)
        people = {one.participant_id for one in payments}
        self._last = owed.last_accounts(reading, run.number, people)
        self._ways = owed.last_ways(reading, run.number, people)
        self._paid_before = owed.paid_before(reading, run.number, people)
        self._details = owed.accounts_of(reading, people)
        self._people = {one.participant_id: one for one in reading.among(Participant, people)}
        self._names = operator_names(reading)

    def look(self, payment: Payment) -> Look:
        """Return what there is to look at in one payment."""
        lines = self._lines.get(payment.payment_id, [])
        person = payment.participant_id
        details = self._details.get(person) if payment.method is PaidBy.BANK else None
        last, is_first = self._last.get(person), person not in self._paid_before
        days = [self._days[key] for line in lines if (key := line.subject_id) in self._days]
        late = (self._pay_on - min(days) - self._promise).days if days else 0
        return Look(
            payment_id=payment.payment_id,
            late_days=max(0, late),
            is_new_account=payment.is_new_account and last is not None,
            previous_ending=last.account_number[-4:] if last and payment.is_new_account else "",
            previous_ways=self._other_ways(payment),
            is_first_payment=is_first,
            is_third_party=details is not None and details.is_third_party,
            holder=details.holder if details else "",
            is_expenses_only=not payment.payment_pence and payment.reimbursement_pence > 0,
            kept_back_pence=-sum(one.pence for one in lines if one.kind is LineKind.RECOVERY),
            is_paid_again=any(one.replaces_line_id for one in lines),
        )

    def changes(
        self, payments: list[Payment], looks: Mapping[int, Look]
    ) -> tuple[AccountChange, ...]:
        """Return the accounts that are others than before, by the people's names."""
        changed = [one for one in payments if looks[one.payment_id].is_new_account]
        found = [self._change(one, looks[one.payment_id]) for one in changed]
        return tuple(sorted(found, key=lambda one: fold(one.name)))

    def way_changes(
        self, payments: list[Payment], looks: Mapping[int, Look]
    ) -> tuple[WayChange, ...]:
        """Return the payments that go another way than before, by the people's names."""
        found = [
            WayChange(
                name=self._people[one.participant_id].name,
                was=looks[one.payment_id].previous_ways,
                now=one.method,
                pence=one.pence,
            )
            for one in payments
            if looks[one.payment_id].previous_ways
        ]
        return tuple(sorted(found, key=lambda one: fold(one.name)))

    def _other_ways(self, payment: Payment) -> tuple[PaidBy, ...]:
        last = self._ways.get(payment.participant_id, frozenset())
        return () if payment.method in last else tuple(way for way in PaidBy if way in last)

    def _change(self, payment: Payment, look: Look) -> AccountChange:
        details = self._details.get(payment.participant_id)
        return AccountChange(
            name=self._people[payment.participant_id].name,
            was_ending=look.previous_ending,
            now_ending=payment.account_number[-4:],
            changed_at=details.changed_at if details else None,
            changed_by=self._names.get(details.changed_by_id or 0, "") if details else "",
            how_checked=details.how_checked if details else "",
            checked_at=details.checked_at if details else None,
            checked_by=self._names.get(details.checked_by_id or 0, "") if details else "",
        )


def _days(reading: Reading, lines: Mapping[int, list[PaymentLine]]) -> dict[int, datetime.date]:
    """Return from which day each paid record waits: the day of the work, or of the claim."""
    of_kind: dict[LineKind, list[int]] = {}
    for line in (one for same in lines.values() for one in same):
        of_kind.setdefault(line.kind, []).append(line.subject_id)
    work = reading.among(Contribution, of_kind.get(LineKind.CONTRIBUTION, []))
    claims = reading.among(ExpenseClaim, of_kind.get(LineKind.EXPENSE_CLAIM, []))
    return {
        **{one.contribution_id: one.worked_on for one in work},
        **{one.expense_claim_id: one.claimed_on for one in claims},
    }
