"""A cross-table has the sums of all other totals, to the minute and the penny."""

import datetime
import itertools
import random

import pytest

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.errors import PeriodBackwardsError
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.domain.pivots import Pivot, PivotBy, PivotFigure
from coprod_desktop.domain.report_errors import PivotTooWideError, SameGroupTwiceError
from coprod_desktop.services.expenses import ExpenseLine
from coprod_desktop.services.pivots import by_words, figure_words, pivot_title
from coprod_desktop.services.totals import sum_of
from tests.builders import TODAY, WORKED_ON, a_project
from tests.campaigns.paper_totals import fill
from tests.services.world import World

LATER = datetime.date(2026, 12, 1)


def filled(world: World) -> World:
    """Let three people work and spend in two months, two projects and every state."""
    aisha, bronwen = world.person(), world.person("Bronwen Pugh", capacity=Capacity.CARER)
    other = world.office.projects.add(a_project(name="Garden", fund="Lottery"))
    world.log(aisha)
    world.log(aisha, pay=Pay.UNPAID, kind_of_work="Reading", minutes=35)
    world.log(bronwen, pay=Pay.SALARY, worked_on=datetime.date(2026, 9, 30))
    world.log(bronwen, choice=Choice.DECLINE, minutes=60, project_id=other.project_id)
    world.claim(aisha)
    bus = ExpenseLine(spent_on=datetime.date(2026, 9, 29), kind=ExpenseKind.BUS, pence=155)
    world.claim(bronwen, bus)
    return world


def shown(pivot: Pivot) -> dict[str, dict[str, int]]:
    """Return what somebody reads: by row and column, without noughts."""
    return {
        row.name: {
            column.name: pivot.at(row, column) for column in pivot.columns if pivot.at(row, column)
        }
        for row in pivot.rows
    }


def test_excel_pivot_table_by_person_by_month(world: World) -> None:
    pivot = filled(world).office.pivots.make(PivotBy.PERSON, PivotBy.MONTH)
    month = f"{WORKED_ON:%B %Y}"
    assert shown(pivot) == {
        "Aisha Rahman": {month: 185},
        "Bronwen Pugh": {"September 2026": 150, month: 60},
    }
    assert [column.name for column in pivot.columns] == ["September 2026", month]
    assert [pivot.row_totals[row.key] for row in pivot.rows] == [185, 210]
    assert pivot.total == 395
    assert pivot_title(pivot) == "Hours by person and month"


def test_a_person_with_expenses_alone_has_a_row(world: World) -> None:
    pivot = filled(world).office.pivots.make(PivotBy.KIND, PivotBy.PERSON, PivotFigure.EXPENSES)
    assert shown(pivot) == {"Expenses": {"Aisha Rahman": 460, "Bronwen Pugh": 155}}


def test_people_are_counted_once_however_many_months_they_are_in(world: World) -> None:
    made = filled(world).office.pivots.make(PivotBy.PROJECT, PivotBy.MONTH, PivotFigure.PEOPLE)
    assert made.total == 2
    assert sum(made.row_totals.values()) == 3  # Bronwen works in both projects
    assert sum(made.column_totals.values()) == 3


def test_a_week_begins_on_its_monday(world: World) -> None:
    person = world.person()
    for day in (15, 16, 22, 23):  # a Sunday, a Monday, its Sunday, and the next Monday
        world.log(person, worked_on=datetime.date(2026, 11, day), minutes=day)
    pivot = world.office.pivots.make(PivotBy.WEEK, PivotBy.PAID)
    weeks = [(group.key, pivot.row_totals[group.key]) for group in pivot.rows]
    assert weeks == [("2026-11-09", 15), ("2026-11-16", 38), ("2026-11-23", 23)]
    assert pivot.rows[0].name == "Week of 9\u00a0Nov\u00a02026"


def test_what_has_no_funder_comes_last_and_says_so(world: World) -> None:
    pivot = filled(world).office.pivots.make(PivotBy.FUNDER, PivotBy.CAPACITY)
    assert "Lottery" in [row.name for row in pivot.rows]
    assert [row.key for row in pivot.rows if not row.key] == [
        row.key for row in pivot.rows[1:] if row.name == "No funder named"
    ]
    assert pivot.columns[0].name == "Lived experience"


@pytest.mark.parametrize(("rows_by", "columns_by"), list(itertools.permutations(PivotBy, 2))[::9])
def test_both_ways_every_figure_adds_up_to_the_totals(
    world: World, rows_by: PivotBy, columns_by: PivotBy
) -> None:
    whole = sum_of(filled(world).office.totals.rows("month"))
    expected = {
        PivotFigure.HOURS: whole.minutes_paid + whole.minutes_unpaid,
        PivotFigure.PAID_HOURS: whole.minutes_paid,
        PivotFigure.UNPAID_HOURS: whole.minutes_unpaid,
        PivotFigure.AGREED: whole.payments_pence,
        PivotFigure.EXPENSES: whole.reimbursements_pence,
        PivotFigure.PAID: 0,
    }
    for figure, total in expected.items():
        pivot = world.office.pivots.make(rows_by, columns_by, figure)
        assert pivot.total == total
        assert sum(pivot.row_totals.values()) == sum(pivot.column_totals.values()) == total


def test_ten_thousand_random_entries_add_up_as_the_totals_do(file_world: World) -> None:
    fill(file_world, 10_000, random.Random(6))
    rows = {row.name: row for row in file_world.office.totals.rows("participant")}
    make = file_world.office.pivots.make
    hours = make(PivotBy.PERSON, PivotBy.MONTH)
    expenses = make(PivotBy.PERSON, PivotBy.MONTH, PivotFigure.EXPENSES)
    assert {row.name: hours.row_totals[row.key] for row in hours.rows} == {
        name: row.minutes_paid + row.minutes_unpaid
        for name, row in rows.items()
        if row.minutes_paid + row.minutes_unpaid
    }
    assert expenses.total == sum(row.reimbursements_pence for row in rows.values())


def test_a_period_has_its_first_and_its_last_day(world: World) -> None:
    world.log(world.person())
    make = world.office.pivots.make
    pivot = make(PivotBy.PERSON, PivotBy.MONTH, PivotFigure.HOURS, WORKED_ON, WORKED_ON)
    assert pivot.total == 150
    after = WORKED_ON + datetime.timedelta(days=1)
    assert make(PivotBy.PERSON, PivotBy.MONTH, PivotFigure.HOURS, after, LATER).rows == ()
    with world.refused(PeriodBackwardsError):
        make(PivotBy.PERSON, PivotBy.MONTH, PivotFigure.HOURS, TODAY, WORKED_ON)


def test_the_same_groups_twice_are_refused(world: World) -> None:
    with world.refused(SameGroupTwiceError):
        world.office.pivots.make(PivotBy.MONTH, PivotBy.MONTH)


def test_more_columns_than_anybody_reads_are_refused(file_world: World) -> None:
    fill(file_world, 20_000, random.Random(1))
    with file_world.refused(PivotTooWideError):
        file_world.office.pivots.make(PivotBy.MONTH, PivotBy.PERSON)


def test_every_group_and_figure_has_words() -> None:
    assert len({by_words(by) for by in PivotBy}) == len(PivotBy)
    assert len({figure_words(figure) for figure in PivotFigure}) == len(PivotFigure)
