"""What has been counted so far, by rule and by cap, over fixed and rolling stretches of time."""

import bisect
import dataclasses
import datetime
import functools
from collections.abc import Hashable, Mapping
from fractions import Fraction

from coprod_desktop.domain.policy.amounts import Number, plain
from coprod_desktop.domain.policy.conditions import Facts
from coprod_desktop.domain.policy.facts import FactValue
from coprod_desktop.domain.policy.memos import Memo
from coprod_desktop.domain.policy.periods import Period, PeriodKind

_NEVER = datetime.date.max.toordinal() + 1


class Tally:
    """Adds up amounts over stretches of time: each key has a count of its own."""

    def __init__(self, period: Period) -> None:
        self._period = period
        self._counts: dict[Hashable, Count] = {}

    def count(self, key: Hashable) -> "Count":
        """Return what one key has counted."""
        found = self._counts.get(key)
        if found is None:
            period = self._period
            found = Rolling(period) if period.is_rolling else Fixed(period)
            self._counts[key] = found
        return found

    def so_far(self, key: Hashable, day: datetime.date) -> Fraction:
        """Return what counts on a day already."""
        return Fraction(self.count(key).so_far(day.toordinal()))

    def add(self, key: Hashable, day: datetime.date, amount: Number) -> None:
        """Count an amount."""
        self.count(key).add(day.toordinal(), plain(amount))


class Fixed:
    """Sums of stretches that begin and end on fixed days; days are counted by their ordinal."""

    __slots__ = ("_keys", "_sums", "passed", "since", "total")

    def __init__(self, period: Period) -> None:
        self._keys = _keys_of(period)
        self._sums: dict[Hashable, Number] = {}
        self.total = self.passed = 0
        self.since = _NEVER
        """What `Rolling` says at once has to be asked for here: no day is late enough."""

    def so_far(self, day: int) -> Number:
        """Return what was counted in the stretch that holds a day."""
        return self._sums.get(self._keys[day], 0)

    def fitting(self, day: int, amount: Number, most: Number) -> Number:
        """Return what of an amount a limit leaves room for on a day."""
        return max(0, min(amount, most - self.so_far(day)))

    def add(self, day: int, amount: Number) -> None:
        """Count an amount on a day."""
        key = self._keys[day]
        self._sums[key] = self._sums.get(key, 0) + amount


class Rolling:
    """Sums of stretches that end on any day; days are counted by their ordinal.

    Days that come in order cost nearly the same however many came before.
    """

    __slots__ = ("_before", "_days", "_firsts", "_last", "passed", "since", "total")

    def __init__(self, period: Period) -> None:
        self._firsts = _firsts_of(period)
        self._days: list[int] = []
        self._before: list[Number] = []
        """What was counted before each of the days."""
        self._last = 0
        self.total: Number = 0
        self.passed: Number = 0
        self.since = 0
        """Stretches that end on this day or later hold no more than `total` without `passed`.

        Open to be read, so that a limit with plenty of room costs no call.
        """

    def so_far(self, day: int) -> Number:
        """Return what counts in the fullest stretch that holds a day."""
        if day < self._last:
            return self._fullest(day)
        self.passed = self._up_to(bisect.bisect_left(self._days, self._firsts[day]))
        if self.since < _NEVER:
            self.since = day
        return self.total - self.passed

    def fitting(self, day: int, amount: Number, most: Number) -> Number:
        """Return what of an amount a limit leaves room for on a day."""
        if day >= self.since and self.total - self.passed + amount <= most:
            return amount
        return max(0, min(amount, most - self.so_far(day)))

    def _fullest(self, day: int) -> Number:
        """Look at every stretch: what was dealt with before may lie later than the day."""
        high = bisect.bisect_right(self._days, day)
        found = self._between(self._firsts[day], high)
        for place, later in enumerate(self._days[high:], start=high + 1):
            first = self._firsts[later]
            if first > day:
                break
            found = max(found, self._between(first, place))
        return found

    def _between(self, first: int, high: int) -> Number:
        return self._up_to(high) - self._up_to(bisect.bisect_left(self._days, first))

    def _up_to(self, place: int) -> Number:
        return self._before[place] if place < len(self._before) else self.total

    def add(self, day: int, amount: Number) -> None:
        """Count an amount on a day."""
        if day > self._last:
            self._last = day
            self._days.append(day)
            self._before.append(self.total)
        elif day < self._last:
            self._add_before(day, amount)
        self.total += amount
        if amount < 0:
            self.since = _NEVER  # a later stretch may hold more than an earlier one

    def _add_before(self, day: int, amount: Number) -> None:
        place = bisect.bisect_left(self._days, day)
        if self._days[place] != day:
            self._days.insert(place, day)
            self._before.insert(place, self._before[place])
        for index in range(place + 1, len(self._before)):
            self._before[index] += amount


Count = Fixed | Rolling


@functools.cache
def _keys_of(period: Period) -> Memo[int, Hashable]:
    return Memo(lambda day: period.key(datetime.date.fromordinal(day)))


@functools.cache
def _firsts_of(period: Period) -> Memo[int, int]:
    return Memo(lambda day: period.first_of_rolling(datetime.date.fromordinal(day)).toordinal())


def group_key(period: Period, place: int, facts: Facts) -> Hashable:
    """Return what entries that are counted together have in common, besides the day."""
    if period.kind is PeriodKind.ENTRY:
        return place
    if period.kind is PeriodKind.CLAIM:
        return bool(facts.get("earlier"))
    if period.kind is PeriodKind.SESSION:
        return facts["on"], facts.get("session")
    return None


@dataclasses.dataclass(slots=True)
class Pool:
    """Entries whose quantities are added up before the price, and what they were given so far."""

    facts: Mapping[str, FactValue]
    used: Fraction
    given: Number = 0
