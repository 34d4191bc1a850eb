"""The sum that a rule gives for an entry: its price or the cost, its limits, its rounding."""

import dataclasses
import datetime
from collections.abc import Callable, Hashable, Mapping
from fractions import Fraction

from coprod_desktop.domain.policy.amounts import Number
from coprod_desktop.domain.policy.circumstances import Known
from coprod_desktop.domain.policy.conditions import Facts
from coprod_desktop.domain.policy.facts import (
    ADDED_UP,
    ONE_IF_NOT_GIVEN,
    FactKind,
    FactValue,
    quantity_of,
)
from coprod_desktop.domain.policy.ledger import Pool, Tally, group_key
from coprod_desktop.domain.policy.periods import Period, PeriodKind
from coprod_desktop.domain.policy.prices import Over, Price
from coprod_desktop.domain.policy.rounding import TO_THE_PENNY, Direction, Rounding
from coprod_desktop.domain.policy.rules import Policy, Rule
from coprod_desktop.domain.policy.wording import number_words, rounded_words, sum_words
from coprod_desktop.domain.policy.working_out import (
    Calculator,
    PublishedRate,
    Sum,
    UnansweredError,
    with_own_quantity,
)

PublishedOn = Callable[[str, datetime.date], PublishedRate]
"""Return a published rate by its code, on a day."""

_WHOLE_UNIT = Rounding(Direction.NEAREST, Fraction(100), "to a whole one")
_NOTHING = Fraction(0)


@dataclasses.dataclass(frozen=True, slots=True)
class Worked:
    """What a rule gives for an entry before caps; `left` of the claim it leaves, and why."""

    found: Sum
    left: Number = 0
    why_left: str = ""
    over: Over = Over.REFUSED


class Sums:
    """Works out the sums of one person, with what was counted before."""

    def __init__(self, policy: Policy, published: PublishedOn) -> None:
        self._rules: dict[str, list[Rule]] = {}
        for rule in policy.rules:
            self._rules.setdefault(rule.name, []).append(rule)
        self._published = published
        self._lengths = frozenset(
            fact.name for fact in policy.own_facts if fact.kind is FactKind.LENGTH
        )
        self._tallies: dict[str, Tally] = {}
        self._pools: dict[Hashable, Pool] = {}

    def calculator(self, known: Known, rule: Rule | None = None) -> Calculator:
        """Return what works out prices on the day of an entry, in the unit of a rule."""
        unit = "" if rule is None else rule.unit
        return Calculator(lambda code: self._published(code, known.on), unit, self._lengths)

    def work_out(self, known: Known, rule: Rule) -> Worked:
        """Return what a rule gives for an entry, and count it; raises UnansweredError."""
        used = self._used(known, rule)
        if rule.together is None or rule.together.kind is PeriodKind.ENTRY:
            return self.limited(known, rule, known.facts, used)
        key = group_key(rule.together, known.place, known.facts), rule.together.key(known.on)
        pool = self._pools.setdefault((rule.name, key), Pool({}, used))
        pool.facts = _added_up(pool.facts, known.facts)
        whole = self.limited(known, rule, pool.facts, pool.used)
        before, pool.given = pool.given, whole.found.pence
        paid = quantity_of(known.facts, "paid") if known.is_earlier else None
        if paid is not None:
            pool.given = before + paid
        if not before:
            return whole
        words = f"{whole.found.words}; {sum_words(before, rule.unit)} of it was given before"
        found = dataclasses.replace(whole.found, pence=whole.found.pence - before, words=words)
        left = max(_NOTHING, min(whole.left, _share_of_cost(rule, known.facts) - found.pence))
        return Worked(found, left, whole.why_left, whole.over)

    def alone(self, known: Known, rule: Rule) -> Sum:
        """Return the sum of a rule for one entry by itself, unrounded; nothing is counted."""
        return self._unlimited(known, rule, known.facts, _NOTHING)

    def _used(self, known: Known, rule: Rule) -> Fraction:
        """Return what the tiers have counted before, and count this entry."""
        price = rule.price or rule.limit
        if rule.running is None or price is None:
            return _NOTHING
        tally, key = self.tally(rule, rule.running), tier_key(rule, rule.running, known)
        used = tally.so_far(key, known.on)
        tally.add(key, known.on, counted_for(price, known.facts))
        return used

    def tally(self, rule: Rule, running: Period) -> Tally:
        """Return what the tiers of a rule, or of all rules of its group, have counted."""
        name = rule.group or rule.name
        if name not in self._tallies:
            self._tallies[name] = Tally(running)
        return self._tallies[name]

    def limited(self, known: Known, rule: Rule, facts: Facts, used: Number) -> Worked:
        """Return what a rule gives where `used` was counted before; raises UnansweredError."""
        found = self._unlimited(known, rule, facts, used)
        claimed, why, over = found.pence, "", Over.REFUSED
        if rule.limit is not None and not _is_lifted(rule, known):
            limit = self.calculator(known, rule).price(rule.limit, facts, used)
            over = rule.limit.over
            if limit.pence < found.pence:
                why = f"The limit is {sum_words(limit.pence)}"
                if over is Over.WARNED:
                    left = found.pence - limit.pence
                    return _rounded(
                        rule, found, found.pence, "", over, f"{why}; {sum_words(left)} is over it."
                    )
                found = _lowered(found, limit.pence, f"the limit is {_why_limit(limit)}")
        for name in rule.never_more_than:
            other = self._other(known, name, facts)
            if other is not None and other < found.pence:
                why = f"Never more than {sum_words(other)} ({name.replace('_', ' ')})"
                found = _lowered(found, other, f"never more than {sum_words(other)}")
        return _rounded(rule, found, claimed, why, over)

    def _unlimited(self, known: Known, rule: Rule, facts: Facts, used: Number) -> Sum:
        calculator = self.calculator(known, rule)
        if rule.price is not None:
            return calculator.price(rule.price, facts, used)
        cost = quantity_of(facts, "cost")
        if cost is None:
            raise UnansweredError("Please add what it cost.")
        words = f"the cost of {sum_words(cost)}"
        if rule.share is not None:
            words = f"{share_words(rule.share)} of {words}"
        found = Sum(_share_of_cost(rule, facts), sum_words(cost), "at cost", words)
        return calculator.multiplied(rule.times, facts, found)

    def _other(self, known: Known, name: str, facts: Facts) -> Number | None:
        """Return what a sum is compared with: what another rule pays, or a money fact."""
        for rule in self._rules.get(name, ()):
            if rule.holds_on(known.on):
                try:
                    found = self._unlimited(known, rule, facts, _NOTHING).pence
                    if rule.limit is None or _is_lifted(rule, known):
                        return found
                    return min(found, self.calculator(known, rule).price(rule.limit, facts).pence)
                except UnansweredError:
                    return None
        return quantity_of(facts, name)


