"""What the columns of a sheet of time are is found out once, for all rows."""

import datetime
from pathlib import Path

import pytest

from coprod_desktop.domain.errors import ColumnMissingError, DateUnreadableError
from coprod_desktop.spreadsheets.mapping import ImportMap
from coprod_desktop.spreadsheets.reader import Book, Cell, Sheet
from coprod_desktop.spreadsheets.time_columns import TimeColumns

_TODAY = datetime.date(2026, 11, 21)


def _columns(*rows: tuple[Cell, ...], wishes: ImportMap | None = None) -> TimeColumns:
    book = Book(path=Path("log.csv"), sheets=(Sheet(name="log", rows=list(rows)),))
    return TimeColumns(book, wishes or ImportMap(), _TODAY)


def test_the_day_is_taken_from_a_start_that_holds_it() -> None:
    columns = _columns(("Name", "Start", "End"), ("Sam", "2026-03-01 09:00", "2026-03-01 10:00"))
    assert columns.table.columns["date"] == 1
    assert columns.readers()["date"]("2026-03-01 09:00") == datetime.date(2026, 3, 1)


def test_a_name_or_a_length_makes_a_sheet_long() -> None:
    row = ("2026-03-01", 1.0, 2.0, 3.0)
    assert _columns(("Date", "Leo", "Ana", "Kim"), row).people == [1, 2, 3]
    assert _columns(("Date", "Hours", "Leo", "Ana"), row, wishes=_named()).people == []
    with pytest.raises(ColumnMissingError):
        _columns(("Date", "Hours", "Leo", "Ana"), row)


def _named() -> ImportMap:
    return ImportMap(defaults={"name": "Sam"})


def test_a_map_can_say_that_a_sheet_is_wide_although_it_has_hours() -> None:
    columns = _columns(
        ("Date", "Hours", "Leo", "Ana"),
        ("2026-03-01", 3.0, 1.0, 2.0),
        wishes=ImportMap(wide=True, person_columns=("Leo", "Ana")),
    )
    assert columns.people == [2, 3]


def test_bare_numbers_count_minutes_where_the_heading_or_the_map_says_so() -> None:
    headings = ("Name", "Date", "Duration")
    row = ("Sam", "2026-03-01", 90.0)
    assert _columns(headings, row).readers()["duration"](1.5) == 90
    told = _columns(headings, row, wishes=ImportMap(durations_are="minutes"))
    assert told.readers()["duration"](90.0) == 90
    assert told.readers()["minutes"](90.0) == 90


def test_a_kind_of_work_takes_the_app_s_own_spelling() -> None:
    read = _columns(("Name", "Date", "Hours", "Kind"), ("Sam", "1/2/2026", 1.0)).readers()["kind"]
    assert (read("building  RELATIONSHIPS"), read("Singing")) == (
        "Building relationships",
        "Singing",
    )


def test_a_default_day_that_is_no_day_is_refused() -> None:
    with pytest.raises(DateUnreadableError):
        _columns(("Name", "Hours"), ("Sam", 1.0), wishes=ImportMap(defaults={"date": "soon"}))
