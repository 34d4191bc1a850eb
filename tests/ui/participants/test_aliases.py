"""How else a person is written is added with Enter, forgotten with a button, and kept at once."""

from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.participants import Participant
from coprod_desktop.ui.participants.dialogs import ParticipantDialog
from coprod_desktop.ui.participants.page import ParticipantsPage
from coprod_desktop.ui.participants.screen import make_screen
from coprod_desktop.ui.widgets.buttons import IconButton
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[ParticipantsPage]:
    add_people(room.office, "Samira Khan", "Tom Brennan")
    screen = make_screen(room.context)
    made = cast(ParticipantsPage, screen.page)
    made.setProperty("screen", screen)
    qtbot.addWidget(made)
    made.show()
    screen.refresh()
    yield made
    made.hide()


def opened(page: ParticipantsPage) -> ParticipantDialog:
    page.list.table.selectRow(0)
    page.open_requested.emit(page.rows.row_at(0))
    (dialog,) = [one for one in page.findChildren(ParticipantDialog) if one.isVisible()]
    return dialog


def samira(room: Room) -> Participant:
    return room.office.participants.named("Samira Khan")


def written(room: Room) -> list[str]:
    found = room.office.name_aliases.of_participant(samira(room).participant_id)
    return [one.alias for one in found]


def test_enter_adds_a_way_of_writing_and_saves_nothing_else(
    room: Room, page: ParticipantsPage
) -> None:
    dialog = opened(page)
    dialog.aliases.line.setFocus()
    for words in ("Sam K.", "Samira K"):
        QTest.keyClicks(dialog.aliases.line, words)
        QTest.keyClick(dialog.aliases.line, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert written(room) == ["Sam K.", "Samira K"]
    assert room.office.name_aliases.all()["sam k."] == samira(room).participant_id
    forget = [one for one in dialog.aliases.findChildren(IconButton) if one.isVisible()]
    assert [one.accessibleName() for one in forget] == ["Forget “Sam K.”", "Forget “Samira K”"]
    assert unnamed_controls(dialog) == []
    forget[0].click()
    assert written(room) == ["Samira K"]
    dialog.reject()


def test_what_is_typed_and_not_added_is_kept_with_the_form(
    room: Room, page: ParticipantsPage
) -> None:
    dialog = opened(page)
    QTest.keyClicks(dialog.aliases.line, "Sam K.")
    phone = cast(QLineEdit, dialog.form.box("phone").field)
    QTest.keyClicks(phone, "01632 960 111")
    QTest.keyClick(phone, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert (written(room), samira(room).phone) == (["Sam K."], "01632 960 111")


def test_a_name_of_somebody_else_is_refused_and_nothing_is_lost(
    room: Room, page: ParticipantsPage
) -> None:
    dialog = opened(page)
    QTest.keyClicks(dialog.aliases.line, "tom brennan")
    phone = cast(QLineEdit, dialog.form.box("phone").field)
    QTest.keyClicks(phone, "01632 960 111")
    QTest.keyClick(phone, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.aliases.box.error.startswith("“tom brennan” means Tom Brennan already.")
    assert (written(room), samira(room).phone) == ([], "")
    dialog.aliases.line.clear()
    QTest.keyClick(phone, Qt.Key.Key_Return)
    assert samira(room).phone == "01632 960 111"


def test_a_new_person_is_saved_first(room: Room, page: ParticipantsPage) -> None:
    page.add_requested.emit()
    (dialog,) = [one for one in page.findChildren(ParticipantDialog) if one.isVisible()]
    assert not dialog.aliases.isVisible()
    QTest.keyClicks(cast(QLineEdit, dialog.form.box("name").field), "Zofia Nowak")
    QTest.keyClick(cast(QLineEdit, dialog.form.box("name").field), Qt.Key.Key_Return)
    assert room.office.participants.named("Zofia Nowak").name == "Zofia Nowak"
