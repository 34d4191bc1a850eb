"""Fill the tables that reports share, for a stretch of days and for all projects or some."""

import dataclasses
import datetime
from decimal import Decimal

from coprod_desktop.domain.list_extracts import ColumnKind, ExtractColumn, PlainValue
from coprod_desktop.domain.money import at_hourly_rate
from coprod_desktop.domain.outputs import name_on
from coprod_desktop.domain.participants import Capacity, Participant
from coprod_desktop.domain.pivots import PivotBy, PivotFigure
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.reports import MatchRate, ReportTable
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _
from coprod_desktop.services.expense_words import expense_kind_words
from coprod_desktop.services.pivots import capacity_name
from coprod_desktop.storage import pivots, report_figures
from coprod_desktop.storage.top_ups import Days
from coprod_desktop.storage.work import Reading

Row = tuple[PlainValue, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """What a report is about: an open view of the file, its days, and its projects (None: all)."""

    reading: Reading
    from_on: datetime.date
    to_on: datetime.date
    projects: frozenset[int] | None = None

    @property
    def days(self) -> Days:
        """Return the days as the sums take them."""
        return Days(from_on=self.from_on, to_on=self.to_on)

    def money(self, figure: PivotFigure) -> dict[int, int]:
        """Return payments or expenses by project, in pence."""
        found = pivots.sums(self.reading, figure, PivotBy.PROJECT, None, self.days)
        return {
            int(project): pence
            for (project, _none), pence in found.items()
            if self.projects is None or project in self.projects
        }

    def all_projects(self) -> tuple[Project, ...]:
        """Return the projects meant, by name."""
        found = self.reading.find(Project)
        meant = [p for p in found if self.projects is None or p.project_id in self.projects]
        return tuple(sorted(meant, key=lambda project: (fold(project.name), project.project_id)))


def text(key: str, title: str) -> ExtractColumn:
    """Return a column of words."""
    return ExtractColumn(key=key, title=title)


def time(key: str, title: str) -> ExtractColumn:
    """Return a column of minutes."""
    return ExtractColumn(key=key, title=title, kind=ColumnKind.MINUTES)


def money(key: str, title: str) -> ExtractColumn:
    """Return a column of pence."""
    return ExtractColumn(key=key, title=title, kind=ColumnKind.PENCE)


def count(key: str, title: str) -> ExtractColumn:
    """Return a column of whole numbers, which are not added up."""
    return ExtractColumn(key=key, title=title, kind=ColumnKind.NUMBER)


def day(key: str, title: str) -> ExtractColumn:
    """Return a column of days."""
    return ExtractColumn(key=key, title=title, kind=ColumnKind.DAY)


# --- time ----------------------------------------------------------------------------------------


def by_project(scope: Scope) -> ReportTable:
    """Return people, time, payments and expenses of each project."""
    work = report_figures.work_by_project(scope.reading, scope.days, scope.projects)
    agreed, spent = scope.money(PivotFigure.AGREED), scope.money(PivotFigure.EXPENSES)
    rows: list[Row] = []
    for project in scope.all_projects():
        key = project.project_id
        _id, people, paid, unpaid = work.get(key, (key, 0, 0, 0))
        figures = (people, paid, unpaid, agreed.get(key, 0), spent.get(key, 0))
        if any(figures):
            rows.append((project.name, *figures))
    return ReportTable(
        title=_("By project"),
        note=_("Payments and expenses are two types of money and stand apart."),
        columns=(
            text("project", _("Project")),
            count("people", _("People")),
            time("paid", _("Paid time")),
            time("unpaid", _("Unpaid time")),
            money("payments", _("Payments")),
            money("expenses", _("Expenses")),
        ),
        rows=tuple(rows),
    )


def by_kind(scope: Scope, *, are_unpaid: bool = False) -> ReportTable:
    """Return people and time of each kind of work, or of unpaid work only."""
    found = report_figures.work_by_kind(
        scope.reading, scope.days, scope.projects, are_unpaid=are_unpaid
    )
    columns = [text("kind", _("Kind of work")), count("people", _("People"))]
    if not are_unpaid:
        columns.append(time("paid", _("Paid time")))
    columns.append(time("unpaid", _("Unpaid time")))
    rows: list[Row] = []
    for kind, people, paid, unpaid in found:
        times = (unpaid,) if are_unpaid else (paid, unpaid)
        rows.append((kind or _("No kind named"), people, *times))
    return ReportTable(title=_("By kind of work"), columns=tuple(columns), rows=tuple(rows))


def by_capacity(scope: Scope) -> ReportTable:
    """Return people and time by what they take part as."""
    found = report_figures.work_by_capacity(scope.reading, scope.days, scope.projects)
    order = list(Capacity)
    in_order = sorted(found, key=lambda row: order.index(Capacity(row[0])))
    return ReportTable(
        title=_("By what people take part as"),
        note=_("None ranks above another. Somebody may stand in two rows."),
        columns=(
            text("capacity", _("Takes part as")),
            count("people", _("People")),
            time("paid", _("Paid time")),
            time("unpaid", _("Unpaid time")),
        ),
        rows=tuple((capacity_name(row[0]), row[1], row[2], row[3]) for row in in_order),
    )


def time_given(scope: Scope, match: MatchRate | None) -> ReportTable:
    """Return unpaid time with its worth, at the rates of the rules or at the funder's."""
    rows = _at_one_rate(scope, match) if match else _at_own_rates(scope)
    source = _("Source of the rate: {source}.").format(
        source=match.source.rstrip(".") if match else _("what your rules pay for the same work")
    )
    warning = _("Time that was paid is not in it. No hour may be matched twice.")
    return ReportTable(
        title=_("Time given"),
        note=f"{source} {warning}",
        columns=(
            text("kind", _("Kind of work")),
            count("people", _("People")),
            time("minutes", _("Unpaid time")),
            count("rate", _("Pounds an hour")),
            money("value", _("Value, not income")),
        ),
        rows=tuple(rows),
    )


def _at_own_rates(scope: Scope) -> list[Row]:
    found = report_figures.unpaid_by_rate(scope.reading, scope.days, scope.projects)
    return [
        (kind or _("No kind named"), people, minutes, _pounds(rate) if rate else None, value)
        for kind, rate, people, minutes, value in found
    ]


def _at_one_rate(scope: Scope, match: MatchRate) -> list[Row]:
    found = report_figures.work_by_kind(scope.reading, scope.days, scope.projects, are_unpaid=True)
    hourly = match.hourly_pence
    return [
        (kind or _("No kind named"), people, some, _pounds(hourly), at_hourly_rate(some, hourly))
        for kind, people, _paid, some in found
    ]


def _pounds(pence: int) -> Decimal:
    return Decimal(pence) / 100


# --- money ---------------------------------------------------------------------------------------


def money_spent(scope: Scope) -> ReportTable:
    """Return what was agreed for work and for expenses; access costs are a table of their own."""
    payments = sum(scope.money(PivotFigure.AGREED).values())
    rows: list[Row] = [(_("Payments for involvement"), payments, None)] if payments else []
    spent = report_figures.expenses_by_kind(scope.reading, scope.days, scope.projects)
    rows += [
        (_("Expenses: {kind}").format(kind=expense_kind_words(kind)), None, pence)
        for kind, pence in sorted(spent.items(), key=lambda one: expense_kind_words(one[0]))
        if pence
    ]
    return ReportTable(
        title=_("Money spent"),
        note=_("What was agreed for work and expenses of these days, paid and to come."),
        columns=(
            text("what", _("What for")),
            money("payments", _("Payments")),
            money("expenses", _("Expenses")),
        ),
        rows=tuple(rows),
    )


def access_costs(scope: Scope) -> ReportTable:
    """Return what it cost so that people could take part; it is nobody's pay."""
    found = report_figures.support_by_kind(scope.reading, scope.days, scope.projects)
    return ReportTable(
        title=_("Access and support costs"),
        note=_("What it cost so that people could take part. It is nobody’s pay or expense."),
        columns=(
            text("kind", _("Kind")), count("count", _("How many")), money("cost", _("Cost")),
        ),
        rows=tuple((row[0], row[1], row[2]) for row in found),
    )  # fmt: skip


# --- what came of it -----------------------------------------------------------------------------


def outcomes(scope: Scope) -> ReportTable:
    """Return what changed because of the work, and what comes next, in projects with work."""
    worked = report_figures.work_by_project(scope.reading, scope.days, scope.projects)
    told = [
        project
        for project in scope.all_projects()
        if project.project_id in worked and (project.what_changed or project.what_next)
    ]
    return ReportTable(
        title=_("What changed"),
        columns=(
            text("project", _("Project")),
            text("changed", _("What changed")),
            text("next", _("What comes next")),
        ),
        rows=tuple((one.name, one.what_changed, one.what_next) for one in told),
    )


def things_made(scope: Scope) -> ReportTable:
    """Return what was made, by whom as each wishes to be named."""
    reading = scope.reading
    made = report_figures.outputs(reading, scope.from_on, scope.to_on, scope.projects)
    credited = report_figures.credits_of(reading, scope.projects)
    whom = {one.participant_id for one in credited}
    people = {person.participant_id: person for person in reading.among(Participant, whom)}
    rows: list[Row] = []
    for one in made:
        names = [
            name_on(credit, people[credit.participant_id]) or _("somebody not named")
            for credit in credited
            if credit.output_id == one.output_id
        ]
        rows.append((one.made_on, one.title, one.kind, ", ".join(dict.fromkeys(names)), one.where))
    return ReportTable(
        title=_("Things made"),
        columns=(
            day("day", _("Made on")), text("title", _("Title")), text("kind", _("Kind")),
            text("by", _("Made by")), text("where", _("Where it is")),
        ),
        rows=tuple(rows),
    )  # fmt: skip


def contributors(scope: Scope) -> ReportTable:
    """Return who took part, each as they wish to be named; who does not is counted, last."""
    reading = scope.reading
    credited = report_figures.credits_of(reading, scope.projects)
    nameless = {one.participant_id for one in credited if one.is_anonymous}
    said: dict[int, list[str]] = {}
    for one in credited:
        said.setdefault(one.participant_id, []).append(one.credit)
    rows: list[Row] = []
    hidden = 0
    for person in report_figures.who_worked(reading, scope.days, scope.projects):
        if person.participant_id in nameless:
            hidden += 1
            continue
        made = "; ".join(dict.fromkeys(said.get(person.participant_id, ())))
        rows.append((person.printed_name, made))
    rows.sort(key=lambda row: fold(str(row[0])))
    if hidden:
        rows.append((_("Not named, at their wish: {count}").format(count=hidden), ""))
    return ReportTable(
        title=_("Who took part"),
        note=_("Each as they wish to be named on papers. Ask before you publish names."),
        columns=(text("name", _("Name")), text("credit", _("Credited with"))),
        rows=tuple(rows),
    )
