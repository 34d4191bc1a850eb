"""Limits over several entries: the earliest use the room first, and what is over is named."""

import dataclasses
from collections.abc import Callable, Hashable
from fractions import Fraction

from coprod_desktop.domain.policy.amounts import Number
from coprod_desktop.domain.policy.circumstances import Known
from coprod_desktop.domain.policy.facts import quantity_of
from coprod_desktop.domain.policy.ledger import Tally, group_key
from coprod_desktop.domain.policy.prices import Over
from coprod_desktop.domain.policy.rounding import TO_THE_PENNY
from coprod_desktop.domain.policy.rules import Cap, CountsAs, Measure, Rule, Section
from coprod_desktop.domain.policy.wording import length_words, number_words, sum_words
from coprod_desktop.domain.policy.working_out import Calculator
from coprod_desktop.domain.text import fold

_KINDS = {
    Section.FEE: "fees",
    Section.CANCELLATION: "fees",
    Section.MILEAGE: "mileage",
    Section.EXPENSE: "expenses",
    Section.ALLOWANCE: "allowances",
}
_NOTHING = Fraction(0)


@dataclasses.dataclass(frozen=True, slots=True)
class Cut:
    """What a limit takes away from an entry, with the sentence that says so."""

    because: str
    pence: Number | None
    """What of a sum is over; None for time, miles or a whole entry."""
    over: Over


_FACTS = {Measure.TIME: "time", Measure.MILES: "miles"}


def _quantity(known: Known, fact: str | None) -> Number:
    """Return what a limit counts of an entry: its time, its miles, or itself."""
    return Fraction(1) if fact is None else quantity_of(known.facts, fact) or _NOTHING


class CapBook:
    """The caps of a policy with what each has counted."""

    def __init__(self, caps: tuple[Cap, ...], calculator: Callable[[Known], Calculator]) -> None:
        self.caps = caps
        self._calculator = calculator
        self.tallies = [Tally(cap.per) for cap in caps]
        self._of_rule: dict[str, tuple[int, ...]] = {}
        self._kept: dict[int, dict[int, Number]] = {}
        self._highest: dict[Hashable, Number] = {}

    def begin(self) -> None:
        """Forget which entries were counted; their places are given to others."""
        self._kept.clear()

    def trim(self, known: Known, rule: Rule) -> tuple[Known | None, list[Cut]]:
        """Take out time, miles or whole entries that are over a limit.

        None where nothing is left of the entry. Several rules that price one entry count it once,
        and what one limit refuses uses no room of another.
        """
        counted = self._kept.get(known.place)
        whole, cuts, is_left = known, list[Cut](), True
        holding = [
            i for i in self.holding(known, rule) if self.caps[i].measure is not Measure.MONEY
        ]
        for index in holding:
            cap, fact = self.caps[index], _FACTS.get(self.caps[index].measure)
            quantity = _quantity(known, fact)
            taken = self._taken(index, known, quantity, is_whole=fact is None)
            if taken < quantity:
                cuts.append(self._cut(index, quantity - taken, known, is_money=False))
                if cap.over is Over.WARNED:
                    continue
                is_left = is_left and bool(taken)
                if fact is not None:
                    known = dataclasses.replace(known, facts={**known.facts, fact: taken})
        self._count_all(holding, whole, known, is_left=is_left, counted=counted)
        return (known if is_left else None), cuts

    def _taken(self, index: int, known: Known, quantity: Number, *, is_whole: bool) -> Number:
        """Return how much of an entry's quantity has room under one limit."""
        cap = self.caps[index]
        if is_lifted(cap, known):
            return quantity
        counted = self._kept.get(known.place, {}).get(index)
        room = max(self._room(index, known) + (counted or _NOTHING), _NOTHING)
        over = max(_NOTHING, quantity - room)
        taken = over if cap.is_excess else quantity - over
        return _NOTHING if is_whole and taken < quantity else taken

    def _count_all(
        self,
        holding: list[int],
        whole: Known,
        known: Known,
        *,
        is_left: bool,
        counted: dict[int, Number] | None,
    ) -> None:
        """Count what is left of an entry under every limit, and none of it twice."""
        kept = self._kept.setdefault(known.place, {})
        for index in holding:
            if counted is not None and index in counted:
                continue
            cap, fact = self.caps[index], _FACTS.get(self.caps[index].measure)
            counts_all = known.is_earlier or cap.is_excess or cap.over is Over.WARNED
            amount = _quantity(whole if counts_all else known, fact)
            amount = amount if is_left or counts_all else _NOTHING
            self._count(index, whole, amount)
            kept[index] = amount

    def cut(self, known: Known, rule: Rule, pence: Number) -> tuple[Number, list[Cut]]:
        """Return what of a sum fits under the limits of money, and what each of them cut."""
        cuts: list[Cut] = []
        counting = []
        for index in self.holding(known, rule):
            cap = self.caps[index]
            if cap.measure is not Measure.MONEY or rule.unit:
                continue
            room = TO_THE_PENNY.apply(Fraction(max(self._room(index, known), _NOTHING)))
            over = min(pence, room) if cap.is_excess else pence - room
            if cap.is_excess:
                self._count(index, known, over)
            else:
                counting.append(index)
            if over > 0 and not is_lifted(cap, known) and not known.is_earlier:
                cuts.append(self._cut(index, over, known, is_money=True))
                pence -= 0 if cap.over is Over.WARNED else over
        for index in counting:
            self._count(index, known, pence)
        return pence, cuts

    def _cut(self, index: int, over: Number, known: Known, *, is_money: bool) -> Cut:
        cap = self.caps[index]
        because = cut_words(cap, self._limit(index, known), over)
        return Cut(because, over if is_money else None, cap.over)

    def holding(self, known: Known, rule: Rule) -> list[int]:
        """Return the places of the caps that hold for an entry paid by a rule."""
        return [i for i in self.covering(rule) if _holds(self.caps[i], known)]

    def covering(self, rule: Rule) -> tuple[int, ...]:
        """Return the places of the caps that cover a rule, holding for an entry or not."""
        covering = self._of_rule.get(rule.name)
        if covering is None:
            covering = tuple(i for i, cap in enumerate(self.caps) if cap.covers & names_of(rule))
            self._of_rule[rule.name] = covering
        return covering

    def _room(self, index: int, known: Known) -> Number:
        so_far = self.tallies[index].so_far(self.key(index, known), known.on)
        return self._limit(index, known) - so_far

    def _limit(self, index: int, known: Known) -> Number:
        """Return the limit; one that depends on the entry is the highest that was met so far."""
        cap = self.caps[index]
        if isinstance(cap.at_most, Fraction):
            return cap.at_most
        limit = self._calculator(known).price(cap.at_most, known.facts).pence
        key = index, self.key(index, known), cap.per.key(known.on)
        self._highest[key] = max(limit, self._highest.get(key, limit))
        return self._highest[key]

    def _count(self, index: int, known: Known, amount: Number) -> None:
        self.tallies[index].add(self.key(index, known), known.on, amount)

    def key(self, index: int, known: Known) -> Hashable:
        """Return whose room an entry uses up: that of one session, of one event, or of all."""
        cap = self.caps[index]
        group = group_key(cap.per, known.place, known.facts)
        return group, tuple(known.facts.get(fact) for fact in cap.for_each)


