"""The checks of pieces of work: fee, overlaps, entries twice, entries in the future."""

import dataclasses
import datetime
from collections.abc import Iterable, Iterator, Sequence

from coprod_desktop.domain.checks.clock import TimedWork, clock_of, clusters, sessions_of
from coprod_desktop.domain.checks.findings import (
    CONTRIBUTIONS,
    CheckKind,
    Finding,
    fingerprint_of,
)
from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.money import at_hourly_rate, format_pounds, round_half_up
from coprod_desktop.domain.text import fold
from coprod_desktop.domain.time import words_for_minutes

_MOST_TOLD = 4
_ASK = (
    "Involvement fees are often recognition, not wages. If the work was set, regular and "
    "supervised, ask somebody who knows."
)
_SEE = "Correct what is wrong, or dismiss this with a note that says how it was."


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class MinimumWage:
    """The minimum wage in pence an hour on a day, and for whom it is: "from age 21".

    `is_age_known` is set where the person gave their age; else the adult rate stands in for it.
    """

    hourly_pence: int
    ages: str
    is_age_known: bool = False


def fee_below_minimum_wage(work: Contribution, minimum: MinimumWage) -> Finding | None:
    """Say whether a fee is below the minimum wage for its time, both to the nearest penny.

    It looks at the offer, since taking only a part of it is the person's own choice.
    """
    wage = at_hourly_rate(work.minutes, minimum.hourly_pence)
    if work.pay is not Pay.PAID or not 0 < work.offered_pence < wage:
        return None
    an_hour = format_pounds(round_half_up(work.offered_pence * 60, work.minutes))
    fee, time = format_pounds(work.offered_pence), words_for_minutes(work.minutes)
    named = f"the minimum wage {minimum.ages} is {format_pounds(minimum.hourly_pence)}"
    age = "" if minimum.is_age_known else " We do not know the age, so this is the adult rate."
    return _about(
        work,
        CheckKind.LOW_FEE,
        because=f"{fee} for {time} is about {an_hour} an hour; on that day {named}.{age}",
        advice=_ASK,
        facts=(work.contribution_id, work.offered_pence, work.minutes, minimum.hourly_pence),
    )


def entry_in_future(work: Contribution, today: datetime.date) -> Finding | None:
    """Say whether work is entered before its day; `dates.check_day` refuses only what is far."""
    if work.worked_on <= today:
        return None
    days = (work.worked_on - today).days
    ahead = "tomorrow" if days == 1 else f"{days:,} days ahead"
    return _about(
        work,
        CheckKind.FUTURE,
        because=f"The work is entered for {long_day(work.worked_on)}, {ahead}.",
        advice="Log work when it is done, or dismiss this with a note if it is a plan.",
        facts=(work.contribution_id, work.worked_on),
    )


def paid_and_valued(work: Contribution) -> Finding | None:
    """Say whether one piece of work is paid, or in a salary, and valued as unpaid time as well."""
    is_paid = work.pay is Pay.SALARY or work.agreed_pence > 0
    if not is_paid or not work.value_pence:
        return None
    how = (
        "in a salary" if work.pay is Pay.SALARY else f"paid with {format_pounds(work.agreed_pence)}"
    )
    value = format_pounds(work.value_pence)
    return _about(
        work,
        CheckKind.SAME_HOUR,
        because=f"This work is {how}, and also valued at {value} as unpaid time.",
        advice="An hour counts once: as paid, or as unpaid time. Correct it to price it anew.",
        facts=(work.contribution_id, work.pay, work.agreed_pence, work.value_pence),
    )


def of_one_day(entries: Iterable[TimedWork]) -> tuple[Finding, ...]:
    """Return what overlaps or stands twice; only entries of one person on one day are compared.

    The order of entries does not matter, and each entry that is concerned gets the finding.
    """
    days: dict[tuple[int, datetime.date], dict[int, TimedWork]] = {}
    for one in entries:
        work = one.work
        days.setdefault((work.participant_id, work.worked_on), {})[work.contribution_id] = one
    found: list[Finding] = []
    for by_id in days.values():
        day = [by_id[key] for key in sorted(by_id)]
        if len(day) > 1:
            found += _of_day(day)
    return tuple(sorted(found, key=lambda one: (one.subject_id, one.kind, one.fingerprint)))


def _of_day(day: Sequence[TimedWork]) -> Iterator[Finding]:
    twice = [*_valued_twice(day), *_more_than_session(day)]
    covered = {one.work.contribution_id for group in twice for one in group}
    for group in twice:
        yield from _of_group(CheckKind.SAME_HOUR, group, _twice_words(group))
    overlapping = clusters(day)
    for group in overlapping:
        words = f"These overlap: {_list(group)}."
        for finding in _of_group(CheckKind.OVERLAP, group, words):
            if finding.subject_id not in covered:
                yield finding
    told = [{one.work.contribution_id for one in group} for group in (*twice, *overlapping)]
    for group in _alike(day):
        ids = {one.work.contribution_id for one in group}
        if not any(ids <= other for other in told):
            kind = CheckKind.SAME_HOUR if _is_mixed(group) else CheckKind.DUPLICATE
            yield from _of_group(kind, group, _alike_words(group))


