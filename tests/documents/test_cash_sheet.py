"""Test that people can sign for exactly what they are handed, and see nothing of the others."""

import io
from typing import Any

import hypothesis
import pikepdf
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.cash_sheet import cash_sheet_pdf
from coprod_desktop.documents.finance import LANDSCAPE
from coprod_desktop.documents.styles import MM
from coprod_desktop.domain.cash_sheets import CashSheetRow
from coprod_desktop.domain.errors import LetterMissingError, NegativeMoneyError
from coprod_desktop.domain.money import format_pounds
from tests.paper_reading import (
    font_names,
    forbidden_words,
    found,
    lowest_line,
    page_texts,
    paper_text,
    spoken,
    structure,
)
from tests.run_paper_builders import a_cash_row, a_cash_sheet, a_voucher_row

REQUEST = "Cover the other rows when you hand this sheet to someone."
PENCE = some.integers(1, 10**8)
some_rows = some.lists(
    some.builds(
        lambda work, expenses, vouchers: a_voucher_row(
            payment_pence=work, reimbursement_pence=expenses, voucher_pence=vouchers
        ),
        PENCE,
        PENCE,
        PENCE,
    ),
    min_size=1,
    max_size=8,
)


def plain(pence: int) -> str:
    return format_pounds(pence).replace("£", "")


@hypothesis.settings(max_examples=10)
@hypothesis.given(some_rows)
def test_each_column_is_summed(rows: list[CashSheetRow]) -> None:
    sheet = a_cash_sheet(rows=tuple(rows))
    text = paper_text(cash_sheet_pdf(sheet))

    sums = (sheet.payment_pence, sheet.reimbursement_pence, sheet.voucher_pence)
    assert f"{' '.join(map(plain, sums))} {2 * len(rows)} vouchers" in text
    assert f"All the cash {sum_of_pieces(text)} {plain(sheet.cash_pence)}" in text


def sum_of_pieces(text: str) -> str:
    """Return the number of notes and coins that the paper gives for all the cash."""
    return text.partition("All the cash ")[2].partition(" ")[0]


def lengths_of_upright_lines(pdf: bytes) -> list[float]:
    """Return how long every line straight down a page is, in points."""
    lengths, start = [], (0.0, 0.0)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for page in file.pages:
            for step in pikepdf.parse_content_stream(page):
                operands: Any = step.operands
                if str(step.operator) == "m":
                    start = (float(operands[0]), float(operands[1]))
                elif str(step.operator) == "l" and float(operands[0]) == start[0]:
                    lengths.append(abs(float(operands[1]) - start[1]))
    return lengths


def test_millions_stand_in_one_line_of_every_column() -> None:
    pence = 999_999_999
    row = a_voucher_row(payment_pence=pence, reimbursement_pence=pence, voucher_pence=pence)
    text = paper_text(cash_sheet_pdf(a_cash_sheet(rows=(row,))))

    assert f"1 person {' '.join([plain(pence)] * 3)} 2 vouchers" in text


def test_a_row_says_what_is_handed_over_with_a_dash_for_nothing() -> None:
    text = paper_text(cash_sheet_pdf(a_cash_sheet()))

    assert "Siân O'Brien 30.00 4.50 – –" in text
    assert "Tomos Llŷr – – 20.00 HV-00417 to HV-00418" in text
    assert "2 people 30.00 4.50 20.00 2 vouchers" in text
    assert "Paid out at the Old Library" in text
    assert "Each voucher is worth £10.00." in text


@pytest.mark.parametrize(
    ("rows", "title", "missing"),
    [
        ((a_cash_row(),), "Cash sheet, pay run 7", ("Vouchers £", "voucher is worth")),
        ((a_voucher_row(),), "Voucher sheet, pay run 7", ("Cash for", "Notes and coins")),
        ((a_cash_row(reimbursement_pence=0),), "Cash sheet, pay run 7", ("Cash for expenses",)),
        ((), "Cash sheet, pay run 7", ("Cash for", "Vouchers £")),
    ],
)
def test_a_sheet_has_columns_only_for_what_somebody_is_handed(
    rows: tuple[CashSheetRow, ...], title: str, missing: tuple[str, ...]
) -> None:
    text = paper_text(cash_sheet_pdf(a_cash_sheet(rows=rows)))

    assert title in text
    assert not [words for words in missing if words in text]


