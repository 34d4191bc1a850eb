"""Keep proved copies of the open file beside it on this computer, the newest few."""

import datetime
import re
from pathlib import Path

from coprod_desktop.domain.errors import FileReadOnlyError
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import backups, history, keys

KEPT = 10
_ENDING = ".coprod"
_STEP = re.compile(r" \(change (\d+)\)\.coprod$")


class KeptBackups:
    """The verbs about the copies that the program makes by itself; a shared database has none."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk = desk
        self._folder = folder

    def folder(self) -> Path | None:
        """Return where the copies of the open file are; another file of its name has another."""
        path = self._desk.database.path
        if path is None:
            return None
        return self._folder / f"{path.stem} {keys.salt_of(path).hex()[:8]}"

    def newest(self) -> Path | None:
        """Return the newest copy, if there is one."""
        copies = self._copies()
        return copies[-1] if copies else None

    def keep(self) -> Path | None:
        """Copy the file unless nothing changed since the newest copy, and return that copy.

        The ten newest stay. Raises FileReadOnlyError, DiskFullError or BackupFailedError; the file
        itself and older copies are as they were then.
        """
        folder, path = self.folder(), self._desk.database.path
        if folder is None or path is None:
            return None
        with self._desk.reading() as reading:
            changes = history.latest(reading, 1)
        step = changes[0].change_id if changes else 0
        newest = self.newest()
        if newest is not None and _step_of(newest) == step:
            return newest
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FileReadOnlyError(path=folder) from error
        made = folder / f"{path.stem} {_moment(self._desk.now())} (change {step}){_ENDING}"
        backups.copy_verified(path, self._desk.database.key, made)
        for old in self._copies()[:-KEPT]:
            old.unlink(missing_ok=True)
        return made

    def _copies(self) -> list[Path]:
        """Return the copies, the oldest first; what else lies in the folder is none of ours."""
        folder = self.folder()
        if folder is None or not folder.is_dir():
            return []
        found = [path for path in folder.iterdir() if _STEP.search(path.name)]
        return sorted(found, key=lambda path: (_step_of(path), path.name))


def _step_of(copy: Path) -> int:
    found = _STEP.search(copy.name)
    return int(found[1]) if found else -1


def _moment(now: datetime.datetime) -> str:
    return f"{now.astimezone():%Y-%m-%d %H.%M.%S}"
