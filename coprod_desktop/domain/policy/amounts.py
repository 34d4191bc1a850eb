"""Exact amounts: whole ones as plain numbers, which are many times quicker to count with."""

from fractions import Fraction

Number = int | Fraction
"""Pence, minutes or how many; never a float."""


def plain(amount: Number) -> Number:
    """Return a whole amount as an int."""
    return amount.numerator if amount.denominator == 1 else amount
