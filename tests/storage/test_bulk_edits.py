"""What many entries need is read in few questions, the same as one by one."""

from pathlib import Path

import pytest

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.expenses import ExpenseItem, Receipt
from coprod_desktop.domain.participants import Participant
from coprod_desktop.storage import bulk_edits
from tests.builders import TINY_PNG, WORKED_ON
from tests.services.raising import rule
from tests.services.world import World


@pytest.fixture(name="world")
def _world(tmp_path: Path) -> World:
    return World.make(str(tmp_path / "Rivermead.coprod"))


def test_names_lines_and_receipts_are_those_of_the_asked(world: World, tmp_path: Path) -> None:
    people = [world.person(f"Person {number:02}") for number in range(25)]
    claims = [world.claim(person) for person in people]
    slip = tmp_path / "slip.png"
    slip.write_bytes(TINY_PNG)
    items = world.records(ExpenseItem)[ExpenseItem]
    for item in items[::5]:
        world.office.expenses.attach_receipt(item.expense_item_id, slip)
    asked = [one.expense_claim_id for one in claims[:22]]
    with world.office.desk.reading() as reading:
        ids = [one.participant_id for one in people[3:]]
        names = bulk_edits.names_of(reading, ids)
        assert names == {one.participant_id: one.name for one in people[3:]}
        found = bulk_edits.items_of_claims(reading, asked)
        assert {one.expense_claim_id for one in found} == set(asked)
        proven = bulk_edits.with_receipts(reading, [one.expense_item_id for one in items])
    assert proven == {one.expense_item_id for one in world.records(Receipt)[Receipt]}
    assert len(proven) == 5
    world.office.close()


def test_the_latest_change_is_counted_also_when_it_takes_one_back(world: World) -> None:
    def latest() -> int:
        with world.office.desk.reading() as reading:
            return bulk_edits.latest_change_id(reading)

    before = latest()
    world.person(has_account=False)
    assert latest() == before + 1
    world.office.history.undo()
    assert latest() == before + 2
    assert world.records(Participant)[Participant] == ()
    world.office.close()


def test_the_run_that_paid_on_top_is_found_by_what_it_paid_for(world: World) -> None:
    piece, other = world.approved(world.person()), world.log(world.person("Bronwen Pugh"))
    rule(world, WORKED_ON, hourly_pence=1300)
    number = world.office.top_ups.prepare().run.number
    ids = [one.contribution_id for one in world.records(Contribution)[Contribution]]
    with world.office.desk.reading() as reading:
        assert bulk_edits.topped_up_by(reading, ids) == {piece.contribution_id: number}
        assert bulk_edits.topped_up_by(reading, [other.contribution_id]) == {}
    world.office.close()
