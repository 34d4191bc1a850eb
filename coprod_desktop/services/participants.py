"""Keep the people who contribute, as each wants to be named and contacted."""

import dataclasses
from collections.abc import Iterable

from coprod_desktop.domain.errors import AlreadyThereError, AmbiguousNameError, NotFoundError
from coprod_desktop.domain.participants import Participant, clean_participant
from coprod_desktop.domain.summaries import ParticipantSummary
from coprod_desktop.domain.text import fold
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import participants
from coprod_desktop.storage.work import Reading


class ParticipantService:
    """The verbs about participants."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def page(
        self,
        after: tuple[str, int] | None,
        limit: int,
        typed: str = "",
        is_active: bool | None = True,
    ) -> tuple[ParticipantSummary, ...]:
        """Return the next participants by name, from behind a (name, id)."""
        with self._desk.reading() as reading:
            return participants.page(
                reading, after=after, limit=limit, typed=typed, is_active=is_active
            )

    def get(self, participant_id: int) -> Participant:
        """Return one participant; raises NotFoundError."""
        with self._desk.reading() as reading:
            return reading.get(Participant, participant_id)

    def everybody(self) -> tuple[Participant, ...]:
        """Return all active participants, for choosing by name."""
        with self._desk.reading() as reading:
            people = reading.find(Participant, is_active=True)
        return tuple(sorted(people, key=lambda person: fold(person.name)))

    def named(self, name: str) -> Participant:
        """Return the one of this name; raises NotFoundError or AmbiguousNameError."""
        with self._desk.reading() as reading:
            return one_named(reading, name)

    def add(self, participant: Participant, *, is_namesake: bool = False) -> Participant:
        """Add a person (the id is given here); raises AlreadyThereError for a second of one name.

        `is_namesake` says that this really is another person of the same name.
        """
        person = clean_participant(
            dataclasses.replace(participant, participant_id=self._desk.new_id())
        )
        with self._desk.transaction("add participant") as work:
            if not is_namesake and participants.named(work, person.name):
                raise AlreadyThereError(noun="participant", name=person.name)
            work.add(person)
        return person

    def add_all(self, names: Iterable[str]) -> tuple[Participant, ...]:
        """Add a person for each name, all in one change.

        Raises AlreadyThereError for a name that is there, NameMissingError or TextTooLongError.
        """
        people = tuple(
            clean_participant(Participant(participant_id=self._desk.new_id(), name=name))
            for name in names
        )
        with self._desk.transaction("add participants") as work:
            for person in people:
                if participants.named(work, person.name):
                    raise AlreadyThereError(noun="participant", name=person.name)
                work.add(person)
        return people

    def save(self, participant: Participant) -> Participant:
        """Save what changed about a person; raises NotFoundError and the errors of text."""
        person = clean_participant(participant)
        with self._desk.transaction("change participant") as work:
            work.update(person)
        return person


def one_named(reading: Reading, name: str) -> Participant:
    """Return the one participant of this name; raises NotFoundError or AmbiguousNameError."""
    found = participants.named(reading, name)
    if not found:
        raise NotFoundError(noun="participant", name=name)
    if len(found) > 1:
        raise AmbiguousNameError(noun="participant", name=name)
    return found[0]