def test_vouchers_of_several_values_have_no_one_value() -> None:
    assert "Each voucher" not in paper_text(cash_sheet_pdf(a_cash_sheet(voucher_value_pence=0)))


def test_finance_is_told_once_that_vouchers_are_income() -> None:
    words = "a voucher is treated as income for its full value, just as money is."

    assert paper_text(cash_sheet_pdf(a_cash_sheet())).count(words) == 1
    assert words not in paper_text(cash_sheet_pdf(a_cash_sheet(rows=(a_cash_row(),))))


def test_forty_people_have_the_request_and_the_headings_on_every_page_they_sign() -> None:
    pdf = cash_sheet_pdf(a_cash_sheet(rows=(a_cash_row(), a_voucher_row()) * 20))
    *signed, to_the_bank = page_texts(pdf)

    assert len(signed) == 5
    assert all(REQUEST in page and "Signature of the person paid" in page for page in signed)
    assert "40 people" in signed[-1]
    assert "counted by" in signed[-1]
    assert "O'Brien" in signed[-1]
    assert REQUEST not in to_the_bank


def test_the_page_for_the_bank_names_nobody() -> None:
    pages = page_texts(cash_sheet_pdf(a_cash_sheet()))

    assert [page.startswith("Notes and coins for pay run 7") for page in pages] == [False, True]
    assert "O'Brien" in pages[0]
    assert "O'Brien" not in pages[1]


def test_each_row_is_high_enough_to_sign_and_has_three_places_to_write() -> None:
    pdf = cash_sheet_pdf(a_cash_sheet(rows=(a_cash_row(),) * 8))
    rows = found(found(structure(pdf), "Table")[0], "TR")[1:9]
    lines = lengths_of_upright_lines(pdf)

    assert [[cell.has_content for cell in row.kids[-3:]] for row in rows] == [[False] * 3] * 8
    assert len(lines) == 8 * 4
    assert min(lines) >= 15 * MM


def test_serials_without_end_are_listed_below_and_none_is_lost() -> None:
    serials = tuple(f"X{7 * number}" for number in range(60))
    text = paper_text(cash_sheet_pdf(a_cash_sheet(rows=(a_voucher_row(serials=serials),))))

    assert "60 vouchers, listed below" in text
    assert f"Tomos Llŷr {', '.join(serials)}" in text


def test_the_longest_texts_and_the_largest_sums_stay_on_their_page() -> None:
    name = "Anna-Maria " * 8 + "Xy"
    rows = (a_cash_row(name=name, payment_pence=10**8), a_cash_row(name="N" * 200))
    pdf = cash_sheet_pdf(a_cash_sheet(rows=rows, drawn_note="word " * 40))

    assert lowest_line(pdf) >= LANDSCAPE.size[1] - LANDSCAPE.bottom
    assert "1,000,000.00 4.50" in paper_text(pdf)


def test_an_arabic_name_is_read_in_its_own_order() -> None:
    rows = (a_cash_row(name="سلمى أحمد"), a_cash_row(name="Łucja Nguyễn"))

    assert "سلمى أحمد" in spoken(cash_sheet_pdf(a_cash_sheet(rows=rows)))


def test_a_name_with_a_letter_that_cannot_be_printed_is_refused() -> None:
    with pytest.raises(LetterMissingError):
        cash_sheet_pdf(a_cash_sheet(rows=(a_cash_row(name="अमित"),)))


def test_cash_below_nothing_is_refused() -> None:
    with pytest.raises(NegativeMoneyError):
        cash_sheet_pdf(a_cash_sheet(rows=(a_cash_row(payment_pence=-500),)))


def test_every_font_is_embedded_and_the_same_sheet_makes_the_same_bytes() -> None:
    pdf = cash_sheet_pdf(a_cash_sheet())

    assert all(font_names(pdf).values())
    assert pdf == cash_sheet_pdf(a_cash_sheet())


def test_it_says_nothing_that_no_paper_says() -> None:
    assert not forbidden_words(paper_text(cash_sheet_pdf(a_cash_sheet())))
