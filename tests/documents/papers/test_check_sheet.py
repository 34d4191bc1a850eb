"""Test that a person can say of every line whether it is right, before they are paid."""

from dataclasses import replace
from pathlib import Path

import hypothesis
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.paper import Notice, Section, Summary, Ticks
from coprod_desktop.documents.papers.check_sheet import check_easy_read, check_paper
from coprod_desktop.domain.papers import CheckWork
from tests.other_paper_builders import a_check
from tests.other_paper_checks import check_sample, text_of
from tests.other_paper_samples import samples_of
from tests.paper_reading import amounts

WORK = a_check().work[0]


@pytest.mark.parametrize("name", samples_of("check-sheet"))
def test_every_sheet_is_as_it_was_and_can_be_read_by_all(name: str, tmp_path: Path) -> None:
    check_sample(name, tmp_path)


def test_every_line_has_boxes_and_room_to_write() -> None:
    sections = [part for part in check_paper(a_check()).parts if isinstance(part, Section)]
    lines = sections[:4]

    days = [section.heading.replace("\u00a0", " ") for section in lines]
    assert days == ["Tue 3 Nov", "Tue 10 Nov", "Thu 12 Nov", "Tue 3 Nov"]
    for section in lines:
        assert section.parts[-1] == Ticks(
            texts=("This is right.", "This is not right. It should be:"), blanks=(None, "")
        )


def test_it_says_by_when_to_answer_and_how_to_give_it_back() -> None:
    (notice,) = [part for part in check_paper(a_check()).parts if isinstance(part, Notice)]

    assert notice.heading == "Please answer by Friday 4\u00a0December\u00a02026."
    assert "hand it back" in text_of(notice)


@hypothesis.given(some.lists(some.integers(0, 10**6), max_size=4))
def test_payments_and_expenses_are_never_added(pence: list[int]) -> None:
    work = tuple(replace(WORK, pence=one, offered_pence=one) for one in pence)
    content = a_check(work=work)
    (box,) = [part for part in check_paper(content).parts if isinstance(part, Summary)]

    assert amounts(text_of(box)) == [sum(pence), 460]


@pytest.mark.parametrize(
    ("work", "clear", "easy"),
    [
        (WORK, "2 hours 30 minutes. Payment: £30.00.", "We will pay you £30.00."),
        (
            replace(WORK, pence=1000),
            "Payment: £10.00 of £30.00, as you chose.",
            "You chose to take part of it. We will pay you £10.00.",
        ),
        (
            replace(WORK, pence=0),
            "Payment: £0.00 of £30.00, as you chose.",
            "You chose not to take it. The work still counts.",
        ),
        (
            replace(WORK, pence=0, offered_pence=0),
            "No payment was offered.",
            "We offered no money for this work.",
        ),
        (replace(WORK, is_in_salary=True), "It is in your salary.", "The pay is in your salary."),
    ],
)
def test_a_line_says_what_will_be_paid_and_why(work: CheckWork, clear: str, easy: str) -> None:
    content = a_check(work=(work,))

    assert clear in text_of(check_paper(content))
    assert easy in text_of(check_easy_read(content))


def test_work_without_words_of_its_own_still_has_its_line() -> None:
    content = a_check(work=(replace(WORK, what=""),), expenses=())

    assert "2 hours 30 minutes. Payment: £30.00." in text_of(check_paper(content))
    assert "You worked for 2 hours 30 minutes." in text_of(check_easy_read(content))
    assert "You spent money" not in text_of(check_easy_read(content))
