"""A list as it goes out of the window: its columns, and every row of it with its filters."""

import dataclasses
import datetime
import enum
from collections.abc import Iterator
from decimal import Decimal

PlainValue = str | int | bool | Decimal | datetime.date | None


class ColumnKind(enum.Enum):
    """What the values of a column are: text, a day, minutes, pence, a number, a code, a tick."""

    TEXT = "text"
    DAY = "day"
    MINUTES = "minutes"
    PENCE = "pence"
    NUMBER = "number"
    CODE = "code"
    TICK = "tick"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExtractColumn:
    """One column: its stable key, its title as shown, and what its values are.

    The values of a kind: text and code are str, a day is a date, minutes and pence are int, a
    number is int or Decimal, a tick is bool; None where the cell is empty.
    """

    key: str
    title: str
    kind: ColumnKind = ColumnKind.TEXT


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ListExtract:
    """Every row of a list, in its order and with its filters, in the columns it shows.

    `rows` fetches page by page while it is read, so read it on the database thread, and once.
    `filtered_by` says in words which rows those are; empty where they are all.
    """

    title: str
    columns: tuple[ExtractColumn, ...]
    rows: Iterator[tuple[PlainValue, ...]]
    filtered_by: str = ""
