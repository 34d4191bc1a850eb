"""A session sheet starts from the last session of its project, or from one kept under a name."""

import datetime

import pytest

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import AlreadyThereError, NameMissingError, NotFoundError
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.domain.session_errors import NothingToRepeatError, TemplateUnreadableError
from coprod_desktop.domain.session_starts import SessionStart, StartRow
from coprod_desktop.domain.session_templates import SessionTemplate
from tests.builders import WORKED_ON, a_project
from tests.services.world import World

WEEK = datetime.timedelta(days=7)


def a_start(world: World) -> SessionStart:
    person = world.person()
    row = StartRow(
        participant_id=person.participant_id, capacity=Capacity.CARER, prepared=30, met=150
    )
    project_id = world.project.project_id
    return SessionStart(project_id=project_id, kind_of_work="Meeting", rows=(row,))


def test_the_last_session_gives_people_times_kind_and_place_and_no_more(world: World) -> None:
    aisha, bron = world.person(), world.person("Bronwen Pugh", capacity=Capacity.TRUSTEE)
    before = world.session(world.row(bron), held_on=WORKED_ON - WEEK, title="Long ago")
    travel = (("Preparation", 15), ("Meeting", 120), ("Travel time", 40))
    last = world.session(
        world.row(aisha, note="Late", minutes=travel), world.row(bron), place="The hall"
    )
    world.office.sessions.log(last)
    world.office.sessions.log(before)  # logged later, but held before
    start = world.office.session_templates.last_session(world.project.project_id)
    assert (start.title, start.place, start.starts_at) == ("Steering group", "The hall", "10:00")
    assert start.kind_of_work == "Meeting"
    assert start.rows == (
        StartRow(
            participant_id=aisha.participant_id,
            capacity=aisha.capacity,
            prepared=15,
            met=120,
            travelled=40,
        ),
        StartRow(
            participant_id=bron.participant_id, capacity=Capacity.TRUSTEE, prepared=30, met=150
        ),
    )


def test_another_project_has_nothing_to_repeat(world: World) -> None:
    world.office.sessions.log(world.session(world.row(world.person())))
    other = world.office.projects.add(a_project(name="Garden"))
    with pytest.raises(NothingToRepeatError) as caught:
        world.office.session_templates.last_session(other.project_id)
    assert caught.value.facts == {"name": "Garden"}
    with pytest.raises(NotFoundError):
        world.office.session_templates.last_session(1)


def test_a_session_whose_work_was_taken_out_is_not_repeated(world: World) -> None:
    person = world.person()
    world.office.sessions.log(world.session(world.row(person), title="First"))
    later = world.session(
        world.row(person, minutes=(("Meeting", 60),)),
        title="Second",
        held_on=WORKED_ON + datetime.timedelta(days=1),
    )
    world.office.sessions.log(later)
    (piece,) = [one for one in world.records(Contribution)[Contribution] if one.minutes == 60]
    world.office.contributions.remove(piece.contribution_id)
    start = world.office.session_templates.last_session(world.project.project_id)
    assert start.title == "First"


def test_a_template_is_kept_renamed_and_removed_and_each_can_be_taken_back(world: World) -> None:
    templates, undo = world.office.session_templates, world.office.history.undo
    start = a_start(world)
    kept = templates.keep("  Fridays ", start)
    assert [one.name for one in templates.all()] == ["Fridays"]
    assert templates.start(kept.session_template_id) == start
    templates.rename(kept.session_template_id, "Mondays")
    assert [one.name for one in templates.all()] == ["Mondays"]
    undo()
    assert [one.name for one in templates.all()] == ["Fridays"]
    templates.remove(kept.session_template_id)
    assert templates.all() == ()
    undo()
    assert templates.all() == (kept,)


def test_two_templates_never_share_a_name(world: World) -> None:
    templates, start = world.office.session_templates, a_start(world)
    first = templates.keep("Fridays", start)
    second = templates.keep("Mondays", start)
    with world.refused(AlreadyThereError):
        templates.keep("FRIDAYS", start)
    with world.refused(AlreadyThereError):
        templates.rename(second.session_template_id, "fridays")
    with world.refused(NameMissingError):
        templates.keep("  ", start)
    templates.rename(first.session_template_id, "FRIDAYS")
    assert [one.name for one in templates.all()] == ["FRIDAYS", "Mondays"]


def test_what_is_gone_or_unreadable_is_said(world: World) -> None:
    templates = world.office.session_templates
    for verb in (templates.start, templates.remove):
        with world.refused(NotFoundError):
            verb(1)
    with world.office.desk.transaction("keep session template") as work:
        work.add(SessionTemplate(session_template_id=5, name="Old", content="= what?"))
    with world.refused(TemplateUnreadableError):
        templates.start(5)
