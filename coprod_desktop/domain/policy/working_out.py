"""Work out a price: exact sums with the words that explain them."""

import dataclasses
import functools
import math
from collections.abc import Callable, Mapping
from fractions import Fraction

from coprod_desktop.domain.policy.amounts import Number, plain
from coprod_desktop.domain.policy.facts import FactValue, quantity_of
from coprod_desktop.domain.policy.prices import FACT, Amount, Part, Price, Tariff, Times, Unit
from coprod_desktop.domain.policy.wording import (
    length_words,
    listed,
    number_words,
    quantity_words,
    rate_words,
    sum_words,
)

Facts = Mapping[str, FactValue]


@dataclasses.dataclass(frozen=True, slots=True)
class PublishedRate:
    """A published figure in pence, and whose it is and how sure that is."""

    pence: Fraction
    source: str


Published = Callable[[str], PublishedRate]
"""Return a published rate by its code, on the day of the entry."""


_NO_TARIFF = Tariff()


class UnansweredError(Exception):
    """The price depends on a fact that is not given, or the policy leaves a gap; says which."""


@dataclasses.dataclass(frozen=True, slots=True)
class Sum:
    """An exact sum in pence (or hundredths of a point), and how it came about."""

    pence: Number
    quantity: str = ""
    rate: str = ""
    words: str = ""
    sources: tuple[str, ...] = ()
    """Whose published rates were used."""


@dataclasses.dataclass(frozen=True, slots=True)
class Calculator:
    """Works out prices with the published rates of a day; `unit` is "points" and the like."""

    published: Published
    unit: str = ""
    lengths: frozenset[str] = frozenset()
    """The policy's own facts that are lengths of time, which are worded in hours."""
    sources: list[str] = dataclasses.field(default_factory=list)

    def said(self, fact: str, quantity: Number) -> str:
        """Write a quantity of a fact in words."""
        if fact in self.lengths:
            return length_words(quantity)
        return quantity_words(fact, quantity)

    def price(self, price: Price, facts: Facts, used: Number = 0) -> Sum:
        """Return the sum of a price; `used` of the quantity was counted before for its tiers.

        Raises UnansweredError.
        """
        facts = with_own_quantity(price, facts)
        if price.tiers:
            found = self._tiers(price, facts, used)
        elif price.bands:
            found = self._bands(price, facts)
        else:
            found = self._tariff(price.tariff or _NO_TARIFF, facts, None)
        found = self._bounded(price, self.multiplied(price.times, facts, found))
        return dataclasses.replace(found, sources=tuple(self.sources)) if self.sources else found

    def _amount(self, amount: Amount, facts: Facts) -> Fraction:
        if isinstance(amount, Fraction):
            return amount
        if amount.startswith(FACT):
            return needed(facts, amount.removeprefix(FACT))
        published = self.published(amount)
        if published.source not in self.sources:
            self.sources.append(published.source)
        return published.pence

    def _tariff(self, tariff: Tariff, facts: Facts, quantity: Fraction | None) -> Sum:
        if tariff.unclear:
            raise UnansweredError(tariff.unclear)
        if tariff.pays is not None:
            pays = self._amount(tariff.pays, facts)
            said = sum_words(pays, self.unit)
            return Sum(pays, "1", said, said)
        if tariff.rate is None or tariff.unit is None:
            raise UnansweredError("The policy names no sum here.")
        if quantity is None:
            quantity = needed(facts, tariff.unit.fact)
        rate = self._amount(tariff.rate, facts)
        pence = _in_units(quantity, tariff.unit, tariff.part) * rate
        counted = self._counted(quantity, tariff.unit, tariff.part)
        each = rate_words(rate, tariff.unit, self.unit)
        return Sum(pence, self.said(tariff.unit.fact, quantity), each, f"{counted} at {each}")

    def _bands(self, price: Price, facts: Facts) -> Sum:
        quantity = needed(facts, price.quantity)
        if not quantity and price.quantity in ("time", "miles"):
            return Sum(Fraction(0), self.said(price.quantity, quantity), "", "nothing")
        before, words = Fraction(0), ""
        if price.every is not None and quantity > price.every[0]:
            each, amount = price.every[0], self._amount(price.every[1], facts)
            whole, quantity = divmod(quantity, each)
            before = whole * amount
            words = (
                f"{number_words(Fraction(whole))} × {self.said(price.quantity, each)} "
                f"at {sum_words(amount, self.unit)}"
            )
            if not quantity:
                return Sum(before, self.said(price.quantity, whole * each), "", words)
        found = self._band(price, quantity, facts)
        both = f"{words}, then {found.words}" if words else found.words
        return dataclasses.replace(found, pence=before + found.pence, words=both)

    def _band(self, price: Price, quantity: Fraction, facts: Facts) -> Sum:
        said = self.said(price.quantity, quantity)
        for band in price.bands:
            if not band.edges.hold(quantity):
                continue
            tariff = band.tariff
            is_same = tariff.unit is not None and tariff.unit.fact == price.quantity
            found = self._tariff(tariff, facts, quantity if is_same else None)
            words = f"{said} is {band.words}: {found.words}"
            return dataclasses.replace(found, quantity=said, words=words)
        raise UnansweredError(f"The policy does not say what {said} pays.")

    def _tiers(self, price: Price, facts: Facts, used: Number) -> Sum:
        quantity, used = plain(needed(facts, price.quantity)), plain(used)
        total, start = plain(0), plain(0)
        words, rates = list[str](), list[str]()
        for tier in price.tiers:
            end = None if tier.first is None else start + plain(tier.first)
            top = used + quantity if end is None else min(end, used + quantity)
            taken = top - max(start, used)
            if taken > 0:
                before = max(0, used - start)
                sum_, said, rate = self._tier(tier.tariff, price.quantity, before, taken, facts)
                total += sum_
                words.append(said)
                rates.append(rate)
            if end is None or end >= used + quantity:
                return Sum(
                    total,
                    self.said(price.quantity, quantity),
                    " then ".join(rates),
                    listed(words) or "nothing",
                )
            start = end
        said = self.said(price.quantity, used + quantity)
        raise UnansweredError(f"The policy does not say what comes after the first tiers ({said}).")

    def _tier(
        self, tariff: Tariff, fact: str, before: Number, taken: Number, facts: Facts
    ) -> tuple[Number, str, str]:
        """Return what `taken` more of a tier are worth after `before` of it, with words."""
        said = self.said(fact, taken)
        if tariff.unclear:
            raise UnansweredError(tariff.unclear)
        if tariff.pays is not None:
            pays = Fraction(0) if before else self._amount(tariff.pays, facts)
            rate = sum_words(pays, self.unit)
            return pays, f"{said} within {rate}" if not before else f"{said} paid already", rate
        if tariff.pays_each is not None:
            each = self._amount(tariff.pays_each, facts)
            rate = sum_words(each, self.unit)
            return taken * each, f"{said} at {rate} each", rate
        if tariff.rate is None or tariff.unit is None:
            raise UnansweredError("The policy names no sum here.")
        amount = self._amount(tariff.rate, facts)
        if tariff.part is Part.IN_PROPORTION:
            before = 0  # every part is paid alike, wherever it begins
        return _at_rate(before, taken, tariff.unit, tariff.part, amount, said, self.unit)

    def multiplied(self, times: tuple[Times, ...], facts: Facts, found: Sum) -> Sum:
        """Return the sum multiplied by numbers and facts, with words."""
        for one in times:
            factor, said = self._factor(one, facts)
            if factor != 1 or not isinstance(one.of, Fraction):
                words = f"{found.words}, times {said}"
                found = dataclasses.replace(found, pence=found.pence * factor, words=words)
        return found

    def _factor(self, times: Times, facts: Facts) -> tuple[Fraction, str]:
        if isinstance(times.of, Fraction):
            return times.of, number_words(times.of)
        factor = max(Fraction(0), (quantity_of(facts, times.of) or Fraction(0)) - times.after)
        if times.at_most is not None:
            factor = min(factor, times.at_most)
        return factor, self.said(times.of, factor)

    def _bounded(self, price: Price, found: Sum) -> Sum:
        if price.at_least is not None and found.pence < price.at_least:
            words = f"{found.words}; at least {sum_words(price.at_least, self.unit)}"
            return dataclasses.replace(found, pence=price.at_least, words=words)
        if price.at_most is not None and found.pence > price.at_most:
            words = f"{found.words}; at most {sum_words(price.at_most, self.unit)}"
            return dataclasses.replace(found, pence=price.at_most, words=words)
        return found

    def _counted(self, quantity: Fraction, unit: Unit, part: Part) -> str:
        said = self.said(unit.fact, quantity)
        units = _in_units(quantity, unit, part)
        if part is Part.IN_PROPORTION or units == quantity / unit.size:
            return said
        return f"{said} counts as {number_words(units)} × {self.said(unit.fact, unit.size)}"


