"""People are added once, and found by name."""

from dataclasses import replace

from coprod_desktop.domain.errors import (
    AlreadyThereError,
    AmbiguousNameError,
    NameMissingError,
    NotFoundError,
)
from tests.builders import a_participant
from tests.services.world import World


def test_a_person_is_found_whatever_case_and_accents(world: World) -> None:
    person = world.person("Siân Llŷr")
    assert world.office.participants.named("sian llyr") == person
    assert world.office.participants.get(person.participant_id) == person
    with world.refused(NotFoundError):
        world.office.participants.named("Siân")
    with world.refused(NotFoundError):
        world.office.participants.get(1)


def test_a_second_of_one_name_must_be_meant(world: World) -> None:
    world.person("Siân Llŷr")
    with world.refused(AlreadyThereError):
        world.office.participants.add(a_participant(name="SIAN LLYR"))
    world.office.participants.add(a_participant(name="Sian Llyr"), is_namesake=True)
    with world.refused(AmbiguousNameError):
        world.office.participants.named("Siân Llŷr")


def test_a_person_needs_a_name_and_to_be_there(world: World) -> None:
    with world.refused(NameMissingError):
        world.office.participants.add(a_participant(name=" "))
    with world.refused(NotFoundError):
        world.office.participants.save(a_participant())


def test_who_left_is_in_no_list_to_choose_from(world: World) -> None:
    people = [world.person(name) for name in ("Zofia Nowak", "Élodie Price", "Aisha Rahman")]
    assert [p.name for p in world.office.participants.everybody()] == [
        "Aisha Rahman",
        "Élodie Price",
        "Zofia Nowak",
    ]
    world.office.participants.save(replace(people[0], is_active=False))
    assert len(world.office.participants.everybody()) == 2
    assert len(world.office.participants.page(None, 9)) == 2
    assert len(world.office.participants.page(None, 9, is_active=None)) == 3


def test_a_list_comes_page_by_page_with_what_each_gave(world: World) -> None:
    for name in ("Aisha Rahman", "Bronwen Pugh", "Ceri Walsh"):
        world.log(world.person(name))
    first = world.office.participants.page(None, 2)
    rest = world.office.participants.page((first[-1].name, first[-1].participant_id), 2)
    assert [row.name for row in (*first, *rest)] == ["Aisha Rahman", "Bronwen Pugh", "Ceri Walsh"]
    assert {row.minutes_paid for row in first} == {150}
    assert [row.name for row in world.office.participants.page(None, 9, "bro")] == ["Bronwen Pugh"]
