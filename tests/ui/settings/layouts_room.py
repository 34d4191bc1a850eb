"""The list of bank layouts with its presenter, as the menu puts them together."""

from PySide6.QtTest import QTest

from coprod_desktop.ui.settings.layout_edit_dialog import LayoutEditDialog
from coprod_desktop.ui.settings.layouts_dialog import LayoutsDialog
from coprod_desktop.ui.settings.layouts_presenter import LayoutsPresenter
from tests.ui.rooms import Room

PAUSE_MS = 600


class LayoutsDesk:
    """The open list, its presenter, and the dialogs that it opens."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.dialog = LayoutsDialog("plain", room.context.tasks)
        self.presenter = LayoutsPresenter(self.dialog, room.context, self._edit)
        self.edits: list[LayoutEditDialog] = []
        self.presenter.refresh()
        self.dialog.open()

    @property
    def edit(self) -> LayoutEditDialog:
        """Return the dialog that was opened last."""
        return self.edits[-1]

    def keys(self) -> list[str]:
        """Return the keys of the layouts in the list."""
        rows = self.dialog.rows
        found = (rows.row_at(number) for number in range(rows.rowCount()))
        return [row.key for row in found if row is not None]

    def settle(self) -> None:
        """Wait for the pause after which a layout is tried."""
        QTest.qWait(PAUSE_MS)

    def close(self) -> None:
        """Close all dialogs whatever is not saved."""
        for edit in self.edits:
            edit.accept_saved()
        self.dialog.accept()

    def _edit(self, name: str, text: str) -> LayoutEditDialog:
        made = LayoutEditDialog(name, text, self.dialog)
        made.open()
        self.edits.append(made)
        return made
