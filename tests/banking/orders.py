"""Orders for the tests of payment files; everybody in them is invented."""

import datetime
from typing import Any

from hypothesis import strategies as st

from coprod_desktop.domain.payment_orders import (
    PayingAccount,
    PaymentInstruction,
    PaymentOrder,
)

MADE_AT = datetime.datetime(2026, 11, 20, 9, 30, 15, tzinfo=datetime.UTC)
PAY_ON = datetime.date(2026, 11, 27)  # a Friday
OWN = PayingAccount(
    account_name="Rivermead Together",
    sort_code="011000",
    account_number="01806542",
    service_user_number="123456",
)


def a_payment(name: str = "Joy Adeyemi", pence: int = 3450, **fields: Any) -> PaymentInstruction:
    """Return one payment."""
    usual: dict[str, Any] = {
        "payment_id": 41,
        "account_name": name,
        "sort_code": "001462",
        "account_number": "00124417",
        "pence": pence,
        "reference": "Pay run 31",
    }
    return PaymentInstruction(**(usual | fields))


def an_order(*payments: PaymentInstruction, **fields: Any) -> PaymentOrder:
    """Return an order of these payments; of one where none is given."""
    usual: dict[str, Any] = {
        "number": 31,
        "made_at": MADE_AT,
        "pay_on": PAY_ON,
        "paying_account": OWN,
        "instructions": payments or (a_payment(),),
    }
    return PaymentOrder(**(usual | fields))


def digits(length: int) -> st.SearchStrategy[str]:
    """Draw digits, leading noughts among them."""
    return st.text("0123456789", min_size=length, max_size=length)


def drawn_orders(most_pence: int = 100_000_000) -> st.SearchStrategy[PaymentOrder]:
    """Draw orders with all kinds of names and references; each name has one letter of A to Z."""
    payment = st.builds(
        PaymentInstruction,
        payment_id=st.integers(1, 2**63 - 1),
        account_name=st.tuples(st.text(max_size=30), st.text(max_size=250)).map("A".join),
        sort_code=digits(6),
        account_number=digits(8),
        pence=st.integers(1, most_pence),
        reference=st.text(max_size=40),
        is_business=st.booleans(),
    )
    own = st.builds(
        PayingAccount,
        account_name=st.text(max_size=250).map("B".__add__),
        sort_code=digits(6),
        account_number=digits(8),
        service_user_number=digits(6),
    )
    return st.builds(
        PaymentOrder,
        number=st.integers(1, 9_999_999),
        made_at=st.just(MADE_AT),
        pay_on=st.dates(datetime.date(2000, 1, 1), datetime.date(2090, 1, 1)),
        paying_account=own,
        instructions=st.lists(payment, min_size=1, max_size=6).map(tuple),
    )
