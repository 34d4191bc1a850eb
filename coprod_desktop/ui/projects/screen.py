"""Put the projects screen together."""

from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.summaries import ProjectSummary
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.findings import ask_to_dismiss
from coprod_desktop.ui.projects.dialogs import NEW, ProjectDialog, SupportCostDialog
from coprod_desktop.ui.projects.page import ProjectsPage
from coprod_desktop.ui.projects.presenter import ProjectsPresenter
from coprod_desktop.ui.screen import Screen, ScreenGroup


def make_screen(context: Context) -> Screen:
    """Make the page and its presenter, and let the page's wishes open the dialogs."""
    page = ProjectsPage(context.tasks)
    presenter = ProjectsPresenter(page, context)
    dialogs = _Dialogs(page, presenter, context)
    page.show_requested.connect(presenter.show)
    page.add_requested.connect(lambda: dialogs.ask_project(NEW))
    page.open_requested.connect(dialogs.open_row)
    page.panel.change_requested.connect(dialogs.ask_project)
    page.panel.support_requested.connect(dialogs.ask_support)
    page.panel.findings.dismiss_requested.connect(
        lambda finding: ask_to_dismiss(context, finding, page)
    )
    return Screen(
        key="projects",
        title=_("Projects"),
        icon="folder",
        group=ScreenGroup.PEOPLE,
        page=page,
        presenter=(presenter, dialogs),
        refresh=presenter.refresh,
    )


class _Dialogs:
    """Open the forms about a project."""

    def __init__(self, page: ProjectsPage, presenter: ProjectsPresenter, context: Context) -> None:
        self._page, self._presenter, self._context = page, presenter, context

    def open_row(self, row: ProjectSummary) -> None:
        """Change the project of a row."""
        self._presenter.fetch(row.project_id, self.ask_project)

    def ask_project(self, project: Project) -> None:
        """Ask what a project is."""
        context = self._context
        dialog = ProjectDialog(project, context.word_error, context.today, self._page)
        dialog.save_requested.connect(lambda: self._presenter.save(dialog, dialog.project()))
        dialog.open()

    def ask_support(self, project: Project) -> None:
        """Ask what support to take part cost."""
        context = self._context
        dialog = SupportCostDialog(project, context.word_error, context.today, self._page)
        dialog.save_requested.connect(lambda: self._save_support(dialog))
        dialog.open()

    def _save_support(self, dialog: SupportCostDialog) -> None:
        cost = dialog.cost()
        if cost is not None:
            self._presenter.add_support_cost(dialog, cost)
