"""Pasted names are settled in one go: who is meant, who is new, what is remembered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod_desktop.domain.participants import Participant
from coprod_desktop.services.history import HistoryService
from coprod_desktop.ui.session_sheet.draft import Place
from coprod_desktop.ui.session_sheet.editors import SuggestEdit
from coprod_desktop.ui.session_sheet.name_dialog import NameDialog
from coprod_desktop.ui.session_sheet.names import told_apart
from tests.builders import a_participant
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room
from tests.ui.session_sheet.desk import NAMES, Desk

BLOCK = "Amina Yusof\t\t1\r\nCatrin Llyr\t\t2\r\nFfion Abbott\t\t3\r\nIoan Rees\t\t1\r\n"


def content(room: Room) -> dict[type, tuple[object, ...]]:
    from coprod_desktop.storage import schema

    with room.office.desk.reading() as reading:
        return {kind: reading.find(kind) for kind in schema.records()}


def verbs(history: HistoryService, count: int) -> list[str]:
    return [one.verb for one in reversed(history.latest(count))]


def test_did_you_mean_and_new_people_are_answered_with_one_press_of_enter(desk: Desk) -> None:
    desk.paste(BLOCK)
    dialog = desk.dialog(NameDialog)
    assert unnamed_controls(dialog) == []
    assert dialog.choices["Amina Yusof"].currentText() == "Amina Yusuf"
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert desk.column(Place.NAME) == ["Amina Yusuf", "Catrin Llŷr", "Ffion Abbott", "Ioan Rees"]
    assert all(not row.wrong for row in desk.page.sheet.rows)
    office = desk.room.office
    assert verbs(office.history, 2) == ["add participants", "add name alias"]
    assert "2 people were added. 1 way of writing a name is remembered." in desk.room.last_words
    desk.paste("amina yusof\t\t1\r\n")  # the next time nobody is asked
    assert desk.dialogs() == []
    assert desk.row(0)[Place.NAME] == "Amina Yusuf"


def test_the_paste_with_its_answers_is_one_step_back(desk: Desk) -> None:
    desk.paste(BLOCK)
    QTest.keyClick(desk.dialog(NameDialog), Qt.Key.Key_Return)
    desk.page.grid.view.setFocus()
    desk.press(Qt.Key.Key_Z)
    assert desk.page.sheet.rows == ()
    desk.press(Qt.Key.Key_Y)
    assert len(desk.page.sheet.rows) == 4


def test_unticked_people_are_not_added_and_spellings_need_not_be_remembered(desk: Desk) -> None:
    desk.paste(BLOCK)
    dialog = desk.dialog(NameDialog)
    dialog.ticks["Ioan Rees"].click()
    dialog._remember.click()
    dialog.save_requested.emit()
    assert desk.column(Place.NAME) == ["Amina Yusuf", "Catrin Llŷr", "Ffion Abbott", "Ioan Rees"]
    wrong = [row.wrong_at(Place.NAME) for row in desk.page.sheet.rows]
    assert [one is not None for one in wrong] == [False, False, False, True]
    assert desk.room.office.name_aliases.all() == {}


def test_closing_the_questions_leaves_every_name_as_it_was_written(desk: Desk) -> None:
    desk.paste(BLOCK)
    QTest.keyClick(desk.dialog(NameDialog), Qt.Key.Key_Escape)
    assert desk.dialogs() == []
    assert desk.column(Place.NAME) == ["Amina Yusof", "Catrin Llŷr", "Ffion Abbott", "Ioan Rees"]
    assert len(desk.room.office.participants.everybody()) == 12


def test_a_name_that_two_people_may_have_is_never_chosen_for_them(desk: Desk) -> None:
    add = desk.room.office.participants.add
    second = add(Participant(participant_id=0, name="Tom Brennan", phone="2"), is_namesake=True)
    desk.screen.refresh()
    desk.paste("Tom Brennan\t\t1\r\nA. Yusuf\t\t1\r\nMa\t\t1\r\n")
    dialog = desk.dialog(NameDialog)
    field = dialog.choices["Tom Brennan"]
    assert field.currentText() == "Leave it as it is for now"
    field.set_value(second.participant_id)
    dialog.save_requested.emit()
    assert desk.page.sheet.row_at(0).participant == second
    assert desk.row(1)[Place.NAME] == "Amina Yusuf"
    assert "tom brennan" not in desk.room.office.name_aliases.all()


def test_whom_a_pasted_name_may_mean_can_be_chosen_in_its_cell_too(desk: Desk) -> None:
    add = desk.room.office.participants.add
    second = add(Participant(participant_id=0, name="Tom Brennan", phone="2"), is_namesake=True)
    desk.screen.refresh()
    desk.paste("Amina Yusof\t\t1\r\nTom Brennan\t\t1\r\n")
    QTest.keyClick(desk.dialog(NameDialog), Qt.Key.Key_Escape)
    desk.go_to(0, Place.NAME)
    desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    desk.keys("↓\n")
    assert desk.row(0)[Place.NAME] == "Amina Yusuf"
    desk.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, SuggestEdit)
    assert len(set(field.offers)) == 2
    desk.keys("↓\n")
    assert desk.page.sheet.row_at(1).participant == second


def test_people_of_one_name_are_told_apart_in_the_list() -> None:
    plain = a_participant(name="Tom Brennan", email="", phone="", address="")
    assert told_apart([plain, a_participant(name="Sam King")]) == ["Tom Brennan", "Sam King"]
    other = a_participant(name="Tom Brennan", email="tom@brennan.example")
    assert told_apart([plain, other])[1].endswith("tom@brennan.example")
    assert told_apart([plain, plain])[1].endswith("(2)")


def test_a_refused_name_is_said_and_everything_stays(desk: Desk) -> None:
    person = desk.room.office.participants.add(Participant(participant_id=0, name="Ffion Abbott"))
    desk.paste("Ffion Abbott\t\t1\r\n")
    assert desk.dialogs() == []
    from dataclasses import replace

    desk.room.office.participants.save(replace(person, is_active=False))
    desk.screen.refresh()
    desk.page.sheet.remove([0])
    desk.paste("Ffion Abbott\t\t1\r\n")
    dialog = desk.dialog(NameDialog)
    dialog.save_requested.emit()
    assert dialog.isVisible()
    assert dialog._bar is not None
    assert "Ffion Abbott" in dialog._bar.text
    assert desk.row(0)[Place.NAME] == "Ffion Abbott"


def test_what_belongs_nowhere_is_said_and_can_be_copied(desk: Desk) -> None:
    desk.paste("Name\tPhone\r\nAmina Yusuf\t0292 1\r\nCatrin Llyr\t0292 2\r\n")
    assert "Column “Phone” belongs nowhere here and was left out: 0292 1, 0292 2." in (
        desk.room.last_words
    )


def test_far_too_long_a_block_is_refused_and_nothing_changes(desk: Desk) -> None:
    desk.paste("Amina Yusuf\r\n" * 501)
    assert desk.page.sheet.rows == ()
    assert "501 rows" in desk.room.last_words


@pytest.mark.parametrize("text", ["", "\r\n", "\t\t\r\n", " \u00a0 "])
def test_an_empty_clipboard_changes_nothing(desk: Desk, text: str) -> None:
    desk.keys("am\n")
    desk.paste(text)
    assert desk.column(Place.NAME) == ["Amina Yusuf"]


def test_the_button_pastes_where_the_keyboard_is_on_the_sheet(desk: Desk) -> None:
    QApplication.clipboard().setText("Name\tHours\r\nAmina Yusuf\t2\r\n")
    desk.page.fields.place.setFocus()
    desk.page.paste.click()
    assert desk.row(0)[Place.MET] == "2:00"


def test_excel_fifty_rows_three_bad_names_saved_and_taken_back(desk: Desk) -> None:
    """Paste 50 rows, fix 3 bad names, save; undo brings the file back equal in content."""
    history = desk.room.office.history
    before = content(desk.room)
    names = [NAMES[at % 12] for at in range(50)]
    names[7], names[20], names[33] = "Amina Yusof", "D. Prosser", "Tom Brenan"
    lines = [f"{name}\t0:10\t0:05\tdone {at}" for at, name in enumerate(names)]
    desk.paste("Name\tHours\tPrep\tNote\r\n" + "\r\n".join(lines) + "\r\n")
    dialog = desk.dialog(NameDialog)
    assert list(dialog.choices) == ["Amina Yusof", "D. Prosser", "Tom Brenan"]
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    aliased = content(desk.room)
    desk.save()
    assert desk.room.last_words.startswith("50 contributions saved")
    assert len(desk.logged()) == 100
    history.undo()
    assert content(desk.room) == aliased
    for _alias in range(3):
        history.undo()
    assert content(desk.room) == before


def test_three_bad_names_typed_anew_are_taken_back_with_the_session(desk: Desk) -> None:
    before = content(desk.room)
    desk.paste("Amina Yusof\t\t1\r\nCatrin Llyr\t\t1\r\nTm Brennan\t\t1\r\n")
    QTest.keyClick(desk.dialog(NameDialog), Qt.Key.Key_Escape)
    desk.go_to(0, Place.NAME)
    desk.keys("ami\n")
    desk.go_to(2, Place.NAME)
    desk.keys("tom\n")
    desk.save()
    assert len(desk.logged()) == 3
    desk.room.office.history.undo()
    assert content(desk.room) == before
