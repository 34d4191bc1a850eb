"""Test that the note on a payment lists work and expenses apart and never adds them."""

import hypothesis
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.remittance import remittance_pdf
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.run_papers import RemittanceLine
from tests.builders import a_remittance, a_remittance_line
from tests.paper_reading import (
    amounts,
    font_names,
    forbidden_words,
    found,
    page_texts,
    paper_text,
    structure,
)

some_lines = some.lists(
    some.builds(lambda pence: a_remittance_line(pence=pence), some.integers(1, 99_999)), max_size=5
)


@hypothesis.settings(max_examples=10)
@hypothesis.given(some_lines, some_lines)
def test_work_and_expenses_have_sums_of_their_own_and_no_common_one(
    work: list[RemittanceLine], expenses: list[RemittanceLine]
) -> None:
    remittance = a_remittance(work=tuple(work), expenses=tuple(expenses))
    text = paper_text(remittance_pdf(remittance))

    paid, spent = remittance.payment_pence, remittance.reimbursement_pence
    assert f"Payment for your work {format_pounds(paid)}" in text
    assert f"Your expenses, paid back {format_pounds(spent)}" in text
    lines = {line.pence for line in (*work, *expenses)}
    assert set(amounts(text)) <= lines | {paid, spent}


def test_an_ordinary_note_is_one_page_with_two_tables() -> None:
    pdf = remittance_pdf(a_remittance(work=(a_remittance_line(),) * 5))

    assert len(page_texts(pdf)) == 1
    assert len(found(structure(pdf), "Table")) == 2
    assert all(font_names(pdf).values())


@pytest.mark.parametrize(
    ("method", "words"),
    [
        (PaidBy.BANK, "We send it to your bank account ending 4567 on 10 November 2026."),
        (PaidBy.CASH, "We pay you in cash on 10 November 2026."),
        (PaidBy.VOUCHER, "We give you a voucher on 10 November 2026."),
        (PaidBy.CHEQUE, "We send you a cheque on 10 November 2026."),
    ],
)
def test_it_says_how_and_when_the_money_comes(method: PaidBy, words: str) -> None:
    assert words in paper_text(remittance_pdf(a_remittance(method=method)))


def test_a_list_without_lines_is_left_out() -> None:
    text = paper_text(remittance_pdf(a_remittance(expenses=())))

    assert "No expenses this time." in text
    assert "Expenses paid back" not in text


def test_it_says_whom_to_tell_and_nothing_that_no_paper_says() -> None:
    text = paper_text(remittance_pdf(a_remittance()))

    assert "Phone Grace Okafor on 01632 960 011" in text
    assert "ask an adviser" in text
    assert not forbidden_words(text)


def test_the_same_note_makes_the_same_bytes() -> None:
    assert remittance_pdf(a_remittance()) == remittance_pdf(a_remittance())
