"""The fast lane: price one person's work by plans, with what was counted for them so far."""

import dataclasses
import datetime
import typing
from collections.abc import Mapping

from coprod_desktop.domain.policy.amounts import Number, plain
from coprod_desktop.domain.policy.answers import Quote
from coprod_desktop.domain.policy.conditions import Facts
from coprod_desktop.domain.policy.engine import Pricing
from coprod_desktop.domain.policy.ledger import Count
from coprod_desktop.domain.policy.planning import Plans
from coprod_desktop.domain.policy.plans import CapUse, Course, Plan, Portion, Priced
from coprod_desktop.domain.policy.rounding import TO_THE_PENNY


class _Limit(typing.NamedTuple):
    """A cap with what one person has used of it."""

    most: Number
    counted: Count
    use: CapUse


@dataclasses.dataclass(frozen=True, slots=True)
class _Held:
    """Everything that one person's work of one course counts for."""

    tiers: Count | None
    of_time: tuple[_Limit, ...]
    of_money: tuple[_Limit, ...]


class Lane:
    """Prices the common work of one person; it counts where `Pricing.take` counts.

    Both may price in any order, and say the same (tests/domain/policy/test_lanes.py).
    """

    __slots__ = ("_of_course", "_plans", "_pricing")

    def __init__(self, plans: Plans, pricing: Pricing) -> None:
        self._plans = plans
        self._pricing = pricing
        self._of_course: dict[Course, _Held] = {}

    def quote(self, facts: Facts, words: Mapping[str, str]) -> Quote | None:
        """Return what is offered for a piece of work, and count it.

        None, with nothing counted, where it is not common.
        """
        plans, on = self._plans, facts["on"]
        if on != plans.day:
            if not isinstance(on, datetime.date):
                return None
            plans.turn_to(on)
        plan, day = plans.of(facts, words), plans.ordinal
        if not isinstance(plan, Plan):
            return plan
        held = self._of_course.get(plan.course) or self._hold(plan.course)
        minutes = plan.minutes
        for most, count, _use in held.of_time:
            if count.fitting(day, minutes, most) < minutes:
                return self._in_time(plan, held, day)
        return self._priced(plan.whole, minutes, held, [], day)

    def _hold(self, course: Course) -> _Held:
        running = course.rule.running
        tiers = None
        if running is not None:
            tiers = self._pricing.sums.tally(course.rule, running).count(course.tier_key)
        held = _Held(tiers, self._limits(course.of_time), self._limits(course.of_money))
        self._of_course[course] = held
        return held

    def _limits(self, uses: tuple[CapUse, ...]) -> tuple[_Limit, ...]:
        tallies = self._pricing.caps.tallies
        return tuple(_Limit(use.most, tallies[use.index].count(use.key), use) for use in uses)

    def _in_time(self, plan: Plan, held: _Held, day: int) -> Quote | None:
        """Return the offer of what limits of time leave, one after the other as in the file."""
        left, cuts = plan.minutes, list[str]()
        for most, count, use in held.of_time:
            taken = left if use.is_lifted else count.fitting(day, left, most)
            if taken < left:
                cuts.append(use.cut_words[left - taken])
                left = plain(taken)
        if not left:
            return self._plans.nothing[tuple(cuts)]
        return self._priced(plan.portions[left], left, held, cuts, day)

    def _priced(
        self, portion: Portion, minutes: Number, held: _Held, cuts: list[str], day: int
    ) -> Quote | None:
        """Price and count so much time; `cuts` say what was taken out of it."""
        tiers = held.tiers
        priced = portion.priced(0 if tiers is None else tiers.so_far(day))
        if priced is None:
            return None
        for _most, count, _use in held.of_time:
            count.add(day, minutes)
        if tiers is not None:
            tiers.add(day, portion.counted)
        return self._in_money(priced, held, cuts, day)

    def _in_money(self, priced: Priced, held: _Held, cuts: list[str], day: int) -> Quote:
        """Return the offer of what limits of money leave; `cuts` were made before."""
        pence, is_over = priced.pence, False
        for most, count, use in held.of_money:
            left = count.fitting(day, pence, most)
            if left < pence and not use.is_lifted:
                left = left if isinstance(left, int) else TO_THE_PENNY.apply(left)
                if left < pence:
                    cuts.append(use.cut_words[pence - left])
                    pence, is_over = left, True
        for _most, count, _use in held.of_money:
            count.add(day, pence)
        if not cuts:
            return priced.quote
        if pence or not is_over:
            return priced.within(pence, cuts)
        return self._plans.nothing[tuple(cuts)]
