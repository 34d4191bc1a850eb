"""Published figures with their dates and sources, and the charity's own corrections of them."""

import dataclasses
import datetime
import enum
from collections.abc import Iterable
from decimal import Decimal

from coprod_desktop.domain.errors import (
    FigureOutOfRangeError,
    NotFoundError,
    PeriodBackwardsError,
    SourceMissingError,
)
from coprod_desktop.domain.money import round_half_up
from coprod_desktop.domain.text import clean_line, clean_note

LARGEST = 100_000_000_000
"""No figure is larger, in thousandths of its unit; for pence that is £1,000,000."""


class Confidence(enum.StrEnum):
    """How sure we are of a published figure."""

    OFFICIAL = "official"
    SECONDARY = "secondary"
    DERIVED = "derived"
    MEMORY = "from memory"


class Unit(enum.StrEnum):
    """What a figure counts."""

    PENCE_A_MILE = "pence a mile"
    PENCE_AN_HOUR = "pence an hour"
    PENCE_A_DAY = "pence a day"
    PENCE_A_WEEK = "pence a week"
    PENCE_A_MONTH = "pence a month"
    PENCE_A_YEAR = "pence a year"
    PENCE_A_TASK = "pence a task"
    PENCE = "pence"
    PERCENT = "percent"
    HOURS_A_WEEK = "hours a week"
    HOURS_A_DAY = "hours a day"
    MILES_A_YEAR = "miles a year"

    @property
    def is_money(self) -> bool:
        """Say whether the figure is an amount of pence."""
        return self.value.startswith("pence")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """One figure in its unit; `effective_to` is its last day, or None while it still holds.

    A figure for an age holds from the birthday of `from_age` to the end of the year of `to_age`.
    A charity's own figure has its `own_rate_id`, and neither `checked_on` nor `confidence`.
    """

    scheme: str
    code: str
    value: Decimal
    unit: Unit
    effective_from: datetime.date
    effective_to: datetime.date | None = None
    source_title: str
    source_url: str = ""
    checked_on: datetime.date | None
    confidence: Confidence | None
    note: str = ""
    from_age: int | None = None
    to_age: int | None = None
    own_rate_id: int | None = None

    def holds_on(self, day: datetime.date) -> bool:
        """Say whether the figure holds on a day; its first and last day belong to it."""
        return self.effective_from <= day and (
            self.effective_to is None or day <= self.effective_to
        )

    def is_for_age(self, age: int) -> bool:
        """Say whether the figure is one for an age, and for this one."""
        if self.from_age is None and self.to_age is None:
            return False
        is_old_enough = self.from_age is None or self.from_age <= age
        return is_old_enough and (self.to_age is None or age <= self.to_age)

    @property
    def is_own(self) -> bool:
        """Say whether the charity wrote the figure itself."""
        return self.own_rate_id is not None

    @property
    def thousandths(self) -> int:
        """Return the figure in thousandths of its unit, so that sums with it stay whole."""
        return int(self.value * 1000)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class OwnRate:
    """A figure that the charity put before the published one, from `effective_on` on.

    The value is kept in thousandths of its unit, so that 45.5p a mile is exact.
    """

    own_rate_id: int
    scheme: str
    code: str
    value_thousandths: int
    unit: Unit
    effective_on: datetime.date
    effective_to: datetime.date | None = None
    source_title: str
    note: str = ""

    @property
    def value(self) -> Decimal:
        """Return the figure in its unit."""
        return Decimal(self.value_thousandths) / 1000


def clean_own_rate(own: OwnRate) -> OwnRate:
    """Return a correction with its figure and days checked and its texts tidied.

    Raises FigureOutOfRangeError, PeriodBackwardsError or SourceMissingError.
    """
    if not 0 <= own.value_thousandths <= LARGEST:
        raise FigureOutOfRangeError()
    if own.effective_to is not None and own.effective_to < own.effective_on:
        raise PeriodBackwardsError(from_on=own.effective_on, to_on=own.effective_to)
    source = clean_line(own.source_title)
    if not source:
        raise SourceMissingError()
    return dataclasses.replace(own, source_title=source, note=clean_note(own.note))


