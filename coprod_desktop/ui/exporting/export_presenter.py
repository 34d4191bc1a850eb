"""Write the list that somebody asked for, remember how, and show where it is."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from coprod_desktop.domain.errors import DiskFullError, DomainError, FileReadOnlyError
from coprod_desktop.domain.list_extracts import ListExtract
from coprod_desktop.i18n import _
from coprod_desktop.services.list_exports import ListExportResult, Progressed
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.papers.handing_out import open_path
from coprod_desktop.ui.tasks import Cancel, Cancelled
from coprod_desktop.ui.widgets.message_bar import MessageKind

Write = Callable[[Path, Sequence[str], Progressed], ListExportResult]
_MOST_TRIES = 999


class ExportView(Protocol):
    """What the presenter needs of the dialog."""

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the columns that are ticked."""

    def suffix(self) -> str:
        """Return ".xlsx" or ".csv"."""

    def path(self) -> Path | None:
        """Return where the file goes; None, with its sentence shown, while something is missing."""

    def show_writing(self, done: int) -> None:
        """Say how many rows are written."""

    def show_idle(self) -> None:
        """Take that away."""

    def accept_saved(self) -> None:
        """Close, because the file is there."""

    def start_again(self) -> None:
        """Let the person go on."""

    def show_error(self, key: str, sentence: str) -> None:
        """Show what is wrong under a field."""

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong with the whole."""


class ExportPresenter:
    """Write one list; `subject` is under which name its columns are remembered."""

    def __init__(self, view: ExportView, context: Context, subject: str, write: Write) -> None:
        self._view, self._context = view, context
        self._subject, self._write = subject, write
        self._cancel: Cancel | None = None

    def export(self) -> None:
        """Write the file as the dialog says."""
        view, path = self._view, self._view.path()
        if path is None:
            return
        keys, suffix, write = view.keys(), view.suffix(), self._write

        def done(result: ListExportResult) -> None:
            view.show_idle()
            preferences = self._context.preferences
            preferences.files_folder = path.parent
            preferences.keep_list_columns(self._subject, suffix, keys)
            view.accept_saved()
            self._say_done(result)

        view.show_writing(0)
        self._cancel = self._context.tasks.run_with_progress(
            lambda progress: write(path, keys, lambda rows: progress(rows, 0)),
            lambda rows, _total: view.show_writing(rows),
            done,
            self._fail,
        )

    def stop(self) -> None:
        """Stop the writing; nothing is left of the file."""
        if self._cancel is not None:
            self._cancel()

    def _fail(self, error: Exception) -> None:
        view = self._view
        view.show_idle()
        if isinstance(error, Cancelled):
            view.show_problem(_("Stopped. There is no file."))
        elif not isinstance(error, DomainError):
            raise error
        elif isinstance(error, (DiskFullError, FileReadOnlyError)):
            view.show_error("folder", self._context.word_error(error))
        else:
            view.show_problem(self._context.word_error(error))

    def _say_done(self, result: ListExportResult) -> None:
        actions = (
            (_("Open it"), partial(open_path, result.path)),
            (_("Show in folder"), partial(open_path, result.path.parent)),
        )
        self._context.say(MessageKind.GOOD, result.words, actions)


def writer_of(context: Context, extract: ListExtract) -> Write:
    """Return what writes a list on the database thread."""
    exports = context.office.list_exports
    return lambda path, keys, progressed: exports.write(extract, path, keys, progressed)


def free_name(folder: Path | None, stem: str, suffix: str) -> str:
    """Return a name for a file that no file in the folder has yet, as "Work (2).xlsx"."""
    plain = "".join(" " if letter in '<>:"/\\|?*' else letter for letter in stem).strip(". ")
    plain = " ".join(plain.split())[:80] or _("List")
    if folder is None:
        return plain + suffix
    for number in range(1, _MOST_TRIES):
        name = f"{plain}{suffix}" if number == 1 else f"{plain} ({number}){suffix}"
        if not (folder / name).exists():
            break
    return name
