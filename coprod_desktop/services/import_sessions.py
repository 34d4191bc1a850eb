"""One spreadsheet on its way in: looked at, checked as often as somebody likes, brought in once."""

import contextlib
import dataclasses
import functools
import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import AlreadyThereError, DomainError
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.name_matching import NameMatch
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.text import NAME_LIMIT, clean_line, fold
from coprod_desktop.i18n import _
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.import_drafts import ImportDraft, Progress, SheetKind
from coprod_desktop.services.import_layouts import keep_layouts, kept_layout
from coprod_desktop.services.import_results import (
    ImportPlan,
    ImportResult,
    RowChange,
    no_progress,
)
from coprod_desktop.services.name_aliases import add_alias
from coprod_desktop.spreadsheets.column_looks import ColumnLook, columns_of, offered_fields
from coprod_desktop.spreadsheets.contributions import ReadContributions, contributions_of
from coprod_desktop.spreadsheets.expenses import ReadExpenses, expenses_of
from coprod_desktop.spreadsheets.fields import KeyMaker
from coprod_desktop.spreadsheets.mapping import ImportMap
from coprod_desktop.spreadsheets.participants import ReadParticipants, participants_of
from coprod_desktop.spreadsheets.problems import Problem
from coprod_desktop.spreadsheets.read_sheets import LeftOut, ReadSheet, Reason, SourceTotal
from coprod_desktop.spreadsheets.reader import read_book
from coprod_desktop.spreadsheets.sheet_looks import SheetLook, looks_of
from coprod_desktop.spreadsheets.sheets import Book
from coprod_desktop.storage.work import Reading, Work

__all__ = [
    "ColumnLook", "ImportCheck", "ImportMap", "ImportResult", "ImportSession", "LeftOut",
    "Problem", "Reason", "RowChange", "SheetLook", "SourceTotal", "offered_fields",
]  # fmt: skip
R = TypeVar("R")
_ROWS_SAVED_AT_ONCE = 20_000


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ImportCheck:
    """What a draft would bring, with all that somebody may want to put right first.

    `left_out` names the sheet of each row that was left out. `matches` says for each name of the
    sheet whom it means, `name_rows` on how many rows it stands.
    """

    result: ImportResult
    left_out: tuple[tuple[str, LeftOut], ...]
    matches: Mapping[str, NameMatch]
    name_rows: Mapping[str, int]
    new_people: tuple[str, ...]
    new_projects: tuple[str, ...]
    is_order_unsure: bool
    asks_day_length: bool
    everybody: tuple[tuple[int, str], ...] = ()
    """Id and name of everybody in the file, by name."""


