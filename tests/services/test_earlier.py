"""What was written before is offered again, newest first."""

from coprod_desktop.domain.expenses import ExpenseKind
from tests.services.world import World


def test_earlier_descriptions_come_with_what_was_logged_under_them_last(world: World) -> None:
    person = world.person()
    world.log(person, what="Welcome leaflet", minutes=30, kind_of_work="Writing")
    world.log(person, what="Ward visit", minutes=60)
    world.log(person, what="Welcome leaflet", minutes=90, kind_of_work="Reading", skills="Welsh")
    values = world.office.earlier.values()
    assert [one.what for one in values.works[:2]] == ["Welcome leaflet", "Ward visit"]
    latest = values.works[0]
    assert (latest.minutes, latest.kind_of_work, latest.skills) == (90, "Reading", "Welsh")
    assert latest.project_id == world.project.project_id
    assert values.skills[0] == "Welsh"


def test_earlier_costs_come_with_their_kind_and_amount(world: World) -> None:
    world.claim(world.person())
    (cost,) = world.office.earlier.values().costs
    assert cost.kind in set(ExpenseKind)
    assert cost.project_id == world.project.project_id


def test_a_new_file_offers_nothing(world: World) -> None:
    values = world.office.earlier.values()
    assert not any((values.works, values.costs, values.skills, values.notes, values.suppliers))
