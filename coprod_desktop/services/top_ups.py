"""Pay the difference where the rules were raised after something was agreed, each rise once."""

import dataclasses
import datetime
from collections.abc import Iterable, Mapping, Sequence

from coprod_desktop.domain.contributions import Choice
from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.errors import NothingToTopUpError
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import Held, LineKind, PayRun
from coprod_desktop.domain.top_ups import NoTopUp, TopUp, version_in
from coprod_desktop.i18n import _
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.dues import Due, held, payable, top_up_dues
from coprod_desktop.services.pay_runs import PreparedRun, add_run, pay_day
from coprod_desktop.services.rises import Kept, Rise, Rises, find_rises
from coprod_desktop.storage import pay_runs
from coprod_desktop.storage.work import Reading, Work


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One entry that is worth more today: what, when, what it was and is now, in pence, and why."""

    participant_id: int
    participant: str
    kind: LineKind
    subject_id: int
    what: str
    day: datetime.date
    was_pence: int
    now_pence: int
    pence: int
    because: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class NotToppedUp:
    """One entry that has another price today and gets nothing on top, and why."""

    participant: str
    kind: LineKind
    subject_id: int
    what: str
    day: datetime.date
    was_pence: int
    now_pence: int
    because: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What is owed on top, and what is not; nothing of it is saved.

    `since_on` is the day of the earliest rise. `held` are people who would not be paid now; theirs
    is in the list.
    """

    differences: tuple[Difference, ...]
    none: tuple[NotToppedUp, ...]
    held: tuple[Held, ...]
    since_on: datetime.date | None

    @property
    def payment_pence(self) -> int:
        """What is owed on top for work."""
        return sum(one.pence for one in self.differences if one.kind is LineKind.CONTRIBUTION)

    @property
    def reimbursement_pence(self) -> int:
        """What is owed on top for expenses."""
        return sum(one.pence for one in self.differences if one.kind is not LineKind.CONTRIBUTION)

    @property
    def pence(self) -> int:
        """What is owed on top in all."""
        return self.payment_pence + self.reimbursement_pence


