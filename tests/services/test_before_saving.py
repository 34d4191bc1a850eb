"""What an entry comes to is told before it is saved, and what is said about it prices it."""

import datetime
from pathlib import Path

import pytest

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.errors import (
    AlreadyPaidError,
    NotFoundError,
    TextTooLongError,
    WrongStateError,
)
from coprod_desktop.domain.expenses import ExpenseItem, ExpenseKind
from coprod_desktop.services.before_saving import LineQuote
from coprod_desktop.services.expenses import ExpenseLine
from tests.asking_policy import POLICY
from tests.builders import TINY_PNG, WORKED_ON
from tests.services.world import World


@pytest.fixture
def asking(world: World) -> World:
    world.office.policies.save(POLICY, WORKED_ON)
    return world


def line(kind: ExpenseKind, pence: int = 0, said: str = "", tenth_miles: int = 0) -> ExpenseLine:
    return ExpenseLine(
        spent_on=WORKED_ON, kind=kind, pence=pence, tenth_miles=tenth_miles, circumstances=said
    )


def quoted(world: World, one: ExpenseLine) -> LineQuote:
    """Quote a line, and see that it is saved with that price."""
    entry = world.entry(world.person(), one)
    (quote,) = world.office.expenses.quote(entry)
    saved = only_item(world, world.office.expenses.log(entry).expense_claim_id)
    priced = ("claimed_pence", "agreed_pence", "because", "circumstances", "what")
    assert [getattr(saved, name) for name in priced] == [
        getattr(quote.item, name) for name in priced
    ]
    return quote


def only_item(world: World, expense_claim_id: int) -> ExpenseItem:
    (item,) = world.office.expenses.items(expense_claim_id)
    return item


CAR = ExpenseKind.CAR


@pytest.mark.parametrize(
    ("one", "agreed", "is_held"),
    [
        (line(CAR, tenth_miles=100), 0, False),
        (line(CAR, tenth_miles=100, said="engine_cc = 998"), 400, False),
        (line(CAR, tenth_miles=100, said="engine_cc = 1600\npassengers = 2"), 600, False),
        (line(ExpenseKind.TAXI, 1840), 0, False),
        (line(ExpenseKind.TAXI, 1840, f"agreed_on = {WORKED_ON}"), 1840, False),
        (line(ExpenseKind.TAXI, 1840, "agreed_on = 2099-01-01"), 0, False),
        (line(ExpenseKind.MEAL, 620, 'left_home = "06:59"'), 500, False),
        (line(ExpenseKind.MEAL, 620, 'left_home = "07:00"'), 0, False),
        (line(ExpenseKind.CHILDCARE, 2700, 'time = "3h"'), 0, True),
        (
            line(ExpenseKind.CHILDCARE, 2700, 'time = "3h"\nregistration_number = "EY1"'),
            2100,
            False,
        ),
    ],
)
def test_the_quote_is_what_is_saved(
    asking: World, one: ExpenseLine, agreed: int, is_held: bool
) -> None:
    quote = quoted(asking, one)
    assert (quote.item.agreed_pence, quote.is_held) == (agreed, is_held)


def test_the_quote_tells_what_nobody_has_said(asking: World) -> None:
    quote = quoted(asking, line(CAR, tenth_miles=100))
    assert "“engine cc”, which nobody has said" in quote.item.because
    assert [fact.name for fact in quote.asked] == ["passengers", "engine_cc"]


def test_a_quote_saves_nothing_and_reads_no_receipt(asking: World) -> None:
    entry = asking.entry(
        asking.person(),
        ExpenseLine(
            spent_on=WORKED_ON, kind=ExpenseKind.BUS, pence=460, receipt=Path("not there.png")
        ),
    )
    before = asking.records()
    (quote,) = asking.office.expenses.quote(entry)
    assert quote.item.agreed_pence == 460
    assert asking.records() == before


# --- saying it later -----------------------------------------------------------------------------


def test_a_line_is_priced_by_what_is_said_later_and_it_can_be_undone(asking: World) -> None:
    verbs = asking.office.expenses
    claim = asking.claim(asking.person(), line(ExpenseKind.CHILDCARE, 2700, 'time = "3h"'))
    held = only_item(asking, claim.expense_claim_id)
    said = 'registration_number = "EY1"\ntime = "3h"\nchildren = 1'
    quote = verbs.quote_saved(held.expense_item_id, said)
    assert only_item(asking, claim.expense_claim_id) == held
    assert verbs.say_circumstances(held.expense_item_id, said) == quote.item
    assert only_item(asking, claim.expense_claim_id) == quote.item
    assert quote.item.agreed_pence == 2100
    assert asking.office.history.latest(1)[0].verb == "say circumstances"
    asking.office.history.undo()
    assert only_item(asking, claim.expense_claim_id) == held


