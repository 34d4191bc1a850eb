"""Plan once how work is priced that is alike, before what was counted so far is looked at."""

import bisect
import dataclasses
import datetime
import functools
import operator
import typing
from collections.abc import Callable, Hashable, Mapping
from fractions import Fraction

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.policy.amounts import Number, plain
from coprod_desktop.domain.policy.answers import Quote
from coprod_desktop.domain.policy.caps import cut_words, is_lifted
from coprod_desktop.domain.policy.cases import Case, Entry
from coprod_desktop.domain.policy.circumstances import Known, gather
from coprod_desktop.domain.policy.conditions import Facts, facts_of
from coprod_desktop.domain.policy.engine import Pricing, hourly_pence, reason
from coprod_desktop.domain.policy.facts import FACTS, quantity_of
from coprod_desktop.domain.policy.memos import Memo
from coprod_desktop.domain.policy.periods import PeriodKind
from coprod_desktop.domain.policy.plans import CapUse, Course, Plan, Portion, Priced
from coprod_desktop.domain.policy.prices import Over, Price
from coprod_desktop.domain.policy.quoting import NotPublishedError
from coprod_desktop.domain.policy.rules import (
    Cap,
    CountsAs,
    Measure,
    Policy,
    Rule,
    Section,
    Subject,
)
from coprod_desktop.domain.policy.sums import PublishedOn, counted_for, tier_key
from coprod_desktop.domain.policy.used_facts import of_price
from coprod_desktop.domain.policy.working_out import PublishedRate, UnansweredError

Holidays = Callable[[datetime.date], frozenset[datetime.date]]
"""Return the bank holidays around a day."""

_ONE_BY_ONE = frozenset("earlier elsewhere paid agreed_on cancelled_on born_on".split())
"""Work that says one of these is priced by itself: it only counts, or its own day decides."""
_RARE = _ONE_BY_ONE | frozenset("breaks unpaid agreed_rate attended cancelled_by".split())
_ALWAYS = _RARE | {"kind", "time"}
_FOLLOWS_FROM = {"ends": "starts", "got_home": "left_home", "away": "away_that_day"}
_OF_ONE_PLACE = (PeriodKind.ENTRY, PeriodKind.SESSION)
_UNKNOWN_FIGURE = (DomainError, NotPublishedError)
_MOST, _FEW = 20_000, 2_000

Found = Plan | Quote | None


@dataclasses.dataclass(frozen=True, slots=True)
class _Stretch:
    """What was found for days that are alike: plans, and the prices that several of them share."""

    found: dict[Hashable, Found]
    portions: dict[Course, Memo[Number, Portion]]


