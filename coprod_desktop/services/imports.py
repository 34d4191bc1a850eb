"""Bring in spreadsheets of people, time and expenses: each row once, all in one change."""

import contextlib
import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.text import NAME_LIMIT, clean_line, fold
from coprod_desktop.i18n import _
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.import_results import ImportPlan, ImportResult
from coprod_desktop.spreadsheets.problems import Problem
from coprod_desktop.storage.work import Reading, Work

__all__ = ["ImportResult", "ImportService", "Problem"]
Plan = TypeVar("Plan", bound=ImportPlan)


class ImportService:
    """The verbs that bring in what others wrote; a dry run tells the numbers and saves nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def contributions(
        self, path: Path, map_path: Path | None = None, *, is_dry_run: bool = False
    ) -> ImportResult:
        """Bring in time given; a row that is there already is not brought in again.

        Raises the errors of spreadsheets: FileMissingError, SpreadsheetUnreadableError,
        SpreadsheetLockedError, SpreadsheetEmptyError, SpreadsheetTooLargeError,
        ColumnMissingError or MappingUnreadableError.
        """
        from coprod_desktop.services.import_contributions import plan_contributions
        from coprod_desktop.spreadsheets.contributions import read_contributions
        from coprod_desktop.spreadsheets.mapping import read_import_map

        with _without_pauses():
            wishes = None if map_path is None else read_import_map(map_path)
            read = read_contributions(path, wishes, self._desk.today())
            plan = self._carry_out(
                "import contributions",
                lambda r: plan_contributions(r, read, _project_of(path), self._desk.new_id),
                lambda work, plan: work.add_all(Contribution, plan.contributions),
                is_dry_run=is_dry_run,
            )
        return _result(plan, read.rows_read, read.skipped, len(plan.contributions), is_dry_run)

    def participants(
        self, path: Path, map_path: Path | None = None, *, is_dry_run: bool = False
    ) -> ImportResult:
        """Bring in people; somebody who is there stays as they are, but for another account.

        That is a change of their account, which waits for its check. Raises as `contributions`.
        """
        from coprod_desktop.services.import_participants import add_accounts, plan_participants
        from coprod_desktop.spreadsheets.mapping import read_import_map
        from coprod_desktop.spreadsheets.participants import read_participants

        wishes = None if map_path is None else read_import_map(map_path)
        read = read_participants(path, wishes)
        plan = self._carry_out(
            "import participants",
            lambda reading: plan_participants(reading, read, self._desk),
            add_accounts,
            is_dry_run=is_dry_run,
        )
        return _result(plan, read.rows_read, read.skipped, len(plan.participants), is_dry_run)

    def expenses(
        self, path: Path, map_path: Path | None = None, *, is_dry_run: bool = False
    ) -> ImportResult:
        """Bring in what people spent, one claim for each row. Raises as `contributions`."""
        from coprod_desktop.services.import_expenses import ExpensePlan, plan_expenses
        from coprod_desktop.spreadsheets.expenses import read_expenses
        from coprod_desktop.spreadsheets.mapping import read_import_map

        wishes = None if map_path is None else read_import_map(map_path)
        read = read_expenses(path, wishes, self._desk.today())

        def add(work: Work, plan: ExpensePlan) -> None:
            work.add_all(ExpenseClaim, plan.claims)
            work.add_all(ExpenseItem, plan.items)

        plan = self._carry_out(
            "import expenses",
            lambda reading: plan_expenses(reading, read, _project_of(path), self._desk.new_id),
            add,
            is_dry_run=is_dry_run,
        )
        return _result(plan, read.rows_read, read.skipped, len(plan.claims), is_dry_run)

    def open_workbook(self, path: Path, *, is_dry_run: bool = False) -> ImportResult:
        """Bring back what `exports.open_workbook` wrote; records that are there stay as they are.

        A file without people and work takes over the charity, its rules and its operators too.
        Where a value cannot be read nothing comes in. Raises SpreadsheetUnreadableError and
        AlreadyThereError.
        """
        from coprod_desktop.services.import_open_workbook import bring_back, plan_open_workbook
        from coprod_desktop.spreadsheets.open_workbook import read_open_workbook

        tables = read_open_workbook(path)
        plan = self._carry_out(
            "import open workbook",
            lambda reading: plan_open_workbook(reading, tables, path),
            lambda work, plan: bring_back(work, plan, path),
            is_dry_run=is_dry_run,
        )
        if not is_dry_run:
            self._sit_down_again()
        return _result(plan, plan.rows_read, 0, plan.added, is_dry_run)

    def _carry_out(
        self,
        verb: str,
        make_plan: Callable[[Reading], Plan],
        add: Callable[[Work, Plan], None],
        *,
        is_dry_run: bool,
    ) -> Plan:
        """Work a sheet out and, unless it is a try, save what is new as one change."""
        if is_dry_run:
            with self._desk.reading() as reading:
                return make_plan(reading)
        with self._desk.transaction(verb) as work:
            plan = make_plan(work)
            work.add_all(Participant, plan.participants)
            work.add_all(Project, plan.projects)
            add(work, plan)
        return plan

    def _sit_down_again(self) -> None:
        """Stay the same operator by name, or become the first one that the workbook brought."""
        with self._desk.reading() as reading:
            operators = reading.find(Operator, is_active=True)
        name = fold(self._desk.operator.name)
        same = [one for one in operators if fold(one.name) == name]
        self._desk.operator = (same or list(operators) or [self._desk.operator])[0]


def _project_of(path: Path) -> str:
    """Name the project of rows that name none, after the sheet."""
    return _("Imported from {file}").format(file=clean_line(path.stem))[:NAME_LIMIT]


@contextlib.contextmanager
def _without_pauses() -> Iterator[None]:
    """Keep Python from looking for waste again and again while a large sheet fills the memory."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _result(
    plan: ImportPlan, rows_read: int, skipped: int, added: int, is_dry_run: bool
) -> ImportResult:
    return ImportResult(
        rows_read=rows_read,
        added=added,
        already_there=plan.already_there,
        skipped=skipped,
        problems=tuple(sorted(plan.problems, key=lambda problem: problem.row)),
        notes=tuple(plan.notes),
        minutes_total=plan.minutes_total,
        pence_total=plan.pence_total,
        people_added=len(plan.participants),
        projects_added=len(plan.projects),
        is_dry_run=is_dry_run,
    )
