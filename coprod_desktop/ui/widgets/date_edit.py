"""A field for a day."""

import datetime
from calendar import monthrange
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from coprod_desktop.domain.dates import format_day, parse_day
from coprod_desktop.ui.widgets.parsed_edit import ParsedEdit, WordError

Day = datetime.date


class DateEdit(ParsedEdit[Day]):
    """Take "17/11", "17 Nov", "17/11/2026" or "t" for today; show "Tuesday 17 November 2026".

    On a day that is shown: + and - (or Up and Down) go a day on or back, [ and ] (or with Shift)
    a month, with Ctrl a year. "m" and "h" mean the month's first and last day, "y" and "r" the
    year's. `day_changed(date | None)` follows the typing.
    """

    def __init__(self, name: str, word_error: WordError, today: Callable[[], Day]) -> None:
        super().__init__(name, word_error)
        self.day_changed = self.value_changed
        self._today = today
        self._settled: Day | None = None

    def day(self) -> Day | None:
        """Return the day, or None."""
        return self.value()

    def set_day(self, day: Day | None) -> None:
        """Show a day."""
        self.set_value(day)

    def set_value(self, value: Day | None) -> None:
        """Show a day, and count from it."""
        self._settled = value
        super().set_value(value)

    def parse(self, text: str) -> Day:
        """Read a day, counting from the one shown before."""
        named = _named_days(self._settled or self._today()).get(text.strip().lower())
        return named or parse_day(text, self._today())

    def write(self, value: Day) -> str:
        """Write a day in full."""
        return format_day(value)

    def echo(self, value: Day) -> str:
        """Say the day in full."""
        return format_day(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by day, month or year; anything else is typing."""
        stepped = self._step(event)
        if stepped is None:
            super().keyPressEvent(event)
            return
        self.set_value(stepped)
        self.selectAll()

    def _step(self, event: QKeyEvent) -> Day | None:
        start = self.value() or self._today()
        is_shown = not self.text() or self.text() == self.write(start)
        by_key = {"+": 1, "=": 1, "-": -1} if is_shown else {}
        arrows = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        if event.text() in by_key:
            return start + datetime.timedelta(days=by_key[event.text()])
        if is_shown and event.text() in ("[", "]"):
            return add_months(start, 1 if event.text() == "]" else -1)
        by = arrows.get(Qt.Key(event.key()))
        if by is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return None
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return add_months(start, 12 * by)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return add_months(start, by)
        return start + datetime.timedelta(days=by)


def add_months(day: Day, months: int) -> Day:
    """Go months on or back; where the month is too short, to its last day."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return Day(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def _named_days(day: Day) -> dict[str, Day]:
    return {
        "m": day.replace(day=1),
        "h": day.replace(day=monthrange(day.year, day.month)[1]),
        "y": Day(day.year, 1, 1),
        "r": Day(day.year, 12, 31),
    }
