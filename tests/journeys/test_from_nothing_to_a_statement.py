"""From an empty computer to a statement in somebody's hand, at the window alone."""

import datetime
import io
from pathlib import Path

import openpyxl
import pypdf
import pytest
from openpyxl.cell import Cell, MergedCell
from PySide6.QtCore import Qt

from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.summaries import TotalsRow
from coprod_desktop.domain.time import words_for_minutes
from coprod_desktop.services.office import open_office
from tests.journeys.keyboard import Keyboard
from tests.journeys.steps import (
    PASSPHRASE,
    add_bank_details,
    add_person,
    add_project,
    make_file,
)

AMINA, CATRIN, TOM = PEOPLE = ("Amina Yusuf", "Catrin Llŷr", "Tom Brennan")


def type_row(keyboard: Keyboard, cells: tuple[str, ...]) -> None:
    """Type a row of the sheet, cell by cell with Tab; an empty text leaves a cell as it is."""
    for text in cells:
        keyboard.type(text)
        keyboard.press(Qt.Key.Key_Tab)


def log_session(keyboard: Keyboard) -> None:
    """Three people: one is paid, one declines, one is not paid and has a bus fare."""
    keyboard.go_to("Session sheet")
    keyboard.fill("Title", "Design workshop")
    keyboard.table("Session sheet").setFocus()
    # name, taking part as, preparation, meeting, travel, skills, paid or unpaid, expense, note
    type_row(keyboard, ("amina", "", "0:30", "2:30", "0:40", "Welcoming", "", "", ""))
    type_row(keyboard, ("catrin", "", "", "2:30", "", "", "d", "", ""))
    type_row(keyboard, ("tom", "", "", "2:30", "", "", "u", "4.60 bus", ""))
    keyboard.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "Design workshop" in keyboard.message


def add_operator(keyboard: Keyboard, name: str) -> None:
    keyboard.pick_in_menu("Nia Morgan", "Add somebody")
    keyboard.fill("Name", name)
    keyboard.fill("Role", "Treasurer")
    keyboard.click("Add")
    assert name in keyboard.message


def approve_everything(keyboard: Keyboard) -> None:
    keyboard.go_to("Contributions")
    keyboard.table("Contributions").setFocus()
    keyboard.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    keyboard.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    keyboard.go_to("Expenses")
    keyboard.select("Expenses", TOM)
    keyboard.click("Approve")
    assert TOM in keyboard.message


def pay_everybody(keyboard: Keyboard, folder: Path) -> None:
    keyboard.go_to("Pay runs")
    keyboard.click("Prepare a pay run")
    assert "2 people would be paid" in keyboard.words()
    keyboard.click("Prepare it")
    assert "You prepared it, so somebody else approves it." in keyboard.words()
    keyboard.pick_in_menu("Nia Morgan", "Huw Bevan")
    keyboard.click("Approve 2 payments")
    keyboard.click("Make the files")
    keyboard.fill("Into this folder", str(folder))
    keyboard.click("Make the files")
    assert "The files of pay run 1 are made" in keyboard.words()
    keyboard.click("Close")
    keyboard.click("Mark all 2 as paid")
    keyboard.click("It was paid")
    assert "is paid" in keyboard.message


def make_statements(keyboard: Keyboard, folder: Path) -> None:
    keyboard.go_to("Statements")
    assert [cells[1] for cells in keyboard.rows("Statements")] == sorted(PEOPLE)
    keyboard.click("Make 3 statements")
    keyboard.click("Choose the folder…")
    keyboard.choose_folder(folder)
    assert "3 statements are made." in keyboard.message
    rows = keyboard.rows("Statements")
    assert all(any(cell.startswith("Made") for cell in cells) for cells in rows), rows


def totals(file: Path) -> dict[str, TotalsRow]:
    office = open_office(str(file), PASSPHRASE)
    try:
        return {row.name: row for row in office.totals.rows("participant")}
    finally:
        office.close()


def told(folder: Path, name: str) -> str:
    """Return all words of somebody's statement."""
    for path in folder.glob("S-*.pdf"):
        pages = pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages
        text = " ".join(" ".join(page.extract_text() for page in pages).split())
        if name in text:
            return text.replace("\xa0", " ")
    raise AssertionError(name)


def paid_cells(folder: Path) -> dict[str, tuple[int, int, int]]:
    """Return minutes, payment and reimbursement in pence by name, from the payment sheet."""
    (path,) = folder.glob("*.xlsx")
    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    rows = [row for row in sheet.iter_rows() if row[0].value in ("Participant", *PEOPLE)]
    places = {str(cell.value): at for at, cell in enumerate(rows[0])}

    def pence(row: tuple[Cell | MergedCell, ...], title: str) -> int:
        return round(float(str(row[places[title]].value)) * 100)

    return {
        str(row[0].value): (
            minutes_of(row[places["Paid time"]]),
            pence(row, "Involvement payment"),
            pence(row, "Reimbursement"),
        )
        for row in rows[1:]
    }


def minutes_of(cell: Cell | MergedCell) -> int:
    """Return a length of time as whole minutes, however the reader hands it over."""
    value = cell.value
    if isinstance(value, datetime.timedelta):
        return round(value.total_seconds() / 60)
    if isinstance(value, datetime.time):
        return value.hour * 60 + value.minute
    return round(float(str(value)) * 1440)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that the papers go into."""
    return tmp_path_factory.mktemp("papers")


def test_from_an_empty_computer_to_a_statement(
    keyboard: Keyboard, tmp_path: Path, papers: Path
) -> None:
    file = make_file(keyboard, tmp_path)
    for name, paid_by in zip(PEOPLE, ("Bank", "Bank", "Cash"), strict=True):
        add_person(keyboard, name, paid_by)
    add_bank_details(keyboard, AMINA)
    add_project(keyboard)
    log_session(keyboard)
    add_operator(keyboard, "Huw Bevan")
    approve_everything(keyboard)
    pay_everybody(keyboard, papers)
    make_statements(keyboard, papers)
    keyboard.pick_in_menu_bar("Close this file")

    summed = totals(file)
    assert {name: (row.minutes_paid, row.minutes_unpaid) for name, row in summed.items()} == {
        AMINA: (220, 0),
        CATRIN: (0, 150),
        TOM: (0, 150),
    }
    assert summed[AMINA].payments_pence == 5500
    assert summed[TOM].reimbursements_pence == 460
    for name, row in summed.items():
        text = told(papers, name)
        for minutes in (row.minutes_paid, row.minutes_unpaid):
            assert words_for_minutes(minutes).replace("\xa0", " ") in text
        for pence in (row.payments_pence, row.reimbursements_pence, row.value_pence):
            assert not pence or format_pounds(pence) in text
    assert "you declined" in told(papers, CATRIN)
    in_the_sheet = {
        name: (row.minutes_paid, row.payments_pence, row.reimbursements_pence)
        for name, row in summed.items()
        if row.payments_pence or row.reimbursements_pence
    }
    assert paid_cells(papers) == in_the_sheet
