"""Each word of a one-line entry is read on its own."""

import datetime

import pytest

from coprod_desktop.domain.activities import KINDS_OF_WORK
from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.quick_words import (
    Answer,
    read_answer,
    read_day,
    read_kind,
    read_project,
    read_time,
    read_what,
    split,
)
from tests.builders import a_project

TODAY = datetime.date(2026, 11, 19)


def test_words_commas_and_quotations_are_parted_where_they_stand() -> None:
    line = 'amina, catrin 1,5 "The leaflet" 12/3'
    tokens = split(line)
    assert [token.text for token in tokens] == [
        "amina", ",", "catrin", "1,5", '"The leaflet"', "12/3",
    ]  # fmt: skip
    assert all(line[token.start : token.end] == token.text for token in tokens)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("2h", 120),
        ("1:30", 90),
        ("90m", 90),
        ("1½", 90),
        ("2", 120),
        ("=1:30+0:45", 135),
        ("10:00-11:30", 90),
        ("from 10 to 11:30", 90),
        ("11:30-10:00", None),
        ("10-12", None),
        ("0", None),
        ("25h", None),
        ("meeting", None),
    ],
)
def test_a_length_of_time_is_read(text: str, minutes: int | None) -> None:
    assert read_time(text) == minutes


@pytest.mark.parametrize("text", ["12", "1.5", "2", "t", "m", "4.60", "1:30", "meeting"])
def test_what_may_be_hours_is_no_day(text: str) -> None:
    assert read_day(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12/3", datetime.date(2026, 3, 12)),
        ("12 mar", datetime.date(2026, 3, 12)),
        ("mon", datetime.date(2026, 11, 16)),
        ("3 days ago", datetime.date(2026, 11, 16)),
        ("12.11.2026", datetime.date(2026, 11, 12)),
        ("12th", datetime.date(2026, 11, 12)),
    ],
)
def test_a_day_is_read(text: str, day: datetime.date) -> None:
    assert read_day(text, TODAY) == day


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("unpaid", Answer(pay=Pay.UNPAID)),
        ("Declined", Answer(choice=Choice.DECLINE)),
        ("in salary", Answer(pay=Pay.SALARY)),
        ("part £20", Answer(choice=Choice.PART, part_pence=2000)),
        ("part 1.234", None),
        ("p", None),
    ],
)
def test_an_answer_is_read_from_whole_words(text: str, answer: Answer | None) -> None:
    assert read_answer(text) == answer


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("prep", "Preparation"),
        ("MEETING", "Meeting"),
        ("travel", "Travel time"),
        ("design", "Design workshop"),
        ("workshop", "Design workshop"),
        ("keeping in touch", "Keeping in touch"),
        ("re", None),
        ("rea", "Reading"),
        ("xyz", None),
    ],
)
def test_a_kind_of_work_is_found_by_its_beginning(text: str, kind: str | None) -> None:
    assert read_kind(text, KINDS_OF_WORK) == kind


def test_a_project_is_found_by_its_beginning_where_only_one_begins_so() -> None:
    home, hospital = a_project(name="Getting Home Well"), a_project(name="Leaving Hospital Well")
    both = (home, hospital)
    assert read_project("#getting-home", both) is home
    assert read_project("@hosp", both) is hospital
    assert read_project("#well", both) is None
    assert read_project("getting", both) is None
    assert read_project("#", both) is None


def test_what_was_done_stands_in_quotation_marks() -> None:
    assert read_what('"The leaflet"') == "The leaflet"
    assert read_what("“The leaflet”") == "The leaflet"
    assert read_what("leaflet") is None
    assert read_what('""') is None
