"""Turn the facts of a failure into pieces of a sentence: short, in words, never empty."""

import datetime
from collections.abc import Mapping
from pathlib import Path

from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.time import words_for_minutes
from coprod_desktop.i18n import _

_LONGEST_SHOWN = 60
_BYTES_IN_MB = 1_000_000


class ToldFacts:
    """The facts of one failure; what is missing becomes a word that still fits the sentence."""

    def __init__(self, facts: Mapping[str, object]) -> None:
        self._facts = facts

    def plain(self, name: str) -> str:
        """Return a fact as text, empty where there is none."""
        value = self._facts.get(name)
        return "" if value is None else str(value)

    def quoted(self, name: str = "text") -> str:
        """Return what was typed in quotation marks, shortened; "This" where nothing was."""
        text = " ".join(self.plain(name).split())
        if not text:
            return _("This")
        shown = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
        return f"“{shown}”"

    def money(self, name: str = "pence") -> str:
        """Return pence as pounds."""
        return format_pounds(self.whole(name))

    def whole(self, name: str) -> int:
        """Return a whole number, nought where there is none."""
        value = self._facts.get(name)
        return value if isinstance(value, int) else 0

    def minutes(self) -> str:
        """Return the `minutes` in words."""
        return words_for_minutes(self.whole("minutes"))

    def day(self, name: str) -> str:
        """Return a day in words."""
        value = self._facts.get(name)
        return long_day(value) if isinstance(value, datetime.date) else _("that day")

    def time(self, name: str) -> str:
        """Return a moment as the time of day that it is here."""
        value = self._facts.get(name)
        if not isinstance(value, datetime.datetime):
            return _("that time")
        return f"{value.astimezone():%H:%M}"

    def size(self, name: str) -> str:
        """Return a size in megabytes."""
        return f"{self.whole(name) / _BYTES_IN_MB:,.1f} MB"

    def file(self) -> str:
        """Return the name of the file in quotation marks; "The file" where it is not known."""
        path = self.plain("path")
        return f"“{Path(path).name or path}”" if path else _("The file")

    def place(self) -> str:
        """Return the whole path in quotation marks; "The file" where it is not known."""
        path = self.plain("path")
        return f"“{path}”" if path else _("The file")

    def several(self, name: str) -> str:
        """Return a list as words with commas, shortened after eight."""
        value = self._facts.get(name)
        words = [str(word) for word in value] if isinstance(value, (list, tuple)) else []
        shown = ", ".join(words[:8])
        return shown + (", …" if len(words) > 8 else "")

    def lines(self, name: str) -> str:
        """Return a list of whole sentences, each on a line of its own, the first twenty of them."""
        value = self._facts.get(name)
        said = [str(one) for one in value] if isinstance(value, (list, tuple)) else []
        return "\n".join(said[:20]) + ("\n…" if len(said) > 20 else "")
