"""Prove that the file is sound, and keep verified copies."""

from pathlib import Path

from coprod_desktop.domain.errors import NotForSharedError
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import backups, soundness


class SafetyService:
    """The verbs about the safety of the file."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def findings(self) -> tuple[str, ...]:
        """Return what is not sound in pages, links, sums and history; nothing where all is."""
        return soundness.findings(self._desk.database)

    def back_up(self, destination: Path) -> None:
        """Copy the open file and prove the copy by opening it.

        Raises FileExistsAlreadyError, FileReadOnlyError, DiskFullError, BackupFailedError, or
        NotForSharedError for a shared database.
        """
        database = self._desk.database
        if database.path is None:
            raise NotForSharedError(step="back up")
        backups.copy_verified(database.path, database.key, destination)


def restore(backup: Path, passphrase: str, destination: Path) -> None:
    """Make a new file from a copy; raises WrongPassphraseOrDamagedError and as `back_up`."""
    backups.restore_verified(backup, passphrase, destination)
