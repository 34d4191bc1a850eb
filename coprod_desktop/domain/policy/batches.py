"""Price one person's entries as they come, each with what was priced before it."""

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence

from coprod_desktop.domain.policy.answers import Quote
from coprod_desktop.domain.policy.cases import Case, Entry
from coprod_desktop.domain.policy.circumstances import Known, gather
from coprod_desktop.domain.policy.conditions import Facts
from coprod_desktop.domain.policy.engine import Pricing
from coprod_desktop.domain.policy.lanes import Lane
from coprod_desktop.domain.policy.planning import Holidays, Plans
from coprod_desktop.domain.policy.rules import Policy, Subject
from coprod_desktop.domain.policy.sums import PublishedOn

OF_A_DAY = frozenset({"worked_that_day", "sessions_that_day", "away_that_day", "also_that_day"})
"""Facts that follow from the other entries of a day."""

_NO_DAYS = frozenset[datetime.date]()


def no_holidays(_day: datetime.date) -> frozenset[datetime.date]:
    """Stand in for the bank holidays where a policy does not ask for them."""
    return _NO_DAYS


class Ledgers:
    """The ledgers of many people by one policy; `ending` closes every reason.

    What can be said of work for everybody is worked out once.
    """

    def __init__(
        self,
        policy: Policy,
        published: PublishedOn,
        holidays: Holidays = no_holidays,
        ending: str = "",
    ) -> None:
        self.policy = policy
        self.published = published
        self.holidays = holidays
        self.ending = ending
        self.plans = Plans(policy, published, holidays, ending)

    def new(self) -> "Ledger":
        """Return the ledger of another person."""
        return Ledger(self)


class Ledger:
    """What one person was given by one policy; every entry that is priced counts for the next."""

    __slots__ = (
        "_asks_about_day",
        "_lane",
        "_places",
        "_policy",
        "_pricing",
        "_same_day",
        "_shared",
    )

    def __init__(self, shared: Ledgers) -> None:
        self._shared = shared
        self._policy = shared.policy
        self._pricing = Pricing(shared.policy, shared.published)
        self._asks_about_day = bool(shared.policy.used_facts & OF_A_DAY)
        self._lane = None if self._asks_about_day else Lane(shared.plans, self._pricing)
        self._same_day: dict[datetime.date, list[Entry]] = defaultdict(list)
        self._places = 0

    def remember(self, entries: Sequence[Entry]) -> None:
        """Count what was given before."""
        for known in self._gather(entries):
            self._pricing.take(self._placed(known))
            self._same_day[known.on].append(known.entry)

    def quote(self, entry: Entry) -> Quote:
        """Return what is offered for a piece of work, and count it."""
        return self.quote_work(entry.facts, entry.words)

    def quote_work(self, facts: Facts, words: Mapping[str, str]) -> Quote:
        """Return what is offered for a piece of work with these facts, and count it."""
        found = None if self._lane is None else self._lane.quote(facts, words)
        if found is None:
            entry = Entry(subject=Subject.WORK, facts=facts, words=words)
            found = self.take(entry).offer(self._shared.ending)
        return found

    def take(self, entry: Entry) -> Pricing:
        """Price an entry, count it, and return what was said of it."""
        known = self._known(entry)
        self._pricing.begin()
        self._pricing.take(self._placed(known))
        if self._asks_about_day:
            self._same_day[known.on].append(entry)
        return self._pricing

    def _known(self, entry: Entry) -> Known:
        """Return the entry with what follows from the other entries of its day."""
        others: list[Entry] = []
        day = entry.facts["on"]
        if self._asks_about_day and isinstance(day, datetime.date):
            others = self._same_day.get(day, [])
        return next(one for one in self._gather([*others, entry]) if one.entry is entry)

    def _gather(self, entries: Sequence[Entry]) -> tuple[Known, ...]:
        days = {day.year: day for day in _days(entries)}
        holidays = _NO_DAYS.union(*map(self._shared.holidays, days.values()))
        return gather(self._policy, Case(entries=tuple(entries)), holidays)

    def _placed(self, known: Known) -> Known:
        """Give an entry a place of its own: what is counted for each entry goes by its place."""
        self._places += 1
        return dataclasses.replace(known, place=self._places)


def _days(entries: Sequence[Entry]) -> list[datetime.date]:
    days = (entry.facts["on"] for entry in entries)
    return [day for day in days if isinstance(day, datetime.date)]


def looks_back(policy: Policy) -> bool:
    """Say whether the price of an entry depends on other entries of the person."""
    if policy.caps or policy.used_facts & OF_A_DAY:
        return True
    return any(rule.together is not None or rule.running is not None for rule in policy.rules)
