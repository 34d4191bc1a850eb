"""Save what was typed in one line: the work and the small expenses of one or several people."""

import dataclasses
import datetime
from collections.abc import Iterable

from coprod_desktop.domain.contributions import Choice, Contribution, Pay, settle_choice
from coprod_desktop.domain.dates import check_day
from coprod_desktop.domain.errors import DayTooLongError
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, clean_item
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.quick_entry import QuickKnown
from coprod_desktop.domain.quick_names import QuickNames
from coprod_desktop.domain.small_expenses import SmallCost
from coprod_desktop.domain.text import clean_line, fold
from coprod_desktop.domain.time import MINUTES_IN_DAY, check_minutes
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.name_aliases import aliases_by_folded
from coprod_desktop.services.pricing import PriceList, priced_item
from coprod_desktop.storage import contributions, earlier
from coprod_desktop.storage.work import Reading, Work


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class QuickEntry:
    """A line as it was understood; without minutes it is about expenses alone."""

    participant_ids: tuple[int, ...]
    project_id: int
    day: datetime.date
    minutes: int = 0
    kind_of_work: str = ""
    what: str = ""
    pay: Pay = Pay.PAID
    choice: Choice = Choice.ACCEPT
    part_pence: int = 0
    costs: tuple[SmallCost, ...] = ()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class QuickOffer:
    """What a line comes to: the priced pieces of work, and the claims with their lines."""

    pieces: tuple[Contribution, ...]
    claims: tuple[ExpenseClaim, ...]
    items: tuple[ExpenseItem, ...]

    @property
    def offered_pence(self) -> int:
        """What is offered for the work."""
        return sum(piece.offered_pence for piece in self.pieces)

    @property
    def agreed_pence(self) -> int:
        """What will be paid for the work."""
        return sum(piece.agreed_pence for piece in self.pieces)

    @property
    def expense_pence(self) -> int:
        """What is agreed for the expenses."""
        return sum(item.agreed_pence for item in self.items)


class QuickEntryService:
    """The verbs about one-line entries."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def known(self, kinds: tuple[str, ...]) -> QuickKnown:
        """Return whom and what a line can name; the project of the newest work is the usual one."""
        with self._desk.reading() as reading:
            people = reading.find(Participant, is_active=True)
            projects = reading.find(Project, is_open=True)
            aliases = aliases_by_folded(reading)
            last_id = earlier.last_project_id(reading)
        if len(projects) == 1:
            last_id = projects[0].project_id
        return QuickKnown(
            names=QuickNames(people, aliases),
            projects=tuple(sorted(projects, key=lambda one: fold(one.name))),
            kinds=kinds,
            project_id=last_id,
        )

    def quote(self, entry: QuickEntry) -> QuickOffer:
        """Return what a line would come to; nothing is saved. Raises as `save`."""
        with self._desk.reading() as reading:
            return self._offer(reading, entry)

    def save(self, entry: QuickEntry) -> QuickOffer:
        """Save the work and the expenses of everybody named, all in one change.

        Raises DateOutOfRangeError, DayTooLongError, PartAboveOfferError, NotFoundError, or the
        errors of a length of time, of money and of text.
        """
        with self._desk.transaction("quick entry") as work:
            offer = self._offer(work, entry)
            _check_day(work, offer.pieces)
            work.add_all(Contribution, offer.pieces)
            work.add_all(ExpenseClaim, offer.claims)
            work.add_all(ExpenseItem, offer.items)
        return offer

    def _offer(self, reading: Reading, entry: QuickEntry) -> QuickOffer:
        check_day(entry.day, self._desk.today())
        reading.get(Project, entry.project_id)
        prices, pieces = PriceList(reading), list[Contribution]()
        claims, items = list[ExpenseClaim](), list[ExpenseItem]()
        for participant_id in entry.participant_ids:
            person = reading.get(Participant, participant_id)
            if entry.minutes:
                pieces.append(self._piece(prices, entry, person))
            if entry.costs:
                claim = self._claim(entry, participant_id)
                claims.append(claim)
                items += [self._item(prices, claim, cost, entry) for cost in entry.costs]
        return QuickOffer(pieces=tuple(pieces), claims=tuple(claims), items=tuple(items))

    def _piece(self, prices: PriceList, entry: QuickEntry, person: Participant) -> Contribution:
        piece = prices.price(
            Contribution(
                contribution_id=self._desk.new_id(),
                participant_id=person.participant_id,
                project_id=entry.project_id,
                worked_on=entry.day,
                minutes=check_minutes(entry.minutes),
                kind_of_work=entry.kind_of_work,
                capacity=person.capacity,
                what=clean_line(entry.what) or entry.kind_of_work,
                pay=entry.pay,
                choice=Choice.ACCEPT if entry.choice is Choice.PART else entry.choice,
            )
        )
        if entry.choice is Choice.PART:
            return settle_choice(piece, Choice.PART, part_pence=entry.part_pence)
        return piece

    def _claim(self, entry: QuickEntry, participant_id: int) -> ExpenseClaim:
        return ExpenseClaim(
            expense_claim_id=self._desk.new_id(),
            participant_id=participant_id,
            project_id=entry.project_id,
            claimed_on=entry.day,
        )

    def _item(
        self, prices: PriceList, claim: ExpenseClaim, cost: SmallCost, entry: QuickEntry
    ) -> ExpenseItem:
        about = clean_line(entry.what) or entry.kind_of_work
        item = clean_item(
            ExpenseItem(
                expense_item_id=self._desk.new_id(),
                expense_claim_id=claim.expense_claim_id,
                spent_on=entry.day,
                kind=cost.kind,
                what=f"{cost.kind.capitalize()}: {about}" if about else cost.kind.capitalize(),
                tenth_miles=cost.tenth_miles,
                claimed_pence=cost.pence,
                agreed_pence=cost.pence,
            )
        )
        return priced_item(prices, claim.participant_id, claim.project_id, item, has_receipt=False)


def _check_day(work: Work, pieces: Iterable[Contribution]) -> None:
    """Refuse more than 24 hours for one person, other work of the day counted too."""
    for piece in pieces:
        before = contributions.minutes_on(work, piece.participant_id, piece.worked_on)
        if before + piece.minutes > MINUTES_IN_DAY:
            raise DayTooLongError(minutes=before + piece.minutes)