def test_a_receipt_counts_when_something_is_said_later(asking: World, tmp_path: Path) -> None:
    text = POLICY.replace(
        'needs = [{ fact = "agreed_on"', 'needs = ["receipt", { fact = "agreed_on"'
    )
    asking.office.policies.save(text, WORKED_ON)
    ticket = tmp_path / "taxi.png"
    ticket.write_bytes(TINY_PNG)
    claim = asking.claim(asking.person(), line(ExpenseKind.TAXI, 1840))
    item = only_item(asking, claim.expense_claim_id)
    asking.office.expenses.attach_receipt(item.expense_item_id, ticket)
    said = asking.office.expenses.say_circumstances(
        item.expense_item_id, f"agreed_on = {WORKED_ON}"
    )
    assert said.agreed_pence == 1840


def test_an_amount_that_somebody_agreed_stays(asking: World) -> None:
    verbs = asking.office.expenses
    claim = asking.claim(asking.person(), line(ExpenseKind.TAXI, 1840))
    item = only_item(asking, claim.expense_claim_id)
    verbs.agree(item.expense_item_id, 1000, "Half of it, as we said on the phone.")
    said = verbs.say_circumstances(item.expense_item_id, f"agreed_on = {WORKED_ON}")
    assert (said.agreed_pence, said.because) == (1000, "Half of it, as we said on the phone.")
    assert said.circumstances == f"agreed_on = {WORKED_ON}"
    assert verbs.asked(claim.expense_claim_id) == {}


def test_a_claim_that_was_sent_back_waits_again_once_it_is_answered(asking: World) -> None:
    verbs = asking.office.expenses
    claim = asking.claim(asking.person(), line(ExpenseKind.TAXI, 1840))
    verbs.send_back(claim.expense_claim_id, "Who agreed to this?")
    item = only_item(asking, claim.expense_claim_id)
    verbs.say_circumstances(item.expense_item_id, f"agreed_on = {WORKED_ON}")
    assert verbs.claim(claim.expense_claim_id).state is WorkState.LOGGED


def test_what_is_agreed_or_paid_is_said_nothing_more_about(asking: World) -> None:
    verbs = asking.office.expenses
    claim = asking.approved_claim(asking.person(), line(ExpenseKind.BUS, 460))
    item = only_item(asking, claim.expense_claim_id)
    with asking.refused(WrongStateError):
        verbs.say_circumstances(item.expense_item_id, "nights = 2")
    assert verbs.asked(claim.expense_claim_id) == {}
    asking.settled_run()
    with asking.refused(AlreadyPaidError):
        verbs.say_circumstances(item.expense_item_id, "nights = 2")


def test_what_cannot_be_kept_is_refused(asking: World) -> None:
    verbs = asking.office.expenses
    claim = asking.claim(asking.person(), line(ExpenseKind.TAXI, 1840))
    item = only_item(asking, claim.expense_claim_id)
    with asking.refused(TextTooLongError):
        verbs.say_circumstances(item.expense_item_id, "x" * 4001)
    with asking.refused(NotFoundError):
        verbs.say_circumstances(1, "nights = 2")
    with pytest.raises(NotFoundError):
        verbs.quote_saved(1, "nights = 2")


def test_each_open_line_says_what_is_asked_about_it(asking: World) -> None:
    claim = asking.claim(asking.person(), line(ExpenseKind.BUS, 460), line(ExpenseKind.TAXI, 1840))
    bus, taxi = asking.office.expenses.items(claim.expense_claim_id)
    asked = asking.office.expenses.asked(claim.expense_claim_id)
    assert asked[bus.expense_item_id] == ()
    assert [fact.name for fact in asked[taxi.expense_item_id]] == ["agreed_on"]


# --- work ----------------------------------------------------------------------------------------


def test_a_correction_is_quoted_as_it_is_saved(asking: World) -> None:
    verbs = asking.office.contributions
    logged = asking.log(asking.person(), minutes=60)
    unchanged = verbs.quote(logged)
    assert unchanged.contribution == logged
    assert [fact.name for fact in unchanged.asked] == ["cancelled_by", "notice"]
    cancelled = asking.work(
        asking.office.participants.get(logged.participant_id),
        contribution_id=logged.contribution_id,
        minutes=60,
        circumstances='cancelled_by = "us"\nnotice = "20h"',
    )
    quote = verbs.quote(cancelled)
    assert quote.contribution.offered_pence == 1000
    assert verbs.get(logged.contribution_id) == logged
    assert verbs.correct(cancelled) == quote.contribution


def test_what_is_asked_about_work_goes_with_the_policy_of_its_day(asking: World) -> None:
    logged = asking.log(asking.person(), minutes=60)
    moved = asking.work(
        asking.office.participants.get(logged.participant_id),
        contribution_id=logged.contribution_id,
        worked_on=WORKED_ON - datetime.timedelta(days=1),
    )
    assert asking.office.contributions.quote(moved).asked == ()
