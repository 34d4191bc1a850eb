"""Look at the pictures that somebody chooses for the papers, and save how papers look."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.paper_style import PaperStyle
from coprod_desktop.i18n import _
from coprod_desktop.services.paper_style import picture_of_file
from coprod_desktop.ui.context import Context


class PapersView(Protocol):
    """What the presenter needs of the dialog."""

    save_requested: SignalInstance
    picture_chosen: SignalInstance

    def paper_style(self) -> PaperStyle:
        """Return the look of papers as it stands."""

    def check(self) -> bool:
        """Return whether all can be saved."""

    def show_picture(self, key: str, content: bytes) -> None:
        """Show a picture that papers can have."""

    def accept_saved(self) -> None:
        """Close, because all is saved."""

    def show_error(self, key: str, sentence: str) -> None:
        """Show what is wrong under a field."""

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong with the whole."""


class PapersPresenter:
    """Decide for the dialog about the look of papers."""

    def __init__(self, view: PapersView, context: Context) -> None:
        self._view, self._context = view, context
        view.picture_chosen.connect(self.look_at)
        view.save_requested.connect(self.save)

    def look_at(self, key: str, path: Path) -> None:
        """Take a picture from a file, or say under its field why it cannot be printed."""
        self._context.tasks.run(
            lambda: picture_of_file(path),
            lambda content: self._view.show_picture(key, content),
            lambda error: self._view.show_error(key, self._worded(error)),
        )

    def save(self) -> None:
        """Save the look of papers, or say what is wrong."""
        if not self._view.check():
            return
        style = self._view.paper_style()

        def done(_saved: PaperStyle) -> None:
            self._view.accept_saved()
            self._context.saved(_("How papers look is saved. New papers take it from now on."))

        self._context.tasks.run(
            lambda: self._context.office.paper_style.save(style),
            done,
            lambda error: self._view.show_problem(self._worded(error)),
        )

    def _worded(self, error: Exception) -> str:
        if not isinstance(error, DomainError):
            raise error
        return self._context.word_error(error)
