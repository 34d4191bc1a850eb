"""Words are shown as they are written, whatever they hold."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.labels import ElidedLabel, announce, label, rule, set_role


def test_a_name_with_markup_is_no_markup(qtbot: QtBot) -> None:
    made = label("<b>Siân</b>", "title")
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText


def test_a_role_changes_the_look(qtbot: QtBot) -> None:
    made = label("Fine", "title")
    qtbot.addWidget(made)
    made.ensurePolished()
    assert made.font().pointSizeF() == 16
    set_role(made, "secondary")
    assert made.font().pointSizeF() == 9


def test_a_long_line_is_cut_and_told_in_full(qtbot: QtBot) -> None:
    made = ElidedLabel("A project with a name that goes on and on", "section")
    qtbot.addWidget(made)
    made.resize(80, 24)
    made.grab()
    assert made.toolTip() == made.text()
    made.resize(900, 24)
    made.grab()
    assert made.toolTip() == ""
    assert made.minimumSizeHint().width() < 80


def test_an_announcement_needs_no_screen_reader(qtbot: QtBot) -> None:
    made = label("x")
    qtbot.addWidget(made)
    announce(made, "12 contributions saved")
    announce(made, "")


def test_a_rule_is_one_pixel_high(qtbot: QtBot) -> None:
    line = rule()
    qtbot.addWidget(line)
    line.ensurePolished()
    line.resize(100, line.sizeHint().height())
    assert line.maximumHeight() == 1
