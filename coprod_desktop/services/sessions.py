"""Log a session: one activity, many people, their work and small expenses, all in one save."""

import dataclasses
import datetime
from collections.abc import Iterable

from coprod_desktop.domain.activities import Activity, clean_activity
from coprod_desktop.domain.contributions import (
    Choice,
    Contribution,
    Pay,
    WorkState,
    settle_choice,
)
from coprod_desktop.domain.dates import check_day
from coprod_desktop.domain.errors import DayTooLongError
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, ExpenseKind, clean_item
from coprod_desktop.domain.participants import Capacity, Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.time import MINUTES_IN_DAY
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.pricing import PriceList, priced_item
from coprod_desktop.services.sheet_drafts import DRAFT_NAME
from coprod_desktop.storage import contributions, kept_drafts
from coprod_desktop.storage.work import Work


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """One person on the sheet: minutes by kind of work, and one small expense.

    `expense_pence` is the cost, or `tenth_miles` the distance for a vehicle paid by the mile.
    """

    participant_id: int
    capacity: Capacity
    minutes: tuple[tuple[str, int], ...]
    skills: str = ""
    pay: Pay = Pay.PAID
    choice: Choice = Choice.ACCEPT
    part_pence: int = 0
    expense_kind: ExpenseKind | None = None
    expense_pence: int = 0
    tenth_miles: int = 0
    note: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SessionEntry:
    """A filled-in session sheet."""

    project_id: int
    title: str
    held_on: datetime.date
    starts_at: str = ""
    ends_at: str = ""
    kind_of_work: str
    place: str = ""
    is_draft: bool = False
    """Whether it is to be looked at again before anybody is asked to approve it."""
    rows: tuple[SessionRow, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PricedRow:
    """What a row offers before it is saved: the priced pieces of work and the expense, in pence."""

    contributions: tuple[Contribution, ...]
    item: ExpenseItem | None = None

    @property
    def expense_pence(self) -> int:
        """What is agreed for the row's expense."""
        return 0 if self.item is None else self.item.agreed_pence

    @property
    def expense_because(self) -> str:
        """The reason of the agreed expense."""
        return "" if self.item is None else self.item.because

    @property
    def offered_pence(self) -> int:
        """What is offered for the row's work."""
        return sum(piece.offered_pence for piece in self.contributions)

    @property
    def agreed_pence(self) -> int:
        """What will be paid for the row's work."""
        return sum(piece.agreed_pence for piece in self.contributions)

    @property
    def because(self) -> str:
        """The reasons of the row's offer, one line each."""
        return "\n".join(piece.because for piece in self.contributions)


class SessionService:
    """The verbs about session sheets."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def quote(self, entry: SessionEntry) -> tuple[PricedRow, ...]:
        """Return what each row would offer; nothing is saved. Raises as `log`."""
        with self._desk.reading() as reading:
            prices = PriceList(reading)
            return tuple(
                self._price(prices, entry, row, self._activity(entry, 0)) for row in entry.rows
            )

    def log(self, entry: SessionEntry, *, is_sheet: bool = False) -> Activity:
        """Save the activity with everybody's work and expenses.

        With `is_sheet` the sheet that was kept while it was typed is forgotten in the same breath.
        Raises NameMissingError, DayTooLongError (over 24 hours for one person on one day),
        DateOutOfRangeError, NegativeMoneyError, PartAboveOfferError or NotFoundError.
        """
        check_day(entry.held_on, self._desk.today())
        activity = clean_activity(self._activity(entry, self._desk.new_id()))
        with self._desk.transaction("log session") as work:
            _check_known(work, entry)
            prices = PriceList(work)
            priced = [self._price(prices, entry, row, activity) for row in entry.rows]
            _check_day(work, entry, priced)
            work.add(activity)
            work.add_all(Contribution, [piece for row in priced for piece in row.contributions])
            claims = [
                self._claim(entry, row, offer.item)
                for row, offer in zip(entry.rows, priced, strict=True)
                if offer.item is not None
            ]
            work.add_all(ExpenseClaim, [claim for claim, _item in claims])
            work.add_all(ExpenseItem, [item for _claim, item in claims])
            if is_sheet:
                kept_drafts.forget(work, DRAFT_NAME, self._desk.operator.operator_id)
        return activity

    def _activity(self, entry: SessionEntry, activity_id: int) -> Activity:
        return Activity(
            activity_id=activity_id,
            project_id=entry.project_id,
            title=entry.title,
            held_on=entry.held_on,
            starts_at=entry.starts_at,
            ends_at=entry.ends_at,
            kind_of_work=entry.kind_of_work,
            place=entry.place,
        )

    def _price(
        self, prices: PriceList, entry: SessionEntry, row: SessionRow, activity: Activity
    ) -> PricedRow:
        pieces = [
            prices.price(
                self._contribution(entry, row, activity.activity_id, kind, minutes), activity
            )
            for kind, minutes in row.minutes
            if minutes
        ]
        if row.choice is Choice.PART:
            pieces = _share_part(pieces, row.part_pence)
        item = self._item(prices, entry, row)
        return PricedRow(contributions=tuple(pieces), item=item)

    def _contribution(
        self, entry: SessionEntry, row: SessionRow, activity_id: int, kind: str, minutes: int
    ) -> Contribution:
        return Contribution(
            contribution_id=self._desk.new_id(),
            participant_id=row.participant_id,
            project_id=entry.project_id,
            activity_id=activity_id or None,
            worked_on=entry.held_on,
            minutes=minutes,
            kind_of_work=kind,
            capacity=row.capacity,
            what=entry.title if kind == entry.kind_of_work else f"{kind}: {entry.title}",
            skills=row.skills,
            pay=row.pay,
            choice=Choice.ACCEPT if row.choice is Choice.PART else row.choice,
            state=WorkState.DRAFT if entry.is_draft else WorkState.LOGGED,
            note=row.note,
        )

    def _item(self, prices: PriceList, entry: SessionEntry, row: SessionRow) -> ExpenseItem | None:
        kind = row.expense_kind
        if kind is None or not (row.expense_pence or row.tenth_miles):
            return None
        item = clean_item(
            ExpenseItem(
                expense_item_id=self._desk.new_id(),
                expense_claim_id=0,
                spent_on=entry.held_on,
                kind=kind,
                what=f"{kind.capitalize()}: {entry.title}",
                tenth_miles=row.tenth_miles,
                claimed_pence=row.expense_pence,
                agreed_pence=row.expense_pence,
            )
        )
        return priced_item(prices, row.participant_id, entry.project_id, item, has_receipt=False)

    def _claim(
        self, entry: SessionEntry, row: SessionRow, item: ExpenseItem
    ) -> tuple[ExpenseClaim, ExpenseItem]:
        claim = ExpenseClaim(
            expense_claim_id=self._desk.new_id(),
            participant_id=row.participant_id,
            project_id=entry.project_id,
            claimed_on=entry.held_on,
            state=WorkState.DRAFT if entry.is_draft else WorkState.LOGGED,
        )
        return claim, dataclasses.replace(item, expense_claim_id=claim.expense_claim_id)


def _check_known(work: Work, entry: SessionEntry) -> None:
    """Refuse a project or person who is not in the file; raises NotFoundError."""
    work.get(Project, entry.project_id)
    for row in entry.rows:
        work.get(Participant, row.participant_id)


def _check_day(work: Work, entry: SessionEntry, priced: Iterable[PricedRow]) -> None:
    """Refuse more than 24 hours for one person, other work of the day counted too."""
    minutes = contributions.minutes_on_day(work, entry.held_on)
    for piece in (piece for row in priced for piece in row.contributions):
        total = minutes.get(piece.participant_id, 0) + piece.minutes
        if total > MINUTES_IN_DAY:
            raise DayTooLongError(minutes=total)
        minutes[piece.participant_id] = total


def _share_part(pieces: list[Contribution], part_pence: int) -> list[Contribution]:
    """Spread the part that a person accepts over the row's pieces of work, first ones first.

    The last piece takes the rest, so more than the whole offer raises PartAboveOfferError.
    """
    shared, left = [], part_pence
    for index, piece in enumerate(pieces):
        is_last = index == len(pieces) - 1
        share = left if is_last else min(left, piece.offered_pence)
        shared.append(settle_choice(piece, Choice.PART, part_pence=share))
        left -= share
    return shared
