"""The whole window: it starts, opens a file, undoes, and closes the file whole."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.app import Application, begin_in, catch_crashes, word_error
from coprod_desktop.domain.errors import DiskFullError, NameMissingError
from coprod_desktop.services.office import open_office
from coprod_desktop.ui.crash_dialog import CrashDialog
from coprod_desktop.ui.preferences import Preferences
from coprod_desktop.ui.session_sheet.draft import Place, shown
from coprod_desktop.ui.session_sheet.page import SessionSheetPage
from coprod_desktop.ui.session_sheet.sheet_model import SheetModel
from tests.ui.rooms import PASSPHRASE, add_people, make_room


@pytest.fixture
def application(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Application]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))  # where copies are kept
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
    assert not any("saved" in words for words in window.status.words)


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


def test_dialogs_without_a_folder_begin_among_the_documents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, documents = tmp_path / "program", tmp_path / "Documents"
    for folder in (program, documents):
        folder.mkdir()
    monkeypatch.chdir(program)
    begin_in(documents / "Coprod")
    assert Path.cwd() == documents
    (documents / "Coprod").mkdir()
    begin_in(documents / "Coprod")
    assert Path.cwd() == documents / "Coprod"


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
    sheet_of(application).put(0, Place.NAME, "Amina Yusuf")
    application.ask_to_close_file()
    assert application.office is None
    closed: list[None] = []
    application.tasks.run(lambda: None, closed.append)
    qtbot.waitUntil(lambda: bool(closed), timeout=20_000)
    office = open_office(str(tmp_path / "Rivermead.coprod"), PASSPHRASE)
    application.show_office(office, tmp_path / "Rivermead.coprod")
    qtbot.waitUntil(lambda: len(sheet_of(application).rows) == 1, timeout=20_000)
    assert shown(sheet_of(application).row_at(0), Place.NAME) == "Amina Yusuf"


def test_a_draft_that_cannot_be_kept_keeps_the_window_open(
    application: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    open_rivermead(application, tmp_path, qtbot)
    window, office = application.window, application.office
    assert office is not None
    office.sheet_drafts = FullDisk()  # type: ignore[assignment]  # a fake disk
    sheet_of(application).put(0, Place.NAME, "Amina Yusuf")
    header = window.findChild(SessionSheetPage).header  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "could not be kept" in header._sub_line.text(), timeout=20_000)
    window.show_screen("projects")
    assert not window.close()
    assert window.current_key == "session_sheet"
    assert "1 person on the session sheet" in window.message
    application.ask_to_close_file()
    assert application.office is office
    application._leave()
    assert application.office is None


class FullDisk:
    """A file that takes no more drafts."""

    def kept(self) -> str:
        """Return nothing."""
        return ""

    def keep(self, _content: str, *, former_id: int | None = None) -> None:
        """Fail as a full disk does."""
        raise DiskFullError(path="Rivermead.coprod")


def sheet_of(application: Application) -> SheetModel:
    """Return the rows of the session sheet on show."""
    page = application.window.findChild(SessionSheetPage)
    assert page is not None
    return page.sheet


def test_a_file_is_copied_when_it_is_opened_and_again_when_it_changed(
    application: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    open_rivermead(application, tmp_path, qtbot)
    qtbot.waitUntil(lambda: any("Backed up on" in word for word in application.window.status.words))
    kept = application.backups._kept
    assert kept is not None
    first, office = kept.newest(), application.office
    assert office is not None
    application.tasks.run(lambda: add_people(office, "Amina Yusuf"), lambda _added: None)
    application.close_file()
    qtbot.waitUntil(lambda: not list(tmp_path.glob("*-wal")))
    assert first is not None
    copies = sorted(first.parent.glob("*.coprod"))
    assert len(copies) == 2
    assert "Copied" not in " ".join(application.window.status.words)


def test_a_copy_can_be_made_wherever_somebody_wants_it(
    application: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    open_rivermead(application, tmp_path, qtbot)
    application.backups.copy_to(tmp_path / "stick.coprod")
    qtbot.waitUntil(lambda: "the copy is proved" in application.window.message)
    application.backups.copy_to(tmp_path / "stick.coprod")
    qtbot.waitUntil(lambda: "No copy of the file was made" in application.window.message)


def test_a_later_start_brings_its_file_to_the_window(
    application: Application, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tmp_path / "Afon.coprod"
    application.take_call(other)
    page = application.window.findChild(type(application._start))
    assert page is not None
    assert page.open_file._path() == other
    open_rivermead(application, tmp_path, qtbot)
    application.take_call(tmp_path / "Rivermead.coprod")
    application.take_call(None)
    assert application.office is not None
    application.take_call(other)
    assert "Rivermead is open" in application.window.message
    application._open_instead(other)
    assert application.office is None
    assert page.open_file._path() == other
