"""The charity's details, its rules from a day on, and who works with the file."""

import datetime
from dataclasses import replace

from coprod_desktop.domain.errors import (
    AlreadyThereError,
    NameMissingError,
    NotFoundError,
)
from coprod_desktop.services.organisation import policy_on
from tests.builders import TODAY, an_operator
from tests.services.world import GRACE, IDRIS, World

DAY = datetime.timedelta(days=1)


def test_details_are_tidied_and_saved(world: World) -> None:
    charity = world.office.organisation.get()
    saved = world.office.organisation.save(replace(charity, name="  Rivermead   United "))
    assert saved.name == "Rivermead United"
    assert world.office.organisation.get() == saved
    with world.refused(NameMissingError):
        world.office.organisation.save(replace(charity, name=" "))


def test_rules_hold_from_their_day_and_the_newest_of_a_day_counts(world: World) -> None:
    world.policy(effective_on=TODAY + DAY, hourly_pence=1500)
    assert world.office.organisation.policy().version == 1
    world.clock.go_to(TODAY + DAY)
    assert world.office.organisation.policy().version == 2
    newest = world.policy(effective_on=TODAY + DAY, hourly_pence=1600)
    assert newest.version == 3
    assert world.office.organisation.policy() == newest
    assert world.office.organisation.policy(TODAY).version == 1


def test_before_the_first_rules_the_first_hold(world: World) -> None:
    with world.office.desk.reading() as reading:
        assert policy_on(reading, datetime.date(1999, 1, 1)).version == 1


def test_operators_have_names_of_their_own(world: World) -> None:
    with world.refused(AlreadyThereError):
        world.office.organisation.add_operator("grace  okafor")
    with world.refused(NameMissingError):
        world.office.organisation.add_operator(" ")
    assert [one.name for one in world.office.organisation.operators()] == [GRACE, IDRIS]


def test_an_operator_is_changed_and_may_leave(world: World) -> None:
    grace = world.office.organisation.operator
    saved = world.office.organisation.save_operator(replace(grace, role="Coordinator"))
    assert world.office.organisation.operator == saved
    with world.refused(AlreadyThereError):
        world.office.organisation.save_operator(replace(grace, name="idris vaughan"))
    with world.refused(NotFoundError):
        world.office.organisation.save_operator(an_operator(name="Nobody"))
    idris = world.office.organisation.operators()[1]
    world.office.organisation.save_operator(replace(idris, is_active=False))
    assert [one.name for one in world.office.organisation.operators()] == [GRACE]


def test_who_sits_down_is_named_in_the_history(world: World) -> None:
    world.sit(IDRIS)
    assert world.office.organisation.operator.name == IDRIS
    world.person()
    assert world.office.history.latest(1)[0].operator == IDRIS
    with world.refused(NotFoundError):
        world.office.organisation.sit_down(1)
    assert world.office.organisation.operator.name == IDRIS
