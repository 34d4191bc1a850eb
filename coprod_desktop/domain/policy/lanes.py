"""The fast lane: price one person's work by plans, with what was counted for them so far."""

import datetime
from collections.abc import Mapping

from coprod_desktop.domain.policy.amounts import Number, plain
from coprod_desktop.domain.policy.answers import Quote
from coprod_desktop.domain.policy.conditions import Facts
from coprod_desktop.domain.policy.engine import Pricing
from coprod_desktop.domain.policy.ledger import Count
from coprod_desktop.domain.policy.planning import Plans
from coprod_desktop.domain.policy.plans import CapUse, Course, Plan, Portion, Priced
from coprod_desktop.domain.policy.rounding import TO_THE_PENNY

_Limit = tuple[Number, Count, CapUse]
"""The most that a cap allows, and what one person has used of it."""

_Held = tuple[Count | None, tuple[_Limit, ...], tuple[_Limit, ...]]
"""What one person's work of one course counts for: tiers, limits of time, limits of money.

Plain tuples, because each is taken apart for every piece of work.
"""


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
        plan = plans.of(facts, words)
        if not isinstance(plan, Plan):
            return plan
        day, minutes = plans.ordinal, plan.minutes
        held = self._of_course.get(plan.course) or self._hold(plan.course)
        tiers, of_time, of_money = held
        # Here, and where it is counted, calls are spared: most work comes this way.
        for most, count, _use in of_time:
            if day < count.since or count.total - count.passed + minutes > most:
                if count.fitting(day, minutes, most) < minutes:
                    return self._in_time(plan, held, day)
        portion = plan.whole
        priced = portion.priced(0 if tiers is None else tiers.so_far(day))
        if priced is None:
            return None
        pence = priced.pence
        for most, count, _use in of_money:
            if day < count.since or count.total - count.passed + pence > most:
                return self._in_money(portion, minutes, priced, held, [], day)
        for _most, count, _use in of_time:
            count.add(day, minutes)
        if tiers is not None:
            tiers.add(day, portion.counted)
        for _most, count, _use in of_money:
            count.add(day, pence)
        return priced.quote

    def _hold(self, course: Course) -> _Held:
        running = course.rule.running
        tiers = None
        if running is not None:
            tiers = self._pricing.sums.tally(course.rule, running).count(course.tier_key)
        held = tiers, self._limits(course.of_time), self._limits(course.of_money)
        self._of_course[course] = held
        return held

    def _limits(self, uses: tuple[CapUse, ...]) -> tuple[_Limit, ...]:
        tallies = self._pricing.caps.tallies
        return tuple((use.most, tallies[use.index].count(use.key), use) for use in uses)

    def _in_time(self, plan: Plan, held: _Held, day: int) -> Quote | None:
        """Return the offer of what limits of time leave, one after the other as in the file."""
        tiers, of_time, _of_money = held
        left, cuts = plan.minutes, list[str]()
        for most, count, use in of_time:
            taken = left if use.is_lifted else count.fitting(day, left, most)
            if taken < left:
                cuts.append(use.cut_words[left - taken])
                left = plain(taken)
        if not left:
            return self._plans.nothing[tuple(cuts)]
        portion = plan.portions[left]
        priced = portion.priced(0 if tiers is None else tiers.so_far(day))
        if priced is None:
            return None
        return self._in_money(portion, left, priced, held, cuts, day)

    def _in_money(
        self,
        portion: Portion,
        minutes: Number,
        priced: Priced,
        held: _Held,
        cuts: list[str],
        day: int,
    ) -> Quote:
        """Return the offer of what limits of money leave, and count it; `cuts` were made before."""
        tiers, of_time, of_money = held
        pence, is_over = priced.pence, False
        for most, count, use in of_money:
            left = count.fitting(day, pence, most)
            if left < pence and not use.is_lifted:
                left = left if isinstance(left, int) else TO_THE_PENNY.apply(left)
                if left < pence:
                    cuts.append(use.cut_words[pence - left])
                    pence, is_over = left, True
        for _most, count, _use in of_time:
            count.add(day, minutes)
        if tiers is not None:
            tiers.add(day, portion.counted)
        for _most, count, _use in of_money:
            count.add(day, pence)
        if not cuts:
            return priced.quote
        if pence or not is_over:
            return priced.within(pence, cuts)
        return self._plans.nothing[tuple(cuts)]
