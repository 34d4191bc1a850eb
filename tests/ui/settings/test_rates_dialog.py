"""The list of figures is read, searched by day and left with the keyboard alone."""

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.services.rates import FigureOnDay
from coprod_desktop.ui.settings.rates_dialog import RatesDialog
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.message_bar import MessageKind
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room, word
from tests.ui.settings.rates_room import own_bicycle

DAY = datetime.date(2026, 11, 21)


@pytest.fixture
def dialog(room: Room, qtbot: QtBot) -> Iterator[RatesDialog]:
    made = RatesDialog(room.context.tasks, word, room.context.today)
    qtbot.addWidget(made)
    made.show_figures(room.office.rates.figures_on(DAY))
    made.open()
    yield made
    made.reject()


def test_every_figure_is_listed_and_the_first_is_chosen(dialog: RatesDialog, room: Room) -> None:
    QAbstractItemModelTester(dialog.rows)
    assert dialog.rows.rowCount() == len(room.office.rates.figures_on(DAY))
    chosen = dialog.list.current_row()
    assert chosen is not None
    assert chosen.code == "car"
    assert dialog._heading.text() == "HMRC mileage: Car or van, first 10,000 miles"
    assert unnamed_controls(dialog) == []


def test_arrow_keys_tell_the_next_figure_in_full(dialog: RatesDialog) -> None:
    QTest.keyClick(dialog.list.table, Qt.Key.Key_Down)
    assert dialog._heading.text() == "HMRC mileage: Car or van, above 10,000 miles"
    assert "25p a mile" in dialog._told.text()
    assert dialog._told.accessibleName().startswith(dialog._heading.text())
    assert dialog._told.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_enter_and_the_button_both_ask_for_a_correction(dialog: RatesDialog) -> None:
    asked: list[FigureOnDay] = []
    dialog.correct_requested.connect(asked.append)
    QTest.keyClick(dialog.list.table, Qt.Key.Key_Return)
    dialog._correct.click()
    assert [one.code for one in asked] == ["car", "car"]


def test_only_an_own_figure_can_be_taken_away(dialog: RatesDialog, room: Room) -> None:
    asked: list[FigureOnDay] = []
    dialog.remove_requested.connect(asked.append)
    assert dialog._remove.isHidden()
    own_bicycle(room)
    dialog.list.select_key("bicycle")
    dialog.show_figures(room.office.rates.figures_on(DAY))
    assert not dialog._remove.isHidden()
    dialog._remove.click()
    assert [one.code for one in asked] == ["bicycle"]


def test_the_chosen_figure_stays_chosen_when_the_list_is_fetched_again(
    dialog: RatesDialog, room: Room
) -> None:
    dialog.list.select_key("uc-taper")
    dialog.show_figures(room.office.rates.figures_on(datetime.date(2027, 6, 1)))
    chosen = dialog.list.current_row()
    assert chosen is not None
    assert chosen.code == "uc-taper"
    assert dialog._heading.text().startswith("Universal Credit")


def test_a_day_is_asked_for_when_it_is_typed_and_not_while_it_is_unreadable(
    dialog: RatesDialog,
) -> None:
    asked: list[datetime.date] = []
    dialog.day_changed.connect(asked.append)
    dialog.day.clear()
    QTest.keyClicks(dialog.day, "5/4/2026")
    assert asked[-1] == datetime.date(2026, 4, 5)
    before = len(asked)
    dialog.day.clear()
    QTest.keyClicks(dialog.day, "some day")
    assert len(asked) == before


def test_without_figures_there_is_nothing_to_correct(dialog: RatesDialog) -> None:
    dialog.show_figures(())
    assert not dialog._correct.isEnabled()
    assert dialog._heading.text() == dialog._told.text() == ""


def test_a_second_message_takes_the_place_of_the_first(dialog: RatesDialog) -> None:
    dialog.say(MessageKind.GOOD, "One.")
    first = dialog._bar
    dialog.say(MessageKind.BAD, "Two.")
    assert first is not None
    assert first.isHidden()
    assert dialog._bar is not None
    assert dialog._bar.text == "Two."


def test_large_text_scrolls_instead_of_being_cut(dialog: RatesDialog, theme: Theme) -> None:
    theme.set_text_percent(200)
    try:
        dialog.resize(980, 640)
        inside = dialog._area.widget()
        assert inside is not None
        assert inside.height() >= inside.minimumSizeHint().height()
        assert dialog.day.height() >= dialog.day.fontMetrics().height()
    finally:
        theme.set_text_percent(100)


def test_escape_leaves(dialog: RatesDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isHidden()