def is_lifted(cap: Cap, known: Known) -> bool:
    """Say whether an entry is not cut by a cap that holds for it."""
    return cap.unless is not None and cap.unless.holds(known.facts)


def cut_words(cap: Cap, limit: Number, over: Number) -> str:
    """Return the sentence about what a cap, or an excess, takes away."""
    most, per = _said(cap.measure, limit), cap.per.words
    if cap.is_excess:
        sentence = f"{cap.name}: the first {most} {per} is not paid."
    elif cap.measure is Measure.TIMES:
        sentence = f"{cap.name}: over the limit of {most} {per}."
    else:
        said = _said(cap.measure, over)
        sentence = f"{cap.name}: {said} is over the limit of {most} {per}."
    return f"{sentence} {cap.because}".strip()


def names_of(rule: Rule) -> frozenset[str]:
    """Return what a cap may call a rule: its name, its group, or all rules of its kind."""
    of_money = "payments" if rule.counts_as is CountsAs.PAYMENT else "reimbursements"
    named = {fold(rule.name), fold(rule.group), _KINDS.get(rule.section, ""), of_money}
    return frozenset(named - {""} | {"everything"})


def _holds(cap: Cap, known: Known) -> bool:
    starts, ends = cap.starts_on, cap.ends_on
    in_dates = (starts is None or starts <= known.on) and (ends is None or known.on <= ends)
    return in_dates and cap.when.holds(known.facts)


def _said(measure: Measure, amount: Number) -> str:
    if measure is Measure.MONEY:
        return sum_words(amount)
    if measure is Measure.TIME:
        return length_words(amount)
    return f"{number_words(amount)} {'miles' if measure is Measure.MILES else 'times'}"