class TopUpService:
    """The verbs about top-ups."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def differences(
        self, from_on: datetime.date | None = None, *, policy_id: int | None = None
    ) -> Differences:
        """Return what is owed on top from a day on, or by one version; nothing is saved.

        Only what was approved is looked at: what was not is priced anew when the rules change.
        """
        with self._desk.reading() as reading:
            found = find_rises(reading, from_on=from_on, policy_id=policy_id)
            names = _names(reading, found)
            waiting = held(self._dues(reading, found.rises, self._desk.today()), self._own)
        return Differences(
            differences=tuple(_difference(rise, names) for rise in found.rises),
            none=tuple(_not_topped_up(kept, names) for kept in found.kept),
            held=waiting,
            since_on=_since(found.rises),
        )

    def prepare(
        self,
        from_on: datetime.date | None = None,
        *,
        policy_id: int | None = None,
        pay_on: datetime.date | None = None,
    ) -> PreparedRun:
        """Collect what is owed on top into a run of its own; raises NothingToTopUpError.

        The run goes the way of every other. Taken back, what it held is owed again.
        """
        with self._desk.transaction("prepare top-up run") as work:
            found = find_rises(work, from_on=from_on, policy_id=policy_id)
            day = pay_on or self._desk.today()
            dues = self._dues(work, found.rises, day)
            ready, waiting = payable(dues, self._own), held(dues, self._own)
            if not ready:
                raise NothingToTopUpError(held=len(waiting))
            top_ups = [one for due in ready for one in due.top_ups]
            paid = {(one.kind, one.subject_id) for one in top_ups}
            rises = [one for one in found.rises if _key(one) in paid]
            work.add_all(TopUp, top_ups)
            run = self._run(work, rises, pay_day(day, ready))
            return add_run(self._desk, work, run, ready, waiting)

    @property
    def _own(self) -> int | None:
        return self._desk.operator.participant_id

    def _dues(self, reading: Reading, rises: Iterable[Rise], pay_on: datetime.date) -> list[Due]:
        rises = list(rises)
        by_voucher = {
            rise.agreed.subject_id for rise in rises if rise.agreed.choice is Choice.VOUCHER
        }
        top_ups = [self._top_up(rise) for rise in rises]
        return top_up_dues(reading, top_ups, by_voucher, pay_on)

    def _top_up(self, rise: Rise) -> TopUp:
        return TopUp(
            top_up_id=self._desk.new_id(),
            kind=rise.agreed.kind,
            subject_id=rise.agreed.subject_id,
            participant_id=rise.agreed.participant_id,
            project_id=rise.agreed.project_id,
            policy_id=rise.version.policy_id,
            was_pence=rise.agreed.was_pence,
            pence=rise.pence,
            because=rise.because,
            made_on=self._desk.today(),
        )

    def _run(self, work: Work, rises: Sequence[Rise], pay_on: datetime.date) -> PayRun:
        return PayRun(
            pay_run_id=self._desk.new_id(),
            number=pay_runs.next_number(work),
            up_to_on=max(rise.agreed.on for rise in rises),
            pay_on=pay_on,
            prepared_by_id=self._desk.operator.operator_id,
            prepared_at=self._desk.now(),
            note=_note(rises),
            is_top_up=True,
        )


def _key(rise: Rise) -> tuple[LineKind, int]:
    return rise.agreed.kind, rise.agreed.subject_id


def _is_by_figures(rise: Rise) -> bool:
    """Say whether the same version gives more today, since a published figure is another."""
    return version_in(rise.agreed.because) == rise.version.version


def _since(rises: Iterable[Rise]) -> datetime.date | None:
    """Return from which day the earliest rise holds; of a figure, the first day it is owed for."""
    days = [one.agreed.on if _is_by_figures(one) else one.version.effective_on for one in rises]
    return min(days, default=None)


def _note(rises: Sequence[Rise]) -> str:
    """Say to which rules or figures a run tops up, and from which day."""
    versions = {one.version.version: one.version for one in rises if not _is_by_figures(one)}
    said = [
        _("Top-up to policy version {number}, from {day}.").format(
            number=number, day=long_day(version.effective_on)
        )
        for number, version in sorted(versions.items())
    ]
    by_figures = [one.agreed.on for one in rises if _is_by_figures(one)]
    if by_figures:
        day = long_day(min(by_figures))
        said.append(_("Top-up to the published figures of today, from {day}.").format(day=day))
    return " ".join(said)


def _names(reading: Reading, found: Rises) -> dict[int, str]:
    ids = {one.agreed.participant_id for one in found.rises}
    ids |= {one.agreed.participant_id for one in found.kept}
    return {one.participant_id: one.name for one in reading.among(Participant, ids)}


def _difference(rise: Rise, names: Mapping[int, str]) -> Difference:
    return Difference(
        participant_id=rise.agreed.participant_id,
        participant=names[rise.agreed.participant_id],
        kind=rise.agreed.kind,
        subject_id=rise.agreed.subject_id,
        what=rise.agreed.what,
        day=rise.agreed.on,
        was_pence=rise.agreed.was_pence,
        now_pence=rise.now_pence,
        pence=rise.pence,
        because=rise.because,
    )


def _not_topped_up(kept: Kept, names: Mapping[int, str]) -> NotToppedUp:
    return NotToppedUp(
        participant=names[kept.agreed.participant_id],
        kind=kept.agreed.kind,
        subject_id=kept.agreed.subject_id,
        what=kept.agreed.what,
        day=kept.agreed.on,
        was_pence=kept.agreed.was_pence,
        now_pence=kept.now_pence,
        because=why_not(kept.why),
    )


def why_not(why: NoTopUp) -> str:
    """Say why something gets nothing on top."""
    return {
        NoTopUp.FALL: _("The rules give less now. What was agreed stays; nothing is taken back."),
        NoTopUp.DECLINED: _("They declined the offer, and it stays declined."),
        NoTopUp.PART: _("They chose a part of the offer, and it stays that part."),
        NoTopUp.DEFERRED: _("They asked us to wait with this; it can follow once they are paid."),
        NoTopUp.NOTHING_PAID: _(
            "It was approved without a payment, so there is none to add to. To pay it by the rules "
            "of now, remove it and log it again."
        ),
        NoTopUp.BY_HAND: _(
            "The amount was agreed by hand or came from a sheet, so the rules do not change it."
        ),
        NoTopUp.TOGETHER: _(
            "The rules count it together with other entries of this person, which would get less "
            "now by as much."
        ),
    }[why]