class Plans:
    """How one policy prices work, for everybody, kept for all work that is alike.

    Alike is what has the same facts, as far as the policy looks at them, on days on which the same
    rules and the same published figures hold. `ending` closes every reason.
    """

    def __init__(
        self, policy: Policy, published: PublishedOn, holidays: Holidays, ending: str
    ) -> None:
        self._policy, self._published, self._holidays = policy, published, holidays
        self.ending = ending
        self._codes: dict[str, None] = {}
        self._pricing = Pricing(policy, self._look_up)  # nothing is ever counted in it
        watched = _watched(policy)
        self._watched = tuple(watched - _RARE)
        self._watched_rarely = tuple(watched)
        self._values = operator.itemgetter(*self._watched)
        self._usual_count = len(self._watched) + 1
        """How many facts work has that says its day, all that is watched, and nothing else."""
        self._asks_for_words = any(rule.includes for rule in policy.rules)
        self._edges = _edges(policy)
        self._numbers = {id(rule): number for number, rule in enumerate(policy.rules)}
        self._courses: dict[Hashable, Course] = {}
        self._of_stretch: dict[Hashable, _Stretch] = {}
        self._of_day = Memo(self._stretch_of)
        self.day, self.ordinal = datetime.date.min, 0
        self._stretch = _Stretch({}, {})
        self._found = self._stretch.found
        self.nothing = Memo(self._nothing)
        """The offer for work of which limits leave nothing, by what they say."""

    def turn_to(self, day: datetime.date) -> None:
        """Turn to another day; work mostly comes in the order of days."""
        self.day, self.ordinal = day, day.toordinal()
        self._stretch = self._of_day[day]
        self._found = self._stretch.found

    def of(self, facts: Facts, words: Mapping[str, str]) -> Found:
        """Return the plan of work of the day, or its offer where nothing that was counted matters.

        None where it has to be priced by itself.
        """
        if len(facts) == self._usual_count:
            try:
                key: Hashable = self._values(facts)  # with all of them, nothing rare is among them
            except KeyError:
                key = self._key(facts)
        else:
            key = self._key(facts)
        if self._asks_for_words:
            key = key, words.get("kind")
        try:
            return self._found[key]
        except KeyError:
            return self._new(key, Entry(subject=Subject.WORK, facts=facts, words=words))

    def _key(self, facts: Facts) -> Hashable:
        """Return what work of the day says of all that the policy looks at."""
        watched = self._watched if _RARE.isdisjoint(facts) else self._watched_rarely
        return tuple(map(facts.get, watched))

    def _new(self, key: Hashable, entry: Entry) -> Found:
        found = self._make(entry, self.day)
        if len(self._found) >= _MOST:
            self._found.clear()
            self._stretch.portions.clear()
        self._found[key] = found
        return found

    # --- days that are alike ---------------------------------------------------------------------

    def _stretch_of(self, day: datetime.date) -> "_Stretch":
        used = self._policy.used_facts
        alike = (
            bisect.bisect_right(self._edges, day),
            day if "on" in used else None,
            day.weekday() if "weekday" in used else None,
            day.month if "month" in used else None,
            "bank_holiday" in used and day in self._holidays(day),
            *(self._figure(code, day) for code in self._codes),
        )
        return self._of_stretch.setdefault(alike, _Stretch({}, {}))

    def _figure(self, code: str, day: datetime.date) -> PublishedRate | None:
        try:
            return self._published(code, day)
        except _UNKNOWN_FIGURE:
            return None

    def _look_up(self, code: str, day: datetime.date) -> PublishedRate:
        """Look a figure up; from then on, days on which it differs are not alike."""
        if code not in self._codes:
            self._codes[code] = None
            self._of_day.clear()
            self._of_stretch.clear()
            self.turn_to(self.day)
        return self._published(code, day)

    def _nothing(self, cuts: tuple[str, ...]) -> Quote:
        return Quote(offered_pence=0, rate_pence=0, because=reason(list(cuts), self.ending))

    # --- plans -----------------------------------------------------------------------------------

    def _make(self, entry: Entry, day: datetime.date) -> Found:
        (known,) = gather(self._policy, Case(entries=(entry,)), self._holidays(day))
        if known.facts.keys() & _ONE_BY_ONE:
            return None
        try:
            return self._first(known)
        except _UNKNOWN_FIGURE:  # whoever prices it by itself says so
            return None

    def _first(self, known: Known) -> Found:
        pricing = self._pricing
        if any(pricing.selection.allowances(known, Subject.WORK)):
            return None
        pricing.begin()
        chosen = pricing.selection.choose(known)
        rule = chosen.rule
        counts = any(self._counts(known, one) for one in (rule, chosen.fee) if one is not None)
        if chosen.because or chosen.is_included or rule is None or not counts:
            pricing.take(known)
        elif pricing.has_what_it_needs(known, rule):
            return None if pricing.warnings else self._plan(known, rule)
        return None if pricing.warnings else pricing.offer(self.ending)

    def _counts(self, known: Known, rule: Rule) -> bool:
        is_shared = rule.together is not None or rule.running is not None
        return is_shared or bool(self._caps(known, rule))

    def _caps(self, known: Known, rule: Rule) -> list[int]:
        return self._pricing.caps.holding(known, rule)

    def _plan(self, known: Known, rule: Rule) -> Plan | None:
        price, time = rule.price, quantity_of(known.facts, "time")
        caps = [self._policy.caps[index] for index in self._pricing.caps.covering(rule)]
        if price is None or not time or not _is_common(rule) or not all(map(_is_common_cap, caps)):
            return None
        course, minutes = self._course(known, rule), plain(time)
        portions = Memo(functools.partial(self._portion, known, rule, price), _FEW)
        if {price.quantity, *of_price(price)} == {"time"}:  # then all kinds of work are paid alike
            portions = self._stretch.portions.setdefault(course, portions)
        return Plan(course, minutes, portions[minutes], portions)

    def _portion(self, known: Known, rule: Rule, price: Price, minutes: Number) -> Portion:
        """Return the price of so much of some work, as if nothing more had been done."""
        facts = {**known.facts, "time": Fraction(minutes)}
        part = dataclasses.replace(known, facts=facts)
        counted = plain(counted_for(price, facts)) if rule.running else 0
        hourly = hourly_pence(rule)
        prices = Memo(functools.partial(self._priced, part, rule, hourly), _FEW)
        return Portion(price, counted, prices)

    def _priced(self, known: Known, rule: Rule, hourly: int, used: Number) -> Priced | None:
        try:
            worked = self._pricing.sums.limited(known, rule, known.facts, used)
        except (UnansweredError, *_UNKNOWN_FIGURE):
            return None
        priced = Priced(rule, hourly, worked.found, self.ending)
        return priced if isinstance(priced.pence, int) else None

    def _course(self, known: Known, rule: Rule) -> Course:
        running = rule.running
        key = None if running is None else tier_key(rule, running, known)
        uses = []
        for index in self._caps(known, rule):
            lifted = is_lifted(self._policy.caps[index], known)
            uses.append((index, self._pricing.caps.key(index, known), lifted))
        number = self._numbers.get(id(rule))  # an agreed rate has a rule of its own
        alike = (rule if number is None else number, key, tuple(uses))
        if alike not in self._courses:
            caps = [_use(self._policy.caps[use[0]], *use) for use in uses]
            is_money = [self._policy.caps[use.index].measure is Measure.MONEY for use in caps]
            self._courses[alike] = Course(
                rule,
                key,
                of_time=tuple(use for use, is_it in zip(caps, is_money, strict=True) if not is_it),
                of_money=tuple(use for use, is_it in zip(caps, is_money, strict=True) if is_it),
            )
        return self._courses[alike]


