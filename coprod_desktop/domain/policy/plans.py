"""How work that is alike is priced: by which rule, within which limits, in which words."""

import dataclasses
from collections.abc import Hashable, Mapping

from coprod_desktop.domain.policy.amounts import Number, plain
from coprod_desktop.domain.policy.answers import Quote
from coprod_desktop.domain.policy.engine import line_words, reason, within_limit
from coprod_desktop.domain.policy.prices import Part, Price, Tariff
from coprod_desktop.domain.policy.rules import Rule
from coprod_desktop.domain.policy.working_out import Sum


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class CapUse:
    """A cap that holds for some work, and whose room the work uses up."""

    index: int
    key: Hashable
    is_lifted: bool
    most: Number
    cut_words: Mapping[Number, str]
    """The sentence about so much that is over."""


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Course:
    """What work of one rule counts for: its tiers, limits of time, and limits of money."""

    rule: Rule
    tier_key: Hashable
    of_time: tuple[CapUse, ...]
    of_money: tuple[CapUse, ...]


class Priced:
    """What some work is paid, with the words for all of it and for a part."""

    __slots__ = ("_ending", "_found", "_hourly", "_rule", "_said", "pence", "quote")

    def __init__(self, rule: Rule, hourly: int, found: Sum, ending: str) -> None:
        self._rule, self._hourly, self._found, self._ending = rule, hourly, found, ending
        self._said: dict[Number, str] = {}
        self.pence = plain(found.pence)
        self.quote = self.within(self.pence, [])

    def within(self, pence: Number, cuts: list[str]) -> Quote:
        """Return the offer of what limits left of the sum; `cuts` say what they took."""
        return Quote(
            offered_pence=max(0, int(pence)),
            rate_pence=self._hourly,
            because=reason([self._words(pence), *cuts], self._ending),
        )

    def _words(self, pence: Number) -> str:
        words = self._said.get(pence)
        if words is None:
            found = self._found if pence == self.pence else within_limit(self._found, pence)
            words = self._said[pence] = line_words(self._rule, found)
        return words


class Portion:
    """So much time of some work, and what it is paid wherever in the tiers it begins."""

    __slots__ = ("_prices", "_stages", "counted")

    def __init__(
        self, price: Price, counted: Number, prices: Mapping[Number, Priced | None]
    ) -> None:
        self._stages = tuple(
            (start, None if end is None else end - counted) for start, end in _stages(price)
        )
        self._prices = prices
        self.counted = counted

    def priced(self, used: Number) -> Priced | None:
        """Return the price where so much was counted before; None if it has to be looked at."""
        for start, latest in self._stages:
            if used >= start and (latest is None or used <= latest):
                return self._prices[start]  # inside one tier it does not matter where
        return self._prices[used]


def _stages(price: Price) -> list[tuple[Number, Number | None]]:
    """Return where tiers begin and end within which it does not matter how much was counted."""
    if not price.tiers:
        return [(0, None)]
    stages = list[tuple[Number, Number | None]]()
    start: Number = 0
    for tier in price.tiers:
        end = None if tier.first is None else plain(start + tier.first)
        if _is_even(tier.tariff):
            stages.append((start, end))
        if end is None:
            break
        start = end
    return stages


def _is_even(tariff: Tariff) -> bool:
    """Say whether every minute of a tier is paid like the one before."""
    if tariff.pays_each is not None:
        return True
    return tariff.rate is not None and tariff.part is Part.IN_PROPORTION


@dataclasses.dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """How work that is alike is priced; `portions` of it are what limits of time leave."""

    course: Course
    minutes: Number
    whole: Portion
    portions: Mapping[Number, Portion]
