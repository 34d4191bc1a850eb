"""The lists of the window are filtered, sorted, counted and sent out by what the file holds."""

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.list_looks import ColumnFilter, Listing, Look
from coprod_desktop.domain.summaries import ClaimSummary, ContributionSummary, ParticipantSummary
from tests.services.world import World


def test_every_list_gives_its_own_rows_in_the_order_of_the_look(world: World) -> None:
    person, other = world.person(), world.person("Bronwen Pugh")
    pieces = [world.log(person, minutes=30 + at) for at in range(3)]
    world.log(other, minutes=600)
    world.claim(person)
    lists = world.office.lists
    look = Look(
        sort_key="time",
        is_descending=True,
        filters=(ColumnFilter(key="participant", ticked=(person.name,)),),
    )
    wanted = Listing(list_name="contributions", look=look)
    first = lists.page(wanted, None, 2)
    assert [_minutes(row) for row in first] == [32, 31]
    assert [_minutes(row) for row in lists.page(wanted, _id(first[-1]), 2)] == [30]
    assert lists.count(wanted) == 3
    assert set(lists.ids(wanted)) == {one.contribution_id for one in pieces}
    assert [len(page) for page in lists.every_row(wanted)] == [3]
    assert [(one.value, one.rows) for one in lists.values(wanted, "participant", "", 9)] == [
        (person.name, 3),
        ("Bronwen Pugh", 1),
    ]
    (claim,) = lists.page(Listing(list_name="expense_claims", typed=person.name), None, 9)
    assert isinstance(claim, ClaimSummary)
    people = lists.page(Listing(list_name="participants", part="active"), None, 9)
    assert [one.name for one in people if isinstance(one, ParticipantSummary)] == sorted(
        [person.name, other.name]
    )
    assert lists.page(Listing(list_name="participants", part="left"), None, 9) == ()


def test_rows_come_in_the_order_asked_for_without_what_is_gone(world: World) -> None:
    person = world.person()
    ids = [world.log(person, minutes=30 + at).contribution_id for at in range(3)]
    world.office.contributions.remove(ids[1])
    rows = world.office.lists.rows("contributions", ids[::-1])
    assert [_id(row) for row in rows] == [ids[2], ids[0]]
    assert len(world.records(Contribution)[Contribution]) == 2


def _minutes(row: object) -> int:
    assert isinstance(row, ContributionSummary)
    return row.minutes


def _id(row: object) -> int:
    assert isinstance(row, ContributionSummary)
    return row.contribution_id
