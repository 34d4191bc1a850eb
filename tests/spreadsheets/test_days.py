"""Dates are read as their writer meant them, and what was assumed is said."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import (
    DateImpossibleError,
    DateOutOfRangeError,
    DateUnreadableError,
    DomainError,
)
from coprod_desktop.spreadsheets.days import DayReader
from coprod_desktop.spreadsheets.reader import Cell

_TODAY = datetime.date(2026, 11, 21)


def _reader(*column: Cell, order: str | None = None, year: int | None = None) -> DayReader:
    return DayReader(column, order=order, year=year, today=_TODAY)


@pytest.mark.parametrize(
    "cell",
    [
        "3/4/2025", "03/04/25", "3.4.2025", "3-4-25", "2025-04-03", "2025/4/3", "20250403",
        "2025-04-03T14:30:00Z", "3/4/2025 14:30", "Thu 3/4/2025", "Thursday, 3 April 2025",
        "3rd April 2025", "3 Apr 25", "3-Apr-2025", "April 3, 2025", "Apr 3 2025",
        "3 Ebrill 2025", "3 de abril de 2025", datetime.date(2025, 4, 3),
        datetime.datetime(2025, 4, 3, 9, 0), 45750.0,  # noqa: DTZ001  as Excel gives it
    ],
)  # fmt: skip
def test_a_day_in_every_form(cell: Cell) -> None:
    assert _reader().read(cell) == datetime.date(2025, 4, 3)


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        ("30 February 2025", DateImpossibleError), ("30/02/2025", DateImpossibleError),
        ("2025-13-18", DateImpossibleError), ("soon", DateUnreadableError),
        ("3 Nonember 2025", DateUnreadableError), ("12", DateUnreadableError),
        (12.5, DateUnreadableError), (True, DateUnreadableError),
        (datetime.time(1, 0), DateUnreadableError), ("1/1/1066", DateOutOfRangeError),
        ("1/1/2031", DateOutOfRangeError), ("123/4/2025", DateUnreadableError),
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused(cell: Cell, error: type[DomainError]) -> None:
    with pytest.raises(error):
        _reader().read(cell)


def test_a_column_that_can_only_be_month_first_is_read_so_and_said() -> None:
    reader = _reader("3/4", "3/13")
    assert reader.read("3/4") == datetime.date(2026, 3, 4)
    assert "month first" in reader.notes["order"]
    assert "2026" in reader.notes["year"]


def test_one_day_over_twelve_in_front_makes_the_column_day_first() -> None:
    reader = _reader("13/3/2025", "3/14/2025")
    assert reader.notes == {}
    with pytest.raises(DateImpossibleError):
        reader.read("3/14/2025")


def test_a_column_that_could_be_either_is_day_first_and_said() -> None:
    reader = _reader("3/4/2025", "5/6/2025")
    assert reader.read("3/4/2025") == datetime.date(2025, 4, 3)
    assert set(reader.notes) == {"order"}


def test_iso_and_real_dates_need_no_note() -> None:
    reader = _reader("2025-03-04", datetime.date(2025, 3, 5))
    assert reader.read("2025-03-04") == datetime.date(2025, 3, 4)
    assert reader.notes == {}


def test_dates_that_excel_half_understood_are_said_to_be_doubtful() -> None:
    assert set(_reader(datetime.date(2025, 4, 3), "3/14/2025").notes) == {"order", "mixed"}


def test_the_order_and_the_year_can_be_told() -> None:
    assert _reader("3/13", order="dmy", year=2024).read("13/3") == datetime.date(2024, 3, 13)
    assert _reader(order="mdy").read("3/4/25") == datetime.date(2025, 3, 4)
    assert _reader(order="ymd").read("25-03-04") == datetime.date(2025, 3, 4)


def test_bare_numbers_as_excel_counts_days_are_said() -> None:
    reader = _reader(45750.0)
    assert reader.read(45750.0) == datetime.date(2025, 4, 3)
    assert set(reader.notes) == {"serial"}


@given(st.dates(datetime.date(1990, 1, 1), datetime.date(2028, 1, 1)))
def test_any_day_written_any_way_is_read_again(day: datetime.date) -> None:
    for written in (f"{day:%d/%m/%Y}", f"{day:%Y-%m-%d}", f"{day:%d %B %Y}", f"{day:%B %d, %Y}"):
        assert _reader().read(written) == day
