"""Read one line such as "catrin, amina 2h prep yesterday unpaid" as work and expenses."""

import dataclasses
import datetime
import enum
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.quick_names import FoundName, QuickNames
from coprod_desktop.domain.quick_words import (
    FILLERS,
    Answer,
    Token,
    read_answer,
    read_day,
    read_kind,
    read_project,
    read_time,
    read_what,
    split,
)
from coprod_desktop.domain.small_expenses import SmallCost, read_small_cost
from coprod_desktop.domain.text import fold

_LONGEST_PHRASE = 5
_JOINTS = frozenset({",", "and", "&", "+"})


class Role(enum.StrEnum):
    """What a stretch of the line was understood as."""

    NAME = "name"
    TIME = "time"
    DAY = "day"
    KIND = "kind"
    ANSWER = "answer"
    COST = "cost"
    PROJECT = "project"
    WHAT = "what"
    FILLER = "filler"
    UNSURE = "unsure"
    UNKNOWN = "unknown"


class Missing(enum.StrEnum):
    """What a line does not say yet, and has to."""

    WHO = "who"
    TIME = "time"
    KIND = "kind"
    PROJECT = "project"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of the line, from its first letter to behind its last, and what it is."""

    start: int
    end: int
    role: Role


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class QuickKnown:
    """Whom and what a line can name; `project_id` is meant where it names none."""

    names: QuickNames
    projects: tuple[Project, ...]
    kinds: tuple[str, ...]
    project_id: int | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class QuickReading:
    """How a line was understood; `names` holds those too that are not sure."""

    stretches: tuple[Stretch, ...] = ()
    names: tuple[FoundName, ...] = ()
    day: datetime.date
    minutes: int | None = None
    kind: str | None = None
    pay: Pay = Pay.PAID
    choice: Choice = Choice.ACCEPT
    part_pence: int = 0
    costs: tuple[SmallCost, ...] = ()
    project: Project | None = None
    what: str = ""
    unknown: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[Participant, ...]:
        """Return those who are surely meant, each once."""
        sure = (name.person for name in self.names)
        return tuple({one.participant_id: one for one in sure if one is not None}.values())

    @property
    def unsure(self) -> tuple[FoundName, ...]:
        """Return the names that may mean several people, or nobody."""
        return tuple(name for name in self.names if name.person is None)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Return what the line does not say yet."""
        found = []
        if not self.names:
            found.append(Missing.WHO)
        if self.minutes is None and (self.kind is not None or not self.costs):
            found.append(Missing.TIME)
        if self.kind is None and self.minutes is not None:
            found.append(Missing.KIND)
        if self.project is None:
            found.append(Missing.PROJECT)
        return tuple(found)

    @property
    def is_whole(self) -> bool:
        """Say whether the line can be saved as it stands."""
        return not (self.unknown or self.unsure or self.missing)


def read_line(
    line: str,
    known: QuickKnown,
    today: datetime.date,
    chosen: Mapping[str, int] | None = None,
) -> QuickReading:
    """Read a line; `chosen` says for folded names that mean several people who is meant.

    Names come first, parted by commas or "and"; all else may come in any order. A day without its
    year is at most a month ahead. Each thing is said once; what comes again is not understood.
    """
    reader = _Reader(split(line), known, today, chosen or {})
    reader.read_names()
    reader.read_rest()
    return reader.reading()


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """What was found so far; None for what the line did not say yet."""

    minutes: int | None = None
    day: datetime.date | None = None
    kind: str | None = None
    answer: Answer | None = None
    project: Project | None = None
    what: str | None = None
    costs: tuple[SmallCost, ...] = ()


