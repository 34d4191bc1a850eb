"""List pay runs, their payments, and when each piece of work was paid."""

import dataclasses
import datetime
from collections.abc import Iterable

import sqlalchemy as sa

from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import LineKind, Payment, PaymentLine, PayRun
from coprod_desktop.domain.summaries import PayRunSummary
from coprod_desktop.storage.schema import table_of, whole_sum
from coprod_desktop.storage.work import Reading

_runs = table_of(PayRun)
_payments = table_of(Payment)
_lines = table_of(PaymentLine)
_operators = table_of(Operator)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Paying:
    """The live payment of a record: when and how it was paid, or when it is to be."""

    subject_id: int
    method: PaidBy
    paid_on: datetime.date | None
    pay_on: datetime.date


def next_number(reading: Reading) -> int:
    """Return the number that the next pay run gets."""
    return int(reading.connection.scalar(sa.select(sa.func.max(_runs.c.number))) or 0) + 1


def summaries(reading: Reading) -> tuple[PayRunSummary, ...]:
    """Return every pay run with its sums, newest first."""
    prepared, approved = _operators.alias("prepared"), _operators.alias("approved")
    names = ("pay_run_id", "number", "up_to_on", "pay_on", "state", "is_top_up")
    shown = [_runs.c[name] for name in names]
    prepared_by = prepared.c.name.label("prepared_by")
    approved_by = sa.func.coalesce(approved.c.name, "").label("approved_by")
    query = (
        sa.select(
            *shown,
            prepared_by,
            approved_by,
            sa.func.count(_payments.c.payment_id).label("people"),
            whole_sum(_payments.c.payment_pence).label("payment_pence"),
            whole_sum(_payments.c.reimbursement_pence).label("reimbursement_pence"),
        )
        .join(prepared, prepared.c.operator_id == _runs.c.prepared_by_id)
        .outerjoin(approved, approved.c.operator_id == _runs.c.approved_by_id)
        .outerjoin(_payments, _payments.c.pay_run_id == _runs.c.pay_run_id)
        .group_by(*shown, prepared.c.name, approved.c.name)
        .order_by(_runs.c.number.desc())
    )
    return reading.fetch(PayRunSummary, query)


def lines_of(reading: Reading, pay_run_id: int) -> tuple[PaymentLine, ...]:
    """Return the lines of all payments of a run."""
    query = (
        sa.select(_lines)
        .join(_payments, _payments.c.payment_id == _lines.c.payment_id)
        .where(_payments.c.pay_run_id == pay_run_id)
        .order_by(_lines.c.payment_line_id)
    )
    return reading.fetch(PaymentLine, query)


def number_paying(reading: Reading, subject_id: int, kind: LineKind = LineKind.TOP_UP) -> int:
    """Return the number of the run that pays a top-up, or another record; nought for none."""
    query = (
        sa.select(_runs.c.number)
        .join(_payments, _payments.c.pay_run_id == _runs.c.pay_run_id)
        .join(_lines, _lines.c.payment_id == _payments.c.payment_id)
        .where(_lines.c.kind == kind, _lines.c.subject_id == subject_id)
        .where(_lines.c.is_live)
    )
    return int(reading.connection.scalar(query) or 0)


def paying(reading: Reading, kind: LineKind, ids: Iterable[int]) -> dict[int, Paying]:
    """Return the live payments of records by their ids."""
    wanted, found = sorted(set(ids)), dict[int, Paying]()
    for start in range(0, len(wanted), 500):
        query = (
            sa.select(_lines.c.subject_id, _payments.c.method, _payments.c.paid_on, _runs.c.pay_on)
            .join(_payments, _payments.c.payment_id == _lines.c.payment_id)
            .join(_runs, _runs.c.pay_run_id == _payments.c.pay_run_id)
            .where(_lines.c.kind == kind, _lines.c.is_live)
            .where(_lines.c.subject_id.in_(wanted[start : start + 500]))
        )
        found.update((one.subject_id, one) for one in reading.fetch(Paying, query))
    return found
