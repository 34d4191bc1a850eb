"""Things that were made are kept with their credits, and the roll names who wishes it."""

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain.errors import DateOutOfRangeError, NameMissingError, NotFoundError
from coprod_desktop.domain.outputs import Credit, Output
from tests.builders import TODAY, a_project
from tests.output_builders import a_credit, an_output
from tests.services.world import World


@pytest.fixture
def leaflet(world: World) -> Output:
    return world.office.outputs.add(an_output(project_id=world.project.project_id))


def credited(world: World, output: Output, name: str, **override: object) -> Credit:
    person = world.person(name)
    links = {"output_id": output.output_id, "participant_id": person.participant_id}
    return world.office.outputs.add_credit(a_credit(**links, **override))


def test_what_was_made_is_listed_the_newest_first(world: World, leaflet: Output) -> None:
    outputs, own = world.office.outputs, {"project_id": world.project.project_id}
    film = outputs.add(an_output(**own, title="A film", made_on=TODAY))
    poem = outputs.add(an_output(**own, title="A poem", made_on=None))
    garden = world.office.projects.add(a_project(name="Garden"))
    bench = outputs.add(an_output(project_id=garden.project_id, title="A bench", made_on=None))
    credited(world, leaflet, "Aisha Rahman", named_as="A. R.")
    credited(world, leaflet, "Siân Llŷr", is_anonymous=True)
    things = outputs.all()
    assert [one.output for one in things] == [film, leaflet, bench, poem]
    assert [one.project for one in things][1:3] == [world.project.name, "Garden"]
    said = [(one.participant, one.named) for one in things[1].credited]
    assert said == [("Aisha Rahman", "A. R."), ("Siân Llŷr", "")]
    assert [one.output for one in outputs.all(garden.project_id)] == [bench]
    assert outputs.titled("a FILM") == (film,)
    assert outputs.titled("A film", world.project.project_id) == (film,)
    with world.refused(NotFoundError):
        outputs.titled("A film", garden.project_id)


def test_a_thing_that_cannot_be_is_refused(world: World, leaflet: Output) -> None:
    outputs = world.office.outputs
    with world.refused(NameMissingError):
        outputs.add(replace(leaflet, title=""))
    with world.refused(NotFoundError):
        outputs.add(replace(leaflet, project_id=1))
    with world.refused(NotFoundError):
        outputs.save(replace(leaflet, project_id=1))
    with world.refused(NotFoundError):
        outputs.save(replace(leaflet, output_id=1))
    with world.refused(DateOutOfRangeError):
        outputs.save(replace(leaflet, made_on=datetime.date(1899, 1, 1)))
    assert outputs.get(leaflet.output_id) == leaflet


def test_a_credit_is_changed_and_taken_away(world: World, leaflet: Output) -> None:
    outputs = world.office.outputs
    credit = credited(world, leaflet, "Aisha Rahman")
    outputs.save_credit(replace(credit, credit="  editor "))
    assert outputs.all()[0].credited[0].credit.credit == "editor"
    with world.refused(NameMissingError):
        outputs.save_credit(replace(credit, credit=""))
    for lost in (
        replace(credit, output_id=1),
        replace(credit, participant_id=1),
        replace(credit, credit_id=1),
    ):
        with world.refused(NotFoundError):
            outputs.save_credit(lost)
    outputs.remove_credit(credit.credit_id)
    assert outputs.all()[0].credited == ()
    with world.refused(NotFoundError):
        outputs.remove_credit(credit.credit_id)


def test_a_thing_goes_with_its_credits_and_comes_back_with_them(
    world: World, leaflet: Output
) -> None:
    credit = credited(world, leaflet, "Aisha Rahman")
    assert world.office.outputs.remove(leaflet.output_id) == leaflet
    assert world.office.outputs.all() == ()
    world.office.history.undo()
    (thing,) = world.office.outputs.all()
    assert (thing.output, thing.credited[0].credit) == (leaflet, credit)
    with world.refused(NotFoundError):
        world.office.outputs.remove(1)


def test_the_roll_of_a_project_names_everybody_as_they_wish(world: World, leaflet: Output) -> None:
    outputs = world.office.outputs
    garden = world.office.projects.add(a_project(name="Garden"))
    bench = outputs.add(an_output(project_id=garden.project_id, title="A bench"))
    credited(world, bench, "Ceri Walsh")
    credited(world, leaflet, "Siân Llŷr", credit="drawings", named_as="S. Llŷr")
    credited(world, leaflet, "Aisha Rahman", credit="author")
    credited(world, leaflet, "Bronwen Pugh", credit="voice", is_anonymous=True)
    roll = outputs.roll(world.project.project_id)
    assert [(line.name, line.credits) for line in roll] == [
        ("Aisha Rahman", ("author",)),
        ("S. Llŷr", ("drawings",)),
        ("", ("voice",)),
    ]
    with world.refused(NotFoundError):
        outputs.roll(1)
