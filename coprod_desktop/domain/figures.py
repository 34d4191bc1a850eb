"""Figures of many units: reading what is typed, and writing it with its sign."""

from decimal import Decimal
from fractions import Fraction

from coprod_desktop.domain.errors import FigureUnreadableError
from coprod_desktop.domain.numbers import parse_sum, plain_digits
from coprod_desktop.domain.rates import Unit

_MONEY = frozenset({"£", "gbp"})
_POUNDS = dict.fromkeys(("", "£", "gbp", "pound", "pounds"), Fraction(100)) | {"p": Fraction(1)}
_PENCE = {"": Fraction(1), "p": Fraction(1), "pence": Fraction(1)}
_PLAIN = dict.fromkeys(("", "h", "hour", "hours", "mile", "miles"), Fraction(1))


def parse_figure(text: str, unit: Unit) -> Decimal:
    """Read "45p", "45.5", "£12.71", "55%" or "16 hours" as a figure of a unit.

    Money is typed in pounds, but pence a mile in pence, as HMRC tells them. Up to a thousandth of
    the unit is kept. Raises FigureUnreadableError.
    """
    value = _read(text.strip().rstrip("%") if unit is Unit.PERCENT else text, unit)
    if value is None or value < 0 or (1000 * value).denominator != 1:
        raise FigureUnreadableError(text=text)
    return Decimal(int(1000 * value)) / 1000


def _read(text: str, unit: Unit) -> Fraction | None:
    if not unit.is_money:
        return parse_sum(text, before=frozenset(), after=_PLAIN)
    is_in_pounds = unit is not Unit.PENCE_A_MILE or "£" in plain_digits(text)
    if is_in_pounds:
        return parse_sum(text, before=_MONEY, after=_POUNDS)
    return parse_sum(text, before=frozenset(), after=_PENCE)


def format_figure(value: Decimal, unit: Unit) -> str:
    """Write a figure as "45p", "45.5p", "£12.71", "55%" or "10,000", without what it is for."""
    if unit is Unit.PENCE_A_MILE:
        return f"{_plain(value)}p"
    if unit.is_money:
        pounds = _plain(value / 100)
        _whole, _point, part = pounds.partition(".")
        return f"£{value / 100:,.2f}" if len(part) <= 2 else f"£{pounds}"
    return f"{_plain(value)}%" if unit is Unit.PERCENT else _plain(value)


def _plain(value: Decimal) -> str:
    """Write a number with its thousands and without noughts after the last digit."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
