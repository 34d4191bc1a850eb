"""Choose which projects a pay run pays: all, those of one fund, or some of them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.scale import TABLE_HEAD, TABLE_ROW, S, grown
from coprod_desktop.ui.tasks import TaskRunner
from coprod_desktop.ui.widgets.choice_edit import Choice, ChoiceEdit
from coprod_desktop.ui.widgets.columns import Column, fixed_rows
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.table_model import TableModel

_ALL, _SOME, _FUND = "all", "some", "fund:"
_MOST_ROWS = 5


class ProjectPicker(QWidget):
    """Offer all projects, those of each fund, and some that are ticked in a list.

    `changed` comes when other projects are chosen.
    """

    changed = Signal()

    def __init__(self, tasks: TaskRunner) -> None:
        super().__init__()
        self._projects: tuple[Project, ...] = ()
        self._ticks: set[int] = set()
        self.choice: ChoiceEdit[str] = ChoiceEdit(_("Projects"), self._choices())
        self.choice.set_value(_ALL)
        self.rows: TableModel[Project] = TableModel(self._columns(), tasks)
        self.list = ListView(self.rows, _("Projects that are paid"), is_hugging=True)
        self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(self.choice)
        column.addWidget(self.list)
        self.setFocusProxy(self.choice)
        self.choice.value_changed.connect(self._follow)
        self.list.ticked.connect(self.tick)
        self.list.opened.connect(self.tick)

    @property
    def project_ids(self) -> tuple[int, ...]:
        """The ids of the projects chosen; none of them means all."""
        chosen = self.choice.value() or _ALL
        if chosen == _ALL:
            return ()
        if chosen == _SOME:
            return tuple(sorted(self._ticks))
        fund = chosen.removeprefix(_FUND)
        return tuple(one.project_id for one in self._projects if one.fund == fund)

    @property
    def is_empty(self) -> bool:
        """Say whether some were to be ticked and none is."""
        return self.choice.value() == _SOME and not self._ticks

    def show_projects(self, projects: Sequence[Project]) -> None:
        """Offer these, those of one fund together."""
        by_fund = sorted(projects, key=lambda one: (fold(one.fund), fold(one.name)))
        self._projects = tuple(by_fund)
        self.choice.set_choices(self._choices())
        self.rows.load(fixed_rows(self._projects, key_of=lambda one: one.project_id))
        rows = min(len(projects), _MOST_ROWS)
        self.list.setMinimumHeight(grown(TABLE_HEAD) + rows * grown(TABLE_ROW) + 4)

    def tick(self, project: Project) -> None:
        """Tick a project, or take its tick away."""
        self._ticks ^= {project.project_id}
        self.list.table.viewport().update()
        self.changed.emit()

    def _follow(self, chosen: str | None) -> None:
        self.list.setVisible(chosen == _SOME)
        self.changed.emit()

    def _choices(self) -> list[Choice[str]]:
        funds: dict[str, int] = {}
        for one in self._projects:
            if one.fund:
                funds[one.fund] = funds.get(one.fund, 0) + 1
        of_funds = []
        for fund, count in funds.items():
            words = ngettext(
                "Fund {fund}, {count} project", "Fund {fund}, {count} projects", count
            ).format(fund=fund, count=count)
            of_funds.append(Choice(f"{_FUND}{fund}", words))
        return [
            Choice(_ALL, _("All projects")),
            *of_funds,
            Choice(_SOME, _("Some projects")),
        ]

    def _columns(self) -> tuple[Column[Project], ...]:
        return (
            Column(
                key="tick",
                title="",
                text=lambda _row: "",
                width_em=2.6,
                tick=lambda row: row.project_id in self._ticks,
            ),
            Column(
                key="name",
                title=_("Project"),
                text=lambda row: row.name,
                width_em=14,
                is_stretch=True,
            ),
            Column(key="fund", title=_("Fund"), text=lambda row: row.fund, width_em=10),
        )
