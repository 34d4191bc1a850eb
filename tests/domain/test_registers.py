"""The registers know who had handed out the cash that somebody counts, and add up vouchers."""

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.cash import CashKind
from coprod_desktop.domain.registers import (
    CashCount,
    CashDoer,
    VoucherLine,
    VoucherStock,
    handed_out_before,
)
from coprod_desktop.domain.vouchers import VoucherState
from tests.invented import WORKED_ON
from tests.money_builders import a_cash_move, a_voucher

GRACE, IDRIS = 1, 2


def _doers(*steps: tuple[CashKind, int]) -> list[CashDoer]:
    return [
        CashDoer(cash_move_id=number, kind=kind, operator_id=who)
        for number, (kind, who) in enumerate(steps)
    ]


def test_a_count_knows_who_handed_out_since_the_count_before() -> None:
    out, counted = CashKind.HANDED_OUT, CashKind.COUNTED
    counts, since = handed_out_before(
        _doers((out, GRACE), (counted, IDRIS), (counted, GRACE), (out, IDRIS), (out, GRACE))
    )
    assert counts == {1: {GRACE}, 2: frozenset()}
    assert since == {GRACE, IDRIS}


@given(st.lists(st.tuples(st.sampled_from(CashKind), st.integers(1, 4))))
def test_nobody_who_handed_out_is_forgotten(steps: list[tuple[CashKind, int]]) -> None:
    counts, since = handed_out_before(_doers(*steps))
    told = frozenset.union(since, *counts.values())
    assert told == {who for kind, who in steps if kind is CashKind.HANDED_OUT}
    assert len(counts) == sum(kind is CashKind.COUNTED for kind, _who in steps)


def test_what_was_counted_is_what_should_be_there_and_the_difference() -> None:
    count = CashCount(move=a_cash_move(kind=CashKind.COUNTED, pence=-320), expected_pence=8320)
    assert count.counted_pence == 8000


def test_stock_is_counted_and_valued_by_state() -> None:
    vouchers = (a_voucher(), a_voucher(value_pence=500), a_voucher(state=VoucherState.SPOILT))
    stock = VoucherStock(vouchers=vouchers, lines=())
    assert (stock.count(VoucherState.IN_STOCK), stock.pence(VoucherState.IN_STOCK)) == (2, 1500)
    assert (stock.count(VoucherState.SET_ASIDE), stock.pence(VoucherState.SET_ASIDE)) == (0, 0)


def test_a_line_is_worth_its_vouchers_together() -> None:
    line = VoucherLine(
        name="High Street voucher",
        value_pence=1000,
        bought_on=WORKED_ON,
        state=VoucherState.IN_STOCK,
        serials=("HV-1", "HV-2"),
        voucher_ids=(1, 2),
    )
    assert line.pence == 2000
