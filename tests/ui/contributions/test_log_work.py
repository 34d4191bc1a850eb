"""One piece of work is logged with the keyboard, repeated, and logged for one after another."""

import datetime
from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.services.contributions import ContributionFilter
from coprod_desktop.ui.contributions.dialogs import LogWorkDialog
from coprod_desktop.ui.contributions.page import ContributionsPage
from coprod_desktop.ui.contributions.screen import make_screen
from coprod_desktop.ui.widgets.buttons import Button
from coprod_desktop.ui.widgets.message_bar import MessageBar
from tests.builders import NOW, WORKED_ON
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project, type_text

CONTROL = Qt.KeyboardModifier.ControlModifier
TODAY = NOW.date()


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> Iterator[ContributionsPage]:
    amina, catrin = add_people(room.office, "Amina Yusuf", "Catrin Llŷr")
    room.office.name_aliases.add(catrin.participant_id, "Cati L.")
    home = add_project(room.office)
    add_project(room.office, "Leaving hospital")
    room.office.contributions.log(
        Contribution(
            contribution_id=0,
            participant_id=amina.participant_id,
            project_id=home.project_id,
            worked_on=WORKED_ON,
            minutes=75,
            kind_of_work="Writing",
            capacity=Capacity.LIVED_EXPERIENCE,
            what="Welcome leaflet",
            skills="Plain words",
            pay=Pay.PAID,
            note="Only this time",
        )
    )
    screen = make_screen(room.context)
    made = cast(ContributionsPage, screen.page)
    made.setProperty("screen", screen)  # as the window keeps it
    qtbot.addWidget(made)
    made.resize(1400, 800)
    made.show()
    screen.refresh()
    yield made
    made.hide()


def opened(page: ContributionsPage, qtbot: QtBot) -> LogWorkDialog:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in page.findChildren(LogWorkDialog)))
    (dialog,) = [one for one in page.findChildren(LogWorkDialog) if one.isVisible()]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def press_on_page(page: ContributionsPage, key: Qt.Key, qtbot: QtBot) -> LogWorkDialog:
    page.activateWindow()
    QTest.qWaitForWindowActive(page)
    page.list.table.setFocus()
    QTest.keyClick(page.list.table, key, CONTROL)
    return opened(page, qtbot)


def keyboard() -> QWidget:
    """Return what the keyboard is in: an open list of offers, or the field."""
    found = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert found is not None
    return found


def activate(dialog: QWidget) -> None:
    """Activate a dialog again: on this platform a list that closed stays the active window."""
    dialog.activateWindow()
    QTest.qWaitForWindowActive(dialog)
    QTest.qWait(10)


