"""The import is asked for by key, by a file that falls on the window, and on an empty list."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from coprod_desktop.ui.imports.dialog import ImportDialog
from coprod_desktop.ui.imports.door import ImportDoor
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.theme import Theme
from coprod_desktop.ui.widgets.buttons import Button
from tests.ui.imports.steps import ANN, HEAD
from tests.ui.rooms import Room


@pytest.fixture
def door(room: Room, theme: Theme) -> Iterator[tuple[MainWindow, ImportDoor]]:
    """Open a window with the way in."""
    window = MainWindow(theme)
    way_in = ImportDoor(window, window.menus, room.context)
    window.show()
    yield window, way_in
    for dialog in window.findChildren(ImportDialog):
        dialog.close()
    window.close()


def test_the_key_asks_for_a_file_and_opens_it(
    door: tuple[MainWindow, ImportDoor], tmp_path: Path
) -> None:
    window, _way_in = door
    path = tmp_path / "time.csv"
    path.write_text(f"{HEAD}\n{ANN}\n")
    window.activateWindow()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_I, keys)
    (chooser,) = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
    chooser.fileSelected.emit(str(path))
    chooser.close()
    (dialog,) = window.findChildren(ImportDialog)
    assert dialog.isVisible()
    assert "time.csv" in dialog.windowTitle()


def test_a_file_that_falls_on_the_window_opens(
    door: tuple[MainWindow, ImportDoor], tmp_path: Path
) -> None:
    window, way_in = door
    path = tmp_path / "time.csv"
    path.write_text(f"{HEAD}\n{ANN}\n")
    for name, count in (("letter.docx", 0), ("time.csv", 1)):
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        place, copy = QPoint(9, 9), Qt.DropAction.CopyAction
        held, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(window, QDragEnterEvent(place, copy, mime, held, plain))
        drop = QDropEvent(place.toPointF(), copy, mime, held, plain)
        QApplication.sendEvent(window, drop)
        assert len(window.findChildren(ImportDialog)) == count
    way_in.remove()


def test_an_empty_list_offers_the_import(door: tuple[MainWindow, ImportDoor], room: Room) -> None:
    from coprod_desktop.ui.contributions.screen import make_screen

    window, _way_in = door
    window.add_screen(make_screen(room.context))
    window.show_screen("contributions")
    window.show_screen("contributions")
    buttons = [one for one in window.findChildren(Button) if one.words == "Import a spreadsheet…"]
    assert len(buttons) == 1
    QTest.keyClick(buttons[0], Qt.Key.Key_Space)
    (chooser,) = [one for one in window.findChildren(QFileDialog) if one.isVisible()]
    chooser.close()
