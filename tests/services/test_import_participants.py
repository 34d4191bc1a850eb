"""People come in once, as their sheet tells them; whoever is there stays as they are."""

from pathlib import Path

from coprod_desktop.domain.participants import Capacity, Edition, PaidBy
from tests.services.sheet_files import a_sheet
from tests.services.world import World

HEAD = "Name,Email,Phone,Capacity,Paid by,Edition,Account name,Sort code,Account number"


def test_people_come_in_with_what_the_sheet_says(world: World, tmp_path: Path) -> None:
    sheet = a_sheet(
        tmp_path / "people.csv",
        HEAD,
        "Nerys Pugh,nerys@p.example,01632 960 100,carer,bacs,large print,N PUGH,001462,01234567",
        "Omar Aziz,,,,,,,,",
    )
    result = world.office.imports.participants(sheet)
    assert (result.rows_read, result.added, result.problems) == (2, 2, ())
    nerys, omar = world.office.participants.everybody()
    assert (nerys.capacity, nerys.paid_by, nerys.edition) == (
        Capacity.CARER,
        PaidBy.BANK,
        Edition.LARGE,
    )
    assert (nerys.email, nerys.phone) == ("nerys@p.example", "01632 960 100")
    details = world.office.participants.bank_details(nerys.participant_id)
    assert details is not None
    assert (details.account_name, details.sort_code, details.account_number) == (
        "N PUGH",
        "001462",
        "01234567",
    )
    assert world.office.participants.bank_details(omar.participant_id) is None
    assert world.findings() == ()


def test_somebody_who_is_there_stays_as_they_are(world: World, tmp_path: Path) -> None:
    before = world.person("Siân Pugh", email="sian@pugh.example")
    sheet = a_sheet(tmp_path / "people.csv", HEAD, "SIAN PUGH,,01632 960 999,,,,,,")
    result = world.office.imports.participants(sheet)
    assert (result.added, result.already_there) == (0, 1)
    assert world.office.participants.get(before.participant_id) == before


def test_a_namesake_with_another_address_is_named(world: World, tmp_path: Path) -> None:
    world.person("Ann Lee", email="one@lee.example")
    sheet = a_sheet(tmp_path / "people.csv", HEAD, "Ann Lee,two@lee.example,,,,,,,")
    result = world.office.imports.participants(sheet)
    assert [(problem.row, problem.value) for problem in result.problems] == [(2, "Ann Lee")]
    assert len(world.office.participants.everybody()) == 1


def test_a_second_import_and_a_try_change_nothing(world: World, tmp_path: Path) -> None:
    sheet = a_sheet(tmp_path / "people.csv", HEAD, "Ann Lee,,,,,,,,", "Ann Lee,,,,,,,,")
    assert world.office.imports.participants(sheet, is_dry_run=True).added == 1
    assert world.office.participants.everybody() == ()
    assert world.office.imports.participants(sheet).added == 1
    again = world.office.imports.participants(sheet)
    assert (again.added, again.already_there) == (0, 2)


def test_a_formula_is_no_name(world: World, tmp_path: Path) -> None:
    sheet = a_sheet(tmp_path / "people.csv", HEAD, "=A1,,,,,,,,", "Ann,=B2,,,,,,,")
    result = world.office.imports.participants(sheet)
    assert {problem.row for problem in result.problems} == {2, 3}
    assert all("formula" in problem.message for problem in result.problems)
    assert world.office.participants.everybody() == ()