class _Reader:
    """Go through the words of a line, the longest phrase that means something first."""

    def __init__(
        self,
        tokens: Sequence[Token],
        known: QuickKnown,
        today: datetime.date,
        chosen: Mapping[str, int],
    ) -> None:
        self._tokens, self._known, self._today, self._chosen = tokens, known, today, chosen
        self._at = 0
        self._draft = _Draft()
        self._stretches: list[Stretch] = []
        self._names: list[FoundName] = []
        self._unknown: list[str] = []
        self._ways: tuple[tuple[Role, Callable[[str], bool]], ...] = (
            (Role.WHAT, self._is_what),
            (Role.PROJECT, self._is_project),
            (Role.COST, self._is_cost),
            (Role.DAY, self._is_day),
            (Role.TIME, self._is_time),
            (Role.ANSWER, self._is_answer),
            (Role.KIND, self._is_kind),
        )

    def read_names(self) -> None:
        """Read the names at the beginning; one that nobody has ends where something else is."""
        while self._at < len(self._tokens):
            count = self._known_name()
            if count:
                self._name(count)
            elif self._names and self._means_something():
                return
            else:
                count = self._unknown_name()
                if not count:
                    return
                self._name(count)
            if self._at < len(self._tokens) and self._tokens[self._at].text in _JOINTS:
                self._take(1, Role.FILLER)
            else:
                return

    def read_rest(self) -> None:
        """Read everything behind the names."""
        while self._at < len(self._tokens):
            if self._take_phrase():
                continue
            if self._tokens[self._at].text.lower() in FILLERS:
                self._take(1, Role.FILLER)
            else:
                self._unknown.append(self._take(1, Role.UNKNOWN))

    def reading(self) -> QuickReading:
        """Return how the whole was understood."""
        draft = self._draft
        answer = draft.answer or Answer()
        usual = (one for one in self._known.projects if one.project_id == self._known.project_id)
        return QuickReading(
            stretches=tuple(self._stretches),
            names=tuple(self._names),
            day=draft.day or self._today,
            minutes=draft.minutes,
            kind=draft.kind,
            pay=answer.pay,
            choice=answer.choice,
            part_pence=answer.part_pence,
            costs=draft.costs,
            project=draft.project or next(usual, None),
            what=draft.what or "",
            unknown=tuple(self._unknown),
        )

    # --- stretches -----------------------------------------------------------------------------

    def _phrase(self, count: int) -> str:
        tokens = self._tokens[self._at : self._at + count]
        return " ".join(token.text for token in tokens)

    def _most(self) -> int:
        """Return how many words a phrase can have here: up to the next comma or the end."""
        rest = self._tokens[self._at : self._at + _LONGEST_PHRASE]
        ends = [at for at, token in enumerate(rest) if token.text == ","]
        return ends[0] if ends else len(rest)

    def _take(self, count: int, role: Role) -> str:
        text = self._phrase(count)
        first, last = self._tokens[self._at], self._tokens[self._at + count - 1]
        self._stretches.append(Stretch(start=first.start, end=last.end, role=role))
        self._at += count
        return text

    def _take_phrase(self) -> bool:
        for count in range(self._most(), 0, -1):
            for role, is_meant in self._ways:
                if is_meant(self._phrase(count)):
                    self._take(count, role)
                    return True
        return False

    # --- names ---------------------------------------------------------------------------------

    def _name(self, count: int) -> None:
        text = self._phrase(count)
        found = self._known.names.find(text, self._chosen.get(fold(text)))
        self._take(count, Role.NAME if found.person is not None else Role.UNSURE)
        first = self._stretches[-1]
        self._names.append(dataclasses.replace(found, start=first.start, end=first.end))

    def _known_name(self) -> int:
        """Return how many words from here are a name or its beginning; the most there can be."""
        for count in range(self._most(), 0, -1):
            if self._known.names.is_begun(self._phrase(count)):
                return count
        return 0

    def _unknown_name(self) -> int:
        """Return how many words from here mean nothing at all, so that they stand for a name."""
        start, count = self._at, 0
        while self._at < len(self._tokens) and not self._means_something():
            if self._tokens[self._at].text in _JOINTS:
                break
            self._at += 1
            count += 1
        self._at = start
        return count

    def _means_something(self) -> bool:
        """Say whether the words from here are anything but a name, without taking them."""
        before, self._draft = self._draft, _Draft()
        try:
            phrases = [self._phrase(count) for count in range(self._most(), 0, -1)]
            return any(is_meant(text) for text in phrases for _role, is_meant in self._ways)
        finally:
            self._draft = before

    # --- everything else: each says whether a phrase is such a thing, and keeps it --------------

    def _is_what(self, text: str) -> bool:
        what = read_what(text)
        return self._keep("what", what)

    def _is_project(self, text: str) -> bool:
        return self._keep("project", read_project(text, self._known.projects))

    def _is_day(self, text: str) -> bool:
        return self._keep("day", read_day(text, self._today))

    def _is_time(self, text: str) -> bool:
        return self._keep("minutes", read_time(text))

    def _is_answer(self, text: str) -> bool:
        return self._keep("answer", read_answer(text))

    def _is_kind(self, text: str) -> bool:
        return self._keep("kind", read_kind(text, self._known.kinds))

    def _is_cost(self, text: str) -> bool:
        cost = read_small_cost(text)
        if cost is None:
            return False
        self._draft = dataclasses.replace(self._draft, costs=(*self._draft.costs, cost))
        return True

    def _keep(self, name: str, value: Any) -> bool:
        """Keep what a phrase says, unless the line said such a thing before."""
        if value is None or getattr(self._draft, name) is not None:
            return False
        self._draft = dataclasses.replace(self._draft, **{name: value})
        return True
