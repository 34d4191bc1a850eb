"""Whole minutes: reading lengths of time and writing them."""

import re
from fractions import Fraction

from coprod_desktop.domain.arithmetic import Quantity, has_signs, work_out
from coprod_desktop.domain.errors import (
    DayTooLongError,
    DurationNotPositiveError,
    DurationUnreadableError,
)
from coprod_desktop.domain.numbers import LONGEST, plain_digits

MINUTES_IN_DAY = 24 * 60
_SAID = (
    (re.compile(r"\band a half\b"), "½"),
    (re.compile(r"\bhalf (?:an )?hour"), "½h"),
    (re.compile(r"\ban hour"), "1h"),
    (re.compile(r"(?<![\d/])1/2(?![\d/])"), "½"),
    (re.compile(r"(?<![\d/])1/4(?![\d/])"), "¼"),
    (re.compile(r"(?<![\d/])3/4(?![\d/])"), "¾"),
)
# "1 30" may mean 1:30 or 130, "1,500" may mean 1.5 or 1500: a guess could pay the wrong amount.
_UNSURE = re.compile(r"\d[.,]?\s+[.,]?\d|[1-9]\d*,\d{3}(?!\d)")
_VULGAR = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_NUMBER = r"(?:\d+(?:\.\d*)?|\.\d+)"
_HOURS = r"(?:hours|hour|hrs|hr|h)"
_MINUTES = r"(?:minutes|minute|mins|min|m)"
_CLOCK = re.compile(rf"(\d{{1,4}}):([0-5]\d)(?::([0-5]\d))?{_HOURS}?")
_DECIMAL = re.compile(rf"(?P<hours>{_NUMBER})?(?P<half>[½¼¾])?{_HOURS}?")
_BOTH = re.compile(
    rf"(?P<hours>{_NUMBER}){_HOURS}(?P<half>[½¼¾])?(?:(?:and)?(?P<minutes>[0-5]?\d){_MINUTES}?)?"
)
_MINUTES_ALONE = re.compile(rf"({_NUMBER}){_MINUTES}")


_HALF_PAST = re.compile(r"(\d{1,2})\.([0-5]\d)(?:h|hrs?|hours?)?")
_WITH_UNIT = re.compile(r"[a-z:]")
_HOUR = Fraction(60)


def parse_minutes(text: str) -> int:
    """Read "1:30", "1.5", "1h30", "90m", "1½", "2 hrs" or a sum as "2*1:15" into minutes.

    A number alone is hours, so "7.30" is 7 hours 18. Seconds and parts of a minute go to the
    nearest minute, half a minute up. Only after a "=" does a sum take away or divide: "10-12" may
    mean from ten to twelve, and "12/3" a day. Raises DurationUnreadableError, or
    DurationNotPositiveError for less than nothing.
    """
    plain = plain_digits(text).lower().strip()
    bare = plain.removeprefix("=").strip()
    exact = _read(bare.removeprefix("-")) if len(plain) <= LONGEST else None
    if exact is not None and bare.startswith("-"):
        raise DurationNotPositiveError(minutes=-_nearest(exact))
    if exact is None and len(plain) <= LONGEST and has_signs(bare):
        exact = _work_out(bare, is_formula=bare != plain)
    if exact is None:
        raise DurationUnreadableError(text=text)
    if exact < 0:
        raise DurationNotPositiveError(minutes=-_nearest(-exact))
    return _nearest(exact)


def read_as_clock(text: str) -> int | None:
    """Return the minutes that "1.30" would be if it meant 1:30; None where that is no question.

    A quarter, a half and three quarters of an hour are surely meant as such.
    """
    match = _HALF_PAST.fullmatch(plain_digits(text).lower().strip().removeprefix("=").strip())
    if match is None or match[2] in ("00", "25", "50"):
        return None
    return int(match[1]) * 60 + int(match[2])


def _nearest(exact: Fraction) -> int:
    return int(exact + Fraction(1, 2))


def _read(plain: str) -> Fraction | None:
    """Read one length of time into minutes."""
    plain = _as_short(plain)
    if _UNSURE.search(plain):
        return None
    plain = "".join(plain.split()).replace(",", ".").rstrip(".")
    if match := _CLOCK.fullmatch(plain):
        return int(match[1]) * 60 + int(match[2]) + Fraction(int(match[3] or 0), 60)
    if match := _MINUTES_ALONE.fullmatch(plain):
        return _fraction(match[1])
    match = _DECIMAL.fullmatch(plain) or _BOTH.fullmatch(plain)
    if match is None or not (match["hours"] or match["half"]):
        return None
    hours = _fraction(match["hours"]) + _VULGAR.get(match["half"] or "", Fraction(0))
    return hours * 60 + _fraction(match.groupdict().get("minutes"))


def _as_short(plain: str) -> str:
    for said, short in _SAID:
        plain = said.sub(short, plain)
    return plain


def _work_out(plain: str, *, is_formula: bool) -> Fraction | None:
    """Work out a sum of times into minutes."""
    plain = _as_short(plain)
    if not is_formula and any(sign in plain for sign in "-/÷"):
        return None
    found = work_out(plain, _read_part, unit=_HOUR)
    if found is None:
        return None
    return found.value if found.has_unit else found.value * _HOUR


def _read_part(part: str) -> Quantity | None:
    """Read a part of a sum; without a unit it is a count, or so many hours."""
    exact = _read(part)
    if exact is None:
        return None
    has_unit = _WITH_UNIT.search(part) is not None
    return Quantity(value=exact if has_unit else exact / _HOUR, has_unit=has_unit)


def _fraction(number: str | None) -> Fraction:
    return Fraction("0" + number.rstrip(".")) if number else Fraction(0)


def check_minutes(minutes: int) -> int:
    """Refuse no time at all, and more than 24 hours at once."""
    if minutes <= 0:
        raise DurationNotPositiveError(minutes=minutes)
    if minutes > MINUTES_IN_DAY:
        raise DayTooLongError(minutes=minutes)
    return minutes


def format_hours(minutes: int) -> str:
    """Write minutes for a column as "2:30"."""
    return f"{minutes // 60}:{minutes % 60:02d}"


def short_hours(minutes: int) -> str:
    """Write minutes for a paper's table as "2 h 30", with spaces that do not break."""
    return f"{minutes // 60}\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}{minutes % 60:02d}"


def words_for_minutes(minutes: int) -> str:
    """Write minutes in words as "2 hours 30 minutes"."""
    hours, rest = divmod(minutes, 60)
    parts = [_count(hours, "hour")] if hours else []
    if rest or not hours:
        parts.append(_count(rest, "minute"))
    return " ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number:,}\N{NO-BREAK SPACE}{noun}{'' if number == 1 else 's'}"
