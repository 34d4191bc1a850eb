"""Know the bank holidays of the four nations, which working days leave out."""

import datetime
import functools

_NATIONS = {"England": "ENG", "Wales": "WLS", "Scotland": "SCT", "Northern Ireland": "NIR"}


@functools.cache
def bank_holidays(
    first_year: int, last_year: int, nation: str = "England"
) -> frozenset[datetime.date]:
    """Return the bank holidays from one year to another, both included; none for "none".

    One that falls on a weekend is kept on the weekday that stands in for it.
    """
    if nation not in _NATIONS:
        return frozenset()
    # Loaded only when a policy asks: it takes a fifth of a second.
    import holidays

    years = range(first_year, last_year + 1)
    found = holidays.country_holidays("GB", subdiv=_NATIONS[nation], years=years)
    return frozenset(day for day in found if day.weekday() < 5)


def next_working_day(day: datetime.date) -> datetime.date:
    """Return the day, or the next one on which banks in England work."""
    while day.weekday() >= 5 or day in bank_holidays(day.year, day.year):
        day += datetime.timedelta(days=1)
    return day


def working_days_before(day: datetime.date, count: int) -> datetime.date:
    """Return the day so many English working days before another."""
    while count:
        day -= datetime.timedelta(days=1)
        if day.weekday() < 5 and day not in bank_holidays(day.year, day.year):
            count -= 1
    return day
