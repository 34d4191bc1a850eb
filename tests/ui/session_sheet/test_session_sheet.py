"""A whole session is logged with the keyboard alone; a refusal loses nothing that was typed."""

import datetime
from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.contributions import Choice, Contribution, Pay
from coprod_desktop.domain.participants import Capacity, Participant
from coprod_desktop.services.contributions import ContributionFilter
from coprod_desktop.ui.screen import Screen
from coprod_desktop.ui.session_sheet.draft import Place, shown
from coprod_desktop.ui.session_sheet.page import SessionSheetPage
from coprod_desktop.ui.session_sheet.screen import make_screen
from tests.builders import TODAY
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project

KEYS = {
    "\t": Qt.Key.Key_Tab, "\n": Qt.Key.Key_Return, "↓": Qt.Key.Key_Down, "↑": Qt.Key.Key_Up,
    "→": Qt.Key.Key_Right, "⎋": Qt.Key.Key_Escape, "⌫": Qt.Key.Key_Backspace,
    "␡": Qt.Key.Key_Delete,
}  # fmt: skip
CONTROL = Qt.KeyboardModifier.ControlModifier
NAMES = (
    "Amina Yusuf", "Catrin Llŷr", "Dariusz Wójcik", "Delyth Prosser", "Gwyn Rhydderch",
    "Jacqueline Okafor", "Małgorzata Zielińska", "Owain Pritchard", "Priya Nair",
    "Siân Wyn Ellis", "Tom Brennan", "Mohammed Al-Sayed",
)  # fmt: skip


class Typist:
    """Press keys where the keyboard is, and count them."""

    def __init__(self) -> None:
        self.count = 0

    def type(self, text: str) -> None:
        for letter in text:
            key = KEYS.get(letter, Qt.Key(ord(letter.upper())))
            self.press(key, text="" if letter in KEYS else letter)

    def press(
        self,
        key: Qt.Key,
        with_key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        text: str = "",
    ) -> None:
        self.count += 1
        field = QApplication.focusWidget()
        assert field is not None
        QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, key, with_key, text))


@pytest.fixture
def made(room: Room, qtbot: QtBot) -> Iterator[Screen]:
    add_project(room.office)
    add_people(room.office, *NAMES[:4])
    screen = make_screen(room.context)
    qtbot.addWidget(screen.page)
    screen.page.resize(1200, 800)
    screen.page.show()
    screen.page.activateWindow()
    QTest.qWaitForWindowActive(screen.page)
    screen.refresh()
    page_of(screen).grid.view.setFocus()
    yield screen
    screen.page.hide()


@pytest.fixture
def typist(made: Screen) -> Typist:
    return Typist()


def page_of(screen: Screen) -> SessionSheetPage:
    return cast(SessionSheetPage, screen.page)


def cells(screen: Screen, number: int) -> list[str]:
    row = page_of(screen).sheet.row_at(number)
    return [shown(row, place) for place in Place]


def offer(screen: Screen, number: int) -> str:
    return page_of(screen).sheet.look(number, Place.OFFER).text


def logged(room: Room) -> list[Contribution]:
    found = room.office.contributions.page(ContributionFilter(), None, 200)
    return [room.office.contributions.get(one.contribution_id) for one in found]


def press_save(screen: Screen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page_of(screen).save_requested):  # a button shows that it was pressed
        QTest.keyClick(screen.page, Qt.Key.Key_S, CONTROL)


def test_two_letters_and_tab_take_the_first_match_and_the_offer_is_live(
    made: Screen, typist: Typist
) -> None:
    typist.type("am\t\t1h15\t2.5\t\twelcoming\t\t4.6 bus\t\n")
    assert cells(made, 0) == [
        "Amina Yusuf", "Lived experience", "1:15", "2:30", "", "welcoming", "Paid", "",
        "£4.60 bus", "",
    ]  # fmt: skip
    assert offer(made, 0) == "£93.75"
    index = page_of(made).grid.view.currentIndex()
    assert (index.row(), index.column()) == (1, Place.NAME)


def test_enter_without_tabs_goes_down_the_column(made: Screen, typist: Typist) -> None:
    typist.type("am\ncat\ndar\n")
    assert [cells(made, number)[0] for number in range(3)] == [
        "Amina Yusuf", "Catrin Llŷr", "Dariusz Wójcik",
    ]  # fmt: skip
    assert page_of(made).sheet.rowCount() == 4
    assert page_of(made).grid.view.currentIndex().row() == 3


