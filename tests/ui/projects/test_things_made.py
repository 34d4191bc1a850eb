"""What people made stands beside its project, with a credit for each in their own words."""

import datetime
from dataclasses import replace
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.outputs import Credit, Output
from coprod_desktop.ui.projects.made_dialogs import CreditDialog, OutputDialog, RollDialog
from coprod_desktop.ui.projects.page import ProjectsPage
from coprod_desktop.ui.projects.screen import make_screen
from coprod_desktop.ui.projects.things_made import ThingsMade
from coprod_desktop.ui.widgets.choice_edit import ChoiceEdit
from coprod_desktop.ui.widgets.form_dialog import FormDialog
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, add_people, add_project, type_text

D = TypeVar("D", bound=QDialog)


@pytest.fixture
def page(room: Room, qtbot: QtBot) -> ProjectsPage:
    add_project(room.office)
    made = make_screen(room.context)
    shown = cast(ProjectsPage, made.page)
    qtbot.addWidget(shown)
    shown.setProperty("kept", made)  # the screen keeps the presenter alive
    made.refresh()
    shown.show()
    shown.list.table.selectRow(0)
    return shown


def the_dialog(page: ProjectsPage, kind: type[D]) -> D:
    (dialog,) = (one for one in page.findChildren(kind) if one.isVisible())
    return dialog


def write(dialog: FormDialog, key: str, text: str) -> None:
    field = dialog.form.box(key).field
    if isinstance(field, ChoiceEdit):
        (line,) = field.findChildren(QLineEdit)
        line.clear()
        type_text(line, text)
        field.settle()
    else:
        cast(QLineEdit, field).clear()
        type_text(field, text)


def words_of(made: ThingsMade) -> str:
    shown = [one.text() for one in made.findChildren(QLabel) if one.isVisible()]
    return "\n".join(shown)


def press(made: ThingsMade, name: str) -> None:
    (button,) = (one for one in made._buttons.values() if one.accessibleName() == name)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def add_thing(room: Room, title: str = "The leaflet", **fields: object) -> Output:
    (project,) = room.office.projects.open_projects()
    plain: dict[str, object] = {"output_id": 0, "project_id": project.project_id, "title": title}
    return room.office.outputs.add(Output(**(plain | fields)))  # type: ignore[arg-type]  # by name


def add_credit(room: Room, output: Output, name: str, credit: str, **fields: object) -> Credit:
    (person,) = add_people(room.office, name)
    plain: dict[str, object] = {
        "credit_id": 0,
        "output_id": output.output_id,
        "participant_id": person.participant_id,
        "credit": credit,
    }
    return room.office.outputs.add_credit(Credit(**(plain | fields)))  # type: ignore[arg-type]


def test_without_anything_made_the_panel_says_what_may_be_written_down(
    room: Room, page: ProjectsPage
) -> None:
    assert "Nothing is written down yet: a leaflet, a film, a talk." in words_of(page.panel.made)
    assert not page.panel.made._roll.isVisible()
    page.hide()


def test_a_thing_is_added_with_its_kind_day_and_place(room: Room, page: ProjectsPage) -> None:
    page.panel.made._add.click()
    dialog = the_dialog(page, OutputDialog)
    dialog.save_requested.emit()
    assert dialog.form.box("title").error == "Write what it is called."
    write(dialog, "title", "Going home: the film")
    write(dialog, "kind", "film")
    write(dialog, "day", "2/11/2026")
    write(dialog, "where", "The shelf by the door")
    dialog.save_requested.emit()
    (made,) = room.office.outputs.all()
    assert (made.output.kind, made.output.made_on) == ("film", datetime.date(2026, 11, 2))
    said = words_of(page.panel.made)
    assert "Going home: the film" in said
    assert "film, 2 Nov 2026".replace("2 Nov 2026", "2\xa0Nov\xa02026") in said
    assert "The shelf by the door" in said
    assert room.last_words == "“Going home: the film” was added."
    page.hide()


def test_a_kind_that_is_too_long_and_a_day_too_far_ahead_are_refused_where_they_stand(
    room: Room, page: ProjectsPage
) -> None:
    page.panel.made._add.click()
    dialog = the_dialog(page, OutputDialog)
    write(dialog, "title", "A film")
    write(dialog, "kind", "x" * 41)
    dialog.save_requested.emit()
    assert "40 fit" in dialog.form.box("kind").error
    write(dialog, "kind", "film")
    write(dialog, "day", "1/1/2033")
    dialog._save.click()
    assert dialog.form.box("day").error
    assert room.office.outputs.all() == ()
    dialog.accept_saved()
    page.hide()


