"""Gather all that is known about each entry of a case: its own facts, the day's, the person's."""

import dataclasses
import datetime
import typing
from collections import defaultdict
from collections.abc import Mapping
from fractions import Fraction

from coprod_desktop.domain.dates import MONTHS, WEEKDAYS
from coprod_desktop.domain.policy.cases import Case, Entry
from coprod_desktop.domain.policy.conditions import Facts
from coprod_desktop.domain.policy.facts import FactValue, quantity_of
from coprod_desktop.domain.policy.periods import working_days_between
from coprod_desktop.domain.policy.rules import Policy, Subject
from coprod_desktop.domain.text import fold

_DAY = 24 * 60
_WEEKDAYS = tuple(map(fold, WEEKDAYS))
_MONTHS = tuple(map(fold, MONTHS))
_ORDER = {Subject.WORK: 0, Subject.JOURNEY: 1, Subject.EXPENSE: 2}


@dataclasses.dataclass(frozen=True, slots=True)
class Known:
    """An entry with every fact that holds for it; `place` is its place in the case."""

    place: int
    entry: Entry
    on: datetime.date
    facts: Facts

    @property
    def subject(self) -> Subject:
        """Whether it is work, a journey or a cost."""
        return self.entry.subject

    @property
    def is_earlier(self) -> bool:
        """Whether it only counts, and is not paid now."""
        return bool(self.facts.get("earlier"))

    @property
    def has_happened(self) -> bool:
        """Whether work was attended and not cancelled."""
        return _has_happened(self.facts)


def gather(policy: Policy, case: Case, holidays: frozenset[datetime.date]) -> tuple[Known, ...]:
    """Return the earlier entries, then the others, each in the order of their days."""
    resolved = [_resolve(policy, case, entry) for entry in case.entries]
    days = _days(case, resolved)
    if "also_that_day" in policy.used_facts:
        _say_what_else(resolved)
    known = [
        Known(place, entry, _day(facts), _derived(facts, days.get(_day(facts), {}), holidays))
        for place, (entry, facts) in enumerate(zip(case.entries, resolved, strict=True))
    ]
    return tuple(sorted(known, key=_order)) if len(known) > 1 else tuple(known)


def _has_happened(facts: Mapping[str, FactValue]) -> bool:
    return facts.get("attended") is not False and not facts.keys() & {
        "cancelled_by",
        "cancelled_on",
    }


def _order(known: Known) -> tuple[object, ...]:
    facts = sorted((name, str(value)) for name, value in known.facts.items())
    sizes = [-(quantity_of(known.facts, name) or 0) for name in ("cost", "miles", "time")]
    subject = _ORDER[known.subject]
    return (not known.is_earlier, known.on, subject, sizes, facts, known.place)


def _day(facts: Mapping[str, FactValue]) -> datetime.date:
    return typing.cast(datetime.date, facts["on"])  # the reader of cases asks for a day


def _resolve(policy: Policy, case: Case, entry: Entry) -> dict[str, FactValue]:
    """Lay the facts of entry, day, person and claim over each other, and take out breaks."""
    near = dict(case.claim) | dict(case.person)
    day = entry.facts.get("on", near.get("on"))
    if isinstance(day, datetime.date):
        near |= dict(case.days.get(day, {}))
    facts = near | dict(entry.facts) | {"entry": entry.subject.value}
    time = quantity_of(facts, "time")
    if entry.subject is Subject.WORK and time is not None and not policy.breaks_are_paid:
        facts["time"] = max(Fraction(0), time - _breaks(policy, facts, time))
    return facts


def _breaks(policy: Policy, facts: Mapping[str, FactValue], time: Fraction) -> Fraction:
    breaks = quantity_of(facts, "breaks")
    if breaks is not None:
        return breaks
    taken = [
        minutes
        for over, counts_itself, minutes in policy.automatic_breaks
        if time > over or (counts_itself and time == over)
    ]
    return max(taken, default=Fraction(0))


def _say_what_else(resolved: list[dict[str, FactValue]]) -> None:
    """Tell each entry which kinds the other entries of its day have."""
    by_day: dict[datetime.date, list[dict[str, FactValue]]] = defaultdict(list)
    for facts in resolved:
        by_day[_day(facts)].append(facts)
    for facts in resolved:
        others = (one for one in by_day[_day(facts)] if one is not facts)
        kinds = (one.get("kind", one.get("vehicle")) for one in others)
        facts["also_that_day"] = frozenset(kind for kind in kinds if isinstance(kind, str))


def _days(
    case: Case, resolved: list[dict[str, FactValue]]
) -> dict[datetime.date, dict[str, FactValue]]:
    """Return what the entries of each day come to together."""
    worked: dict[datetime.date, Fraction] = defaultdict(Fraction)
    away: dict[datetime.date, Fraction] = defaultdict(Fraction)
    sessions: dict[datetime.date, int] = defaultdict(int)
    for entry, facts in zip(case.entries, resolved, strict=True):
        if entry.subject is not Subject.WORK:
            continue
        if not _has_happened(facts):
            continue
        day = _day(facts)
        sessions[day] += 1
        worked[day] += quantity_of(facts, "time") or 0
        away[day] += quantity_of(entry.facts, "away") or 0
    found: dict[datetime.date, dict[str, FactValue]] = {}
    for day in {_day(facts) for facts in resolved}:
        of_day = quantity_of(case.days.get(day, {}), "away")
        known: dict[str, FactValue] = {
            "worked_that_day": worked[day],
            "sessions_that_day": Fraction(sessions[day]),
        }
        together = away[day] if of_day is None else of_day
        if together:
            known["away_that_day"] = together
        found[day] = known
    return found


def _derived(
    facts: Mapping[str, FactValue],
    of_day: Mapping[str, FactValue],
    holidays: frozenset[datetime.date],
) -> dict[str, FactValue]:
    """Add what follows from other facts."""
    day = _day(facts)
    found: dict[str, FactValue] = dict(of_day) | {
        "weekday": _WEEKDAYS[day.weekday()],
        "month": _MONTHS[day.month - 1],
        "bank_holiday": day in holidays,
    }
    found |= dict(facts)
    if "away" in found:
        found.setdefault("away_that_day", found["away"])
    elif "away_that_day" in found:
        found["away"] = found["away_that_day"]
    for first, last in (("starts", "ends"), ("left_home", "got_home")):
        if first in found and last in found:
            found[last] = _after_midnight(found[first], found[last])
    agreed, cancelled, born = (found.get(n) for n in ("agreed_on", "cancelled_on", "born_on"))
    if isinstance(agreed, datetime.date):
        found.setdefault("agreed_before", agreed <= day)
    if isinstance(cancelled, datetime.date):
        found.setdefault("notice_days", Fraction((day - cancelled).days))
        working = working_days_between(cancelled, day, holidays)
        found.setdefault("notice_working_days", Fraction(working))
    booked = found.get("booked_on")
    if isinstance(booked, datetime.date):
        found.setdefault("booked_days", Fraction((day - booked).days))
        working = working_days_between(booked, day, holidays)
        found.setdefault("booked_working_days", Fraction(working))
    if isinstance(born, datetime.date):
        had_birthday = (day.month, day.day) >= (born.month, born.day)
        found.setdefault("age", Fraction(day.year - born.year - (not had_birthday)))
    return found


def _after_midnight(first: FactValue, last: FactValue) -> FactValue:
    """Return the clock time of an end; one before the beginning is after midnight."""
    if isinstance(first, int) and isinstance(last, int) and last <= first:
        return last + _DAY
    return last
