"""Know where the program's own files are and where this person's logs belong."""

import functools
import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Name a file or folder of `resources/`, in the source tree and in the installed program."""
    return _resources().joinpath(*parts)


@functools.cache
def _resources() -> Path:
    here = Path(__file__).resolve().parent
    beside, installed = (
        here.parent / "resources",
        Path(sys.prefix) / "share" / "coprod" / "resources",
    )
    return beside if beside.is_dir() else installed


def log_folder() -> Path:
    """Name the folder of this person's log files."""
    import platformdirs  # takes as long as ten modules of ours, and every start needs `resource`

    return Path(platformdirs.user_log_dir("Coprod", appauthor=False))


def backup_folder() -> Path:
    """Name the folder of the copies that are kept of this person's files, on this computer."""
    import platformdirs

    return Path(platformdirs.user_data_dir("Coprod", appauthor=False)) / "Backups"
