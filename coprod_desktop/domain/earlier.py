"""What was written in forms before, to be offered again while somebody types."""

import dataclasses

from coprod_desktop.domain.contributions import Pay
from coprod_desktop.domain.expenses import ExpenseKind


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class EarlierWork:
    """A description of work, with what else was logged under it the last time."""

    what: str
    project_id: int
    kind_of_work: str
    minutes: int
    skills: str = ""
    pay: Pay = Pay.PAID


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class EarlierCost:
    """A description of a cost in pence, with what else was claimed under it the last time."""

    what: str
    project_id: int
    kind: ExpenseKind
    claimed_pence: int = 0
    tenth_miles: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class EarlierValues:
    """What was written in each kind of field before, newest first."""

    works: tuple[EarlierWork, ...] = ()
    costs: tuple[EarlierCost, ...] = ()
    skills: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    suppliers: tuple[str, ...] = ()
    """Who was paid for support to take part."""
