"""A workbook comes back whole or not at all, and never on top of another charity's records."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from coprod_desktop.domain.errors import AlreadyThereError, SpreadsheetUnreadableError
from coprod_desktop.domain.participants import Participant
from coprod_desktop.services.office import Office
from tests.output_builders import a_credit, an_output
from tests.pictures import a_png
from tests.services.sheet_files import an_office
from tests.services.world import World

SENTENCE = "Statement {number}"


@pytest.fixture
def workbook(file_world: World, tmp_path: Path) -> Path:
    """Export a file with two people, of whom one worked, and a prepared pay run."""
    aisha = file_world.person("Aisha Rahman")
    file_world.person("Bronwen Pugh")
    file_world.office.sessions.log(file_world.session(file_world.row(aisha)))
    file_world.approved_claim(aisha)
    file_world.prepared()
    path = tmp_path / "All.xlsx"
    file_world.office.exports.open_workbook(path)
    return path


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Office]:
    """Make another, empty file."""
    office = an_office(str(tmp_path / "Other.coprod"))
    yield office
    office.close()


def edit(path: Path, table: str, change: Callable[[Any], None]) -> None:
    """Change a worksheet as somebody does in Excel."""
    book = openpyxl.load_workbook(path)
    change(book[table])
    book.save(path)


def set_value(column: str, value: object, row: int = 2) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        place = next(cell.column for cell in sheet[1] if cell.value == column)
        sheet.cell(row=row, column=place, value=value)

    return change


def test_a_try_tells_the_same_numbers_and_changes_nothing(workbook: Path, other: Office) -> None:
    tried = other.imports.open_workbook(workbook, is_dry_run=True)
    assert other.participants.everybody() == ()
    done = other.imports.open_workbook(workbook)
    assert (tried.rows_read, tried.added) == (done.rows_read, done.added)


def test_bringing_back_is_one_change_that_can_be_taken_back(workbook: Path, other: Office) -> None:
    with other.desk.reading() as reading:
        before = reading.find(Participant)
    organisation = other.organisation.get()
    other.imports.open_workbook(workbook)
    assert other.organisation.get() != organisation
    assert other.history.undo().verb == "import open workbook"
    with other.desk.reading() as reading:
        assert reading.find(Participant) == before
    assert other.organisation.get() == organisation
    assert other.safety.findings() == ()


def test_a_workbook_fills_gaps_of_its_own_file_only(file_world: World, workbook: Path) -> None:
    before = file_world.records()
    result = file_world.office.imports.open_workbook(workbook)
    assert (result.added, result.already_there) == (0, result.rows_read)
    assert file_world.records() == before


def test_somebody_who_was_added_since_stays(file_world: World, workbook: Path) -> None:
    file_world.person("Carys Lloyd")
    file_world.office.imports.open_workbook(workbook)
    names = [person.name for person in file_world.office.participants.everybody()]
    assert names == ["Aisha Rahman", "Bronwen Pugh", "Carys Lloyd"]


def test_another_charity_with_people_is_not_overwritten(workbook: Path, other: Office) -> None:
    other.participants.add(Participant(participant_id=0, name="Dewi Rees"))
    with pytest.raises(AlreadyThereError):
        other.imports.open_workbook(workbook)
    assert [person.name for person in other.participants.everybody()] == ["Dewi Rees"]


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("participants", "capacity", "wizard"),
        ("contributions", "minutes", "two hours"),
        ("contributions", "worked_on", "soon"),
        ("contributions", "is_paid", 2),
        ("participants", "participant_id", 12.5),
    ],
)
def test_a_value_that_is_not_of_its_kind_is_named_and_nothing_comes_in(
    workbook: Path, other: Office, table: str, column: str, value: object
) -> None:
    edit(workbook, table, set_value(column, value))
    result = other.imports.open_workbook(workbook)
    problem = result.problems[0]
    assert (problem.row, problem.column, problem.value) == (2, f"{table}: {column}", str(value))
    assert result.added == 0
    assert [change.verb for change in other.history.latest(9)] == ["make file"]


@pytest.mark.parametrize(
    ("column", "value"), [("minutes", -5), ("participant_id", "1234567890123456789")]
)
def test_records_that_do_not_fit_each_other_are_refused_whole(
    workbook: Path, other: Office, column: str, value: object
) -> None:
    edit(workbook, "contributions", set_value(column, value))
    with pytest.raises(SpreadsheetUnreadableError):
        other.imports.open_workbook(workbook)
    assert other.participants.everybody() == ()
    assert [change.verb for change in other.history.latest(9)] == ["make file"]


def test_two_runs_of_one_number_are_refused(
    file_world: World, workbook: Path, tmp_path: Path
) -> None:
    file_world.office.history.undo()
    file_world.prepared()
    with pytest.raises(AlreadyThereError):
        file_world.office.imports.open_workbook(workbook)


def test_things_made_words_and_looks_come_back(
    file_world: World, tmp_path: Path, other: Office
) -> None:
    office, person = file_world.office, file_world.person(left_out="value", language="en+cy")
    output = office.outputs.add(an_output(project_id=file_world.project.project_id))
    links = {"output_id": output.output_id, "participant_id": person.participant_id}
    credit = office.outputs.add_credit(a_credit(**links))
    style = office.paper_style.save(replace(office.paper_style.get(), logo=a_png()))
    office.wordings.set(SENTENCE, "No. {number}")
    office.exports.open_workbook(tmp_path / "All.xlsx")
    other.imports.open_workbook(tmp_path / "All.xlsx")
    (thing,) = other.outputs.all()
    assert (thing.output, thing.credited[0].credit) == (output, credit)
    assert other.paper_style.get() == style
    assert other.wordings.one(SENTENCE).own == "No. {number}"
    assert other.participants.named(person.name) == person


def test_two_words_for_one_sentence_and_two_looks_are_refused(
    file_world: World, tmp_path: Path
) -> None:
    office, usual = file_world.office, file_world.office.paper_style.get()
    file_world.person()
    ways: tuple[Callable[[], object], ...] = (
        lambda: office.wordings.set(SENTENCE, "No. {number}"),
        lambda: office.paper_style.save(replace(usual, signed_by="Grace")),
    )
    for number, save in enumerate(ways):
        path = tmp_path / f"{number}.xlsx"
        save()
        office.exports.open_workbook(path)
        office.history.undo()
        save()
        with pytest.raises(AlreadyThereError):
            office.imports.open_workbook(path)
        office.history.undo()
        office.imports.open_workbook(path)


def test_a_workbook_without_a_charity_is_refused(workbook: Path, other: Office) -> None:
    edit(workbook, "organisations", lambda sheet: sheet.delete_rows(2))
    with pytest.raises(SpreadsheetUnreadableError):
        other.imports.open_workbook(workbook)


def test_a_plain_sheet_is_no_open_workbook(tmp_path: Path, other: Office) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Plain").append(["Name", "Hours"])
    book.save(tmp_path / "plain.xlsx")
    with pytest.raises(SpreadsheetUnreadableError):
        other.imports.open_workbook(tmp_path / "plain.xlsx")


def test_a_pin_of_an_empty_file_goes_with_the_operator_whom_a_workbook_replaces(
    workbook: Path, other: Office
) -> None:
    other.operators.set_pin("2480")
    other.imports.open_workbook(workbook)
    assert other.operators.with_pins() == frozenset()
    assert other.operators.present in other.operators.everybody()
    assert other.safety.findings() == ()
