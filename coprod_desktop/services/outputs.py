"""Keep the things that people made, who is credited for them, and the roll of contributors."""

import dataclasses

from coprod_desktop.domain.dates import check_day
from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.domain.outputs import (
    Credit,
    Output,
    RollLine,
    clean_credit,
    clean_output,
    name_on,
    roll_of,
)
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.text import fold
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage.work import Reading


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CreditedPerson:
    """A credit, whose it is, and how they are named on the thing; empty where not at all."""

    credit: Credit
    participant: str
    named: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class MadeThing:
    """A thing that was made, with its project's name and everybody who is credited for it."""

    output: Output
    project: str
    credited: tuple[CreditedPerson, ...]


class OutputService:
    """The verbs about things that people made."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self, project_id: int | None = None) -> tuple[MadeThing, ...]:
        """Return what was made, in one project or in all, the newest first; undated last."""
        with self._desk.reading() as reading:
            of_project = {} if project_id is None else {"project_id": project_id}
            found = reading.find(Output, **of_project)
            return _newest_first(_made_things(reading, found))

    def get(self, output_id: int) -> Output:
        """Return one thing that was made; raises NotFoundError."""
        with self._desk.reading() as reading:
            return reading.get(Output, output_id)

    def titled(self, title: str, project_id: int | None = None) -> tuple[Output, ...]:
        """Return the things of this title, whatever its letters; raises NotFoundError for none."""
        with self._desk.reading() as reading:
            found = tuple(one for one in reading.find(Output) if fold(one.title) == fold(title))
        if project_id is not None:
            found = tuple(one for one in found if one.project_id == project_id)
        if not found:
            raise NotFoundError(noun="output", name=title)
        return found

    def add(self, output: Output) -> Output:
        """Add a thing that was made (the id is given here).

        Raises NameMissingError, DateOutOfRangeError, NotFoundError or the errors of text.
        """
        new = self._clean(dataclasses.replace(output, output_id=self._desk.new_id()))
        with self._desk.transaction("add output") as work:
            work.get(Project, new.project_id)
            work.add(new)
        return new

    def save(self, output: Output) -> Output:
        """Save what changed about a thing that was made; raises as `add`."""
        clean = self._clean(output)
        with self._desk.transaction("change output") as work:
            work.get(Project, clean.project_id)
            work.update(clean)
        return clean

    def remove(self, output_id: int) -> Output:
        """Remove a thing with all its credits; raises NotFoundError."""
        with self._desk.transaction("remove output") as work:
            output = work.get(Output, output_id)
            for credit in work.find(Credit, output_id=output_id):
                work.remove(credit)
            work.remove(output)
        return output

    def add_credit(self, credit: Credit) -> Credit:
        """Credit somebody for a thing (the id is given here).

        Raises NameMissingError, NotFoundError or the errors of text.
        """
        new = clean_credit(dataclasses.replace(credit, credit_id=self._desk.new_id()))
        with self._desk.transaction("add credit") as work:
            _check_links(work, new)
            work.add(new)
        return new

    def credit(self, credit_id: int) -> Credit:
        """Return one credit; raises NotFoundError."""
        with self._desk.reading() as reading:
            return reading.get(Credit, credit_id)

    def save_credit(self, credit: Credit) -> Credit:
        """Save what changed about a credit; raises as `add_credit`."""
        clean = clean_credit(credit)
        with self._desk.transaction("change credit") as work:
            _check_links(work, clean)
            work.update(clean)
        return clean

    def remove_credit(self, credit_id: int) -> Credit:
        """Take a credit away; raises NotFoundError."""
        with self._desk.transaction("remove credit") as work:
            credit = work.get(Credit, credit_id)
            work.remove(credit)
        return credit

    def roll(self, project_id: int) -> tuple[RollLine, ...]:
        """Return everybody who is credited in a project, named as each wishes.

        Raises NotFoundError.
        """
        with self._desk.reading() as reading:
            reading.get(Project, project_id)
            made = {one.output_id for one in reading.find(Output, project_id=project_id)}
            credited = [one for one in reading.find(Credit) if one.output_id in made]
            return roll_of(credited, _people(reading, credited))

    def _clean(self, output: Output) -> Output:
        clean = clean_output(output)
        if clean.made_on is not None:
            check_day(clean.made_on, self._desk.today())
        return clean


def _check_links(reading: Reading, credit: Credit) -> None:
    reading.get(Output, credit.output_id)
    reading.get(Participant, credit.participant_id)


def _people(reading: Reading, credited: list[Credit]) -> dict[int, Participant]:
    ids = {one.participant_id for one in credited}
    return {one.participant_id: one for one in reading.among(Participant, ids)}


def _made_things(reading: Reading, outputs: tuple[Output, ...]) -> list[MadeThing]:
    projects = {one.project_id: one.name for one in reading.find(Project)}
    wanted = {one.output_id for one in outputs}
    credited = [one for one in reading.find(Credit) if one.output_id in wanted]
    people = _people(reading, credited)
    by_output: dict[int, list[CreditedPerson]] = {}
    for one in credited:
        person = people[one.participant_id]
        said = CreditedPerson(credit=one, participant=person.name, named=name_on(one, person))
        by_output.setdefault(one.output_id, []).append(said)
    return [
        MadeThing(
            output=one,
            project=projects[one.project_id],
            credited=tuple(by_output.get(one.output_id, ())),
        )
        for one in outputs
    ]


def _newest_first(things: list[MadeThing]) -> tuple[MadeThing, ...]:
    by_title = sorted(things, key=lambda one: (fold(one.output.title), one.output.output_id))
    dated = [one for one in by_title if one.output.made_on]
    undated = [one for one in by_title if not one.output.made_on]
    dated.sort(key=lambda one: str(one.output.made_on), reverse=True)
    return (*dated, *undated)
