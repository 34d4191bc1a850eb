"""Answer the projects page: list, show, add and change projects."""

from collections.abc import Callable, Sequence
from typing import Protocol

from coprod_desktop.domain.checks.findings import PROJECTS
from coprod_desktop.domain.errors import MoneyTooLargeError, PeriodBackwardsError, TextTooLongError
from coprod_desktop.domain.expenses import SupportCost
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.summaries import ProjectSummary
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.projects.page import ProjectView


class ProjectsView(Protocol):
    """What the presenter needs of the page."""

    def show_projects(self, rows: Sequence[ProjectSummary]) -> None:
        """Show the projects."""

    def show_project(self, view: ProjectView | None) -> None:
        """Show one project beside the list, or none."""


class ProjectsPresenter:
    """Decide what the projects page shows, and save what its dialogs collect."""

    def __init__(self, view: ProjectsView, context: Context) -> None:
        self._view = view
        self._context = context
        self._shown: ProjectSummary | None = None
        tables = {"projects", "contributions", "expense_items", "support_costs", "dismissals"}
        made = {"outputs", "credits", "participants"}
        context.changes.subscribe(frozenset(tables | made), self.refresh)

    def refresh(self) -> None:
        """List the projects, and show the chosen one again."""

        def done(rows: tuple[ProjectSummary, ...]) -> None:
            self._view.show_projects(rows)
            shown = self._shown
            again = [row for row in rows if shown and row.project_id == shown.project_id]
            if again:
                self.show(again[0])

        self._context.tasks.run(self._context.office.projects.summaries, done, self._context.fail)

    def show(self, row: ProjectSummary | None) -> None:
        """Show what a project is honest about."""
        self._shown = row
        if row is None:
            self._view.show_project(None)
            return
        office = self._context.office
        projects, checks, outputs = office.projects, office.checks, office.outputs

        def work() -> ProjectView:
            found = checks.of_projects([row.project_id])
            return ProjectView(
                project=projects.get(row.project_id),
                summary=row,
                support=projects.support_costs(row.project_id),
                made=outputs.all(row.project_id),
                findings=found.get(row.project_id, ()),
                aside=checks.dismissed(PROJECTS, row.project_id),
            )

        def done(view: ProjectView) -> None:
            if row == self._shown:  # somebody moved on meanwhile
                self._view.show_project(view)

        self._context.tasks.run(work, done, self._context.fail)

    def fetch(self, project_id: int, then: Callable[[Project], None]) -> None:
        """Fetch a project, to change it."""
        get = self._context.office.projects.get
        self._context.tasks.run(lambda: get(project_id), then, self._context.fail)

    def save(self, view: FormView, project: Project) -> None:
        """Add or change a project."""
        service = self._context.office.projects
        is_new = project.project_id == 0

        def done(saved: Project) -> None:
            view.accept_saved()
            words = _("{name} was added.") if is_new else _("What changed about {name} is saved.")
            self._context.saved(words.format(name=saved.name))

        def failed(error: Exception) -> None:
            view.show_error(_field_of(error), self._context.word_error(error))

        work = (lambda: service.add(project)) if is_new else (lambda: service.save(project))
        self._context.tasks.run(work, done, failed)

    def add_support_cost(self, view: FormView, cost: SupportCost) -> None:
        """Record what support to take part cost."""

        def done(_saved: SupportCost) -> None:
            view.accept_saved()
            self._context.saved(_("The support cost is recorded, apart from everybody’s pay."))

        def failed(error: Exception) -> None:
            view.show_error("kind", self._context.word_error(error))

        add = self._context.office.projects.add_support_cost
        self._context.tasks.run(lambda: add(cost), done, failed)


def _field_of(error: Exception) -> str:
    if isinstance(error, PeriodBackwardsError):
        return "to"
    if isinstance(error, MoneyTooLargeError):
        return "budget"
    is_code = isinstance(error, TextTooLongError) and error.facts.get("limit") == 40
    return "code" if is_code else "name"