def _use(cap: Cap, index: int, key: Hashable, is_lifted: bool) -> CapUse:
    most = typing.cast(Fraction, cap.at_most)  # as `_is_common_cap` has seen
    return CapUse(
        index=index,
        key=key,
        is_lifted=is_lifted,
        most=plain(most),
        cut_words=Memo(functools.partial(cut_words, cap, most)),
    )


def _watched(policy: Policy) -> frozenset[str]:
    """Return the facts in which work differs that is not alike."""
    used = policy.used_facts
    sources = {source for fact, source in _FOLLOWS_FROM.items() if fact in used}
    known = FACTS.keys() | {fact.name for fact in policy.own_facts}
    # `used_facts` leaves out what is also the name of a rule.
    named = {rule.name for rule in policy.rules} & known
    return (used | _ALWAYS | sources | named) - {"on"}


def _edges(policy: Policy) -> list[datetime.date]:
    """Return the days on which something of the policy begins to hold, or no longer holds."""
    parts: tuple[Policy | Rule | Cap, ...] = (policy, *policy.rules, *policy.caps)
    starts = {part.starts_on for part in parts if part.starts_on}
    ends = {part.ends_on for part in parts if part.ends_on and part.ends_on < datetime.date.max}
    return sorted(starts | {day + datetime.timedelta(days=1) for day in ends})


def _is_common(rule: Rule) -> bool:
    """Say whether a rule is of the kind that plans are made for: a fee in money for an entry."""
    return (
        rule.section is Section.FEE
        and rule.counts_as is CountsAs.PAYMENT
        and not (rule.unit or rule.limit or rule.never_more_than)
        and rule.together is None
        and "time" not in rule.running_for
    )


def _is_common_cap(cap: Cap) -> bool:
    """Say whether plans can be made for what a cap covers: one limit, whatever the time is."""
    asked = {*facts_of(cap.when), *cap.for_each}
    if cap.unless is not None:
        asked |= facts_of(cap.unless)
    return (
        isinstance(cap.at_most, Fraction)
        and not cap.is_excess
        and cap.over is not Over.WARNED
        and cap.measure in (Measure.MONEY, Measure.TIME)
        and cap.per.kind not in _OF_ONE_PLACE
        and "time" not in asked
    )
