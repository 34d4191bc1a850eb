"""The bank's statement settles what it tells for certain; the rest is asked or left alone."""

import csv
import datetime
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from coprod_desktop.domain.pay_runs import PaymentState, RunState
from coprod_desktop.ui.pay_runs.statement_dialog import StatementDialog
from coprod_desktop.ui.pay_runs.statement_group import LineGroup
from coprod_desktop.ui.pay_runs.statement_mapping import StatementColumnsDialog
from coprod_desktop.ui.pay_runs.statement_report import UnclearLine
from coprod_desktop.ui.pay_runs.statement_unclear import MOST_LINES, UnclearLines
from coprod_desktop.ui.widgets.message_bar import MessageKind
from tests.builders import TODAY, a_participant
from tests.ui.accessibility import unnamed_controls
from tests.ui.pay_runs.run_desk import Desk, an_account

HEAD = ("Date", "Description", "Paid out", "Paid in")
Row = tuple[str, str, str]


def words(part: QWidget) -> str:
    """Return all that a dialog says."""
    return " ".join(one.text() for one in part.findChildren(QLabel)).replace("\xa0", " ")


def the_group(dialog: StatementDialog, heading: str) -> LineGroup:
    """Return the group of a heading, which is on show."""
    (found,) = [
        one for one in dialog.findChildren(LineGroup) if words(one).startswith(f"{heading}:")
    ]
    return found


def of_the_bank_file(desk: Desk, folder: Path) -> list[Row]:
    """Make the files of a run, and return its bank file as lines on the bank's statement."""
    desk.prepare()
    desk.approve()
    made = desk.room.office.payment_files.export(1, folder / "files", "plain")
    assert made.bank_file is not None
    with made.bank_file.open(encoding="utf-8-sig", newline="") as file:
        sent = list(csv.DictReader(file))
    return [(f"{one['Account name']} {one['Reference']}", one["Amount"], "") for one in sent]


def a_statement(folder: Path, rows: Sequence[Row], head: Sequence[str] = HEAD) -> Path:
    """Write a statement of today as a bank gives it."""
    path = folder / "november.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        writer.writerows((f"{TODAY:%d/%m/%Y}", *row) for row in rows)
    return path


def read(desk: Desk, path: Path) -> None:
    """Choose a statement with the button of the run or of the list."""
    button = desk.page.run.panel.files.statement
    (button if button.isVisible() else desk.page.read_statement).click()
    (chooser,) = [one for one in desk.page.findChildren(QFileDialog) if one.isVisible()]
    chooser.fileSelected.emit(str(path))
    chooser.close()


def test_a_statement_of_the_banks_own_file_settles_the_payments_in_it(
    desk: Desk, tmp_path: Path
) -> None:
    rows = of_the_bank_file(desk, tmp_path)
    read(desk, a_statement(tmp_path, [*rows, ("WATER BILL", "9.99", "")]))
    dialog = desk.dialog(StatementDialog)
    assert unnamed_controls(dialog) == []
    said = words(dialog)
    assert "1 payment left your account: £104.60." in said
    assert "november.csv: 2 lines" in said
    paid = the_group(dialog, "Paid")
    QAbstractItemModelTester(paid.model)
    row = paid.model.row_at(0)
    assert row is not None
    assert (row.name, row.run) == ("Amina Yusuf", "1")
    assert the_group(dialog, "Paid").isVisible()
    assert the_group(dialog, "Not about pay runs").isVisible()
    assert the_group(dialog, "Came back").isHidden()
    assert dialog.record.words == "Record 1 payment"
    assert desk.room.office.pay_runs.details(1).payments[0][1].state is PaymentState.WAITING
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert not dialog.isVisible()
    payment = desk.row("Amina Yusuf").payment
    assert (payment.state, payment.paid_on) == (PaymentState.PAID, TODAY)
    assert desk.state() is RunState.EXPORTED  # Tom is paid in cash, by hand
    said = desk.room.last_words
    assert said == "1 payment is recorded as paid: £104.60."


