"""Keep projects, what was agreed with whom, and what support to take part cost."""

import dataclasses

from coprod_desktop.domain.dates import check_day
from coprod_desktop.domain.errors import AlreadyThereError, NotFoundError
from coprod_desktop.domain.expenses import SupportCost, clean_support_cost
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import (
    Engagement,
    Project,
    clean_engagement,
    clean_project,
)
from coprod_desktop.domain.summaries import ProjectSummary
from coprod_desktop.domain.text import fold
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import projects


class ProjectService:
    """The verbs about projects."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def summaries(self) -> tuple[ProjectSummary, ...]:
        """Return every project with its sums."""
        with self._desk.reading() as reading:
            return projects.all_summaries(reading)

    def open_projects(self) -> tuple[Project, ...]:
        """Return the projects that work can be logged for."""
        with self._desk.reading() as reading:
            found = reading.find(Project, is_open=True)
        return tuple(sorted(found, key=lambda project: fold(project.name)))

    def get(self, project_id: int) -> Project:
        """Return one project; raises NotFoundError."""
        with self._desk.reading() as reading:
            return reading.get(Project, project_id)

    def named(self, name: str) -> Project:
        """Return the project of this name; raises NotFoundError."""
        with self._desk.reading() as reading:
            project_id = projects.ids_by_folded_name(reading).get(fold(name))
            if project_id is None:
                raise NotFoundError(noun="project", name=name)
            return reading.get(Project, project_id)

    def add(self, project: Project) -> Project:
        """Add a project (the id is given here); raises AlreadyThereError, NameMissingError."""
        new = clean_project(dataclasses.replace(project, project_id=self._desk.new_id()))
        with self._desk.transaction("add project") as work:
            if fold(new.name) in projects.ids_by_folded_name(work):
                raise AlreadyThereError(noun="project", name=new.name)
            work.add(new)
        return new

    def save(self, project: Project) -> Project:
        """Save what changed about a project; raises NotFoundError and as `add`."""
        clean = clean_project(project)
        with self._desk.transaction("change project") as work:
            known = projects.ids_by_folded_name(work).get(fold(clean.name), clean.project_id)
            if known != clean.project_id:
                raise AlreadyThereError(noun="project", name=clean.name)
            work.update(clean)
        return clean

    def engagements(self, *, participant_id: int) -> tuple[Engagement, ...]:
        """Return what was agreed with a person."""
        with self._desk.reading() as reading:
            return reading.find(Engagement, participant_id=participant_id)

    def agree(self, engagement: Engagement) -> Engagement:
        """Save what was agreed with a person; an id of 0 means a new agreement.

        Raises PeriodBackwardsError, NegativeMoneyError, NotFoundError or the errors of text.
        """
        clean = clean_engagement(engagement)
        with self._desk.transaction("agree engagement") as work:
            work.get(Participant, clean.participant_id)
            work.get(Project, clean.project_id)
            if clean.engagement_id:
                work.update(clean)
            else:
                clean = dataclasses.replace(clean, engagement_id=self._desk.new_id())
                work.add(clean)
        return clean

    def support_costs(self, project_id: int) -> tuple[SupportCost, ...]:
        """Return what support to take part cost in a project."""
        with self._desk.reading() as reading:
            return reading.find(SupportCost, project_id=project_id)

    def add_support_cost(self, cost: SupportCost) -> SupportCost:
        """Record what support to take part cost; it is never anybody's pay.

        Raises NameMissingError, NegativeMoneyError, DateOutOfRangeError or NotFoundError.
        """
        new = clean_support_cost(dataclasses.replace(cost, support_cost_id=self._desk.new_id()))
        check_day(new.incurred_on, self._desk.today())
        with self._desk.transaction("add support cost") as work:
            work.get(Project, new.project_id)
            if new.participant_id is not None:
                work.get(Participant, new.participant_id)
            work.add(new)
        return new