def needed(facts: Facts, name: str) -> Fraction:
    """Return a quantity that the price cannot do without; raises UnansweredError."""
    found = quantity_of(facts, name)
    if found is None:
        raise UnansweredError(f"Please add “{name.replace('_', ' ')}”: the sum depends on it.")
    return found


@functools.lru_cache(maxsize=4096)
def _at_rate(
    before: Number,
    taken: Number,
    unit: Unit,
    part: Part,
    amount: Fraction,
    said: str,
    given: str,
) -> tuple[Number, str, str]:
    """Return what `taken` more of a quantity are worth after `before` of it, with words."""
    units = _in_units(before + taken, unit, part) - _in_units(before, unit, part)
    rate = rate_words(amount, unit, given)
    return plain(units * amount), f"{said} at {rate}", rate


def _in_units(quantity: Number, unit: Unit, part: Part) -> Fraction:
    units = Fraction(quantity) / unit.size
    if part is Part.COUNTS_WHOLE:
        return Fraction(math.ceil(units))
    if part is Part.COUNTS_NOTHING:
        return Fraction(math.floor(units))
    return units


def with_own_quantity(price: Price, facts: Facts) -> Facts:
    """Add the time that a price adds, and round the time or miles as it says."""
    least, most = price.least_quantity, price.most_quantity
    changes = price.quantity_rounding or price.adds_minutes or price.adds_share
    quantity = quantity_of(facts, price.quantity)
    if quantity is None or not (changes or least is not None or most is not None):
        return facts
    quantity += quantity * price.adds_share + price.adds_minutes
    if price.quantity_rounding:
        quantity = Fraction(price.quantity_rounding.apply(quantity))
    if least is not None and quantity:
        quantity = max(quantity, least)
    if most is not None:
        quantity = min(quantity, most)
    return {**facts, price.quantity: quantity}
