"""Expenses are logged with receipts, agreed line by line, approved and sent back."""

import datetime
import hashlib
from pathlib import Path

import pytest

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.errors import (
    AlreadyPaidError,
    DateOutOfRangeError,
    DomainError,
    FileMissingError,
    MoneyTooLargeError,
    NegativeMoneyError,
    NotFoundError,
    OwnWorkError,
    ReasonMissingError,
    ReceiptTooLargeError,
    WrongStateError,
)
from coprod_desktop.domain.expenses import RECEIPT_LIMIT_BYTES, ExpenseKind
from coprod_desktop.services.expenses import ExpenseLine
from tests.builders import TINY_PNG, WORKED_ON
from tests.services.world import IDRIS, World

TRAIN = ExpenseLine(spent_on=WORKED_ON, kind=ExpenseKind.TRAIN, what="Train", pence=1240)


def car(travelled_on: datetime.date) -> ExpenseLine:
    return ExpenseLine(spent_on=travelled_on, kind=ExpenseKind.CAR, tenth_miles=1200)


def test_a_claim_keeps_its_lines_and_its_receipts(world: World, tmp_path: Path) -> None:
    ticket = tmp_path / "bus ticket.png"
    ticket.write_bytes(TINY_PNG)
    bus = ExpenseLine(
        spent_on=WORKED_ON, kind=ExpenseKind.BUS, what="Bus", pence=460, receipt=ticket
    )
    claim = world.claim(world.person(), bus, TRAIN)
    items = world.office.expenses.items(claim.expense_claim_id)
    assert [(item.what, item.claimed_pence, item.agreed_pence) for item in items] == [
        ("Bus", 460, 460),
        ("Train", 1240, 1240),
    ]
    (receipt,) = world.office.expenses.receipts(items[0].expense_item_id)
    assert (receipt.file_name, receipt.media_type) == ("bus ticket.png", "image/png")
    assert receipt.content == TINY_PNG
    assert receipt.sha256 == hashlib.sha256(TINY_PNG).hexdigest()
    (row,) = world.office.expenses.page(None, 10)
    assert (row.items, row.receipts, row.claimed_pence) == (2, 1, 1700)


def test_a_journey_has_the_rate_of_its_own_day(world: World) -> None:
    world.policy(
        effective_on=datetime.date(2020, 1, 1),
        car_mile_pence=None,
        motorcycle_mile_pence=None,
        bicycle_mile_pence=None,
    )
    days = (datetime.date(2026, 4, 5), datetime.date(2026, 4, 6))
    claim = world.claim(world.person(), *map(car, days))
    items = world.office.expenses.items(claim.expense_claim_id)
    assert [item.claimed_pence for item in items] == [5400, 6600]
    assert "45p a mile" in items[0].because
    assert "55p a mile" in items[1].because


def test_the_policys_own_mileage_stays_with_the_journeys_it_priced(world: World) -> None:
    claim = world.claim(world.person(), car(WORKED_ON))
    world.office.expenses.approve([claim.expense_claim_id])
    world.policy(effective_on=WORKED_ON, car_mile_pence=40)
    assert world.office.expenses.items(claim.expense_claim_id)[0].agreed_pence == 6600
    again = world.claim(world.person("Bronwen Pugh"), car(WORKED_ON))
    assert world.office.expenses.items(again.expense_claim_id)[0].agreed_pence == 4800


def test_a_receipt_can_come_later(world: World, tmp_path: Path) -> None:
    claim = world.claim(world.person())
    (item,) = world.office.expenses.items(claim.expense_claim_id)
    slip = tmp_path / "slip.pdf"
    slip.write_bytes(b"%PDF-1.4")
    receipt = world.office.expenses.attach_receipt(item.expense_item_id, slip)
    assert world.office.expenses.receipts(item.expense_item_id) == (receipt,)
    assert receipt.media_type == "application/pdf"


def test_a_receipt_that_cannot_be_kept_is_refused(world: World, tmp_path: Path) -> None:
    claim = world.claim(world.person())
    (item,) = world.office.expenses.items(claim.expense_claim_id)
    large, small = tmp_path / "large.png", tmp_path / "small.png"
    large.write_bytes(b"0" * (RECEIPT_LIMIT_BYTES + 1))
    small.write_bytes(TINY_PNG)
    verbs = world.office.expenses
    with world.refused(FileMissingError):
        verbs.attach_receipt(item.expense_item_id, tmp_path / "none.png")
    with world.refused(ReceiptTooLargeError):
        verbs.attach_receipt(item.expense_item_id, large)
    with world.refused(NotFoundError):
        verbs.attach_receipt(1, small)
    missing = ExpenseLine(
        spent_on=WORKED_ON, kind=ExpenseKind.BUS, pence=1, receipt=tmp_path / "none.png"
    )
    entry = world.entry(world.person("Bronwen Pugh"), TRAIN, missing)
    with world.refused(FileMissingError):
        verbs.log(entry)