def test_escape_leaves_the_cell_as_it_was(made: Screen, typist: Typist) -> None:
    typist.type("am\t\t1\n")
    page_of(made).go_to(0, Place.PREPARED)
    typist.type("99⎋")
    assert cells(made, 0)[Place.PREPARED] == "1:00"


def test_arrows_move_and_delete_empties(made: Screen, typist: Typist) -> None:
    typist.type("am\t\t1\n↑→→")
    assert page_of(made).grid.view.currentIndex().column() == Place.PREPARED
    typist.type("␡")
    assert cells(made, 0)[Place.PREPARED] == ""


def test_ctrl_d_copies_from_above(made: Screen, typist: Typist) -> None:
    typist.type("am\t\t1\t\t\tchairing\tpart 20\t4.6 bus\ncat\n")
    for place in (Place.PREPARED, Place.SKILLS, Place.ANSWER, Place.EXPENSE):
        page_of(made).go_to(1, place)
        typist.press(Qt.Key.Key_D, CONTROL)
    row = cells(made, 1)
    assert row[0] == "Catrin Llŷr"
    assert [row[Place.PREPARED], row[Place.SKILLS]] == ["1:00", "chairing"]
    assert [row[Place.ANSWER], row[Place.EXPENSE]] == ["Part paid, £20.00", "£4.60 bus"]


def test_a_row_is_taken_off_and_brought_back(made: Screen, typist: Typist) -> None:
    typist.type("am\ncat\n")
    page_of(made).go_to(0, Place.NAME)
    typist.press(Qt.Key.Key_Delete, CONTROL)
    assert cells(made, 0)[0] == "Catrin Llŷr"
    typist.press(Qt.Key.Key_Z, CONTROL)
    assert [cells(made, number)[0] for number in (0, 1)] == ["Amina Yusuf", "Catrin Llŷr"]


def test_the_times_of_the_session_offer_the_meeting(made: Screen, typist: Typist) -> None:
    page = page_of(made)
    page.fields.starts.setFocus()
    typist.type("10\t")
    page.fields.ends.setFocus()
    typist.type("12.30\t")
    page.grid.view.setFocus()
    typist.type("am\ncat\t\t\t1\n")
    assert [cells(made, number)[Place.MET] for number in (0, 1)] == ["2:30", "1:00"]
    page.fields.ends.set_value(12 * 60)
    assert [cells(made, number)[Place.MET] for number in (0, 1)] == ["2:00", "1:00"]


def test_an_unknown_name_is_added_only_when_that_is_chosen(
    room: Room, made: Screen, typist: Typist
) -> None:
    typist.type("Ffion Ab\n")
    assert cells(made, 0)[0] == "Ffion Ab"
    assert len(room.office.participants.everybody()) == 4
    page_of(made).go_to(0, Place.NAME)
    typist.type("Ffion Ab↓\t\t1\n")
    row = page_of(made).sheet.row_at(0)
    assert row.participant is not None
    assert row.participant.name == "Ffion Ab"
    assert row.wrong == ()
    assert room.office.participants.named("ffion ab") == row.participant
    assert "Ffion Ab" in room.last_words


def test_a_typed_draft_survives_whatever_is_saved_meanwhile(
    room: Room, made: Screen, typist: Typist
) -> None:
    typist.type("am\t\t1\t")
    typist.type("2h")  # the cell is still open
    add_people(room.office, "Tom Brennan")
    made.refresh()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.text() == "2h"
    typist.type("30\n")
    assert cells(made, 0)[:4] == ["Amina Yusuf", "Lived experience", "1:00", "2:30"]


def test_the_sums_stand_side_by_side_and_the_budget_shrinks(made: Screen, typist: Typist) -> None:
    page = page_of(made)
    typist.type("am\t\t1\t2.5\t40m\t\t\t4.6 bus\ncat\t\t\t2.5\t\t\td\n")
    paid, unpaid = page.foot.pair._halves
    assert "3\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}30" in paid.accessibleName()
    assert "£87.50 to pay" in paid.accessibleName()
    assert "3\N{NO-BREAK SPACE}h\N{NO-BREAK SPACE}10" in unpaid.accessibleName()
    assert "£79.17 worth" in unpaid.accessibleName()
    assert page.foot.budget_words == "£4,907.90"
    assert page.grid.totals.totals["OFFER"] == "£150.00"
    assert page.save.words == "Save 2 contributions"