def test_the_same_statement_again_has_nothing_to_record(desk: Desk, tmp_path: Path) -> None:
    path = a_statement(tmp_path, of_the_bank_file(desk, tmp_path))
    read(desk, path)
    desk.dialog(StatementDialog).record.click()
    read(desk, path)
    dialog = desk.dialog(StatementDialog)
    assert not dialog.record.isVisible()
    assert "1 line was recorded before" in words(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_money_that_came_back_is_owed_again(desk: Desk, tmp_path: Path) -> None:
    ((name, amount, _in),) = of_the_bank_file(desk, tmp_path)
    read(desk, a_statement(tmp_path, [(name, amount, ""), (f"RETURNED {name}", "", amount)]))
    dialog = desk.dialog(StatementDialog)
    assert "owed again" in words(the_group(dialog, "Came back"))
    assert dialog.record.words == "Record 2 payments"
    dialog.record.click()
    assert desk.row("Amina Yusuf").payment.state is PaymentState.CAME_BACK
    assert "1 came back, and what it paid is owed again: £104.60." in desk.room.last_words


def test_lines_that_are_not_ours_are_shown_only_when_asked_for(desk: Desk, tmp_path: Path) -> None:
    rows = of_the_bank_file(desk, tmp_path)
    read(desk, a_statement(tmp_path, [*rows, ("WATER BILL", "9.99", "")]))
    group = the_group(desk.dialog(StatementDialog), "Not about pay runs")
    assert not group.list.isVisible()
    QTest.keyClick(group.unfold, Qt.Key.Key_Space)
    assert group.list.isVisible()
    row = group.model.row_at(0)
    assert row is not None
    assert row.bank_words == "WATER BILL"


def two_smiths(desk: Desk) -> None:
    """Let two people of nearly the same name be owed the same sum."""
    office = desk.room.office
    project = office.projects.open_projects()[0]
    smiths = []
    for name, number in (("John Smith", "00000011"), ("Joan Smith", "00000012")):
        person = office.participants.add(a_participant(name=name))
        office.bank_details.save(an_account(person, number))
        smiths.append(person)
    desk.log(smiths, TODAY, project.project_id, "Interviews")
    office.approvals.approve_up_to(TODAY)


def test_a_line_that_may_be_two_payments_is_recorded_only_as_somebody_chose(
    desk: Desk, tmp_path: Path
) -> None:
    two_smiths(desk)
    of_the_bank_file(desk, tmp_path)
    read(desk, a_statement(tmp_path, [("SMITH", "50.00", "")]))
    dialog = desk.dialog(StatementDialog)
    assert "1 line is unclear." in words(dialog)
    assert not dialog.record.isVisible()
    (choice,) = dialog.unclear.choices.values()
    joan = desk.row("Joan Smith").payment_id
    choice.set_value(joan)
    assert dialog.record.words == "Record 1 payment"
    dialog.record.click()
    assert desk.row("Joan Smith").payment.state is PaymentState.PAID
    assert desk.row("John Smith").payment.state is PaymentState.WAITING
    assert "2 are still awaited." in desk.room.last_words


def test_one_payment_is_not_chosen_for_two_lines(desk: Desk, tmp_path: Path) -> None:
    two_smiths(desk)
    of_the_bank_file(desk, tmp_path)
    read(desk, a_statement(tmp_path, [("SMITH", "50.00", ""), ("SMITH", "50.00", "")]))
    dialog = desk.dialog(StatementDialog)
    john = desk.row("John Smith").payment_id
    for choice in dialog.unclear.choices.values():
        choice.set_value(john)
    dialog.record.click()
    assert dialog.isVisible()
    assert "chosen above already" in words(dialog)
    assert desk.row("John Smith").payment.state is PaymentState.WAITING
    dialog.reject()


def test_very_many_unclear_lines_are_offered_in_parts_and_alike_ones_are_told_apart() -> None:
    lines = [
        UnclearLine(
            line_key=str(at),
            words=f"Line {at}",
            payments=((1, "John Smith, £5.00"), (2, "John Smith, £5.00")),
            hint="",
        )
        for at in range(MOST_LINES + 3)
    ]
    part = UnclearLines(lines)
    assert len(part.choices) == MOST_LINES
    assert "And 3 more." in words(part)
    first = part.choices["0"]
    assert [first.itemText(at) for at in range(first.count())] == [
        "Leave it as it is",
        "John Smith, £5.00",
        "John Smith, £5.00 (2)",
    ]


def test_nobody_records_a_payment_to_themselves(desk: Desk, tmp_path: Path) -> None:
    rows = of_the_bank_file(desk, tmp_path)
    path = a_statement(tmp_path, rows)
    office = desk.room.office
    amina = office.operators.add(
        "Amina at the desk", "", desk.row("Amina Yusuf").person.participant_id
    )
    desk.sit(amina)
    read(desk, path)
    dialog = desk.dialog(StatementDialog)
    dialog.record.click()
    assert dialog.isVisible()
    assert "Nobody approves or pays their own work" in words(dialog)
    assert dialog.record.isEnabled()
    dialog.reject()


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("letter.txt", "Dear Grace", "is not a bank statement that can be read"),
        ("empty.csv", "Date,Description,Amount\n", "shows no money"),
        ("broken.ofx", "OFXHEADER:100\n\n<OFX>", "is not a bank statement"),
    ],
)
def test_what_is_no_statement_is_said_and_nothing_opens(
    desk: Desk, tmp_path: Path, name: str, text: str, sentence: str
) -> None:
    desk.export()
    (tmp_path / name).write_text(text)
    read(desk, tmp_path / name)
    kind, said = desk.room.said[-1]
    assert kind is MessageKind.BAD
    assert sentence in said
    assert not desk.has_dialog()


