"""The dialog about what is paid with its presenter, as the menu puts them together."""

import dataclasses
import datetime

from PySide6.QtTest import QTest

from coprod_desktop.services.policies import Starter
from coprod_desktop.ui.settings.policy_dialog import PAUSE_MS, KnownPolicies, PolicyDialog
from coprod_desktop.ui.settings.policy_presenter import PolicyPresenter
from coprod_desktop.ui.settings.policy_save_dialog import PolicySaveDialog
from tests.ui.rooms import Room, word

JUNE = datetime.date(2026, 6, 1)
MISTAKEN = '[policy]\nname = "Mine"\n\n[[fee]]\nname = "Time"\nrat = 10.00\nper = "hour"\n'
CHAIRS = '[policy]\nname = "Chairs"\n\n[[fee]]\nname = "Chairing"\npays = 40.00\n'


def known(room: Room) -> KnownPolicies:
    """Read what the dialog is given."""
    policies = room.office.policies
    return KnownPolicies(
        versions=policies.versions(),
        in_force=policies.in_force(),
        starters=policies.starters(),
    )


def starter(room: Room, key: str) -> Starter:
    """Pick a starter by its key."""
    return next(one for one in room.office.policies.starters() if one.key == key)


class PolicyDesk:
    """The open dialog and its presenter."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.context = dataclasses.replace(room.context, undo=self.undo)
        self.dialog = PolicyDialog(known(room), room.context.tasks, word, room.context.today)
        self.presenter = PolicyPresenter(self.dialog, self.context)
        self.dialog.open()
        self.dialog.resize(1240, 800)
        self.settle()

    def undo(self) -> None:
        """Take the last change back."""
        self.room.office.history.undo()

    def settle(self) -> None:
        """Wait for the pause after which the rules are tried."""
        QTest.qWait(PAUSE_MS + 100)

    def write(self, text: str) -> None:
        """Put a text into the field as if it was pasted."""
        self.dialog.views.bar.choose("rules")
        self.dialog.rules.edit.selectAll()
        self.dialog.rules.edit.insertPlainText(text)
        self.settle()

    def save_form(self) -> PolicySaveDialog:
        """Find the form that asks for the day."""
        (form,) = (one for one in self.dialog.findChildren(PolicySaveDialog) if one.isVisible())
        return form

    def close(self) -> None:
        """Close the dialog whatever is not saved."""
        self.dialog.accept_saved()
