"""What takes long says how far it is, and can be stopped."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.steps_bar import StepsBar
from tests.ui.accessibility import unnamed_controls


def test_it_is_hidden_until_it_is_told_and_can_be_stopped_by_key(qtbot: QtBot) -> None:
    bar = StepsBar("Files made so far")
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.show_steps("3 of 40 remittances", 3, 40)
    assert bar.words == "3 of 40 remittances"
    inside = bar.findChildren(QProgressBar)[0]
    assert (inside.value(), inside.maximum()) == (3, 40)
    assert unnamed_controls(bar) == []
    with qtbot.waitSignal(bar.stop_requested):
        QTest.keyClick(bar.stop, Qt.Key.Key_Space)
    bar.hide()


def test_what_counts_no_steps_only_moves(qtbot: QtBot) -> None:
    bar = StepsBar("Making the pack", can_stop=False)
    qtbot.addWidget(bar)
    bar.show_steps("Making the pack…")
    assert bar.findChildren(QProgressBar)[0].maximum() == 0
    assert not bar.stop.isVisible()
    bar.hide()
