"""The list of projects, and beside it what one is honest about."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.checks import Dismissal, Finding
from coprod_desktop.domain.dates import short_day
from coprod_desktop.domain.expenses import SupportCost
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.summaries import ProjectSummary
from coprod_desktop.domain.time import format_hours, short_hours
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.outputs import MadeThing
from coprod_desktop.ui.findings import FindingCards
from coprod_desktop.ui.projects.things_made import ThingsMade
from coprod_desktop.ui.scale import M, S
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.buttons import Button, primary_button
from coprod_desktop.ui.widgets.columns import Align, Column, fixed_rows
from coprod_desktop.ui.widgets.empty_state import EmptyState
from coprod_desktop.ui.widgets.labels import label
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.page import Page
from coprod_desktop.ui.widgets.paid_unpaid_pair import PaidUnpaidPair, Side
from coprod_desktop.ui.widgets.side_panel import SidePanel
from coprod_desktop.ui.widgets.table_model import TableModel


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectView:
    """All that the panel shows of one project."""

    project: Project
    summary: ProjectSummary
    support: tuple[SupportCost, ...]
    made: tuple[MadeThing, ...] = ()
    findings: tuple[Finding, ...] = ()
    aside: tuple[Dismissal, ...] = ()


class ProjectsPage(Page):
    """Show projects; every wish comes as a signal.

    `add_requested`; `open_requested(row)` wants to change one; `show_requested(row | None)` wants
    to see one.
    """

    add_requested = Signal()
    open_requested = Signal(object)
    show_requested = Signal(object)

    def __init__(self, tasks: TaskRunner) -> None:
        super().__init__(_("Projects"), _("What people work on, what it may cost, what changed."))
        add = primary_button(_("Add a project"), icon_name="plus", shortcut="Ctrl+N")
        add.clicked.connect(self.add_requested)
        self.header.set_primary(add)
        self.rows: TableModel[ProjectSummary] = TableModel(project_columns(), tasks)
        words = _("There is no project yet.")
        empty = EmptyState("folder", words, _("Add the first one with Ctrl+N."))
        self.list = ListView(self.rows, _("Projects"), empty=empty)
        self.list.opened.connect(self.open_requested)
        self.list.selected.connect(self.show_requested)
        self.body.addWidget(self.list, stretch=1)
        self.panel = ProjectPanel()
        self.set_side_panel(self.panel)

    def show_projects(self, rows: Sequence[ProjectSummary]) -> None:
        """Show the projects with their totals."""
        self.rows.load(fixed_rows(rows, key_of=lambda row: row.project_id))
        count = ngettext("{count} project", "{count} projects", len(rows))
        self.list.set_totals(
            {
                "name": count.format(count=len(rows)),
                "paid": format_hours(sum(row.minutes_paid for row in rows)),
                "unpaid": format_hours(sum(row.minutes_unpaid for row in rows)),
                "agreed": format_pounds(sum(row.agreed_pence for row in rows)),
                "support": format_pounds(sum(row.support_pence for row in rows)),
            }
            if rows
            else {}
        )

    def show_project(self, view: ProjectView | None) -> None:
        """Show one project beside the list, or none."""
        if view is None:
            self.panel.hide()
        else:
            self.panel.show_project(view)


def project_columns() -> tuple[Column[ProjectSummary], ...]:
    """Return the columns; paid and unpaid hours stand side by side."""

    def money(key: str, title: str, pence: str, *, is_secondary: bool) -> Column[ProjectSummary]:
        return Column(
            key=key,
            title=title,
            text=lambda row: format_pounds(getattr(row, pence)),
            width_em=9,
            align=Align.RIGHT,
            is_secondary=is_secondary,
        )

    return (
        Column(
            key="name",
            title=_("Project"),
            text=lambda row: (
                row.name if row.is_open else _("{name} (closed)").format(name=row.name)
            ),
            width_em=16,
            is_strong=True,
            is_stretch=True,
        ),
        Column(
            key="code",
            title=_("Cost code"),
            text=lambda row: row.cost_code,
            width_em=8,
            is_secondary=True,
        ),
        Column(
            key="people",
            title=_("People"),
            text=lambda row: str(row.people),
            width_em=5,
            align=Align.RIGHT,
        ),
        Column(
            key="paid",
            title=_("Paid hours"),
            text=lambda row: format_hours(row.minutes_paid),
            width_em=8,
            align=Align.RIGHT,
        ),
        Column(
            key="unpaid",
            title=_("Unpaid hours"),
            text=lambda row: format_hours(row.minutes_unpaid),
            width_em=8,
            align=Align.RIGHT,
        ),
        money("agreed", _("Agreed"), "agreed_pence", is_secondary=False),
        money("support", _("Support costs"), "support_pence", is_secondary=True),
        Column(key="left", title=_("Left"), text=_left, width_em=9, align=Align.RIGHT),
    )


def _left(row: ProjectSummary) -> str:
    if not row.budget_pence:
        return _("no budget")
    return format_pounds(row.budget_pence - row.agreed_pence - row.support_pence)


class ProjectPanel(SidePanel):
    """Show one project beside the list.

    `change_requested` and `support_requested` carry the project shown. The wishes about things made
    are signals of `made`.
    """

    change_requested = Signal(object)
    support_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: ProjectView | None = None
        self.findings = FindingCards()
        self._about, self._costs = QVBoxLayout(), QVBoxLayout()
        self.made = ThingsMade()
        self._change = Button(_("Change the project"), icon_name="pencil")
        self._support = Button(_("Add a support cost"), icon_name="plus")
        self.body.addWidget(self.findings)
        self.body.addLayout(self._about)
        self.body.addWidget(self._change)
        self.body.addSpacing(M)
        self.body.addWidget(self.made)
        self.body.addSpacing(M)
        self.body.addLayout(self._costs)
        self.body.addWidget(self._support)
        self.body.addStretch()
        for column in (self._about, self._costs):
            column.setSpacing(S)
        for button, signal in (
            (self._change, self.change_requested),
            (self._support, self.support_requested),
        ):
            button.clicked.connect(
                lambda _on=False, signal=signal: self._shown and signal.emit(self._shown.project)
            )

    @property
    def project(self) -> Project | None:
        """Return the project shown, if any."""
        return self._shown.project if self._shown else None

    def show_project(self, view: ProjectView) -> None:
        """Show a project; the keyboard stays where it is."""
        self._shown = view
        self.set_words(view.project.name, view.project.cost_code)
        _refill(self._about, _about_parts(view))
        _refill(self._costs, _cost_parts(view))
        self.made.show_things(view.made)
        self.findings.show_findings(view.findings, aside=view.aside)
        self.open_panel()


def _refill(column: QVBoxLayout, parts: Sequence[QWidget]) -> None:
    while (item := column.takeAt(0)) is not None:
        before = item.widget()
        if before is not None:
            before.hide()
            before.deleteLater()
    for part in parts:
        column.addWidget(part)
        part.show()


def _about_parts(view: ProjectView) -> list[QWidget]:
    """Return the hours of a project, and what it is honest about."""
    pair = PaidUnpaidPair()
    pair.show_sides(
        Side(figure=short_hours(view.summary.minutes_paid)),
        Side(figure=short_hours(view.summary.minutes_unpaid)),
    )
    parts: list[QWidget] = [pair]
    project = view.project
    for heading, words, in_welsh in (
        (_("Who decides"), project.who_decides, ""),
        (_("What can change, and what cannot"), project.what_can_change, ""),
        (_("What changed because of the work"), project.what_changed, project.what_changed_cy),
        (_("What happens next"), project.what_next, project.what_next_cy),
    ):
        title = label(heading, "section", wraps=True)
        title.setContentsMargins(0, M, 0, 0)
        said = words or _("Not written down yet.")
        parts += [title, label(said, "" if words else "quiet", wraps=True)]
        if in_welsh:
            parts.append(label(_("In Welsh: {words}").format(words=in_welsh), wraps=True))
    return parts


def _cost_parts(view: ProjectView) -> list[QWidget]:
    """Return what support to take part cost."""
    lines = [label(_support_line(cost), wraps=True) for cost in view.support]
    words = _("Never counted as anybody’s pay.")
    return [label(_("Support to take part"), "section"), label(words, "quiet", wraps=True), *lines]


def _support_line(cost: SupportCost) -> str:
    who = f", {cost.supplier}" if cost.supplier else ""
    return f"{short_day(cost.incurred_on)}  {cost.kind}{who}: {format_pounds(cost.cost_pence)}"
