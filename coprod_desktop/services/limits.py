"""Watch the limits that a person asked about, and say beforehand what work or money comes to."""

import dataclasses
import datetime
from collections.abc import Collection, Iterable, Sequence

from coprod_desktop.domain.contributions import Choice, Contribution, WorkState, settle_choice
from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.domain.limit_sums import (
    Counted,
    Limits,
    LimitWarning,
    PayDay,
    counted,
    weigh,
)
from coprod_desktop.domain.limits import (
    OWN_RULES,
    LimitRule,
    LimitWatch,
    WorkAllowance,
    clean_watch,
    period_of,
)
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.domain.rates import RateBook
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.services.decisions import check_not_topped_up
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.dues import dues, payable
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.services.rates import rate_book
from coprod_desktop.services.run_lines import run_numbered, subjects
from coprod_desktop.storage import pay_runs, top_ups
from coprod_desktop.storage.work import Reading

Told = tuple[Participant, LimitWarning]
_PERMITTED_PENCE, _PERMITTED_HOURS = "permitted-work-week", "permitted-work-hours"
_CARERS_PENCE, _TAPER = "carers-allowance-week", "uc-taper"
_ALLOWANCES = {
    WorkAllowance.HOUSING: "uc-work-allowance-housing",
    WorkAllowance.NO_HOUSING: "uc-work-allowance-no-housing",
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PublishedLimits:
    """The figures of a day, in pence and minutes; None for one that is not in the file."""

    permitted_pence: int | None
    permitted_minutes: int | None
    carers_pence: int | None
    allowance_housing_pence: int | None
    allowance_no_housing_pence: int | None


class LimitService:
    """The verbs about limits; nothing here blocks, and nothing of it is printed or exported."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def watch(self, participant_id: int) -> LimitWatch | None:
        """Return what a person asked us to watch, if they asked."""
        with self._desk.reading() as reading:
            return _watch_of(reading, participant_id)

    def save(self, watch: LimitWatch) -> LimitWatch:
        """Save what a person asked (the id is given here), in the place of what they asked before.

        Raises LimitMissingError, DateImpossibleError, NegativeMoneyError or NotFoundError.
        """
        clean = clean_watch(watch)
        with self._desk.transaction("watch a limit") as work:
            work.get(Participant, watch.participant_id)
            known = _watch_of(work, watch.participant_id)
            if known is None:
                clean = dataclasses.replace(clean, limit_watch_id=self._desk.new_id())
                work.add(clean)
            else:
                clean = dataclasses.replace(clean, limit_watch_id=known.limit_watch_id)
                work.update(clean)
        return clean

    def stop(self, participant_id: int) -> None:
        """Watch no longer; the history keeps that it was so, and nothing of what it was.

        Raises NotFoundError where nothing is watched.
        """
        with self._desk.transaction("stop watching a limit") as work:
            watch = _watch_of(work, participant_id)
            if watch is None:
                raise NotFoundError(noun="limit watch", name=participant_id)
            work.remove(watch)

    def published(self, day: datetime.date | None = None) -> PublishedLimits:
        """Return the published figures of a day, or of today."""
        on = day or self._desk.today()
        with self._desk.reading() as reading:
            book = rate_book(reading)
        hours = _figure(book, _PERMITTED_HOURS, on)
        return PublishedLimits(
            permitted_pence=_figure(book, _PERMITTED_PENCE, on),
            permitted_minutes=None if hours is None else hours * 60,
            carers_pence=_figure(book, _CARERS_PENCE, on),
            allowance_housing_pence=_figure(book, _ALLOWANCES[WorkAllowance.HOUSING], on),
            allowance_no_housing_pence=_figure(book, _ALLOWANCES[WorkAllowance.NO_HOUSING], on),
        )

    def warnings_for_entry(
        self, rows: Sequence[Sequence[Contribution]]
    ) -> tuple[LimitWarning | None, ...]:
        """Say of each row, one person's priced work of a day, how close it brings them.

        Nothing is saved. The money is expected on the day of the work plus the days-to-pay promise,
        or today where that day has passed; the warning says so. Rows further up count as well.
        """
        with self._desk.reading() as reading:
            watches = {watch.participant_id: watch for watch in reading.find(LimitWatch)}
            if not watches:
                return tuple(None for _row in rows)
            scales = _Scales(reading, self._desk.today())
            ids = {piece.contribution_id for row in rows for piece in row}
            found, earlier = list[LimitWarning | None](), dict[int, list[Counted]]()
            for row in rows:
                watch = watches.get(row[0].participant_id) if row else None
                if watch is None:
                    found.append(None)
                    continue
                if watch.participant_id not in earlier:
                    known = scales.known(watch.participant_id, without=ids, are_unpaid_counted=True)
                    earlier[watch.participant_id] = known
                before = earlier[watch.participant_id]
                day, pay_day = scales.expected(max(piece.worked_on for piece in row))
                added = _counted(row, day)
                found.append(scales.weigh(watch, before, added, day, pay_day))
                before.extend(added)
        return tuple(found)

    def warnings_before_run(
        self, up_to_on: datetime.date, pay_on: datetime.date | None = None
    ) -> tuple[Told, ...]:
        """Say who would come close by a pay run that is not prepared yet; nothing is saved."""
        own, day = self._desk.operator.participant_id, pay_on or self._desk.today()
        with self._desk.reading() as reading:
            added, ids = dict[int, list[Counted]](), set[int]()
            for due in payable(dues(reading, up_to_on, day), own):
                counts = _counted(due.work, day)
                added.setdefault(due.participant.participant_id, []).extend(counts)
                ids |= {piece.contribution_id for piece in due.work}
            return self._in_run(reading, added, ids, day)

    def warnings_for_run(self, number: int) -> tuple[Told, ...]:
        """Say who comes close by a pay run, on the day it is to be paid; raises NotFoundError."""
        with self._desk.reading() as reading:
            run = run_numbered(reading, number)
            day = run.settled_on or run.pay_on
            lines = [one for one in pay_runs.lines_of(reading, run.pay_run_id) if one.is_live]
            added: dict[int, list[Counted]] = {}
            for piece in reading.among(Contribution, subjects(lines, LineKind.CONTRIBUTION)):
                added.setdefault(piece.participant_id, []).extend(_counted([piece], day))
            for top_up in reading.among(TopUp, subjects(lines, LineKind.TOP_UP)):
                if top_up.is_for_work:
                    added.setdefault(top_up.participant_id, []).append(_on_top(top_up, day))
            return self._in_run(reading, added, {line.subject_id for line in lines}, day)

    def _in_run(
        self,
        reading: Reading,
        added: dict[int, list[Counted]],
        ids: Collection[int],
        day: datetime.date,
    ) -> tuple[Told, ...]:
        """Weigh what a run pays; `ids` are of the work and top-ups that it holds."""
        scales, found = _Scales(reading, self._desk.today()), list[Told]()
        watches = [one for one in reading.find(LimitWatch) if one.participant_id in added]
        people = {one.participant_id: one for one in reading.among(Participant, added)}
        for watch in watches:
            known = scales.known(watch.participant_id, without=ids, are_unpaid_counted=False)
            counts = added[watch.participant_id]
            warning = scales.weigh(watch, known, counts, day, PayDay.RUN)
            if warning is not None:
                found.append((people[watch.participant_id], warning))
        return tuple(sorted(found, key=lambda told: told[0].name))

    def wait(self, participant_id: int, up_to_on: datetime.date) -> int:
        """Let a person's approved work up to a day wait for a later pay run; return how many.

        It is the choice "deferred", which can be changed again; where the person had taken a part,
        the offer is whole again and wants a new approval. Raises ToppedUpError.
        """
        with self._desk.transaction("record payment choice") as work:
            found = [due for due in dues(work, up_to_on, self._desk.today()) if due.work]
            pieces = [
                piece
                for due in found
                if due.participant.participant_id == participant_id
                for piece in due.work
            ]
            check_not_topped_up(work, [piece.contribution_id for piece in pieces])
            work.update_all(_waiting(piece) for piece in pieces)
        return len(pieces)


class _Scales:
    """Weigh people's sums against the figures of one file."""

    def __init__(self, reading: Reading, today: datetime.date) -> None:
        self._reading = reading
        self._today = today
        self._book: RateBook = rate_book(reading)
        self._promise = datetime.timedelta(days=organisation_of(reading).promise_days)

    def expected(self, worked_on: datetime.date) -> tuple[datetime.date, PayDay]:
        """Return when work of a day is expected to be paid, and why then."""
        promised = worked_on + self._promise
        if promised < self._today:
            return self._today, PayDay.OVERDUE
        return promised, PayDay.PROMISED

    def known(
        self, participant_id: int, *, without: Collection[int], are_unpaid_counted: bool
    ) -> list[Counted]:
        """Return what is in the file of one person; what is not in a run yet may have no day."""
        found = self._reading.find(Contribution, participant_id=participant_id)
        pieces = [one for one in found if one.contribution_id not in without]
        ids = [one.contribution_id for one in pieces]
        paying = pay_runs.paying(self._reading, LineKind.CONTRIBUTION, ids)
        told = list[Counted | None]()
        for piece in pieces:
            live = paying.get(piece.contribution_id)
            day = self.expected(piece.worked_on)[0] if are_unpaid_counted else None
            if live is not None:
                day = live.paid_on or live.pay_on
            told.append(counted(piece, day))
        return [one for one in told if one is not None] + self._on_top(participant_id, without)

    def _on_top(self, participant_id: int, without: Collection[int]) -> list[Counted]:
        """Return what was paid on top of a person's work, on the day of that payment."""
        found = [
            one
            for one in top_ups.live_of_person(self._reading, participant_id)
            if one.is_for_work and one.top_up_id not in without
        ]
        ids = [one.top_up_id for one in found]
        paying = pay_runs.paying(self._reading, LineKind.TOP_UP, ids)
        days = {key: live.paid_on or live.pay_on for key, live in paying.items()}
        return [_on_top(one, days[one.top_up_id]) for one in found if one.top_up_id in days]

    def weigh(
        self,
        watch: LimitWatch,
        known: Sequence[Counted],
        added: Sequence[Counted],
        pay_on: datetime.date,
        pay_day: PayDay,
    ) -> LimitWarning | None:
        """Weigh with the figures of the week or month that holds the payment."""
        limits = _limits(self._book, watch, period_of(watch, pay_on).first_on)
        return weigh(watch, limits, known, added, pay_on, pay_day)


def _limits(book: RateBook, watch: LimitWatch, first_on: datetime.date) -> Limits:
    """Return the figures for a period by its first day: benefits change with a whole week."""
    if watch.rule in OWN_RULES:
        return Limits(pence=watch.own_pence, minutes=watch.own_minutes)
    if watch.rule is LimitRule.PERMITTED_WORK:
        hours = _figure(book, _PERMITTED_HOURS, first_on)
        pence = _figure(book, _PERMITTED_PENCE, first_on)
        minutes = None if hours is None else hours * 60
        return Limits(pence=pence, minutes=minutes, is_known=pence is not None)
    if watch.rule is LimitRule.CARERS_ALLOWANCE:
        pence = _figure(book, _CARERS_PENCE, first_on)
        return Limits(pence=pence, is_known=pence is not None)
    taper, code = _figure(book, _TAPER, first_on), _ALLOWANCES.get(watch.work_allowance)
    pence = None if code is None else _figure(book, code, first_on)
    is_known = taper is not None and (code is None or pence is not None)
    return Limits(pence=pence, taper_percent=taper or 0, is_known=is_known)


def _figure(book: RateBook, code: str, day: datetime.date) -> int | None:
    try:
        return int(book.on(code, day).value)
    except NotFoundError:
        return None


def _watch_of(reading: Reading, participant_id: int) -> LimitWatch | None:
    found = reading.find(LimitWatch, participant_id=participant_id)
    return found[0] if found else None


def _counted(pieces: Iterable[Contribution], paid_on: datetime.date) -> list[Counted]:
    found = (counted(piece, paid_on) for piece in pieces)
    return [one for one in found if one is not None]


def _on_top(top_up: TopUp, paid_on: datetime.date) -> Counted:
    """Return what a top-up counts: its money on the day it is paid, and no time again."""
    return Counted(worked_on=top_up.made_on, minutes=0, pence=top_up.pence, paid_on=paid_on)


def _waiting(piece: Contribution) -> Contribution:
    waiting = settle_choice(piece, Choice.DEFER)
    if waiting.agreed_pence > piece.agreed_pence:
        return dataclasses.replace(waiting, state=WorkState.LOGGED)
    return waiting
