"""The registers are read with their running sums, on both databases alike."""

import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.cash import CashKind, CashMove
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import Payment, PaymentState, PayRun
from coprod_desktop.domain.registers import CashDoer, RunCash, RunVouchers
from coprod_desktop.domain.vouchers import VoucherState
from coprod_desktop.storage import registers
from coprod_desktop.storage.database import Database
from tests.builders import (
    PAID_ON,
    TODAY,
    WORKED_ON,
    a_participant,
    a_pay_run,
    a_payment,
    an_operator,
)
from tests.money_builders import a_cash_move, a_voucher
from tests.storage.world import remove, save


def _grace(database: Database) -> Operator:
    grace = an_operator(name="Grace Okafor")
    save(database, grace)
    return grace


def _move(grace: Operator, pence: int, day: datetime.date = PAID_ON, **more: object) -> CashMove:
    return a_cash_move(operator_id=grace.operator_id, pence=pence, moved_on=day, **more)


def test_an_empty_box_is_nothing(database: Database) -> None:
    with database.reading() as reading:
        assert registers.cash_left(reading) == registers.least_left_from(reading, TODAY) == 0
        assert registers.cash_page(reading, limit=5) == ()
        assert registers.cash_doers(reading) == ()
        assert registers.last_draw(reading) is None
        assert registers.first_hand_over(reading, 1) is None
        assert registers.waiting_cash(reading) == ()
        assert registers.waiting_vouchers(reading) == ()


def test_the_box_is_summed_up_to_a_day_or_before_a_move(database: Database) -> None:
    grace = _grace(database)
    moves = [_move(grace, 100, TODAY), _move(grace, 20, WORKED_ON), _move(grace, 3, PAID_ON)]
    save(database, *moves)
    with database.reading() as reading:
        assert registers.cash_left(reading) == 123
        assert registers.cash_left(reading, PAID_ON) == 23
        assert registers.cash_left(reading, before_id=moves[2].cash_move_id) == 120
        assert type(registers.cash_left(reading)) is int


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(st.tuples(st.integers(-500, 500), st.integers(1, 6)), max_size=12), st.integers(1, 6)
)
def test_what_is_left_follows_day_by_day(
    file: Database, steps: list[tuple[int, int]], wanted: int
) -> None:
    grace = _grace(file)
    days = [PAID_ON.replace(day=number) for number in range(1, 7)]
    moves = [_move(grace, pence, days[day - 1]) for pence, day in steps]
    save(file, *moves)
    in_order = sorted(moves, key=lambda one: (one.moved_on, one.cash_move_id))
    lefts = [sum(one.pence for one in in_order[: at + 1]) for at in range(len(in_order))]
    ends = [sum(one.pence for one in moves if one.moved_on <= day) for day in days[wanted - 1 :]]
    with file.reading() as reading:
        page = registers.cash_page(reading, limit=100)
        assert [one.left_pence for one in reversed(page)] == lefts
        assert [one.cash_move_id for one in reversed(page)] == [
            one.cash_move_id for one in in_order
        ]
        assert registers.least_left_from(reading, days[wanted - 1]) == min(ends)
    remove(file, *moves)


def test_a_page_goes_on_behind_a_move_and_keeps_its_sums(database: Database) -> None:
    grace = _grace(database)
    save(database, *(_move(grace, 1) for _number in range(5)), _move(grace, 10, TODAY))
    with database.reading() as reading:
        first = registers.cash_page(reading, limit=4)
        rest = registers.cash_page(
            reading, after=(first[-1].moved_on, first[-1].cash_move_id), limit=4
        )
    assert [one.left_pence for one in (*first, *rest)] == [15, 5, 4, 3, 2, 1]
    assert {one.operator for one in first} == {"Grace Okafor"}


def test_handing_out_names_the_person_and_the_run(database: Database) -> None:
    grace, person = _grace(database), a_participant(name="Desmond Grant")
    run = a_pay_run(number=31, prepared_by_id=grace.operator_id)
    payment = _payment(run, person.participant_id, PaidBy.CASH)
    draw = _move(grace, 5000, WORKED_ON)
    out = _move(grace, -3000, kind=CashKind.HANDED_OUT, payment_id=payment.payment_id)
    count = _move(grace, 0, TODAY, kind=CashKind.COUNTED)
    save(database, person, run, payment, draw, out, count)
    with database.reading() as reading:
        page = registers.cash_page(reading, limit=9)
        assert [(one.participant, one.run_number) for one in page] == [
            ("", 0), ("Desmond Grant", 31), ("", 0)
        ]  # fmt: skip
        (counted,) = registers.cash_page(reading, limit=9, kind=CashKind.COUNTED)
        assert (counted.cash_move_id, counted.left_pence) == (count.cash_move_id, 2000)
        assert registers.cash_doers(reading) == tuple(
            CashDoer(cash_move_id=one.cash_move_id, kind=one.kind, operator_id=grace.operator_id)
            for one in (out, count)
        )
        assert registers.first_hand_over(reading, run.pay_run_id) == out.cash_move_id
        assert registers.last_draw(reading, before_id=out.cash_move_id) == draw
        assert registers.last_draw(reading, before_id=draw.cash_move_id) is None


def _payment(run: PayRun, participant_id: int, method: PaidBy, **more: object) -> Payment:
    return a_payment(
        pay_run_id=run.pay_run_id,
        participant_id=participant_id,
        method=method,
        **{"payment_pence": 3000, "reimbursement_pence": 460, **more},
    )


def test_only_what_still_waits_is_to_be_handed_out(database: Database) -> None:
    grace = _grace(database)
    people = [a_participant() for _number in range(4)]
    one, two, three, four = (person.participant_id for person in people)
    runs = [a_pay_run(number=n, prepared_by_id=grace.operator_id, pay_on=TODAY) for n in (8, 7)]
    first, second = runs
    served = _payment(second, two, PaidBy.VOUCHER)
    payments = [
        _payment(first, one, PaidBy.CASH),
        _payment(first, two, PaidBy.CASH, payment_pence=40),
        _payment(first, three, PaidBy.CASH, state=PaymentState.PAID),
        _payment(first, four, PaidBy.CASH, payment_pence=0, reimbursement_pence=0),
        _payment(first, one, PaidBy.BANK),
        _payment(second, three, PaidBy.CASH, payment_pence=0),
        _payment(second, one, PaidBy.VOUCHER),
        _payment(second, three, PaidBy.VOUCHER, state=PaymentState.TAKEN_BACK),
        served,
    ]
    aside = a_voucher(state=VoucherState.SET_ASIDE, payment_id=served.payment_id)
    save(database, *people, *runs, *payments, aside)
    with database.reading() as reading:
        assert registers.waiting_cash(reading) == (
            RunCash(number=7, pay_on=TODAY, pence=460),
            RunCash(number=8, pay_on=TODAY, pence=3960),
        )
        assert registers.waiting_cash(reading, 8) == registers.waiting_cash(reading)[1:]
        assert registers.waiting_vouchers(reading) == (
            RunVouchers(number=7, pay_on=TODAY, payments=1, pence=3460),
        )
