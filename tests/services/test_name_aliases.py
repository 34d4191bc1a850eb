"""A way of writing a name is confirmed once, belongs to one person, and can be forgotten."""

import pytest

from coprod_desktop.domain.bulk_errors import AliasTakenError
from coprod_desktop.domain.errors import NameMissingError, NotFoundError
from coprod_desktop.services.name_aliases import NameAliasService
from tests.services.world import World


@pytest.fixture
def aliases(world: World) -> NameAliasService:
    return world.office.name_aliases


def test_a_confirmed_way_of_writing_is_found_whatever_its_case_and_accents(
    world: World, aliases: NameAliasService
) -> None:
    person = world.person("Siân Kowalczyk")
    added = aliases.add(person.participant_id, "  Sian   K. ")
    assert added.alias == "Sian K."
    assert aliases.all() == {"sian k.": person.participant_id}
    assert aliases.of_participant(person.participant_id) == (added,)
    assert aliases.add(person.participant_id, "SIÂN K.") == added
    assert world.office.history.latest(1)[0].verb == "add name alias"


def test_it_can_be_forgotten_and_brought_back(world: World, aliases: NameAliasService) -> None:
    person = world.person()
    added = aliases.add(person.participant_id, "Aisha R")
    aliases.remove(added.name_alias_id)
    assert aliases.all() == {}
    world.office.history.undo()
    assert aliases.of_participant(person.participant_id) == (added,)


def test_no_two_people_are_written_alike(world: World, aliases: NameAliasService) -> None:
    one, other = world.person(), world.person("Bronwen Pugh")
    aliases.add(one.participant_id, "Bron")
    for taken, whose in (("BRON", "Aisha Rahman"), ("aisha rahman", "Aisha Rahman")):
        with world.refused(AliasTakenError) as caught:
            aliases.add(other.participant_id, taken)
        assert caught.value.facts["name"] == whose


def test_nobody_and_nothing_are_refused(world: World, aliases: NameAliasService) -> None:
    person = world.person()
    with world.refused(NameMissingError):
        aliases.add(person.participant_id, "  ")
    for attempt in (lambda: aliases.add(1, "Nobody"), lambda: aliases.remove(1)):
        with world.refused(NotFoundError):
            attempt()
