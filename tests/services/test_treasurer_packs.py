"""The treasurer's pack holds what an auditor asks for, and its fingerprints prove it."""

import datetime
import hashlib
import zipfile
from pathlib import Path

import openpyxl
import pytest

from coprod_desktop.domain.errors import PeriodBackwardsError
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_errors import NothingToPackError
from coprod_desktop.services.expenses import ExpenseLine
from tests.builders import PAID_ON, TINY_PNG, WORKED_ON
from tests.services.world import World

NOVEMBER = (datetime.date(2026, 11, 1), datetime.date(2026, 11, 30))
BANK = "pay-run-001-bank.csv"


@pytest.fixture
def paid(world: World, tmp_path: Path) -> World:
    """Pay two people: one by bank with a receipt behind it, one in cash."""
    receipt = tmp_path / "ticket.png"
    receipt.write_bytes(TINY_PNG)
    aisha = world.person()
    world.approved(aisha)
    fare = ExpenseLine(
        spent_on=WORKED_ON, kind=ExpenseKind.BUS, what="Bus", pence=460, receipt=receipt
    )
    world.approved_claim(aisha, fare)
    world.approved(world.person("Ceri Walsh", paid_by=PaidBy.CASH), minutes=60)
    run = world.approved_run()
    world.office.payment_files.export(run.number, tmp_path / "out")
    world.office.settling.settle(run.number, PAID_ON)
    return world


def test_the_pack_holds_the_papers_the_receipts_and_the_fingerprint_of_each(
    paid: World, tmp_path: Path
) -> None:
    made = paid.office.treasurer_packs.make(*NOVEMBER, tmp_path / "pack.zip")
    assert (made.runs, made.receipts) == ((1,), 1)
    assert made.sha256 == hashlib.sha256(made.path.read_bytes()).hexdigest()
    with zipfile.ZipFile(made.path) as pack:
        names = set(pack.namelist())
        assert {
            "read-me.txt",
            "tables.xlsx",
            "pay-run-001/payment-sheet.xlsx",
            "pay-run-001/payment-sheet.pdf",
            "pay-run-001/control-sheet.pdf",
            "pay-run-001/cash-and-vouchers.pdf",
        } < names
        (receipt,) = [name for name in names if "receipts/" in name]
        assert receipt.startswith(f"pay-run-001/receipts/{WORKED_ON}-aisha-rahman-")
        assert pack.read(receipt) == TINY_PNG
        lines = pack.read("SHA256SUMS.txt").decode().splitlines()
        told = {line[66:]: line[:64] for line in lines}
        found = {name: hashlib.sha256(pack.read(name)).hexdigest() for name in names}
    assert told == {name: digest for name, digest in found.items() if name != "SHA256SUMS.txt"}
    assert made.files == len(told)


def test_the_tables_of_the_pack_add_up_to_the_run(paid: World, tmp_path: Path) -> None:
    made = paid.office.treasurer_packs.make(*NOVEMBER, tmp_path / "pack.zip")
    with zipfile.ZipFile(made.path) as pack, pack.open("tables.xlsx") as file:
        book = openpyxl.load_workbook(file, data_only=True)
    sheets = {sheet.title: [*sheet.iter_rows(min_row=5, values_only=True)] for sheet in book}
    (run, in_all) = sheets["Pay runs"]
    assert [str(value) for value in run[5:7]] == ["42", "4.6"]
    assert [str(value) for value in in_all[5:7]] == ["42", "4.6"]
    assert [str(value) for value in sheets["What was paid for"][-1][5:7]] == ["42", "4.6"]
    assert [row[3] for row in sheets["Payments"][:2]] == ["4567", None]
    (file_row, _total) = sheets["Bank files"]
    sent = (tmp_path / "out" / BANK).read_bytes()
    assert file_row[-1] == hashlib.sha256(sent).hexdigest()
    assert {row[3] for row in sheets["Approvals"]} == {"Grace Okafor", "Idris Vaughan"}
    said = {row[3] for row in sheets["History"]}
    assert {"Prepared a pay run", "Recorded that a pay run was paid"} <= said


def test_no_whole_account_number_is_in_the_pack(paid: World, tmp_path: Path) -> None:
    made = paid.office.treasurer_packs.make(*NOVEMBER, tmp_path / "pack.zip")
    with zipfile.ZipFile(made.path) as pack, pack.open("tables.xlsx") as file:
        book = openpyxl.load_workbook(file)
        names = pack.namelist()
    cells = {
        str(value) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row
    }
    assert not [text for text in cells if "01234567" in text]
    assert not [name for name in names if name.endswith(BANK)]


def test_a_period_without_runs_writes_nothing(paid: World, tmp_path: Path) -> None:
    october = (datetime.date(2026, 10, 1), datetime.date(2026, 10, 31))
    with paid.refused(NothingToPackError):
        paid.office.treasurer_packs.make(*october, tmp_path / "pack.zip")
    with paid.refused(PeriodBackwardsError):
        paid.office.treasurer_packs.make(NOVEMBER[1], NOVEMBER[0], tmp_path / "pack.zip")
    assert not (tmp_path / "pack.zip").exists()


def test_a_run_that_is_only_approved_is_in_no_pack(world: World, tmp_path: Path) -> None:
    world.approved(world.person())
    world.approved_run()
    with world.refused(NothingToPackError):
        world.office.treasurer_packs.make(*NOVEMBER, tmp_path / "pack.zip")