def test_the_session_is_saved_and_the_sheet_is_empty_again(
    room: Room, made: Screen, typist: Typist, qtbot: QtBot
) -> None:
    page = page_of(made)
    page.fields.title.setText("Leaflet workshop")
    page.fields.place.setText("Glanrafon Hall")
    page.fields.day.set_day(TODAY - datetime.timedelta(days=2))
    typist.type("am\t\t1\t2.5\ncat\t\t\t2.5\t\t\tpart 50\n")
    press_save(made, qtbot)
    day = TODAY - datetime.timedelta(days=2)
    assert room.last_words.startswith("2 contributions saved for Leaflet workshop of")
    found = logged(room)
    assert {one.worked_on for one in found} == {day}
    assert sorted(one.minutes for one in found) == [60, 150, 150]
    assert sum(one.agreed_pence for one in found) == 8750 + 5000
    assert {one.choice for one in found} == {Choice.ACCEPT, Choice.PART}
    assert page.sheet.rows == ()
    head = page.head()
    assert (head.title, head.place) == ("", "Glanrafon Hall")
    assert head.project_id is not None


@pytest.mark.parametrize(
    ("typed", "place", "left"),
    [
        ("am\t\txyz\n", Place.PREPARED, "xyz"),
        ("am\t\t25\n", Place.PREPARED, "25"),
        ("zz\t\t1\n", Place.NAME, "zz"),
        ("am\t\t\t1\t\t\tpart 99\n", Place.ANSWER, "Part paid, £99.00"),
        ("am\t\t1\t\t\t\t\t9 boat\n", Place.EXPENSE, "9 boat"),
        ("am\t\t\t20\t\t\t\t\t\ncat\t\t\t2\t\t\t\t\t\nam\t\t\t5\n", Place.MET, "5:00"),
        ("am\n", Place.MET, ""),
    ],
)
def test_what_cannot_be_saved_is_marked_where_it_stands_and_stays(
    room: Room, made: Screen, typist: Typist, qtbot: QtBot, typed: str, place: Place, left: str
) -> None:
    typist.type(typed)
    press_save(made, qtbot)
    view, page = page_of(made).grid.view, page_of(made)
    index = view.currentIndex()
    assert index.column() == place
    assert shown(page.sheet.row_at(index.row()), place) == left
    assert page.foot.notice is not None
    assert page.foot.notice.number == index.row()
    assert logged(room) == []


def test_hours_logged_before_count_towards_the_day(
    room: Room, made: Screen, typist: Typist, qtbot: QtBot
) -> None:
    typist.type("am\t\t\t20\n")
    press_save(made, qtbot)
    typist.type("am\t\t\t5\n")
    press_save(made, qtbot)
    assert len(logged(room)) == 1
    notice = page_of(made).foot.notice
    assert notice is not None
    assert "24 hours" in notice.reason
    assert cells(made, 0)[Place.MET] == "5:00"


def test_fields_that_are_missing_or_wrong_are_named_and_nothing_is_lost(
    room: Room, made: Screen, typist: Typist, qtbot: QtBot
) -> None:
    page = page_of(made)
    typist.type("am\t\t1\n")
    page.fields.starts.set_value(720)
    page.fields.ends.set_value(600)
    press_save(made, qtbot)
    assert "before it begins" in page.fields.error("to")
    page.fields.ends.set_value(None)
    page.fields.day.set_day(datetime.date(1980, 1, 1))
    press_save(made, qtbot)
    assert "before 1990" in page.fields.error("day")
    page.fields.day.set_day(TODAY)
    page.fields.project.set_value(None)
    press_save(made, qtbot)
    assert page.fields.error("project")
    assert cells(made, 0)[0] == "Amina Yusuf"
    assert logged(room) == []


def test_an_empty_sheet_is_not_saved(room: Room, made: Screen, qtbot: QtBot) -> None:
    press_save(made, qtbot)
    assert "Nobody is on the sheet yet" in room.last_words


