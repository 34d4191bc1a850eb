"""No file leaves with a payment that a bank would not send, and the answer says whose it is."""

from typing import Any

import pytest

from coprod_desktop.banking.order_checks import (
    bacs_number_of,
    check_instructions,
    is_account,
    paying_account_of,
)
from coprod_desktop.domain.errors import (
    BacsNumberMissingError,
    DomainError,
    PayeeAccountUnreadableError,
    PayingAccountMissingError,
    PaymentOfNothingError,
    PaymentTooLargeError,
)
from coprod_desktop.domain.payment_orders import PayingAccount
from tests.banking.orders import OWN, a_payment, an_order

MOST = 100_000_000


@pytest.mark.parametrize(
    ("fields", "error", "facts"),
    [
        ({"sort_code": "00-14-62"}, PayeeAccountUnreadableError, {}),
        ({"sort_code": "٠٠١٤٦٢"}, PayeeAccountUnreadableError, {}),
        ({"account_number": ""}, PayeeAccountUnreadableError, {}),
        ({"account_number": "0012441"}, PayeeAccountUnreadableError, {}),
        ({"pence": 0}, PaymentOfNothingError, {"pence": 0}),
        ({"pence": -1}, PaymentOfNothingError, {"pence": -1}),
        ({"pence": MOST + 1}, PaymentTooLargeError, {"pence": MOST + 1, "most_pence": MOST}),
    ],
)
def test_a_payment_that_no_bank_would_send_is_refused_by_name(
    fields: dict[str, Any], error: type[DomainError], facts: dict[str, int]
) -> None:
    order = an_order(a_payment("Bronwen Pugh"), a_payment(**fields))
    with pytest.raises(error) as raised:
        check_instructions(order, most_pence=MOST)
    assert raised.value.facts == {"name": "Joy Adeyemi"} | facts


def test_a_penny_and_a_million_pounds_go_through() -> None:
    check_instructions(an_order(a_payment(pence=1), a_payment(pence=MOST)), most_pence=MOST)


@pytest.mark.parametrize(
    "account", [None, PayingAccount(account_name="Us", sort_code="1", account_number="01806542")]
)
def test_the_charity_s_own_account_is_there_and_whole(account: PayingAccount | None) -> None:
    assert paying_account_of(an_order()) == OWN
    with pytest.raises(PayingAccountMissingError):
        paying_account_of(an_order(paying_account=account))


@pytest.mark.parametrize("number", ["", "12345", "1234567", "12345A"])
def test_the_bacs_number_has_six_digits(number: str) -> None:
    assert bacs_number_of(an_order()) == "123456"
    account = PayingAccount(
        account_name="Us",
        sort_code="011000",
        account_number="01806542",
        service_user_number=number,
    )
    for missing in (account, None):
        with pytest.raises(BacsNumberMissingError):
            bacs_number_of(an_order(paying_account=missing))


def test_an_account_is_six_digits_and_eight() -> None:
    assert is_account("001462", "00124417")
    assert not is_account("001462\n", "00124417")
