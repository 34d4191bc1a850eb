"""The first steps that every journey takes at the window."""

from pathlib import Path

from PySide6.QtCore import Qt

from tests.journeys.keyboard import Keyboard

PASSPHRASE = "four words make it"


def make_file(keyboard: Keyboard, folder: Path) -> Path:
    """Make a file through the three questions of the first page."""
    keyboard.fill("What is your organisation called?", "Afon Together")
    keyboard.fill("Your own name", "Nia Morgan")
    keyboard.fill("What does an hour of work count for?", "15")
    keyboard.fill("Passphrase, four words or more", PASSPHRASE)
    keyboard.fill("The same passphrase again", PASSPHRASE)
    keyboard.press(Qt.Key.Key_Return)
    keyboard.wait_for(lambda: keyboard.is_open)
    keyboard.wait()
    return folder / "Afon Together.coprod"


def add_person(keyboard: Keyboard, name: str, paid_by: str) -> None:
    """Add a participant."""
    keyboard.go_to("Participants")
    keyboard.click("Add a participant")
    keyboard.fill("Name", name)
    keyboard.choose("Paid by", paid_by)
    keyboard.click("Add")
    assert name in keyboard.message


def add_bank_details(keyboard: Keyboard, name: str) -> None:
    """Write down where a participant's money goes."""
    keyboard.go_to("Participants")
    keyboard.select("Participants", name)
    keyboard.click("Bank details")
    keyboard.fill("Sort code", "00-14-62")
    keyboard.fill("Account number", "01234471")
    keyboard.click("Save")


def add_project(keyboard: Keyboard) -> None:
    """Add the project of all journeys."""
    keyboard.go_to("Projects")
    keyboard.click("Add a project")
    keyboard.fill("Name", "Getting Home Well")
    keyboard.fill("Cost code", "HD-204")
    keyboard.click("Add")
    assert "Getting Home Well" in keyboard.message