def press(*keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(keyboard(), key)


def write(text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    type_text(focused, text)


def logged(room: Room) -> list[Contribution]:
    found = room.office.contributions.page(ContributionFilter(), None, 50)
    return [room.office.contributions.get(row.contribution_id) for row in found]


def test_excel_tab_goes_to_the_next_field_and_enter_finishes_the_entry(
    room: Room, page: ContributionsPage, qtbot: QtBot
) -> None:
    dialog = press_on_page(page, Qt.Key.Key_N, qtbot)
    write("llyr")
    press(Qt.Key.Key_Tab)
    assert dialog.fields.person.value() is not None
    press(Qt.Key.Key_Tab)
    write("yesterday")
    press(Qt.Key.Key_Tab)
    write("=1:00+0:15")
    press(Qt.Key.Key_Tab)
    write("Ward visit")
    press(Qt.Key.Key_Tab)
    write("getting")
    press(Qt.Key.Key_Tab)
    write("read")
    press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    (piece,) = [one for one in logged(room) if one.what == "Ward visit"]
    assert (piece.minutes, piece.kind_of_work) == (75, "Reading")
    assert piece.worked_on == TODAY - datetime.timedelta(days=1)
    assert piece.offered_pence == 3125
    assert room.last_words == "The work is logged. It waits for approval."


def test_a_nickname_or_another_way_of_writing_finds_the_person(
    page: ContributionsPage, qtbot: QtBot
) -> None:
    dialog = press_on_page(page, Qt.Key.Key_N, qtbot)
    write("cati l")
    press(Qt.Key.Key_Tab)
    assert dialog.fields.person.line.text() == "Catrin Llŷr"
    dialog.accept_saved()


def test_excel_type_ahead_fills_the_rest_from_last_time_and_goes_to_the_amount(
    page: ContributionsPage, qtbot: QtBot
) -> None:
    dialog = press_on_page(page, Qt.Key.Key_N, qtbot)
    dialog.fields.what.setFocus()
    write("we")
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    fields = dialog.fields
    assert fields.what.text() == "Welcome leaflet"
    assert (fields.kind.value(), fields.time.minutes()) == ("Writing", 75)
    assert fields.project.line.text() == "Getting Home Well"
    assert fields.skills.text() == "Plain words"
    assert QApplication.focusWidget() is fields.time
    assert fields.time.selectedText() == "1:15"
    dialog.accept_saved()


def test_what_was_typed_by_hand_is_not_filled_over(page: ContributionsPage, qtbot: QtBot) -> None:
    dialog = press_on_page(page, Qt.Key.Key_N, qtbot)
    dialog.fields.time.setFocus()
    write("2h")
    dialog.fields.project.setFocus()
    write("leav")
    press(Qt.Key.Key_Tab)
    dialog.fields.what.setFocus()
    write("we")
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert dialog.fields.time.minutes() == 120
    assert dialog.fields.project.line.text() == "Leaving hospital"
    assert dialog.fields.kind.value() == "Writing"
    dialog.accept_saved()


def test_excel_add_many_save_and_log_another_keeps_what_is_shared(
    room: Room, page: ContributionsPage, qtbot: QtBot
) -> None:
    dialog = press_on_page(page, Qt.Key.Key_N, qtbot)
    dialog.fields.what.setFocus()
    write("we")
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    for name in ("amina", "catrin"):
        dialog.fields.person.setFocus()
        write(name)
        press(Qt.Key.Key_Tab)
        activate(dialog)
        with qtbot.waitSignal(dialog.another_requested):
            QTest.keyClick(keyboard(), Qt.Key.Key_Return, CONTROL)
        assert dialog.isVisible()
        assert dialog.fields.person.value() is None
        assert QApplication.focusWidget() is dialog.fields.person
        assert (dialog.fields.time.minutes(), dialog.fields.day.day()) == (75, TODAY)
    new = [one for one in logged(room) if one.worked_on == TODAY]
    assert len({one.participant_id for one in new}) == 2
    QTest.keyClick(dialog, Qt.Key.Key_Escape)  # nothing unsaved: it closes without a question
    assert not dialog.isVisible()


def test_excel_tab_behind_the_last_field_saves_and_opens_the_next_entry(
    room: Room, page: ContributionsPage, qtbot: QtBot
) -> None:
    page.list.table.setCurrentIndex(page.rows.index(0, 0))
    dialog = press_on_page(page, Qt.Key.Key_D, qtbot)
    dialog.fields.note.setFocus()
    press(Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, Button)
    assert focused.words == "Save and log another"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.fields.person.value() is None)
    assert dialog.isVisible()
    assert QApplication.focusWidget() is dialog.fields.person
    assert len(logged(room)) == 2
    dialog.accept_saved()


def test_excel_duplicate_opens_a_filled_form_of_today_with_the_original_above(
    room: Room, page: ContributionsPage, qtbot: QtBot
) -> None:
    page.list.table.setCurrentIndex(page.rows.index(0, 0))
    dialog = press_on_page(page, Qt.Key.Key_D, qtbot)
    (banner,) = dialog.form.findChildren(MessageBar)
    words = banner.text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Amina Yusuf, Welcome leaflet, 1 hour 15 minutes" in words
    assert "£31.25 offered" in words
    assert dialog.fields.day.day() == TODAY
    assert QApplication.focusWidget() is dialog.fields.time
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    first, second = sorted(logged(room), key=lambda one: one.worked_on)
    assert (first.note, second.note) == ("Only this time", "")
    assert (second.worked_on, second.minutes, second.what) == (TODAY, 75, "Welcome leaflet")


def test_what_would_be_offered_and_what_is_odd_is_said_while_typing(
    page: ContributionsPage, qtbot: QtBot
) -> None:
    page.list.table.setCurrentIndex(page.rows.index(0, 0))
    dialog = press_on_page(page, Qt.Key.Key_D, qtbot)
    dialog.fields.day.set_day(WORKED_ON)
    dialog.looked.emit(dialog.draft())
    assert "entered twice" in dialog.remark
    assert unnamed_controls(dialog) == []
    dialog.accept_saved()


def test_what_is_missing_is_said_under_its_field(page: ContributionsPage, qtbot: QtBot) -> None:
    dialog = press_on_page(page, Qt.Key.Key_N, qtbot)
    dialog.save_requested.emit()
    assert dialog.form.box("person").error
    assert dialog.isVisible()
    dialog.accept_saved()


def test_a_refusal_keeps_the_form_with_its_sentence(page: ContributionsPage, qtbot: QtBot) -> None:
    page.list.table.setCurrentIndex(page.rows.index(0, 0))
    dialog = press_on_page(page, Qt.Key.Key_D, qtbot)
    dialog.fields.day.set_day(WORKED_ON)
    dialog.fields.time.set_minutes(23 * 60 + 30)
    press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert "24 hours" in dialog.form.box("time").error
    dialog.accept_saved()
