"""Headings are known by many words, and near misses only by nearness."""

import pytest

from coprod_desktop.spreadsheets.headings import SYNONYMS, closest, match, match_weakly, words
from coprod_desktop.spreadsheets.time_columns import FIELDS


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("User", "name"), ("Participant's name", "name"), ("ENW", "name"),
        ("FirstName", "first_name"),
        ("Date of session", "date"), ("start_date", "date"), ("Data", "date"), ("Dyddiad", "date"),
        ("Duration (h)", "duration"), ("Time Spent", "duration"), ("No. of hours", "duration"),
        ("Time (mins)", "minutes"), ("Duration (minutes)", "minutes"), ("Amount (£)", "amount"),
        ("Amount ()", "amount"), ("Start Time", "start"), ("Time out", "end"), ("E-mail", "email"),
        ("What did you do?", "what"), ("Descrição", "what"), ("Billable", "paid"),
    ],
)  # fmt: skip
def test_a_heading_means_a_field(heading: str, field: str) -> None:
    assert match([heading], FIELDS) == {field: 0}


@pytest.mark.parametrize(
    "heading", ["Date of birth", "Amount (USD)", "Client", "Tags", "Total", ""]
)
def test_other_headings_mean_nothing(heading: str) -> None:
    assert match([heading], FIELDS) == {}


def test_the_surer_word_wins_and_each_column_serves_once() -> None:
    headings = ["Task", "Description", "Start date", "End date"]
    assert match(headings, FIELDS) == {"date": 2, "end_date": 3, "what": 1}
    assert match(["Date", "Date"], FIELDS) == {"date": 0}


def test_every_synonym_finds_its_field() -> None:
    for field, synonyms in SYNONYMS.items():
        for synonym in synonyms:
            assert match([synonym], [field]) == {field: 0}, (field, synonym)


def test_weak_words_serve_where_nothing_surer_is_there() -> None:
    assert match_weakly(["Time"], ["duration"], {}) == {"duration": 0}
    assert match_weakly(["Time"], ["duration"], {"duration": 1}) == {}


def test_a_slip_of_the_pen_is_near_and_a_short_word_is_not() -> None:
    assert closest(["Nmae", "Durration"], "duration", []) == 1
    assert closest(["Durration"], "duration", [0]) is None
    assert closest(["DOB", "Total £"], "sort_code", []) is None


def test_words_are_broken_apart() -> None:
    assert words("startDate") == words("Date_of start") == {"start", "date"}
    assert words("£") == {"£"}
