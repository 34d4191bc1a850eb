"""The table that accounts are checked with is chosen, loaded, and said to be there."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.settings.menu import SettingsMenu
from coprod_desktop.ui.settings.weight_table_dialog import WeightTableDialog, summary_words
from coprod_desktop.ui.settings.weight_table_presenter import WeightTablePresenter
from coprod_desktop.ui.theme import Theme
from tests.banking.weights import SUBSTITUTIONS, WEIGHTS
from tests.ui.accessibility import unnamed_controls
from tests.ui.rooms import Room


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Write the two files as they are downloaded."""
    weights, substitutions = tmp_path / "valacdos.txt", tmp_path / "scsubtab.txt"
    weights.write_text(WEIGHTS, encoding="ascii")
    substitutions.write_text(SUBSTITUTIONS, encoding="ascii")
    return weights, substitutions


@pytest.fixture
def dialog(room: Room, qtbot: QtBot) -> WeightTableDialog:
    """Open the form on a file without a table."""
    made = WeightTableDialog(room.office.bank_details.weight_table())
    qtbot.addWidget(made)
    presenter = WeightTablePresenter(room.context)
    made.save_requested.connect(lambda: presenter.load(made))
    return made


def fill(dialog: WeightTableDialog, key: str, text: object) -> None:
    whole = dialog.form.box(key).field
    line = whole.findChild(QLineEdit) or cast(QLineEdit, whole)
    line.setText(str(text))


def test_both_files_and_their_version_are_loaded(
    room: Room, dialog: WeightTableDialog, files: tuple[Path, Path]
) -> None:
    assert unnamed_controls(dialog) == []
    assert "never goes online" in " ".join(one.text() for one in dialog.findChildren(QLabel))
    fill(dialog, "weights", files[0])
    fill(dialog, "substitutions", files[1])
    fill(dialog, "version", "7.90")
    dialog.save_requested.emit()
    assert room.last_words == "The table is loaded: 23 rows."
    told = summary_words(room.office.bank_details.weight_table()).replace("\xa0", " ")
    assert told == (
        "valacdos.txt, 23 rows, was loaded on 17 November 2026 by Nia Morgan. Version 7.90."
    )


def test_without_substitutions_that_is_said(
    room: Room, dialog: WeightTableDialog, files: tuple[Path, Path]
) -> None:
    assert summary_words(None).startswith("No table is loaded.")
    fill(dialog, "weights", files[0])
    dialog.save_requested.emit()
    assert summary_words(room.office.bank_details.weight_table()).endswith(
        "It came without the substitutions."
    )


def test_what_is_no_table_is_said_under_its_field(
    room: Room, dialog: WeightTableDialog, files: tuple[Path, Path]
) -> None:
    dialog.save_requested.emit()
    assert "first" in dialog.form.box("weights").error
    fill(dialog, "weights", files[0].with_name("gone.txt"))
    dialog.save_requested.emit()
    assert "is not there" in dialog.form.box("weights").error
    fill(dialog, "weights", files[0])
    fill(dialog, "substitutions", files[0])
    dialog.save_requested.emit()
    assert "Line 1" in dialog.form.box("substitutions").error
    fill(dialog, "substitutions", files[0].with_name("gone.txt"))
    dialog.save_requested.emit()
    assert "is not there" in dialog.form.box("substitutions").error
    assert room.office.bank_details.weight_table() is None


def test_a_file_that_is_chosen_stands_in_its_field(
    dialog: WeightTableDialog, files: tuple[Path, Path]
) -> None:
    dialog.open()
    dialog._weights._choose(dialog._weights._take)
    (chooser,) = dialog.findChildren(QFileDialog)
    chooser.fileSelected.emit(str(files[0]))
    chooser.close()
    assert dialog.weights_path() == files[0]
    dialog.accept_saved()


def test_the_file_menu_opens_the_form(room: Room, theme: Theme, qtbot: QtBot) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    settings = SettingsMenu(window.menus, room.context, window)
    (action,) = [one for one in settings._actions if one.text() == "Account check table…"]
    action.trigger()
    (dialog,) = window.findChildren(WeightTableDialog)
    assert dialog.isVisible()
    dialog.accept_saved()