class RateBook:
    """The figures that hold in a file: the charity's own before the published ones."""

    def __init__(self, published: Iterable[Rate], own: Iterable[OwnRate] = ()) -> None:
        self._by_code: dict[str, list[Rate]] = {}
        for rate in published:
            self._by_code.setdefault(rate.code, []).append(rate)
        # Each goes to the front, so the one of the latest day, and of those the newest, wins.
        for correction in sorted(own, key=lambda one: (one.effective_on, one.own_rate_id)):
            rows = self._by_code.setdefault(correction.code, [])
            rows.insert(0, _as_rate(correction, rows))

    def on(self, code: str, day: datetime.date) -> Rate:
        """Return the figure of a code on the day of a journey or of work; raises NotFoundError."""
        return rate_on(self._by_code.get(code, ()), code, day)

    def published_on(self, code: str, day: datetime.date) -> Rate:
        """Return the figure that holds without the charity's own ones; raises NotFoundError."""
        rows = self._by_code.get(code, ())
        return rate_on((rate for rate in rows if not rate.is_own), code, day)

    def of(self, code: str) -> tuple[Rate, ...]:
        """Return every figure of a code, the charity's own first; none for an unknown code."""
        return tuple(self._by_code.get(code, ()))

    def codes(self) -> tuple[str, ...]:
        """Return the codes of all figures, in the order of the cards."""
        return tuple(self._by_code)


def _as_rate(own: OwnRate, rows: list[Rate]) -> Rate:
    """Return a correction as a figure; the ages are those of the figure that it stands before."""
    alike = [rate for rate in rows if rate.holds_on(own.effective_on)] or rows
    return Rate(
        scheme=own.scheme,
        code=own.code,
        value=own.value,
        unit=own.unit,
        effective_from=own.effective_on,
        effective_to=own.effective_to,
        source_title=own.source_title,
        checked_on=None,
        confidence=None,
        note=own.note,
        from_age=alike[0].from_age if alike else None,
        to_age=alike[0].to_age if alike else None,
        own_rate_id=own.own_rate_id,
    )


def rate_on(rates: Iterable[Rate], code: str, day: datetime.date) -> Rate:
    """Return the first rate of a code that holds on a day; raises NotFoundError."""
    for rate in rates:
        if rate.code == code and rate.holds_on(day):
            return rate
    raise NotFoundError(noun="rate", name=code)


def minimum_wage(book: RateBook, age: int, day: datetime.date) -> Rate:
    """Return the minimum wage in pence an hour for an age in whole years on the day of the work.

    The bands are those of that day: 23 and over until 31 March 2024, 21 and over since. An
    apprentice's wage is not told by age; its code is "nmw-apprentice". Raises NotFoundError.
    """
    for code in book.codes():
        for rate in book.of(code):
            if rate.holds_on(day) and rate.is_for_age(age):
                return rate
    raise NotFoundError(noun="rate", name="minimum wage")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Journey:
    """Miles on one day, in tenths, by the vehicle whose code of HMRC's card is given."""

    travelled_on: datetime.date
    vehicle: str
    tenth_miles: int


def approved_mileage_pence(book: RateBook, journeys: Iterable[Journey]) -> int:
    """Return what may be paid free of tax for one person's journeys, in pence.

    For a car or van the higher rate is for the first 10,000 miles of each tax year, in the order
    of the days. For a volunteer these count over all organisations together (HMRC EIM71155), so
    journeys for others belong into the list. Half a penny of the whole goes up. Raises
    NotFoundError for a vehicle or a day without a rate.
    """
    driven: dict[int, int] = {}
    tenths_of_thousandths = 0
    for journey in sorted(journeys, key=lambda one: one.travelled_on):
        day, left = journey.travelled_on, journey.tenth_miles
        if journey.vehicle == "car":
            year = tax_year(day)
            before = driven.get(year, 0)
            driven[year] = before + left
            band = book.on("car-band-miles", day).thousandths // 100
            beyond = min(left, max(0, before + left - band))
            if beyond:
                tenths_of_thousandths += beyond * book.on("car-over-10000", day).thousandths
            left -= beyond
        tenths_of_thousandths += left * book.on(journey.vehicle, day).thousandths
    return round_half_up(tenths_of_thousandths, 10_000)


def miles_pence(rate: Rate, tenth_miles: int) -> int:
    """Price tenths of a mile at a rate in pence a mile, to the nearest penny, half a penny up."""
    return round_half_up(tenth_miles * rate.thousandths, 10_000)


def tax_year(day: datetime.date) -> int:
    """Return the calendar year in which the tax year of a day begins, on 6 April."""
    return day.year if (day.month, day.day) >= (4, 6) else day.year - 1
