"""Test that the list for the bank comes to the cash that is handed out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from coprod_desktop.documents.finance import LANDSCAPE
from coprod_desktop.documents.notes_and_coins import notes_and_coins
from coprod_desktop.documents.page import compose, print_pages
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.domain.cash_sheets import CashSheet, denominations
from coprod_desktop.domain.errors import NegativeMoneyError
from coprod_desktop.domain.money import format_pounds
from tests.paper_reading import page_texts
from tests.run_paper_builders import a_cash_row, a_cash_sheet


def printed(sheet: CashSheet) -> str:
    pen = Pen("Coins", "A charity", LANDSCAPE.size, "en-GB")
    pages = compose(notes_and_coins(sheet), 40, 40, LANDSCAPE.bottom)
    (text,) = page_texts(print_pages(pen, LANDSCAPE, pages, "Coins"))
    return text


def rows_of(*amounts: int) -> CashSheet:
    rows = [a_cash_row(payment_pence=pence, reimbursement_pence=0) for pence in amounts]
    return a_cash_sheet(rows=tuple(rows))


@settings(max_examples=20)
@given(some.lists(some.integers(1, 10**8), min_size=1, max_size=10))
def test_every_kind_is_listed_with_its_number_and_amount(amounts: list[int]) -> None:
    text = printed(rows_of(*amounts))

    for kind, count in denominations(amounts):
        amount = format_pounds(kind * count).replace("£", "")
        assert f" {count:,} {amount}" in text
    assert text.count(" note ") + text.count(" coin ") - 1 == len(denominations(amounts))
    assert format_pounds(sum(amounts)).replace("£", "") in text


def test_notes_and_coins_are_called_what_people_call_them() -> None:
    text = printed(rows_of(3888))

    assert "£20 note 1 20.00 £10 note 1 10.00 £5 note 1 5.00 £2 coin 1 2.00" in text
    assert "£1 coin 1 1.00 50p coin 1 0.50 20p coin 1 0.20" in text
    assert "1p coin 1 0.01 All the cash 11 38.88" in text
    assert "10 November 2026" in text


def test_cash_below_nothing_is_refused() -> None:
    with pytest.raises(NegativeMoneyError):
        printed(rows_of(-1))
