"""What changed in the file: one entry for each verb, with every row before and after."""

import dataclasses
import datetime
import enum


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One recorded change of the file; `verb` is what was done, as "log session".

    `digest` chains over `previous_digest`, the header and the digests of the row images, so that
    nothing can be altered or left out unnoticed.
    """

    change_id: int
    made_at: datetime.datetime
    operator: str
    verb: str
    rows: int
    undoes_id: int | None
    is_undone: bool
    previous_digest: str
    digest: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RowChange:
    """One row of one change; an image is None where the row did not exist."""

    table: str
    row_id: int
    before: dict[str, object] | None
    after: dict[str, object] | None


class StepKind(enum.StrEnum):
    """What a change is: something done, something taken back, or something done again."""

    DONE = "done"
    TAKEN_BACK = "taken back"
    DONE_AGAIN = "done again"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One change as the history shows it.

    `root_id` is the change that was taken back or done again, or the change itself; `verb` is what
    that did. `is_standing` says whether it counts now.
    """

    change_id: int
    made_at: datetime.datetime
    operator: str
    verb: str
    rows: int
    kind: StepKind
    root_id: int
    is_standing: bool


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class HistoryFilter:
    """Which changes to show: by whom, what was done, about what, on which days.

    None or empty means all. What was searched for is `word_verbs` or about one of
    `participant_ids`. `to_at` is the first moment after the days.
    """

    operator: str = ""
    verb: str = ""
    word_verbs: frozenset[str] | None = None
    participant_ids: frozenset[int] | None = None
    from_at: datetime.datetime | None = None
    to_at: datetime.datetime | None = None

    @property
    def is_all(self) -> bool:
        """Say whether every change is wanted."""
        return self == HistoryFilter()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Undoing:
    """What Undo would take back next, by its verb.

    Where that stays, `because` says why, and `before` is the step before it that could be taken
    back instead.
    """

    change: Change
    because: str = ""
    before: Change | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class BackStep:
    """One step of going back to a point: a change, and why it stays, if it does."""

    change: Change
    because: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ChangedValue:
    """One field of a record, before and after; None where it was not there.

    A link to another record is told by its words.
    """

    field: str
    before: object
    after: object


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ChangedRecord:
    """What one change did to one record; `title` says which it is, without its number.

    `is_hidden` where nothing of it is shown, because it was told in confidence or is erased.
    """

    table: str
    row_id: int
    title: str
    is_new: bool
    is_removed: bool
    is_hidden: bool
    values: tuple[ChangedValue, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RemovedThing:
    """Something that was removed and can be put back; `titles` say what it was, the main first."""

    change_id: int
    removed_at: datetime.datetime
    operator: str
    verb: str
    table: str
    titles: tuple[str, ...]
