"""Keep the people who contribute, as each wants to be named, contacted and paid."""

import dataclasses

from coprod_desktop.domain.errors import (
    AlreadyThereError,
    AmbiguousNameError,
    NotFoundError,
)
from coprod_desktop.domain.participants import (
    BankDetails,
    Participant,
    clean_bank_details,
    clean_participant,
)
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

    def save(self, participant: Participant) -> Participant:
        """Save what changed about a person; raises NotFoundError and the errors of text."""
        person = clean_participant(participant)
        with self._desk.transaction("change participant") as work:
            work.update(person)
        return person

    def bank_details(self, participant_id: int) -> BankDetails | None:
        """Return where a person's money goes, if known."""
        with self._desk.reading() as reading:
            return bank_details_of(reading, participant_id)

    def save_bank_details(self, details: BankDetails) -> BankDetails:
        """Save where a person's money goes.

        Raises SortCodeUnreadableError, AccountNumberUnreadableError, NotFoundError or the errors of
        a name.
        """
        clean = clean_bank_details(details)
        with self._desk.transaction("change bank details") as work:
            work.get(Participant, details.participant_id)
            known = bank_details_of(work, details.participant_id)
            if known is None:
                clean = dataclasses.replace(clean, bank_details_id=self._desk.new_id())
                work.add(clean)
            else:
                clean = dataclasses.replace(clean, bank_details_id=known.bank_details_id)
                work.update(clean)
        return clean


def one_named(reading: Reading, name: str) -> Participant:
    """Return the one participant of this name; raises NotFoundError or AmbiguousNameError."""
    found = participants.named(reading, name)
    if not found:
        raise NotFoundError(noun="participant", name=name)
    if len(found) > 1:
        raise AmbiguousNameError(noun="participant", name=name)
    return found[0]


def bank_details_of(reading: Reading, participant_id: int) -> BankDetails | None:
    """Return the bank details of a person, if known."""
    found = reading.find(BankDetails, participant_id=participant_id)
    return found[0] if found else None
