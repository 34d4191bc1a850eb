"""Make the reports that trustees and funders ask for, and write them as a workbook."""

import dataclasses
import datetime
from pathlib import Path

from coprod_desktop.domain.dates import MONTHS, format_period
from coprod_desktop.domain.errors import SourceMissingError, check_period
from coprod_desktop.domain.money import check_pence, format_pounds
from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.domain.pivots import PivotFigure
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.reports import MatchRate, Report, ReportKind, ReportTable
from coprod_desktop.domain.text import clean_line, fold
from coprod_desktop.domain.time import words_for_minutes
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services import report_tables as tables
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.report_tables import Row, Scope
from coprod_desktop.storage import report_figures
from coprod_desktop.storage.work import Reading

_ONE_DAY = datetime.timedelta(days=1)
_APRIL = 4


class ReportService:
    """The verbs about reports; they change nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def funders(self) -> tuple[str, ...]:
        """Return every fund that a project is paid from, by name."""
        with self._desk.reading() as reading:
            found = {project.fund for project in reading.find(Project) if project.fund}
        return tuple(sorted(found, key=fold))

    def month(self, month: datetime.date) -> Report:
        """Return the report of the month of a day, beside the month before and the year so far."""
        first = month.replace(day=1)
        last = _next_month(first) - _ONE_DAY
        with self._desk.reading() as reading:
            scope = Scope(reading=reading, from_on=first, to_on=last)
            return _report(
                scope,
                ReportKind.MONTH,
                _("{month} {year}").format(month=MONTHS[first.month - 1], year=first.year),
                (),
                (
                    _in_short(scope),
                    tables.by_project(scope),
                    tables.by_kind(scope),
                    tables.by_capacity(scope),
                    tables.money_spent(scope),
                    tables.access_costs(scope),
                    tables.things_made(scope),
                ),
            )

    def funder(
        self,
        fund: str | None,
        from_on: datetime.date,
        to_on: datetime.date,
        match: MatchRate | None = None,
    ) -> Report:
        """Return the report for a funder, about the projects of a fund, or about all for None.

        Raises PeriodBackwardsError; for a rate SourceMissingError, NegativeMoneyError or
        MoneyTooLargeError.
        """
        check_period(from_on, to_on)
        match = _checked(match)
        with self._desk.reading() as reading:
            scope = _scope_of_fund(reading, fund, from_on, to_on)
            given = tables.time_given(scope, match)
            title = (
                _("Report for {funder}").format(funder=fund) if fund else _("Report for funders")
            )
            return _report(
                scope,
                ReportKind.FUNDER,
                title,
                _funder_notes(given),
                (
                    given,
                    tables.by_project(scope),
                    tables.money_spent(scope),
                    tables.access_costs(scope),
                    tables.outcomes(scope),
                    tables.things_made(scope),
                    tables.contributors(scope),
                ),
            )

    def volunteers(self, from_on: datetime.date, to_on: datetime.date) -> Report:
        """Return the note about volunteers for the trustees' annual report: no money in it.

        Charities SORP: explained in the report, never income. Raises PeriodBackwardsError.
        """
        check_period(from_on, to_on)
        with self._desk.reading() as reading:
            scope = Scope(reading=reading, from_on=from_on, to_on=to_on)
            return _report(
                scope,
                ReportKind.VOLUNTEERS,
                _("Volunteers, for the annual report"),
                _volunteer_notes(scope),
                (
                    dataclasses.replace(
                        tables.by_kind(scope, are_unpaid=True), title=_("What people did unpaid")
                    ),
                ),
            )

    def contributors(
        self, from_on: datetime.date, to_on: datetime.date, fund: str | None = None
    ) -> Report:
        """Return the roll of who took part, named as they wish; raises PeriodBackwardsError."""
        check_period(from_on, to_on)
        with self._desk.reading() as reading:
            scope = _scope_of_fund(reading, fund, from_on, to_on)
            roll = tables.contributors(scope)
            return _report(scope, ReportKind.CONTRIBUTORS, _("Roll of contributors"), (), (roll,))

    def write(self, report: Report, path: Path) -> None:
        """Write a report as a workbook, a sheet for each table.

        Raises FileReadOnlyError, DiskFullError or FileMissingError.
        """
        from coprod_desktop.spreadsheets.report_book import write_report

        write_report(report, path)


def _report(
    scope: Scope,
    kind: ReportKind,
    title: str,
    notes: tuple[str, ...],
    made: tuple[ReportTable, ...],
) -> Report:
    (organisation,) = scope.reading.find(Organisation)
    filled = tuple(table for table in made if table.rows)
    return Report(
        kind=kind,
        title=title,
        organisation=organisation.name,
        from_on=scope.from_on,
        to_on=scope.to_on,
        notes=notes if filled else (*notes, _("Nothing is written down for these days.")),
        tables=filled,
    )


def _scope_of_fund(
    reading: Reading, fund: str | None, from_on: datetime.date, to_on: datetime.date
) -> Scope:
    projects = None
    if fund is not None:
        projects = frozenset(
            project.project_id
            for project in reading.find(Project)
            if fold(project.fund) == fold(fund)
        )
    return Scope(reading=reading, from_on=from_on, to_on=to_on, projects=projects)


def _checked(match: MatchRate | None) -> MatchRate | None:
    if match is None:
        return None
    source = clean_line(match.source)
    if not source:
        raise SourceMissingError()
    return MatchRate(hourly_pence=check_pence(match.hourly_pence), source=source)


# --- the month -----------------------------------------------------------------------------------


def _in_short(scope: Scope) -> ReportTable:
    """Set the month beside the one before and the year since April; these do not add up."""
    before_last = scope.from_on - _ONE_DAY
    before = dataclasses.replace(scope, from_on=before_last.replace(day=1), to_on=before_last)
    year = scope.from_on.year - (scope.from_on.month < _APRIL)
    april = dataclasses.replace(scope, from_on=datetime.date(year, _APRIL, 1))
    month = f"{MONTHS[scope.from_on.month - 1]} {scope.from_on.year}"
    rows = (
        (month, *_figures(scope)),
        (f"{MONTHS[before_last.month - 1]} {before_last.year}", *_figures(before)),
        (_("Since 1 April {year}").format(year=year), *_figures(april)),
    )
    return ReportTable(
        title=_("In short"),
        columns=(
            tables.text("when", _("When")),
            tables.count("people", _("People")),
            tables.count("sessions", _("Sessions")),
            tables.time("paid", _("Paid time")),
            tables.time("unpaid", _("Unpaid time")),
            tables.money("payments", _("Payments")),
            tables.money("expenses", _("Expenses")),
            tables.money("access", _("Access costs")),
        ),
        rows=rows if any(any(row[1:]) for row in rows) else (),
        has_sums=False,
    )


def _figures(scope: Scope) -> Row:
    reading, days, projects = scope.reading, scope.days, scope.projects
    work = report_figures.work_by_kind(reading, days, projects)
    return (
        report_figures.people(reading, days, projects),
        report_figures.sessions(reading, days, projects),
        sum(row[2] for row in work),
        sum(row[3] for row in work),
        sum(scope.money(PivotFigure.AGREED).values()),
        sum(scope.money(PivotFigure.EXPENSES).values()),
        sum(row[2] for row in report_figures.support_by_kind(reading, days, projects)),
    )


def _next_month(first: datetime.date) -> datetime.date:
    return (first + datetime.timedelta(days=31)).replace(day=1)


# --- notes ---------------------------------------------------------------------------------------


def _funder_notes(given: ReportTable) -> tuple[str, ...]:
    """Say what unpaid time comes to, and that it is no income."""
    minutes = sum(int(str(row[2])) for row in given.rows)
    value = sum(int(str(row[4])) for row in given.rows)
    if not minutes:
        return ()
    return (
        _("People gave {time} unpaid, worth {value} as in-kind match.").format(
            time=words_for_minutes(minutes), value=format_pounds(value)
        ),
        _(
            "This value is neither income nor spending, and is in no accounts (Charities SORP). "
            "It is not added to the money below."
        ),
    )


def _volunteer_notes(scope: Scope) -> tuple[str, ...]:
    """Draft the sentence of the annual report."""
    reading, days = scope.reading, scope.days
    work = report_figures.work_by_kind(reading, days, None, are_unpaid=True)
    minutes = sum(row[3] for row in work)
    people = report_figures.people(reading, days, None, are_unpaid=True)
    if not minutes:
        return ()
    words = ngettext(
        "From {period}, {count:,} person gave {time} unpaid, in {kinds} kinds of work.",
        "From {period}, {count:,} people gave {time} unpaid, in {kinds} kinds of work.",
        people,
    )
    return (
        words.format(
            period=format_period(scope.from_on, scope.to_on),
            count=people,
            time=words_for_minutes(minutes),
            kinds=len(work),
        ),
        _(
            "The Charities SORP asks for the part that volunteers play in words, and for no value "
            "of their time in the accounts. So no money stands here."
        ),
    )
