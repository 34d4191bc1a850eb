"""When a piece of work was done, as far as its session's clock times tell."""

import dataclasses
from collections.abc import Iterable, Sequence

from coprod_desktop.domain.activities import Activity
from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.text import fold


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TimedWork:
    """A contribution with the session it belongs to, if any."""

    work: Contribution
    activity: Activity | None = None

    @property
    def session_span(self) -> tuple[int, int] | None:
        """The session's first and last minute of the day; None where they are not known."""
        return None if self.activity is None else _span(self.activity)

    @property
    def span(self) -> tuple[int, int] | None:
        """The same for this work: preparing and travelling were at another time of the day."""
        if self.activity is None or self.activity.held_on != self.work.worked_on:
            return None
        is_own = fold(self.work.kind_of_work) == fold(self.activity.kind_of_work)
        return self.session_span if is_own else None

    @property
    def is_worth(self) -> bool:
        """Say whether the hour is paid for or valued: by money, by a salary, or as unpaid time."""
        work = self.work
        return work.pay is Pay.SALARY or bool(work.offered_pence or work.value_pence)

    @property
    def facts(self) -> str:
        """Everything about the work that a finding of several pieces depends on."""
        work = self.work
        money = (work.pay.value, work.offered_pence, work.agreed_pence, work.value_pence)
        place = (work.project_id, work.participant_id, work.worked_on, self.span)
        told = (work.contribution_id, work.minutes, fold(work.kind_of_work), *money, *place)
        return "/".join(map(str, told))


def _span(activity: Activity) -> tuple[int, int] | None:
    if not activity.starts_at or not activity.ends_at:
        return None
    begins, ends = minute_of(activity.starts_at), minute_of(activity.ends_at)
    # A session that ends before it begins went past midnight, or was typed wrongly.
    return (begins, ends) if begins < ends else None


def minute_of(clock: str) -> int:
    """Return the minute of the day of a time as "10:00"."""
    hours, _colon, minutes = clock.partition(":")
    return int(hours) * 60 + int(minutes)


def clock_of(minute: int) -> str:
    """Write a minute of the day as "10:00"."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def clusters(entries: Iterable[TimedWork]) -> list[list[TimedWork]]:
    """Return the groups of two or more sessions that overlap, each with all its entries.

    Entries of one session stand in one group and are no overlap by themselves; one that ends as
    the next begins is none either.
    """
    timed = [(one.span, one) for one in entries if one.span is not None]
    timed.sort(key=lambda pair: (pair[0], pair[1].work.contribution_id))
    groups: list[list[TimedWork]] = []
    until = -1
    for span, entry in timed:
        if groups and span[0] < until:
            groups[-1].append(entry)
        else:
            groups.append([entry])
        until = max(until, span[1])
    return [group for group in groups if len(sessions_of(group)) > 1]


def sessions_of(group: Sequence[TimedWork]) -> set[int]:
    """Return the ids of the sessions of a group."""
    return {one.activity.activity_id for one in group if one.activity is not None}
