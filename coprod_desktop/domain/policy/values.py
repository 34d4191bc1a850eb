"""Read the values of a policy file exactly: money, lengths of time, clock times and shares."""

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from coprod_desktop.domain.policy.facts import FactKind, FactValue
from coprod_desktop.domain.text import fold

_LARGEST = 10**12  # what is larger is a slip, and too long to print
_LONGEST_SHOWN = 60
_MONEY = re.compile(r"£ ?(?P<pounds>\d[\d,]*(?:\.\d+)?)|(?P<pence>\d[\d,]*(?:\.\d+)?) ?p")
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)|(24)[:.](00)")
_LENGTH = re.compile(
    r"(?:(?P<weeks>\d+(?:\.\d+)?) ?(?:weeks?|w))?,? ?(?:and )?"
    r"(?:(?P<days>\d+(?:\.\d+)?) ?(?:days?|d))?,? ?(?:and )?"
    r"(?:(?P<hours>\d+(?:\.\d+)?) ?(?:hours?|hrs?|h)(?: ?(?P<rest>[0-5]?\d)(?! ?m|\d))?)?"
    r",? ?(?:and )?"
    r"(?:(?P<minutes>\d+(?:\.\d+)?) ?(?:minutes?|mins?|m))?"
)
_LENGTH_UNITS = {"weeks": 7 * 1440, "days": 1440, "hours": 60, "rest": 1, "minutes": 1}
_SHARE = re.compile(r"(\d+(?:\.\d+)?) ?(?:%|/ ?(\d+(?:\.\d+)?))")


class ValueUnreadableError(ValueError):
    """A value of a policy or a case is not of the kind that stands there; its text says why."""


def shown(value: object) -> str:
    """Return a value as a sentence quotes it: short, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return "a table"
    if isinstance(value, list):
        return "a list"
    text = "".join(letter for letter in str(value) if letter.isprintable() or letter.isspace())
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN].rstrip() + "…"


def read_number(value: object) -> Fraction:
    """Return a TOML number exactly; raises ValueUnreadableError."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueUnreadableError(f"“{shown(value)}” is not a number")
    if isinstance(value, Decimal) and not value.is_finite():
        raise ValueUnreadableError(f"“{shown(value)}” is not a number")
    return _within_reason(Fraction(value), value)


def _within_reason(number: Fraction, value: object) -> Fraction:
    if abs(number) > _LARGEST:
        raise ValueUnreadableError(f"{shown(value)} is too large to be meant")
    return number


def read_money(value: object) -> Fraction:
    """Read 20, 0.374, "£20" or "45p" into pence; raises ValueUnreadableError below nothing."""
    if isinstance(value, str):
        match = _MONEY.fullmatch(fold(value))
        if match is None:
            raise ValueUnreadableError(
                f'“{shown(value)}” is not an amount; write 20.00, "£20" or "45p"'
            )
        digits = (match["pounds"] or match["pence"]).replace(",", "")
        return _within_reason(Fraction(digits) * (100 if match["pounds"] else 1), value)
    pence = 100 * read_number(value)
    if pence < 0:
        raise ValueUnreadableError(f"{shown(value)} is below nothing; an amount is 0 or more")
    return pence


def read_length(value: object) -> Fraction:
    """Read "3h10", "90m" or "2 days" into minutes; raises ValueUnreadableError."""
    text = fold(value) if isinstance(value, str) else ""
    match = _LENGTH.fullmatch(text)
    if match is None or not any(match.groupdict().values()):
        raise ValueUnreadableError(
            f'“{shown(value)}” is not a length of time; write "3h", "3h10" or "90m"'
        )
    found = match.groupdict()
    minutes = sum(
        (Fraction(found[name]) * size for name, size in _LENGTH_UNITS.items() if found[name]),
        Fraction(0),
    )
    return _within_reason(minutes, value)


def read_clock(value: object) -> int:
    """Read "06:40" into minutes after midnight; raises ValueUnreadableError."""
    if isinstance(value, datetime.time):
        return value.hour * 60 + value.minute
    match = _CLOCK.fullmatch(fold(value)) if isinstance(value, str) else None
    if match is None:
        raise ValueUnreadableError(f'“{shown(value)}” is not a time of day; write "06:40"')
    return int(match[1] or match[3]) * 60 + int(match[2] or match[4])


def read_share(value: object) -> Fraction:
    """Read "1/7" or "50%" into a share; a number alone is a share of one."""
    if isinstance(value, str):
        match = _SHARE.fullmatch(fold(value))
        if match is None or (match[2] and not Fraction(match[2])):
            raise ValueUnreadableError(f'“{shown(value)}” is not a share; write "50%" or "1/7"')
        share = Fraction(match[1]) / (Fraction(match[2]) if match[2] else 100)
        return _within_reason(share, value)
    share = read_number(value)
    if share < 0:
        raise ValueUnreadableError(f"{shown(value)} is below nothing; a share is 0 or more")
    return share


def read_fact(kind: FactKind, value: object) -> FactValue:
    """Return a fact as it is kept: folded words, whole minutes, exact pence.

    Raises ValueUnreadableError.
    """
    if kind is FactKind.WORDS:
        return fold(read_words(value))
    if kind is FactKind.YES_NO:
        return read_yes_no(value)
    if kind is FactKind.DAY:
        return read_day(value)
    if kind is FactKind.CLOCK:
        return read_clock(value)
    if kind is FactKind.LENGTH:
        return read_length(value)
    amount = read_money(value) if kind is FactKind.MONEY else read_number(value)
    if amount < 0:
        raise ValueUnreadableError(f"{shown(value)} is below nothing")
    return amount


def read_words(value: object) -> str:
    """Return text; raises ValueUnreadableError."""
    if not isinstance(value, str):
        raise ValueUnreadableError(f"“{shown(value)}” is not text; put it in quotation marks")
    return value.strip()


def read_yes_no(value: object) -> bool:
    """Return true or false; raises ValueUnreadableError."""
    if not isinstance(value, bool):
        raise ValueUnreadableError(f"“{shown(value)}” is not yes or no; write true or false")
    return value


def read_day(value: object) -> datetime.date:
    """Return a day; raises ValueUnreadableError."""
    if isinstance(value, datetime.datetime) or not isinstance(value, datetime.date):
        raise ValueUnreadableError(
            f"“{value}” is not a day; write 2026-06-01 without quotation marks"
        )
    return value
