"""Test that the payment sheet adds up, shows who is held, and is ready to sign."""

import dataclasses

import hypothesis
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.payment_sheet import LANDSCAPE, payment_sheet_pdf
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import PaymentSheet, PaymentSheetLine, RunState
from tests.builders import a_held, a_payment_sheet, a_payment_sheet_line
from tests.paper_reading import (
    font_names,
    forbidden_words,
    found,
    lowest_line,
    paper_text,
    structure,
)

some_line = some.builds(
    lambda method, work, expenses: a_payment_sheet_line(
        method=method, payment_pence=work, reimbursement_pence=expenses
    ),
    some.sampled_from(PaidBy),
    some.integers(0, 999_999),
    some.integers(0, 999_999),
)


def plain(pence: int) -> str:
    return format_pounds(pence).replace("£", "")


@hypothesis.settings(max_examples=10)
@hypothesis.given(some.lists(some_line, min_size=1, max_size=8))
def test_each_way_of_paying_and_all_of_them_are_summed(
    lines: list[PaymentSheetLine],
) -> None:
    sheet = a_payment_sheet(lines=tuple(lines), held=())
    text = paper_text(payment_sheet_pdf(sheet))

    assert f"To pay {format_pounds(sheet.pence)}" in text
    sums = f"{plain(sheet.payment_pence)} {plain(sheet.reimbursement_pence)} {plain(sheet.pence)}"
    assert sums in text
    names = {
        PaidBy.BANK: "bank payment",
        PaidBy.CASH: "paid in cash",
        PaidBy.VOUCHER: "paid in voucher",
        PaidBy.CHEQUE: "paid by cheque",
    }
    for method, name in names.items():
        own = [line for line in lines if line.method is method]
        work = sum(line.payment_pence for line in own)
        expenses = sum(line.reimbursement_pence for line in own)
        assert (f"{len(own)} {name}" in text) is bool(own)
        assert not own or f"{plain(work)} {plain(expenses)} {plain(work + expenses)}" in text


def test_a_row_shows_what_finance_needs_and_only_the_end_of_the_account() -> None:
    text = paper_text(payment_sheet_pdf(a_payment_sheet()))

    assert (
        "1 MISS A RAHMAN for Aisha Rahman 00-14-62 ends 4567 Bank 2 h 30 30.00 4.60 34.60" in text
    )
    assert "2 Siân O'Brien – – Cash 1 h 40 20.00 0.00 20.00" in text
    assert "01234567" not in text


def test_held_people_are_listed_with_the_reason_and_left_out_without_any() -> None:
    text = paper_text(payment_sheet_pdf(a_payment_sheet()))

    assert "Not paid now Name Why Held £ Tomos Llŷr No bank details yet. 24.00" in text
    assert "Not paid now" not in paper_text(payment_sheet_pdf(a_payment_sheet(held=())))


def test_the_bank_file_is_named_with_its_check_code_in_groups() -> None:
    sheet = a_payment_sheet(bank_file="run-007.csv", bank_file_sha256="0123456789abcdef" * 4)
    text = paper_text(payment_sheet_pdf(sheet))

    assert "Bank file run-007.csv, 1 payment, £34.60" in text
    assert f"Check code (SHA-256) {' '.join(['01234567', '89abcdef'] * 4)}" in text


def test_there_are_three_places_to_sign() -> None:
    text = paper_text(payment_sheet_pdf(a_payment_sheet()))

    assert text.count("Signature Date") == 3
    assert "Prepared by Grace Okafor" in text
    assert "Approved by Piotr Zieliński" in text


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (RunState.PREPARED, "Not approved yet."),
        (RunState.REVERSED, "This pay run was reversed."),
    ],
)
def test_a_sheet_that_must_not_be_paid_says_so(state: RunState, words: str) -> None:
    assert words in paper_text(payment_sheet_pdf(a_payment_sheet(state=state)))
    assert words not in paper_text(payment_sheet_pdf(a_payment_sheet()))


def test_the_note_of_the_trustees_stands_where_one_person_did_both() -> None:
    sheet = a_payment_sheet(four_eyes_note="Agreed by the trustees on 1 May.")

    assert "One person prepared and approved it Agreed by the trustees on 1 May." in paper_text(
        payment_sheet_pdf(sheet)
    )


def test_the_longest_texts_stay_on_their_page() -> None:
    name = "Anna " * 39 + "Anna"
    line = a_payment_sheet_line(participant=name, payee="X" * 200, approved_by=name)
    sheet = a_payment_sheet(
        lines=(line,), four_eyes_note="word " * 799, held=(a_held(because="word " * 99, name=name),)
    )

    assert lowest_line(payment_sheet_pdf(sheet)) >= LANDSCAPE.size[1] - LANDSCAPE.bottom


def test_signatures_alone_on_a_page_say_what_is_signed() -> None:
    lines = a_payment_sheet().lines * 9
    text = paper_text(payment_sheet_pdf(a_payment_sheet(lines=lines, held=(a_held(),) * 6)))

    assert text.count("pay run 7: 18 payments,") <= 1
    assert "Page 2 of 2" in text


def test_every_row_is_marked_and_every_font_embedded() -> None:
    pdf = payment_sheet_pdf(a_payment_sheet(lines=a_payment_sheet().lines * 30))
    table = found(structure(pdf), "Table")[0]

    assert len(found(table, "TR")) == 1 + 60 + 2 + 1
    assert {len(row.kids) for row in found(table, "TR")[1:61]} == {11}
    assert all(font_names(pdf).values())


def test_the_same_sheet_makes_the_same_bytes() -> None:
    sheet: PaymentSheet = a_payment_sheet()

    assert payment_sheet_pdf(sheet) == payment_sheet_pdf(dataclasses.replace(sheet))


def test_it_says_nothing_that_no_paper_says() -> None:
    assert not forbidden_words(paper_text(payment_sheet_pdf(a_payment_sheet())))
