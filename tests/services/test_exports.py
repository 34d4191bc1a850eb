"""Everything that a file knows goes out into an open workbook and comes back, record for record."""

from pathlib import Path

import openpyxl
import pytest

from coprod_desktop.domain.errors import FileMissingError
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.domain.pay_runs import PayRun
from coprod_desktop.services.expenses import ExpenseLine
from coprod_desktop.services.office import new_office
from tests.builders import TINY_PNG, WORKED_ON, an_organisation
from tests.services.world import PASSPHRASE, World


def lived_in(world: World, folder: Path) -> World:
    """Let a little of everything happen, with awkward texts, receipts and issued papers."""
    aisha = world.person("Aisha =HYPERLINK(1)", wishes="First line\nsecond line \\nothing")
    world.person("Bronwen Pugh", has_account=False, name_in_script="ब्रॉनवेन")
    receipt = folder / "ticket.png"
    receipt.write_bytes(TINY_PNG * 400)
    world.office.sessions.log(world.session(world.row(aisha)))
    world.log(aisha, kind_of_work="Reading", circumstances='online = true\n# "on" a Monday')
    claim = world.approved_claim(
        aisha,
        ExpenseLine(
            spent_on=WORKED_ON,
            kind=ExpenseKind.BUS,
            pence=460,
            circumstances='passengers = 2\nevidence = "=ticket"',
        ),
    )
    item = world.office.expenses.items(claim.expense_claim_id)[0]
    world.office.expenses.attach_receipt(item.expense_item_id, receipt)
    world.settled_run()
    world.office.statements.issue(WORKED_ON, WORKED_ON)
    return world


def test_every_record_comes_back_as_it_was(
    world: World, tmp_path: Path, location: str, postgresql_url: str
) -> None:
    lived_in(world, tmp_path)
    exported = world.office.exports.open_workbook(tmp_path / "All.xlsx")
    before = world.records()
    assert exported.tables["receipts"] == 1
    # A file comes back into a file, and a shared database into another one.
    other = str(tmp_path / "Other.coprod") if location.endswith(".coprod") else postgresql_url
    if other == location:
        other = str(tmp_path / "Other.coprod")
    again = new_office(other, PASSPHRASE, an_organisation(name="Not yet named"))
    result = again.imports.open_workbook(tmp_path / "All.xlsx")
    assert result.problems == ()
    assert result.added == result.rows_read == sum(len(found) for found in before.values())
    with again.desk.reading() as reading:
        assert {kind: reading.find(kind) for kind in before} == before
    assert again.safety.findings() == ()
    assert again.operators.present.name == "Grace Okafor"
    once_more = again.imports.open_workbook(tmp_path / "All.xlsx")
    assert (once_more.added, once_more.already_there) == (0, result.added)
    again.close()


def test_the_history_goes_along_to_be_read(file_world: World, tmp_path: Path) -> None:
    file_world.person()
    path = tmp_path / "All.xlsx"
    exported = file_world.office.exports.open_workbook(path)
    assert exported.tables["changes"] == len(file_world.office.history.latest(100))
    book = openpyxl.load_workbook(path, read_only=True)
    assert "changes" in book.sheetnames
    book.close()


def test_exporting_changes_nothing(file_world: World, tmp_path: Path) -> None:
    file_world.person()
    before = file_world.records(), file_world.office.history.latest(9)
    file_world.office.exports.open_workbook(tmp_path / "All.xlsx")
    assert (file_world.records(), file_world.office.history.latest(9)) == before


def test_a_folder_that_is_not_there_is_refused(file_world: World, tmp_path: Path) -> None:
    with pytest.raises(FileMissingError):
        file_world.office.exports.open_workbook(tmp_path / "no such folder" / "All.xlsx")


def test_the_person_is_told_what_the_workbook_holds(file_world: World, tmp_path: Path) -> None:
    words = file_world.office.exports.open_workbook(tmp_path / "All.xlsx").privacy_words
    assert "not encrypted" in words
    assert "bank details" in words
    kept = file_world.records(Organisation, PayRun)[Organisation][0]
    values = [
        value
        for row in openpyxl.load_workbook(tmp_path / "All.xlsx")["organisations"].values
        for value in row
    ]
    assert kept.seal_key in values