class ImportSession:
    """Look at a spreadsheet, check a draft of its import, and bring it in.

    The file is read once; drafts are plain values that somebody changes between the looks.
    """

    def __init__(self, desk: Desk, path: Path) -> None:
        self._desk = desk
        self.path = path
        self._books: dict[tuple[str, str], Book] = {}

    # --- look ------------------------------------------------------------------------------------

    def look(
        self,
        heading_rows: Mapping[str, int] | None = None,
        *,
        encoding: str = "",
        separator: str = "",
    ) -> tuple[SheetLook, ...]:
        """Return what each table of the file shows; raises the errors of `read_book`.

        `heading_rows` says by worksheet where a person saw the headings.
        """
        book = self._book(ImportMap(encoding=encoding, separator=separator))
        return looks_of(book, heading_rows or {})

    def left_out(self, draft: ImportDraft) -> tuple[tuple[str, LeftOut], ...]:
        """Return totals, titles and notes of the sheets; none while a column is missing."""
        try:
            reads = self._read(draft)
        except DomainError:
            return ()
        return tuple(
            (read.sheet, row)
            for read in reads
            for row in read.left_out
            if row.reason is not Reason.NOTHING
        )

    def columns(self, draft: ImportDraft, part: ImportMap) -> tuple[ColumnLook, ...]:
        """Return what each column of a part is taken to be."""
        return columns_of(self._corrected(draft, part), part, draft.kind, self._desk.today())

    def kept_map(self, look: SheetLook, kind: SheetKind) -> ImportMap | None:
        """Return what somebody said about a sheet with such headings before, if anything."""
        with self._desk.reading() as reading:
            return kept_layout(reading, look.fingerprint, kind)

    # --- check and bring in ----------------------------------------------------------------------

    def check(self, draft: ImportDraft, progress: Progress = no_progress) -> ImportCheck:
        """Work out what a draft would bring; nothing is saved. Raises ColumnMissingError too."""
        reads = self._read(draft)
        with self._desk.reading() as reading, without_pauses():
            plan = self._plan(reading, draft, reads, progress)
            people = reading.find(Participant) if draft.asks else ()
        everybody = ((person.participant_id, person.name) for person in people)
        return ImportCheck(
            result=_result(plan, reads, is_dry_run=True),
            left_out=tuple((read.sheet, row) for read in reads for row in read.left_out),
            matches=plan.matches,
            name_rows=plan.name_rows,
            new_people=tuple(person.name for person in plan.participants),
            new_projects=tuple(project.name for project in plan.projects),
            is_order_unsure=any(read.is_order_unsure for read in reads),
            asks_day_length=any(read.asks_day_length for read in reads),
            everybody=tuple(sorted(everybody, key=lambda one: fold(one[1]))),
        )

    def bring_in(
        self, draft: ImportDraft, progress: Progress = no_progress, *, is_dry_run: bool = False
    ) -> ImportResult:
        """Save what is new as one change; what `progress` raises takes all of it back."""
        with without_pauses():  # until the rows are forgotten: waste is looked for among them all
            return self._bring_in(draft, progress, is_dry_run=is_dry_run)

    # --- how it works ----------------------------------------------------------------------------

    def _bring_in(
        self, draft: ImportDraft, progress: Progress, *, is_dry_run: bool
    ) -> ImportResult:
        reads = self._read(draft)
        if is_dry_run:
            with self._desk.reading() as reading:
                plan = self._plan(reading, draft, reads, progress)
        else:
            with self._desk.transaction(f"import {draft.kind}") as work:
                plan = self._plan(work, draft, reads, progress)
                self._save(work, draft, plan, progress)
        return _result(plan, reads, is_dry_run=is_dry_run)

    def _book(self, wishes: ImportMap) -> Book:
        key = (wishes.encoding, wishes.separator)
        if key not in self._books:
            self._books = {key: read_book(self.path, encoding=key[0], separator=key[1])}
        return self._books[key]

    def _corrected(self, draft: ImportDraft, part: ImportMap) -> Book:
        """Return the book with the cells that somebody typed anew."""
        book = self._book(part)
        if not draft.texts:
            return book
        sheets = []
        for sheet in book.sheets:
            rows = list(sheet.rows)
            for (name, row, place), text in draft.texts.items():
                if name == sheet.name and row <= len(rows):
                    cells = list(rows[row - 1])
                    cells += [None] * (place + 1 - len(cells))
                    cells[place] = text.strip() or None
                    rows[row - 1] = tuple(cells)
            sheets.append(sheet.having(rows=rows))
        return dataclasses.replace(book, sheets=tuple(sheets))

    def _read(self, draft: ImportDraft) -> tuple[ReadSheet, ...]:
        keys, today = KeyMaker(), self._desk.today()
        read: Callable[[ImportMap], ReadSheet] = {
            SheetKind.CONTRIBUTIONS: lambda part: contributions_of(
                self._corrected(draft, part), part, today, keys
            ),
            SheetKind.EXPENSES: lambda part: expenses_of(
                self._corrected(draft, part), part, today, keys
            ),
            SheetKind.PARTICIPANTS: lambda part: participants_of(
                self._corrected(draft, part), part, keys
            ),
        }[draft.kind]
        return tuple(read(part) for part in draft.parts)

    def _plan(
        self,
        reading: Reading,
        draft: ImportDraft,
        reads: tuple[ReadSheet, ...],
        progress: Progress,
    ) -> ImportPlan:
        # Loaded when they are first needed, as screens are.
        from coprod_desktop.services.import_contributions import plan_contributions
        from coprod_desktop.services.import_expenses import plan_expenses
        from coprod_desktop.services.import_participants import plan_participants

        fallback, new_id = project_of(self.path), self._desk.new_id
        if draft.kind is SheetKind.CONTRIBUTIONS:
            time = [read for read in reads if isinstance(read, ReadContributions)]
            return plan_contributions(reading, time, draft, fallback, new_id, progress)
        if draft.kind is SheetKind.EXPENSES:
            costs = [read for read in reads if isinstance(read, ReadExpenses)]
            return plan_expenses(reading, costs, draft, fallback, new_id, progress)
        people = [read for read in reads if isinstance(read, ReadParticipants)]
        return plan_participants(reading, people, self._desk, draft, progress)

    def _save(self, work: Work, draft: ImportDraft, plan: ImportPlan, progress: Progress) -> None:
        from coprod_desktop.services.import_contributions import SAID, ContributionPlan
        from coprod_desktop.services.import_expenses import ExpensePlan
        from coprod_desktop.services.import_participants import ParticipantPlan, add_accounts

        work.add_all(Participant, plan.participants)
        work.add_all(Project, plan.projects)
        if isinstance(plan, ContributionPlan):
            with work.adding_many(Contribution, len(plan.rows)):
                ids = iter(self._desk.new_ids(len(plan.rows)))
                add = functools.partial(work.add_rows, ids=ids, names=SAID)
                _add_in_pieces(add, Contribution, plan.rows, progress)
        elif isinstance(plan, ExpensePlan):
            _add_in_pieces(work.add_all, ExpenseClaim, plan.claims, progress)
            _add_in_pieces(work.add_all, ExpenseItem, plan.items, progress)
        elif isinstance(plan, ParticipantPlan):
            add_accounts(work, plan)
        work.update_all(plan.changed_records)
        for alias, person_id in plan.aliases.items():
            with contextlib.suppress(AlreadyThereError, DomainError):  # somebody else is called so
                add_alias(work, self._desk.new_id(), person_id, alias)
        if draft.keeps_layout:
            rows = {part.sheet: part.heading_row for part in draft.parts}
            seen = {name: row for name, row in rows.items() if name and row}
            book = self._book(draft.parts[0])
            looks = {(look.sheet, look.table): look for look in looks_of(book, seen)}
            keep_layouts(work, draft, looks, self._desk.new_id)