@pytest.mark.parametrize(
    ("line", "error"),
    [
        (ExpenseLine(spent_on=WORKED_ON, kind=ExpenseKind.BUS, pence=-1), NegativeMoneyError),
        (
            ExpenseLine(spent_on=WORKED_ON, kind=ExpenseKind.BUS, pence=100_000_001),
            MoneyTooLargeError,
        ),
        (
            ExpenseLine(spent_on=datetime.date(1989, 1, 1), kind=ExpenseKind.BUS, pence=1),
            DateOutOfRangeError,
        ),
    ],
)
def test_one_bad_line_saves_nothing_of_the_claim(
    world: World, line: ExpenseLine, error: type[DomainError]
) -> None:
    person = world.person()
    with world.refused(error):
        world.office.expenses.log(world.entry(person, TRAIN, line))


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ({"participant_id": 1}, NotFoundError),
        ({"project_id": 1}, NotFoundError),
        ({"claimed_on": datetime.date(1989, 1, 1)}, DateOutOfRangeError),
    ],
)
def test_a_claim_that_cannot_be_is_refused(
    world: World, fault: dict[str, object], error: type[DomainError]
) -> None:
    entry = world.entry(world.person(), **fault)
    with world.refused(error):
        world.office.expenses.log(entry)


def test_less_than_claimed_is_agreed_with_the_reason(world: World) -> None:
    claim = world.approved_claim(world.person())
    (item,) = world.office.expenses.items(claim.expense_claim_id)
    agreed = world.office.expenses.agree(item.expense_item_id, 300, "The day ticket costs £3.00.")
    assert (agreed.claimed_pence, agreed.agreed_pence) == (460, 300)
    assert agreed.because == "The day ticket costs £3.00."
    (row,) = world.office.expenses.page(None, 10)
    assert (row.claimed_pence, row.agreed_pence, row.state) == (460, 300, WorkState.LOGGED)


def test_another_amount_needs_a_reason_and_an_open_claim(world: World) -> None:
    claim = world.approved_claim(world.person())
    (item,) = world.office.expenses.items(claim.expense_claim_id)
    verbs = world.office.expenses
    with world.refused(ReasonMissingError):
        verbs.agree(item.expense_item_id, 300, " ")
    with world.refused(NegativeMoneyError):
        verbs.agree(item.expense_item_id, -1, "Below nothing")
    with world.refused(NotFoundError):
        verbs.agree(1, 300, "Nobody's")
    world.prepared()
    with world.refused(AlreadyPaidError):
        verbs.agree(item.expense_item_id, 300, "Too late")


def test_approving_claims_is_all_or_none_and_never_ones_own(world: World) -> None:
    own = world.claim(world.operator_who_takes_part("Nia Morgan"))
    other = world.claim(world.person())
    ids = [other.expense_claim_id, own.expense_claim_id]
    world.sit("Nia Morgan")
    with world.refused(OwnWorkError):
        world.office.expenses.approve(ids)
    world.sit(IDRIS)
    with world.refused(NotFoundError):
        world.office.expenses.approve([*ids, 1])
    assert world.office.expenses.approve(ids) == 2
    with world.refused(WrongStateError):
        world.office.expenses.approve(ids)
    assert {row.state for row in world.office.expenses.page(None, 10)} == {WorkState.APPROVED}


def test_a_claim_is_sent_back_with_a_reason(world: World) -> None:
    claim = world.claim(world.person())
    with world.refused(ReasonMissingError):
        world.office.expenses.send_back(claim.expense_claim_id, "")
    sent = world.office.expenses.send_back(claim.expense_claim_id, "Which bus was it?")
    assert (sent.state, sent.note) == (WorkState.SENT_BACK, "Which bus was it?")
    assert world.office.totals.rows("participant") == ()


def test_claims_are_listed_newest_first_and_by_state(world: World) -> None:
    person = world.person()
    claims = [world.claim(person) for _n in range(3)]
    world.office.expenses.approve([claims[0].expense_claim_id])
    rows = world.office.expenses.page(None, 2)
    rows += world.office.expenses.page((rows[-1].claimed_on, rows[-1].expense_claim_id), 2)
    assert [row.expense_claim_id for row in rows] == [c.expense_claim_id for c in claims[::-1]]
    (approved,) = world.office.expenses.page(None, 9, state=WorkState.APPROVED)
    assert approved.expense_claim_id == claims[0].expense_claim_id