# --- columns that are not known ------------------------------------------------------------------

WELSH = ("Dydd", "Manylion", "Allan", "Mewn")


def ask_columns(desk: Desk, folder: Path) -> StatementColumnsDialog:
    read(desk, a_statement(folder, of_the_bank_file(desk, folder), WELSH))
    return desk.dialog(StatementColumnsDialog)


def test_unknown_columns_are_asked_once_and_then_known(desk: Desk, tmp_path: Path) -> None:
    dialog = ask_columns(desk, tmp_path)
    assert unnamed_controls(dialog) == []
    assert "Dydd" in words(dialog)
    dialog.save_requested.emit()
    assert dialog.form.box("day").error == "Choose the column with the day."
    dialog._fields["day"].set_value("Dydd")
    dialog.save_requested.emit()
    assert dialog._one.box("amount").error == "Choose the column with the money."
    dialog.ways.choose("two")
    dialog.save_requested.emit()
    assert dialog._two.box("paid_out").error == "Choose the column with what was paid out."
    dialog._fields["paid_out"].set_value("Allan")
    dialog._fields["paid_in"].set_value("Mewn")
    dialog._fields["payee"].set_value("Manylion")
    dialog.save_requested.emit()
    assert not dialog.isVisible()
    report = desk.dialog(StatementDialog)
    assert "1 payment left your account" in words(report)
    report.reject()
    read(desk, tmp_path / "november.csv")
    assert desk.dialog(StatementDialog).isVisible()


def test_a_wrong_choice_keeps_the_form_open_with_the_reason(desk: Desk, tmp_path: Path) -> None:
    dialog = ask_columns(desk, tmp_path)
    dialog._fields["day"].set_value("Allan")
    dialog._fields["amount"].set_value("Dydd")
    dialog.save_requested.emit()
    assert dialog.isVisible()
    assert "cannot be read" in words(dialog)
    dialog.accept_saved()


def test_a_file_without_headings_is_read_by_the_numbers_of_its_columns(
    desk: Desk, tmp_path: Path
) -> None:
    ((name, amount, _in),) = of_the_bank_file(desk, tmp_path)
    path = tmp_path / "bare.csv"
    path.write_text(f"{TODAY:%d/%m/%Y},{name},-{amount}\n{TODAY:%d/%m/%Y},WATER,-9.99\n")
    read(desk, path)
    dialog = desk.dialog(StatementColumnsDialog)
    QTest.keyClick(dialog.bare, Qt.Key.Key_Space)
    dialog._fields["day"].set_value("1")
    dialog._fields["amount"].set_value("3")
    dialog._fields["payee"].set_value("2")
    dialog.save_requested.emit()
    assert "1 payment left your account" in words(desk.dialog(StatementDialog))


def test_days_in_another_order_are_asked_about_with_what_is_known(
    desk: Desk, tmp_path: Path
) -> None:
    ((name, amount, _in),) = of_the_bank_file(desk, tmp_path)
    path = tmp_path / "american.csv"
    path.write_text(f"Date,Description,Amount\n{TODAY:%m/%d/%Y},{name},-{amount}\n")
    assert TODAY.day > 12
    read(desk, path)
    dialog = desk.dialog(StatementColumnsDialog)
    assert dialog._fields["day"].value() == "Date"
    assert dialog._fields["amount"].value() == "Amount"
    dialog.order.set_value("month first")
    dialog.save_requested.emit()
    row = the_group(desk.dialog(StatementDialog), "Paid").model.row_at(0)
    assert row is not None
    day = f"{TODAY:%d %b %Y}"
    assert row.day.replace("\xa0", " ") == day
    assert datetime.date(2026, 11, 17) == TODAY
