"""What was written, in words, for whoever made it."""

from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.ui.pay_runs.file_words import FileWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written: `warning` is a heading and why, `next_step` what to do with it."""

    title: str
    folder: Path
    files: tuple[FileWords, ...]
    warning: tuple[str, str]
    next_step: str = ""
