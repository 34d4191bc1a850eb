"""Days as people say them: "mon", "last tuesday", "three days ago", besides written ones."""

import datetime
import re

from coprod_desktop.domain.dates import WEEKDAYS, check_day, parse_day
from coprod_desktop.domain.errors import DomainError

_DAY = datetime.timedelta(days=1)
_MONTH = datetime.timedelta(days=31)
_HALF_YEAR = datetime.timedelta(days=183)
_NAMED = {
    "today": 0,
    "yest": -1,
    "yesterday": -1,
    "the day before yesterday": -2,
    "day before yesterday": -2,
    "tomorrow": 1,
    "last week": -7,
    "a week ago": -7,
    "next week": 7,
    "a fortnight ago": -14,
}
_WEEKDAY = re.compile(
    r"(?:on )?(?:(?P<which>last|this|next) )?"
    r"(?P<day>mon|tues?|wed|weds|thu|thurs?|fri|sat|sun|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\.?"
)
_AGO = re.compile(r"(?P<count>\d{1,3}|an?|two|three|four|five|six) (?P<unit>day|week)s? ago")
_COUNTS = {"a": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}


def parse_spoken_day(text: str, today: datetime.date, *, looks_back: bool = False) -> datetime.date:
    """Read a day that was said or written, counting from today.

    A weekday alone is the latest such day, today counted; "last" is before today, "next" after it,
    and "this" in the week from Monday to Sunday. Where a field `looks_back` on what was done, a
    day without its year is at most a month ahead. Raises as `parse_day`.
    """
    day = _said(" ".join(text.lower().split()), today)
    if day is not None:
        return check_day(day, today)
    day = parse_day(text, today)
    if looks_back and day > today + _MONTH:
        return _year_before(text, day, today)
    return day


def _year_before(text: str, day: datetime.date, today: datetime.date) -> datetime.date:
    """Return the same day of the year before, unless its year is written."""
    try:
        return parse_day(text, today - _HALF_YEAR + _MONTH)
    except DomainError:  # a written year that is too far ahead from there
        return day


def _said(plain: str, today: datetime.date) -> datetime.date | None:
    if plain in _NAMED:
        return today + _NAMED[plain] * _DAY
    if match := _WEEKDAY.fullmatch(plain):
        return _weekday(match["which"], match["day"], today)
    if match := _AGO.fullmatch(plain):
        count = _COUNTS.get(match["count"]) or int(match["count"])
        return today - count * (7 if match["unit"] == "week" else 1) * _DAY
    return None


def _weekday(which: str | None, name: str, today: datetime.date) -> datetime.date:
    (wanted,) = (at for at, day in enumerate(WEEKDAYS) if day.lower().startswith(name[:3]))
    back = (today.weekday() - wanted) % 7
    if which == "next":
        return today + (7 - back) * _DAY
    if which == "this":
        return today + (wanted - today.weekday()) * _DAY
    if which == "last" and not back:
        back = 7
    return today - back * _DAY
