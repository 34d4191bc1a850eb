"""People come in once, as their sheet tells them; whoever is there stays as they are."""

from pathlib import Path

from coprod_desktop.domain.participants import BankDetails, Capacity, Edition, PaidBy
from tests.builders import a_participant
from tests.services.sheet_files import a_sheet
from tests.services.world import IDRIS, World

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
    details = world.office.bank_details.get(nerys.participant_id)
    assert details is not None
    assert (details.account_name, details.sort_code, details.account_number) == (
        "N PUGH",
        "001462",
        "01234567",
    )
    assert world.office.bank_details.get(omar.participant_id) is None
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


def account_row(number: str, name: str = "Siân Pugh") -> str:
    return f"{name},,,,,,S PUGH,001462,{number}"


def test_another_account_of_somebody_who_is_there_waits_for_a_check(
    world: World, tmp_path: Path
) -> None:
    person = world.person("Siân Pugh")
    world.sit(IDRIS)
    sheet = a_sheet(tmp_path / "people.csv", HEAD, account_row("76543210", "SIAN PUGH"))
    assert world.office.imports.participants(sheet, is_dry_run=True).notes
    kept = world.office.bank_details.get(person.participant_id)
    assert kept is not None
    assert not kept.waits_for_check
    result = world.office.imports.participants(sheet)
    assert (result.added, result.already_there, result.problems) == (0, 1, ())
    (note,) = result.notes
    assert (note.row, note.value) == (2, "•• 3210")
    assert "76543210" not in note.message
    details = world.office.bank_details.get(person.participant_id)
    assert details is not None
    assert (details.account_number, details.previous_ending) == ("76543210", "4567")
    assert details.waits_for_check
    assert details.changed_by_id == world.operators[IDRIS]
    world.office.history.undo()
    assert world.office.bank_details.get(person.participant_id) == kept


def test_the_account_known_is_no_change_whatever_the_name_on_it(
    world: World, tmp_path: Path
) -> None:
    person = world.person("Siân Pugh")
    before = world.office.bank_details.get(person.participant_id)
    sheet = a_sheet(tmp_path / "people.csv", HEAD, account_row("01234567"))
    assert world.office.imports.participants(sheet).notes == ()
    assert world.office.bank_details.get(person.participant_id) == before


def test_a_first_account_comes_in_and_waits_for_nothing(world: World, tmp_path: Path) -> None:
    person = world.person("Siân Pugh", has_account=False)
    sheet = a_sheet(tmp_path / "people.csv", HEAD, account_row("01234567"))
    assert len(world.office.imports.participants(sheet).notes) == 1
    details = world.office.bank_details.get(person.participant_id)
    assert details is not None
    assert (details.account_number, details.waits_for_check) == ("01234567", False)


def test_two_accounts_of_one_person_in_one_sheet_wait_for_a_check(
    world: World, tmp_path: Path
) -> None:
    rows = (account_row("01234567"), account_row("76543210"))
    result = world.office.imports.participants(a_sheet(tmp_path / "people.csv", HEAD, *rows))
    assert (result.added, result.already_there, len(result.notes)) == (1, 1, 1)
    (person,) = world.office.participants.everybody()
    details = world.office.bank_details.get(person.participant_id)
    assert details is not None
    assert (details.account_number, details.waits_for_check) == ("76543210", True)


def test_an_account_that_may_be_of_either_namesake_is_left_out(
    world: World, tmp_path: Path
) -> None:
    world.person("Ann Lee", has_account=False, email="")
    world.office.participants.add(a_participant(name="Ann Lee", email=""), is_namesake=True)
    sheet = a_sheet(tmp_path / "people.csv", HEAD, account_row("01234567", "Ann Lee"))
    (note,) = world.office.imports.participants(sheet).notes
    assert "left out" in note.message
    assert world.records(BankDetails)[BankDetails] == ()
