"""Small sums as people type them into a cell: "3.50*2", "=1:30+0:45", "(5+3)*2"."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

LONGEST_SUM = 100
"""No sum that a person types has more characters; a longer text is a slip of the clipboard."""
_SIGNS = str.maketrans("×÷−", "*/-")
_PARTS = re.compile(r"[-+*x/()]|[^-+*x/()]+")
_SIGN = re.compile(r"[-+*x/()×÷−]")
_PLAIN = re.compile(r"(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number in a sum; one with a unit is an amount or a time and no mere count."""

    value: Fraction
    has_unit: bool = False


Read = Callable[[str], Quantity | None]


def has_signs(text: str) -> bool:
    """Say whether a text has signs that add, take away, multiply, divide or group."""
    return _SIGN.search(text) is not None


def evaluate(text: str) -> Fraction | None:
    """Work out a sum of plain numbers exactly, with or without "=" before it; None if unclear."""
    found = work_out(text.strip().lower().removeprefix("="), _read_plain)
    return None if found is None else found.value


def work_out(text: str, read: Read, *, unit: Fraction = Fraction(1)) -> Quantity | None:
    """Work out "2*1:15" or "(4.60+1.40)*2" exactly, products first; None where it is unclear.

    `read` reads each number. A count that is added to a quantity with a unit is taken for so many
    `unit`, as 1 in "1+0:30" is an hour. Amounts are not multiplied by amounts, nor divided by them.
    """
    if len(text) > LONGEST_SUM:
        return None
    parts = [part.strip() for part in _PARTS.findall(text.translate(_SIGNS))]
    reader = _Reader([part for part in parts if part], read, unit)
    try:
        found = reader.total()
    except (_UnclearError, ZeroDivisionError):
        return None
    return found if reader.is_at_end else None


class _UnclearError(Exception):
    """The text is no sum."""


class _Reader:
    """Read a sum part by part, from the left."""

    def __init__(self, parts: list[str], read: Read, unit: Fraction) -> None:
        self._parts, self._read, self._unit = parts, read, unit
        self._at = 0

    @property
    def is_at_end(self) -> bool:
        return self._at == len(self._parts)

    def total(self) -> Quantity:
        """Read what is added up; a sign may stand before the first number."""
        first = self._take("+-")
        total = self._product()
        if first == "-":
            total = replace(total, value=-total.value)
        while sign := self._take("+-"):
            more = self._product()
            if total.has_unit != more.has_unit:
                total, more = self._with_unit(total), self._with_unit(more)
            value = more.value if sign == "+" else -more.value
            total = replace(total, value=total.value + value)
        return total

    def _product(self) -> Quantity:
        product = self._number()
        while sign := self._take("*x/"):
            factor = self._number()
            if factor.has_unit and (product.has_unit or sign == "/"):
                raise _UnclearError
            value = product.value / factor.value if sign == "/" else product.value * factor.value
            product = Quantity(value=value, has_unit=product.has_unit or factor.has_unit)
        return product

    def _number(self) -> Quantity:
        if self._take("("):
            inside = self.total()
            if not self._take(")"):
                raise _UnclearError
            return inside
        if self.is_at_end:
            raise _UnclearError
        found = self._read(self._parts[self._at])
        if found is None:
            raise _UnclearError
        self._at += 1
        return found

    def _take(self, signs: str) -> str:
        """Go behind the next part if it is one of these signs, and return it."""
        if self.is_at_end or self._parts[self._at] not in signs:
            return ""
        self._at += 1
        return self._parts[self._at - 1]

    def _with_unit(self, found: Quantity) -> Quantity:
        if found.has_unit:
            return found
        return Quantity(value=found.value * self._unit, has_unit=True)


def _read_plain(text: str) -> Quantity | None:
    if not _PLAIN.fullmatch(text):
        return None
    return Quantity(value=Fraction("0" + text.replace(",", "").rstrip(".")))
