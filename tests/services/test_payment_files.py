"""The files of a run exist, agree with each other and with the run."""

import csv
import io
from dataclasses import replace
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
from coprod_desktop.domain.made_files import OwnLayout
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_errors import FilesNotFinishedError
from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.paths import resource
from coprod_desktop.services.payment_files import file_name
from coprod_desktop.services.sentences import sentence
from tests.builders import PAID_ON
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
    world.taken_back(number, "Wrong")
    with world.refused(WrongStateError):
        world.office.payment_files.export(number, tmp_path)
    with world.refused(NotFoundError):
        world.office.payment_files.export(9, tmp_path)
    assert list(tmp_path.glob("pay-run*")) == []


@pytest.mark.parametrize("at", [1, 4])
def test_what_is_stopped_half_way_leaves_the_run_as_it_was(
    world: World, tmp_path: Path, at: int
) -> None:
    number, out = a_run(world), tmp_path / "out"

    def stop(done: int, _total: int) -> None:
        if done == at:
            raise KeyboardInterrupt

    before, history = world.records(), world.office.history.latest(1)
    with pytest.raises(KeyboardInterrupt):
        world.office.payment_files.export(number, out, progress=stop)
    assert (world.records(), world.office.history.latest(1)) == (before, history)
    assert [path for path in out.rglob("*") if path.is_file()] == []
    assert world.office.payment_files.export(number, out).bank_file


def test_a_bank_file_that_cannot_be_written_says_that_the_files_are_not_finished(
    world: World, tmp_path: Path
) -> None:
    number = a_run(world)
    in_the_way = tmp_path / "a" / "pay-run-001-bank.csv"
    in_the_way.mkdir(parents=True)
    with pytest.raises(FilesNotFinishedError) as caught:
        world.office.payment_files.export(number, tmp_path / "a")
    assert "Make the files again" in sentence(caught.value)
    assert [path for path in (tmp_path / "a").rglob("*") if path.is_file()] == []
    (kept,) = world.office.payment_files.made_files(number)
    again = world.office.payment_files.export(number, tmp_path / "b")
    assert again.bank_file
    assert again.bank_file.read_bytes() == kept.content


def test_no_bank_file_in_another_layout_is_made_once_money_has_left(
    world: World, tmp_path: Path
) -> None:
    number = a_run(world)
    files = world.office.payment_files
    first = files.export(number, tmp_path / "a")
    by_bank = [
        one.payment_id
        for _person, one in world.office.pay_runs.details(number).payments
        if one.method is PaidBy.BANK
    ]
    world.office.settling.settle_some(by_bank[:1], PAID_ON)
    with world.refused(WrongStateError):
        files.record(number, "unity")
    with world.refused(WrongStateError):
        files.export(number, tmp_path / "b", "unity")
    assert not list((tmp_path / "b").glob("pay-run*"))
    again = files.export(number, tmp_path / "c")
    assert first.bank_file
    assert again.bank_file
    assert again.bank_file.read_bytes() == first.bank_file.read_bytes()


def test_what_was_recorded_is_made_again_without_its_layout_and_account(
    world: World, tmp_path: Path
) -> None:
    own = resource("bank-layouts", "my-bank.toml")
    world.office.own_layouts.save(own, "Our bank")
    organisation = world.office.organisation.get()
    world.office.organisation.save(
        replace(organisation, sort_code="001460", account_number="00000017")
    )
    number, files = a_run(world), world.office.payment_files
    for layout in ("Our bank", "pain.001.001.09"):
        files.export(number, tmp_path / "first", layout)
    recorded = {one.layout: one.content for one in files.made_files(number)}
    assert list(recorded) == ["Our bank", "pain.001.001.09"]
    world.office.organisation.save(organisation)
    with world.office.desk.transaction("remove bank layout") as work:
        (layout_record,) = work.find(OwnLayout)
        work.remove(layout_record)
    for layout, content in recorded.items():
        again = files.export(number, tmp_path / layout, layout)
        assert again.bank_file
        assert again.bank_file.read_bytes() == content
        assert again.control_sheet


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
