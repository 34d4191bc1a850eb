"""A session sheet is priced as it will be saved, and saved whole or not at all."""

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain.activities import Activity
from coprod_desktop.domain.contributions import Choice, Contribution, Pay
from coprod_desktop.domain.errors import (
    DateOutOfRangeError,
    DayTooLongError,
    DomainError,
    DurationUnreadableError,
    NameMissingError,
    NegativeMoneyError,
    NotFoundError,
    PartAboveOfferError,
)
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, ExpenseKind
from coprod_desktop.services.sessions import SessionRow
from tests.builders import WORKED_ON
from tests.services.world import World


def test_one_save_keeps_the_activity_and_everybodys_work(world: World) -> None:
    people = [world.person(), world.person("Bronwen Pugh")]
    rows = [world.row(person, skills="Listening", note="First visit") for person in people]
    activity = world.office.sessions.log(world.session(*rows))
    found = world.records(Activity, Contribution)
    assert found[Activity] == (activity,)
    pieces = found[Contribution]
    assert {piece.activity_id for piece in pieces} == {activity.activity_id}
    assert [(p.kind_of_work, p.minutes, p.what) for p in pieces[:2]] == [
        ("Preparation", 30, "Preparation: Steering group"),
        ("Meeting", 150, "Steering group"),
    ]
    assert [piece.participant_id for piece in pieces] == [
        person.participant_id for person in people for _kind in range(2)
    ]


def test_the_sheet_offers_what_is_saved(world: World) -> None:
    person = world.person()
    row = world.row(person, expense_kind=ExpenseKind.CAR, tenth_miles=125)
    entry = world.session(row)
    (quoted,) = world.office.sessions.quote(entry)
    assert world.records(Contribution)[Contribution] == ()
    world.office.sessions.log(entry)
    found = world.records(Contribution, ExpenseItem)
    assert quoted.offered_pence == 3600 == sum(p.offered_pence for p in found[Contribution])
    assert quoted.because.splitlines() == [piece.because for piece in found[Contribution]]
    (item,) = found[ExpenseItem]
    assert (item.claimed_pence, item.because) == (quoted.expense_pence, quoted.expense_because)
    assert item.claimed_pence == 688  # 12.5 miles at 55p, half a penny up


def test_the_part_that_somebody_takes_is_spread_over_the_work(world: World) -> None:
    row = world.row(world.person(), choice=Choice.PART, part_pence=2000)
    (quoted,) = world.office.sessions.quote(world.session(row))
    assert [piece.agreed_pence for piece in quoted.contributions] == [600, 1400]
    assert quoted.agreed_pence == 2000


def test_a_row_without_time_or_cost_adds_nothing(world: World) -> None:
    nothing = world.row(world.person(), minutes=(("Meeting", 0),), expense_kind=ExpenseKind.BUS)
    world.office.sessions.log(world.session(nothing))
    found = world.records(Activity, Contribution, ExpenseClaim)
    assert [len(rows) for rows in found.values()] == [1, 0, 0]


def test_unpaid_and_salaried_people_are_on_the_same_sheet(world: World) -> None:
    rows = (
        world.row(world.person(), pay=Pay.UNPAID),
        world.row(world.person("Bronwen Pugh"), pay=Pay.SALARY),
    )
    unpaid, salary = world.office.sessions.quote(world.session(*rows))
    assert [piece.value_pence for piece in unpaid.contributions] == [600, 3000]
    assert salary.offered_pence == 0


def _faults(world: World) -> list[tuple[SessionRow, type[DomainError]]]:
    person = world.person("Bronwen Pugh")
    return [
        (world.row(person, participant_id=1), NotFoundError),
        (world.row(person, minutes=(("Meeting", 1441),)), DayTooLongError),
        (world.row(person, minutes=(("Meeting", 900), ("Reading", 541))), DayTooLongError),
        (world.row(person, choice=Choice.PART, part_pence=3601), PartAboveOfferError),
        (
            world.row(person, expense_kind=ExpenseKind.BUS, expense_pence=-1),
            NegativeMoneyError,
        ),
    ]


def test_one_bad_row_saves_nothing_of_the_sheet(world: World) -> None:
    good = world.row(world.person())
    for bad, error in _faults(world):
        with world.refused(error):
            world.office.sessions.log(world.session(good, bad))


def test_one_person_twice_on_a_sheet_still_has_24_hours(world: World) -> None:
    person = world.person()
    rows = [world.row(person, minutes=(("Meeting", 800),)) for _time in range(2)]
    with world.refused(DayTooLongError):
        world.office.sessions.log(world.session(*rows))
    world.log(person, minutes=641)
    with world.refused(DayTooLongError):
        world.office.sessions.log(world.session(rows[0]))


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ({"title": " "}, NameMissingError),
        ({"starts_at": "ten"}, DurationUnreadableError),
        ({"held_on": datetime.date(1989, 1, 1)}, DateOutOfRangeError),
        ({"project_id": 1}, NotFoundError),
    ],
)
def test_a_sheet_that_cannot_be_is_refused(
    world: World, fault: dict[str, object], error: type[DomainError]
) -> None:
    entry = world.session(world.row(world.person()))
    with world.refused(error):
        world.office.sessions.log(replace(entry, **fault))  # type: ignore[arg-type]  # one at a time


def test_a_sheet_can_be_quoted_before_anybody_is_chosen(world: World) -> None:
    assert world.office.sessions.quote(world.session()) == ()
    assert world.session().held_on == WORKED_ON
