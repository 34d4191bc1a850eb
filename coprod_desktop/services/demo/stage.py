"""Hold what every part of the story needs: the open file and who and what is in it by now."""

import dataclasses
import datetime
from pathlib import Path

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.participants import Participant
from coprod_desktop.services.contributions import ContributionFilter
from coprod_desktop.services.demo.script import Script, Told
from coprod_desktop.services.demo.story_clock import StoryClock
from coprod_desktop.services.office import Office

_ONE_DAY = 200


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """The file, the script and the clock; ids of records by their keys in the story.

    `keys` are the people who are in this telling, `crowd` are more people without a part in it;
    `folder` is for receipts on their way into the file.
    """

    office: Office
    script: Script
    clock: StoryClock
    folder: Path
    keys: frozenset[str]
    seed: int
    crowd: list[Participant] = dataclasses.field(default_factory=list)
    people: dict[str, int] = dataclasses.field(default_factory=dict)
    projects: dict[str, int] = dataclasses.field(default_factory=dict)
    operators: dict[str, int] = dataclasses.field(default_factory=dict)

    def sit_down(self, key: str) -> None:
        """Let an operator of the story take the keyboard; the first one until they are there."""
        operator_id = self.operators.get(key)
        if operator_id and operator_id != self.office.operators.present.operator_id:
            self.office.operators.sit_down(operator_id)

    def work_of(self, key: str, worked_on: datetime.date) -> tuple[Contribution, ...]:
        """Return what one person did on a day; nothing where the story left it out."""
        if key not in self.people:
            return ()
        chosen = ContributionFilter(
            participant_id=self.people[key], from_on=worked_on, to_on=worked_on
        )
        found = self.office.contributions.page(chosen, None, _ONE_DAY)
        return tuple(self.office.contributions.get(one.contribution_id) for one in found)


def without(told: Told, *names: str) -> Told:
    """Return what is told without some names, for a record that has the others as fields."""
    return {name: value for name, value in told.items() if name not in names}
