"""Expenses come in to the penny, one claim for each row, journeys by the miles of their day."""

from pathlib import Path

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, ExpenseKind
from tests.services.sheet_files import a_sheet
from tests.services.world import World

HEAD = "Name,Date,Kind,Amount,Miles,What,Project"


def test_each_row_is_a_claim_that_waits_for_approval(world: World, tmp_path: Path) -> None:
    sheet = a_sheet(
        tmp_path / "spent.csv",
        HEAD,
        "Ann Lee,03/11/2026,Bus fare,4.60,,There and back,Garden",
        "Ann Lee,03/11/2026,Lunch,£7.05,,,Garden",
    )
    result = world.office.imports.expenses(sheet)
    assert (result.added, result.pence_total, result.people_added) == (2, 1165, 1)
    claims = world.records(ExpenseClaim)[ExpenseClaim]
    assert [claim.state for claim in claims] == [WorkState.LOGGED] * 2
    bus, lunch = world.records(ExpenseItem)[ExpenseItem]
    assert (bus.kind, bus.claimed_pence, bus.agreed_pence, bus.what) == (
        ExpenseKind.BUS,
        460,
        460,
        "There and back",
    )
    assert (lunch.kind, lunch.what) == (ExpenseKind.MEAL, "Meal")
    assert bus.because == "As in the imported sheet."
    assert world.findings() == ()


def test_a_journey_without_an_amount_is_paid_by_the_mile(world: World, tmp_path: Path) -> None:
    sheet = a_sheet(
        tmp_path / "spent.csv",
        HEAD,
        "Ann Lee,03/11/2026,Car,,22.5,To the hospital,Garden",
        "Ann Lee,03/11/2026,Taxi,,10,By taxi,Garden",
    )
    result = world.office.imports.expenses(sheet)
    (journey,) = world.records(ExpenseItem)[ExpenseItem]
    assert journey.tenth_miles == 225
    assert journey.claimed_pence == result.pence_total == (225 * 55 + 5) // 10
    assert "22.5\N{NO-BREAK SPACE}miles" in journey.because
    assert [(problem.row, problem.value) for problem in result.problems] == [(3, "taxi")]


def test_a_second_import_and_a_try_change_nothing(world: World, tmp_path: Path) -> None:
    sheet = a_sheet(
        tmp_path / "spent.csv",
        HEAD,
        "Ann Lee,03/11/2026,Bus,4.60,,There,Garden",
        "Ann Lee,03/11/2026,Car,,10,There,Garden",
    )
    tried = world.office.imports.expenses(sheet, is_dry_run=True)
    assert world.records(ExpenseClaim)[ExpenseClaim] == ()
    done = world.office.imports.expenses(sheet)
    assert (tried.added, tried.pence_total) == (done.added, done.pence_total) == (2, 1010)
    again = world.office.imports.expenses(sheet)
    assert (again.added, again.already_there, again.pence_total) == (0, 2, 1010)


def test_a_name_of_two_people_and_a_formula_are_named(world: World, tmp_path: Path) -> None:
    world.person("Ann Lee", has_account=False)
    world.office.participants.add(world.person("Ben", has_account=False), is_namesake=True)
    sheet = a_sheet(
        tmp_path / "spent.csv",
        HEAD,
        "Ben,03/11/2026,Bus,4.60,,There,Garden",
        "Ann Lee,03/11/2026,Bus,4.60,,=1+1,Garden",
    )
    result = world.office.imports.expenses(sheet)
    assert [problem.row for problem in result.problems] == [2, 3]
    assert result.added == 0
