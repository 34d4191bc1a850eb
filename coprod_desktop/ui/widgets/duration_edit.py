"""A field for a length of time."""

from PySide6.QtCore import Qt

from coprod_desktop.domain.time import format_hours, parse_minutes, words_for_minutes
from coprod_desktop.ui.scale import figures_of_one_width
from coprod_desktop.ui.widgets.parsed_edit import ParsedEdit, WordError


class DurationEdit(ParsedEdit[int]):
    """Take "1:30", "1.5", "1h30", "90m" or "1½"; echo "1 hour 30 minutes" under the field.

    `minutes_changed(int | None)` follows the typing.
    """

    def __init__(self, name: str, word_error: WordError) -> None:
        super().__init__(name, word_error)
        self.minutes_changed = self.value_changed
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
        return parse_minutes(text)

    def write(self, value: int) -> str:
        """Write minutes as "1:30"."""
        return format_hours(value)

    def echo(self, value: int) -> str:
        """Say the time in words."""
        return words_for_minutes(value)
