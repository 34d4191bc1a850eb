"""A case: what one person did, travelled and spent, with the facts that a policy asks about."""

import dataclasses
import datetime
from collections.abc import Mapping

from coprod_desktop.domain.policy.facts import FactValue
from coprod_desktop.domain.policy.rules import Subject


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A piece of work, a journey or a cost; `facts` are those that stand on the entry itself.

    Words are folded; `words` keeps them as they were written, for sentences.
    """

    subject: Subject
    facts: Mapping[str, FactValue]
    words: Mapping[str, str] = dataclasses.field(default_factory=dict)
    line: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Entries, and the facts that hold for all of them, for the person, or for one day."""

    entries: tuple[Entry, ...]
    claim: Mapping[str, FactValue] = dataclasses.field(default_factory=dict)
    person: Mapping[str, FactValue] = dataclasses.field(default_factory=dict)
    days: Mapping[datetime.date, Mapping[str, FactValue]] = dataclasses.field(default_factory=dict)
