"""Working days leave out the bank holidays of England, the one-off ones too."""

import datetime
import subprocess
import sys

import pytest

from coprod_desktop.services.bank_holidays import bank_holidays

# https://www.gov.uk/bank-holidays, division England and Wales.
OF_2026 = ("01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28")


def days(year: int, *dates: str) -> frozenset[datetime.date]:
    return frozenset(datetime.date.fromisoformat(f"{year}-{date}") for date in dates)


def working_days_off(year: int) -> frozenset[datetime.date]:
    """Return the bank holidays of a year on which people would else work."""
    return frozenset(day for day in bank_holidays(year, year) if day.weekday() < 5)


def test_the_bank_holidays_of_2026_are_these_and_no_others() -> None:
    assert working_days_off(2026) == days(2026, *OF_2026)


@pytest.mark.parametrize(
    ("year", "dates"),
    [
        # Spring bank holiday moved for the Platinum Jubilee, which had a day of its own; the
        # State Funeral of Queen Elizabeth II.
        (2022, ("01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26")),
        # The Coronation of King Charles III.
        (2023, ("01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26")),
        # Christmas and Boxing Day at a weekend.
        (2027, ("01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28")),
    ],
)
def test_days_that_were_given_once_or_moved_are_known(year: int, dates: tuple[str, ...]) -> None:
    wanted = days(year, *dates)
    if year == 2022:
        wanted |= days(2022, "12-27")  # Christmas Day was a Sunday
    assert working_days_off(year) == wanted


def test_scottish_holidays_do_not_count() -> None:
    found = bank_holidays(2026, 2026)
    assert datetime.date(2026, 1, 2) not in found
    assert datetime.date(2026, 11, 30) not in found


def test_both_years_and_those_between_are_there_and_no_others() -> None:
    assert {day.year for day in bank_holidays(2025, 2027)} == {2025, 2026, 2027}
    assert bank_holidays(2026, 2026) < bank_holidays(2025, 2027)


def test_the_list_is_loaded_only_when_a_policy_asks() -> None:
    question = "import sys, coprod_desktop.services.bank_holidays; print('holidays' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", question], capture_output=True, check=True)
    assert answer.stdout.strip() == b"False"
