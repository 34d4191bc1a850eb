"""Keep the trace of a fault that nobody foresaw, without anything that somebody typed."""

import logging
import traceback

from coprod_desktop.i18n import _
from coprod_desktop.logs import start_logging
from coprod_desktop.paths import log_folder

_log = logging.getLogger(__name__)


def note(error: BaseException) -> str:
    """Write where the fault happened to the log file and return a sentence for the reader.

    The text of the fault itself may hold a name or an amount, so only its kind is written.
    """
    folder = log_folder()
    try:
        start_logging(folder)
        _log.error("unforeseen\n%s", "".join(_places(error)))
    except OSError:
        return _(
            "The program came to a fault that nobody foresaw. What was saved before is safe. Try "
            "again; if it happens again, tell whoever looks after the program."
        )
    return _(
        "The program came to a fault that nobody foresaw. What was saved before is safe. Try "
        "again; if it happens again, send the file “{path}” to whoever looks after the program. "
        "It holds no names and no amounts."
    ).format(path=folder / "coprod.log")


def _places(error: BaseException) -> list[str]:
    """Return the lines of code that led here, after those of the fault behind it."""
    behind = error.__cause__ or error.__context__
    earlier = _places(behind) if behind else []
    return [*earlier, f"{type(error).__name__}:\n", *traceback.format_tb(error.__traceback__)]
