"""Read stretches of time, days of the year and roundings."""

import datetime
import re
from collections.abc import Callable, Collection
from fractions import Fraction

from coprod_desktop.domain.dates import MONTHS
from coprod_desktop.domain.policy.periods import Period, PeriodKind
from coprod_desktop.domain.policy.rounding import Direction, Rounding
from coprod_desktop.domain.policy.tables import Table, either, quoted
from coprod_desktop.domain.policy.values import ValueUnreadableError, read_words, shown
from coprod_desktop.domain.text import fold

MonthDay = tuple[int, int]
_KINDS = {
    "each": PeriodKind.ENTRY,
    "entry": PeriodKind.ENTRY,
    "session": PeriodKind.SESSION,
    "day": PeriodKind.DAY,
    "claim": PeriodKind.CLAIM,
    "week": PeriodKind.WEEK,
    "month": PeriodKind.MONTH,
    "quarter": PeriodKind.QUARTER,
    "year": PeriodKind.YEAR,
    "ever": PeriodKind.EVER,
}
_YEARS = {
    "tax year": (4, 6),
    "financial year": (4, 1),
    "academic year": (9, 1),
    "calendar year": (1, 1),
}
_WORDS = {
    "each": "an entry",
    "entry": "an entry",
    "academic year": "an academic year",
    "ever": "in all",
}
YEARS = tuple(_YEARS)
TOGETHER = ("each", "session", "day", "week", "month", "claim")
RUNNING = ("each", "day", "claim", "week", "month", "quarter", "year", *YEARS, "ever")
PER = ("entry", "session", *RUNNING[1:])
_ROLLING = re.compile(r"(\d{1,5}) (day|week|month|year)s?")
_ROLLING_SIZES = {
    "day": (PeriodKind.ROLLING_DAYS, 1),
    "week": (PeriodKind.ROLLING_DAYS, 7),
    "month": (PeriodKind.ROLLING_MONTHS, 1),
    "year": (PeriodKind.ROLLING_MONTHS, 12),
}
_LONGEST_MONTHS = 1200
_MONTH_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9})|([a-z]{3,9}) (\d{1,2})")
_LEAP_YEAR = 2024
_HALF = re.compile(r",? hal(?:f|ves) (?:a \w+ )?(?:to )?(even|up)$")
_ROUNDING = re.compile(
    r"(?:rounded )?(up|down|(?:to )?(?:the )?nearest)"
    r"(?: to)?(?: the)?(?: next| nearest| last)?(?: whole| full)? (.+)"
)
_STEPS = {"penny": "1p", "pound": "£1", "minute": "1m", "hour": "1h", "quarter of an hour": "15m"}


def read_period(table: Table, key: str, allowed: Collection[str]) -> Period | None:
    """Return the stretch of time at a key; None where there is none, or with the mistake kept.

    A rolling time such as "28 days" is allowed wherever "ever" is.
    """

    def read(value: object) -> Period:
        said = re.sub(r"^(?:a|an|each|every|per|the|one) (?=.)", "", fold(read_words(value)))
        rolling = _rolling(said) if "ever" in allowed else None
        if rolling is not None:
            return rolling
        if said not in allowed:
            words = [quoted(word) for word in allowed] + ['"28 days"'] * ("ever" in allowed)
            raise ValueUnreadableError(
                f"“{shown(value)}” is not a time to count over; write {either(words)}"
            )
        return fixed_period(said, table.reading.year_starts)

    return table.read(key, read)


def fixed_period(said: str, year_starts: MonthDay) -> Period:
    """Return a stretch that is known by its name."""
    words = _WORDS.get(said, f"a {said}")
    if said in _YEARS:
        return Period(kind=PeriodKind.YEAR, words=words, starts=_YEARS[said])
    starts = year_starts if said == "year" else (1, 1)
    return Period(kind=_KINDS[said], words=words, starts=starts)


def _rolling(said: str) -> Period | None:
    match = _ROLLING.fullmatch(said)
    if match is None:
        return None
    kind, each = _ROLLING_SIZES[match[2]]
    size = int(match[1]) * each
    longest = _LONGEST_MONTHS * (1 if kind is PeriodKind.ROLLING_MONTHS else 30)
    if not 0 < size <= longest:
        raise ValueUnreadableError(f"“{shown(said)}” is not between a day and a hundred years")
    return Period(kind=kind, words=f"in {said}", size=size)


def read_month_day(value: object) -> MonthDay:
    """Read "1 August" into month and day; raises ValueUnreadableError."""
    match = _MONTH_DAY.fullmatch(fold(read_words(value)))
    name = (match[2] or match[3]) if match else ""
    months = [n for n, month in enumerate(MONTHS, start=1) if name and fold(month).startswith(name)]
    if match is None or len(months) != 1:
        raise ValueUnreadableError(f'“{shown(value)}” is not a day of the year; write "31 March"')
    month, day = months[0], int(match[1] or match[4])
    if (month, day) == (2, 29):
        raise ValueUnreadableError('29 February is not there every year; write "28 February"')
    try:
        datetime.date(_LEAP_YEAR, month, day)
    except ValueError:
        raise ValueUnreadableError(f"the calendar has no “{shown(value)}”") from None
    return month, day


def read_rounding(value: object, read_step: Callable[[str], Fraction]) -> Rounding:
    """Read "up to 10p" or "nearest 15m"; raises ValueUnreadableError."""
    plain = fold(read_words(value))
    half = _HALF.search(plain)
    match = _ROUNDING.fullmatch(plain[: half.start()] if half else plain)
    if match is None:
        raise ValueUnreadableError(
            f'“{shown(value)}” does not say how to round; write "up to …", "down to …" or '
            '"nearest …"'
        )
    said = _STEPS.get(match[2], match[2])
    step = read_step(said)
    if step <= 0:
        raise ValueUnreadableError(f"“{shown(value)}” rounds to nothing; name a larger step")
    if match[1] == "up":
        return Rounding(Direction.UP, step, f"up to the next {said}")
    if match[1] == "down":
        return Rounding(Direction.DOWN, step, f"down to a full {said}")
    if half and half[1] == "even":
        return Rounding(Direction.NEAREST_EVEN, step, f"to the nearest {said}, half to even")
    return Rounding(Direction.NEAREST, step, f"to the nearest {said}")
