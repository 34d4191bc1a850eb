"""Two fields say who is at the keyboard; a PIN is never shown, nor left for somebody else."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.seat_form import SeatForm
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import type_text

NAMES = ("Grace Okafor", "Idris Vaughan")


def ask(qtbot: QtBot, names: tuple[str, ...] = NAMES, chosen: str = "") -> SeatForm:
    form = SeatForm()
    qtbot.addWidget(form)
    form.ask(names, chosen)
    return form


def close_list(form: SeatForm) -> None:
    completer = form._who.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    popup.hide()


def test_a_name_is_found_by_a_part_of_it_and_enter_in_the_pin_goes_on(qtbot: QtBot) -> None:
    form = ask(qtbot)
    entered: list[str] = []
    form.entered.connect(lambda: entered.append(form.pin))
    type_text(form._who._line, "idris")
    type_text(form._pin, "2480")
    QTest.keyClick(form._pin, Qt.Key.Key_Return)
    assert entered == ["2480"]
    assert form.check_name()
    assert (form.name, form.pin) == ("Idris Vaughan", "2480")
    assert form._pin.echoMode() is QLineEdit.EchoMode.Password
    assert unnamed_controls(form) == []
    close_list(form)


def test_the_only_name_and_the_present_one_are_chosen_already(qtbot: QtBot) -> None:
    assert ask(qtbot, NAMES[:1]).name == NAMES[0]
    assert ask(qtbot, NAMES, NAMES[1]).name == NAMES[1]
    assert ask(qtbot).name == ""


def test_the_pin_of_one_is_not_left_for_another(qtbot: QtBot) -> None:
    form = ask(qtbot, NAMES, NAMES[0])
    type_text(form._pin, "2480")
    form._who.set_value(NAMES[1])
    assert form.pin == ""


def test_nobody_chosen_is_said_under_the_name(qtbot: QtBot) -> None:
    form = ask(qtbot)
    type_text(form._pin, "2480")
    assert not form.check_name()
    assert form.box("who").error == "Say first who is at the keyboard."
    assert form.pin == "2480"


def test_a_problem_stands_under_the_pin_which_is_typed_over(qtbot: QtBot) -> None:
    form = ask(qtbot, NAMES, NAMES[0])
    type_text(form._pin, "1111")
    form.show_problem("That does not fit.")
    assert form.box("pin").error == "That does not fit."
    type_text(form._pin, "2480")
    assert form.pin == "2480"
    assert form.box("pin").error == ""
