"""Short ways to raise what a charity pays after something was agreed."""

import datetime
from typing import Any

from coprod_desktop.domain.expenses import ExpenseItem, ExpenseKind
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import PayRun
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.services.expenses import ExpenseLine
from coprod_desktop.services.policies import Repricing
from tests.builders import PAID_ON, a_policy
from tests.services.world import GRACE, IDRIS, World

SIXTH = datetime.date(2026, 4, 6)
TENTH = datetime.date(2026, 4, 10)
LONG_AGO = datetime.date(2020, 1, 2)


def rule(world: World, from_on: datetime.date = SIXTH, **fields: Any) -> Repricing:
    """Save a version of the simple rules from a day on."""
    return world.office.policies.save(a_policy(**fields).text, from_on)


def journey(world: World, person: Participant, day: datetime.date = TENTH) -> ExpenseItem:
    """Claim 22 miles by car, approve them and return the line."""
    line = ExpenseLine(spent_on=day, kind=ExpenseKind.CAR, what="To the group", tenth_miles=220)
    claim = world.approved_claim(person, line)
    return world.office.expenses.items(claim.expense_claim_id)[0]


def paid_at_45p(world: World) -> Participant:
    """Let 22 miles of 10 April be priced at 45p, approved and paid; 55p holds from the 6th on."""
    rule(world, LONG_AGO, car_mile_pence=45)
    person = world.person()
    journey(world, person)
    world.settled_run()
    rule(world, car_mile_pence=55)
    return person


def settled(world: World, number: int, paid_on: datetime.date = PAID_ON) -> PayRun:
    """Take a prepared run to its end; Idris approves."""
    world.sit(IDRIS)
    world.office.pay_runs.approve(number)
    world.sit(GRACE)
    world.office.payment_files.record(number)
    return world.office.settling.settle(number, paid_on)


def owed(world: World) -> list[tuple[int, int, int]]:
    """Return what each difference was, is now, and pays."""
    found = world.office.top_ups.differences()
    return [(one.was_pence, one.now_pence, one.pence) for one in found.differences]


def on_top(world: World) -> list[TopUp]:
    """Return the top-ups that count."""
    return [one for one in world.records(TopUp)[TopUp] if one.is_live]
