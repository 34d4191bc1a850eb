"""What many entries become at once, field by field, and what that would change in each of them."""

import dataclasses
import datetime
import enum
from collections.abc import Sequence
from typing import Any

from coprod_desktop.domain.bulk_errors import MilesOrCostError
from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.expenses import MILEAGE_KINDS, ExpenseItem, ExpenseKind
from coprod_desktop.domain.participants import (
    Capacity,
    ContactBy,
    Edition,
    PaidBy,
    Participant,
    clean_participant,
)
from coprod_desktop.domain.text import clean_line, fold

CONTRIBUTIONS = "contributions"
EXPENSES = "expense_claims"
PARTICIPANTS = "participants"


class TextWay(enum.StrEnum):
    """Whether words take the place of what stands there, or come after it."""

    REPLACE = "replace"
    APPEND = "append"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class TextEdit:
    """Words for a field of text; replacing with none empties it."""

    text: str
    way: TextWay = TextWay.REPLACE

    def apply(self, before: str, *, joint: str) -> str:
        """Return the text of a field afterwards; `joint` stands between old and new words."""
        if self.way is TextWay.REPLACE or not before.strip():
            return self.text
        return f"{before}{joint}{self.text}" if self.text.strip() else before

    def apply_to_list(self, before: str) -> str:
        """Return a list as "Facilitation, Welsh" afterwards; nothing comes into it twice."""
        if self.way is TextWay.REPLACE:
            return self.text
        there = [one.strip() for one in before.split(",") if one.strip()]
        known = {fold(one) for one in there}
        new = [one.strip() for one in self.text.split(",") if one.strip()]
        return ", ".join([*there, *(one for one in new if fold(one) not in known)])


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ContributionEdit:
    """What contributions become; a field that is None stays as it is. Time is in minutes."""

    worked_on: datetime.date | None = None
    minutes: int | None = None
    project_id: int | None = None
    kind_of_work: str | None = None
    capacity: Capacity | None = None
    pay: Pay | None = None
    what: str | None = None
    skills: TextEdit | None = None
    note: TextEdit | None = None

    def apply(self, before: Contribution) -> Contribution:
        """Return the contribution with its texts tidied, not priced yet.

        Raises TextTooLongError, TextIsFormulaError or TextUnprintableError.
        """
        plain = ("worked_on", "minutes", "project_id", "kind_of_work", "capacity", "pay", "what")
        after = dataclasses.replace(before, **_ticked(self, plain))
        skills = before.skills if self.skills is None else self.skills.apply_to_list(before.skills)
        note = before.note if self.note is None else self.note.apply(before.note, joint=" ")
        return dataclasses.replace(
            after,
            kind_of_work=clean_line(after.kind_of_work),
            what=clean_line(after.what),
            skills=clean_line(skills),
            note=clean_line(note),
        )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExpenseEdit:
    """What lines of claims become; with `only_kind` the lines of that kind alone."""

    kind: ExpenseKind | None = None
    spent_on: datetime.date | None = None
    what: str | None = None
    only_kind: ExpenseKind | None = None

    def concerns(self, item: ExpenseItem) -> bool:
        """Say whether a line is one of those that are meant."""
        return self.only_kind is None or item.kind is self.only_kind

    def apply(self, before: ExpenseItem) -> ExpenseItem:
        """Return the line, not priced yet; a line called after its kind follows it.

        Raises MilesOrCostError, and the errors of text.
        """
        after = dataclasses.replace(before, **_ticked(self, ("kind", "spent_on", "what")))
        if (before.kind in MILEAGE_KINDS) is not (after.kind in MILEAGE_KINDS):
            raise MilesOrCostError()
        if self.what is None and before.what == before.kind.capitalize():
            after = dataclasses.replace(after, what=after.kind.capitalize())
        return dataclasses.replace(after, what=clean_line(after.what))


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ParticipantEdit:
    """What is kept about several people becomes; a field that is None stays as it is."""

    capacity: Capacity | None = None
    contact_by: ContactBy | None = None
    paid_by: PaidBy | None = None
    edition: Edition | None = None
    language: str | None = None
    is_active: bool | None = None
    wishes: TextEdit | None = None

    def apply(self, before: Participant) -> Participant:
        """Return the person; raises as `clean_participant`."""
        plain = ("capacity", "contact_by", "paid_by", "edition", "language", "is_active")
        after = dataclasses.replace(before, **_ticked(self, plain))
        if self.wishes is not None:
            wishes = self.wishes.apply(before.wishes, joint="\n")
            after = dataclasses.replace(after, wishes=wishes)
        return clean_participant(after)


BulkEdit = ContributionEdit | ExpenseEdit | ParticipantEdit


def is_empty(edit: BulkEdit) -> bool:
    """Say whether an edit would change nothing, because no field is ticked."""
    fields = [one.name for one in dataclasses.fields(edit) if one.name != "only_kind"]
    return not _ticked(edit, fields)


def subject_of(edit: BulkEdit) -> str:
    """Return the table whose rows are chosen; for lines of claims that is the claims'."""
    if isinstance(edit, ContributionEdit):
        return CONTRIBUTIONS
    return EXPENSES if isinstance(edit, ExpenseEdit) else PARTICIPANTS


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field of an entry before and after; a project is told by its name."""

    field: str
    before: object
    after: object


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Which entry is meant, for the reader: whose, of which day, and what it was."""

    row_id: int
    who: str
    on: datetime.date | None = None
    what: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """An entry that would change, and how."""

    entry: Entry
    differences: tuple[Difference, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class LeftRow:
    """An entry that stays as it is, and why."""

    entry: Entry
    error: DomainError


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class BulkPlan:
    """What an edit would do to the chosen rows, looked at after the change `change_id`.

    `records` are to be saved. `same` entries are so already. `before_pence` and `after_pence` are
    what was and would be offered for work, or agreed for expenses, of all that would change.
    """

    edit: BulkEdit
    row_ids: tuple[int, ...]
    records: tuple[object, ...]
    changes: tuple[PlannedRow, ...]
    left: tuple[LeftRow, ...]
    same: int = 0
    before_pence: int = 0
    after_pence: int = 0
    change_id: int = 0

    @property
    def difference_pence(self) -> int:
        """How much more would be offered or agreed; below nothing where it is less."""
        return self.after_pence - self.before_pence


def differences(before: object, after: object, fields: tuple[str, ...]) -> tuple[Difference, ...]:
    """Return what is another in two records, of these fields and in this order."""
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in fields)
    return tuple(
        Difference(field=name, before=was, after=now) for name, was, now in pairs if was != now
    )


def _ticked(edit: BulkEdit, names: Sequence[str]) -> dict[str, Any]:
    found = ((name, getattr(edit, name)) for name in names)
    return {name: value for name, value in found if value is not None}
