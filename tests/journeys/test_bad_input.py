"""Whatever is typed at the window: a sentence says what to do, and nothing typed is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.services.office import open_office
from tests.journeys.keyboard import Keyboard
from tests.journeys.steps import PASSPHRASE, add_person, add_project, make_file
from tests.storage.world import everything

LONG = "Llanfairpwllgwyngyll " * 15
CONTROL = Qt.KeyboardModifier.ControlModifier


def open_file(keyboard: Keyboard, file: Path, passphrase: str) -> None:
    """Open a file on the first page."""
    keyboard.fill("File", str(file))
    keyboard.fill("Passphrase", passphrase)
    keyboard.press(Qt.Key.Key_Return)


def leave_dialog(keyboard: Keyboard) -> None:
    """Close the form in front without saving, as it asks twice."""
    keyboard.click("Cancel")
    keyboard.click("Close without saving")


def is_sentence(words: str) -> bool:
    """Say whether words are a sentence for a reader, and not a code or a bare refusal."""
    return words.endswith(".") and " " in words and "Error" not in words and "invalid" not in words


@pytest.fixture
def file(keyboard: Keyboard, tmp_path: Path) -> Path:
    """Make a file with somebody and a project, and close it."""
    made = make_file(keyboard, tmp_path)
    add_person(keyboard, "Amina Yusuf", "Cash")
    add_project(keyboard)
    keyboard.pick_in_menu_bar("Close this file")
    return made


def test_a_wrong_passphrase_keeps_the_file_named_and_whole(keyboard: Keyboard, file: Path) -> None:
    before = file.read_bytes()
    open_file(keyboard, file, "four words break it")
    assert not keyboard.is_open
    assert "passphrase" in keyboard.words()
    assert keyboard.text("File") == str(file)
    assert keyboard.text("Passphrase") == "four words break it"
    assert file.read_bytes() == before
    open_file(keyboard, file, PASSPHRASE)
    assert keyboard.is_open


def records_of(file: Path) -> tuple[object, ...]:
    """Read every record and the history; the draft of a sheet is kept beside them."""
    office = open_office(str(file), PASSPHRASE)
    found = (everything(office.desk.database), office.history.latest(1000))
    office.close()
    return found


def test_what_cannot_be_is_refused_in_words_and_leaves_the_records_as_they_were(
    keyboard: Keyboard, file: Path
) -> None:
    before = records_of(file)
    open_file(keyboard, file, PASSPHRASE)
    refuse_a_name_of_300_letters(keyboard)
    refuse_a_name_that_is_a_formula(keyboard)
    refuse_a_negative_amount(keyboard)
    refuse_the_thirtieth_of_february(keyboard)
    refuse_25_hours(keyboard)
    keyboard.pick_in_menu_bar("Close this file")
    assert records_of(file) == before


def refuse_a_name_of_300_letters(keyboard: Keyboard) -> None:
    keyboard.go_to("Participants")
    keyboard.click("Add a participant")
    keyboard.fill("Name", LONG)
    keyboard.fill("Phone", "029 2018 0123")
    keyboard.click("Add")
    assert is_sentence(keyboard.problem("Name"))
    assert keyboard.text("Name") == LONG
    assert keyboard.text("Phone") == "029 2018 0123"
    leave_dialog(keyboard)
    assert ["Amina Yusuf" in cells for cells in keyboard.rows("Participants")] == [True]


def refuse_a_name_that_is_a_formula(keyboard: Keyboard) -> None:
    keyboard.go_to("Participants")
    keyboard.click("Add a participant")
    keyboard.fill("Name", "=HYPERLINK(A1)")
    keyboard.click("Add")
    assert is_sentence(keyboard.problem("Name"))
    assert keyboard.text("Name") == "=HYPERLINK(A1)"
    leave_dialog(keyboard)
    assert ["Amina Yusuf" in cells for cells in keyboard.rows("Participants")] == [True]


def refuse_a_negative_amount(keyboard: Keyboard) -> None:
    keyboard.go_to("Projects")
    keyboard.click("Add a project")
    keyboard.fill("Name", "Young people choose")
    keyboard.fill("Budget for involvement", "-5")
    keyboard.click("Add")
    assert is_sentence(keyboard.problem("Budget for involvement"))
    assert keyboard.text("Budget for involvement") == "-5"
    assert keyboard.text("Name") == "Young people choose"
    leave_dialog(keyboard)


def refuse_the_thirtieth_of_february(keyboard: Keyboard) -> None:
    keyboard.go_to("Session sheet")
    keyboard.fill("Title", "Design workshop")
    keyboard.fill("Date", "30 February")
    keyboard.press(Qt.Key.Key_S, CONTROL)
    assert is_sentence(keyboard.problem("Date"))
    assert keyboard.text("Date") == "30 February"
    assert keyboard.text("Title") == "Design workshop"
    keyboard.fill("Date", "today")


def refuse_25_hours(keyboard: Keyboard) -> None:
    keyboard.table("Session sheet").setFocus()
    for text in ("amina", "", "", "25 hours"):
        keyboard.type(text)
        keyboard.press(Qt.Key.Key_Tab)
    keyboard.press(Qt.Key.Key_S, CONTROL)
    assert "24 hours" in keyboard.words()
    assert keyboard.rows("Session sheet")[0][:4] == [
        "Amina Yusuf",
        "Lived experience",
        "",
        "25 hours",
    ]
