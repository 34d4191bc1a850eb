"""People are added, found and changed on their screen; a refusal loses nothing that was typed."""

from pathlib import Path
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.participants import Participant
from coprod_desktop.ui.participants.bank_dialogs import BankDialog
from coprod_desktop.ui.participants.dialogs import EngagementDialog, ParticipantDialog
from coprod_desktop.ui.participants.page import ParticipantsPage
from coprod_desktop.ui.participants.screen import make_screen
from coprod_desktop.ui.screen import Screen
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project, type_text

D = TypeVar("D", bound=FormDialog)
Made = tuple[Screen, ParticipantsPage]


@pytest.fixture
def screen(room: Room, qtbot: QtBot) -> Made:
    made = make_screen(room.context)
    page = cast(ParticipantsPage, made.page)
    qtbot.addWidget(page)
    made.refresh()
    return made, page


def names(page: ParticipantsPage) -> list[str]:
    model = page.rows
    found = (model.row_at(at) for at in range(model.rowCount()))
    return [row.name for row in found if row is not None]


def the_dialog(page: ParticipantsPage, kind: type[D]) -> D:
    dialogs = [dialog for dialog in page.findChildren(kind) if dialog.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def field(dialog: ParticipantDialog | BankDialog | EngagementDialog, key: str) -> QLineEdit:
    return cast(QLineEdit, dialog.form.box(key).field)


def test_a_person_is_added_with_the_keyboard_alone(room: Room, screen: Made) -> None:
    _made, page = screen
    page.add_requested.emit()
    dialog = the_dialog(page, ParticipantDialog)
    type_text(field(dialog, "name"), "Siân Wyn Ellis")
    QTest.keyClick(field(dialog, "name"), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert names(page) == ["Siân Wyn Ellis"]
    assert room.office.participants.named("sian wyn ellis").name == "Siân Wyn Ellis"
    assert "Siân Wyn Ellis" in room.last_words


@pytest.mark.parametrize("name", ["", "   ", "N" * 300, "=1+1"])
def test_a_name_that_does_not_fit_gets_a_sentence_and_stays(
    room: Room, screen: Made, name: str
) -> None:
    _made, page = screen
    page.add_requested.emit()
    dialog = the_dialog(page, ParticipantDialog)
    field(dialog, "name").setText(name)
    dialog.save_requested.emit()
    assert dialog.isVisible()
    assert dialog.form.box("name").error
    assert field(dialog, "name").text() == name
    assert room.office.participants.everybody() == ()
    dialog.accept_saved()


def test_the_search_finds_names_without_accents(room: Room, screen: Made) -> None:
    made, page = screen
    add_people(room.office, "Catrin Llŷr", "Łukasz Nowak", "Amina Yusuf")
    made.refresh()
    page.typed.emit("llyr")
    assert names(page) == ["Catrin Llŷr"]
    page.typed.emit("luk")
    assert names(page) == ["Łukasz Nowak"]
    page.typed.emit("")
    assert len(names(page)) == 3


def test_the_panel_shows_who_is_selected_and_bank_details_are_checked(
    room: Room, screen: Made, qtbot: QtBot
) -> None:
    _made, page = screen
    amina, _tom = add_people(room.office, "Amina Yusuf", "Tom Brennan")
    page.show()
    page.list.table.selectRow(0)
    assert page.panel.isVisible()
    page.panel._bank.click()
    dialog = the_dialog(page, BankDialog)
    field(dialog, "sort_code").setText("00-14-6")
    field(dialog, "account_number").setText("00004471")
    dialog.save_requested.emit()
    assert dialog.form.box("sort_code").error
    assert room.office.bank_details.get(amina.participant_id) is None
    field(dialog, "sort_code").setText("00-14-62")
    dialog.save_requested.emit()
    saved = room.office.bank_details.get(amina.participant_id)
    assert saved is not None
    assert saved.sort_code == "001462"
    page.hide()


def test_something_is_agreed_with_a_person(room: Room, screen: Made) -> None:
    _made, page = screen
    (amina,) = add_people(room.office, "Amina Yusuf")
    add_project(room.office)
    page.show()
    page.list.table.selectRow(0)
    page.panel._agree.click()
    dialog = the_dialog(page, EngagementDialog)
    field(dialog, "role").setText("Co-designer")
    QTest.keyClicks(field(dialog, "rate"), "27.50")
    dialog.save_requested.emit()
    (agreed,) = room.office.projects.engagements(participant_id=amina.participant_id)
    assert (agreed.role, agreed.hourly_pence) == ("Co-designer", 2750)
    page.hide()


def test_a_second_person_of_one_name_is_refused_and_nothing_is_lost(
    room: Room, screen: Made
) -> None:
    _made, page = screen
    add_people(room.office, "Amina Yusuf")
    page.add_requested.emit()
    dialog = the_dialog(page, ParticipantDialog)
    field(dialog, "name").setText("Amina Yusuf")
    field(dialog, "phone").setText("029 2018 0123")
    dialog.save_requested.emit()
    assert dialog.form.box("name").error
    assert field(dialog, "phone").text() == "029 2018 0123"
    assert len(room.office.participants.everybody()) == 1
    dialog.accept_saved()


def test_changing_a_person_is_shown_at_once(room: Room, screen: Made) -> None:
    _made, page = screen
    (amina,) = add_people(room.office, "Amina Yusuf")
    page.open_requested.emit(page.rows.row_at(0))
    dialog = the_dialog(page, ParticipantDialog)
    field(dialog, "name").setText("Amina Yusuf-Jones")
    dialog.save_requested.emit()
    assert names(page) == ["Amina Yusuf-Jones"]
    assert room.office.participants.get(amina.participant_id).name == "Amina Yusuf-Jones"


def test_every_control_has_a_name_and_the_model_is_sound(
    room: Room, screen: Made, tmp_path: Path
) -> None:
    _made, page = screen
    add_people(room.office, *(f"Person {number}" for number in range(30)))
    QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.show()
    page.list.table.selectRow(3)
    assert unnamed_controls(page) == []
    page.hide()


def test_a_form_says_what_it_holds() -> None:
    person = Participant(participant_id=7, name="Tom Brennan", phone="029 2018 0123")
    dialog = ParticipantDialog(person)
    assert dialog.participant() == person
    assert unnamed_controls(dialog) == []
    dialog.deleteLater()
