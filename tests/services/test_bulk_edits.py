"""Many entries change together: after a look, as one change, all or none, and back in one step."""

from dataclasses import replace

import pytest

from coprod_desktop.domain.bulk_edits import ContributionEdit, ParticipantEdit, TextEdit, TextWay
from coprod_desktop.domain.bulk_errors import ChangedMeanwhileError, NothingTickedError
from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.participants import PaidBy, Participant
from tests.services.world import World


class Stopped(Exception):  # noqa: N818 - what a progress raises to stop
    """Somebody pressed Stop."""


def ids_of(*pieces: Contribution) -> list[int]:
    return [piece.contribution_id for piece in pieces]


def test_what_was_shown_is_saved_as_one_change_and_comes_back_in_one_step(world: World) -> None:
    pieces = [world.log(world.person(name)) for name in ("Aisha Rahman", "Bronwen Pugh")]
    before, last = world.records(), world.office.history.latest(1)[0].change_id
    edit = ContributionEdit(minutes=60, note=TextEdit(text="From the sheet"))
    plan = world.office.bulk_edits.plan(ids_of(*pieces), edit)
    assert world.records() == before
    assert (len(plan.changes), plan.difference_pence) == (2, -3600)
    assert world.office.bulk_edits.save(plan) == 2
    (change,) = world.office.history.latest(1)
    assert (change.verb, change.change_id) == ("edit several contributions", last + 1)
    assert {one.minutes for one in world.records(Contribution)[Contribution]} == {60}
    world.office.history.undo()
    assert world.records() == before
    assert world.findings() == ()


def test_no_ticked_field_is_no_edit(file_world: World) -> None:
    with file_world.refused(NothingTickedError):
        file_world.office.bulk_edits.plan([], ContributionEdit())


def test_what_would_be_another_edit_by_now_is_not_saved(file_world: World) -> None:
    world, person = file_world, file_world.person()
    piece = world.log(person)
    plan = world.office.bulk_edits.plan(ids_of(piece), ContributionEdit(minutes=60))
    world.office.contributions.correct(replace(piece, what="Another thing"))
    with world.refused(ChangedMeanwhileError):
        world.office.bulk_edits.save(plan)


def test_a_change_elsewhere_does_not_stand_in_the_way(file_world: World) -> None:
    world = file_world
    piece = world.log(world.person())
    plan = world.office.bulk_edits.plan(ids_of(piece), ContributionEdit(minutes=60))
    world.person("Bronwen Pugh")
    world.office.bulk_edits.save(plan)
    assert world.office.contributions.get(piece.contribution_id).minutes == 60


def test_a_look_that_is_stopped_leaves_nothing(file_world: World) -> None:
    world, told = file_world, list[tuple[int, int]]()
    piece = world.log(world.person())

    def stop(done: int, total: int) -> None:
        told.append((done, total))
        raise Stopped

    before = world.records()
    with pytest.raises(Stopped):
        world.office.bulk_edits.plan(ids_of(piece), ContributionEdit(minutes=60), stop)
    assert (world.records(), told) == (before, [(0, 1)])


def test_people_change_together(file_world: World) -> None:
    world = file_world
    one, other = world.person(wishes="Mornings"), world.person("Bronwen Pugh")
    edit = ParticipantEdit(
        paid_by=PaidBy.CASH, wishes=TextEdit(text="In Welsh", way=TextWay.APPEND)
    )
    plan = world.office.bulk_edits.plan([one.participant_id, other.participant_id], edit)
    assert world.office.bulk_edits.save(plan) == 2
    told = {one.name: (one.paid_by, one.wishes) for one in world.records(Participant)[Participant]}
    assert told == {
        "Aisha Rahman": (PaidBy.CASH, "Mornings\nIn Welsh"),
        "Bronwen Pugh": (PaidBy.CASH, "In Welsh"),
    }
    assert world.office.history.latest(1)[0].verb == "edit several participants"
    again = world.office.bulk_edits.plan([one.participant_id], ParticipantEdit(paid_by=PaidBy.CASH))
    assert (again.changes, again.same) == ((), 1)
