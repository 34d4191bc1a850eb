"""What a person said about a spreadsheet on its way in: how to read it, and who is meant."""

import dataclasses
import enum
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # it loads what compares headings
    from coprod_desktop.spreadsheets.mapping import ImportMap

NEW_PERSON = 0
LEFT_OUT = -1
Place = tuple[str, int, int]
"""The name of a worksheet, a row as Excel counts, and a column counting from 0."""
Progress = Callable[[int, int], None]


class SheetKind(enum.StrEnum):
    """What the rows of a spreadsheet are."""

    CONTRIBUTIONS = "contributions"
    EXPENSES = "expenses"
    PARTICIPANTS = "participants"
    OPEN_WORKBOOK = "open-workbook"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ImportDraft:
    """A spreadsheet with everything that was said about it; nothing of it is saved.

    `parts` are the tables to read, each with its map. `texts` are cells typed anew. `people` says
    by folded name who is meant: somebody's id, NEW_PERSON or LEFT_OUT. `no_projects` are folded
    names of new projects whose rows stay out. `changes` are ids of records to which a changed row
    is applied, `as_new` those whose row is something else and comes in as new. `asks`
    tells that a person looks at what is unclear: then a row that may be an edited one waits for an
    answer, even where nothing proves that the sheet came in before.
    """

    path: Path
    kind: SheetKind
    parts: tuple["ImportMap", ...]
    texts: Mapping[Place, str] = dataclasses.field(default_factory=dict)
    people: Mapping[str, int] = dataclasses.field(default_factory=dict)
    no_projects: frozenset[str] = frozenset()
    changes: frozenset[int] = frozenset()
    as_new: frozenset[int] = frozenset()
    takes_every_change: bool = False
    asks: bool = False
    keeps_layout: bool = False

    def takes(self, record_id: int) -> bool:
        """Return whether a changed row is applied to a record."""
        return self.takes_every_change or record_id in self.changes