def test_without_a_project_the_sheet_says_what_to_do_first(room: Room, qtbot: QtBot) -> None:
    screen = make_screen(room.context)
    qtbot.addWidget(screen.page)
    screen.page.show()
    screen.refresh()
    page = page_of(screen)
    assert page._first.isVisible()
    assert not page.grid.isVisible()
    page.projects_requested.emit()
    assert room.shown == ["projects"]
    add_project(room.office)
    assert page.grid.isVisible()
    assert page.sheet.look(0, Place.NAME).text == "Type a name to add a person"
    screen.page.hide()


def test_why_explains_the_offer_of_a_row(made: Screen, typist: Typist) -> None:
    typist.type("am\t\t1\t2.5\t40m\t\t\t4.6 bus\n")
    page = page_of(made)
    page.go_to(0, Place.OFFER)
    typist.press(Qt.Key.Key_Space, text=" ")
    assert page.why.isVisible()
    for words in ("Why £87.50?", "1 hour at £25.00 an hour", "£16.67", "Expense, paid apart"):
        assert words.replace("1 hour", "1\N{NO-BREAK SPACE}hour") in page.why.text
    page.go_to(0, Place.PREPARED)
    typist.type("2\n")
    page.go_to(0, Place.NAME)
    assert "Why £112.50?" in page.why.text


def test_somebody_twice_is_shown_and_blocks_nothing(
    room: Room, made: Screen, typist: Typist, qtbot: QtBot
) -> None:
    typist.type("am\t\t1\nam\t\t\t1\n")
    notice = page_of(made).foot.notice
    assert notice is not None
    assert "twice" in notice.reason
    press_save(made, qtbot)
    assert len(logged(room)) == 2


def test_staff_come_in_salary_and_a_trustee_unpaid(
    room: Room, made: Screen, typist: Typist, qtbot: QtBot
) -> None:
    for name, capacity in (("Owain Pritchard", Capacity.STAFF), ("Gwyn Hughes", Capacity.TRUSTEE)):
        new = Participant(participant_id=0, name=name, capacity=capacity)
        room.office.participants.add(new)
    typist.type("ow\t\t\t1\ngw\t\t\t1\n")
    assert [offer(made, number) for number in (0, 1)] == ["In salary", "No offer"]
    press_save(made, qtbot)
    assert {one.pay for one in logged(room)} == {Pay.SALARY, Pay.UNPAID}


def test_ctrl_semicolon_puts_today_in_the_date(made: Screen) -> None:
    page = page_of(made)
    page.fields.day.set_day(datetime.date(2026, 1, 5))
    QTest.keyClick(page, Qt.Key.Key_Semicolon, CONTROL)
    assert page.head().held_on == TODAY


def test_twelve_people_take_few_keys(
    room: Room, made: Screen, typist: Typist, qtbot: QtBot
) -> None:
    add_people(room.office, *NAMES[4:])
    page = page_of(made)
    page.fields.starts.set_value(600)
    page.fields.ends.set_value(750)
    for name, hours in zip(NAMES, ("1", ".5", ".5", "1", "1", ".5") * 2, strict=True):
        typist.type(f"{name[:3]}\t\t{hours}\t\t\t\t\t4.6 bus\n")
    press_save(made, qtbot)
    typist.count += 2
    assert room.last_words.startswith("12 contributions saved")
    assert len(logged(room)) == 24
    assert sum(one.agreed_pence for one in logged(room)) == 12 * 6250 + 6 * 2500 + 6 * 1250
    # An unhurried typist manages three keys a second, which is 270 in 90 seconds.
    assert typist.count <= 270


def test_every_control_has_a_name_and_the_model_is_sound(made: Screen, typist: Typist) -> None:
    page = page_of(made)
    QAbstractItemModelTester(page.sheet, QAbstractItemModelTester.FailureReportingMode.Fatal)
    typist.type("am\t\t1\ncat\t\tx\n")
    page.go_to(0, Place.NAME)
    typist.press(Qt.Key.Key_Delete, CONTROL)
    typist.press(Qt.Key.Key_Z, CONTROL)
    page.go_to(0, Place.OFFER)
    typist.press(Qt.Key.Key_Space, text=" ")
    assert unnamed_controls(page) == []