def _is_mixed(group: Sequence[TimedWork]) -> bool:
    """Say whether the same work stands as done in a salary and as paid or valued."""
    ways = {one.work.pay is Pay.SALARY for one in group if one.is_worth}
    return len(ways) > 1


def _valued_twice(day: Sequence[TimedWork]) -> list[list[TimedWork]]:
    """Return overlapping work of which the same hour is paid or valued more than once."""
    groups = clusters(one for one in day if one.is_worth)
    return [group for group in groups if any(one.work.pay is not Pay.SALARY for one in group)]


def _more_than_session(day: Sequence[TimedWork]) -> list[list[TimedWork]]:
    """Return entries of one session that come to more time than the session had."""
    sessions: dict[int, list[TimedWork]] = {}
    for one in day:
        if one.span is not None and one.activity is not None and one.is_worth:
            sessions.setdefault(one.activity.activity_id, []).append(one)
    return [group for group in sessions.values() if len(group) > 1 and _is_over(group)]


def _is_over(group: Sequence[TimedWork]) -> bool:
    begins, ends = group[0].span or (0, 0)
    has_money = any(one.work.pay is not Pay.SALARY for one in group)
    return has_money and sum(one.work.minutes for one in group) > ends - begins


def _alike(day: Sequence[TimedWork]) -> list[list[TimedWork]]:
    """Return entries of the same kind, length and project that may be one and the same."""
    groups: dict[tuple[object, ...], list[TimedWork]] = {}
    for one in day:
        work = one.work
        key = (work.project_id, fold(work.kind_of_work), work.minutes)
        groups.setdefault(key, []).append(one)
    found: list[list[TimedWork]] = []
    for group in groups.values():
        if len(group) > 1:
            found += _split_by_session(group)
    return [group for group in found if len(group) > 1]


def _split_by_session(group: Sequence[TimedWork]) -> list[list[TimedWork]]:
    """Tell sessions apart by their names and times, where every entry has a session."""
    if any(one.activity is None for one in group):
        return [list(group)]
    by_title: dict[str, list[TimedWork]] = {}
    for one in group:
        by_title.setdefault(fold(one.activity.title if one.activity else ""), []).append(one)
    found: list[list[TimedWork]] = []
    for same in by_title.values():
        if any(one.session_span is None for one in same):
            found.append(same)
        else:
            found += _split_by_time(same)
    return found


def _split_by_time(same: Sequence[TimedWork]) -> list[list[TimedWork]]:
    groups: list[list[TimedWork]] = []
    until = -1
    for one in sorted(same, key=lambda one: (one.session_span or (0, 0), one.facts)):
        begins, ends = one.session_span or (0, 0)
        if groups and begins < until:
            groups[-1].append(one)
        else:
            groups.append([one])
        until = max(until, ends)
    return groups


# --- words ---------------------------------------------------------------------------------------


def _twice_words(group: Sequence[TimedWork]) -> str:
    salary = any(one.work.pay is Pay.SALARY for one in group)
    how = "in a salary and also paid or valued" if salary else "paid or valued more than once"
    if len(sessions_of(group)) == 1:
        time = words_for_minutes(sum(one.work.minutes for one in group))
        begins, ends = group[0].span or (0, 0)
        length = words_for_minutes(ends - begins)
        return f"{len(group)} entries for one session come to {time}, and it lasted {length}."
    return f"The same time is {how}: {_list(group)}."


def _alike_words(group: Sequence[TimedWork]) -> str:
    work = group[0].work
    what = f"{work.kind_of_work}, {words_for_minutes(work.minutes)}"
    how_often = "Twice" if len(group) == 2 else f"{len(group)} times"
    if _is_mixed(group):
        how_often += ", in a salary and also paid or valued,"
    return f"{how_often} on {long_day(work.worked_on)} for the same project: {what}."


def _list(group: Sequence[TimedWork]) -> str:
    told = [_line(one) for one in group[:_MOST_TOLD]]
    more = len(group) - len(told)
    return "; ".join(told) + (f"; and {more} more" if more else "")


def _line(entry: TimedWork) -> str:
    begins, ends = entry.span or (0, 0)
    work = entry.work
    worth = "in salary" if work.pay is Pay.SALARY else "unpaid"
    if work.agreed_pence:
        worth = format_pounds(work.agreed_pence)
    return f"{work.what}, {clock_of(begins)} to {clock_of(ends)}, {worth}"


def _of_group(kind: CheckKind, group: Sequence[TimedWork], because: str) -> Iterator[Finding]:
    facts = sorted(one.facts for one in group)
    for one in group:
        yield _about(one.work, kind, because=because, advice=_SEE, facts=facts)


def _about(
    work: Contribution, kind: CheckKind, *, because: str, advice: str, facts: Iterable[object]
) -> Finding:
    return Finding(
        kind=kind,
        subject=CONTRIBUTIONS,
        subject_id=work.contribution_id,
        participant_id=work.participant_id,
        because=because,
        advice=advice,
        fingerprint=fingerprint_of(kind, *facts),
    )
