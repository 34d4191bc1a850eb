"""Rules are changed in three ways in one place, and nothing that was typed is lost on the way."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.policy import simple_of
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.buttons import Button
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room
from tests.ui.settings.policy_room import CHAIRS, MISTAKEN, PolicyDesk, starter


@pytest.fixture
def desk(room: Room, qtbot: QtBot) -> Iterator[PolicyDesk]:
    made = PolicyDesk(room)
    qtbot.addWidget(made.dialog)
    yield made
    made.close()


def press(desk: PolicyDesk, words: str) -> None:
    (button,) = (
        one for one in desk.dialog.findChildren(Button) if one.words == words and one.isVisible()
    )
    button.click()


def test_it_begins_with_the_form_and_the_example(desk: PolicyDesk) -> None:
    dialog = desk.dialog
    assert dialog.views.shown_key == "simple"
    assert dialog.simple.form.hour.pence() == 2500
    assert dialog.summary.text().replace("\xa0", " ") == (
        "Meeting, 3 hours 10 minutes, on 4 June 2026, with 22 miles by car, would pay £79.17 for "
        "the work and £12.10 back for expenses."
    )
    assert unnamed_controls(dialog) == []


def test_the_form_is_written_into_the_text_and_tried(desk: PolicyDesk) -> None:
    dialog = desk.dialog
    dialog.simple.form.hour.selectAll()
    QTest.keyClicks(dialog.simple.form.hour, "12")
    desk.settle()
    assert "£38.00" in dialog.summary.text()
    dialog.views.bar.choose("rules")
    assert "rate = 12.00" in dialog.rules.edit.text()


def test_the_text_is_read_into_the_form(desk: PolicyDesk) -> None:
    desk.write(desk.dialog.draft.text.replace("25.00", "30.00"))
    desk.dialog.views.bar.choose("simple")
    assert desk.dialog.simple.form.hour.pence() == 3000
    assert "£95.00" in desk.dialog.summary.text()


def test_mistakes_are_marked_as_one_types(desk: PolicyDesk) -> None:
    desk.write(MISTAKEN)
    assert desk.dialog.rules.edit.marked >= {6}
    assert "cannot be read yet" in desk.dialog.summary.text()
    desk.write(CHAIRS)
    assert desk.dialog.rules.edit.marked == frozenset()
    assert "£40.00 for the work" in desk.dialog.summary.text()


def test_what_the_form_cannot_read_keeps_the_form_on_show(desk: PolicyDesk) -> None:
    dialog = desk.dialog
    dialog.simple.form.hour.selectAll()
    QTest.keyClicks(dialog.simple.form.hour, "twelve")
    dialog.views.bar.choose("history")
    dialog.views.bar.choose("rules")
    assert dialog.views.shown_key == "simple"
    assert dialog.simple.form.hour.text() == "twelve"
    assert dialog.simple.form.box("hour").error
    desk.settle()
    assert dialog.summary.text().startswith("Not yet: ")


def test_mistaken_text_is_kept_while_another_view_is_looked_at(desk: PolicyDesk) -> None:
    desk.write(MISTAKEN)
    for view in ("simple", "history", "rules"):
        desk.dialog.views.bar.choose(view)
    assert desk.dialog.rules.edit.text() == MISTAKEN


def test_another_policy_can_be_begun_from_and_given_back(desk: PolicyDesk) -> None:
    dialog, before = desk.dialog, desk.dialog.draft.text
    dialog.begin_from(starter(desk.room, "nihr-style").text, "NIHR")
    assert dialog.views.shown_key == "rules"
    desk.settle()
    assert "£82.50" in dialog.summary.text()
    press(desk, "Bring back what stood here")
    assert (dialog.rules.edit.text(), dialog.draft.is_changed) == (before, False)
    dialog.rules.edit.undo()
    assert "NIHR" in dialog.draft.text


def test_a_simple_starter_is_shown_in_the_form(desk: PolicyDesk) -> None:
    desk.dialog.begin_from(starter(desk.room, "half-day-and-day").text, "Half day")
    assert desk.dialog.views.shown_key == "simple"
    assert desk.dialog.simple.form.half_day.pence() == 5000


def test_an_earlier_version_can_be_begun_from(room: Room, qtbot: QtBot) -> None:
    room.office.policies.save(CHAIRS, room.context.today())
    desk = PolicyDesk(room)
    qtbot.addWidget(desk.dialog)
    assert desk.dialog.views.shown_key == "rules"
    desk.dialog.views.bar.choose("history")
    QTest.keyClick(desk.dialog.history.list.table, Qt.Key.Key_Down)
    QTest.keyClick(desk.dialog.history.list.table, Qt.Key.Key_Return)
    assert simple_of(desk.dialog.draft.text) is not None
    assert desk.dialog.views.shown_key == "simple"
    desk.close()


def test_escape_asks_before_anything_is_lost(desk: PolicyDesk) -> None:
    desk.write(CHAIRS)
    QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert desk.dialog.isVisible()
    press(desk, "Keep writing")
    desk.dialog.close()
    assert desk.dialog.isVisible()
    press(desk, "Close without saving")
    assert desk.dialog.isHidden()
    assert desk.room.office.policies.in_force().version == 1


def test_escape_leaves_where_nothing_was_changed(desk: PolicyDesk) -> None:
    QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert desk.dialog.isHidden()


def test_tab_reaches_everything_in_the_order_of_the_screen(desk: PolicyDesk) -> None:
    desk.dialog.activateWindow()
    desk.dialog.views.bar.choose("rules")
    desk.dialog.views.bar.setFocus()
    reached: list[QWidget | None] = []
    for _step in range(4):
        reached.append(desk.dialog.focusWidget())
        QTest.keyClick(desk.dialog.focusWidget() or desk.dialog, Qt.Key.Key_Tab)
    assert reached == [
        desk.dialog.views.bar,
        desk.dialog.rules.edit,
        desk.dialog.example.kind,
        desk.dialog.example.time,
    ]


def test_large_text_in_a_small_window_keeps_everything_reachable(
    desk: PolicyDesk, theme: Theme
) -> None:
    theme.set_text_percent(200)
    try:
        desk.dialog.resize(976, 668)
        assert desk.dialog.size().height() == 668
        for view in ("simple", "rules", "history", "example"):
            desk.dialog.views.bar.choose(view)
            assert desk.dialog.views.shown_key == view
        assert desk.dialog.summary.isVisible()
    finally:
        theme.set_text_percent(100)
