"""The papers of a run come to what was paid, whatever became of the records since."""

from dataclasses import replace

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.expenses import ExpenseItem
from coprod_desktop.services.run_lines import operator_names
from coprod_desktop.services.run_records import RunRecords
from tests.services.boxes import payments
from tests.services.test_settling import line_ids
from tests.services.world import GRACE, World


def paid_and_taken_back(world: World) -> None:
    """Pay work and a claim, then take both back."""
    person = world.person()
    world.approved(person)
    world.approved_claim(person)
    payment = payments(world, world.settled_run())["Aisha Rahman"]
    world.office.settling.take_back(line_ids(world, payment), "Nobody was there")


def entries(world: World) -> list[tuple[str, int]]:
    """Return what the first run paid, in words and pence."""
    with world.office.desk.reading() as reading:
        records = RunRecords(reading, world.office.pay_runs.details(1).run)
        (payment,) = records.by_name()
        return [(one.what, one.pence) for one in records.entries(payment)]


def test_what_was_corrected_since_is_told_as_it_was_paid(world: World) -> None:
    paid_and_taken_back(world)
    before = entries(world)
    (piece,) = world.records(Contribution)[Contribution]
    (item,) = world.records(ExpenseItem)[ExpenseItem]
    world.office.contributions.correct(replace(piece, minutes=50))
    world.office.expenses.agree(item.expense_item_id, 300, "A day ticket")
    after = entries(world)
    assert sorted(pence for _what, pence in after) == [460, 3000]
    assert [one for one in after if one not in before] == [
        ("Expense claim of 3\N{NO-BREAK SPACE}November\N{NO-BREAK SPACE}2026", 460)
    ]


def test_what_was_removed_since_is_still_in_the_sum(world: World) -> None:
    paid_and_taken_back(world)
    (piece,) = world.records(Contribution)[Contribution]
    world.office.contributions.remove(piece.contribution_id)
    assert sum(pence for _what, pence in entries(world)) == 3460


def test_each_record_is_told_with_who_approved_it(world: World) -> None:
    piece = world.approved(world.person())
    run = world.prepared()
    with world.office.desk.reading() as reading:
        names = operator_names(reading)
        approvers = RunRecords(reading, run).approvers(reading, names)
    assert approvers == {piece.contribution_id: GRACE}
