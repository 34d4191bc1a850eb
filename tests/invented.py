"""The day it is in tests, and the numbers of records in them."""

import datetime
import itertools

TODAY = datetime.date(2026, 11, 17)
NOW = datetime.datetime(2026, 11, 17, 9, 30, tzinfo=datetime.UTC)
WORKED_ON = datetime.date(2026, 11, 3)
PAID_ON = datetime.date(2026, 11, 10)
_ids = itertools.count(1)


def next_id() -> int:
    """Return 1, 2, 3 and so on: the same in every run, and never the same twice."""
    return next(_ids)


def in_full_width(text: str) -> str:
    """Return the text as a Japanese or Chinese keyboard types digits and signs."""
    return "".join(chr(ord(letter) + 0xFEE0) for letter in text)


def in_arabic_digits(text: str) -> str:
    """Return the text with Arabic digits and the Arabic decimal separator."""
    arabic = {ord(str(digit)): 0x0660 + digit for digit in range(10)}
    return text.translate(arabic | {ord("."): "\N{ARABIC DECIMAL SEPARATOR}"})
