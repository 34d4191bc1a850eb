"""The echo stands under its field and moves nothing."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.echo_label import EchoLabel


def test_it_stands_right_under_the_field_inside_the_window(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    fields = [QLineEdit(), QLineEdit()]
    for field in fields:
        column.addWidget(field)
    holder.resize(200, 120)
    holder.show()
    before = fields[1].geometry()
    echo = EchoLabel(fields[0])
    echo.show_under(fields[0], "1 hour 15 minutes and a few words that are too long")
    assert echo.isVisible()
    assert echo.y() == fields[0].mapTo(holder, QPoint(0, fields[0].height())).y()
    assert echo.height() == 30
    assert fields[1].geometry() == before
    echo.show_under(fields[0], "1 hour")
    assert echo.geometry().right() < holder.width()
    echo.show_under(fields[0], "")
    assert not echo.isVisible()
