"""Amounts with their reasons are shown paragraph by paragraph, and can be told as text."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.icon_mark import IconMark
from coprod_desktop.ui.widgets.why_list import WhyLine, WhyList, text_of_lines

LINES = (
    WhyLine(what="Meeting", amount="£75.00", because="Up to 4 hours.\nThe limit is £80.00."),
    WhyLine(what="Not paid: bus", icon=("circle-minus", "ink")),
)


def shown(whys: WhyList) -> list[str]:
    return [one.text() for one in whys.findChildren(QLabel) if one.isVisible()]


def test_each_reason_is_a_paragraph_of_its_own(qtbot: QtBot) -> None:
    whys = WhyList()
    qtbot.addWidget(whys)
    whys.show()
    whys.show_lines(LINES, [("lock", "Fixed when saved.")], heading="Good to know")
    said = shown(whys)
    assert {"Up to 4 hours.", "The limit is £80.00.", "Good to know", "Fixed when saved."} <= {
        *said
    }
    assert len(whys.findChildren(IconMark)) == 2
    whys.show_lines(LINES[1:])
    assert "Meeting" not in shown(whys)
    whys.hide()


def test_lines_are_written_as_text() -> None:
    assert text_of_lines(LINES) == [
        "Meeting: £75.00\nUp to 4 hours.\nThe limit is £80.00.",
        "Not paid: bus:",
    ]
