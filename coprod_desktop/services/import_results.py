"""What an import came to, told the same way for every kind of sheet."""

import dataclasses
import datetime
from collections.abc import Mapping

from coprod_desktop.domain.name_matching import NameMatch
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets.problems import Problem
from coprod_desktop.spreadsheets.read_sheets import ReadSheet, SourceTotal


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """What an edited row says otherwise: the field in words, and how it was and is."""

    field: str
    was: str
    now: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """A row that came in before and was edited since.

    `held` says why the record cannot be changed, and is empty where it can. `is_sure` tells that
    other rows of the sheet are there already, so that it is the same sheet. `is_taken` tells that
    the change is applied.
    """

    record_id: int
    row: int
    sheet: str = ""
    name: str
    day: datetime.date
    fields: tuple[FieldChange, ...]
    held: str = ""
    is_sure: bool = True
    is_taken: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ImportResult:
    """The numbers of an import; `problems` name row, column and value, `notes` what was assumed.

    `minutes_total` and `pence_total` add up every row that could be read, new or there already.
    `added` counts pieces of work, claims or people; whoever was added along with them is in
    `people_added` and `projects_added`. `changes` are rows that were edited since they came in, and
    `changed` counts those of them that were applied. `source_totals` compares the sheet's own sums.
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
    changed: int = 0
    changes: tuple[RowChange, ...] = ()
    source_totals: tuple[SourceTotal, ...] = ()
    left_out_by_choice: int = 0


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
    changes: list[RowChange] = dataclasses.field(default_factory=list)
    changed_records: list[object] = dataclasses.field(default_factory=list)
    left_out_by_choice: int = 0
    aliases: Mapping[str, int] = dataclasses.field(default_factory=dict)
    name_rows: Mapping[str, int] = dataclasses.field(default_factory=dict)
    matches: Mapping[str, NameMatch] = dataclasses.field(default_factory=dict)

    @property
    def added(self) -> int:
        """How many records of the sheet's own kind come in."""
        return len(self.participants)


ROWS_A_STEP = 500
"""After so many rows a plan tells how far it is, and can be stopped."""


def no_progress(_done: int, _total: int) -> None:
    """Tell nobody how far it is."""


def stamp(plan: ImportPlan, read: ReadSheet) -> None:
    """Write the sheet's name on what was found in it, and in which column each problem stands."""
    places = _places(read)
    for listed in (plan.problems, plan.notes):
        for at, problem in enumerate(listed):
            if not problem.sheet:
                place = problem.place if problem.place is not None else places.get(problem.column)
                listed[at] = dataclasses.replace(problem, sheet=read.sheet, place=place)


def _places(read: ReadSheet) -> dict[str, int]:
    """Return the columns behind the words of refused rows."""
    words = {
        "name": _("Name"), "project": _("Project"), "what": _("What"), "kind": _("Kind"),
        "skills": _("Skills"), "note": _("Note"), "amount": _("Amount"), "duration": _("Time"),
        "minutes": _("Time"), "spent_what": _("What"), "spent_kind": _("Kind"),
        "miles": _("Miles"), "claimed": _("Amount"), "email": _("E-mail"), "phone": _("Phone"),
        "address": _("Address"), "name_on_papers": _("Name on papers"),
    }  # fmt: skip
    return {words[field]: place for field, place in read.places.items() if field in words}


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
