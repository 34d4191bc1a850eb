"""Times of day: reading them as people write them, and writing them."""

import re

from coprod_desktop.domain.errors import ClockUnreadableError
from coprod_desktop.domain.numbers import plain_digits

_CLOCK = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))? ?([ap])?\.? ?(?:m\.?)?")


def parse_clock(text: str) -> int:
    """Read "10", "9:30", "1430" or "2.30 pm" into minutes after midnight.

    Raises ClockUnreadableError.
    """
    match = _CLOCK.fullmatch(plain_digits(text).casefold().strip())
    hours, minutes = (int(match[1]), int(match[2] or 0)) if match else (24, 0)
    half = match[3] if match else None
    if half and 1 <= hours <= 12:
        hours = hours % 12 + (12 if half == "p" else 0)
    elif half:
        hours = 24
    if hours > 23 or minutes > 59:
        raise ClockUnreadableError(text=text)
    return hours * 60 + minutes


def format_clock(minutes: int) -> str:
    """Write minutes after midnight as "09:30"."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
