"""What an import came to, told the same way for every kind of sheet."""

import dataclasses
from collections.abc import Mapping

from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets.problems import Problem


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """The numbers of an import; `problems` name row, column and value, `notes` what was assumed.

    `minutes_total` and `pence_total` add up every row that could be read, new or there already.
    `added` counts pieces of work, claims or people; whoever was added along with them is in
    `people_added` and `projects_added`.
    """

    rows_read: int
    added: int
    already_there: int
    skipped: int
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    minutes_total: int = 0
    pence_total: int = 0
    people_added: int = 0
    projects_added: int = 0
    is_dry_run: bool = False


@dataclasses.dataclass(slots=True, kw_only=True)
class ImportPlan:
    """What an import would add, worked out before anything is saved."""

    participants: list[Participant] = dataclasses.field(default_factory=list)
    projects: list[Project] = dataclasses.field(default_factory=list)
    problems: list[Problem] = dataclasses.field(default_factory=list)
    notes: list[Problem] = dataclasses.field(default_factory=list)
    already_there: int = 0
    minutes_total: int = 0
    pence_total: int = 0


class RefusedRow(Exception):  # noqa: N818  # it is no fault: the row becomes a line of the result
    """A row cannot come in: which column, what stands there, and why, for the reader."""

    def __init__(self, column: str, value: str, message: str) -> None:
        super().__init__(message)
        self._column, self._value, self._message = column, value, message

    def problem(self, row: int) -> Problem:
        """Return the problem of a row."""
        return Problem(row=row, column=self._column, value=self._value, message=self._message)


def refuse_formulas(texts: Mapping[str, str]) -> None:
    """Refuse a text that begins as a formula does: Excel would work it out one day."""
    for column, text in texts.items():
        if text.startswith("="):
            message = _(
                "This begins with “=”, as a formula does. Write the words without it, or save "
                "the sheet with the formula's result."
            )
            raise RefusedRow(column, text[:200], message)


def two_of_a_name() -> str:
    """Word that a name fits several people."""
    return _(
        "Several people in the file have this name. Make the names differ, in the file and in "
        "the sheet."
    )
