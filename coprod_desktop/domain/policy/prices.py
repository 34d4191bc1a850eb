"""What something costs by a rule: a fixed sum, a rate, bands or tiers; exact to any fraction."""

import dataclasses
import enum
from fractions import Fraction

from coprod_desktop.domain.policy.conditions import Condition, Edges
from coprod_desktop.domain.policy.rounding import Rounding


class Part(enum.StrEnum):
    """What a part of a block is worth."""

    IN_PROPORTION = "in proportion"
    COUNTS_WHOLE = "counts whole"
    COUNTS_NOTHING = "counts nothing"


@dataclasses.dataclass(frozen=True, slots=True)
class Unit:
    """So much of a quantity: an hour is 60 of "time", a mile is 1 of "miles"."""

    fact: str
    size: Fraction
    words: str


AN_HOUR = Unit("time", Fraction(60), "an hour")


class Over(enum.StrEnum):
    """What becomes of what is over a limit: not paid, not paid yet, or paid with a warning."""

    REFUSED = "refused"
    HELD = "held"
    WARNED = "warned"


FACT = "fact:"
Amount = Fraction | str
"""Pence (or hundredths of a point), "fact:" and a money fact, or the code of a published rate."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Tariff:
    """A fixed sum, or a rate for each unit of a quantity, or a gap that the policy leaves."""

    pays: Amount | None = None
    pays_each: Amount | None = None
    rate: Amount | None = None
    unit: Unit | None = None
    part: Part = Part.IN_PROPORTION
    unclear: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """What a whole quantity between two edges is worth."""

    edges: Edges
    tariff: Tariff
    words: str
    line: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """What the next `first` of a quantity are worth; None for all the rest."""

    first: Fraction | None
    tariff: Tariff
    words: str = ""


@dataclasses.dataclass(frozen=True, slots=True)
class Times:
    """A factor: a number, or so much of a fact as is over `after`, up to `at_most`."""

    of: str | Fraction
    after: Fraction = Fraction(0)
    at_most: Fraction | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """How a quantity becomes a sum; exactly one of tariff, bands and tiers is there.

    `quantity` names the fact that bands and tiers look at (minutes, miles, pence, how many).
    """

    quantity: str
    tariff: Tariff | None = None
    bands: tuple[Band, ...] = ()
    tiers: tuple[Tier, ...] = ()
    every: tuple[Fraction, Amount] | None = None
    """For each complete so-much of the quantity this sum; the bands price the rest."""
    times: tuple[Times, ...] = ()
    quantity_rounding: Rounding | None = None
    adds_minutes: Fraction = Fraction(0)
    adds_share: Fraction = Fraction(0)
    least_quantity: Fraction | None = None
    most_quantity: Fraction | None = None
    """A minimum booking, and the most that is counted, of the price's quantity."""
    at_least: Fraction | None = None
    at_most: Fraction | None = None
    unless: Condition | None = None
    """Lifts a limit."""
    over: Over = Over.REFUSED
    """What becomes of what is over a limit."""
