"""Read days, amounts and numbers from the command line, and refuse others in a plain sentence.

What cannot be read at all is wrong usage; what can be read and cannot be, as 30 February, is
refused.
"""

import argparse
import datetime
import re

from coprod_desktop.cli.answers import RefusedError
from coprod_desktop.domain.errors import DateImpossibleError, MoneyUnreadableError
from coprod_desktop.domain.money import parse_pounds
from coprod_desktop.domain.paper_choices import SECTIONS, sections_of
from coprod_desktop.domain.paper_errors import SectionUnknownError
from coprod_desktop.i18n import _

_LARGEST = 2**63 - 1
_NOTHING = "nothing"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def day(text: str) -> datetime.date:
    """Read a day as 2026-11-17."""
    if not _DAY.fullmatch(text):
        raise argparse.ArgumentTypeError(
            _("“{text}” is not a day. Write it as 2026-11-17: year, month, day.").format(text=text)
        )
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise DateImpossibleError(text=text) from error


def pence(text: str) -> int:
    """Read an amount of pounds as 12.50."""
    try:
        return parse_pounds(text)
    except MoneyUnreadableError:
        raise argparse.ArgumentTypeError(
            _("“{text}” is not an amount in pounds. Write it as 12.50.").format(text=text)
        ) from None


def whole(text: str) -> int:
    """Read a whole number, nought or more, up to the largest number of a record."""
    if not re.fullmatch(r"\d{1,19}", text, re.ASCII) or int(text) > _LARGEST:
        raise argparse.ArgumentTypeError(
            _("“{text}” is not a whole number. Write it in figures.").format(text=text)
        )
    return int(text)


def pair(text: str) -> tuple[int, int]:
    """Read two whole numbers as 14=8123."""
    first, sign, second = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError(
            _("“{text}” is not a line and a payment. Write them as 14=8123.").format(text=text)
        )
    return whole(first), whole(second)


def sections(text: str) -> frozenset[str]:
    """Read parts of a statement as value,chart; “nothing” is none of them."""
    try:
        return frozenset() if text.strip() == _NOTHING else sections_of(text)
    except SectionUnknownError as error:
        words = _("“{text}” is no part of a statement that can be left out. Those are: {known}.")
        known = ", ".join(SECTIONS)
        told = words.format(text=error.facts["text"], known=known)
        raise argparse.ArgumentTypeError(told) from None


def line(text: str) -> str:
    """Read a text that is no formula: one that begins with “=” would be worked out by Excel."""
    if text.lstrip().startswith("="):
        raise RefusedError(
            _(
                "“{text}” begins with “=”, as a formula does. Nothing was changed. Write the "
                "words without it."
            ).format(text=text)
        )
    return text
