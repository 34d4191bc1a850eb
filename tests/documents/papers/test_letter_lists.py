"""Test that a letter lists each payment on its day, and sums work and expenses apart."""

import datetime

import hypothesis
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.editions.clear_print import clear_print_pdf
from coprod_desktop.documents.paper import Entries, Part
from coprod_desktop.documents.papers.letter import letter_paper
from coprod_desktop.documents.papers.letter_lists import (
    benefit_periods,
    expense_list,
    week_list,
    work_list,
)
from coprod_desktop.documents.spoken import pounds
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.i18n import speaking
from tests.other_paper_builders import (
    a_letter,
    a_letter_expense,
    a_letter_payment,
    a_letter_work,
)
from tests.other_paper_checks import text_of
from tests.other_paper_samples import hard_letter
from tests.paper_marks import drawn_lines
from tests.paper_reading import amounts

DAY = datetime.date(2026, 8, 1)


def table_of(parts: list[Part]) -> Entries:
    (found,) = [part for part in parts if isinstance(part, Entries)]
    return found


def cells_of(entries: Entries, row: int) -> list[str]:
    return [text_of(cell) for cell in entries.rows[row].cells]


@hypothesis.given(some.lists(some.integers(0, 10**6), max_size=5), some.integers(0, 10**6))
def test_the_totals_are_the_sums_of_what_was_paid(paid: list[int], spent: int) -> None:
    work = tuple(a_letter_work(payments=(a_letter_payment(pence=pence),)) for pence in paid)
    letter = a_letter(work=work, expenses=(a_letter_expense(pence=spent),))

    total = table_of(work_list(letter)).totals[1] if work else None
    assert total is None or pounds(sum(paid)) in text_of(total)
    assert pounds(spent) in text_of(table_of(expense_list(letter)).totals)
    everything = amounts(text_of((*work_list(letter), *expense_list(letter))))
    assert set(everything) <= {*paid, sum(paid), spent}


def test_a_row_has_the_day_of_work_the_time_and_the_day_of_payment() -> None:
    table = table_of(work_list(a_letter()))

    assert cells_of(table, 0) == [
        "9 July 2026", "Interview panel", "2 h 30", "24 July 2026", "£37.50",
    ]  # fmt: skip
    assert [text_of(total.cells) for total in table.totals] == [
        "Time in all 4 h 30",
        "Total, all paid by bank transfer £67.50",
    ]


def test_both_forms_of_a_row_say_the_same() -> None:
    entry = table_of(work_list(a_letter())).rows[0]

    assert (entry.title, entry.lines) == ("9\u00a0July\u00a02026", ("Interview panel",))
    assert text_of(entry.pairs) == ("Time 2 hours 30 minutes Date paid 24 July 2026 Amount £37.50")


@pytest.mark.parametrize("method", PaidBy)
def test_one_way_of_paying_is_said_with_the_total(method: PaidBy) -> None:
    work = (a_letter_work(payments=(a_letter_payment(paid_how=method),)),)
    table = table_of(work_list(a_letter(work=work)))

    assert "Total, all paid" in text_of(table.totals)
    assert cells_of(table, 0)[3] == "24 July 2026"


def test_several_ways_stand_with_each_payment() -> None:
    table = table_of(work_list(hard_letter()))

    assert "in cash" in text_of(table.rows)
    assert "by bank transfer" in text_of(table.rows)
    assert "all paid" not in text_of(table.totals)


def test_what_came_on_top_has_a_row_of_its_own_with_its_own_day() -> None:
    on_top = a_letter_payment(pence=250, paid_on=DAY)
    work = (a_letter_work(payments=(a_letter_payment(), on_top)),)
    table = table_of(work_list(a_letter(work=work)))

    assert cells_of(table, 1)[1:] == [
        "More for the same work, as the rate went up", "", "1 August 2026", "£2.50",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("offered", "accepted", "below"),
    [
        (3000, 3000, ""),
        (3000, 1000, "£30.00 offered, £10.00 accepted, £20.00 declined."),
        (3000, 0, "£30.00 offered, £0.00 accepted, £30.00 declined."),
        (0, 0, "No payment was offered."),
    ],
)
def test_an_offer_is_said_where_it_was_not_taken_whole(
    offered: int, accepted: int, below: str
) -> None:
    payments = (a_letter_payment(pence=accepted),) if accepted else ()
    work = a_letter_work(offered_pence=offered, accepted_pence=accepted, payments=payments)

    assert table_of(work_list(a_letter(work=(work,)))).rows[0].below == below


def test_work_in_a_salary_is_said_so() -> None:
    work = a_letter_work(offered_pence=0, accepted_pence=0, is_in_salary=True, payments=())
    (row,) = table_of(work_list(a_letter(work=(work,)))).rows

    assert row.below == "The pay for this is in a salary."


def test_what_is_not_paid_yet_has_a_total_of_its_own() -> None:
    to_come = a_letter_payment(pence=3000, paid_on=None, paid_how=None)
    letter = a_letter(
        work=(a_letter_work(payments=(to_come,)), a_letter_work()),
        expenses=(a_letter_expense(), a_letter_expense(pence=450, paid_on=None)),
    )
    work, expenses = work_list(letter), expense_list(letter)

    assert "not paid yet £30.00" in text_of(table_of(work).totals[2].cells)
    assert "Payments for involvement, paid" in text_of(table_of(work).totals[1].cells)
    assert "Expenses not reimbursed yet £4.50" in text_of(table_of(expenses).totals[1].cells)


def test_a_period_without_work_or_expenses_says_so() -> None:
    letter = a_letter(work=(), expenses=(), has_weeks=True, period_day=19)

    assert "There was no work in this time." in text_of(tuple(work_list(letter)))
    assert "There were no expenses in this time." in text_of(tuple(expense_list(letter)))
    assert week_list(letter) == benefit_periods(letter) == []


def test_weeks_and_periods_are_listed_only_where_they_are_wanted() -> None:
    assert week_list(a_letter()) == benefit_periods(a_letter()) == []
    weeks = table_of(week_list(a_letter(has_weeks=True)))
    periods = table_of(benefit_periods(a_letter(period_day=19)))

    assert cells_of(weeks, 0) == ["6 July to 12 July 2026", "2 h 30", "£0.00"]
    assert cells_of(periods, 0) == ["19 June to 18 July 2026", "2 h 30", "£0.00"]


def test_expenses_have_their_receipts() -> None:
    table = table_of(expense_list(a_letter(expenses=(a_letter_expense(receipt=""),))))

    assert cells_of(table, 0) == ["9 July 2026", "Train, return", "–", "24 July 2026", "£8.60"]
    assert "Receipt" not in text_of(table.rows[0].pairs)


@pytest.mark.parametrize(("language", "said"), [("en", "100 h 00"), ("cy", "100 awr 00")])
def test_a_hundred_hours_stay_on_one_line(language: str, said: str) -> None:
    work = (a_letter_work(minutes=150),) * 40
    with speaking(language):
        paper = letter_paper(a_letter(work=work))
    lines = [line.text.strip() for page in drawn_lines(clear_print_pdf(paper)) for line in page]

    assert said in lines
