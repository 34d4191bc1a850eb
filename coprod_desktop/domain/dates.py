"""Days: reading them as people write them, and writing them in full."""

import datetime
import re

from coprod_desktop.domain.errors import (
    DateImpossibleError,
    DateOutOfRangeError,
    DateUnreadableError,
)
from coprod_desktop.domain.numbers import LONGEST, plain_digits

EARLIEST = datetime.date(1990, 1, 1)
DAYS_AHEAD = 730
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SPOKEN = {"today": 0, "t": 0, "yesterday": -1, "tomorrow": 1}
_WEEKDAY = re.compile(
    r"((?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)"
    r"[.,]{0,2} ?(.*)"
)
_TIME = r"(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?"
_ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}")
_ORDINAL = r"(\d{1,2})(?:st|nd|rd|th)?"
_NUMBERS = re.compile(
    rf"(?:the )?{_ORDINAL}(?:[-/. ](\d{{1,2}})(?:[-/. ](\d{{4}}|\d{{2}}){_TIME})?)?"
)
_NAMED = re.compile(
    rf"(?:the )?{_ORDINAL}[-/ ]?(?:of )?([a-z]{{3,9}})\.?(?:[-/ ]|, ?)?(?:'?(\d{{4}}|\d{{2}}))?"
)
_NAMED_FIRST = re.compile(rf"([a-z]{{3,9}})\.?[- ]?(?:the )?{_ORDINAL}(?:(?:-|, ?| )(\d{{4}}))?")


def parse_day(text: str, today: datetime.date) -> datetime.date:
    """Read "17/11", "17 Nov 2026", "Nov 17", "2026-11-17", "17", "today" or "yesterday".

    The day comes before the month where both are numbers. Without a year the day nearest to
    `today` is meant; without a month, today's month. A weekday or a time of day may stand with it.
    Raises DateUnreadableError, DateImpossibleError (30 February, or a Monday that is a Tuesday)
    or DateOutOfRangeError.
    """
    plain = " ".join(plain_digits(text).lower().split()).rstrip(" .,/-")
    if plain in _SPOKEN:
        return today + datetime.timedelta(days=_SPOKEN[plain])
    weekday = _WEEKDAY.fullmatch(plain)
    parts = _read_parts(weekday[2] if weekday else plain, today) if len(plain) <= LONGEST else None
    if parts is None:
        raise DateUnreadableError(text=text)
    try:
        day = _nearest(parts, today)
    except ValueError as error:
        raise DateImpossibleError(text=text) from error
    if weekday and not WEEKDAYS[day.weekday()].lower().startswith(weekday[1]):
        raise DateImpossibleError(text=text)
    return check_day(day, today)


def _read_parts(plain: str, today: datetime.date) -> tuple[int | None, int, int] | None:
    """Split a written date into year (None where left out), month and day."""
    if match := _ISO.fullmatch(plain):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _NUMBERS.fullmatch(plain):
        return _year(match[3]), int(match[2] or today.month), int(match[1])
    if (match := _NAMED.fullmatch(plain)) and (month := _month(match[2])):
        return _year(match[3]), month, int(match[1])
    if (match := _NAMED_FIRST.fullmatch(plain)) and (month := _month(match[1])):
        return _year(match[3]), month, int(match[2])
    return None


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)


def _month(written: str) -> int | None:
    names = [i for i, name in enumerate(MONTHS, 1) if name.lower().startswith(written)]
    return names[0] if names else (9 if written == "sept" else None)


def _nearest(parts: tuple[int | None, int, int], today: datetime.date) -> datetime.date:
    year, month, day = parts
    if year is not None:
        return datetime.date(year, month, day)
    candidates = []
    for near in (today.year - 1, today.year, today.year + 1):
        try:
            candidates.append(datetime.date(near, month, day))
        except ValueError:  # 29 February exists only in some of the three years
            continue
    if not candidates:
        raise ValueError("no such day")
    return min(candidates, key=lambda candidate: abs(candidate - today))


def check_day(day: datetime.date, today: datetime.date) -> datetime.date:
    """Refuse a day before 1990 or over two years ahead of today; raises DateOutOfRangeError."""
    if day < EARLIEST or day > today + datetime.timedelta(days=DAYS_AHEAD):
        raise DateOutOfRangeError(day=day)
    return day


def format_day(day: datetime.date) -> str:
    """Write a day as "Tuesday 17 November 2026", with spaces that do not break in the date."""
    return f"{WEEKDAYS[day.weekday()]} {long_day(day)}"


def long_day(day: datetime.date) -> str:
    """Write a day as "17 November 2026", with spaces that do not break."""
    return f"{day.day}\N{NO-BREAK SPACE}{MONTHS[day.month - 1]}\N{NO-BREAK SPACE}{day.year}"


def short_day(day: datetime.date) -> str:
    """Write a day as "17 Nov", with a space that does not break."""
    return f"{day.day}\N{NO-BREAK SPACE}{MONTHS[day.month - 1][:3]}"


def list_day(day: datetime.date) -> str:
    """Write a day for a list as "17 Nov 2026", with spaces that do not break."""
    return f"{short_day(day)}\N{NO-BREAK SPACE}{day.year}"


def format_period(from_on: datetime.date, to_on: datetime.date) -> str:
    """Write a period as "1 July to 30 September 2026"; the first year only where it differs."""
    if from_on.year != to_on.year:
        return f"{long_day(from_on)} to {long_day(to_on)}"
    first = f"{from_on.day}\N{NO-BREAK SPACE}{MONTHS[from_on.month - 1]}"
    return f"{first} to {long_day(to_on)}"
