"""One cell is read as what it means, however it was typed, or is refused."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain import errors
from coprod_desktop.domain.text import clean_line
from coprod_desktop.spreadsheets import cells
from coprod_desktop.spreadsheets.problems import CellError
from coprod_desktop.spreadsheets.reader import Cell


@pytest.mark.parametrize(
    ("cell", "minutes"),
    [
        ("01:30:00", 90), ("1.5 hrs", 90), (".5 hrs", 30), ("2 hr ", 120), ("1h30", 90),
        ("90 min", 90), ("36:45", 2205), (1.5, 90), (2, 120), (0.1, 6), (1 / 3, 20), (0, 0),
        (datetime.time(1, 30), 90), (datetime.time(0, 0, 30), 1), (datetime.time(0, 0, 29), 0),
        (datetime.timedelta(hours=30), 1800), (datetime.datetime(1900, 1, 1, 12, 0), 2160),  # noqa: DTZ001  as Excel gives it
        (datetime.date(1900, 1, 1), 1440), (-1.5, -90), (datetime.timedelta(hours=-1), -60),
    ],
)  # fmt: skip
def test_lengths_of_time_in_every_form(cell: Cell, minutes: int) -> None:
    assert cells.read_minutes(cell) == minutes


def test_bare_numbers_count_what_the_column_counts() -> None:
    assert cells.read_minutes("90", Fraction(1)) == 90
    assert cells.read_minutes("1:30", Fraction(1)) == 90
    assert cells.read_minutes(5400.0, Fraction(1, 60)) == 90
    assert cells.read_minutes("1,5", Fraction(60)) == 90


@pytest.mark.parametrize("cell", ["x", "", True, None, float("nan"), datetime.date(2026, 1, 1)])
def test_what_is_no_length_of_time_is_refused(cell: Cell) -> None:
    with pytest.raises(errors.DurationUnreadableError):
        cells.read_minutes(cell)


@pytest.mark.parametrize("cell", ["-01:01", "−2 hrs", "(1.5)"])
def test_a_written_minus_is_named_as_such(cell: str) -> None:
    with pytest.raises(errors.DurationNotPositiveError) as caught:
        cells.read_minutes(cell)
    assert isinstance(caught.value.facts["minutes"], int)
    assert caught.value.facts["minutes"] < 0


@given(st.integers(0, 10_000))
def test_minutes_survive_excel_s_fractions(minutes: int) -> None:
    assert cells.read_minutes(minutes / 60) == minutes
    assert cells.read_minutes(datetime.timedelta(days=minutes / 1440)) == minutes


@pytest.mark.parametrize(
    ("cell", "clock"),
    [
        ("12:30:00", (12, 30)), ("9.30", (9, 30)), ("14h05", (14, 5)), ("2:15 pm", (14, 15)),
        ("12 a.m.", (0, 0)), ("9am", (9, 0)), ("24:00", (24, 0)), (datetime.time(7, 5), (7, 5)),
        ("2026-11-21T14:30:00Z", (14, 30)), ("21/11/2026 14:30", (14, 30)),
        (datetime.datetime(2026, 11, 21, 14, 30), (14, 30)),  # noqa: DTZ001  as Excel gives it
        (datetime.timedelta(hours=8), (8, 0)),
    ],
)  # fmt: skip
def test_times_of_day(cell: Cell, clock: tuple[int, int]) -> None:
    assert cells.read_clock(cell) == clock[0] * 3600 + clock[1] * 60


@pytest.mark.parametrize("cell", ["9", "25:00", "9:75", "13 pm", "noon", 9.5, None, "2026-11-21"])
def test_what_is_no_time_of_day_is_refused(cell: Cell) -> None:
    with pytest.raises(CellError):
        cells.read_clock(cell)


@pytest.mark.parametrize(
    ("cell", "pence"),
    [
        (12.340000001, 1234), (118.00000000000001, 11800), ("66.39999999999999", 6640),
        ("£1,234.50 ", 123450), (" 5,124.95 ", 512495), (" -   ", 0), ("GBP 12.50", 1250),
        (5, 500), (0.1 + 0.2, 30), ("=3.50*2", 700),
    ],
)  # fmt: skip
def test_amounts_come_out_to_the_penny(cell: Cell, pence: int) -> None:
    assert cells.read_pence(cell) == pence


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        (12.345, errors.MoneyUnreadableError), ("7.125", errors.MoneyUnreadableError),
        ("lots", errors.MoneyUnreadableError), (True, errors.MoneyUnreadableError),
        (float("inf"), errors.MoneyUnreadableError), (-5.0, errors.NegativeMoneyError),
        ("(5.00)", errors.NegativeMoneyError), (2e9, errors.MoneyTooLargeError),
    ],
)  # fmt: skip
def test_parts_of_a_penny_and_odd_amounts_are_refused(
    cell: Cell, error: type[errors.DomainError]
) -> None:
    with pytest.raises(error):
        cells.read_pence(cell)


@given(st.integers(0, 100_000_000))
def test_every_penny_survives_binary_fractions(pence: int) -> None:
    assert cells.read_pence(pence / 100) == pence


def test_yes_and_no_in_three_languages() -> None:
    assert [cells.read_yes(word) for word in ("Yes", "paid", "TRUE", True, 1.0, "sim", "oes")] == (
        [True] * 7
    )
    assert [cells.read_yes(word) for word in ("No", "Unpaid", False, 0, "não", "nac oes")] == (
        [False] * 6
    )
    with pytest.raises(CellError):
        cells.read_yes("perhaps")


def test_text_stays_text() -> None:
    with pytest.raises(errors.TextIsFormulaError):
        cells.read_line("  =1+1 ")
    assert cells.read_text(5.0) == "5"
    assert cells.read_text(datetime.date(2026, 11, 21)) == "2026-11-21"
    for text in ("a\x07b", "a\x0cb"):
        with pytest.raises(errors.TextUnprintableError):
            cells.read_line(text)
    with pytest.raises(errors.TextTooLongError):
        cells.read_name("x" * 201)


@given(st.text(st.characters(max_codepoint=127), max_size=20) | st.text())
def test_a_line_is_tidied_as_everywhere_in_the_app(text: str) -> None:
    try:
        tidy = clean_line(text)
        assert cells.read_line(text) == tidy
    except (errors.TextUnprintableError, errors.TextIsFormulaError) as refusal:
        with pytest.raises(type(refusal)):
            cells.read_line(text)
