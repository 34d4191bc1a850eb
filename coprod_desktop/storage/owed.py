"""Find what was decided about somebody's money: holds, recoveries, gifts, and earlier payments."""

import dataclasses
import datetime
from collections.abc import Collection, Iterable

import sqlalchemy as sa

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.gifts import Gift
from coprod_desktop.domain.holds import Hold
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import Payment, PaymentLine, PaymentState, PayRun, RunState
from coprod_desktop.domain.recoveries import Recovery
from coprod_desktop.storage.schema import table_of, whole_sum
from coprod_desktop.storage.work import Reading

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


def last_accounts(reading: Reading, before_number: int) -> dict[int, LastAccount]:
    """Return the accounts that people were last paid into by runs before one, by person."""
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
    found = reading.fetch(LastAccount, query)
    return {one.participant_id: one for one in found}


def paid_before(reading: Reading, number: int) -> frozenset[int]:
    """Return everybody who is in a standing run before this one."""
    query = (
        sa.select(_payments.c.participant_id)
        .distinct()
        .join(_runs, _runs.c.pay_run_id == _payments.c.pay_run_id)
        .where(_payments.c.state.in_([PaymentState.WAITING, PaymentState.PAID]))
        .where(_runs.c.number < number, _runs.c.state != RunState.REVERSED)
    )
    return frozenset(reading.connection.scalars(query))


def lines_before(reading: Reading, subject_ids: Iterable[int]) -> dict[int, PaymentLine]:
    """Return the last line that paid each of these records and was taken back."""
    wanted, found = sorted(set(subject_ids)), dict[int, PaymentLine]()
    for start in range(0, len(wanted), 500):
        query = (
            sa.select(_lines)
            .where(_lines.c.subject_id.in_(wanted[start : start + 500]))
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
    wanted, pence = sorted(set(payment_ids)), 0
    for start in range(0, len(wanted), 500):
        is_it = _gifts.c.payment_id.in_(wanted[start : start + 500])
        query = sa.select(whole_sum(_gifts.c.pence)).where(is_it)
        pence += int(reading.connection.scalar(query) or 0)
    return pence


def recoveries_of(reading: Reading, payment_ids: Iterable[int]) -> tuple[Recovery, ...]:
    """Return the recoveries of what these payments paid in error, oldest first."""
    wanted, found = sorted(set(payment_ids)), list[Recovery]()
    for start in range(0, len(wanted), 500):
        query = (
            sa.select(_recoveries)
            .join(_lines, _lines.c.payment_line_id == _recoveries.c.reverses_line_id)
            .where(_lines.c.payment_id.in_(wanted[start : start + 500]))
            .order_by(_recoveries.c.recovery_id)
        )
        found += reading.fetch(Recovery, query)
    return tuple(found)


def lines_of_payments(reading: Reading, payment_ids: Iterable[int]) -> tuple[PaymentLine, ...]:
    """Return the live lines of these payments."""
    wanted, found = sorted(set(payment_ids)), list[PaymentLine]()
    for start in range(0, len(wanted), 500):
        query = (
            sa.select(_lines)
            .where(_lines.c.payment_id.in_(wanted[start : start + 500]), _lines.c.is_live)
            .order_by(_lines.c.payment_line_id)
        )
        found += reading.fetch(PaymentLine, query)
    return tuple(found)
