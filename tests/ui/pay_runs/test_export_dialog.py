"""The files of a run are made where somebody says, in the layout that the bank wants."""

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.pay_runs import RunState
from coprod_desktop.services.bank_layouts import layout_template
from coprod_desktop.ui.assembly import add_screens
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.pay_runs.done_dialog import DoneDialog
from coprod_desktop.ui.pay_runs.export_dialog import ExportDialog
from coprod_desktop.ui.pay_runs.export_presenter import ExportPresenter
from coprod_desktop.ui.pay_runs.page import PayRunsPage
from coprod_desktop.ui.pay_runs.run_loading import load_run
from coprod_desktop.ui.settings.money_dialog import MoneyDialog
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.message_bar import MessageKind
from tests.ui.accessibility import unnamed_controls
from tests.ui.pay_runs.later import LaterTasks
from tests.ui.pay_runs.run_desk import Desk
from tests.ui.rooms import Room, type_text


def words(part: QWidget) -> str:
    """Return all that a dialog says."""
    return " ".join(one.text() for one in part.findChildren(QLabel)).replace("\xa0", " ")


def write_account(room: Room) -> None:
    """Write the account that the charity pays from."""
    charity = room.office.organisation.get()
    room.office.organisation.save(
        dataclasses.replace(
            charity,
            account_name="Rivermead",
            sort_code="001100",
            account_number="01806542",
        )
    )


def ask(desk: Desk) -> ExportDialog:
    """Approve a run, and press its primary action."""
    desk.prepare()
    desk.approve()
    desk.page.step.click()
    return desk.dialog(ExportDialog)


def choose_place(dialog: ExportDialog, folder: Path) -> None:
    """Type where the files go."""
    dialog.folder.line.selectAll()
    type_text(dialog.folder.line, str(folder))


def test_one_key_makes_all_files_and_says_what_to_do_with_them(desk: Desk, tmp_path: Path) -> None:
    desk.room.context.preferences.files_folder = tmp_path / "Finance"
    dialog = ask(desk)
    assert unnamed_controls(dialog) == []
    said = words(dialog)
    assert "Bank file, 1 payment, £104.60" in said
    assert "Control sheet to compare" in said
    assert "Cash and voucher sheet, 1 payment" in said
    assert "Remittances, 2 payments" in said
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert desk.state() is RunState.EXPORTED
    made = sorted(path.name for path in (tmp_path / "Finance").iterdir() if path.is_file())
    assert made == [
        "pay-run-001-bank.csv",
        "pay-run-001-cash-and-vouchers.pdf",
        "pay-run-001-control-sheet.pdf",
        "pay-run-001-payment-sheet.pdf",
        "pay-run-001-payment-sheet.xlsx",
    ]
    done = desk.dialog(DoneDialog)
    assert unnamed_controls(done) == []
    said = words(done)
    assert all(name in said for name in made)
    assert "its website shows 1 payment and £104.60" in said
    assert "Do not open the bank file in Excel" in said


def test_the_done_dialog_opens_the_folder(desk: Desk, tmp_path: Path) -> None:
    opened: list[Path] = []
    desk.room.context.preferences.files_folder = tmp_path / "Finance"
    dialog = ask(desk)
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    written = desk.dialog(DoneDialog)._written
    again = DoneDialog(written, opened.append, desk.page)
    again.open()
    QTest.keyClick(again.focusWidget(), Qt.Key.Key_Space)
    assert opened == [tmp_path / "Finance"]
    QTest.keyClick(again, Qt.Key.Key_Escape)
    assert not again.isVisible()


def test_the_folder_is_remembered_and_the_bank_file_is_the_same_again(
    desk: Desk, tmp_path: Path
) -> None:
    dialog = ask(desk)
    choose_place(dialog, tmp_path / "a")
    dialog.save_requested.emit()
    desk.dialog(DoneDialog).accept()
    desk.page.run.panel.files.make.click()
    dialog = desk.dialog(ExportDialog)
    assert dialog.folder.folder() == tmp_path / "a"
    choose_place(dialog, tmp_path / "b")
    dialog.save_requested.emit()
    first, second = (tmp_path / one / "pay-run-001-bank.csv" for one in "ab")
    assert first.read_bytes() == second.read_bytes()


def test_a_layout_says_what_is_not_certain_of_it(desk: Desk) -> None:
    dialog = ask(desk)
    write_account(desk.room)
    dialog.reject()
    desk.page.step.click()
    dialog = desk.dialog(ExportDialog)
    dialog.layout_choice.set_value("lloyds")
    said = words(dialog)
    assert "Known in part" in said
    assert "from memory" in said
    assert "payment of one pound" in said


def test_another_layout_is_chosen_by_key_and_used(desk: Desk, tmp_path: Path) -> None:
    desk.room.office.own_layouts.save_text(layout_template(), "Banc Ni")
    dialog = ask(desk)
    choose_place(dialog, tmp_path)
    line = dialog.layout_choice.lineEdit()
    assert line is not None
    line.setFocus()
    line.selectAll()
    type_text(line, "Banc Ni")
    assert dialog.layout_choice.value() == "Banc Ni"
    assert "Your own layout" in words(dialog)
    dialog.save_requested.emit()
    text = (tmp_path / "pay-run-001-bank.csv").read_text()
    assert text.startswith("Name,Sort code,Account number,Amount,Date,Reference")
    (made,) = desk.room.office.payment_files.made_files(1)
    assert made.layout == "Banc Ni"


