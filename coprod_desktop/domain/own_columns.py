"""Columns that a charity adds to a list by itself, and what stands in them."""

import dataclasses
import enum


class OwnKind(enum.StrEnum):
    """What a column of the charity's own holds."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    TICK = "tick"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class OwnColumn:
    """A column added to the list of one table, `subject`; `position` orders several."""

    own_column_id: int
    subject: str
    title: str
    kind: OwnKind
    position: int
    is_active: bool


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class OwnValue:
    """What stands in such a column for one row; a day as 2026-11-17, a tick as "yes"."""

    own_value_id: int
    own_column_id: int
    subject_id: int
    value: str
