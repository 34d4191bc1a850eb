"""Months of seven languages are known, whole or cut short."""

import datetime

import pytest

from coprod_desktop.spreadsheets.calendar_words import month
from coprod_desktop.spreadsheets.days import DayReader


@pytest.mark.parametrize(
    ("written", "number"),
    [("Rhagfyr", 12), ("juin", 6), ("juil", 7), ("août", 8), ("März", 3), ("paź", 10),
     ("enero", 1), ("dez", 12), ("Sept", 9), ("Hydref", 10), ("lipca", 7), ("xyz", None)],
)  # fmt: skip
def test_a_month_is_known_by_its_beginning(written: str, number: int | None) -> None:
    assert month(written) == number


@pytest.mark.parametrize(
    "written",
    ["lundi 2 mars 2026", "Mo 2.3.2026", "Montag, 2. März 2026", "dydd Llun 2 Mawrth 2026",
     "pon. 2.03.2026", "lunes, 2 de marzo de 2026", "segunda-feira, 2 de março de 2026",
     "Mon 2/3/26", "1er mars 2026"],
)  # fmt: skip
def test_a_day_of_the_week_before_a_date_does_no_harm(written: str) -> None:
    reader = DayReader([written], order="dmy", year=None, today=datetime.date(2026, 11, 21))
    day = 1 if written.startswith("1er") else 2
    assert reader.read(written) == datetime.date(2026, 3, day)
