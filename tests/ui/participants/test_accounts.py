"""Accounts stay masked, the form answers while one types, and changes need a second person."""

from dataclasses import replace
from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.participants import BankDetails, PaidBy, Participant, PayeeCheck
from coprod_desktop.ui.participants.account_block import AccountBlock, change_words
from coprod_desktop.ui.participants.bank_dialogs import BankDialog, CheckDialog
from coprod_desktop.ui.participants.masked_account import SHOWN_MS, MaskedAccount
from coprod_desktop.ui.participants.page import ParticipantsPage
from coprod_desktop.ui.participants.screen import make_screen
from coprod_desktop.ui.screen import Screen
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from tests.banking.weights import WEIGHTS
from tests.builders import a_bank_details
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people

D = TypeVar("D", bound=FormDialog)
Made = tuple[Screen, ParticipantsPage]
HELEN = "Helen Tsang"


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> ParticipantsPage:
    """Show Amina, whose account is known, selected in the list."""
    (amina,) = add_people(room.office, "Amina Yusuf")
    room.office.operators.add(HELEN)
    room.office.bank_details.save(a_bank_details(participant_id=amina.participant_id))
    made = make_screen(room.context)
    found = cast(ParticipantsPage, made.page)
    found.setProperty("kept", made)  # a Qt connection would not keep the presenters alive
    qtbot.addWidget(found)
    made.refresh()
    found.show()
    found.list.table.selectRow(0)
    return found


def amina(room: Room) -> Participant:
    return room.office.participants.named("Amina Yusuf")


def account(room: Room) -> BankDetails:
    found = room.office.bank_details.get(amina(room).participant_id)
    assert found is not None
    return found


def change(room: Room, **fields: str) -> BankDetails:
    return room.office.bank_details.save(replace(account(room), **fields))  # type: ignore[arg-type]


def sit(room: Room, name: str) -> None:
    (who,) = [one for one in room.office.operators.everybody() if one.name == name]
    room.office.operators.sit_down(who.operator_id)


def words(page: ParticipantsPage) -> str:
    return " ".join(one.text() for one in page.panel.findChildren(QLabel) if one.isVisible())


def press(page: ParticipantsPage, text: str) -> None:
    buttons = [one for one in page.panel.findChildren(Button) if one.words == text]
    (button,) = [one for one in buttons if one.isVisible()]
    button.click()


def the_dialog(page: ParticipantsPage, kind: type[D]) -> D:
    (dialog,) = [one for one in page.findChildren(kind) if one.isVisible()]
    return dialog


def field(dialog: FormDialog, key: str) -> QLineEdit:
    return cast(QLineEdit, dialog.form.box(key).field)


def open_form(page: ParticipantsPage) -> BankDialog:
    press(page, "Bank details")
    return the_dialog(page, BankDialog)


def said_under(dialog: BankDialog) -> str:
    return dialog._answer._words.text()


def test_the_panel_shows_the_last_four_digits_and_no_more(page: ParticipantsPage) -> None:
    told = words(page)
    assert "Sort code ••-••-••\nAccount •• 4567" in told
    assert "0123" not in told
    assert "0014" not in told.replace("-", "")
    page.hide()


def test_an_account_is_shown_for_a_while_and_masked_again(
    page: ParticipantsPage, qtbot: QtBot
) -> None:
    (masked,) = page.panel.findChildren(MaskedAccount)
    masked._timer.setInterval(10)
    press(page, "Show")
    assert masked.words == "Sort code 00-14-62\nAccount 01234567"
    qtbot.waitUntil(lambda: not masked.is_shown)
    assert "••" in masked.words
    press(page, "Show")
    press(page, "Hide")
    assert "••" in masked.words
    press(page, "Show")
    page.panel.hide()
    assert "••" in masked.words
    assert SHOWN_MS == 20_000
    page.hide()


def test_the_form_tells_no_digit_and_left_empty_keeps_the_account(
    room: Room, page: ParticipantsPage
) -> None:
    dialog = open_form(page)
    assert [field(dialog, key).text() for key in ("sort_code", "account_number")] == ["", ""]
    assert field(dialog, "account_number").placeholderText() == "•• 4567"
    assert unnamed_controls(dialog) == []
    field(dialog, "account_name").setText("MS AMINA YUSUF")
    dialog.save_requested.emit()
    assert not dialog.isVisible()
    kept = account(room)
    assert (kept.account_name, kept.account_number) == ("MS AMINA YUSUF", "01234567")
    assert not kept.waits_for_check
    assert room.last_words == "The bank details are saved."
    page.hide()


