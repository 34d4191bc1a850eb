"""The file for the bank holds each payment once, to the penny, in letters that banks take."""

import csv
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.banking.csv_layouts import LAYOUTS, bank_file, bank_letters
from coprod_desktop.domain.errors import (
    AccountNumberUnreadableError,
    DomainError,
    LayoutUnknownError,
    NameMissingError,
    NegativeMoneyError,
    SortCodeUnreadableError,
)
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import Payment


def _payment(
    name: str = "Joy Adeyemi",
    payment_pence: int = 3000,
    reimbursement_pence: int = 450,
    method: PaidBy = PaidBy.BANK,
    sort_code: str = "001462",
    account_number: str = "00124417",
) -> Payment:
    return Payment(
        payment_id=1,
        pay_run_id=1,
        participant_id=1,
        method=method,
        payment_pence=payment_pence,
        reimbursement_pence=reimbursement_pence,
        account_name=name,
        sort_code=sort_code,
        account_number=account_number,
    )


def test_the_plain_layout_is_byte_for_byte_as_described() -> None:
    payments = [
        _payment(),
        _payment("Siân O’Brien-Łukasz", 5, 0),
        _payment(method=PaidBy.CASH),
    ]
    assert bank_file(payments, "Run 31", "plain") == (
        b"Account name,Sort code,Account number,Amount,Reference\r\n"
        b"Joy Adeyemi,001462,00124417,34.50,Run 31\r\n"
        b"Sian O'Brien-Lukasz,001462,00124417,0.05,Run 31\r\n"
    )


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("Tŵr ŷ", "Twr y"),
        ("Małgorzata Zając", "Malgorzata Zajac"),
        ("Søren Æbelø ß", "Soren Aebelo ss"),
        ("Smith, Ann", "Smith Ann"),
        ("=HYPERLINK(1)", "HYPERLINK 1"),
        ("-5+@x", "5 x"),
        ("A & B / C. D", "A & B / C. D"),
        ("محمد", ""),
        ("ﬁt", "fit"),
    ],
)
def test_names_are_written_in_the_letters_of_banks(written: str, sent: str) -> None:
    assert bank_letters(written) == sent


def test_a_reference_is_cut_to_what_a_payment_carries() -> None:
    content = bank_file([_payment()], "Common Table pay run 31", "plain").decode()
    assert content.splitlines()[1].split(",")[4] == "Common Table pay r"


def test_an_unknown_layout_is_refused_and_the_known_are_named() -> None:
    with pytest.raises(LayoutUnknownError) as caught:
        bank_file([], "r", "bank of nowhere")
    assert caught.value.facts == {"name": "bank of nowhere", "known": tuple(LAYOUTS)}


@pytest.mark.parametrize(
    ("payment", "error"),
    [
        (_payment(name="محمد"), NameMissingError),
        (_payment(sort_code="00-14-62"), SortCodeUnreadableError),
        (_payment(account_number=""), AccountNumberUnreadableError),
        (_payment(payment_pence=0, reimbursement_pence=0), NegativeMoneyError),
    ],
)
def test_a_payment_that_no_bank_would_take_stops_the_file(
    payment: Payment, error: type[DomainError]
) -> None:
    with pytest.raises(error):
        bank_file([_payment(), payment], "r", "plain")


@given(st.lists(st.tuples(st.text(), st.integers(1, 10**8)), max_size=8), st.text())
def test_every_penny_arrives_and_no_field_can_be_a_formula(
    rows: list[tuple[str, int]], reference: str
) -> None:
    payments = [_payment("Z" + name, pence, 0) for name, pence in rows]
    lines = bank_file(payments, reference, "plain").decode("ascii").split("\r\n")
    assert lines.pop() == ""
    found = list(csv.reader(io.StringIO("\n".join(lines))))[1:]
    assert [round(float(line[3]) * 100) for line in found] == [pence for _name, pence in rows]
    for line in found:
        assert len(line) == 5
        assert all(re.fullmatch(r"(?:[A-Za-z0-9./&][A-Za-z0-9./&' -]*)?", field) for field in line)
