"""Keep proved copies of the open file by itself, and make one wherever somebody wants it."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QAction, QDesktopServices

from coprod_desktop.i18n import _
from coprod_desktop.ui.main_window import MainWindow
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.message_bar import MessageKind
from coprod_desktop.ui.window_menus import MenuName

if TYPE_CHECKING:  # these load the database library, which the first window does without
    from coprod_desktop.services.kept_backups import KeptBackups
    from coprod_desktop.services.office import Office

_ENDING = ".coprod"
_OLD = datetime.timedelta(days=1)


class Backups(QObject):
    """Copy the file on closing, and on opening where the newest copy is older than a day.

    The copies stand in a folder of this person's on this computer; the menu File makes one more
    on a stick, and shows the folder.
    """

    def __init__(
        self,
        window: MainWindow,
        tasks: TaskRunner,
        folder: Callable[[], Path],
        word_error: Callable[[Exception], str],
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._word_error = window, tasks, word_error
        self._folder = folder
        self._office: Office | None = None
        self._kept: KeptBackups | None = None
        self._copy = QAction(_("Back up…"), self)
        self._show = QAction(_("Show the copies kept on this computer"), self)
        self._copy.triggered.connect(self._ask_where)
        self._show.triggered.connect(self.show_folder)
        for action in (self._copy, self._show):
            action.setEnabled(False)
            window.menus.add_action(MenuName.FILE, action)

    # --- what the window does ------------------------------------------------------------------

    def use(self, office: "Office", path: Path | None) -> None:
        """Follow a file that was opened; the demo, which has no path, is not copied."""
        from coprod_desktop.services.kept_backups import KeptBackups

        self._office = office
        self._kept = KeptBackups(office.desk, self._folder()) if path is not None else None
        for action in (self._copy, self._show):
            action.setEnabled(self._kept is not None)
        if self._kept is not None:
            self._tasks.run(self._keep_if_old, self._tell, self._fail)

    def leave(self) -> None:
        """Copy what changed, before the file is closed."""
        kept, self._kept, self._office = self._kept, None, None
        for action in (self._copy, self._show):
            action.setEnabled(False)
        self._window.status.set_backup("")
        if kept is not None:
            self._tasks.run(kept.keep, lambda _copy: None, self._fail)

    # --- what somebody asks for ----------------------------------------------------------------

    def copy_to(self, destination: Path) -> None:
        """Make one proved copy where somebody wants it."""
        office = self._office
        if office is None:
            return

        def done(_nothing: None) -> None:
            words = _(
                "Copied to {file}, and the copy is proved. It opens with the same passphrase."
            )
            self._window.show_message(MessageKind.GOOD, words.format(file=destination))

        self._tasks.run(lambda: office.safety.back_up(destination), done, self._fail)

    def show_folder(self) -> None:
        """Show the copies in the computer's own window of folders."""
        folder = self._kept.folder() if self._kept is not None else None
        if folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _ask_where(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        path = self._office.desk.database.path if self._office is not None else None
        if path is None:
            return
        today = datetime.datetime.now().astimezone().date()
        offered = path.with_name(f"{path.stem} {today.isoformat()}{_ENDING}")
        dialog = QFileDialog(self._window, _("Where shall the copy go?"), str(offered))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("Coprod files (*{ending})").format(ending=_ENDING))
        dialog.setDefaultSuffix(_ENDING.removeprefix("."))
        dialog.fileSelected.connect(lambda chosen: self.copy_to(Path(chosen)))
        dialog.open()

    # --- what is said --------------------------------------------------------------------------

    def _keep_if_old(self) -> Path | None:
        kept = self._kept
        if kept is None:
            return None
        newest = kept.newest()
        return newest if newest is not None and not _is_old(newest) else kept.keep()

    def _tell(self, newest: Path | None) -> None:
        if newest is not None and self._kept is not None:
            made = datetime.datetime.fromtimestamp(newest.stat().st_mtime).astimezone()
            words = _("Backed up on {day} at {time}").format(
                day=f"{made.day}\u00a0{made:%b}", time=f"{made:%H:%M}"
            )
            self._window.status.set_backup(words)

    def _fail(self, error: Exception) -> None:
        """Say that there is no copy; the file itself is as it was."""
        from coprod_desktop.domain.errors import DomainError

        if not isinstance(error, DomainError):
            raise error
        self._window.status.set_backup(_("No copy was made"), "triangle-alert", "warn")
        words = _("No copy of the file was made. The file itself is safe. {why}")
        why = self._word_error(error)
        self._window.show_message(MessageKind.WARN, words.format(why=why))


def _is_old(copy: Path) -> bool:
    made = datetime.datetime.fromtimestamp(copy.stat().st_mtime, datetime.UTC)
    return datetime.datetime.now(datetime.UTC) - made > _OLD