def test_a_change_says_that_it_waits_and_a_colleague_checks_it(
    room: Room, page: ParticipantsPage
) -> None:
    dialog = open_form(page)
    QTest.keyClicks(field(dialog, "account_number"), "76543210")
    dialog.save_requested.emit()
    assert "second person" in room.last_words
    assert account(room).waits_for_check
    told = words(page)
    assert "Nia Morgan changed it on" in told
    assert "Before, it ended in 4567." in told
    press(page, "I have checked this…")
    assert "second pair of eyes" in room.last_words
    sit(room, HELEN)
    press(page, "I have checked this…")
    check = the_dialog(page, CheckDialog)
    assert unnamed_controls(check) == []
    check.save_requested.emit()
    assert "needs a reason" in check.form.box("how_checked").error
    field(check, "how_checked").setText("Phoned the number we already had")
    check.save_requested.emit()
    assert not check.isVisible()
    assert not account(room).waits_for_check
    assert f"Checked by {HELEN} on" in words(page)
    page.hide()


def test_a_check_of_an_account_that_changed_meanwhile_is_refused(
    room: Room, page: ParticipantsPage
) -> None:
    change(room, account_number="76543210")
    sit(room, HELEN)
    press(page, "I have checked this…")
    check = the_dialog(page, CheckDialog)
    sit(room, "Nia Morgan")
    change(room, account_number="11112222")
    sit(room, HELEN)
    field(check, "how_checked").setText("Phoned")
    check.save_requested.emit()
    assert check.isVisible()
    assert account(room).waits_for_check
    check.accept_saved()
    page.hide()


def test_the_account_of_somebody_else_says_whose_it_is(room: Room, page: ParticipantsPage) -> None:
    dialog = open_form(page)
    assert not dialog.form.box("holder").isVisible()
    dialog._is_third_party.click()
    assert dialog.form.box("holder").isVisible()
    dialog.save_requested.emit()
    assert dialog.form.box("holder").error
    field(dialog, "holder").setText("Rahim Yusuf, appointee")
    dialog.save_requested.emit()
    assert account(room).holder == "Rahim Yusuf, appointee"
    assert "somebody else's account: Rahim Yusuf, appointee" in words(page)
    assert open_form(page)._is_third_party.isChecked()
    the_dialog(page, BankDialog).accept_saved()
    page.hide()


def test_what_is_known_about_an_account_comes_while_one_types(
    room: Room, page: ParticipantsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = open_form(page)
    QTest.keyClicks(field(dialog, "sort_code"), "08-99-99")
    QTest.keyClicks(field(dialog, "account_number"), "66374959")
    qtbot.waitUntil(lambda: "No table is loaded" in said_under(dialog))
    assert dialog._answer.isVisible()
    table = tmp_path / "valacdos.txt"
    table.write_text(WEIGHTS, encoding="ascii")
    room.office.bank_details.load_weight_table(table)
    field(dialog, "account_number").setText("66374958")
    assert said_under(dialog) == ""
    qtbot.waitUntil(lambda: "The digits fit together" in said_under(dialog))
    field(dialog, "account_number").setText("663749")
    field(dialog, "account_number").setText("66374959")
    qtbot.waitUntil(lambda: "does not belong" in said_under(dialog))
    dialog.save_requested.emit()
    assert account(room).account_number == "66374959"
    assert "does not belong to the sort code" in words(page)
    page.hide()


def test_half_an_account_is_answered_only_when_it_is_saved(
    room: Room, page: ParticipantsPage, qtbot: QtBot
) -> None:
    dialog = open_form(page)
    QTest.keyClicks(field(dialog, "account_number"), "123")
    qtbot.waitUntil(lambda: not dialog._pause.isActive())
    assert said_under(dialog) == ""
    dialog.save_requested.emit()
    assert "eight digits" in dialog.form.box("account_number").error
    assert account(room).account_number == "01234567"
    dialog.accept_saved()
    page.hide()


def test_the_answer_of_the_bank_is_kept_until_name_or_account_is_typed_anew(
    room: Room, page: ParticipantsPage
) -> None:
    dialog = open_form(page)
    dialog._payee.set_value(PayeeCheck.CLOSE)
    dialog.save_requested.emit()
    assert account(room).payee_check is PayeeCheck.CLOSE
    assert "The bank's answer about the name: close match." in words(page)
    dialog = open_form(page)
    assert dialog.payee_check() is PayeeCheck.CLOSE
    QTest.keyClicks(field(dialog, "account_name"), " B")
    assert dialog.payee_check() is PayeeCheck.NOT_ASKED
    dialog.accept_saved()
    page.hide()


def test_who_is_paid_in_cash_needs_no_account(qtbot: QtBot) -> None:
    for way, told in ((PaidBy.CASH, "Cash"), (PaidBy.BANK, "Bank No account details yet.")):
        block = AccountBlock(way, None)
        qtbot.addWidget(block)
        assert " ".join(one.text() for one in block.findChildren(QLabel)) == told


def test_a_change_of_which_nobody_knows_the_author_reads_well(room: Room) -> None:
    (person,) = add_people(room.office, "Tom Brennan")
    details = a_bank_details(participant_id=person.participant_id)
    room.office.bank_details.save(details)
    known = room.office.bank_details.known(person.participant_id)
    assert known is not None
    nameless = replace(known, changed_by="")
    assert change_words(nameless).startswith("It was changed on 17")
    bare = replace(nameless, details=replace(known.details, changed_at=None))
    assert change_words(bare) == "Nobody wrote down who changed it."
