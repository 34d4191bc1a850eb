"""Projects, what was agreed with each person, and the cost of support to take part."""

import datetime
from dataclasses import replace

from coprod_desktop.domain.errors import (
    AlreadyThereError,
    DateOutOfRangeError,
    NameMissingError,
    NegativeMoneyError,
    NotFoundError,
    PeriodBackwardsError,
)
from tests.builders import WORKED_ON, a_project, a_support_cost, an_engagement
from tests.services.world import World

DAY = datetime.timedelta(days=1)


def test_a_project_has_a_name_of_its_own(world: World) -> None:
    garden = world.office.projects.add(a_project(name="Garden"))
    assert world.office.projects.get(garden.project_id) == garden
    with world.refused(AlreadyThereError):
        world.office.projects.add(a_project(name="  GARDEN "))
    with world.refused(AlreadyThereError):
        world.office.projects.save(replace(garden, name=world.project.name.upper()))
    renamed = world.office.projects.save(replace(garden, name="garden"))
    assert renamed.name == "garden"


def test_a_project_that_cannot_be_is_refused(world: World) -> None:
    with world.refused(NameMissingError):
        world.office.projects.add(a_project(name=""))
    with world.refused(PeriodBackwardsError):
        world.office.projects.add(a_project(name="A", starts_on=WORKED_ON, ends_on=WORKED_ON - DAY))
    with world.refused(NegativeMoneyError):
        world.office.projects.save(replace(world.project, budget_pence=-1))
    with world.refused(NotFoundError):
        world.office.projects.save(a_project(name="Nowhere"))
    with world.refused(NotFoundError):
        world.office.projects.get(1)


def test_a_closed_project_is_not_offered_for_new_work(world: World) -> None:
    garden = world.office.projects.add(a_project(name="Garden"))
    assert len(world.office.projects.open_projects()) == 2
    world.office.projects.save(replace(garden, is_open=False))
    assert world.office.projects.open_projects() == (world.project,)


def test_sums_of_a_project_are_of_its_work_expenses_and_support(world: World) -> None:
    person = world.person()
    world.log(person)
    world.claim(person)
    cost = a_support_cost(project_id=world.project.project_id)
    world.office.projects.add_support_cost(cost)
    (row,) = world.office.projects.summaries()
    assert (row.people, row.minutes_paid, row.agreed_pence) == (1, 150, 3460)
    assert row.support_pence == cost.cost_pence
    (kept,) = world.office.projects.support_costs(world.project.project_id)
    assert kept == replace(cost, support_cost_id=kept.support_cost_id)


def test_what_was_agreed_is_kept_and_changed(world: World) -> None:
    ids = {
        "participant_id": world.person().participant_id,
        "project_id": world.project.project_id,
    }
    agreed = world.office.projects.agree(an_engagement(engagement_id=0, **ids))
    changed = world.office.projects.agree(replace(agreed, hourly_pence=1800))
    found = world.office.projects.engagements(participant_id=ids["participant_id"])
    assert found == (changed,)


def test_agreements_and_costs_need_somebody_and_something(world: World) -> None:
    ids = {
        "participant_id": world.person().participant_id,
        "project_id": world.project.project_id,
    }
    for name in ids:
        with world.refused(NotFoundError):
            world.office.projects.agree(an_engagement(engagement_id=0, **(ids | {name: 1})))
        with world.refused(NotFoundError):
            world.office.projects.add_support_cost(a_support_cost(**(ids | {name: 1})))
    with world.refused(NotFoundError):
        world.office.projects.agree(an_engagement(engagement_id=1, **ids))
    early = {"incurred_on": datetime.date(1989, 1, 1)}
    with world.refused(DateOutOfRangeError):
        world.office.projects.add_support_cost(a_support_cost(**ids, **early))
    with world.refused(NegativeMoneyError):
        world.office.projects.add_support_cost(a_support_cost(**ids, cost_pence=-1))


def test_a_project_is_found_by_its_name_however_it_is_typed(world: World) -> None:
    assert world.office.projects.named(" better  waiting ROOMS ") == world.project
    with world.refused(NotFoundError):
        world.office.projects.named("Better Waiting Room")
