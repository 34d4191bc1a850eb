"""Vouchers are chosen to the penny, oldest first, and go only where a step leads."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import VouchersDoNotFitError, WrongStateError
from coprod_desktop.domain.vouchers import Voucher, VoucherState, choose_vouchers, move_voucher
from tests.invented import PAID_ON
from tests.money_builders import a_voucher


def _worth(*pounds: int) -> list[Voucher]:
    return [a_voucher(value_pence=100 * one) for one in pounds]


def test_the_oldest_of_one_value_come_first_and_in_the_order_of_their_numbers() -> None:
    stock = [a_voucher(serial=serial) for serial in ("HV-101", "HV-100", "HV-99", "HV-98")]
    assert [one.serial for one in choose_vouchers(stock, 3000)] == ["HV-98", "HV-99", "HV-100"]


def test_the_fewest_that_fit_are_chosen() -> None:
    chosen = choose_vouchers(_worth(5, 5, 10, 5, 20), 2500)
    assert sorted(one.value_pence for one in chosen) == [500, 2000]


def test_only_what_is_in_stock_is_chosen() -> None:
    stock = [a_voucher(state=state) for state in VoucherState]
    assert [one.state for one in choose_vouchers(stock, 1000)] == [VoucherState.IN_STOCK]
    with pytest.raises(VouchersDoNotFitError):
        choose_vouchers(stock, 2000)


@given(st.lists(st.integers(1, 6), max_size=7), st.integers(1, 30))
def test_a_choice_is_found_whenever_there_is_one(pounds: list[int], wanted: int) -> None:
    stock = _worth(*pounds)
    sizes = [
        len(some)
        for size in range(1, len(stock) + 1)
        for some in itertools.combinations(stock, size)
        if sum(one.value_pence for one in some) == 100 * wanted
    ]
    if not sizes:
        with pytest.raises(VouchersDoNotFitError):
            choose_vouchers(stock, 100 * wanted)
        return
    chosen = choose_vouchers(stock, 100 * wanted)
    assert sum(one.value_pence for one in chosen) == 100 * wanted
    assert len({one.voucher_id for one in chosen}) == len(chosen) == min(sizes)


STEPS = {
    (VoucherState.IN_STOCK, VoucherState.SET_ASIDE),
    (VoucherState.SET_ASIDE, VoucherState.HANDED_OVER),
    (VoucherState.SET_ASIDE, VoucherState.IN_STOCK),
    (VoucherState.HANDED_OVER, VoucherState.IN_STOCK),
    (VoucherState.SPOILT, VoucherState.IN_STOCK),
    (VoucherState.IN_STOCK, VoucherState.SPOILT),
}


@pytest.mark.parametrize("before", VoucherState)
@pytest.mark.parametrize("to", VoucherState)
def test_a_voucher_goes_only_where_a_step_leads(before: VoucherState, to: VoucherState) -> None:
    voucher = a_voucher(state=before, payment_id=7, handed_on=PAID_ON)
    if (before, to) not in STEPS:
        with pytest.raises(WrongStateError):
            move_voucher(voucher, to)
        return
    moved = move_voucher(voucher, to, payment_id=9)
    assert (moved.state, moved.payment_id, moved.handed_on) == (to, 9, None)
    assert moved.serial == voucher.serial
