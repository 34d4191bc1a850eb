"""What can be known about a piece of work, a journey or a cost, and how each fact is written."""

import dataclasses
import datetime
import enum
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

FactValue = str | bool | Fraction | int | datetime.date | frozenset[str]
"""Words, one or several; yes or no; a number, pence, minutes (also after midnight); a day."""


class FactKind(enum.StrEnum):
    """How the value of a fact is written and compared."""

    WORDS = "words"
    YES_NO = "yes or no"
    NUMBER = "number"
    MONEY = "money"
    LENGTH = "length"
    CLOCK = "clock"
    DAY = "day"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """The name of a fact, the kind of its value, and whether the program works it out."""

    name: str
    kind: FactKind
    is_derived: bool = False


def _facts(kind: FactKind, names: str, *, is_derived: bool = False) -> dict[str, Fact]:
    return {name: Fact(name=name, kind=kind, is_derived=is_derived) for name in names.split()}


FACTS: Mapping[str, Fact] = MappingProxyType(
    _facts(
        FactKind.DAY, "on agreed_on booked_on cancelled_on born_on sent_on received_on approved_on"
    )
    | _facts(FactKind.WORDS, "kind session role capacity place group_name project vehicle title")
    | _facts(FactKind.WORDS, "evidence cancelled_by method supplier")
    | _facts(FactKind.LENGTH, "time breaks away notice")
    | _facts(FactKind.CLOCK, "starts ends left_home got_home")
    | _facts(FactKind.NUMBER, "count miles passengers engine_cc nights days children people age")
    | _facts(FactKind.MONEY, "cost fare paid agreed_rate")
    | _facts(FactKind.YES_NO, "online attended receipt agreed_before earlier elsewhere unpaid")
    | _facts(
        FactKind.NUMBER,
        "notice_days notice_working_days booked_days booked_working_days sessions_that_day",
        is_derived=True,
    )
    | _facts(FactKind.WORDS, "entry weekday month also_that_day", is_derived=True)
    | _facts(FactKind.YES_NO, "bank_holiday", is_derived=True)
    | _facts(FactKind.LENGTH, "worked_that_day away_that_day", is_derived=True)
)

ONE_IF_NOT_GIVEN = frozenset({"count", "nights", "days", "children", "people"})
"""What a person has one of unless somebody says else; it counts for prices, not for conditions."""

ADDED_UP = frozenset({"time", "miles", "count", "nights", "days", "cost"})
"""What is summed where entries are counted together; of every other fact the newest counts."""


def quantity_of(facts: Mapping[str, FactValue], name: str) -> Fraction | None:
    """Return a fact as an exact number (minutes, miles, pence, how many), or None if not given."""
    value = facts.get(name)
    if isinstance(value, Fraction):
        return value
    if value is None:
        return Fraction(1) if name in ONE_IF_NOT_GIVEN else None
    if isinstance(value, str | datetime.date | frozenset):
        return None
    return Fraction(value)
