"""Names of a sheet find the people and projects of the file, and add who is missing once."""

import itertools
from collections.abc import Iterator

import pytest

from coprod_desktop.domain.participants import Capacity
from coprod_desktop.services.import_matching import AmbiguousPersonError, People, Projects
from coprod_desktop.storage.work import Reading
from tests.services.world import World


@pytest.fixture
def reading(file_world: World) -> Iterator[Reading]:
    file_world.person("Siân O’Neill")
    with file_world.office.desk.reading() as reading:
        yield reading


def test_a_person_is_found_whatever_case_accents_and_quotes(reading: Reading) -> None:
    people = People(reading, itertools.count(1).__next__)
    assert people.find("SIAN  O'NEILL").name == "Siân O’Neill"
    assert people.added == []


def test_a_new_person_is_added_once_with_the_first_capacity(reading: Reading) -> None:
    people = People(reading, itertools.count(1).__next__)
    first = people.find("Nerys Pugh", "nerys@pugh.example", Capacity.CARER)
    assert people.find("nerys pugh") is first
    assert people.find("Nerys Pugh", "", Capacity.STAFF).capacity is Capacity.CARER
    assert people.added == [first]


def test_two_of_a_name_are_told_apart_by_address_or_not_at_all(
    file_world: World,
) -> None:
    for email in ("one@lee.example", "two@lee.example"):
        person = file_world.person("Ann" + email[0], has_account=False, email=email)
        file_world.office.participants.save(
            type(person)(participant_id=person.participant_id, name="Ann Lee", email=email)
        )
    with file_world.office.desk.reading() as reading:
        people = People(reading, itertools.count(1).__next__)
        assert people.find("Ann Lee", "TWO@lee.example").email == "two@lee.example"
        for email in ("", "three@lee.example"):
            with pytest.raises(AmbiguousPersonError):
                people.find("Ann Lee", email)


def test_projects_are_matched_and_one_stands_for_rows_without(
    file_world: World, reading: Reading
) -> None:
    projects = Projects(reading, itertools.count(1).__next__, "Imported from time")
    known = file_world.project
    assert projects.find(known.name.upper()) == known
    assert projects.find("").name == "Imported from time"
    assert projects.find("") is projects.find("imported from TIME")
    assert len(projects.added) == 1