def test_somebody_is_credited_in_their_words_and_named_as_they_wish(
    room: Room, page: ProjectsPage
) -> None:
    output = add_thing(room)
    add_people(room.office, "Llŷr ap Huw")
    press(page.panel.made, "Credit somebody for “The leaflet”")
    dialog = the_dialog(page, CreditDialog)
    dialog.save_requested.emit()
    assert dialog.form.box("who").error == "Choose who is credited."
    write(dialog, "who", "llyr")
    dialog.save_requested.emit()
    assert dialog.form.box("credit").error == "Write what they are credited with."
    write(dialog, "credit", "co-author and translator")
    write(dialog, "named", "Llŷr")
    dialog.save_requested.emit()
    (made,) = room.office.outputs.all()
    (credited,) = made.credited
    assert (credited.named, credited.credit.output_id) == ("Llŷr", output.output_id)
    said = words_of(page.panel.made)
    assert "Llŷr ap Huw, named as Llŷr: co-author and translator" in said
    page.hide()


def test_who_does_not_wish_to_be_named_is_not_and_comes_last_on_the_roll(
    room: Room, page: ProjectsPage
) -> None:
    output = add_thing(room)
    add_credit(room, output, "Aisha Rahman", "camera")
    add_credit(room, output, "Desmond Grant", "words")
    press(page.panel.made, "Change the credit of Aisha Rahman")
    dialog = the_dialog(page, CreditDialog)
    (box,) = dialog.findChildren(QCheckBox)
    box.click()
    assert not dialog.form.box("named").field.isEnabled()
    dialog.save_requested.emit()
    assert "Aisha Rahman, not named there: camera" in words_of(page.panel.made)
    page.panel.made._roll.click()
    roll = the_dialog(page, RollDialog)
    assert unnamed_controls(roll) == []
    roll._copy()
    assert QGuiApplication.clipboard().text() == (
        "Desmond Grant: words\nSomebody who does not wish to be named: camera"
    )
    roll.reject()
    page.hide()


def test_the_keyboard_stays_on_the_thing_that_was_changed(room: Room, page: ProjectsPage) -> None:
    add_thing(room, "The leaflet")
    add_thing(room, "The talk")
    press(page.panel.made, "Change “The talk”")
    dialog = the_dialog(page, OutputDialog)
    write(dialog, "title", "The long talk")
    dialog.save_requested.emit()
    holder = page.window().focusWidget()
    assert holder is not None
    assert holder.accessibleName() == "Change “The long talk”"
    page.hide()


def test_a_credit_and_a_thing_are_removed_and_can_be_had_back(
    room: Room, page: ProjectsPage
) -> None:
    output = add_thing(room)
    add_credit(room, output, "Aisha Rahman", "camera")
    press(page.panel.made, "Change the credit of Aisha Rahman")
    the_dialog(page, CreditDialog).remove_requested.emit()
    assert room.last_words == "The credit “camera” was removed."
    assert "Aisha Rahman" not in words_of(page.panel.made)
    press(page.panel.made, "Change “The leaflet”")
    the_dialog(page, OutputDialog).remove_requested.emit()
    assert room.office.outputs.all() == ()
    room.office.history.undo()
    room.office.history.undo()
    (made,) = room.office.outputs.all()
    assert [one.participant for one in made.credited] == ["Aisha Rahman"]
    page.hide()


def test_a_credit_of_somebody_who_left_still_shows_whose_it_is(
    room: Room, page: ProjectsPage
) -> None:
    output = add_thing(room)
    credit = add_credit(room, output, "Aisha Rahman", "camera")
    person = room.office.participants.get(credit.participant_id)
    room.office.participants.save(replace(person, is_active=False))
    press(page.panel.made, "Change the credit of Aisha Rahman")
    dialog = the_dialog(page, CreditDialog)
    assert cast(ChoiceEdit[int], dialog.form.box("who").field).value() == credit.participant_id
    dialog.save_requested.emit()
    assert not dialog.isVisible()
    page.hide()


def test_what_changed_is_shown_in_welsh_too_where_it_is_written(
    room: Room, page: ProjectsPage
) -> None:
    (project,) = room.office.projects.open_projects()
    room.office.projects.save(replace(project, what_next="In May.", what_next_cy="Ym mis Mai."))
    shown = [one.text() for one in page.panel.findChildren(QLabel) if one.isVisible()]
    assert "In Welsh: Ym mis Mai." in shown
    assert len([one for one in shown if one.startswith("In Welsh")]) == 1
    page.hide()


def test_every_control_has_a_name(room: Room, page: ProjectsPage) -> None:
    output = add_thing(room, kind="leaflet", where="Here")
    add_credit(room, output, "Aisha Rahman", "camera")
    assert unnamed_controls(page) == []
    press(page.panel.made, "Change the credit of Aisha Rahman")
    dialog = the_dialog(page, CreditDialog)
    assert unnamed_controls(dialog) == []
    dialog.accept_saved()
    page.hide()
