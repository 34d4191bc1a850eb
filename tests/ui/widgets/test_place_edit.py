"""A folder is typed or looked for, and need not be there yet."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.widgets.place_edit import FolderEdit
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import type_text


@pytest.fixture
def field(qtbot: QtBot, tmp_path: Path) -> FolderEdit:
    made = FolderEdit("Into this folder", tmp_path)
    qtbot.addWidget(made)
    return made


def test_a_folder_is_typed(field: FolderEdit, tmp_path: Path) -> None:
    assert unnamed_controls(field) == []
    assert field.folder() == tmp_path
    field.line.selectAll()
    type_text(field.line, str(tmp_path / "Siân, 2026"))
    assert field.folder() == tmp_path / "Siân, 2026"
    field.line.selectAll()
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.folder() is None


def test_a_folder_is_looked_for_and_the_form_hears_of_it(
    field: FolderEdit, tmp_path: Path, qtbot: QtBot
) -> None:
    field.choose.click()
    (chooser,) = field.findChildren(QFileDialog)
    with qtbot.waitSignal(field.line.textEdited):
        chooser.fileSelected.emit(str(tmp_path / "November"))
    chooser.close()
    assert field.folder() == tmp_path / "November"
