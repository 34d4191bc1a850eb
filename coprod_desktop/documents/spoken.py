"""Say days, times and amounts in the language that a paper speaks."""

import datetime

from coprod_desktop.domain.money import format_pounds
from coprod_desktop.i18n import _, later, ngettext

pounds = format_pounds
_WEEKDAYS = (
    later("Monday"),
    later("Tuesday"),
    later("Wednesday"),
    later("Thursday"),
    later("Friday"),
    later("Saturday"),
    later("Sunday"),
)
_SHORT_WEEKDAYS = (
    later("Mon"),
    later("Tue"),
    later("Wed"),
    later("Thu"),
    later("Fri"),
    later("Sat"),
    later("Sun"),
)
_MONTHS = (
    later("January"),
    later("February"),
    later("March"),
    later("April"),
    later("May"),
    later("June"),
    later("July"),
    later("August"),
    later("September"),
    later("October"),
    later("November"),
    later("December"),
)
_SHORT_MONTHS = (
    later("Jan"),
    later("Feb"),
    later("Mar"),
    later("Apr"),
    later("May"),
    later("Jun"),
    later("Jul"),
    later("Aug"),
    later("Sep"),
    later("Oct"),
    later("Nov"),
    later("Dec"),
)
_SPACE = "\N{NO-BREAK SPACE}"


def month(day: datetime.date) -> str:
    """Name the month of a day, as "July"."""
    return _(_MONTHS[day.month - 1])


def month_and_year(day: datetime.date) -> str:
    """Write the month of a day as "July 2026"."""
    return f"{month(day)}{_SPACE}{day.year}"


def bare_day(day: datetime.date) -> str:
    """Write a day as "17 July", with a space that does not break."""
    return f"{day.day}{_SPACE}{month(day)}"


def long_day(day: datetime.date) -> str:
    """Write a day as "17 July 2026", with spaces that do not break."""
    return f"{bare_day(day)}{_SPACE}{day.year}"


def short_day(day: datetime.date) -> str:
    """Write a day as "17 Jul", with a space that does not break."""
    return f"{day.day}{_SPACE}{_(_SHORT_MONTHS[day.month - 1])}"


def short_weekday_day(day: datetime.date) -> str:
    """Write a day as "Fri 17 Jul", with spaces that do not break."""
    return f"{_(_SHORT_WEEKDAYS[day.weekday()])}{_SPACE}{short_day(day)}"


def weekday_day(day: datetime.date, *, with_year: bool = True) -> str:
    """Write a day as "Friday 17 July 2026"; the weekday may stand on the line before."""
    return f"{_(_WEEKDAYS[day.weekday()])} {long_day(day) if with_year else bare_day(day)}"


def period(from_on: datetime.date, to_on: datetime.date) -> str:
    """Write a period as "1 July to 30 September 2026"; the first year only where it differs."""
    first = long_day(from_on) if from_on.year != to_on.year else bare_day(from_on)
    if from_on == to_on:
        return long_day(to_on)
    return _("{first} to {last}").format(first=first, last=long_day(to_on))


def hours(minutes: int) -> str:
    """Write time in words as "2 hours 30 minutes"; no time at all is "0 hours"."""
    whole, rest = divmod(minutes, 60)
    parts = []
    if whole or not rest:
        said = ngettext("{count}\N{NO-BREAK SPACE}hour", "{count}\N{NO-BREAK SPACE}hours", whole)
        parts.append(said.format(count=f"{whole:,}"))
    if rest:
        said = ngettext("{count}\N{NO-BREAK SPACE}minute", "{count}\N{NO-BREAK SPACE}minutes", rest)
        parts.append(said.format(count=rest))
    return " ".join(parts)


def short_hours(minutes: int) -> str:
    """Write time for a table as "2 h 30", with spaces that do not break."""
    return _("{hours}\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}{minutes:02d}").format(
        hours=minutes // 60, minutes=minutes % 60
    )
