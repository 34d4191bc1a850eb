"""Work out what an edit of many contributions would do, with their prices, before it is saved."""

import dataclasses
import datetime
from collections.abc import Callable, Iterator, Sequence

from coprod_desktop.domain.bulk_edits import (
    BulkPlan,
    ContributionEdit,
    Difference,
    Entry,
    LeftRow,
    PlannedRow,
    differences,
)
from coprod_desktop.domain.bulk_errors import (
    ApprovedStaysError,
    OwnOfferError,
    PaidStaysError,
    PartStaysError,
)
from coprod_desktop.domain.contributions import (
    LOCKED_STATES,
    Contribution,
    WorkState,
    open_state,
)
from coprod_desktop.domain.dates import check_day
from coprod_desktop.domain.errors import (
    DayTooLongError,
    DomainError,
    PartAboveOfferError,
    ToppedUpError,
)
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.time import MINUTES_IN_DAY, check_minutes
from coprod_desktop.services.price_again import is_same_work, with_promise_of
from coprod_desktop.services.pricing import PriceList
from coprod_desktop.storage import bulk_edits, contributions
from coprod_desktop.storage.work import Reading

Progress = Callable[[int, int], None]
_STEP = 100
_TOLD = (
    "worked_on",
    "minutes",
    "project_id",
    "kind_of_work",
    "capacity",
    "pay",
    "what",
    "skills",
    "note",
    "state",
    "offered_pence",
    "agreed_pence",
)


@dataclasses.dataclass(frozen=True, slots=True)
class _Pair:
    before: Contribution
    after: Contribution

    @property
    def is_same_work(self) -> bool:
        return is_same_work(self.before, self.after)


def planned(
    reading: Reading,
    row_ids: Sequence[int],
    edit: ContributionEdit,
    *,
    today: datetime.date,
    own_id: int | None,
    progress: Progress,
) -> BulkPlan:
    """Return what would change and what stays; `own_id` is the operator's own participant.

    Raises NotFoundError, DateOutOfRangeError or the errors of a length of time, where the edit
    fits no contribution at all.
    """
    _check(reading, edit, today)
    found = sorted(reading.among(Contribution, row_ids), key=_in_order)
    topped = bulk_edits.topped_up_by(reading, row_ids)
    planning = _Planning(reading, edit, own_id, topped)
    pairs = [pair for before in found for pair in planning.pair(before)]
    priced = planning.priced(planning.within_days(pairs), progress)
    entries = planning.entries(found)
    return BulkPlan(
        edit=edit,
        row_ids=tuple(row_ids),
        records=tuple(pair.after for pair in priced),
        changes=planning.changes(priced, entries),
        left=tuple(
            LeftRow(entry=entries[row_id], error=planning.left[row_id])
            for row_id in (one.contribution_id for one in found)
            if row_id in planning.left
        ),
        same=planning.same,
        before_pence=sum(pair.before.offered_pence for pair in priced),
        after_pence=sum(pair.after.offered_pence for pair in priced),
        change_id=bulk_edits.latest_change_id(reading),
    )


def stays_because(before: Contribution, topped_up_by: dict[int, int]) -> DomainError | None:
    """Return why a contribution is not changed together with others; None where it may be."""
    if before.state in LOCKED_STATES:
        return PaidStaysError()
    number = topped_up_by.get(before.contribution_id)
    if number is not None:
        return ToppedUpError(number=number)
    is_approved = before.state is WorkState.APPROVED
    return ApprovedStaysError(noun="contribution") if is_approved else None


