"""Word what a list is filtered by, and the values that stand in its columns."""

import datetime
from collections.abc import Callable, Mapping
from typing import Any

from coprod_desktop.domain.dates import list_day, parse_day
from coprod_desktop.domain.list_extracts import ColumnKind
from coprod_desktop.domain.list_looks import ColumnFilter
from coprod_desktop.domain.money import format_pounds, parse_pounds
from coprod_desktop.domain.numbers import format_number, parse_number
from coprod_desktop.domain.time import parse_minutes, short_hours
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.widgets.columns import Column

Word = Callable[[str], str]
_FEW = 3


def value_words(column: Column[Any], value: str, words: Mapping[str, Word]) -> str:
    """Write a value of a column as people read it."""
    if not value and column.key not in words:
        return _("(empty)")
    try:
        return _worded(column, value, words)
    except ValueError:  # from a view that another version kept, or somebody wrote by hand
        return value


def _worded(column: Column[Any], value: str, words: Mapping[str, Word]) -> str:
    if column.key in words:
        return words[column.key](value)
    if column.kind is ColumnKind.TICK:
        return _("Yes")
    if column.kind is ColumnKind.DAY:
        return list_day(datetime.date.fromisoformat(value))
    if column.kind is ColumnKind.MINUTES:
        return short_hours(int(value))
    if column.kind is ColumnKind.PENCE:
        return format_pounds(int(value))
    return value


def typed_words(column: Column[Any], value: str) -> str:
    """Write one end of a range as somebody would type it."""
    if not value:
        return ""
    if column.kind is ColumnKind.DAY:
        return f"{datetime.date.fromisoformat(value):%d/%m/%Y}"
    if column.kind is ColumnKind.MINUTES:
        return f"{int(value) // 60}:{int(value) % 60:02d}"
    if column.kind is ColumnKind.PENCE:
        return f"{int(value) / 100:.2f}"
    return value


def read_typed(column: Column[Any], text: str, today: datetime.date) -> str:
    """Read one end of a range as a filter keeps it; raises the errors of its kind."""
    plain = text.strip()
    if not plain:
        return ""
    if column.kind is ColumnKind.DAY:
        return parse_day(plain, today).isoformat()
    if column.kind is ColumnKind.MINUTES:
        return str(parse_minutes(plain))
    if column.kind is ColumnKind.PENCE:
        return str(parse_pounds(plain))
    return format_number(parse_number(plain)).replace(",", "")


def has_range(column: Column[Any]) -> bool:
    """Say whether a column is asked for from and to."""
    kinds = (ColumnKind.DAY, ColumnKind.MINUTES, ColumnKind.PENCE, ColumnKind.NUMBER)
    return column.kind in kinds


def sort_words(column: Column[Any]) -> tuple[str, str]:
    """Say what sorting by a column puts first: upwards, and downwards."""
    if column.kind is ColumnKind.DAY:
        return _("Earliest first"), _("Latest first")
    if has_range(column):
        return _("Smallest first"), _("Largest first")
    return _("Sort A to Z"), _("Sort Z to A")


def filter_words(column: Column[Any], wanted: ColumnFilter, words: Mapping[str, Word]) -> str:
    """Say in a few words what is asked of a column."""
    parts = []
    if wanted.ticked is not None:
        shown = [value_words(column, value, words) for value in wanted.ticked[:_FEW]]
        more = len(wanted.ticked) - len(shown)
        told = ", ".join(shown)
        if more > 0:
            told = ngettext("{told} and {more} more", "{told} and {more} more", more).format(
                told=told, more=more
            )
        parts.append(told)
    if wanted.contains:
        parts.append(_("has “{letters}”").format(letters=wanted.contains))
    if wanted.lowest:
        parts.append(_("from {value}").format(value=value_words(column, wanted.lowest, words)))
    if wanted.highest:
        parts.append(_("up to {value}").format(value=value_words(column, wanted.highest, words)))
    return _("{column}: {what}").format(column=column.title, what="; ".join(parts))
