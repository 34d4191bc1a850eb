"""Look up the moves of the cash box, and what pay runs still hand out in cash and vouchers."""

import datetime
from collections.abc import Iterable

import sqlalchemy as sa

from coprod_desktop.domain.cash import CashKind, CashMove
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.participants import PaidBy, Participant
from coprod_desktop.domain.pay_runs import Payment, PaymentState, PayRun
from coprod_desktop.domain.registers import CashDoer, CashLine, RunCash, RunVouchers
from coprod_desktop.domain.vouchers import Voucher
from coprod_desktop.storage import many_ids
from coprod_desktop.storage.schema import Whole, table_of, whole_sum
from coprod_desktop.storage.work import Reading

_moves = table_of(CashMove)
_operators = table_of(Operator)
_payments = table_of(Payment)
_people = table_of(Participant)
_runs = table_of(PayRun)
_vouchers = table_of(Voucher)
_PENCE = _payments.c.payment_pence + _payments.c.reimbursement_pence


def cash_left(
    reading: Reading, up_to_on: datetime.date | None = None, before_id: int | None = None
) -> int:
    """Return what should be in the box in pence, perhaps at the end of a day or before a move."""
    query = sa.select(whole_sum(_moves.c.pence))
    if up_to_on is not None:
        query = query.where(_moves.c.moved_on <= up_to_on)
    if before_id is not None:
        query = query.where(_moves.c.cash_move_id < before_id)
    return int(reading.connection.scalar(query) or 0)


def least_left_from(reading: Reading, day: datetime.date) -> int:
    """Return the least that should be in the box at the end of a day or of any later one."""
    by_day = (
        sa.select(_moves.c.moved_on, whole_sum(_moves.c.pence).label("pence"))
        .where(_moves.c.moved_on > day)
        .group_by(_moves.c.moved_on)
        .order_by(_moves.c.moved_on)
    )
    least = left = cash_left(reading, day)
    for _day, pence in reading.connection.execute(by_day):
        left += pence
        least = min(least, left)
    return least


def cash_page(
    reading: Reading,
    *,
    after: tuple[datetime.date, int] | None = None,
    limit: int,
    kind: CashKind | None = None,
) -> tuple[CashLine, ...]:
    """Return the newest moves of the box, at most `limit`, from behind a (day, id)."""
    place = (_moves.c.moved_on, _moves.c.cash_move_id)
    left = sa.func.sum(_moves.c.pence).over(order_by=place)
    moves = sa.select(_moves, sa.cast(left, Whole).label("left_pence")).subquery("moves")
    names = ("cash_move_id", "moved_on", "kind", "pence", "left_pence", "note", "operator_id")
    query = (
        sa.select(
            *(moves.c[name] for name in names),
            _operators.c.name.label("operator"),
            sa.func.coalesce(_people.c.name, "").label("participant"),
            sa.func.coalesce(_runs.c.number, 0).label("run_number"),
        )
        .join(_operators, _operators.c.operator_id == moves.c.operator_id)
        .outerjoin(_payments, _payments.c.payment_id == moves.c.payment_id)
        .outerjoin(_people, _people.c.participant_id == _payments.c.participant_id)
        .outerjoin(_runs, _runs.c.pay_run_id == _payments.c.pay_run_id)
        .order_by(moves.c.moved_on.desc(), moves.c.cash_move_id.desc())
        .limit(limit)
    )
    if after is not None:
        query = query.where(sa.tuple_(moves.c.moved_on, moves.c.cash_move_id) < after)
    if kind is not None:
        query = query.where(moves.c.kind == kind)
    return reading.fetch(CashLine, query)


def cash_doers(reading: Reading) -> tuple[CashDoer, ...]:
    """Return who handed out and who counted, in the order in which it was recorded."""
    query = (
        sa.select(_moves.c.cash_move_id, _moves.c.kind, _moves.c.operator_id)
        .where(_moves.c.kind.in_([CashKind.HANDED_OUT, CashKind.COUNTED]))
        .order_by(_moves.c.cash_move_id)
    )
    return reading.fetch(CashDoer, query)


def first_hand_over(reading: Reading, pay_run_id: int) -> int | None:
    """Return the id of the first move by which cash of a run left the box."""
    query = (
        sa.select(sa.func.min(_moves.c.cash_move_id))
        .join(_payments, _payments.c.payment_id == _moves.c.payment_id)
        .where(_payments.c.pay_run_id == pay_run_id, _moves.c.kind == CashKind.HANDED_OUT)
    )
    found: int | None = reading.connection.scalar(query)
    return found


def last_draw(reading: Reading, before_id: int | None = None) -> CashMove | None:
    """Return the last time that cash was drawn, perhaps before a move was recorded."""
    query = sa.select(_moves).where(_moves.c.kind == CashKind.DRAWN)
    if before_id is not None:
        query = query.where(_moves.c.cash_move_id < before_id)
    query = query.order_by(_moves.c.moved_on.desc(), _moves.c.cash_move_id.desc()).limit(1)
    found = reading.fetch(CashMove, query)
    return found[0] if found else None


def waiting_cash(reading: Reading, number: int | None = None) -> tuple[RunCash, ...]:
    """Return the cash that pay runs still hand out, in order of their days, or that of one run."""
    query = (
        sa.select(_runs.c.number, _runs.c.pay_on, whole_sum(_PENCE).label("pence"))
        .join(_payments, _payments.c.pay_run_id == _runs.c.pay_run_id)
        .where(_payments.c.method == PaidBy.CASH, _payments.c.state == PaymentState.WAITING)
        .where(_PENCE > 0)
        .group_by(_runs.c.number, _runs.c.pay_on)
        .order_by(_runs.c.pay_on, _runs.c.number)
    )
    if number is not None:
        query = query.where(_runs.c.number == number)
    return reading.fetch(RunCash, query)


def waiting_vouchers(reading: Reading) -> tuple[RunVouchers, ...]:
    """Return the pay runs with payments by voucher that none are set aside for."""
    has_some = sa.exists().where(_vouchers.c.payment_id == _payments.c.payment_id)
    query = (
        sa.select(
            _runs.c.number,
            _runs.c.pay_on,
            sa.func.count(_payments.c.payment_id).label("payments"),
            whole_sum(_PENCE).label("pence"),
        )
        .join(_payments, _payments.c.pay_run_id == _runs.c.pay_run_id)
        .where(_payments.c.method == PaidBy.VOUCHER, _payments.c.state == PaymentState.WAITING)
        .where(_PENCE > 0, ~has_some)
        .group_by(_runs.c.number, _runs.c.pay_on)
        .order_by(_runs.c.pay_on, _runs.c.number)
    )
    return reading.fetch(RunVouchers, query)


def vouchers_of(reading: Reading, payment_ids: Iterable[int]) -> tuple[Voucher, ...]:
    """Return the vouchers of these payments, by id."""
    found: list[Voucher] = []
    for is_it in many_ids.among(reading.connection, _vouchers.c.payment_id, payment_ids):
        query = sa.select(_vouchers).where(is_it).order_by(_vouchers.c.voucher_id)
        found += reading.fetch(Voucher, query)
    return tuple(found)
