"""A flag and a note that somebody put on a row of a list; they change nothing that counts."""

import dataclasses
import enum


class Flag(enum.StrEnum):
    """The colour of a flag, which is always shown with its word."""

    NONE = ""
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"
    VIOLET = "violet"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RowMark:
    """The flag and note of one row; `subject` is the row's table, `subject_id` its id."""

    row_mark_id: int
    subject: str
    subject_id: int
    flag: Flag
    note: str
