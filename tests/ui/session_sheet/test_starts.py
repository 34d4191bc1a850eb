"""The sheet starts from the last session or from a template, without its notes and expenses."""

import datetime
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coprod_desktop.ui.session_sheet.draft import Place
from coprod_desktop.ui.session_sheet.start_dialogs import KeepDialog, TemplatesDialog
from tests.builders import TODAY
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import add_project
from tests.ui.session_sheet.desk import CONTROL, SHIFT, Desk

BOTH = CONTROL | SHIFT
WEEK = datetime.timedelta(days=7)


def last_week(desk: Desk) -> None:
    """Log a session of last week with two people, a note and a fare."""
    fields = desk.page.fields
    fields.day.set_day(TODAY - WEEK)
    fields.starts.set_value(600)
    fields.ends.set_value(720)
    fields.kind.set_value("Training")
    fields.place.setText("The hall")
    desk.page.grid.view.setFocus()
    desk.keys("am\t\t1\t\t\t\t\t4.6b\tLate\ncat\t\t\t1:30\t40m\n")
    desk.save()
    fields.place.clear()
    fields.kind.set_value("Meeting")


def words(desk: Desk) -> list[str]:
    return [one.text().split("\t")[0] for one in desk.page.start.menu.actions() if one.text()]


def test_excel_repeat_the_last_session_with_one_key(desk: Desk) -> None:
    last_week(desk)
    desk.press(Qt.Key.Key_R, BOTH)
    assert desk.column(Place.NAME) == ["Amina Yusuf", "Catrin Llŷr"]
    assert desk.column(Place.PREPARED) == ["1:00", ""]
    assert desk.column(Place.MET) == ["2:00", "1:30"]
    assert desk.column(Place.TRAVELLED) == ["", "0:40"]
    assert desk.column(Place.EXPENSE) == desk.column(Place.NOTE) == ["", ""]
    head = desk.page.head()
    assert (head.held_on, head.starts, head.ends) == (TODAY, 600, 720)
    assert (head.kind_of_work, head.place) == ("Training", "The hall")
    assert "2 people are on the sheet" in desk.room.last_words
    desk.press(Qt.Key.Key_Z)
    assert desk.page.sheet.rows == ()


def test_people_who_stand_there_already_are_not_put_there_twice(desk: Desk) -> None:
    last_week(desk)
    desk.keys("cat\t\t\t3\n")
    desk.press(Qt.Key.Key_R, BOTH)
    assert desk.column(Place.NAME) == ["Catrin Llŷr", "Amina Yusuf"]
    assert desk.column(Place.MET) == ["3:00", "2:00"]
    assert desk.page.head().kind_of_work == "Meeting"  # the fields of a sheet in use stay


def test_somebody_who_no_longer_takes_part_is_left_out_and_that_is_said(desk: Desk) -> None:
    last_week(desk)
    office = desk.room.office
    person = office.participants.named("Catrin Llyr")
    office.participants.save(replace(person, is_active=False))
    desk.press(Qt.Key.Key_R, BOTH)
    assert desk.column(Place.NAME) == ["Amina Yusuf"]
    assert "1 person no longer takes part" in desk.room.last_words


def test_without_a_session_or_a_project_it_says_so(desk: Desk) -> None:
    desk.press(Qt.Key.Key_R, BOTH)
    assert "no session yet" in desk.room.last_words
    add_project(desk.room.office, "Garden")
    desk.page.fields.project.set_value(None)
    desk.press(Qt.Key.Key_R, BOTH)
    assert "last session" in desk.page.fields.error("project")


def test_a_template_is_kept_started_from_renamed_and_removed(desk: Desk) -> None:
    fields = desk.page.fields
    fields.title.setText("Friday group")
    desk.keys("am\t\t1\t2\t\t\t\t4.6b\tLate\ncat\t\t\t1:30\n")
    desk.page.start.keep_requested.emit()
    dialog = desk.dialog(KeepDialog)
    assert dialog.name == "Friday group"
    assert unnamed_controls(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert "kept as “Friday group”" in desk.room.last_words
    assert words(desk)[1] == "Friday group"
    desk.page.sheet.show_kept(())
    action = next(one for one in desk.page.start.menu.actions() if one.text() == "Friday group")
    action.trigger()
    assert desk.column(Place.MET) == ["2:00", "1:30"]
    assert desk.column(Place.EXPENSE) == ["", ""]
    assert desk.page.head().title == "Friday group"
    desk.page.start.manage_requested.emit()
    rename = desk.dialog(TemplatesDialog)
    assert unnamed_controls(rename) == []
    rename._name.setText("Mondays")
    rename.save_requested.emit()
    assert words(desk)[1] == "Mondays"
    desk.page.start.manage_requested.emit()
    desk.dialog(TemplatesDialog).other_save_requested.emit()
    assert words(desk) == [
        "Repeat the last session", "Keep this sheet as a template…", "Rename or remove templates…",
    ]  # fmt: skip
    desk.room.office.history.undo()
    assert words(desk)[1] == "Mondays"


def test_a_name_that_is_taken_is_said_under_the_field(desk: Desk) -> None:
    desk.keys("am\t\t\t2\n")
    for _time in range(2):
        desk.page.start.keep_requested.emit()
        dialog = desk.dialog(KeepDialog)
        dialog.save_requested.emit()
    assert dialog.isVisible()
    assert "there already" in dialog.form.box("name").error


def test_an_empty_sheet_is_not_kept_as_a_template(desk: Desk) -> None:
    desk.page.start.keep_requested.emit()
    assert desk.dialogs() == []
    assert "nothing to keep" in desk.room.last_words
