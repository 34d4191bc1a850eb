"""A payment to split, and what splitting it means for a limit that the person asked about."""

from dataclasses import dataclass, replace

from coprod_desktop.domain.limit_sums import Level
from coprod_desktop.ui.limit_notes import LimitNote
from coprod_desktop.ui.pay_runs.line_words import TickLine


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSplit:
    """A payment to split: whose, what it pays, and how close it brings them to a limit."""

    name: str
    lines: tuple[TickLine, ...]
    limit: LimitNote | None = None
    has_kept_back: bool = False


def without(note: LimitNote, waiting_pence: int) -> LimitNote | None:
    """Return the note as it would be without some of the work; None once the sum is clear."""
    warning = note.warning
    money = replace(warning.money, added=max(0, warning.money.added - waiting_pence))
    time_level = warning.time.level if warning.time is not None else None
    levels = [level for level in (money.level, time_level) if level is not None]
    if warning.level is Level.COUNTS and money.added:
        levels.append(Level.COUNTS)
    if not levels or not money.added:
        return None
    return replace(note, warning=replace(warning, money=money, level=max(levels)))
