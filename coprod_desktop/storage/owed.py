"""Find what was decided about somebody's money: holds, recoveries, gifts, and earlier payments."""

import dataclasses
import datetime
from collections.abc import Collection, Iterable

import sqlalchemy as sa

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.gifts import Gift
from coprod_desktop.domain.holds import Hold
from coprod_desktop.domain.participants import BankDetails, PaidBy
from coprod_desktop.domain.pay_runs import Payment, PaymentLine, PaymentState, PayRun, RunState
from coprod_desktop.domain.recoveries import Recovery
from coprod_desktop.storage import many_ids
from coprod_desktop.storage.schema import table_of, whole_sum
from coprod_desktop.storage.work import Reading

_accounts = table_of(BankDetails)
_holds = table_of(Hold)
_payments = table_of(Payment)
_lines = table_of(PaymentLine)
_runs = table_of(PayRun)
_gifts = table_of(Gift)
_recoveries = table_of(Recovery)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LastAccount:
    """The account that a person was last paid into, and by which run."""

    participant_id: int
    sort_code: str
    account_number: str
    number: int


def holds_in_force(reading: Reading, day: datetime.date) -> tuple[Hold, ...]:
    """Return the holds that still hold on a day, oldest first."""
    return tuple(one for one in reading.find(Hold, is_live=True) if one.is_in_force(day))


def owed_back(reading: Reading) -> tuple[Recovery, ...]:
    """Return what is to be kept back from people's next payments, oldest first."""
    return reading.find(Recovery, state=WorkState.APPROVED)


def accounts_of(reading: Reading, people: Iterable[int]) -> dict[int, BankDetails]:
    """Return the account details of these people, by person."""
    found: dict[int, BankDetails] = {}
    for is_it in many_ids.among(reading.connection, _accounts.c.participant_id, people):
        same = reading.fetch(BankDetails, sa.select(_accounts).where(is_it))
        found.update((one.participant_id, one) for one in same)
    return found


def last_accounts(
    reading: Reading, before_number: int, people: Iterable[int]
) -> dict[int, LastAccount]:
    """Return the accounts that these people were last paid into by runs before one, by person."""
    query = (
        sa.select(
            _payments.c.participant_id,
            _payments.c.sort_code,
            _payments.c.account_number,
            _runs.c.number,
        )
        .join(_runs, _runs.c.pay_run_id == _payments.c.pay_run_id)
        .where(_payments.c.method == PaidBy.BANK, _runs.c.number < before_number)
        .where(_payments.c.state.in_([PaymentState.WAITING, PaymentState.PAID]))
        .where(_runs.c.state.in_([RunState.EXPORTED, RunState.SETTLED]))
        .order_by(_runs.c.number)
    )
    found: dict[int, LastAccount] = {}
    for is_it in many_ids.among(reading.connection, _payments.c.participant_id, people):
        same = reading.fetch(LastAccount, query.where(is_it))
        found.update((one.participant_id, one) for one in same)
    return found


def last_ways(
    reading: Reading, before_number: int, people: Iterable[int]
) -> dict[int, frozenset[PaidBy]]:
    """Return how these people were last paid by a run before one: by bank, in cash or both."""
    query = (
        sa.select(_payments.c.participant_id, _payments.c.method, _runs.c.number)
        .join(_runs, _runs.c.pay_run_id == _payments.c.pay_run_id)
        .where(_payments.c.state.in_([PaymentState.WAITING, PaymentState.PAID]))
        .where(_runs.c.number < before_number)
        .where(_runs.c.state.in_([RunState.EXPORTED, RunState.SETTLED]))
        .order_by(_runs.c.number)
    )
    numbers: dict[int, int] = {}
    found: dict[int, set[PaidBy]] = {}
    for is_it in many_ids.among(reading.connection, _payments.c.participant_id, people):
        for person, method, number in reading.connection.execute(query.where(is_it)):
            if numbers.get(person) != number:
                numbers[person], found[person] = number, set()
            found[person].add(PaidBy(method))
    return {person: frozenset(ways) for person, ways in found.items()}


def paid_before(reading: Reading, number: int, people: Iterable[int]) -> frozenset[int]:
    """Return those of these people who are in a standing run before this one."""
    query = (
        sa.select(_payments.c.participant_id)
        .distinct()
        .join(_runs, _runs.c.pay_run_id == _payments.c.pay_run_id)
        .where(_payments.c.state.in_([PaymentState.WAITING, PaymentState.PAID]))
        .where(_runs.c.number < number, _runs.c.state != RunState.REVERSED)
    )
    found: set[int] = set()
    for is_it in many_ids.among(reading.connection, _payments.c.participant_id, people):
        found.update(reading.connection.scalars(query.where(is_it)))
    return frozenset(found)


def lines_before(reading: Reading, subject_ids: Iterable[int]) -> dict[int, PaymentLine]:
    """Return the last line that paid each of these records and was taken back."""
    found: dict[int, PaymentLine] = {}
    for is_it in many_ids.among(reading.connection, _lines.c.subject_id, subject_ids):
        query = (
            sa.select(_lines)
            .where(is_it)
            .where(sa.not_(_lines.c.is_live))
            .order_by(_lines.c.payment_line_id)
        )
        found.update((one.subject_id, one) for one in reading.fetch(PaymentLine, query))
    return found


def given_before(reading: Reading, payment_id: int) -> int:
    """Return how much of a payment was given back before, in pence."""
    query = sa.select(whole_sum(_gifts.c.pence)).where(_gifts.c.payment_id == payment_id)
    return int(reading.connection.scalar(query) or 0)


def given_of(reading: Reading, payment_ids: Collection[int]) -> int:
    """Return how much of these payments was given back, in pence."""
    pence = 0
    for is_it in many_ids.among(reading.connection, _gifts.c.payment_id, payment_ids):
        query = sa.select(whole_sum(_gifts.c.pence)).where(is_it)
        pence += int(reading.connection.scalar(query) or 0)
    return pence


def recoveries_of(reading: Reading, payment_ids: Iterable[int]) -> tuple[Recovery, ...]:
    """Return the recoveries of what these payments paid in error, oldest first."""
    found: list[Recovery] = []
    for is_it in many_ids.among(reading.connection, _lines.c.payment_id, payment_ids):
        query = (
            sa.select(_recoveries)
            .join(_lines, _lines.c.payment_line_id == _recoveries.c.reverses_line_id)
            .where(is_it)
            .order_by(_recoveries.c.recovery_id)
        )
        found += reading.fetch(Recovery, query)
    return tuple(found)


def lines_of_payments(reading: Reading, payment_ids: Iterable[int]) -> tuple[PaymentLine, ...]:
    """Return the live lines of these payments."""
    found: list[PaymentLine] = []
    for is_it in many_ids.among(reading.connection, _lines.c.payment_id, payment_ids):
        query = sa.select(_lines).where(is_it, _lines.c.is_live).order_by(_lines.c.payment_line_id)
        found += reading.fetch(PaymentLine, query)
    return tuple(found)
