"""Numbers as people type them: digits of any script, thousands, and small sums."""

import re
from collections.abc import Mapping
from fractions import Fraction
from unicodedata import decimal

from coprod_desktop.domain.arithmetic import LONGEST_SUM, Quantity, work_out
from coprod_desktop.domain.errors import NumberUnreadableError

LONGEST = LONGEST_SUM
_MOST, _PARTS = 10**9, 1000
_FULL_WIDTH = {0xFF01 + place: 0x21 + place for place in range(94)}
_PLAIN = _FULL_WIDTH | {
    ord("\N{FULLWIDTH POUND SIGN}"): "£",
    ord("\N{ARABIC DECIMAL SEPARATOR}"): ".",
    ord("\N{ARABIC THOUSANDS SEPARATOR}"): ",",
    ord("\N{MINUS SIGN}"): "-",
    **dict.fromkeys(range(0x2010, 0x2016), "-"),  # hyphens and dashes
}
_DIGITS = r"(?:[1-9]\d{0,2}(?:[, ]\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_NUMBER = re.compile(rf"(?P<before>[£a-z]*) ?(?P<digits>{_DIGITS}) ?(?P<after>[£a-z]*)")
_BELOW_NOTHING = re.compile(r"\(([^()]+)\)|(.+?) ?-")
_IN_BRACKETS = re.compile(r"\([^()]*\)|\(\(.*\)\)")


def plain_digits(text: str) -> str:
    """Return the text with digits, full stops and dashes of every script as on a UK keyboard."""
    plain = text.translate(_PLAIN)
    return "".join(str(decimal(letter)) if letter.isdecimal() else letter for letter in plain)


def parse_number(text: str) -> Fraction:
    """Read "2", "1,600", "2.5" or a sum as "2*3" exactly, to the thousandth.

    Raises NumberUnreadableError, also below nothing and over a thousand million.
    """
    number = parse_sum(text, before=frozenset(), after={"": Fraction(1)})
    if number is None or not 0 <= number <= _MOST or (number * _PARTS).denominator != 1:
        raise NumberUnreadableError(text=text)
    return number


def format_number(number: Fraction) -> str:
    """Write a number as "1,600" or "2.5", to the thousandth."""
    whole, parts = divmod(int(number * _PARTS), _PARTS)
    return f"{whole:,}.{parts:03d}".rstrip("0").rstrip(".")


def parse_sum(
    text: str, *, before: frozenset[str], after: Mapping[str, Fraction]
) -> Fraction | None:
    """Work out "3.50*2", "(1,200 + 34)/2" exactly; products come first. None where unreadable.

    `before` are the words that may stand in front of a number, `after` those that may follow, each
    with what it makes of the number. "(5.00)" and "5.00-" are below nothing, as accountants write.
    A space or comma inside a number must part thousands, so that "12 50" is never 1,250. Only after
    a "=" does a stroke divide, so that a day such as 17/11 is never an amount.
    """
    plain = " ".join(plain_digits(text).lower().split()).rstrip(".")
    bare = plain.removeprefix("=").strip()
    if len(plain) > LONGEST:
        return None
    if match := _BELOW_NOTHING.fullmatch(bare):
        number = _read_number((match[1] or match[2]).strip(), before, after)
        if number is not None:
            return -number
    if bare == plain and ("/" in bare or "÷" in bare or _IN_BRACKETS.fullmatch(bare)):
        return None
    found = work_out(bare, lambda part: _quantity(part, before, after))
    return None if found is None else found.value


def _quantity(text: str, before: frozenset[str], after: Mapping[str, Fraction]) -> Quantity | None:
    number = _read_number(text, before, after)
    has_unit = any(letter in "£p" for letter in text) and bool(before)
    return None if number is None else Quantity(value=number, has_unit=has_unit)


def _read_number(
    text: str, before: frozenset[str], after: Mapping[str, Fraction]
) -> Fraction | None:
    match = _NUMBER.fullmatch(text)
    if match is None or match["after"] not in after:
        return None
    if match["before"] and match["before"] not in before:
        return None
    return Fraction("0" + re.sub("[, ]", "", match["digits"])) * after[match["after"]]
