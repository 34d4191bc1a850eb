"""The last resort tells where something failed, and nobody's name."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.crash_dialog import CrashDialog, details_of
from tests.ui.accessibility import unnamed_controls


def failure() -> RuntimeError:
    try:
        raise RuntimeError("Amina Yusuf, account 00004471")
    except RuntimeError as error:
        return error


def test_the_details_name_the_place_and_not_the_message() -> None:
    details = details_of(failure())
    assert details.startswith("RuntimeError")
    assert "test_crash_dialog.py" in details
    assert "Amina" not in details


def test_the_details_can_be_copied(qtbot: QtBot) -> None:
    dialog = CrashDialog.show_for(failure(), None)
    qtbot.addWidget(dialog)
    dialog._copy()
    assert QGuiApplication.clipboard().text() == dialog.details.toPlainText()
    assert unnamed_controls(dialog) == []
    dialog.accept()
