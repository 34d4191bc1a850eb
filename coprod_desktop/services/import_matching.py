"""Match the names of a sheet with the people and projects of the file, and add who is missing."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol

from coprod_desktop.domain.name_matching import Meaning, NameMatch, NameMatcher
from coprod_desktop.domain.participants import Capacity, Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.text import fold
from coprod_desktop.services.import_drafts import LEFT_OUT, NEW_PERSON
from coprod_desktop.services.import_results import ImportPlan
from coprod_desktop.services.name_aliases import aliases_by_folded
from coprod_desktop.storage.work import Reading


class AmbiguousPersonError(Exception):
    """Several people of the file have this name, so it is not sure who is meant."""


class LeftOutError(Exception):
    """A person said that rows of this name, or of this project, stay out."""


class People:
    """The people of the file by name, accents and case aside; `added` are those it lacked.

    `decisions` says by folded name who is meant, where a person was asked.
    """

    def __init__(
        self,
        reading: Reading,
        new_id: Callable[[], int],
        decisions: Mapping[str, int] | None = None,
    ) -> None:
        self._new_id = new_id
        self._decisions = decisions or {}
        self._by_name: dict[str, list[Participant]] = {}
        self._known: dict[tuple[str, str], Participant] = {}
        self._in_file = reading.find(Participant)
        self._by_id = {person.participant_id: person for person in self._in_file}
        self._aliases = aliases_by_folded(reading)
        self._taken: dict[str, str] = {}
        self.added: list[Participant] = []
        for person in self._in_file:
            self._by_name.setdefault(fold(person.name), []).append(person)

    def find(self, name: str, email: str = "", capacity: Capacity | None = None) -> Participant:
        """Return the person of a name, a new one where there is none.

        An e-mail address tells two people of one name apart. `capacity` is for a new person.
        Raises AmbiguousPersonError or LeftOutError.
        """
        known = self._known.get((name, email))
        if known is None:
            known = self._known[name, email] = self._match(name, email, capacity)
        return known

    def named(self, name: str) -> list[Participant]:
        """Return everybody of a name."""
        return self._by_name.get(fold(name), [])

    def also_written(self, name: str) -> Participant | None:
        """Return who is also written so, as somebody confirmed it once."""
        return self._by_id.get(self._aliases.get(fold(name), 0))

    def decided(self, name: str) -> Participant | None:
        """Return whom somebody said that a name means; None where nobody did.

        Raises LeftOutError where its rows are to stay out.
        """
        decision = self._decisions.get(fold(name))
        if decision == LEFT_OUT:
            raise LeftOutError(name)
        self._taken[fold(name)] = name
        return None if decision is None else self._by_id.get(decision)

    def is_new(self, name: str) -> bool:
        """Return whether somebody said that a name is a new person's, whoever is called so."""
        return self._decisions.get(fold(name)) == NEW_PERSON

    def is_in_file(self, person: Participant) -> bool:
        """Return whether somebody was there before this sheet."""
        return person.participant_id in self._by_id

    def matches(self, names: Counter[str]) -> dict[str, NameMatch]:
        """Say of each name of a sheet whom it means or may mean."""
        matcher = NameMatcher(self._in_file, self._aliases)
        return {name: self._sure(name) or matcher.match(name) for name in names}

    def _sure(self, name: str) -> NameMatch | None:
        namesakes = [one for one in self.named(name) if self.is_in_file(one)]
        if not namesakes:
            return None
        meaning = Meaning.SURE if len(namesakes) == 1 else Meaning.NAMESAKES
        return NameMatch(meaning=meaning, people=tuple(namesakes))

    def chosen_aliases(self) -> dict[str, int]:
        """Return the ways of writing that somebody confirmed just now, with the person's id."""
        written = self._taken
        return {
            written[plain]: person_id
            for plain, person_id in self._decisions.items()
            if person_id in self._by_id and plain in written and not self.named(plain)
            and self._aliases.get(plain) is None
        }  # fmt: skip

    def add(self, person: Participant) -> Participant:
        """Add somebody whom the file lacks."""
        self._by_name.setdefault(fold(person.name), []).append(person)
        self.added.append(person)
        return person

    def _match(self, name: str, email: str, capacity: Capacity | None) -> Participant:
        if (decided := self.decided(name)) is not None:
            return decided
        is_new = self.is_new(name)
        found = self.named(name)
        if len(found) > 1 and email:
            found = [person for person in found if fold(person.email) == fold(email)]
        if len(found) == 1 and not (is_new and self.is_in_file(found[0])):
            return found[0]
        if not is_new:
            if self.named(name):
                raise AmbiguousPersonError(name)
            if (alias := self.also_written(name)) is not None:
                return alias
        return self.add(
            Participant(
                participant_id=self._new_id(),
                name=name,
                email=email,
                capacity=capacity or Capacity.LIVED_EXPERIENCE,
            )
        )


class Projects:
    """The projects of the file by name; `added` are those it lacked, `left_out` stay out."""

    def __init__(
        self,
        reading: Reading,
        new_id: Callable[[], int],
        fallback: str,
        left_out: Collection[str] = (),
    ) -> None:
        self._new_id = new_id
        self._fallback = fallback
        self._left_out = left_out
        self._by_name = {fold(one.name): one for one in reversed(reading.find(Project))}
        self._known: dict[str, Project] = {}
        self.added: list[Project] = []

    def find(self, name: str) -> Project:
        """Return the project of a name; work without one goes to a project called after the sheet.

        A project that the file lacks is added. Raises LeftOutError.
        """
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._match(name or self._fallback)
        return known

    def _match(self, name: str) -> Project:
        found = self._by_name.get(fold(name))
        if found is None:
            if fold(name) in self._left_out:
                raise LeftOutError(name)
            found = Project(project_id=self._new_id(), name=name)
            self._by_name[fold(name)] = found
            self.added.append(found)
        return found


class _Named(Protocol):
    @property
    def name(self) -> str:
        """Return whose row it is."""


class _WithNames(Protocol):
    @property
    def entries(self) -> Sequence[_Named]:
        """Return the rows."""


def name_people(
    plan: ImportPlan, people: People, reads: Sequence[_WithNames], *, asks: bool
) -> None:
    """Note in a plan whom the names of the sheets mean, and what is remembered of the answers."""
    plan.aliases = people.chosen_aliases()
    if asks:
        rows = Counter(entry.name for read in reads for entry in read.entries)
        plan.name_rows = rows
        plan.matches = people.matches(rows)
