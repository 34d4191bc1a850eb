"""Test that the payment sheet adds up, shows who is held, and is ready to sign."""

import dataclasses
import datetime

import hypothesis
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.finance import LANDSCAPE
from coprod_desktop.documents.payment_sheet import payment_sheet_pdf
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.domain.run_papers import CostCodeSum, PaymentSheet, PaymentSheetLine
from tests.builders import TODAY, a_held, a_payment_sheet, a_payment_sheet_line
from tests.paper_reading import (
    font_names,
    forbidden_words,
    found,
    lowest_line,
    page_texts,
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


def test_a_payment_that_came_back_says_so_in_its_row() -> None:
    first, *others = a_payment_sheet().lines
    back = dataclasses.replace(first, came_back_on=TODAY)
    text = paper_text(payment_sheet_pdf(a_payment_sheet(lines=(back, *others))))
    assert text.count("Came back on Tuesday 17 November 2026") == 1


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
        (RunState.SENT_BACK, "Not approved yet."),
        (RunState.REVERSED, "This pay run was reversed."),
    ],
)
def test_a_sheet_that_must_not_be_paid_says_so(state: RunState, words: str) -> None:
    assert words in paper_text(payment_sheet_pdf(a_payment_sheet(state=state)))
    assert words not in paper_text(payment_sheet_pdf(a_payment_sheet()))


@pytest.mark.parametrize(
    ("approved_by", "words"),
    [
        ("Grace Okafor", "One person prepared and approved it"),
        ("Piotr Zieliński", "The trustees let one person prepare and approve"),
    ],
)
def test_the_note_of_the_trustees_says_whether_one_person_did_both(
    approved_by: str, words: str
) -> None:
    sheet = a_payment_sheet(
        approved_by=approved_by, four_eyes_note="Agreed by the trustees on 1 May."
    )

    assert f"{words} Agreed by the trustees on 1 May." in paper_text(payment_sheet_pdf(sheet))


@pytest.mark.parametrize(
    ("approvers", "boxes", "sentence"),
    [
        ((), "Approved by Piotr Zieliński", "Piotr Zieliński approved it on"),
        (
            ("Ann", "Ben"),
            "Approved by Ann Signature Date Second approval Ben",
            "Ann and Ben approved it; the last approval was on",
        ),
        (
            ("Ann", "Ben", "Cai", "Dee"),
            "Second approval Ben Signature Date Further approval Cai",
            "Ann, Ben, Cai and Dee approved it",
        ),
    ],
)
def test_everybody_who_approved_is_named_and_has_a_place_to_sign(
    approvers: tuple[str, ...], boxes: str, sentence: str
) -> None:
    text = paper_text(payment_sheet_pdf(a_payment_sheet(approvers=approvers)))

    assert boxes in text
    assert sentence in text
    assert text.count("Signature Date") == 1 + max(2, len(approvers))


def test_a_reference_stands_below_the_account_it_goes_with() -> None:
    lines = (a_payment_sheet_line(reference="RIVERMEAD RUN07 01"),)
    text = paper_text(payment_sheet_pdf(a_payment_sheet(lines=lines)))

    assert "Sort code, reference" in text
    assert "00-14-62 RIVERMEAD RUN07 01 ends 4567" in text
    assert "reference" not in paper_text(payment_sheet_pdf(a_payment_sheet()))


def test_the_money_by_cost_code_comes_to_the_totals() -> None:
    codes = (
        CostCodeSum(cost_code="HD-204", payment_pence=3000, reimbursement_pence=460),
        CostCodeSum(cost_code="YP-118", payment_pence=1500, reimbursement_pence=0),
    )
    text = paper_text(payment_sheet_pdf(a_payment_sheet(by_cost_code=codes)))

    assert "The money by cost code" in text
    assert "HD-204 30.00 4.60 34.60 YP-118 15.00 0.00 15.00" in text
    assert "No cost code 5.00 0.00 5.00 All cost codes 50.00 4.60 54.60" in text
    assert "cost code" not in paper_text(payment_sheet_pdf(a_payment_sheet()))


def test_held_until_a_day_says_the_day() -> None:
    held = a_held(because="Asked to wait.", until_on=datetime.date(2026, 12, 3))
    text = paper_text(payment_sheet_pdf(a_payment_sheet(held=(held,))))

    assert "Asked to wait. Held until 3 December 2026." in text


@pytest.mark.parametrize("pence", [100_000_000, 999_999_999])
def test_millions_stand_in_one_line(pence: int) -> None:
    line = a_payment_sheet_line(payment_pence=pence, reimbursement_pence=0)
    back = a_payment_sheet_line(payment_pence=0, reimbursement_pence=pence)

    for one, sums in ((line, f"{plain(pence)} 0.00"), (back, f"0.00 {plain(pence)}")):
        text = paper_text(payment_sheet_pdf(a_payment_sheet(lines=(one,), held=())))
        assert f"The one payment 2 h 30 {sums} {plain(pence)}" in text


def test_the_longest_texts_stay_on_their_page() -> None:
    name = "Anna " * 39 + "Anna"
    line = a_payment_sheet_line(participant=name, payee="X" * 200, approved_by=name)
    sheet = a_payment_sheet(
        lines=(line,), four_eyes_note="word " * 799, held=(a_held(because="word " * 99, name=name),)
    )

    assert lowest_line(payment_sheet_pdf(sheet)) >= LANDSCAPE.size[1] - LANDSCAPE.bottom


@pytest.mark.parametrize("count", range(1, 42, 3))
@pytest.mark.parametrize("held", [0, 12])
def test_who_signs_has_the_totals_on_the_same_page(count: int, held: int) -> None:
    codes = (CostCodeSum(cost_code="HD-204", payment_pence=0, reimbursement_pence=0),) * 3
    lines = tuple(a_payment_sheet_line(reference=f"RUN07-{n:02}") for n in range(count))
    sheet = a_payment_sheet(
        lines=lines, held=(a_held(),) * held, by_cost_code=codes, bank_file="run-007.csv"
    )
    pages = page_texts(payment_sheet_pdf(sheet))

    (signed,) = [page for page in pages if "Signature Date" in page]
    assert "All cost codes" in " ".join(pages)
    assert ("All " if count > 1 else "The one payment") in signed.partition("Bank file")[0]
    assert plain(sheet.pence) in signed
    assert f"RUN07-{count - 1:02}" in signed


def test_signatures_stand_last_where_all_is_on_one_page_and_else_below_the_totals() -> None:
    short = paper_text(payment_sheet_pdf(a_payment_sheet()))
    long = paper_text(payment_sheet_pdf(a_payment_sheet(held=(a_held(),) * 30)))

    assert short.index("Not paid now") < short.index("Prepared by")
    assert long.index("Prepared by") < long.index("Not paid now")


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
