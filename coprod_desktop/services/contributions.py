"""List and correct contributions, record each person's choice, approve or send back."""

import dataclasses
import datetime
from collections.abc import Sequence
from typing import Any

from coprod_desktop.domain.approvals import Approval, Decision
from coprod_desktop.domain.contributions import (
    Choice,
    Contribution,
    approve,
    check_editable,
    open_state,
    send_back,
    settle_choice,
    submit,
)
from coprod_desktop.domain.dates import check_day
from coprod_desktop.domain.errors import DayTooLongError
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.summaries import ContributionSummary
from coprod_desktop.domain.text import clean_note
from coprod_desktop.domain.time import MINUTES_IN_DAY, check_minutes
from coprod_desktop.services.before_saving import WorkQuote, asked_about_work
from coprod_desktop.services.decisions import all_of, check_not_topped_up, decided
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.price_again import priced_again
from coprod_desktop.services.pricing import PriceList
from coprod_desktop.storage import contributions
from coprod_desktop.storage.contributions import Filter as ContributionFilter
from coprod_desktop.storage.work import Work

__all__ = ["ContributionFilter", "ContributionService"]


class ContributionService:
    """The verbs about contributions."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def page(
        self, chosen: ContributionFilter, after: tuple[datetime.date, int] | None, limit: int
    ) -> tuple[ContributionSummary, ...]:
        """Return the next contributions, latest work first, from behind a (day, id)."""
        with self._desk.reading() as reading:
            return contributions.page(reading, chosen, after=after, limit=limit)

    def marks(
        self, chosen: ContributionFilter, every: int
    ) -> tuple[int, tuple[tuple[datetime.date, int], ...]]:
        """Return how many contributions there are, and the (day, id) of every so-manieth."""
        with self._desk.reading() as reading:
            return contributions.marks(reading, chosen, every)

    def get(self, contribution_id: int) -> Contribution:
        """Return one contribution; raises NotFoundError."""
        with self._desk.reading() as reading:
            return reading.get(Contribution, contribution_id)

    def log(self, contribution: Contribution) -> Contribution:
        """Log one piece of work (the id is given here), priced by the policy of its day.

        Raises DateOutOfRangeError, DayTooLongError, PartAboveOfferError, NotFoundError or the
        errors of a length of time and of text.
        """
        new = _tidied(contribution, contribution_id=self._desk.new_id())
        with self._desk.transaction("log contribution") as work:
            self._check(work, new, before_minutes=0)
            priced = PriceList(work).price(new)
            work.add(priced)
        return priced

    def correct(self, contribution: Contribution) -> Contribution:
        """Save a corrected contribution; an approved one needs approval again.

        The price stays as it was promised unless the work itself is another: who, for what, when,
        how long, which kind, paid or not. Raises AlreadyPaidError for what is in a pay run or paid,
        ToppedUpError, and as `log`.
        """
        with self._desk.transaction("correct contribution") as work:
            before = work.get(Contribution, contribution.contribution_id)
            check_editable(before)
            check_not_topped_up(work, [before.contribution_id])
            fresh = _tidied(contribution, state=open_state(before.state))
            self._check(work, fresh, before_minutes=_on_same_day(before, fresh))
            priced = priced_again(work, before, fresh)
            work.update(priced)
        return priced

    def quote(self, contribution: Contribution) -> WorkQuote:
        """Return what correcting a contribution would offer, and what the policy asks about it.

        Nothing is saved. Raises as `correct`.
        """
        with self._desk.reading() as reading:
            before = reading.get(Contribution, contribution.contribution_id)
            fresh = _tidied(contribution, state=open_state(before.state))
            asked = asked_about_work(PriceList(reading), fresh)
            return WorkQuote(contribution=priced_again(reading, before, fresh), asked=asked)

    def quote_new(self, contribution: Contribution) -> WorkQuote:
        """Return what logging a new piece of work would offer, and what the policy asks about it.

        Nothing is saved. Raises the errors of a length of time and of text.
        """
        new = _tidied(contribution, contribution_id=self._desk.new_id())
        with self._desk.reading() as reading:
            prices = PriceList(reading)
            asked = asked_about_work(prices, new)
            return WorkQuote(contribution=prices.price(new), asked=asked)

    def _check(self, work: Work, contribution: Contribution, before_minutes: int) -> None:
        check_day(contribution.worked_on, self._desk.today())
        work.get(Participant, contribution.participant_id)
        work.get(Project, contribution.project_id)
        others = contributions.minutes_on(work, contribution.participant_id, contribution.worked_on)
        total = others - before_minutes + check_minutes(contribution.minutes)
        if total > MINUTES_IN_DAY:
            raise DayTooLongError(minutes=total)

    def choose(self, contribution_id: int, choice: Choice, part_pence: int = 0) -> Contribution:
        """Record what the person said to the offer; more money than was approved needs a new look.

        Raises PartAboveOfferError, AlreadyPaidError or ToppedUpError.
        """
        with self._desk.transaction("record payment choice") as work:
            before = work.get(Contribution, contribution_id)
            chosen = settle_choice(before, choice, part_pence)
            check_not_topped_up(work, [contribution_id])
            if chosen.agreed_pence > before.agreed_pence:
                chosen = dataclasses.replace(chosen, state=open_state(chosen.state))
            work.update(chosen)
        return chosen

    def submit(self, contribution_ids: Sequence[int]) -> int:
        """Send drafts for approval, all or none; return how many.

        Raises NotFoundError or WrongStateError.
        """
        with self._desk.transaction("send work for approval") as work:
            found = all_of(work, Contribution, contribution_ids)
            work.update_all(submit(one) for one in found)
        return len(found)

    def approve(self, contribution_ids: Sequence[int]) -> int:
        """Approve contributions, all or none; return how many.

        Raises NotFoundError, OwnWorkError or WrongStateError.
        """
        own = self._desk.operator.participant_id
        with self._desk.transaction("approve contributions") as work:
            found = all_of(work, Contribution, contribution_ids)
            work.update_all(approve(one, own) for one in found)
            ids = [one.contribution_id for one in found]
            work.add_all(Approval, [self._decided(row_id, Decision.APPROVED) for row_id in ids])
        return len(found)

    def send_back(self, contribution_id: int, reason: str) -> Contribution:
        """Send a contribution back.

        Raises ReasonMissingError, WrongStateError, NotFoundError or ToppedUpError.
        """
        with self._desk.transaction("send contribution back") as work:
            sent = send_back(work.get(Contribution, contribution_id), reason)
            check_not_topped_up(work, [contribution_id])
            work.update(sent)
            work.add(self._decided(contribution_id, Decision.SENT_BACK, reason))
        return sent

    def _decided(self, contribution_id: int, decision: Decision, reason: str = "") -> Approval:
        return decided(self._desk, "contributions", contribution_id, decision, reason)

    def remove(self, contribution_id: int) -> None:
        """Remove a contribution logged by mistake; raises AlreadyPaidError or ToppedUpError."""
        with self._desk.transaction("remove contribution") as work:
            contribution = work.get(Contribution, contribution_id)
            check_editable(contribution)
            check_not_topped_up(work, [contribution_id])
            work.remove(contribution)


def _tidied(contribution: Contribution, **given: Any) -> Contribution:
    """Return a contribution with clean circumstances and these fields."""
    circumstances = clean_note(contribution.circumstances)
    return dataclasses.replace(contribution, circumstances=circumstances, **given)


def _on_same_day(before: Contribution, after: Contribution) -> int:
    is_same = (before.participant_id, before.worked_on) == (after.participant_id, after.worked_on)
    return before.minutes if is_same else 0
