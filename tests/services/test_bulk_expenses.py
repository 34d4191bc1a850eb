"""Lines of claims change together; what is agreed, approved or paid keeps its amount."""

import datetime
from dataclasses import replace

from coprod_desktop.domain.bulk_edits import BulkPlan, Difference, ExpenseEdit
from coprod_desktop.domain.bulk_errors import (
    ApprovedStaysError,
    MilesOrCostError,
    OwnOfferError,
    PaidStaysError,
)
from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.errors import DateOutOfRangeError, ToppedUpError
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, ExpenseKind
from coprod_desktop.services.expenses import ExpenseLine
from tests.builders import TODAY, WORKED_ON, a_policy
from tests.services.raising import LONG_AGO, journey, rule
from tests.services.world import World

DAY_BEFORE = WORKED_ON - datetime.timedelta(days=1)
CAP = '\n[[cap]]\nname = "Fares"\ncovers = "expenses"\nat_most = 5\nper = "day"\n'


def line(kind: ExpenseKind, pence: int = 0, tenth_miles: int = 0) -> ExpenseLine:
    return ExpenseLine(spent_on=WORKED_ON, kind=kind, pence=pence, tenth_miles=tenth_miles)


def plan(world: World, edit: ExpenseEdit) -> BulkPlan:
    """Look at what an edit of the lines of all claims would do."""
    every = [one.expense_claim_id for one in world.records(ExpenseClaim)[ExpenseClaim]]
    return world.office.bulk_edits.plan(every, edit)


def items(found: BulkPlan) -> list[ExpenseItem]:
    return [one for one in found.records if isinstance(one, ExpenseItem)]


def left(found: BulkPlan) -> list[type]:
    return [type(one.error) for one in found.left]


def test_lines_of_one_kind_change_and_are_priced_again(world: World) -> None:
    person = world.person()
    world.policy(effective_on=WORKED_ON, car_mile_pence=40, bicycle_mile_pence=20)
    lines = line(ExpenseKind.CAR, tenth_miles=100), line(ExpenseKind.BUS, 460)
    world.claim(person, *lines)
    before = world.records()
    edit = ExpenseEdit(kind=ExpenseKind.BICYCLE, only_kind=ExpenseKind.CAR)
    found = plan(world, edit)
    (item,) = items(found)
    assert (item.kind, item.what, item.claimed_pence, item.agreed_pence) == (
        *(ExpenseKind.BICYCLE, "Bicycle"),
        *(200, 200),
    )
    assert (found.before_pence, found.after_pence) == (400, 200)
    assert found.changes[0].entry.who == "Aisha Rahman"
    world.office.bulk_edits.save(found)
    assert world.office.history.latest(1)[0].verb == "edit several expenses"
    assert item in world.records(ExpenseItem)[ExpenseItem]
    world.office.history.undo()
    assert world.records() == before


def test_only_what_was_bought_becomes_another_cost(file_world: World) -> None:
    world = file_world
    world.claim(world.person(), line(ExpenseKind.CAR, tenth_miles=100), line(ExpenseKind.BUS, 460))
    found = plan(world, ExpenseEdit(kind=ExpenseKind.TRAIN))
    assert [one.kind for one in items(found)] == [ExpenseKind.TRAIN]
    assert left(found) == [MilesOrCostError]
    assert plan(world, ExpenseEdit(spent_on=WORKED_ON)).same == 2


def test_what_is_approved_paid_or_topped_up_stays(world: World) -> None:
    person = world.person()
    world.approved_claim(person)
    world.settled_run()
    world.approved_claim(person)
    world.claim(person)
    found = plan(world, ExpenseEdit(what="To the group"))
    assert sorted(left(found), key=str) == [ApprovedStaysError, PaidStaysError]
    assert len(found.changes) == 1


def test_a_line_that_was_topped_up_keeps_its_whole_claim(file_world: World) -> None:
    world = file_world
    rule(world, LONG_AGO, car_mile_pence=45)
    journey(world, world.person())
    rule(world, car_mile_pence=55)
    number = world.office.top_ups.prepare().run.number
    (stays,) = plan(world, ExpenseEdit(what="Home")).left
    assert isinstance(stays.error, ToppedUpError)
    assert stays.error.facts == {"number": number}


def test_an_amount_that_somebody_agreed_stays(file_world: World) -> None:
    world = file_world
    world.claim(world.person(), line(ExpenseKind.BUS, 460))
    (item,) = world.records(ExpenseItem)[ExpenseItem]
    world.office.expenses.agree(item.expense_item_id, 400, "A day ticket")
    (changed,) = items(plan(world, ExpenseEdit(kind=ExpenseKind.TRAIN, spent_on=DAY_BEFORE)))
    assert (changed.agreed_pence, changed.because) == (400, "A day ticket")
    assert changed.spent_on == DAY_BEFORE


def test_lines_moved_to_one_day_share_its_cap(file_world: World) -> None:
    world = file_world
    world.office.policies.save(a_policy().text + CAP, LONG_AGO)
    person = world.person()
    for days in (1, 2):
        day = WORKED_ON - datetime.timedelta(days=days)
        world.claim(person, replace(line(ExpenseKind.BUS, 400), spent_on=day))
    found = plan(world, ExpenseEdit(spent_on=WORKED_ON))
    assert (found.before_pence, found.after_pence) == (800, 500)


def test_a_claim_that_was_sent_back_is_to_be_approved_again(file_world: World) -> None:
    world = file_world
    claim = world.claim(world.person())
    world.office.expenses.send_back(claim.expense_claim_id, "Which bus?")
    found = plan(world, ExpenseEdit(what="Bus 7"))
    assert found.changes[0].differences == (
        Difference(field="what", before="Bus", after="Bus 7"),
        Difference(field="state", before=WorkState.SENT_BACK, after=WorkState.LOGGED),
    )
    world.office.bulk_edits.save(found)
    assert world.office.expenses.claim(claim.expense_claim_id).state is WorkState.LOGGED


def test_ones_own_costs_are_not_priced_among_those_of_others(file_world: World) -> None:
    world = file_world
    world.claim(world.operator_who_takes_part("Nia Morgan"))
    world.sit("Nia Morgan")
    assert left(plan(world, ExpenseEdit(kind=ExpenseKind.TRAIN))) == [OwnOfferError]
    assert left(plan(world, ExpenseEdit(what="Bus 7"))) == []


def test_a_day_far_away_is_refused_at_once(file_world: World) -> None:
    file_world.claim(file_world.person())
    with file_world.refused(DateOutOfRangeError):
        plan(file_world, ExpenseEdit(spent_on=TODAY.replace(year=TODAY.year + 9)))
