"""Whole pence: reading amounts, writing them, and the one rounding rule."""

from fractions import Fraction

from coprod_desktop.domain.errors import (
    MoneyTooLargeError,
    MoneyUnreadableError,
    NegativeMoneyError,
)
from coprod_desktop.domain.numbers import parse_sum
from coprod_desktop.domain.typing_errors import PennyPartError

LARGEST_PENCE = 100_000_000
_BEFORE = frozenset({"£", "gbp"})
_AFTER = dict.fromkeys(("", "£", "gbp", "pound", "pounds"), Fraction(1)) | {"p": Fraction(1, 100)}


def round_half_up(numerator: int, denominator: int) -> int:
    """Divide two whole numbers to the nearest one, a half going up; both at least nothing."""
    return (2 * numerator + denominator) // (2 * denominator)


def at_hourly_rate(minutes: int, rate_pence: int) -> int:
    """Price minutes at a rate in pence an hour, to the nearest penny, half a penny up."""
    return round_half_up(minutes * rate_pence, 60)


def parse_pounds(text: str) -> int:
    """Read "12.5", "£1,234.50", "50p" or a sum as "=3.50*12" into pence.

    Raises MoneyUnreadableError, NegativeMoneyError (also for "(5.00)"), MoneyTooLargeError, or
    PennyPartError for a part of a penny, which is never rounded away.
    """
    pounds = parse_sum(text, before=_BEFORE, after=_AFTER)
    if pounds is None:
        raise MoneyUnreadableError(text=text)
    if (100 * pounds).denominator != 1:
        raise PennyPartError(text=text)
    return check_pence(int(100 * pounds))


def check_pence(pence: int) -> int:
    """Refuse an amount below nothing or over a million pounds."""
    if pence < 0:
        raise NegativeMoneyError(pence=pence)
    if pence > LARGEST_PENCE:
        raise MoneyTooLargeError(pence=pence)
    return pence


def format_pounds(pence: int) -> str:
    """Write pence as "£1,234.50"; an amount below nothing carries a true minus sign."""
    sign = "\N{MINUS SIGN}" if pence < 0 else ""
    return f"{sign}£{abs(pence) // 100:,}.{abs(pence) % 100:02d}"
