"""The ring stands round the button that has the keyboard, and nowhere else."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.ui import focus_ring
from coprod_desktop.ui.widgets.buttons import Button, primary_button


class Holder(QWidget):
    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        self.first, self.second, self.field = primary_button("Save"), Button("Back"), QLineEdit()
        for part in (self.first, self.second, self.field):
            column.addWidget(part)

    def ring(self) -> QRect | None:
        rings = self.window().findChildren(focus_ring._Ring)
        return next((ring.geometry() for ring in rings if ring.isVisible()), None)


@pytest.fixture
def holder(qtbot: QtBot) -> Holder:
    made = Holder()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_it_goes_where_the_keyboard_goes(holder: Holder) -> None:
    holder.first.setFocus()
    assert holder.ring() == holder.first.geometry().adjusted(-4, -4, 4, 4)
    holder.second.setFocus()
    assert holder.ring() == holder.second.geometry().adjusted(-4, -4, 4, 4)
    holder.field.setFocus()
    assert holder.ring() is None


def test_it_follows_a_button_that_moves_and_hides_with_it(holder: Holder) -> None:
    holder.first.setFocus()
    holder.first.move(40, 60)
    assert holder.ring() == holder.first.geometry().adjusted(-4, -4, 4, 4)
    holder.first.hide()  # Qt gives the keyboard to the next one
    assert holder.ring() == holder.second.geometry().adjusted(-4, -4, 4, 4)
    holder.second.hide()
    assert holder.ring() is None


def test_it_survives_the_end_of_the_window_it_was_in(
    holder: Holder, qtbot: QtBot, qapp: QApplication
) -> None:
    other = Holder()
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    other.first.setFocus()
    other.close()
    other.deleteLater()
    qtbot.wait(10)
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    holder.second.setFocus()
    assert holder.ring() is not None


def test_inside_a_scrolled_page_it_scrolls_along(qtbot: QtBot) -> None:
    area, inside = QScrollArea(), Holder()
    inside.resize(300, 900)
    area.setWidget(inside)
    area.resize(320, 200)
    qtbot.addWidget(area)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    inside.first.setFocus()
    ring = next(one for one in area.findChildren(focus_ring._Ring) if one.isVisible())
    before = ring.y()
    area.verticalScrollBar().setValue(15)
    assert ring.y() == before - 15
