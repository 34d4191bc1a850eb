"""Ctrl+E sends out any list with its filters and the columns that somebody ticks."""

import csv
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.ui.assembly import add_screens
from coprod_desktop.ui.exporting.export_dialog import CSV, XLSX, ExportDialog
from coprod_desktop.ui.exporting.export_presenter import free_name
from coprod_desktop.ui.exporting.list_printing import ListPrinting
from coprod_desktop.ui.exporting.menu import ExportMenu
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.papers.printing import a4_printer
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.message_bar import MessageKind
from tests.builders import WORKED_ON
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project


@pytest.fixture
def window(room: Room, theme: Theme, qtbot: QtBot) -> MainWindow:
    """Show the window of a file with three pieces of work."""
    project = add_project(room.office)
    for number, person in enumerate(add_people(room.office, "Aisha Rahman", "Bronwen Pugh"), 1):
        for _time in range(number):
            room.office.contributions.log(
                Contribution(
                    contribution_id=0,
                    participant_id=person.participant_id,
                    project_id=project.project_id,
                    worked_on=WORKED_ON,
                    minutes=20,
                    kind_of_work="Meeting",
                    capacity=Capacity.LIVED_EXPERIENCE,
                    what="+Steering group",
                    pay=Pay.PAID,
                )
            )
    made = MainWindow(theme)
    qtbot.addWidget(made)
    made.kept = add_screens(made, room.context)  # type: ignore[attr-defined]  # kept alive
    made.resize(1300, 800)
    made.show()
    return made


def menu_of(window: MainWindow) -> ExportMenu:
    found = window.findChild(ExportMenu)
    assert found is not None
    return found


def dialog_of(window: MainWindow) -> ExportDialog:
    found = [one for one in window.findChildren(ExportDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def close(window: MainWindow) -> None:
    window.clear_screens()
    window.hide()


def tick_only(dialog: ExportDialog, *titles: str) -> None:
    for at in range(dialog.ticks.count()):
        item = dialog.ticks.item(at)
        is_wanted = item.text() in titles
        item.setCheckState(Qt.CheckState.Checked if is_wanted else Qt.CheckState.Unchecked)


def test_ctrl_e_exports_the_list_with_ticked_columns_and_remembers_them(
    window: MainWindow, room: Room, tmp_path: Path
) -> None:
    window.show_screen("contributions")
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = dialog_of(window)
    assert unnamed_controls(dialog) == []
    tick_only(dialog, "Participant", "Paid hours", "What was done")
    assert dialog.count.text() == f"3 of {dialog.ticks.count()} columns"
    dialog.kind.set_value(CSV)
    dialog.kind.value_changed.emit(CSV)
    dialog.folder.line.setText(str(tmp_path))
    dialog.save_requested.emit()
    assert not dialog.isVisible()
    assert room.said[-1][0] is MessageKind.GOOD
    assert "3 rows with 3 of" in room.last_words
    with (tmp_path / "Contributions.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == ["Participant", "What was done", "Paid hours", "Paid hours in minutes"]
    assert sorted(row[0] for row in rows) == ["Aisha Rahman", "Bronwen Pugh", "Bronwen Pugh"]
    assert rows[0][1:] == ["'+Steering group", "0:20", "20"]
    kept = room.context.preferences.list_columns("contributions")
    assert kept is not None
    assert (kept[0], len(kept[1])) == (CSV, 3)
    menu_of(window).export.trigger()
    again = dialog_of(window)
    assert again.count.text().startswith("3 of ")
    assert again.suffix() == CSV
    assert again.name.text() == "Contributions (2).csv"
    again.reject()
    close(window)


def test_excel_a_file_you_can_email_opens_without_us(window: MainWindow, tmp_path: Path) -> None:
    window.show_screen("contributions")
    menu_of(window).export.trigger()
    dialog = dialog_of(window)
    dialog.folder.line.setText(str(tmp_path))
    dialog.save_requested.emit()
    book = openpyxl.load_workbook(tmp_path / "Contributions.xlsx", data_only=True)
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[4]]
    total = sheet.cell(row=8, column=heads.index("Paid hours in minutes") + 1).value
    assert total == 60
    close(window)


@pytest.mark.parametrize("key", ["projects", "participants", "pay_runs", "statements", "cash"])
def test_every_other_list_goes_out_too(window: MainWindow, room: Room, key: str) -> None:
    window.show_screen(key)
    menu_of(window).export.trigger()
    found = [one for one in window.findChildren(ExportDialog) if one.isVisible()]
    assert found or "no list" in room.last_words
    for dialog in found:
        assert dialog.ticks.count() > 1
        dialog.reject()
    close(window)


def test_something_missing_is_said_at_its_field(window: MainWindow, tmp_path: Path) -> None:
    window.show_screen("contributions")
    menu_of(window).export.trigger()
    dialog = dialog_of(window)
    dialog.none.click()
    dialog.save_requested.emit()
    assert dialog.form.box("columns").error == "Tick at least one column."
    dialog.all.click()
    dialog.name.setText("a/b")
    dialog.save_requested.emit()
    assert "without a folder" in dialog.form.box("name").error
    dialog.name.setText("list")
    dialog.folder.line.setText(str(tmp_path / "nowhere"))
    dialog.save_requested.emit()
    assert dialog.isVisible()
    assert list(tmp_path.rglob("list*")) == []
    dialog.reject()
    close(window)


def test_ctrl_e_and_ctrl_p_are_left_to_a_page_that_has_its_own(window: MainWindow) -> None:
    menu = menu_of(window)
    window.show_screen("reports")
    assert menu.export.shortcut().isEmpty()
    assert menu.print.shortcut().isEmpty()
    window.show_screen("contributions")
    assert menu.export.shortcut().toString() == "Ctrl+E"
    assert menu.print.shortcut().toString() == "Ctrl+P"
    close(window)


def test_a_name_for_a_file_is_one_that_no_file_has(tmp_path: Path) -> None:
    assert free_name(tmp_path, 'Work: "all"/some', XLSX) == "Work all some.xlsx"
    (tmp_path / "Work.xlsx").touch()
    assert free_name(tmp_path, "Work", XLSX) == "Work (2).xlsx"
    assert free_name(None, "", CSV) == "List.csv"


def test_a_list_is_put_on_the_printer_and_said(
    window: MainWindow, room: Room, tmp_path: Path
) -> None:
    page = QImage(200, 100, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    printer = a4_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    ListPrinting(room.context, window).put("Contributions", printer, (page, page))
    assert room.last_words == "Contributions is on its way to the printer."
    assert (tmp_path / "out.pdf").stat().st_size > 500
    close(window)
