"""Numbers as people type them: digits of any script, thousands, and small sums."""

import re
from collections.abc import Mapping
from fractions import Fraction
from unicodedata import decimal

from coprod_desktop.domain.errors import NumberUnreadableError

LONGEST = 100
"""No number that a person types has more characters; a longer text is a slip of the clipboard."""
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
_STEP = re.compile(r" ?([*x×+-]) ?")
_BELOW_NOTHING = re.compile(r"\(([^()]+)\)|(.+?) ?-")


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
    """Work out "3.50*2" or "1,200 + 34" exactly; products come first. None where unreadable.

    `before` are the words that may stand in front of a number, `after` those that may follow, each
    with what it makes of the number. "(5.00)" and "5.00-" are below nothing, as accountants write.
    A space or comma inside a number must part thousands, so that "12 50" is never 1,250.
    """
    plain = " ".join(plain_digits(text).lower().split()).removeprefix("=").strip().rstrip(".")
    if len(plain) > LONGEST:
        return None
    if match := _BELOW_NOTHING.fullmatch(plain):
        number = _read_number((match[1] or match[2]).strip(), before, after)
        return None if number is None else -number
    signs = _STEP.findall(plain)
    numbers = [_read_number(part, before, after) for part in _STEP.split(plain)[::2]]
    if plain[:1] in ("+", "-"):
        numbers[0] = Fraction(0)
    return _add_up(numbers, signs)


def _add_up(numbers: list[Fraction | None], signs: list[str]) -> Fraction | None:
    total = product = Fraction(0)
    for sign, number in zip(["+", *signs], numbers, strict=True):
        if number is None:
            return None
        if sign in "*x×":
            product *= number
        else:
            total += product
            product = -number if sign == "-" else number
    return total + product


def _read_number(
    text: str, before: frozenset[str], after: Mapping[str, Fraction]
) -> Fraction | None:
    match = _NUMBER.fullmatch(text)
    if match is None or match["after"] not in after:
        return None
    if match["before"] and match["before"] not in before:
        return None
    return Fraction("0" + re.sub("[, ]", "", match["digits"])) * after[match["after"]]
