"""What takes a while begins once the window can be seen, and only once."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.first_paint import FirstPaint


class Painted(QLabel):
    """A window that knows whether it was painted."""

    is_painted = False

    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)  # type: ignore[arg-type]  # handed on as it came
        self.is_painted = True


def test_it_comes_once_and_after_the_painting(qtbot: QtBot) -> None:
    window = Painted("Coprod")
    qtbot.addWidget(window)
    found: list[bool] = []
    FirstPaint(window, lambda: found.append(window.is_painted))
    qtbot.wait(10)
    assert found == []
    window.show()
    qtbot.waitUntil(lambda: found == [True])
    window.repaint()
    qtbot.wait(10)
    assert found == [True]
    window.hide()
