"""Whole lists have one row for each thing, clean heads, and values of their kind."""

import datetime
from decimal import Decimal

import pytest

from coprod_desktop.domain.contributions import Pay
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.list_extracts import ColumnKind, PlainValue
from coprod_desktop.services.data_lists import DATA_LISTS, data_list
from coprod_desktop.services.expenses import ExpenseLine
from coprod_desktop.storage.top_ups import Days
from tests.builders import WORKED_ON
from tests.services.world import World

KINDS: dict[ColumnKind, tuple[type, ...]] = {
    ColumnKind.TEXT: (str,),
    ColumnKind.CODE: (str,),
    ColumnKind.DAY: (datetime.date,),
    ColumnKind.MINUTES: (int,),
    ColumnKind.PENCE: (int,),
    ColumnKind.NUMBER: (int, Decimal),
    ColumnKind.TICK: (bool,),
}


def rows(world: World, name: str) -> list[dict[str, PlainValue]]:
    """Return the rows of a list by the keys of its columns."""
    extract = data_list(world.office.desk, name, Days())
    keys = [column.key for column in extract.columns]
    return [dict(zip(keys, row, strict=True)) for row in extract.rows]


def lived(world: World) -> World:
    """Let a person work, drive and be paid."""
    person = world.person()
    world.approved(person)
    world.log(person, pay=Pay.UNPAID, minutes=35)
    drive = ExpenseLine(spent_on=WORKED_ON, kind=ExpenseKind.CAR, tenth_miles=225, pence=0)
    world.claim(person, drive)
    world.settled_run()
    return world


@pytest.mark.parametrize("name", DATA_LISTS)
def test_every_value_is_of_the_kind_of_its_column(world: World, name: str) -> None:
    extract = data_list(lived(world).office.desk, name, Days())
    assert len({column.key for column in extract.columns}) == len(extract.columns)
    found = list(extract.rows)
    assert found
    for row in found:
        for value, column in zip(row, extract.columns, strict=True):
            assert value is None or isinstance(value, KINDS[column.kind])


def test_work_says_when_and_paid_and_unpaid_time_apart(world: World) -> None:
    paid, unpaid = rows(lived(world), "contributions")
    assert (paid["year"], paid["month"]) == (2026, "2026-11")
    assert paid["week"] == WORKED_ON - datetime.timedelta(days=WORKED_ON.weekday())
    assert (paid["time_paid"], paid["time_unpaid"], paid["paid"]) == (150, 0, "Paid")
    assert (unpaid["time_paid"], unpaid["time_unpaid"], unpaid["paid"]) == (0, 35, "Unpaid")


def test_an_expense_says_its_miles_and_a_payment_only_the_end_of_its_account(
    world: World,
) -> None:
    (drive,) = rows(lived(world), "expenses")
    assert drive["miles"] == Decimal("22.5")
    (payment,) = rows(world, "payments")
    assert len(str(payment["account"])) == 4
    assert payment["payment"] == 3000


def test_a_list_that_there_is_not_is_refused(world: World) -> None:
    with pytest.raises(KeyError):
        data_list(world.office.desk, "secrets", Days())