class _Planning:
    """One look at many contributions; what stays as it is comes into `left`, by id."""

    def __init__(
        self,
        reading: Reading,
        edit: ContributionEdit,
        own_id: int | None,
        topped_up_by: dict[int, int],
    ) -> None:
        self._reading = reading
        self._edit = edit
        self._own_id = own_id
        self._topped_up_by = topped_up_by
        self.left: dict[int, DomainError] = {}
        self.same = 0

    def pair(self, before: Contribution) -> Iterator[_Pair]:
        """Give the contribution with what it would become, unless it stays."""
        try:
            after = self._edit.apply(before)
        except DomainError as error:
            self.left[before.contribution_id] = error
            return
        if after == before:
            self.same += 1
            return
        refusal = self._refusal(before, after)
        if refusal is not None:
            self.left[before.contribution_id] = refusal
            return
        yield _Pair(before, dataclasses.replace(after, state=open_state(before.state)))

    def _refusal(self, before: Contribution, after: Contribution) -> DomainError | None:
        refusal = stays_because(before, self._topped_up_by)
        is_own = before.participant_id == self._own_id
        if refusal is None and is_own and not is_same_work(before, after):
            return OwnOfferError()
        return refusal

    def within_days(self, pairs: list[_Pair]) -> list[_Pair]:
        """Leave out what would give somebody more than 24 hours on one day."""
        if self._edit.worked_on is None and self._edit.minutes is None:
            return pairs
        totals = contributions.minutes_by_day(self._reading)
        kept = []
        for pair in pairs:
            whose = pair.before.participant_id
            was, now = (whose, pair.before.worked_on), (whose, pair.after.worked_on)
            totals[was] -= pair.before.minutes
            total = totals.get(now, 0) + pair.after.minutes
            if total > MINUTES_IN_DAY:
                totals[was] += pair.before.minutes
                self.left[pair.before.contribution_id] = DayTooLongError(minutes=total)
            else:
                totals[now] = total
                kept.append(pair)
        return kept

    def priced(self, pairs: list[_Pair], progress: Progress) -> list[_Pair]:
        """Price all of them by one list of prices; what cannot be priced stays.

        Whatever stays counts with the price it has, so the others are priced once more then.
        """
        while True:
            pairs = [pair for pair in pairs if pair.before.contribution_id not in self.left]
            left_before = len(self.left)
            done = self._priced_once(pairs, progress)
            if len(self.left) == left_before:
                return done

    def _priced_once(self, pairs: list[_Pair], progress: Progress) -> list[_Pair]:
        anew = [pair.before.contribution_id for pair in pairs if not pair.is_same_work]
        prices = PriceList(self._reading, but_not=anew)
        done = []
        for at, pair in enumerate(sorted(pairs, key=lambda one: _in_order(one.after))):
            if at % _STEP == 0:
                progress(at, len(pairs))
            try:
                if pair.is_same_work:
                    after = with_promise_of(pair.before, pair.after)
                else:
                    after = prices.price(pair.after)
            except PartAboveOfferError as error:
                self.left[pair.before.contribution_id] = PartStaysError(**error.facts)
            except DomainError as error:
                self.left[pair.before.contribution_id] = error
            else:
                done.append(_Pair(pair.before, after))
        progress(len(pairs), len(pairs))
        return done

    # --- what the reader is told ---------------------------------------------------------------

    def entries(self, found: Sequence[Contribution]) -> dict[int, Entry]:
        """Return which entry each contribution is."""
        names = bulk_edits.names_of(self._reading, {one.participant_id for one in found})
        return {
            one.contribution_id: Entry(
                row_id=one.contribution_id,
                who=names[one.participant_id],
                on=one.worked_on,
                what=one.what or one.kind_of_work,
            )
            for one in found
        }

    def changes(self, priced: list[_Pair], entries: dict[int, Entry]) -> tuple[PlannedRow, ...]:
        """Return what would change, in the order of the days as they were."""
        projects = {one.project_id: one.name for one in self._reading.find(Project)}
        in_order = sorted(priced, key=lambda pair: _in_order(pair.before))
        return tuple(
            PlannedRow(
                entry=entries[pair.before.contribution_id],
                differences=tuple(
                    _with_names(one, projects)
                    for one in differences(pair.before, pair.after, _TOLD)
                ),
            )
            for pair in in_order
        )


def _check(reading: Reading, edit: ContributionEdit, today: datetime.date) -> None:
    if edit.worked_on is not None:
        check_day(edit.worked_on, today)
    if edit.minutes is not None:
        check_minutes(edit.minutes)
    if edit.project_id is not None:
        reading.get(Project, edit.project_id)


def _with_names(one: Difference, projects: dict[int, str]) -> Difference:
    if one.field != "project_id":
        return one
    before, after = (projects.get(int(str(key)), "") for key in (one.before, one.after))
    return Difference(field="project", before=before, after=after)


def _in_order(contribution: Contribution) -> tuple[datetime.date, int]:
    return contribution.worked_on, contribution.contribution_id
