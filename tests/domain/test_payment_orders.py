"""An order adds up, and a file for the bank has a name and a fingerprint of its own."""

import datetime
import hashlib

import pytest

from coprod_desktop.domain.payment_orders import PaymentFile, PaymentInstruction, PaymentOrder


def test_an_order_counts_and_adds_up_its_payments() -> None:
    payment = PaymentInstruction(
        payment_id=1,
        account_name="Joy Adeyemi",
        sort_code="001462",
        account_number="00124417",
        pence=3450,
        reference="Pay run 7",
    )
    order = PaymentOrder(
        number=7,
        made_at=datetime.datetime(2026, 11, 20, tzinfo=datetime.UTC),
        pay_on=datetime.date(2026, 11, 27),
        paying_account=None,
        instructions=(payment, payment),
    )
    assert (order.count, order.pence) == (2, 6900)


@pytest.mark.parametrize(
    ("part", "parts", "name"), [(1, 1, "run-7.csv"), (2, 3, "run-7-2-of-3.csv")]
)
def test_each_of_several_files_has_a_name_of_its_own(part: int, parts: int, name: str) -> None:
    file = PaymentFile(
        content=b"x", extension="csv", count=1, pence=1, changes=(), part=part, parts=parts
    )
    assert file.name("run-7") == name
    assert file.sha256 == hashlib.sha256(b"x").hexdigest()
