"""A list is written beside the window, row by row, and can be stopped at any moment."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pytestqt.qtbot import QtBot

from coprod_desktop.domain.list_extracts import ExtractColumn, ListExtract, PlainValue
from coprod_desktop.ui.exporting.export_presenter import ExportPresenter, writer_of
from coprod_desktop.ui.tasks import Tasks
from tests.ui.rooms import Room

COLUMNS = (ExtractColumn(key="a", title="A"), ExtractColumn(key="b", title="B"))


class Dialog:
    """What was shown to somebody who wants column "a" in a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.written: list[int] = []
        self.problem = ""
        self.is_idle = True
        self.is_closed = False

    def keys(self) -> tuple[str, ...]:
        return ("a",)

    def suffix(self) -> str:
        return self._path.suffix

    def path(self) -> Path:
        return self._path

    def show_writing(self, done: int) -> None:
        self.is_idle = False
        self.written.append(done)

    def show_idle(self) -> None:
        self.is_idle = True

    def accept_saved(self) -> None:
        self.is_closed = True

    def start_again(self) -> None:
        self.is_idle = True

    def show_error(self, _key: str, sentence: str) -> None:
        self.problem = sentence

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence


def rows_without_end() -> Iterator[tuple[PlainValue, ...]]:
    while True:
        yield ("x", "y")


def test_stopping_a_list_without_end_leaves_no_file(
    room: Room, qtbot: QtBot, tmp_path: Path
) -> None:
    tasks = Tasks()
    context = replace(room.context, tasks=tasks)
    folder = tmp_path / "out"
    folder.mkdir()
    dialog = Dialog(folder / "a.xlsx")
    extract = ListExtract(title="Work", columns=COLUMNS, rows=rows_without_end())
    presenter = ExportPresenter(dialog, context, "work", writer_of(context, extract))
    presenter.export()
    qtbot.waitUntil(lambda: len(dialog.written) > 2, timeout=30_000)
    assert not dialog.is_idle
    presenter.stop()
    qtbot.waitUntil(lambda: bool(dialog.problem), timeout=30_000)
    tasks.shutdown()
    assert dialog.problem == "Stopped. There is no file."
    assert dialog.is_idle
    assert not dialog.is_closed
    assert list(folder.iterdir()) == []
    assert room.context.preferences.list_columns("work") is None


def test_a_folder_that_is_not_there_is_said_and_the_dialog_stays(
    room: Room, tmp_path: Path
) -> None:
    dialog = Dialog(tmp_path / "nowhere" / "a.csv")
    extract = ListExtract(title="Work", columns=COLUMNS, rows=iter([("x", "y")]))
    presenter = ExportPresenter(dialog, room.context, "work", writer_of(room.context, extract))
    presenter.export()
    assert dialog.problem
    assert not dialog.is_closed
