"""Buttons show a shortcut only where it works, and names with "&" as they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.palette import LIGHT
from coprod_desktop.ui.widgets.buttons import (
    Button,
    ButtonKind,
    IconButton,
    link_button,
    primary_button,
)


def test_the_shortcut_shown_works_also_after_the_words_change(qtbot: QtBot) -> None:
    holder, pressed = QWidget(), list[str]()
    qtbot.addWidget(holder)
    button = primary_button("Save 1 contribution", shortcut="Ctrl+S")
    QVBoxLayout(holder).addWidget(button)
    button.clicked.connect(lambda: pressed.append(button.words))
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    button.set_text("Save 12 contributions")
    QTest.keyClick(holder, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: pressed == ["Save 12 contributions"])


def test_a_shortcut_an_icon_and_a_menu_take_room(qtbot: QtBot) -> None:
    plain = Button("Save")
    with_menu = Button("Save")
    with_menu.setMenu(QMenu(with_menu))
    widths = [
        button.sizeHint().width()
        for button in (plain, Button("Save", icon_name="check"), Button("Save", shortcut="Ctrl+S"))
    ]
    assert widths[0] < min(widths[1], widths[2], with_menu.sizeHint().width())
    assert plain.sizeHint().height() == 32


def test_an_and_sign_is_shown_as_it_is(qtbot: QtBot) -> None:
    button = Button("Recognition & fairness")
    assert button.words == "Recognition & fairness"
    assert button.accessibleName() == "Recognition & fairness"


@pytest.mark.parametrize(
    ("kind", "colour"),
    [
        (ButtonKind.PRIMARY, LIGHT.accent),
        (ButtonKind.DANGER, LIGHT.bad),
        (ButtonKind.SECONDARY, LIGHT.surface),
    ],
)
def test_each_kind_has_its_ground(qtbot: QtBot, kind: ButtonKind, colour: str) -> None:
    button = Button("Save", kind)
    qtbot.addWidget(button)
    button.adjustSize()
    image = button.grab().toImage()
    assert image.pixelColor(6, 6).name().upper() == colour


def test_a_link_looks_pressed_like_a_link(qtbot: QtBot) -> None:
    link = link_button("Show them")
    assert link.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert link.sizeHint().height() == 22


def test_a_button_without_words_says_what_it_does(qtbot: QtBot) -> None:
    close = IconButton("x", "Close this message")
    assert close.accessibleName() == close.toolTip() == "Close this message"


def test_keys_are_called_as_they_are_on_the_keyboard() -> None:
    assert Button("Approve", shortcut="Ctrl+Return").shown_keys == "Ctrl+Enter"
