"""Days, amounts and names from the command line are read strictly and refused in plain words."""

import argparse
import datetime

import pytest

from coprod_desktop.cli import values
from coprod_desktop.cli.answers import RefusedError
from coprod_desktop.domain.errors import DateImpossibleError, NegativeMoneyError
from coprod_desktop.domain.identity import IdSource


def test_a_day_is_read_year_first() -> None:
    assert values.day("2026-11-17") == datetime.date(2026, 11, 17)


@pytest.mark.parametrize("text", ["17/11/2026", "20261117", "2026-W47-2", "soon", "", "٢٠٢٦-11-17"])
def test_a_day_written_otherwise_is_wrong_usage(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="is not a day"):
        values.day(text)


@pytest.mark.parametrize("text", ["2026-02-30", "2025-02-29", "2026-13-01", "0000-01-01"])
def test_a_day_that_the_calendar_lacks_is_refused(text: str) -> None:
    with pytest.raises(DateImpossibleError):
        values.day(text)


def test_an_amount_is_read_in_pounds() -> None:
    assert values.pence("12.50") == 1250
    with pytest.raises(argparse.ArgumentTypeError, match="is not an amount"):
        values.pence("twelve")
    with pytest.raises(NegativeMoneyError):
        values.pence("-12.50")


@pytest.mark.parametrize("text", ["-1", "1.5", "", "ten", "9" * 19, "1" * 20, "٣"])
def test_a_whole_number_has_figures_only(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="is not a whole number"):
        values.whole(text)
    assert values.whole("12") == 12


def test_the_number_of_every_record_can_be_read() -> None:
    in_2060 = IdSource(now_ms=lambda: 2_840_140_800_000).new_id()
    assert len(str(in_2060)) == 19
    assert values.whole(str(in_2060)) == in_2060
    assert values.pair(f"14={in_2060}") == (14, in_2060)


@pytest.mark.parametrize("text", ["14", "14=", "=14", "a=14", ""])
def test_two_numbers_have_a_sign_between_them(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError):
        values.pair(text)


@pytest.mark.parametrize("text", ["=1+1", '  =HYPERLINK("x")'])
def test_a_text_that_would_be_a_formula_is_refused(text: str) -> None:
    with pytest.raises(RefusedError, match="begins with “=”"):
        values.line(text)
    assert values.line("a = b") == "a = b"


def test_parts_of_a_statement_are_known_by_name() -> None:
    assert values.sections(" Chart,value ") == {"chart", "value"}
    assert values.sections("nothing") == frozenset()
    with pytest.raises(argparse.ArgumentTypeError, match="“hours” is no part of a statement"):
        values.sections("value,hours")
