"""What to mind about a folder stands under the field that names it."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.start.place_note import PlaceNote, place_words


def test_a_folder_that_others_copy_is_explained_as_one_types(qtbot: QtBot) -> None:
    field = QLineEdit()
    note = PlaceNote(field)
    qtbot.addWidget(field)
    qtbot.addWidget(note)
    field.setText("/home/nia/Documents/Afon.coprod")
    assert note.words == ""
    assert note.isHidden()
    field.setText("/home/nia/Dropbox/Afon.coprod")
    assert note.words.startswith("Dropbox copies this folder")
    assert not note.isHidden()
    field.clear()
    assert note.isHidden()


def test_a_folder_of_another_computer_is_explained() -> None:
    assert "another computer" in place_words(Path("//office/shared/Afon.coprod"))
    assert place_words(Path("Afon.coprod")) == ""
