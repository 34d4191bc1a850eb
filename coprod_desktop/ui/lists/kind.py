"""What one list is: its name in the file, its columns, and how its values are worded."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from coprod_desktop.ui.lists.words import Word
from coprod_desktop.ui.widgets.columns import Column

R = TypeVar("R")


@dataclass(frozen=True, kw_only=True)  # without slots, for the reason given in columns.py
class ListKind(Generic[R]):
    """Describe a list: `list_name` is the table of its records, `words` word values by column."""

    list_name: str
    title: str
    columns: tuple[Column[R], ...]
    id_of: Callable[[R], int]
    words: Mapping[str, Word] = field(default_factory=dict)
