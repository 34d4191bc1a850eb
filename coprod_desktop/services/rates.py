"""Look up the published figures that come with the program, and correct them for one charity."""

import dataclasses
import datetime
import functools
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.domain.rates import Confidence, OwnRate, Rate, RateBook, Unit, clean_own_rate
from coprod_desktop.paths import resource
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage.work import Reading

CARDS = (
    "mileage",
    "nihr",
    "nhs-england",
    "minimum-wage",
    "real-living-wage",
    "universal-credit",
    "permitted-work",
    "carers-allowance",
    "jobseekers-allowance",
    "trading-allowance",
    "heritage-fund-volunteer-time",
)
"""The files of figures, in the order in which they are shown."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RateCard:
    """Every figure of a scheme, the charity's own first; codes in `retired` get no new ones."""

    scheme: str
    rates: tuple[Rate, ...]
    retired: frozenset[str] = frozenset()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FigureOnDay:
    """What holds for a code on a day, None where no figure is known for that day.

    `published` is what the charity's own figure stands before; where there is none of its own,
    it is the same figure.
    """

    scheme: str
    code: str
    unit: Unit
    rate: Rate | None
    published: Rate | None


class RateService:
    """The verbs about published figures and the charity's own."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def cards(self) -> tuple[RateCard, ...]:
        """Return every figure by scheme, past and coming ones too."""
        book = self.book()
        return tuple(
            dataclasses.replace(
                card,
                rates=tuple(r for code in _codes_of(card) for r in book.of(code)),
            )
            for card in shipped_cards()
        )

    def figures_on(self, day: datetime.date) -> tuple[FigureOnDay, ...]:
        """Return what holds on a day, in the order of the cards.

        A figure that ran out without a known successor is there with no rate; one that had not
        begun yet, or that was given up, is left out.
        """
        book = self.book()
        found = (
            _figure_on(book, code, day, is_retired=code in card.retired)
            for card in shipped_cards()
            for code in _codes_of(card)
        )
        return tuple(figure for figure in found if figure is not None)

    def book(self) -> RateBook:
        """Return the figures that hold in this file."""
        with self._desk.reading() as reading:
            return rate_book(reading)

    def rates_of(self, reading: Reading) -> RateBook:
        """Return the figures that hold in this file, inside a transaction."""
        return rate_book(reading)

    def correct(
        self,
        code: str,
        value: Decimal,
        effective_on: datetime.date,
        *,
        source_title: str,
        effective_to: datetime.date | None = None,
        note: str = "",
    ) -> OwnRate:
        """Put a figure of the charity's own before the published one, from its day on.

        `effective_to` is its last day, or None until it is taken away again. Raises NotFoundError
        for an unknown code, FigureOutOfRangeError, PeriodBackwardsError or SourceMissingError.
        """
        known = shipped_book().of(code)
        if not known:
            raise NotFoundError(noun="rate", name=code)
        own = clean_own_rate(
            OwnRate(
                own_rate_id=self._desk.new_id(),
                scheme=known[0].scheme,
                code=code,
                value_thousandths=int(value * 1000),
                unit=known[0].unit,
                effective_on=effective_on,
                effective_to=effective_to,
                source_title=source_title,
                note=note,
            )
        )
        with self._desk.transaction("correct figure") as work:
            work.add(own)
        return own

    def remove_correction(self, own_rate_id: int) -> OwnRate:
        """Take a figure of the charity's own away, so that the published one holds again.

        Raises NotFoundError.
        """
        with self._desk.transaction("remove figure") as work:
            own = work.get(OwnRate, own_rate_id)
            work.remove(own)
        return own


def rate_book(reading: Reading) -> RateBook:
    """Return the figures that hold in a file: its own corrections before the published ones."""
    return RateBook(shipped_rates(), reading.find(OwnRate))


def mileage_pence(vehicle: str, day: datetime.date) -> int:
    """Return HMRC's approved rate in pence a mile on the day of a journey, first 10,000 miles.

    A file's own corrections are not in it; `rate_book` has them. Raises NotFoundError for a day
    before the rates that are known.
    """
    return int(shipped_book().on(vehicle, day).value)


@functools.cache
def shipped_cards() -> tuple[RateCard, ...]:
    """Return the cards that come with the program, in the order in which they are shown."""
    return tuple(_card(_table_of(name)) for name in CARDS)


@functools.cache
def shipped_rates() -> tuple[Rate, ...]:
    """Return every published figure that comes with the program."""
    return tuple(rate for card in shipped_cards() for rate in card.rates)


@functools.cache
def shipped_book() -> RateBook:
    """Return the figures that hold where a charity corrects none."""
    return RateBook(shipped_rates())


def _table_of(name: str) -> dict[str, Any]:
    text = resource("rate-cards", f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text, parse_float=Decimal)


def _card(table: Mapping[str, Any]) -> RateCard:
    usual = table["usual"]
    return RateCard(
        scheme=usual["scheme"],
        rates=tuple(_rate(usual | row) for row in table["rate"]),
        retired=frozenset(table.get("retired", ())),
    )


def _rate(row: dict[str, Any]) -> Rate:
    typed = {
        "value": Decimal(row["value"]),
        "unit": Unit(row["unit"]),
        "confidence": Confidence(row["confidence"]),
    }
    return Rate(**(row | typed))


def _codes_of(card: RateCard) -> tuple[str, ...]:
    return tuple(dict.fromkeys(rate.code for rate in card.rates))


def _figure_on(
    book: RateBook, code: str, day: datetime.date, *, is_retired: bool
) -> FigureOnDay | None:
    rows = book.of(code)
    holding = [rate for rate in rows if rate.holds_on(day)]
    has_begun = any(rate.effective_from <= day for rate in rows)
    if not holding and (is_retired or not has_begun):
        return None
    return FigureOnDay(
        scheme=rows[0].scheme,
        code=code,
        unit=rows[0].unit,
        rate=holding[0] if holding else None,
        published=next((rate for rate in holding if not rate.is_own), None),
    )