def _add_in_pieces(
    add: Callable[[type, Sequence[R]], None], kind: type, records: Sequence[R], progress: Progress
) -> None:
    for start in range(0, len(records), _ROWS_SAVED_AT_ONCE):
        progress(start, len(records))
        add(kind, records[start : start + _ROWS_SAVED_AT_ONCE])


def project_of(path: Path) -> str:
    """Name the project of rows that name none, after the sheet."""
    return _("Imported from {file}").format(file=clean_line(path.stem))[:NAME_LIMIT]


@contextlib.contextmanager
def without_pauses() -> Iterator[None]:
    """Keep Python from looking for waste again and again while a large sheet fills the memory."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _result(plan: ImportPlan, reads: tuple[ReadSheet, ...], *, is_dry_run: bool) -> ImportResult:
    totals = tuple(
        dataclasses.replace(total, sheet=read.sheet)
        for read in reads
        for total in read.source_totals
    )
    return ImportResult(
        rows_read=sum(read.rows_read for read in reads),
        added=plan.added,
        already_there=plan.already_there,
        skipped=sum(read.skipped for read in reads),
        problems=tuple(sorted(plan.problems, key=lambda problem: problem.row)),
        notes=tuple(plan.notes),
        minutes_total=plan.minutes_total,
        pence_total=plan.pence_total,
        people_added=len(plan.participants),
        projects_added=len(plan.projects),
        is_dry_run=is_dry_run,
        changed=sum(change.is_taken for change in plan.changes),
        changes=tuple(plan.changes),
        source_totals=totals,
        left_out_by_choice=plan.left_out_by_choice,
    )
