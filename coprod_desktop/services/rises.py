"""Find what was agreed for less than the rules and figures of today give for the same day."""

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.domain.policy import PolicyVersion, Subject
from coprod_desktop.domain.policy.batches import looks_back
from coprod_desktop.domain.policy.figures_used import paid_by_figures
from coprod_desktop.domain.top_ups import (
    Agreed,
    NoTopUp,
    TopUp,
    difference,
    reason,
    share_out,
    version_in,
)
from coprod_desktop.services.pricing import PriceList, compiled, is_by_policy
from coprod_desktop.storage import top_ups
from coprod_desktop.storage.top_ups import AGREED, ClaimedItem, Days
from coprod_desktop.storage.work import Reading

_DAY = datetime.timedelta(days=1)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Rise:
    """What is owed on top of one entry, in pence, by which version of the policy, and why."""

    agreed: Agreed
    now_pence: int
    pence: int
    because: str
    version: PolicyVersion


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An entry that has another price today and gets nothing on top."""

    agreed: Agreed
    now_pence: int
    why: NoTopUp


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Rises:
    """What is owed on top, and what is not and why; both in order of days."""

    rises: tuple[Rise, ...]
    kept: tuple[Kept, ...]


def find_rises(
    reading: Reading, *, from_on: datetime.date | None = None, policy_id: int | None = None
) -> Rises:
    """Price what is agreed anew, from a day on or by one version, and compare.

    Only what another version priced is looked at, and what is paid by published figures. Everything
    is priced once, in order of days.
    """
    topped = _Topped(top_ups.live(reading))
    rises, kept = list[Rise](), list[Kept]()
    for version, days in _stretches(reading):
        if policy_id not in (None, version.policy_id):
            continue
        found = _Stretch(reading, version, _from(days, from_on), topped)
        rises += found.rises
        kept += found.kept
    return Rises(rises=tuple(sorted(rises, key=_day)), kept=tuple(sorted(kept, key=_day)))


def _day(one: Rise | Kept) -> tuple[datetime.date, int]:
    return one.agreed.on, one.agreed.subject_id


def _stretches(reading: Reading) -> Iterator[tuple[PolicyVersion, Days]]:
    """Give each version with the days on which it holds; the first also holds before its day."""
    versions = sorted(reading.find(PolicyVersion), key=lambda one: (one.effective_on, one.version))
    from_on: datetime.date | None = None
    for version, following in zip(versions, [*versions[1:], None], strict=True):
        to_on = None if following is None else following.effective_on - _DAY
        if from_on is None or to_on is None or from_on <= to_on:
            yield version, Days(from_on=from_on, to_on=to_on)
        from_on = None if following is None else following.effective_on


def _from(days: Days, from_on: datetime.date | None) -> Days:
    if from_on is None or (days.from_on is not None and days.from_on >= from_on):
        return days
    return Days(from_on=from_on, to_on=days.to_on)


_Entry = Contribution | ClaimedItem


class _Topped:
    """What was paid on top before, in pence by subject, and by which version it was."""

    def __init__(self, found: Iterable[TopUp]) -> None:
        self.pence = defaultdict[int, int](int)
        self._came_to = set[tuple[int, int, int]]()
        for one in found:
            self.pence[one.subject_id] += one.pence
            self._came_to.add((one.policy_id, one.subject_id, one.was_pence + one.pence))

    def is_by(self, policy_id: int, piece: Contribution) -> bool:
        """Say whether work has just what a version gives, since that topped it up."""
        pence = piece.agreed_pence + self.pence[piece.contribution_id]
        return (policy_id, piece.contribution_id, pence) in self._came_to


class _Stretch:
    """The days of one version: what was agreed for them, and what it comes to now."""

    def __init__(
        self, reading: Reading, version: PolicyVersion, days: Days, topped: _Topped
    ) -> None:
        self._reading = reading
        self._version = version
        self._days = days
        self._topped = topped
        self._policy = compiled(version.text)
        self.rises: list[Rise] = []
        self.kept: list[Kept] = []
        entries = self._entries()
        is_together = looks_back(self._policy)
        later: list[int] = []
        if is_together and entries:
            entries, later = self._all_of(entries)
        self._compare(self._price(entries, later), is_together=is_together)
        if self.rises:
            self._compare_what_no_policy_priced()

    def _entries(self) -> list[_Entry]:
        """Return what this version did not price, and what it prices by published figures."""
        number, by_figures = self._version.version, paid_by_figures(self._policy)
        but = None if Subject.WORK in by_figures else number
        work = top_ups.agreed_work(self._reading, self._days, but_of_version=but)
        if but is not None:
            policy_id, topped = self._version.policy_id, self._topped
            work = tuple(piece for piece in work if not topped.is_by(policy_id, piece))
        but = None if Subject.EXPENSE in by_figures else number
        items = {
            one.item.expense_item_id: one
            for one in top_ups.agreed_items(self._reading, self._days, but_of_version=but)
        }
        if but is not None and Subject.JOURNEY in by_figures:
            journeys = top_ups.agreed_items(self._reading, self._days, are_journeys=True)
            items |= {one.item.expense_item_id: one for one in journeys}
        return [*work, *items.values()]

    def _all_of(self, entries: Sequence[_Entry]) -> tuple[list[_Entry], list[int]]:
        """Return all entries of these people that count with one another, and those to come."""
        people = {entry.participant_id for entry in entries}
        found: list[_Entry] = [
            *top_ups.priced_work_of(self._reading, people, self._days),
            *top_ups.priced_items_of(self._reading, people, self._days),
        ]
        if self._days.to_on is None:
            return found, []
        after = Days(from_on=self._days.to_on + _DAY)
        later: list[_Entry] = [
            *top_ups.priced_work_of(self._reading, people, after),
            *top_ups.priced_items_of(self._reading, people, after),
        ]
        return found, [_id(entry) for entry in later]

    def _price(
        self, entries: Sequence[_Entry], later: Iterable[int] = ()
    ) -> list[tuple[_Entry, int, str]]:
        """Return each entry with its pence of today and why; what has no price is left out."""
        prices = PriceList(self._reading, but_not=[*map(_id, entries), *later])
        found = []
        for entry in sorted(entries, key=_order):
            try:
                found.append((entry, *_priced(prices, entry)))
            except NotFoundError:  # a published figure that is not known for that day
                continue
        return found

    def _compare(self, priced: Sequence[tuple[_Entry, int, str]], *, is_together: bool) -> None:
        rises: dict[tuple[int, LineKind], list[Rise]] = defaultdict(list)
        room: dict[tuple[int, LineKind], int] = defaultdict(int)
        for entry, now_pence, because in priced:
            agreed = _agreed(entry, self._topped.pence)
            key = agreed.participant_id, agreed.kind
            room[key] += now_pence - agreed.promised_pence
            if not _is_agreed(entry):
                continue
            found = difference(agreed, now_pence)
            if found is NoTopUp.FALL and is_together and self._is_own(agreed):
                continue  # only the order of logging made it dearer
            if isinstance(found, NoTopUp):
                self.kept.append(Kept(agreed=agreed, now_pence=now_pence, why=found))
            elif found:
                rises[key].append(self._rise(agreed, now_pence, found, because))
        for key, same in rises.items():
            self._add(same, room[key] if is_together else None)

    def _is_own(self, agreed: Agreed) -> bool:
        return version_in(agreed.because) == self._version.version

    def _rise(self, agreed: Agreed, now_pence: int, pence: int, because: str) -> Rise:
        return Rise(
            agreed=agreed,
            now_pence=now_pence,
            pence=pence,
            because=because,
            version=self._version,
        )

    def _add(self, rises: Sequence[Rise], room: int | None) -> None:
        """Add the rises of a person; where entries count together, no more than their sum rose."""
        whole = [rise.pence for rise in rises]
        for rise, pence in zip(
            rises, whole if room is None else share_out(whole, room), strict=True
        ):
            if not pence:
                kept = Kept(agreed=rise.agreed, now_pence=rise.now_pence, why=NoTopUp.TOGETHER)
                self.kept.append(kept)
                continue
            because = reason(rise.agreed, pence, rise.now_pence, rise.because)
            self.rises.append(dataclasses.replace(rise, pence=pence, because=because))

    def _compare_what_no_policy_priced(self) -> None:
        """List what was agreed by hand in the days of the rise and would have got more."""
        on = [rise.agreed.on for rise in self.rises]
        days = Days(from_on=min(on), to_on=max(on))
        entries: list[_Entry] = [
            *top_ups.work_by_hand(self._reading, days),
            *top_ups.items_by_hand(self._reading, days),
        ]
        self._compare(self._price(entries), is_together=False)


def _id(entry: _Entry) -> int:
    return entry.contribution_id if isinstance(entry, Contribution) else entry.item.expense_item_id


def _order(entry: _Entry) -> tuple[datetime.date, int, int]:
    """Sort by day; on one day work comes first, then journeys, then costs."""
    if isinstance(entry, Contribution):
        return entry.worked_on, 0, entry.contribution_id
    return entry.item.spent_on, 2 - bool(entry.item.tenth_miles), entry.item.expense_item_id


def _is_agreed(entry: _Entry) -> bool:
    state: WorkState = entry.state
    return state in AGREED


def _priced(prices: PriceList, entry: _Entry) -> tuple[int, str]:
    if isinstance(entry, Contribution):
        offer = prices.quote(entry)
        return offer.offered_pence, offer.because
    quote = prices.price_item(
        entry.participant_id, entry.project_id, entry.item, has_receipt=entry.has_receipt
    )
    return quote.agreed_pence, quote.because


def _agreed(entry: _Entry, topped: Mapping[int, int]) -> Agreed:
    if isinstance(entry, Contribution):
        return Agreed(
            kind=LineKind.CONTRIBUTION,
            subject_id=entry.contribution_id,
            participant_id=entry.participant_id,
            project_id=entry.project_id,
            on=entry.worked_on,
            what=entry.what or entry.kind_of_work,
            offered_pence=entry.offered_pence,
            agreed_pence=entry.agreed_pence,
            because=entry.because,
            is_by_policy=is_by_policy(entry.because),
            topped_pence=topped.get(entry.contribution_id, 0),
            pay=entry.pay,
            choice=entry.choice,
        )
    item = entry.item
    return Agreed(
        kind=LineKind.EXPENSE_CLAIM,
        subject_id=item.expense_item_id,
        participant_id=entry.participant_id,
        project_id=entry.project_id,
        on=item.spent_on,
        what=item.what,
        offered_pence=item.agreed_pence,
        agreed_pence=item.agreed_pence,
        because=item.because,
        is_by_policy=is_by_policy(item.because),
        topped_pence=topped.get(item.expense_item_id, 0),
    )
