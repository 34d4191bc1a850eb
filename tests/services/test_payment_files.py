"""The files of a run exist, agree with each other and with the run."""

import csv
import io
from pathlib import Path

import pytest

from coprod_desktop.domain.contributions import Choice
from coprod_desktop.domain.errors import (
    CannotUndoError,
    FileReadOnlyError,
    LayoutUnknownError,
    NotFoundError,
    WrongStateError,
)
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.services.payment_files import file_name
from tests.services.world import GRACE, IDRIS, World


def a_run(world: World) -> int:
    """Approve a run of three people: by bank with a voucher beside it, by bank, in cash."""
    person = world.person()
    world.approved(person)
    world.approved_claim(person)
    world.approved(person, minutes=60, choice=Choice.VOUCHER)
    world.approved(world.person("Bronwen Pugh"), minutes=90)
    world.approved(world.person("Ceri Walsh", paid_by=PaidBy.CASH), minutes=20)
    return world.approved_run().number


def test_every_file_is_made_and_their_sums_agree(world: World, tmp_path: Path) -> None:
    number = a_run(world)
    made = world.office.payment_files.export(number, tmp_path / "out")
    assert all(path.stat().st_size for path in made.all_paths)
    prepared = world.office.pay_runs.details(number)
    assert prepared.run.state is RunState.EXPORTED
    assert len(made.remittances) == len(prepared.payments) == 4
    sheet = world.office.payment_files.sheet(number)
    assert sheet.pence == prepared.total_pence == 3000 + 460 + 1200 + 1800 + 400
    assert made.bank_file
    by_bank = sum(pay.pence for _p, pay in prepared.payments if pay.method is PaidBy.BANK)
    assert bank_pence(made.bank_file) == by_bank == 5260


def bank_pence(path: Path) -> int:
    """Add up the amounts of the plain layout, whatever column they stand in."""
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    (column,) = [name for name in rows[0] if "amount" in name.casefold()]
    return sum(round(float(row[column]) * 100) for row in rows)


def test_the_sheet_says_who_approved_and_under_which_code(world: World) -> None:
    number = a_run(world)
    sheet = world.office.payment_files.sheet(number)
    assert (sheet.prepared_by, sheet.approved_by) == (GRACE, IDRIS)
    first = sheet.lines[0]
    assert (first.participant, first.payee) == ("Aisha Rahman", "MISS A RAHMAN")
    assert (first.minutes, first.cost_codes, first.approved_by) == (150, "BWR-01", GRACE)
    assert [line.method for line in sheet.lines] == [
        PaidBy.BANK,
        PaidBy.VOUCHER,
        PaidBy.BANK,
        PaidBy.CASH,
    ]


def test_a_run_without_bank_payments_has_no_bank_file(world: World, tmp_path: Path) -> None:
    world.approved(world.person(paid_by=PaidBy.CASH))
    number = world.approved_run().number
    made = world.office.payment_files.export(number, tmp_path)
    assert made.bank_file is None
    assert made.cash_sheet is not None
    assert len(made.all_paths) == 4


def test_files_can_be_made_again_and_are_the_same(world: World, tmp_path: Path) -> None:
    number = a_run(world)
    first = world.office.payment_files.export(number, tmp_path / "a")
    before = world.office.history.latest(1)
    second = world.office.payment_files.export(number, tmp_path / "b")
    assert [path.name for path in first.all_paths] == [path.name for path in second.all_paths]
    assert first.bank_file
    assert second.bank_file
    assert first.bank_file.read_bytes() == second.bank_file.read_bytes()
    assert world.office.history.latest(1) == before


def test_no_files_before_approval_nor_after_taking_back(world: World, tmp_path: Path) -> None:
    world.approved(world.person())
    number = world.prepared().number
    with world.refused(WrongStateError):
        world.office.payment_files.export(number, tmp_path)
    with world.refused(WrongStateError):
        world.office.payment_files.record(number)
    world.office.pay_runs.reverse(number, "Wrong")
    with world.refused(WrongStateError):
        world.office.payment_files.export(number, tmp_path)
    with world.refused(NotFoundError):
        world.office.payment_files.export(9, tmp_path)
    assert list(tmp_path.glob("pay-run*")) == []


def test_what_cannot_be_written_leaves_the_run_approved(world: World, tmp_path: Path) -> None:
    number = a_run(world)
    in_the_way = tmp_path / "out"
    in_the_way.write_text("A file stands where the folder should be.")
    with world.refused(FileReadOnlyError):
        world.office.payment_files.export(number, in_the_way)
    with world.refused(LayoutUnknownError):
        world.office.payment_files.export(number, tmp_path, "No bank of this name")
    assert world.office.pay_runs.details(number).run.state is RunState.APPROVED


def test_files_that_left_the_house_cannot_be_undone(world: World, tmp_path: Path) -> None:
    number = a_run(world)
    world.office.payment_files.export(number, tmp_path)
    with world.refused(CannotUndoError):
        world.office.history.undo()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Llŷr O’Neill", "llyr-o-neill"),
        ("محمد السيد", "person"),
        ("..", "person"),
        ("Małgorzata", "malgorzata"),
        ("a" * 99, "a" * 60),
    ],
)
def test_a_name_becomes_a_file_name_that_every_computer_takes(name: str, expected: str) -> None:
    assert file_name(name) == expected
