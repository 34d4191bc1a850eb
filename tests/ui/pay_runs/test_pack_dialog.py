"""The treasurer's pack is made for any days, and says what is in it and that it is open."""

import datetime
import zipfile
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from coprod_desktop.ui.pay_runs.done_dialog import DoneDialog
from coprod_desktop.ui.pay_runs.pack_dialog import PackDialog
from tests.builders import TODAY
from tests.ui.accessibility import unnamed_controls
from tests.ui.pay_runs.run_desk import Desk
from tests.ui.rooms import type_text

D = datetime.date


def words(part: QWidget) -> str:
    return " ".join(one.text() for one in part.findChildren(QLabel)).replace("\xa0", " ")


def ask_on_a_run(desk: Desk, folder: Path) -> PackDialog:
    """Ask for the pack on a run whose files are made."""
    desk.export()
    desk.room.context.preferences.files_folder = folder
    desk.page.run.panel.files.pack.click()
    return desk.dialog(PackDialog)


def test_on_a_run_it_is_the_month_of_the_run_and_says_what_is_in_it(
    desk: Desk, tmp_path: Path
) -> None:
    dialog = ask_on_a_run(desk, tmp_path / "Packs")
    assert unnamed_controls(dialog) == []
    assert "not encrypted" in words(dialog)
    assert dialog.days() == (D(TODAY.year, TODAY.month, 1), D(2026, 11, 30))
    assert "treasurers-pack-2026-11-01-to-2026-11-30.zip" in words(dialog)
    QTest.keyClick(dialog.first, Qt.Key.Key_Return)
    path = tmp_path / "Packs" / "treasurers-pack-2026-11-01-to-2026-11-30.zip"
    assert "pay-run-001/payment-sheet.pdf" in zipfile.ZipFile(path).namelist()
    done = desk.dialog(DoneDialog)
    said = words(done)
    assert "Pay run 1" in said
    assert "0 receipts" in said
    assert path.name in said
    assert "not encrypted" in said


def test_buttons_fill_in_whole_periods_and_any_days_can_be_typed(
    desk: Desk, tmp_path: Path
) -> None:
    dialog = ask_on_a_run(desk, tmp_path)
    QTest.keyClick(dialog.quarter, Qt.Key.Key_Space)
    assert dialog.days() == (D(2026, 7, 1), D(2026, 9, 30))
    QTest.keyClick(dialog.month, Qt.Key.Key_Space)
    assert dialog.days() == (D(2026, 10, 1), D(2026, 10, 31))
    dialog.last.selectAll()
    type_text(dialog.last, "18/11/2026")
    assert dialog.days() == (D(2026, 10, 1), D(2026, 11, 18))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_days_without_a_run_and_days_missing_are_said_under_the_field(
    desk: Desk, tmp_path: Path
) -> None:
    dialog = ask_on_a_run(desk, tmp_path)
    dialog.fill((D(2020, 1, 1), D(2020, 1, 31)))
    dialog.save_requested.emit()
    assert dialog.form.box("last").error.startswith("No pay run was paid")
    dialog.fill((D(2026, 12, 1), D(2026, 11, 1)))
    assert "treasurers-pack" not in words(dialog)
    dialog.save_requested.emit()
    assert "before it begins" in dialog.form.box("last").error
    dialog.first.set_day(None)
    dialog.save_requested.emit()
    assert dialog.form.box("first").error == "Write the day."
    dialog.fill((D(2026, 11, 1), D(2026, 11, 30)))
    dialog.folder.line.clear()
    dialog.save_requested.emit()
    assert dialog.form.box("folder").error == "Choose a folder first."
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("Not a folder.")
    dialog.folder.line.setText(str(in_the_way))
    dialog.save_requested.emit()
    assert dialog.form.box("folder").error
    assert list(tmp_path.glob("*.zip")) == []


def test_the_list_of_runs_offers_it_for_the_last_month(desk: Desk) -> None:
    desk.export()
    desk.page.back.click()
    assert desk.page.pack.isVisible()
    desk.page.pack.click()
    assert desk.dialog(PackDialog).days() == (D(2026, 10, 1), D(2026, 10, 31))
