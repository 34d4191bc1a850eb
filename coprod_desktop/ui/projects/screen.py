"""Put the projects screen together."""

from coprod_desktop.domain.outputs import Output
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.summaries import ProjectSummary
from coprod_desktop.i18n import _
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.findings import ask_to_dismiss
from coprod_desktop.ui.projects.dialogs import NEW, ProjectDialog, SupportCostDialog
from coprod_desktop.ui.projects.made_dialogs import CreditDialog, OutputDialog, RollDialog
from coprod_desktop.ui.projects.made_presenter import MadePresenter
from coprod_desktop.ui.projects.page import ProjectPanel, ProjectsPage
from coprod_desktop.ui.projects.presenter import ProjectsPresenter
from coprod_desktop.ui.projects.things_made import CreditWish
from coprod_desktop.ui.screen import Screen, ScreenGroup


def make_screen(context: Context) -> Screen:
    """Make the page and its presenter, and let the page's wishes open the dialogs."""
    page = ProjectsPage(context.tasks)
    presenter = ProjectsPresenter(page, context)
    dialogs = _Dialogs(page, presenter, context)
    made_dialogs = _MadeDialogs(page.panel, MadePresenter(context), context)
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
        presenter=(presenter, dialogs, made_dialogs),
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
        context.tasks.run(context.office.earlier.values, dialog.offer, context.fail)
        dialog.open()

    def _save_support(self, dialog: SupportCostDialog) -> None:
        cost = dialog.cost()
        if cost is not None:
            self._presenter.add_support_cost(dialog, cost)


class _MadeDialogs:
    """Open the forms about what was made in the project on show."""

    def __init__(self, panel: ProjectPanel, presenter: MadePresenter, context: Context) -> None:
        self._panel, self._presenter, self._context = panel, presenter, context
        panel.made.add_requested.connect(self.ask_new)
        panel.made.change_requested.connect(self.ask_output)
        panel.made.credit_requested.connect(self.ask_credit)
        panel.made.roll_requested.connect(self.ask_roll)

    def ask_new(self) -> None:
        """Ask what was made."""
        project = self._panel.project
        if project is not None:
            self.ask_output(Output(output_id=0, project_id=project.project_id, title=""))

    def ask_output(self, output: Output) -> None:
        """Ask what a thing is that was made."""
        context, presenter = self._context, self._presenter
        dialog = OutputDialog(output, context.word_error, context.today, self._panel)

        def save() -> None:
            told = dialog.output()
            if told is not None:
                presenter.save_output(dialog, told)

        dialog.save_requested.connect(save)
        dialog.remove_requested.connect(lambda: presenter.remove_output(dialog, output))
        dialog.open()

    def ask_credit(self, wish: CreditWish) -> None:
        """Ask who is credited for a thing, and how."""
        presenter = self._presenter

        def ask(people: tuple[Participant, ...]) -> None:
            dialog = CreditDialog(wish, people, self._panel)

            def save() -> None:
                told = dialog.credit()
                if told is not None:
                    presenter.save_credit(dialog, told)

            dialog.save_requested.connect(save)
            if wish.credited is not None:
                credit = wish.credited.credit
                dialog.remove_requested.connect(lambda: presenter.remove_credit(dialog, credit))
            dialog.open()

        presenter.fetch_people(ask)

    def ask_roll(self) -> None:
        """Show everybody who is credited in the project."""
        project = self._panel.project
        if project is not None:
            self._presenter.fetch_roll(
                project, lambda lines: RollDialog(project.name, lines, self._panel).open()
            )
