"""A field for a day."""

import datetime
from calendar import monthrange
from collections.abc import Callable

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolButton

from coprod_desktop.domain.dates import format_day
from coprod_desktop.domain.spoken_days import parse_spoken_day
from coprod_desktop.i18n import _
from coprod_desktop.ui.icons import icon
from coprod_desktop.ui.widgets.parsed_edit import ParsedEdit, WordError

Day = datetime.date
_DAY = datetime.timedelta(days=1)
_LONGEST_DAY = "Wednesday 30 September 2026"
_ARROWS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_DAY_KEYS = {"+": 1, "=": 1, "-": -1}
_MONTH_KEYS = {"]": 1, "[": -1}


class DateEdit(ParsedEdit[Day]):
    """Take "17/11", "17 Nov", "mon", "last tuesday" or "t"; show "Tuesday 17 November 2026".

    On a day that is shown: + and - (or Up and Down) go a day on or back, [ and ] (or with Shift)
    a month, with Ctrl a year. "m" and "h" mean the month's first and last day, "y" and "r" the
    year's, Ctrl+; today; Alt+Down shows a calendar. Where the field `looks_back` on what was done,
    a day without its year is no more than a month ahead. `day_changed(date | None)` follows.
    """

    def __init__(
        self,
        name: str,
        word_error: WordError,
        today: Callable[[], Day],
        *,
        looks_back: bool = False,
    ) -> None:
        super().__init__(name, word_error)
        self.day_changed = self.value_changed
        self._today = today
        self._looks_back = looks_back
        self._settled: Day | None = None
        words = _("Choose from a calendar")
        self._open = QAction(icon("calendar", "ink"), words, self)
        self._open.triggered.connect(self.show_calendar)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(_("{field}: calendar").format(field=name))
            button.setToolTip(f"{words} (Alt+↓)")

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
        if not self.hasFocus():
            self.setCursorPosition(0)  # so that a narrow field shows the weekday

    def minimumSizeHint(self) -> QSize:
        """Have room for the longest day."""
        least = super().minimumSizeHint()
        around = self.sizeHint().width() - 17 * self.fontMetrics().horizontalAdvance("x")
        words = self.fontMetrics().horizontalAdvance(_LONGEST_DAY)
        return QSize(words + max(around, 0), least.height())

    def parse(self, text: str) -> Day:
        """Read a day, counting from the one shown before."""
        named = _named_days(self._settled or self._today()).get(text.strip().lower())
        if named is not None:
            return named
        return parse_spoken_day(text, self._today(), looks_back=self._looks_back)

    def write(self, value: Day) -> str:
        """Write a day in full."""
        return format_day(value)

    def echo(self, value: Day) -> str:
        """Say the day in full."""
        return format_day(value)

    def show_calendar(self) -> None:
        """Show a month under the field, to choose a day from."""
        # Loaded here: few days are chosen so, and its class takes long to make.
        from coprod_desktop.ui.widgets.day_calendar import DayCalendar

        calendar = DayCalendar(self, self.accessibleName(), self.value(), self._today())
        calendar.chosen.connect(self._choose)
        calendar.show_at(self.mapToGlobal(QPoint(0, self.height())))

    def _choose(self, day: Day) -> None:
        self.set_value(day)
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by day, month or year; anything else is typing."""
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_alt and event.key() == Qt.Key.Key_Down:
            self.show_calendar()
            return
        stepped = self._step(event)
        if stepped is None:
            super().keyPressEvent(event)
            return
        self.set_value(stepped)
        self.selectAll()

    def _step(self, event: QKeyEvent) -> Day | None:
        start = self.value() or self._today()
        held = event.modifiers()
        by = _ARROWS.get(Qt.Key(event.key()))
        if held & Qt.KeyboardModifier.ControlModifier:
            if event.key() == Qt.Key.Key_Semicolon:
                return self._today()
            return None if by is None else add_months(start, 12 * by)
        if by is not None:
            is_month = held & Qt.KeyboardModifier.ShiftModifier
            return add_months(start, by) if is_month else start + by * _DAY
        if self.text() and self.text() != self.write(start):
            return None  # inside a text these signs are typing
        if event.text() in _DAY_KEYS:
            return start + _DAY_KEYS[event.text()] * _DAY
        if event.text() in _MONTH_KEYS:
            return add_months(start, _MONTH_KEYS[event.text()])
        return None


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
