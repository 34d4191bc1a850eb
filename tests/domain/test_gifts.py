"""A gift comes out of money that was paid, and never more than that."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import (
    GiftAbovePaymentError,
    NegativeMoneyError,
    PaymentNotPaidError,
)
from coprod_desktop.domain.gifts import Gift, check_gift
from tests.builders import PAID_ON

GIFT = Gift(gift_id=1, participant_id=2, payment_id=3, pence=500, given_on=PAID_ON)


def test_it_may_be_given_on_the_day_of_the_payment_and_all_of_it() -> None:
    gift = replace(GIFT, note=" For the bus fund \n")
    checked = check_gift(gift, paid_pence=500, paid_on=PAID_ON, given_before_pence=0)
    assert checked == replace(gift, note="For the bus fund")


def test_nothing_is_given_back_before_it_was_paid() -> None:
    early = replace(GIFT, given_on=PAID_ON - datetime.timedelta(days=1))
    for gift, paid_on in ((GIFT, None), (early, PAID_ON)):
        with pytest.raises(PaymentNotPaidError):
            check_gift(gift, paid_pence=500, paid_on=paid_on, given_before_pence=0)


def test_nothing_and_less_than_nothing_are_no_gifts() -> None:
    with pytest.raises(GiftAbovePaymentError):
        check_gift(replace(GIFT, pence=0), paid_pence=9, paid_on=PAID_ON, given_before_pence=0)
    with pytest.raises(NegativeMoneyError):
        check_gift(replace(GIFT, pence=-1), paid_pence=9, paid_on=PAID_ON, given_before_pence=0)


@given(st.integers(0, 9999), st.lists(st.integers(1, 4000), max_size=6))
def test_all_gifts_together_stay_within_the_payment(paid: int, wishes: list[int]) -> None:
    given_before = 0
    for pence in wishes:
        told = {"paid_pence": paid, "given_before_pence": given_before}
        if pence > paid - given_before:
            with pytest.raises(GiftAbovePaymentError) as caught:
                check_gift(replace(GIFT, pence=pence), paid_on=PAID_ON, **told)
            assert caught.value.facts["left_pence"] == paid - given_before
        else:
            check_gift(replace(GIFT, pence=pence), paid_on=PAID_ON, **told)
            given_before += pence
    assert given_before <= paid
