"""Know where the program's own files are and where this person's settings and logs belong."""

import functools
import sys
from pathlib import Path

import platformdirs

_APP = "Coprod"


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


def settings_folder() -> Path:
    """Name the folder of this person's window settings."""
    return Path(platformdirs.user_config_dir(_APP, appauthor=False))


def log_folder() -> Path:
    """Name the folder of this person's log files."""
    return Path(platformdirs.user_log_dir(_APP, appauthor=False))


def documents_folder() -> Path:
    """Name the folder that new files are offered in."""
    return Path(platformdirs.user_documents_dir()) / _APP
