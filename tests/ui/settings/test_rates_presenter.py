"""A figure is corrected and taken away from the window, and every step can be taken back."""

import dataclasses
import datetime
from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.services.rates import FigureOnDay
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.settings.menu import SettingsMenu
from coprod_desktop.ui.settings.rates_correct_dialog import RateCorrectDialog
from coprod_desktop.ui.settings.rates_dialog import RatesDialog
from coprod_desktop.ui.settings.rates_presenter import RatesPresenter
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.window_menus import MenuName
from tests.ui.rooms import Room, word
from tests.ui.settings.rates_room import LATER, figure, own_bicycle


class Desk:
    """The list of figures and its presenter, as the menu puts them together."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.context = dataclasses.replace(room.context, undo=self.undo)
        self.dialog = RatesDialog(room.context.tasks, word, room.context.today)
        self.presenter = RatesPresenter(self.dialog, self.context)
        self.presenter.refresh()
        self.dialog.open()

    def undo(self) -> None:
        self.room.office.history.undo()

    def form(self) -> RateCorrectDialog:
        (made,) = (one for one in self.dialog.findChildren(RateCorrectDialog) if one.isVisible())
        return made

    def shown(self, code: str) -> FigureOnDay:
        self.dialog.list.select_key(code)
        row = self.dialog.list.current_row()
        assert row is not None
        return row

    def said(self) -> str:
        assert self.dialog._bar is not None
        return self.dialog._bar.text


@pytest.fixture
def desk(room: Room, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(room)
    qtbot.addWidget(made.dialog)
    yield made
    made.dialog.reject()


def type_correction(desk: Desk, code: str, typed: str, source: str) -> RateCorrectDialog:
    """Choose a figure and correct it with the keyboard alone."""
    desk.dialog.list.select_key(code)
    QTest.keyClick(desk.dialog.list.table, Qt.Key.Key_Return)
    form = desk.form()
    form._value.selectAll()
    QTest.keyClicks(form._value, typed)
    QTest.keyClicks(form._source, source)
    QTest.keyClick(form._source, Qt.Key.Key_Return)
    return form


def test_a_figure_is_corrected_with_the_keyboard_and_marked_in_the_list(desk: Desk) -> None:
    form = type_correction(desk, "bicycle", "22.5", "Minute of 2 June")
    assert form.isHidden()
    row = desk.shown("bicycle")
    assert row.rate is not None
    assert row.rate.is_own
    assert row.rate.value == Decimal("22.5")
    assert row.rate.effective_from == desk.context.today()
    assert "Your figure counts from" in desk.said()


def test_a_correction_is_taken_back_from_the_message(desk: Desk) -> None:
    type_correction(desk, "bicycle", "22.5", "Minute of 2 June")
    desk.context.undo()
    row = desk.shown("bicycle")
    assert row.rate is not None
    assert not row.rate.is_own


@pytest.mark.parametrize(
    ("typed", "source", "until", "key"),
    [
        ("22p", " ", "", "source"),
        ("22p", "A letter", "1/1/2026", "until"),
        ("9999999999", "A letter", "", "value"),
        ("a lot", "A letter", "", "value"),
    ],
)
def test_what_cannot_be_meant_is_said_under_its_field_and_stays_typed(
    desk: Desk, typed: str, source: str, until: str, key: str
) -> None:
    desk.presenter.correct(figure(desk.room, "bicycle", desk.context.today()))
    form = desk.form()
    form._value.selectAll()
    QTest.keyClicks(form._value, typed)
    QTest.keyClicks(form._until, until)
    QTest.keyClicks(form._source, source)
    form._save.click()
    assert form.isVisible()
    assert form.form.box(key).error
    assert form._source.text() == source
    row = desk.shown("bicycle")
    assert row.rate is not None
    assert not row.rate.is_own
    form.accept_saved()


def test_a_form_that_lacks_its_figure_saves_nothing(desk: Desk) -> None:
    desk.presenter.correct(figure(desk.room, "real-living-wage-uk", LATER))
    form = desk.form()
    form._save.click()
    assert form.form.box("value").error
    form.accept_saved()


def test_an_own_figure_is_taken_away_and_the_published_one_holds_again(desk: Desk) -> None:
    own_bicycle(desk.room)
    desk.shown("bicycle")
    desk.dialog._remove.click()
    row = desk.shown("bicycle")
    assert row.rate is not None
    assert row.rate.value == 20
    assert desk.said() == "Your figure is taken away."
    desk.context.undo()
    again = desk.shown("bicycle")
    assert again.rate is not None
    assert again.rate.is_own


def test_a_figure_that_somebody_took_away_meanwhile_is_told(desk: Desk) -> None:
    own = own_bicycle(desk.room)
    row = desk.shown("bicycle")
    desk.room.office.rates.remove_correction(own.own_rate_id)
    desk.presenter.remove(row)
    assert "no longer in the file" in desk.said()


def test_a_published_figure_is_never_taken_away(desk: Desk) -> None:
    changes = len(desk.room.office.history.latest(10))
    desk.presenter.remove(desk.shown("bicycle"))
    assert len(desk.room.office.history.latest(10)) == changes


def test_another_day_has_its_own_figures(desk: Desk) -> None:
    desk.dialog.day.clear()
    QTest.keyClicks(desk.dialog.day, "5/4/2026")
    row = desk.shown("car")
    assert row.rate is not None
    assert row.rate.value == 45


def test_the_list_that_was_left_asks_for_nothing_more(desk: Desk, room: Room) -> None:
    desk.dialog.reject()
    own_bicycle(room)
    row = desk.shown("bicycle")
    assert row.rate is not None
    assert not row.rate.is_own


def test_the_menu_opens_the_list(room: Room, theme: Theme, qtbot: QtBot) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    settings = SettingsMenu(window.menus, room.context, window)
    actions = {one.text(): one for one in window.menus.menu(MenuName.FILE).actions()}
    actions["Rates and limits…"].trigger()
    (dialog,) = window.findChildren(RatesDialog)
    assert dialog.rows.rowCount() > 30
    QTest.keyClick(dialog.list.table, Qt.Key.Key_Down)
    dialog.day.set_day(datetime.date(2026, 4, 5))
    row = dialog.list.current_row()
    assert row is not None
    assert row.code == "car-over-10000"
    dialog.reject()
    settings.remove()
