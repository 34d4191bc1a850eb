"""Test that a statement says everything, in the order in which it matters."""

import datetime

import hypothesis
from hypothesis import strategies as some

from coprod_desktop.documents.paper import Entries, Heading, Notice, Opening, Section, Summary
from coprod_desktop.documents.papers.statement import statement_paper
from coprod_desktop.domain.contributions import Choice
from coprod_desktop.domain.statements import StatementContent
from coprod_desktop.i18n import speaking
from tests.builders import (
    a_statement_content,
    a_statement_expense,
    a_statement_work,
    unpaid_statement_work,
)
from tests.paper_reading import amounts


def work_of(content: StatementContent) -> Entries:
    (found,) = [part for part in statement_paper(content).parts if isinstance(part, Entries)]
    return found


def test_it_begins_with_whom_it_is_for_and_the_sum_of_the_work() -> None:
    paper = statement_paper(a_statement_content())

    opening, box, heading = paper.parts[:3]
    assert isinstance(opening, Opening)
    assert isinstance(box, Summary)
    assert heading == Heading(text="Your work, day by day")
    assert paper.title.startswith("The work you did, Aisha Rahman, 1")
    assert (paper.foot, paper.language) == ("Statement 2026-0042", "en")


def test_one_that_replaces_another_says_so_before_anything_else() -> None:
    content = a_statement_content(replaces_number="7", replaces_because="A slip.")

    assert statement_paper(content).parts[1] == Notice(
        heading="This replaces statement 7.", texts=("A slip.",)
    )


def test_both_forms_of_a_row_say_the_same_work() -> None:
    first, second, _third = work_of(a_statement_content()).rows

    assert [cell.texts for cell in first.cells][1:3] == [("Steering group",), ("2\u00a0h\u00a030",)]
    assert first.title == "Tuesday 3\u00a0November"
    assert first.pairs[0].label == "Paid"
    assert first.pairs[0].text == "2\u00a0hours 30\u00a0minutes"
    assert [cell.texts for cell in second.cells][2:4] == [(), ("0\u00a0h\u00a045",)]
    assert second.pairs[0].label == "Unpaid"


@hypothesis.given(
    some.lists(some.integers(1, 1440), min_size=1, max_size=20), some.integers(0, 99_999)
)
def test_the_total_is_the_sum_of_the_rows(minutes: list[int], pence: int) -> None:
    work = tuple(
        a_statement_work(minutes=each, offered_pence=pence, agreed_pence=pence)
        if number % 2
        else unpaid_statement_work(minutes=each)
        for number, each in enumerate(minutes)
    )
    table = work_of(a_statement_content(work=work))

    assert len(table.rows) == len(work)
    (total,) = table.totals
    assert amounts(" ".join(total.cells[3].texts)) == [pence * (len(work) // 2)]
    assert f"{sum(minutes) // 60}\u00a0" in total.title.replace(",", "") or sum(minutes) < 60


def test_expenses_have_a_section_of_their_own_unless_they_are_left_out() -> None:
    content = a_statement_content(expenses=(a_statement_expense(paid_on=None),))
    sections = [p for p in statement_paper(content).parts if isinstance(p, Section)]
    table = next(p for s in sections for p in s.parts if isinstance(p, Entries))

    assert [total.title for total in table.totals] == ["Expenses paid back", "Expenses to come"]
    quiet = statement_paper(a_statement_content(left_out=frozenset({"expenses"})))
    headings = [part.heading for part in quiet.parts if isinstance(part, Section)]
    assert "Your expenses" not in headings


def test_several_projects_are_named_with_each_work_and_one_above_them_all() -> None:
    two = (a_statement_work(), a_statement_work(project="Night Shelter"))

    assert work_of(a_statement_content(work=two)).rows[0].lines == (
        "Steering group",
        "Better Waiting Rooms",
    )


def test_an_empty_period_has_no_table() -> None:
    parts = statement_paper(a_statement_content(work=(), expenses=())).parts

    assert not [part for part in parts if isinstance(part, Entries)]


def test_in_welsh_every_word_of_ours_is_welsh() -> None:
    declined = a_statement_work(choice=Choice.DECLINE, agreed_pence=0, is_paid=False)
    with speaking("cy"):
        paper = statement_paper(a_statement_content(work=(declined,)))

    assert paper.language == "cy"
    assert paper.title.startswith("Y gwaith a wnaethoch, Aisha Rahman")
    (table,) = [part for part in paper.parts if isinstance(part, Entries)]
    assert table.rows[0].pairs[1].text.replace("\u00a0", " ") == (
        "cynigiwyd £30.00, gwrthodwyd gennych"
    )


def test_years_stand_where_the_period_spans_two() -> None:
    content = a_statement_content(
        from_on=datetime.date(2026, 11, 1), to_on=datetime.date(2027, 1, 31)
    )

    assert work_of(content).rows[0].cells[0].texts == ("Tue\u00a03\u00a0Nov", "2026")
    assert work_of(content).rows[0].title == "Tuesday 3\u00a0November\u00a02026"
