"""Test that the cash adds up on paper, and that two people are asked to count it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from coprod_desktop.documents.cash_count import count_piece
from coprod_desktop.documents.finance import LANDSCAPE
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.domain.cash_sheets import CashSheet
from coprod_desktop.domain.money import format_pounds
from tests.paper_reading import found, paper_text, structure
from tests.run_paper_builders import a_cash_row, a_cash_sheet, a_voucher_row


def printed(sheet: CashSheet, *, has_vouchers: bool = False) -> bytes:
    pen = Pen("Count", "A charity", LANDSCAPE.size, "en-GB")
    count_piece(sheet, has_vouchers=has_vouchers).paint(pen, 50)
    return pen.finish()


def plain(pence: int) -> str:
    return format_pounds(pence).replace("£", "")


def test_what_is_handed_out_is_taken_from_what_was_drawn() -> None:
    text = paper_text(printed(a_cash_sheet()))

    assert "Cash drawn, 9 November, cheque 000218 50.00" in text
    assert "Cash for involvement −30.00 Cash for expenses −4.50" in text
    assert "Cash that should be left, £ 15.50 Cash counted, £" in text


@settings(max_examples=15)
@given(some.integers(0, 10**8), some.integers(1, 10**8))
def test_too_little_cash_is_said_as_the_sum_that_is_missing(drawn: int, needed: int) -> None:
    row = a_cash_row(payment_pence=needed, reimbursement_pence=0)
    text = paper_text(printed(a_cash_sheet(rows=(row,), drawn_pence=drawn)))

    words = "Cash still to be drawn, £" if drawn < needed else "Cash that should be left, £"
    assert f"{words} {plain(abs(drawn - needed))}" in text
    assert "Cash for expenses" not in text


def test_before_the_cash_is_drawn_there_are_boxes_and_no_sum() -> None:
    text = paper_text(printed(a_cash_sheet(drawn_pence=None, drawn_note="")))

    assert "Cash drawn, £ Cash for involvement" in text
    assert "Cash that should be left, £ Cash counted, £" in text


@pytest.mark.parametrize(
    ("rows", "has_vouchers", "words"),
    [
        ((a_cash_row(),), False, "Cash counted by"),
        ((a_voucher_row(),), True, "Vouchers counted by"),
        ((a_cash_row(), a_voucher_row()), True, "Cash and vouchers counted by"),
    ],
)
def test_two_people_sign_for_what_was_counted(
    rows: tuple[object, ...], has_vouchers: bool, words: str
) -> None:
    text = paper_text(printed(a_cash_sheet(rows=rows), has_vouchers=has_vouchers))

    assert words in text
    assert "Count checked by someone else" in text
    assert text.count("Signature") == text.count("Date") == 2


def test_the_sum_is_a_table_that_a_sheet_without_cash_has_not() -> None:
    (table,) = found(structure(printed(a_cash_sheet())), "Table")

    assert [row.kids[0].says["Scope"] for row in found(table, "TR")] == ["/Row"] * 5
    assert not found(structure(printed(a_cash_sheet(rows=(a_voucher_row(),)))), "Table")
