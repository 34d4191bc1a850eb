"""The whole window: it starts, opens a file, undoes, and closes the file whole."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.app import Application, catch_crashes, word_error
from coprod_desktop.domain.errors import NameMissingError
from coprod_desktop.ui.crash_dialog import CrashDialog
from coprod_desktop.ui.preferences import Preferences
from coprod_desktop.ui.session_sheet.draft import Place
from coprod_desktop.ui.session_sheet.page import SessionSheetPage
from tests.ui.rooms import PASSPHRASE, add_people, make_room


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    made = Application(qapp, Preferences(tmp_path / "window.ini"), folder=tmp_path)
    yield made
    made.close_file()
    made.tasks.shutdown()
    made.window.hide()
    made.window.deleteLater()


def open_rivermead(application: Application, folder: Path, qtbot: QtBot) -> None:
    make_room(folder).office.close()
    page = application.window.findChild(type(application._start))
    assert page is not None
    page.open_file.open_requested.emit(folder / "Rivermead.coprod", PASSPHRASE)
    qtbot.waitUntil(lambda: application.office is not None, timeout=20_000)


def test_a_file_is_opened_shown_and_closed_whole(
    application: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    open_rivermead(application, tmp_path, qtbot)
    window = application.window
    qtbot.waitUntil(lambda: window.windowTitle() == "Rivermead Together – Coprod")
    assert window.current_key
    application.close_file()
    qtbot.waitUntil(lambda: not list(tmp_path.glob("*-wal")))
    assert window.windowTitle() == "Coprod"
    assert window.current_key == ""


def test_the_last_change_is_taken_back_from_the_menu(
    application: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    open_rivermead(application, tmp_path, qtbot)
    office = application.office
    assert office is not None
    application.tasks.run(lambda: add_people(office, "Amina Yusuf"), lambda _added: None)
    qtbot.waitUntil(lambda: "saved," in application.window.status.words[0])
    application.undo()
    qtbot.waitUntil(lambda: bool(application.window.message))
    left: list[int] = []
    application.tasks.run(
        lambda: len(office.participants.everybody()), lambda count: left.append(count)
    )
    qtbot.waitUntil(lambda: bool(left))
    assert left == [0]


def test_nothing_to_undo_is_said_in_a_sentence(
    application: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    open_rivermead(application, tmp_path, qtbot)
    application.undo()
    qtbot.waitUntil(lambda: bool(application.window.message))
    assert application.window.message.endswith(".")


def test_foreseen_failures_are_worded() -> None:
    assert "Error" not in word_error(NameMissingError())


def test_an_unforeseen_failure_keeps_the_window_and_tells_no_personal_data(
    application: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    catch_crashes(lambda: application.window)
    application.window.show()
    try:
        raise RuntimeError("Amina Yusuf, 029 2018 0123")
    except RuntimeError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    (dialog,) = application.window.findChildren(CrashDialog)
    assert "RuntimeError" in dialog.details.toPlainText()
    assert "Amina" not in dialog.details.toPlainText()
    dialog.accept()
    assert application.window.isVisible()


def test_a_draft_is_not_lost_by_closing(
    application: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    open_rivermead(application, tmp_path, qtbot)
    window = application.window
    office = application.office
    assert office is not None
    page = window.findChild(SessionSheetPage)
    assert page is not None
    page.sheet.put(0, Place.NAME, "Amina Yusuf")
    window.show_screen("projects")
    assert not window.close()
    assert window.current_key == "session_sheet"
    assert "1 person on the session sheet" in window.message
    application.ask_to_close_file()
    assert application.office is office
    application._leave()
    assert application.office is None
