"""The box agrees with what went in and out, and somebody else counts what was handed out."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.cash import CashKind
from coprod_desktop.domain.errors import (
    DateOutOfRangeError,
    DomainError,
    MoneyTooLargeError,
    NegativeMoneyError,
    NotFoundError,
    TextTooLongError,
)
from coprod_desktop.domain.register_errors import BoxTooLittleError, CountDiffersError, NoCashError
from coprod_desktop.domain.registers import RunCash
from coprod_desktop.services.cash import with_shortfalls
from tests.builders import PAID_ON, TODAY, WORKED_ON
from tests.services import boxes
from tests.services.world import GRACE, IDRIS, World


def test_an_untouched_box_is_empty(world: World) -> None:
    box = world.office.cash.box()
    assert (box.left_pence, box.last_count, box.handed_by, box.waiting) == (0, None, (), ())
    assert world.office.cash.moves() == ()


def test_cash_is_drawn_handed_out_and_paid_in(world: World) -> None:
    cash = world.office.cash
    boxes.by_cash(world, "Desmond Grant", 30)
    run = boxes.exported(world)
    cash.draw(15_000, WORKED_ON, "  cheque 000218 ")
    boxes.paid(world, run)
    cash.pay_in(5000, TODAY)
    assert cash.left() == 7000
    assert [(m.kind, m.pence, m.left_pence, m.note) for m in cash.moves()] == [
        (CashKind.PAID_IN, -5000, 7000, ""),
        (CashKind.HANDED_OUT, -3000, 12_000, ""),
        (CashKind.DRAWN, 15_000, 15_000, "cheque 000218"),
    ]
    handed = cash.moves()[1]
    assert (handed.participant, handed.run_number, handed.operator) == ("Desmond Grant", 1, GRACE)
    assert world.findings() == ()


def test_moves_are_told_page_by_page_and_by_day(world: World) -> None:
    days = (PAID_ON, WORKED_ON, TODAY, PAID_ON)
    for number, day in enumerate(days, 1):
        world.office.cash.draw(number, day)
    first = world.office.cash.moves(limit=3)
    rest = world.office.cash.moves((first[-1].moved_on, first[-1].cash_move_id), limit=3)
    assert [(one.pence, one.left_pence) for one in (*first, *rest)] == [
        (3, 10), (4, 7), (1, 3), (2, 2)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("pence", "day", "note", "error"),
    [
        (0, TODAY, "", NoCashError),
        (-500, TODAY, "", NegativeMoneyError),
        (100_000_001, TODAY, "", MoneyTooLargeError),
        (500, datetime.date(1926, 1, 1), "", DateOutOfRangeError),
        (500, TODAY, "x" * 501, TextTooLongError),
    ],
)
def test_what_is_no_amount_day_or_note_is_refused(
    file_world: World, pence: int, day: datetime.date, note: str, error: type[DomainError]
) -> None:
    with file_world.refused(error):
        file_world.office.cash.draw(pence, day, note)
    with file_world.refused(error):
        file_world.office.cash.pay_in(pence, day, note)


def test_no_more_is_paid_in_than_was_ever_there(world: World) -> None:
    cash = world.office.cash
    cash.draw(2000, WORKED_ON)
    cash.draw(1000, TODAY)
    with world.refused(BoxTooLittleError) as caught:
        cash.pay_in(2001, PAID_ON)
    assert caught.value.facts == {"pence": 2001, "left_pence": 2000}
    cash.pay_in(1500, TODAY)
    with world.refused(BoxTooLittleError) as caught:  # it would be missing later
        cash.pay_in(1501, PAID_ON)
    assert caught.value.facts["left_pence"] == 1500
    cash.pay_in(1500, TODAY)
    assert cash.left() == 0


def test_handing_out_is_not_stopped_by_a_draw_that_nobody_recorded(world: World) -> None:
    boxes.by_cash(world, "Desmond Grant", 30)
    run = boxes.exported(world)
    assert world.office.cash.shortfall(run.number) == 3000
    boxes.paid(world, run)
    assert world.office.cash.left() == -3000
    assert world.office.cash.shortfall(run.number) == 0


def test_what_must_be_drawn_is_told_for_each_run(world: World) -> None:
    cash = world.office.cash
    boxes.by_cash(world, "Desmond Grant", 30)
    first = world.approved_run()
    boxes.by_cash(world, "Amina Yusuf", 20)
    boxes.by_voucher(world, "Ion Țurcanu", 20)
    second = world.prepared()
    cash.draw(4000, PAID_ON)
    assert (cash.shortfall(first.number), cash.shortfall(second.number)) == (0, 0)
    told = [(one.number, one.pence, one.shortfall_pence) for one in cash.box().waiting]
    assert told == [(1, 3000, 0), (2, 2000, 1000)]
    with pytest.raises(NotFoundError):
        cash.shortfall(9)


@given(st.integers(-5000, 50_000), st.lists(st.integers(1, 20_000)))
def test_shortfalls_are_what_the_box_lacks_in_all(left: int, needs: list[int]) -> None:
    runs = [RunCash(number=n, pay_on=TODAY, pence=pence) for n, pence in enumerate(needs)]
    told = [one.shortfall_pence for one in with_shortfalls(runs, left)]
    assert sum(told) == max(0, sum(needs) - max(0, left))
    assert all(0 <= lacks <= need for lacks, need in zip(told, needs, strict=True))


def test_a_count_that_agrees_is_recorded_without_a_note(world: World) -> None:
    world.office.cash.draw(2000, PAID_ON)
    count = world.office.cash.count(2000, PAID_ON)
    assert (count.expected_pence, count.counted_pence, count.move.pence) == (2000, 2000, 0)
    assert world.office.cash.left() == 2000


def test_a_difference_needs_a_note_and_sets_the_box_right(world: World) -> None:
    cash = world.office.cash
    cash.draw(8320, PAID_ON)
    with world.refused(CountDiffersError) as caught:
        cash.count(8000, TODAY, "  ")
    assert caught.value.facts == {"pence": 8000, "left_pence": 8320}
    count = cash.count(8000, TODAY, "Three pounds and a bit not found.")
    assert (count.move.kind, count.move.pence) == (CashKind.COUNTED, -320)
    assert cash.left() == 8000


def test_a_count_looks_at_the_box_of_its_own_day(world: World) -> None:
    world.office.cash.draw(2000, WORKED_ON)
    world.office.cash.draw(500, TODAY)
    assert world.office.cash.count(2000, PAID_ON).move.pence == 0
    assert world.office.cash.left() == 2500


def test_nobody_counts_less_than_nothing(file_world: World) -> None:
    with file_world.refused(NegativeMoneyError):
        file_world.office.cash.count(-1, TODAY, "Oh")


def test_it_is_told_whether_somebody_else_counted_than_who_handed_out(world: World) -> None:
    cash = world.office.cash
    boxes.by_cash(world, "Desmond Grant", 30)
    cash.draw(5000, WORKED_ON)
    boxes.paid(world, boxes.exported(world))
    assert cash.box().handed_by == (GRACE,)
    own = cash.count(2000, PAID_ON)
    assert (own.is_own_count, own.handed_by) == (True, (GRACE,))
    last = cash.box().last_count
    assert last is not None
    assert (last.operator, last.is_own_count) == (GRACE, True)

    boxes.by_cash(world, "Amina Yusuf", 10)
    boxes.paid(world, boxes.exported(world))
    world.sit(IDRIS)
    other = cash.count(1000, PAID_ON)
    assert (other.is_own_count, other.handed_by) == (False, (GRACE,))
    last = cash.box().last_count
    assert last is not None
    assert (last.operator, last.is_own_count) == (IDRIS, False)
    assert cash.box().handed_by == ()


def test_the_sheet_of_a_run_is_to_be_had_here(world: World) -> None:
    boxes.by_cash(world, "Desmond Grant", 30)
    sheet = world.office.cash.sheet(world.prepared().number)
    assert sheet is not None
    assert sheet.cash_pence == 3000