def tier_key(rule: Rule, running: Period, known: Known) -> Hashable:
    """Return what entries have in common whose quantities tiers count together."""
    group = group_key(running, known.place, known.facts)
    return group, tuple(known.facts.get(fact) for fact in rule.running_for)


def counted_for(price: Price, facts: Facts) -> Fraction:
    """Return how much of what is counted an entry brings: minutes, miles or how many."""
    return quantity_of(with_own_quantity(price, facts), price.quantity) or _NOTHING


def share_words(share: Fraction) -> str:
    """Write a share as "1/7" where a percentage would not be whole, else as "50%"."""
    percent = 100 * share
    if percent.denominator == 1:
        return f"{number_words(percent)}%"
    return f"{share.numerator}/{share.denominator}"


def rounding_of(rule: Rule) -> Rounding:
    """Return how the sum of a rule is rounded."""
    return rule.rounding or (_WHOLE_UNIT if rule.unit else TO_THE_PENNY)


def _rounded(
    rule: Rule, found: Sum, claimed: Number, why: str, over: Over, warning: str = ""
) -> Worked:
    rounding = rounding_of(rule)
    pence = rounding.apply(found.pence)
    if pence != found.pence:
        words = found.words + rounded_words(rounding)
        found = Sum(pence, found.quantity, found.rate, words, found.sources)
    left = rounding.apply(claimed) - pence if why else _NOTHING
    sentence = f"{why}; {sum_words(left)} is over it." if left else warning
    return Worked(found, left, sentence, over)


def _lowered(found: Sum, pence: Number, why: str) -> Sum:
    return dataclasses.replace(found, pence=pence, words=f"{found.words}; {why}")


def _why_limit(limit: Sum) -> str:
    said = sum_words(limit.pence)
    return said if limit.words == said else f"{said} ({limit.words})"


def _share_of_cost(rule: Rule, facts: Facts) -> Fraction:
    cost = quantity_of(facts, "cost") or _NOTHING
    return cost if rule.share is None else cost * rule.share


def _added_up(before: Mapping[str, FactValue], facts: Facts) -> dict[str, FactValue]:
    """Add up the quantities of entries that are counted together; else the newest fact counts."""
    both = {**before, **facts}
    if not before:
        return both
    for name in (ADDED_UP & before.keys() & facts.keys()) | (ADDED_UP & ONE_IF_NOT_GIVEN):
        both[name] = (quantity_of(before, name) or _NOTHING) + (
            quantity_of(facts, name) or _NOTHING
        )
    return both


def _is_lifted(rule: Rule, known: Known) -> bool:
    unless = None if rule.limit is None else rule.limit.unless
    return unless is not None and unless.holds(known.facts)
