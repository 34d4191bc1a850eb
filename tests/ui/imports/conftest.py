"""The steps of an import, opened on a real file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coprod_desktop.ui.imports.dialog import ImportDialog
from coprod_desktop.ui.imports.presenter import ImportPresenter
from tests.ui.imports.steps import Opened
from tests.ui.rooms import Room


@pytest.fixture
def opened(room: Room, tmp_path: Path) -> Iterator[Opened]:
    """Open the steps for lines of a sheet, or for a file."""
    kept: list[tuple[ImportDialog, ImportPresenter]] = []

    def open_steps(*lines: str, path: Path | None = None) -> ImportDialog:
        path = path or tmp_path / "time.csv"
        if lines:
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        dialog = ImportDialog(path.name, room.context.tasks)
        presenter = ImportPresenter(dialog, room.context, path)
        kept.append((dialog, presenter))
        presenter.start()
        return dialog

    yield open_steps
    for dialog, _presenter in kept:
        dialog.close()
        dialog.deleteLater()
