"""The words of an explanation: quantities, rates and sums as a participant reads them."""

import functools
from fractions import Fraction

from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.policy.amounts import Number, plain
from coprod_desktop.domain.policy.prices import Unit
from coprod_desktop.domain.policy.rounding import Rounding

_NOUNS = {
    "miles": ("mile", "miles"),
    "nights": ("night", "nights"),
    "days": ("day", "days"),
    "children": ("child", "children"),
    "people": ("person", "people"),
    "passengers": ("passenger", "passengers"),
    "count": ("", ""),
}
_LENGTHS = frozenset({"time", "away", "breaks", "notice", "worked_that_day", "away_that_day"})
_SPACE = "\N{NO-BREAK SPACE}"


def number_words(number: Number) -> str:
    """Write a number as "1,234" or "2.5"; a third as "0.333"."""
    if number.denominator == 1:
        return f"{int(number):,}"
    return f"{float(number):,.3f}".rstrip("0").rstrip(".")


@functools.lru_cache(maxsize=4096)
def length_words(minutes: Number) -> str:
    """Write minutes as "3 hours 10 minutes"; a part of a minute as a decimal."""
    hours, rest = divmod(minutes, 60)
    parts = [_counted(hours, "hour", "hours")] if hours else []
    if rest or not hours:
        parts.append(_counted(rest, "minute", "minutes"))
    return " ".join(parts)


def _counted(number: Number, one: str, many: str) -> str:
    return f"{number_words(number)}{_SPACE}{one if number == 1 else many}".rstrip(_SPACE)


def quantity_words(fact: str, quantity: Number) -> str:
    """Write a quantity of a fact: "22 miles", "3 hours", "2 nights"."""
    if fact in _LENGTHS:
        return length_words(quantity)
    if fact in ("cost", "fare", "paid"):
        return sum_words(quantity)
    one, many = _NOUNS.get(fact, (fact.replace("_", " "), fact.replace("_", " ")))
    return _counted(quantity, one, many)


def sum_words(hundredths: Number, unit: str = "") -> str:
    """Write a sum as "£20.00", "37.4p" or "20 points"."""
    if unit:
        return f"{number_words(Fraction(hundredths, 100))}{_SPACE}{unit}"
    if hundredths.denominator != 1:
        if hundredths < 100:
            return f"{number_words(hundredths)}p"
        return f"£{float(hundredths / 100):,.4f}".rstrip("0")
    return format_pounds(int(hundredths))


def rate_words(hundredths: Number, per: Unit, unit: str = "") -> str:
    """Write a rate as "£20.00 an hour", "45p a mile" or "5 points for 15 minutes"."""
    is_small = not unit and 0 < plain(hundredths) < 100
    amount = f"{number_words(hundredths)}p" if is_small else sum_words(hundredths, unit)
    return f"{amount} {per.words}"


def rounding_words(exact: Number, rounding: Rounding) -> str:
    """Say how a sum was rounded; nothing where it was whole already."""
    return "" if rounding.apply(exact) == exact else rounded_words(rounding)


def rounded_words(rounding: Rounding) -> str:
    """Say that a sum was rounded."""
    return f", rounded {rounding.words}"


def listed(words: list[str]) -> str:
    """Join words as "a, b and c"."""
    return " and ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else ""
