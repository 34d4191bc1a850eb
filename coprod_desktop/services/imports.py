"""Bring in spreadsheets of people, time and expenses: each row once, all in one change."""

from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.domain.organisation import Operator
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.text import fold
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.import_drafts import ImportDraft, SheetKind
from coprod_desktop.services.import_results import ImportResult
from coprod_desktop.spreadsheets.problems import Problem
from coprod_desktop.spreadsheets.read_sheets import SourceTotal

if TYPE_CHECKING:  # these load what reads spreadsheets, which most days nobody needs
    from coprod_desktop.services.import_open_workbook import WorkbookPlan
    from coprod_desktop.services.import_sessions import ImportSession

__all__ = ["ImportResult", "ImportService", "Problem", "SourceTotal"]


class ImportService:
    """The verbs that bring in what others wrote; a dry run tells the numbers and saves nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def session(self, path: Path) -> "ImportSession":
        """Begin to bring in a spreadsheet step by step; nothing is read yet."""
        from coprod_desktop.services.import_sessions import ImportSession

        return ImportSession(self._desk, path)

    def contributions(
        self,
        path: Path,
        map_path: Path | None = None,
        *,
        is_dry_run: bool = False,
        takes_changes: bool = False,
    ) -> ImportResult:
        """Bring in time given; a row that is there already is not brought in again.

        A row that was edited since is named, and applied where `takes_changes`. Raises the errors
        of spreadsheets: FileMissingError, SpreadsheetUnreadableError, SpreadsheetLockedError,
        SpreadsheetEmptyError, SpreadsheetTooLargeError, ColumnMissingError or
        MappingUnreadableError.
        """
        draft = _draft(SheetKind.CONTRIBUTIONS, path, map_path, takes_changes)
        return self.session(path).bring_in(draft, is_dry_run=is_dry_run)

    def participants(
        self,
        path: Path,
        map_path: Path | None = None,
        *,
        is_dry_run: bool = False,
        takes_changes: bool = False,
    ) -> ImportResult:
        """Bring in people; somebody who is there stays as they are, but for another account.

        That is a change of their account, which waits for its check. Raises as `contributions`.
        """
        draft = _draft(SheetKind.PARTICIPANTS, path, map_path, takes_changes)
        return self.session(path).bring_in(draft, is_dry_run=is_dry_run)

    def expenses(
        self,
        path: Path,
        map_path: Path | None = None,
        *,
        is_dry_run: bool = False,
        takes_changes: bool = False,
    ) -> ImportResult:
        """Bring in what people spent, one claim for each row. Raises as `contributions`."""
        draft = _draft(SheetKind.EXPENSES, path, map_path, takes_changes)
        return self.session(path).bring_in(draft, is_dry_run=is_dry_run)

    def open_workbook(self, path: Path, *, is_dry_run: bool = False) -> ImportResult:
        """Bring back what `exports.open_workbook` wrote; records that are there stay as they are.

        A file without people and work takes over the charity, its rules and its operators too.
        Where a value cannot be read nothing comes in. Raises SpreadsheetUnreadableError and
        AlreadyThereError.
        """
        from coprod_desktop.services.import_open_workbook import bring_back, plan_open_workbook
        from coprod_desktop.spreadsheets.open_workbook import read_open_workbook

        tables = read_open_workbook(path)
        if is_dry_run:
            with self._desk.reading() as reading:
                return _result(plan_open_workbook(reading, tables, path), is_dry_run=True)
        with self._desk.transaction("import open workbook") as work:
            plan = plan_open_workbook(work, tables, path)
            work.add_all(Participant, plan.participants)
            work.add_all(Project, plan.projects)
            bring_back(work, plan, path)
        self._sit_down_again()
        return _result(plan, is_dry_run=False)

    def _sit_down_again(self) -> None:
        """Stay the same operator by name, or become the first one that the workbook brought."""
        with self._desk.reading() as reading:
            operators = reading.find(Operator, is_active=True)
        name = fold(self._desk.operator.name)
        same = [one for one in operators if fold(one.name) == name]
        self._desk.operator = (same or list(operators) or [self._desk.operator])[0]


def _draft(kind: SheetKind, path: Path, map_path: Path | None, takes_changes: bool) -> ImportDraft:
    from coprod_desktop.spreadsheets.mapping import ImportMap, read_import_map

    part = ImportMap() if map_path is None else read_import_map(map_path)
    return ImportDraft(path=path, kind=kind, parts=(part,), takes_every_change=takes_changes)


def _result(plan: "WorkbookPlan", *, is_dry_run: bool) -> ImportResult:
    return ImportResult(
        rows_read=plan.rows_read,
        added=plan.added,
        already_there=plan.already_there,
        skipped=0,
        problems=tuple(sorted(plan.problems, key=lambda problem: problem.row)),
        notes=tuple(plan.notes),
        is_dry_run=is_dry_run,
    )
