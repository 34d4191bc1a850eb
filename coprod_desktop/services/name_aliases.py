"""Remember how else people are written in lists and sheets, as somebody confirmed it once."""

from collections.abc import Mapping

from coprod_desktop.domain.bulk_errors import AliasTakenError
from coprod_desktop.domain.name_aliases import NameAlias
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.text import clean_name, fold
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import participants
from coprod_desktop.storage.work import Reading, Work


class NameAliasService:
    """The verbs about how else somebody is written."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> Mapping[str, int]:
        """Return the id of the person for every way of writing, folded as `fold` does."""
        with self._desk.reading() as reading:
            return aliases_by_folded(reading)

    def of_participant(self, participant_id: int) -> tuple[NameAlias, ...]:
        """Return how else one person is written, in the order of the alphabet."""
        with self._desk.reading() as reading:
            found = reading.find(NameAlias, participant_id=participant_id)
        return tuple(sorted(found, key=lambda one: fold(one.alias)))

    def add(self, participant_id: int, alias: str) -> NameAlias:
        """Remember that a person is also written so; one that is known already is returned.

        Raises NotFoundError, NameMissingError, TextTooLongError, or AliasTakenError where somebody
        else is called or written so.
        """
        with self._desk.reading() as reading:
            known = _known(reading, participant_id, alias)
        if known is not None:
            return known
        new_id = self._desk.new_id()
        with self._desk.transaction("add name alias") as work:
            return add_alias(work, new_id, participant_id, alias)

    def remove(self, name_alias_id: int) -> None:
        """Forget one way of writing; raises NotFoundError."""
        with self._desk.transaction("remove name alias") as work:
            work.remove(work.get(NameAlias, name_alias_id))


def aliases_by_folded(reading: Reading) -> dict[str, int]:
    """Return the id of the person for every way of writing, folded as `fold` does."""
    return {fold(one.alias): one.participant_id for one in reading.find(NameAlias)}


def add_alias(work: Work, new_id: int, participant_id: int, alias: str) -> NameAlias:
    """Remember a way of writing inside a change that is under way.

    It is given `new_id` unless it is known already. Raises as `NameAliasService.add`.
    """
    work.get(Participant, participant_id)
    known = _known(work, participant_id, alias)
    if known is not None:
        return known
    new = NameAlias(name_alias_id=new_id, participant_id=participant_id, alias=clean_name(alias))
    _check_free(work, new)
    work.add(new)
    return new


def _known(reading: Reading, participant_id: int, alias: str) -> NameAlias | None:
    wanted = fold(clean_name(alias))
    found = reading.find(NameAlias, participant_id=participant_id)
    return next((one for one in found if fold(one.alias) == wanted), None)


def _check_free(reading: Reading, new: NameAlias) -> None:
    """Refuse what means somebody else; raises AliasTakenError."""
    taken_by = aliases_by_folded(reading).get(fold(new.alias))
    if taken_by is not None:
        whose = reading.get(Participant, taken_by)
        raise AliasTakenError(text=new.alias, name=whose.name)
    for person in participants.named(reading, new.alias):
        if person.participant_id != new.participant_id:
            raise AliasTakenError(text=new.alias, name=person.name)
