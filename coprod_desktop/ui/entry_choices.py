"""Whom and what an entry can be about, for the forms that log work and expenses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from coprod_desktop.domain.activities import KINDS_OF_WORK
from coprod_desktop.domain.earlier import EarlierValues
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.ui.widgets.choice_edit import Choice

if TYPE_CHECKING:
    from coprod_desktop.services.office import Office


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChoices:
    """Whom and what an entry can be about, and what was written in its fields before.

    `also` says how else a person may be typed, by id.
    """

    people: tuple[Participant, ...]
    projects: tuple[Project, ...]
    kinds: tuple[str, ...] = KINDS_OF_WORK
    earlier: EarlierValues = field(default_factory=EarlierValues)
    also: Mapping[int, str] = field(default_factory=dict)

    def offered_people(self) -> list[Choice[int]]:
        """Return the people as a field offers them."""
        return [
            Choice(one.participant_id, one.name, self.also.get(one.participant_id, ""))
            for one in self.people
        ]

    def offered_projects(self) -> list[Choice[int]]:
        """Return the projects as a field offers them."""
        return [Choice(one.project_id, one.name) for one in self.projects]

    @property
    def only_project_id(self) -> int | None:
        """Return the project where there is just one."""
        return self.projects[0].project_id if len(self.projects) == 1 else None


def fetch_choices(office: "Office") -> EntryChoices:
    """Fetch what new entries can be about; call it on the database thread."""
    return choices_among(
        office,
        office.participants.everybody(),
        office.projects.open_projects(),
        office.policies.kinds_of_work(),
    )


def choices_among(
    office: "Office",
    people: tuple[Participant, ...],
    projects: tuple[Project, ...],
    kinds: tuple[str, ...],
) -> EntryChoices:
    """Return these choices with what was written before; call it on the database thread."""
    return EntryChoices(
        people=people,
        projects=projects,
        kinds=kinds,
        earlier=office.earlier.values(),
        also=also_called(people, office.name_aliases.all()),
    )


def also_called(people: Sequence[Participant], aliases: Mapping[str, int]) -> dict[int, str]:
    """Return how else each person may be typed: as on papers, and as in sheets."""
    also = {one.participant_id: [one.name_on_papers] for one in people}
    for alias, person_id in aliases.items():
        also.setdefault(person_id, []).append(alias)
    return {person_id: " ".join(filter(None, words)) for person_id, words in also.items()}
