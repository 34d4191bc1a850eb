"""The history tells what changed, and takes back what nothing later stands on."""

import pytest

from coprod_desktop.domain.errors import CannotUndoError, NotFoundError, NothingToUndoError
from tests.services.world import GRACE, World


def test_a_new_file_has_a_beginning_that_cannot_be_taken_back(world: World) -> None:
    for _change in range(2):  # the project and the second operator
        world.office.history.undo()
    assert world.office.history.last() is None
    with world.refused(NothingToUndoError):
        world.office.history.undo()
    with world.refused(NothingToUndoError):
        world.office.history.undo(1)


def test_changes_come_newest_first_page_by_page(world: World) -> None:
    for name in ("Aisha Rahman", "Bronwen Pugh", "Ceri Walsh"):
        world.person(name)
    everything = world.office.history.latest(99)
    first = world.office.history.latest(2)
    assert first + world.office.history.latest(99, first[-1].change_id) == everything
    assert {change.operator for change in everything} == {GRACE}


def test_a_change_tells_its_rows(world: World) -> None:
    person = world.person()
    (change,) = [c for c in world.office.history.latest(9) if c.verb == "add participant"]
    (row,) = world.office.history.rows(change.change_id)
    assert (row.table, row.row_id, row.before) == ("participants", person.participant_id, None)
    assert row.after
    assert row.after["name"] == "Aisha Rahman"


def test_what_others_have_built_on_is_not_taken_back(world: World) -> None:
    person = world.person()
    change = next(c for c in world.office.history.latest(9) if c.verb == "add participant")
    world.log(person)
    with world.refused(CannotUndoError) as caught:
        world.office.history.undo(change.change_id)
    assert caught.value.facts["because"] == "later"


def test_an_undoing_is_not_undone_and_nothing_twice(world: World) -> None:
    world.person()
    undone = world.office.history.undo()
    undoing = world.office.history.latest(1)[0]
    for change_id in (undone.change_id, undoing.change_id):
        with world.refused(CannotUndoError):
            world.office.history.undo(change_id)
    with world.refused(NotFoundError):
        world.office.history.undo(999)


def test_approval_is_taken_back_until_it_is_paid(world: World) -> None:
    world.approved(world.person())
    approval = world.office.history.latest(1)[0]
    prepared = world.prepared()
    with world.refused(CannotUndoError):
        world.office.history.undo(approval.change_id)
    assert world.office.history.undo().verb == "prepare pay run"
    assert world.office.history.undo().verb == "approve contributions"
    assert world.office.pay_runs.summaries() == ()
    assert prepared.number == 1
    with pytest.raises(NotFoundError):
        world.office.pay_runs.details(1)
