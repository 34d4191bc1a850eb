"""What a check found, and the note with which somebody set it aside."""

import dataclasses
import datetime
import enum
import hashlib
from collections.abc import Iterable

from coprod_desktop.domain.errors import ReasonMissingError
from coprod_desktop.domain.text import clean_note

CONTRIBUTIONS = "contributions"
CLAIMS = "expense_claims"
PROJECTS = "projects"


class CheckKind(enum.StrEnum):
    """What a check is about."""

    LOW_FEE = "fee below the minimum wage"
    SAME_HOUR = "same hour valued twice"
    OVERLAP = "overlap"
    DUPLICATE = "perhaps entered twice"
    FUTURE = "in the future"
    ALLOWANCE = "allowance above likely cost"
    LATE_CLAIM = "claim after the deadline"
    BUDGET = "budget overrun"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something worth a second look: why, with the numbers, and what to think of.

    `subject` names the table and `subject_id` the row. `fingerprint` stands for the facts, so that
    a dismissal ends when they change; what concerns several rows has one fingerprint for all.
    """

    kind: CheckKind
    subject: str
    subject_id: int
    participant_id: int | None
    because: str
    advice: str
    fingerprint: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Dismissal:
    """The note with which somebody set a finding aside; it holds while the facts stay."""

    dismissal_id: int
    subject: str
    subject_id: int
    kind: CheckKind
    fingerprint: str
    note: str
    operator_id: int
    dismissed_at: datetime.datetime


def fingerprint_of(kind: CheckKind, *facts: object) -> str:
    """Return the fingerprint of a finding's facts, which tell which rows it is about."""
    told = "\x1f".join((kind.value, *map(str, facts)))
    return hashlib.sha256(told.encode()).hexdigest()


def clean_dismissal(dismissal: Dismissal) -> Dismissal:
    """Return the dismissal tidied; raises ReasonMissingError without a note, TextTooLongError."""
    note = clean_note(dismissal.note)
    if not note:
        raise ReasonMissingError()
    return dataclasses.replace(dismissal, note=note)


def still_open(findings: Iterable[Finding], dismissals: Iterable[Dismissal]) -> tuple[Finding, ...]:
    """Return the findings that nobody set aside since their facts are as they are."""
    aside = {(one.kind, one.fingerprint) for one in dismissals}
    return tuple(one for one in findings if (one.kind, one.fingerprint) not in aside)
