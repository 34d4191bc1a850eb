"""Operators sit down with their PIN, set one, lock the screens, and help one who forgot it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.organisation import Operator
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.settings.lock import LockDialog
from coprod_desktop.ui.settings.operators import OperatorDialog, OperatorMenu
from coprod_desktop.ui.settings.pin_dialogs import ForgottenPinDialog, SetPinDialog, TypePinDialog
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.message_bar import MessageKind
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import PASSPHRASE, Room, type_text

NIA, HELEN = "Nia Morgan", "Helen Tsang"
PIN = "2480"


class Corner:
    """The window of an open file with its corner menu, driven by keys and by its words."""

    def __init__(self, room: Room, window: MainWindow) -> None:
        self.room, self.window = room, window
        self.menu = OperatorMenu(window.menus, room.context, window)
        self.operators = room.office.operators
        self.helen = self.operators.add(HELEN, "treasurer")
        self.screens = QLineEdit("Amina Yusuf, 2 h 30 min")
        window.setCentralWidget(self.screens)
        window.show()
        window.activateWindow()

    def actions(self) -> dict[str, QAction]:
        """Return what the menu offers, by its words."""
        offered = self.menu._menu.actions()
        return {action.text(): action for action in offered if not action.isSeparator()}

    def pick(self, words: str) -> None:
        """Choose from the menu."""
        self.actions()[words].trigger()

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """Return the dialog in front."""
        (found,) = [one for one in self.window.findChildren(kind) if one.isVisible()]
        assert unnamed_controls(found) == []
        assert isinstance(found.focusWidget(), QLineEdit | QComboBox)  # one may type at once
        return found

    def give_pin(self, operator: Operator, pin: str = PIN) -> None:
        """Let somebody give themselves a PIN; whoever sat there goes on."""
        before = self.operators.present.operator_id
        self.operators.sit_down(operator.operator_id)
        self.operators.set_pin(pin)
        if before != operator.operator_id:
            self.operators.sit_down(before)
        self.menu.refresh()


def line(dialog: QWidget, name: str) -> QLineEdit:
    """Return a field by its name."""
    (found,) = [one for one in dialog.findChildren(QLineEdit) if one.accessibleName() == name]
    return found


def enter(dialog: QWidget, **texts: str) -> None:
    """Type into fields by their names, "_" for a space, and press Enter in the last."""
    field = None
    for name, text in texts.items():
        field = line(dialog, name.replace("_", " "))
        field.selectAll()
        type_text(field, text)
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def corner(room: Room, theme: Theme, qtbot: QtBot) -> Iterator[Corner]:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    made = Corner(room, window)
    yield made
    made.menu.remove()
    for dialog in window.findChildren(QDialog):
        dialog.done(0)
    window.hide()


def test_somebody_is_added_and_takes_the_keyboard(corner: Corner) -> None:
    corner.pick("Add somebody…")
    dialog = corner.dialog(OperatorDialog)
    enter(dialog, Name="Carys Mills", Role="trustee")
    assert [one.name for one in corner.operators.everybody()] == [NIA, HELEN, "Carys Mills"]
    corner.pick("Carys Mills, trustee")
    assert corner.operators.present.name == "Carys Mills"
    assert corner.room.last_words == "Carys Mills is at the keyboard now."


def test_without_a_pin_the_menu_offers_to_set_one_and_no_lock(corner: Corner) -> None:
    offered = list(corner.actions())
    assert offered == [NIA, f"{HELEN}, treasurer", "Set my PIN…", "Add somebody…"]
    assert not corner.menu._lock_action.isEnabled()


def test_a_pin_is_set_by_typing_it_twice(corner: Corner) -> None:
    corner.pick("Set my PIN…")
    dialog = corner.dialog(SetPinDialog)
    assert isinstance(dialog, SetPinDialog)
    enter(dialog, New_PIN="1111", The_same_PIN_again="1112")
    assert dialog.form.box("again").error.startswith("The two differ.")
    enter(dialog, New_PIN="1111", The_same_PIN_again="1111")
    assert dialog.form.box("new").error.startswith("A PIN has 4 to 12 digits")
    enter(dialog, New_PIN=PIN, The_same_PIN_again=PIN)
    assert corner.operators.with_pins() == {corner.operators.present.operator_id}
    assert PIN not in corner.room.last_words
    assert {"Change my PIN…", "Forgotten PIN…", "Lock"} <= set(corner.actions())


def test_a_new_pin_asks_for_the_one_until_now(corner: Corner) -> None:
    corner.give_pin(corner.operators.present)
    corner.pick("Change my PIN…")
    dialog = corner.dialog(SetPinDialog)
    assert isinstance(dialog, SetPinDialog)
    enter(dialog, The_PIN_until_now="9999", New_PIN="5713", The_same_PIN_again="5713")
    assert dialog.form.box("old").error.endswith("You have 4 more tries.")
    enter(dialog, The_PIN_until_now=PIN, New_PIN="5713", The_same_PIN_again="5713")
    assert not dialog.isVisible()
    corner.operators.sit_down(corner.operators.present.operator_id, "5713")


def test_whoever_has_a_pin_types_it_to_take_the_keyboard(corner: Corner) -> None:
    corner.give_pin(corner.helen)
    corner.pick(f"{HELEN}, treasurer")
    dialog = corner.dialog(TypePinDialog)
    assert isinstance(dialog, TypePinDialog)
    enter(dialog, PIN_of_Helen_Tsang="1234")
    words = "That is not the PIN of Helen Tsang. You have 4 more tries."
    assert dialog.form.box("pin").error == words
    assert line(dialog, "PIN of Helen Tsang").echoMode() is QLineEdit.EchoMode.Password
    assert corner.operators.present.name == NIA
    enter(dialog, PIN_of_Helen_Tsang=PIN)
    assert corner.operators.present.name == HELEN
    assert not dialog.isVisible()


def test_a_pin_half_typed_is_given_up_with_escape(corner: Corner) -> None:
    corner.give_pin(corner.helen)
    corner.pick(f"{HELEN}, treasurer")
    dialog = corner.dialog(TypePinDialog)
    type_text(line(dialog, "PIN of Helen Tsang"), "12")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert corner.operators.present.name == NIA


def test_a_forgotten_pin_goes_with_passphrase_and_reason_and_its_owner_is_told(
    corner: Corner,
) -> None:
    corner.give_pin(corner.helen)
    corner.pick("Forgotten PIN…")
    dialog = corner.dialog(ForgottenPinDialog)
    assert isinstance(dialog, ForgottenPinDialog)
    enter(dialog, Passphrase_of_this_file=PASSPHRASE)
    assert dialog.form.box("reason").error.startswith("This step needs a reason")
    typed = {"Why_is_it_taken_away?": "Away all summer", "Passphrase_of_this_file": "guess"}
    enter(dialog, **typed)
    assert dialog.form.box("proof").error.startswith("That is not the passphrase of this file.")
    assert corner.operators.with_pins()
    enter(dialog, **{**typed, "Passphrase_of_this_file": PASSPHRASE})
    assert corner.operators.with_pins() == frozenset()
    assert corner.room.last_words.startswith("Helen Tsang has no PIN now.")
    corner.pick(f"{HELEN}, treasurer")
    assert corner.room.said[-1][0] is MessageKind.WARN
    assert "“Away all summer”" in corner.room.last_words
    corner.pick(NIA)
    corner.pick(f"{HELEN}, treasurer")
    assert corner.room.last_words == "Helen Tsang is at the keyboard now."


def test_whose_pin_is_forgotten_is_said_first(corner: Corner) -> None:
    corner.give_pin(corner.helen)
    corner.give_pin(corner.operators.present, "5713")
    corner.pick("Forgotten PIN…")
    dialog = corner.dialog(ForgottenPinDialog)
    assert isinstance(dialog, ForgottenPinDialog)
    enter(dialog, Passphrase_of_this_file=PASSPHRASE)
    assert dialog.form.box("who").error == "Say first whose PIN it is."


# --- the lock --------------------------------------------------------------------------------


def press_lock(window: QWidget) -> None:
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_L, keys)


@pytest.fixture
def locked(corner: Corner, qtbot: QtBot) -> LockDialog:
    corner.give_pin(corner.operators.present)
    qtbot.waitUntil(corner.window.isActiveWindow)
    corner.screens.setFocus()
    press_lock(corner.window)
    dialog = corner.dialog(LockDialog)
    assert isinstance(dialog, LockDialog)
    return dialog


def test_the_lock_hides_the_screens_until_the_pin_is_typed(
    corner: Corner, locked: LockDialog
) -> None:
    assert not corner.screens.isVisible()
    assert not corner.window.statusBar().isVisible()
    assert locked.isModal()
    QTest.keyClick(locked, Qt.Key.Key_Escape)
    assert not locked.close()
    enter(locked, PIN="9999")
    assert locked.isVisible()
    assert not corner.screens.isVisible()
    enter(locked, PIN=PIN)
    assert not locked.isVisible()
    assert corner.screens.isVisible()
    assert corner.window.focusWidget() is corner.screens
    assert corner.window.statusBar().isVisible()


def test_only_those_with_a_pin_open_the_lock(corner: Corner, locked: LockDialog) -> None:
    assert locked._form._who.count() == 1
    assert locked._form.name == NIA
    press_lock(corner.window)
    assert len([one for one in corner.window.findChildren(LockDialog) if one.isVisible()]) == 1


def test_another_one_with_a_pin_may_open_the_lock(corner: Corner, qtbot: QtBot) -> None:
    corner.give_pin(corner.helen)
    corner.give_pin(corner.operators.present, "5713")
    qtbot.waitUntil(corner.window.isActiveWindow)
    press_lock(corner.window)
    dialog = corner.dialog(LockDialog)
    assert isinstance(dialog, LockDialog)
    dialog._form._who.set_value(HELEN)
    enter(dialog, PIN=PIN)
    assert corner.operators.present.name == HELEN


def test_the_window_can_be_left_while_it_is_locked(corner: Corner, locked: LockDialog) -> None:
    refuse: Callable[[], None] = corner.window.keep_open
    corner.window.closing.connect(refuse)
    locked.leave_requested.emit()
    assert locked.isVisible()
    assert "not saved yet" in locked._words.text()
    corner.window.closing.disconnect(refuse)
    locked.leave_requested.emit()
    assert not corner.window.isVisible()


def test_closing_the_file_takes_lock_and_shortcut_away(corner: Corner, locked: LockDialog) -> None:
    corner.menu.remove()
    assert not locked.isVisible()
    assert corner.menu._lock_action not in corner.window.actions()
