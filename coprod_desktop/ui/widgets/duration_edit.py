"""A field for a length of time."""

from PySide6.QtCore import Qt

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.time import (
    MINUTES_IN_DAY,
    format_hours,
    parse_minutes,
    read_as_clock,
    words_for_minutes,
)
from coprod_desktop.domain.typing_errors import LongerThanDayError
from coprod_desktop.i18n import _
from coprod_desktop.ui.scale import figures_of_one_width
from coprod_desktop.ui.widgets.parsed_edit import ParsedEdit, WordError


class DurationEdit(ParsedEdit[int]):
    """Take "1:30", "1.5", "1h30", "90m", "1½" or "=1:30+0:45"; echo it in words under the field.

    More than `longest` minutes are asked about as they are typed, since "30" is 30 hours.
    `minutes_changed(int | None)` follows the typing.
    """

    def __init__(
        self, name: str, word_error: WordError, *, longest: int | None = MINUTES_IN_DAY
    ) -> None:
        super().__init__(name, word_error)
        self.minutes_changed = self.value_changed
        self._longest = longest
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFont(figures_of_one_width())

    def minutes(self) -> int | None:
        """Return the time in minutes, or None."""
        return self.value()

    def set_minutes(self, minutes: int | None) -> None:
        """Show a time in minutes."""
        self.set_value(minutes)

    def parse(self, text: str) -> int:
        """Read a length of time into minutes."""
        minutes = parse_minutes(text)
        if self._longest is not None and minutes > self._longest:
            raise LongerThanDayError(text=text, minutes=minutes)
        return minutes

    def write(self, value: int) -> str:
        """Write minutes as "1:30"."""
        return format_hours(value)

    def echo(self, value: int) -> str:
        """Say the time in words, and how to write the other thing that "1.30" may mean."""
        return echo_minutes(self.text(), value)

    def doubt(self, text: str) -> str:
        """Ask about more time than a day has."""
        try:
            minutes = parse_minutes(text)
        except DomainError:
            return ""
        return doubt_minutes(text, minutes)


def echo_minutes(text: str, minutes: int) -> str:
    """Say a typed time in words, and how to write the other thing that "1.30" may mean."""
    said = words_for_minutes(minutes)
    other = read_as_clock(text)
    if other is None or other == minutes:
        return said
    words = _("{time}. For {other} write {how}.")
    return words.format(time=said, other=words_for_minutes(other), how=format_hours(other))


def doubt_minutes(text: str, minutes: int) -> str:
    """Ask whether so many hours are meant, and say how to write minutes."""
    said = _("{time}? A day has 24 hours.").format(time=words_for_minutes(minutes))
    plain = text.strip()
    if not (plain.isdecimal() and 0 < int(plain) <= MINUTES_IN_DAY):
        return said
    how = _("For {minutes} write {how}.")
    hint = how.format(minutes=words_for_minutes(int(plain)), how=f"{int(plain)}m")
    return f"{said} {hint}"
