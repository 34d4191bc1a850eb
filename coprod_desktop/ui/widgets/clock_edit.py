"""A field for a time of day."""

from coprod_desktop.domain.clock import format_clock, parse_clock
from coprod_desktop.ui.widgets.parsed_edit import ParsedEdit


class ClockEdit(ParsedEdit[int]):
    """Take "10", "9:30" or "2.30 pm"; the value is minutes after midnight."""

    def parse(self, text: str) -> int:
        """Read a time of day."""
        return parse_clock(text)

    def write(self, value: int) -> str:
        """Write a time of day as "09:30"."""
        return format_clock(value)