def test_only_the_totals_of_the_chosen_layout_are_to_be_compared(
    desk: Desk, tmp_path: Path
) -> None:
    desk.room.office.own_layouts.save_text(layout_template(), "Banc Ni")
    desk.room.context.preferences.files_folder = tmp_path
    dialog = ask(desk)
    dialog.save_requested.emit()
    desk.dialog(DoneDialog).accept()
    desk.page.run.panel.files.make.click()
    dialog = desk.dialog(ExportDialog)
    dialog.layout_choice.set_value("Banc Ni")
    dialog.save_requested.emit()
    assert "its website shows 1 payment and £104.60" in words(desk.dialog(DoneDialog))


def test_a_layout_that_needs_the_paying_account_leads_to_it(desk: Desk) -> None:
    dialog = ask(desk)
    assert "not written yet" not in words(dialog)
    dialog.layout_choice.set_value("natwest-bankline")
    assert "It names the account that you pay from" in words(dialog)
    assert "“Two people for money…”" in words(dialog)
    assert "Write it now…" not in words(dialog)  # nobody answers it here
    write_account(desk.room)
    dialog.reject()
    desk.page.step.click()
    dialog = desk.dialog(ExportDialog)
    dialog.layout_choice.set_value("natwest-bankline")
    assert "not written yet" not in words(dialog)
    dialog.layout_choice.set_value("bacs-standard-18")
    assert "the number that Bacs gave you" in words(dialog)


def test_the_link_asks_for_the_account(desk: Desk, qtbot: QtBot) -> None:
    desk.prepare()
    desk.approve()
    shown = load_run(desk.room.office, 1)
    assert shown is not None
    dialog = ExportDialog(shown, Path("x"), desk.page)
    ExportPresenter(desk.room.context, lambda _written: None).begin(dialog)
    dialog.open()
    dialog.layout_choice.set_value("natwest-bankline")
    (link,) = [one for one in dialog.findChildren(Button) if one.words == "Write it now…"]
    with qtbot.waitSignal(dialog.account_requested):
        link.click()
    dialog.reject()


def test_what_cannot_be_made_is_said_where_it_is_wrong(desk: Desk, tmp_path: Path) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("Not a folder.")
    dialog = ask(desk)
    choose_place(dialog, in_the_way)
    dialog.save_requested.emit()
    assert dialog.form.box("folder").error
    dialog.folder.line.clear()
    dialog.save_requested.emit()
    assert dialog.form.box("folder").error == "Choose a folder first."
    choose_place(dialog, tmp_path / "here")
    dialog.layout_choice.set_value(None)
    dialog.save_requested.emit()
    assert dialog.form.box("layout").error == "Choose a layout from the list."
    dialog.layout_choice.set_value("natwest-bankline")
    dialog.save_requested.emit()
    assert "it is not known yet" in words(dialog)
    assert desk.state() is RunState.APPROVED
    assert not desk.room.context.preferences.files_folder.is_relative_to(tmp_path)


def test_a_run_without_bank_payments_asks_for_no_layout(desk: Desk, tmp_path: Path) -> None:
    desk.prepare()
    desk.approve()
    shown = load_run(desk.room.office, 1)
    assert shown is not None
    in_cash = tuple(pair for pair in shown.prepared.payments if not pair[1].account_number)
    prepared = dataclasses.replace(shown.prepared, payments=in_cash)
    dialog = ExportDialog(dataclasses.replace(shown, prepared=prepared), tmp_path, desk.page)
    dialog.open()
    assert dialog.chosen_layout() == ""
    assert "Bank file" not in words(dialog)
    dialog.reject()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, None])
def test_what_is_stopped_leaves_no_files(desk: Desk, tmp_path: Path, key: Qt.Key | None) -> None:
    desk.prepare()
    desk.approve()
    shown = load_run(desk.room.office, 1)
    assert shown is not None
    tasks = LaterTasks()
    context = dataclasses.replace(desk.room.context, tasks=tasks)
    presenter = ExportPresenter(context, lambda _written: pytest.fail("made all the same"))
    dialog = ExportDialog(shown, tmp_path / "files", desk.page)
    dialog.stop_requested.connect(presenter.stop)
    presenter.begin(dialog)
    dialog.open()
    presenter.export(dialog, 1, tmp_path / "files", "plain")
    assert dialog.progress.words == "Making the files…"
    dialog.show_progress(1, 2)
    assert dialog.progress.words == "1 of 2 remittances"
    if key is None:
        dialog.progress.stop.click()
    else:
        QTest.keyClick(dialog, key)
        assert dialog.isVisible()
    tasks.go()
    assert not dialog.isVisible()
    assert not [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    kind, said = desk.room.said[-1]
    assert kind is MessageKind.INFO
    assert said.startswith("Stopped.")


def test_in_the_window_the_link_opens_the_form_about_the_account(
    desk: Desk, theme: Theme, qtbot: QtBot
) -> None:
    desk.prepare()
    desk.approve()
    window = MainWindow(theme)
    qtbot.addWidget(window)
    kept = add_screens(window, desk.room.context)
    window.show_screen("pay_runs")
    page = window.findChild(PayRunsPage)
    assert page is not None
    page.open_requested.emit(desk.room.office.pay_runs.summaries()[0])
    page.step_requested.emit()
    (dialog,) = page.findChildren(ExportDialog)
    dialog.layout_choice.set_value("natwest-bankline")
    (link,) = [one for one in dialog.findChildren(Button) if one.words == "Write it now…"]
    link.click()
    assert not dialog.isVisible()
    (money,) = window.findChildren(MoneyDialog)
    assert money.isVisible()
    money.accept_saved()
    window.clear_screens()
    assert kept
