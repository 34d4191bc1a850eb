"""The charity's details, and its rules from a day on."""

import datetime
from dataclasses import replace

from coprod_desktop.domain.errors import NameMissingError, SortCodeUnreadableError
from coprod_desktop.services.organisation import policy_on
from tests.builders import TODAY
from tests.services.world import World

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


def test_the_paying_account_is_kept_as_digits(world: World) -> None:
    charity = world.office.organisation.get()
    saved = world.office.organisation.save(replace(charity, sort_code="00-14-62"))
    assert world.office.organisation.get().sort_code == saved.sort_code == "001462"
    with world.refused(SortCodeUnreadableError):
        world.office.organisation.save(replace(charity, sort_code="00-14"))
