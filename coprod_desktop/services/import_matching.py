"""Match the names of a sheet with the people and projects of the file, and add who is missing."""

from collections.abc import Callable

from coprod_desktop.domain.participants import Capacity, Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.text import fold
from coprod_desktop.storage.work import Reading


class AmbiguousPersonError(Exception):
    """Several people of the file have this name, so it is not sure who is meant."""


class People:
    """The people of the file by name, accents and case aside; `added` are those it lacked."""

    def __init__(self, reading: Reading, new_id: Callable[[], int]) -> None:
        self._new_id = new_id
        self._by_name: dict[str, list[Participant]] = {}
        self._known: dict[tuple[str, str], Participant] = {}
        self.added: list[Participant] = []
        for person in reading.find(Participant):
            self._by_name.setdefault(fold(person.name), []).append(person)

    def find(self, name: str, email: str = "", capacity: Capacity | None = None) -> Participant:
        """Return the person of a name, a new one where there is none; raises AmbiguousPersonError.

        An e-mail address tells two people of one name apart. `capacity` is for a new person.
        """
        known = self._known.get((name, email))
        if known is None:
            known = self._known[name, email] = self._match(name, email, capacity)
        return known

    def named(self, name: str) -> list[Participant]:
        """Return everybody of a name."""
        return self._by_name.get(fold(name), [])

    def add(self, person: Participant) -> Participant:
        """Add somebody whom the file lacks."""
        self._by_name.setdefault(fold(person.name), []).append(person)
        self.added.append(person)
        return person

    def _match(self, name: str, email: str, capacity: Capacity | None) -> Participant:
        found = self.named(name)
        if len(found) > 1 and email:
            found = [person for person in found if fold(person.email) == fold(email)]
        if len(found) == 1:
            return found[0]
        if self.named(name):
            raise AmbiguousPersonError(name)
        person = Participant(
            participant_id=self._new_id(),
            name=name,
            email=email,
            capacity=capacity or Capacity.LIVED_EXPERIENCE,
        )
        return self.add(person)


class Projects:
    """The projects of the file by name; `added` are those it lacked."""

    def __init__(self, reading: Reading, new_id: Callable[[], int], fallback: str) -> None:
        self._new_id = new_id
        self._fallback = fallback
        self._by_name = {fold(one.name): one for one in reversed(reading.find(Project))}
        self._known: dict[str, Project] = {}
        self.added: list[Project] = []

    def find(self, name: str) -> Project:
        """Return the project of a name; work without one goes to a project called after the sheet.

        A project that the file lacks is added.
        """
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._match(name or self._fallback)
        return known

    def _match(self, name: str) -> Project:
        found = self._by_name.get(fold(name))
        if found is None:
            found = Project(project_id=self._new_id(), name=name)
            self._by_name[fold(name)] = found
            self.added.append(found)
        return found
