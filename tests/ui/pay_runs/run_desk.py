"""A screen of pay runs on a real file, with three people to pay and three who run it."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from PySide6.QtWidgets import QDialog

from coprod_desktop.domain.contributions import Choice
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.participants import BankDetails, Capacity, PaidBy, Participant
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.services.contributions import ContributionFilter
from coprod_desktop.services.expenses import ExpenseEntry, ExpenseLine
from coprod_desktop.services.sessions import SessionEntry, SessionRow
from coprod_desktop.ui.pay_runs.page import PayRunsPage
from coprod_desktop.ui.pay_runs.payment_row import PaymentAction, PaymentRow
from coprod_desktop.ui.pay_runs.screen import make_screen
from tests.builders import TODAY, a_participant
from tests.ui.rooms import Room, add_project

W = TypeVar("W", bound=QDialog)
YESTERDAY = TODAY - datetime.timedelta(days=1)


@dataclass(kw_only=True)
class Desk:
    """The screen on a real file: Amina by bank, Rhodri without an account, Tom in cash.

    Nia sits at the keyboard; Gwyn and Helen can sit down. Amina worked on two days and took the
    bus; she wishes to give £50.00 of it back.
    """

    room: Room
    page: PayRunsPage
    nia: Operator
    gwyn: Operator
    helen: Operator

    def sit(self, operator: Operator) -> None:
        """Let somebody sit down, and the screens hear of it as from the menu."""
        self.room.office.operators.sit_down(operator.operator_id)
        self.room.context.changes.announce(frozenset({"operators"}))

    def prepare(self) -> None:
        """Prepare a run as Nia, and open it."""
        self.room.office.pay_runs.prepare(TODAY, TODAY)
        self.page.open_requested.emit(self.room.office.pay_runs.summaries()[0])

    def approve(self) -> None:
        """Approve it as Gwyn, by the primary action."""
        self.sit(self.gwyn)
        self.page.step.click()

    def export(self) -> None:
        """Prepare and approve a run, and record that its files are made."""
        self.prepare()
        self.approve()
        self.room.office.payment_files.record(1)

    def row(self, name: str) -> PaymentRow:
        """Return the payment to somebody."""
        model = self.page.run.payments
        rows = (model.row_at(number) for number in range(model.rowCount()))
        (found,) = [one for one in rows if one is not None and one.person.name == name]
        return found

    def select(self, name: str) -> None:
        """Select the payment to somebody in the list."""
        self.page.run.payment_list.list.select_key(self.row(name).payment_id)

    def do(self, name: str, action: PaymentAction) -> None:
        """Ask for something to be done with the payment to somebody."""
        self.page.run.payment_list.action_requested.emit(self.row(name), action)

    def dialog(self, kind: type[W]) -> W:
        """Return the dialog of a kind that is open."""
        (found,) = [one for one in self.page.findChildren(kind) if one.isVisible()]
        return found

    def has_dialog(self) -> bool:
        """Say whether any dialog is open."""
        return any(one.isVisible() for one in self.page.findChildren(QDialog))

    def state(self) -> RunState:
        """Return how far the first run has come."""
        return self.room.office.pay_runs.details(1).run.state

    def log(
        self, people: Sequence[Participant], day: datetime.date, project_id: int, what: str
    ) -> None:
        """Log two hours at £25.00 of each."""
        rows = tuple(
            SessionRow(
                participant_id=one.participant_id,
                capacity=Capacity.LIVED_EXPERIENCE,
                minutes=(("Meeting", 120),),
            )
            for one in people
        )
        entry = SessionEntry(
            project_id=project_id, title=what, held_on=day, kind_of_work="Meeting", rows=rows
        )
        self.room.office.sessions.log(entry)


def make_desk(room: Room) -> Desk:
    """Open the screen on three people's approved work."""
    office = room.office
    screen = make_screen(room.context)
    page = cast(PayRunsPage, screen.page)
    page.setProperty("kept", screen)  # as the window keeps it
    page.resize(1300, 800)
    made = Desk(
        room=room,
        page=page,
        nia=office.operators.present,
        gwyn=office.operators.add("Gwyn Rhydderch", "trustee"),
        helen=office.operators.add("Helen Tsang", "treasurer"),
    )
    amina, rhodri, tom = (
        office.participants.add(a_participant(name=name, paid_by=paid_by))
        for name, paid_by in (
            ("Amina Yusuf", PaidBy.BANK),
            ("Rhodri Vaughan", PaidBy.BANK),
            ("Tom Brennan", PaidBy.CASH),
        )
    )
    office.bank_details.save(an_account(amina))
    project = add_project(office)
    made.log([amina, rhodri, tom], TODAY, project.project_id, "Planning meeting")
    made.log([amina], YESTERDAY, project.project_id, "Reading group")
    wish(room, amina)
    bus = ExpenseLine(spent_on=TODAY, kind=ExpenseKind.BUS, what="Bus", pence=460)
    office.expenses.log(
        ExpenseEntry(
            participant_id=amina.participant_id,
            project_id=project.project_id,
            claimed_on=TODAY,
            lines=(bus,),
        )
    )
    office.approvals.approve_up_to(TODAY)
    page.show()
    screen.refresh()
    return made


def an_account(person: Participant, number: str = "00004471") -> BankDetails:
    """Return an account in the person's own name."""
    return BankDetails(
        bank_details_id=0,
        participant_id=person.participant_id,
        account_name=person.name,
        sort_code="001462",
        account_number=number,
    )


def wish(room: Room, person: Participant) -> None:
    """Let somebody wish to give back what they get for their first piece of work."""
    contributions = room.office.contributions
    found = contributions.page(ContributionFilter(participant_id=person.participant_id), None, 5)
    (piece,) = [one for one in found if one.worked_on == TODAY]
    contributions.choose(piece.contribution_id, Choice.DONATE)


def close(desk: Desk) -> None:
    """Hide the page and every dialog of it."""
    for dialog in desk.page.findChildren(QDialog):
        dialog.hide()
    desk.page.hide()
