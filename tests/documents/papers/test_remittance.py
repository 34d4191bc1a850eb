"""Test that the note on a payment says the same in every edition and never adds the two sums."""

import datetime
from pathlib import Path

import hypothesis
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.editions.clear_print import clear_print_pdf
from coprod_desktop.documents.papers.remittance import remittance_easy_read, remittance_paper
from coprod_desktop.documents.spoken import pounds
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.run_papers import Remittance
from tests.builders import a_remittance, a_remittance_line
from tests.other_paper_checks import check_sample, text_of
from tests.other_paper_samples import samples_of
from tests.paper_reading import amounts, found, page_texts, paper_text, structure

PENCE = some.lists(some.integers(1, 99_999), max_size=4)


def in_clear_print(remittance: Remittance) -> bytes:
    return clear_print_pdf(remittance_paper(remittance))


@pytest.mark.parametrize("name", samples_of("remittance"))
def test_every_note_is_as_it_was_and_can_be_read_by_all(name: str, tmp_path: Path) -> None:
    check_sample(name, tmp_path)


@hypothesis.given(PENCE, PENCE)
def test_work_and_expenses_have_sums_of_their_own_and_no_common_one(
    work: list[int], expenses: list[int]
) -> None:
    remittance = a_remittance(
        work=tuple(a_remittance_line(pence=pence) for pence in work),
        expenses=tuple(a_remittance_line(pence=pence) for pence in expenses),
    )

    for paper in (remittance_paper(remittance), remittance_easy_read(remittance)):
        said = set(amounts(text_of(paper)))
        assert said <= {*work, *expenses, sum(work), sum(expenses)}
        assert {sum(work)} <= said or not work
        assert {sum(expenses)} <= said or not expenses


@hypothesis.settings(max_examples=10)
@hypothesis.given(PENCE, PENCE)
def test_on_paper_the_sums_are_those_of_the_lists(work: list[int], expenses: list[int]) -> None:
    remittance = a_remittance(
        work=tuple(a_remittance_line(pence=pence) for pence in work),
        expenses=tuple(a_remittance_line(pence=pence) for pence in expenses),
    )
    text = paper_text(in_clear_print(remittance))

    assert f"Payment for your work {pounds(sum(work))}" in text
    assert f"Your expenses, paid back {pounds(sum(expenses))}" in text
    assert set(amounts(text)) <= {*work, *expenses, sum(work), sum(expenses)}


def test_an_ordinary_note_is_one_page_with_two_tables() -> None:
    pdf = in_clear_print(a_remittance(work=(a_remittance_line(),) * 5))

    assert len(page_texts(pdf)) == 1
    assert len(found(structure(pdf), "Table")) == 2


def test_it_says_that_the_payment_came_back() -> None:
    text = paper_text(in_clear_print(a_remittance(came_back_on=datetime.date(2026, 11, 17))))

    assert "This payment came back on 17 November 2026. We owe it to you" in text
    assert "We send it" not in text


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
    assert words in paper_text(in_clear_print(a_remittance(method=method)))


def test_a_list_without_lines_is_left_out() -> None:
    text = paper_text(in_clear_print(a_remittance(expenses=())))

    assert "No expenses this time." in text
    assert "Expenses paid back" not in text


@pytest.mark.parametrize(
    ("method", "words"),
    [
        (PaidBy.BANK, "It goes to your bank account. The account number ends in 4567."),
        (PaidBy.CASH, "You get it in cash. You get it on Tuesday 10 November 2026."),
        (PaidBy.VOUCHER, "You get it as a voucher."),
        (PaidBy.CHEQUE, "You get a cheque. We send it on Tuesday 10 November 2026."),
    ],
)
def test_easy_read_says_how_and_when_the_money_comes(method: PaidBy, words: str) -> None:
    assert words in text_of(remittance_easy_read(a_remittance(method=method)))


def test_nothing_to_send_is_said_so() -> None:
    nothing = a_remittance(work=(a_remittance_line(pence=0),), expenses=())

    assert "Nothing is sent on 10 November 2026." in text_of(remittance_paper(nothing))
    assert "We send no money on" in text_of(remittance_easy_read(nothing))
    assert "No expenses this time." in text_of(remittance_paper(nothing))


def test_money_that_came_back_is_paid_again() -> None:
    returned = a_remittance(came_back_on=datetime.date(2026, 11, 12))
    words = "This payment came back on 12 November 2026. We owe it to you, and pay it again."

    assert words in text_of(remittance_paper(returned))
    assert "We will pay it again." in text_of(remittance_easy_read(returned))


def test_an_account_that_nobody_knows_is_not_named() -> None:
    unknown = a_remittance(account_ending="")

    assert "ends in" not in text_of(remittance_easy_read(unknown))
    assert pounds(3000) in text_of(remittance_easy_read(unknown))
