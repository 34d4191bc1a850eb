"""Write any list, with its filters and the columns that somebody ticked, as a workbook or a CSV."""

import dataclasses
import datetime
import itertools
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from coprod_desktop.domain.dates import format_period
from coprod_desktop.domain.errors import check_period
from coprod_desktop.domain.list_extracts import ListExtract, PlainValue
from coprod_desktop.domain.pivots import Pivot
from coprod_desktop.domain.report_errors import ListTooLongError
from coprod_desktop.domain.reports import Report, ReportTable
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.data_lists import data_list
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.merge_lists import merge_list
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.services.pivots import by_words, period_words, pivot_title
from coprod_desktop.storage.top_ups import Days

CSV, XLSX = ".csv", ".xlsx"
MOST_PRINTED = 5_000
Progressed = Callable[[int], None]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ListExportResult:
    """Where a list is, how many rows it has, and how many of the columns it could have."""

    path: Path
    rows: int
    columns: int
    all_columns: int

    @property
    def words(self) -> str:
        """What was done, as "1,204 rows with 5 of 9 columns are in Work.xlsx"."""
        words = ngettext(
            "{count:,} row with {some} of {all} columns is in {name}.",
            "{count:,} rows with {some} of {all} columns are in {name}.",
            self.rows,
        )
        return words.format(
            count=self.rows, some=self.columns, all=self.all_columns, name=self.path.name
        )


class ListExportService:
    """The verbs that hand out lists and cross-tables; they change nothing."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def data(
        self,
        name: str,
        from_on: datetime.date | None = None,
        to_on: datetime.date | None = None,
    ) -> ListExtract:
        """Return one of the whole lists DATA_LISTS of a period; raises PeriodBackwardsError.

        Its rows are read while they are written, so write it at once.
        """
        if from_on and to_on:
            check_period(from_on, to_on)
        return data_list(self._desk, name, Days(from_on=from_on, to_on=to_on))

    def write(
        self,
        extract: ListExtract,
        path: Path,
        keys: Collection[str] | None = None,
        progressed: Progressed | None = None,
    ) -> ListExportResult:
        """Write a list, with the columns of these keys or all; a name that ends in ".csv" is a CSV.

        `progressed` is told the rows done and may raise to stop; then no file is left. Raises
        ListTooLongError, FileReadOnlyError, DiskFullError or FileMissingError.
        """
        from coprod_desktop.spreadsheets.list_csv import write_list_csv
        from coprod_desktop.spreadsheets.list_sheet import ListSheet, write_list_workbook

        ticked = with_columns(extract, keys)
        if path.suffix.lower() == CSV:
            rows = write_list_csv(ticked, path, progressed)
        else:
            sheet = ListSheet(extract=ticked, note=self.note(extract.filtered_by))
            rows = write_list_workbook([sheet], path, progressed)
        return ListExportResult(
            path=path,
            rows=rows,
            columns=len(ticked.columns),
            all_columns=len(extract.columns),
        )

    def write_pivot(
        self, pivot: Pivot, path: Path, progressed: Progressed | None = None
    ) -> ListExportResult:
        """Write a cross-table with the data behind it on bare sheets; a CSV has only the table.

        Raises what `write` raises.
        """
        from coprod_desktop.spreadsheets.list_csv import write_list_csv
        from coprod_desktop.spreadsheets.pivot_sheet import pivot_extract, write_pivot

        title, side = pivot_title(pivot), by_words(pivot.rows_by)
        columns = len(pivot.columns) + 2
        if path.suffix.lower() == CSV:
            rows = write_list_csv(pivot_extract(pivot, title, side), path, progressed)
        else:
            note = self.note(period_words(pivot.from_on, pivot.to_on))
            data = [
                dataclasses.replace(self.data(name, pivot.from_on, pivot.to_on), title=words)
                for name, words in (("contributions", _("Data")), ("expenses", _("Expense data")))
            ]
            rows = write_pivot(pivot, title, side, note, data, path, progressed)
        return ListExportResult(path=path, rows=rows, columns=columns, all_columns=columns)

    def write_merge_list(
        self, from_on: datetime.date, to_on: datetime.date, path: Path
    ) -> ListExportResult:
        """Write one row of text for each person, for a letter program to merge.

        Raises PeriodBackwardsError and what `write` raises.
        """
        from coprod_desktop.spreadsheets.list_sheet import ListSheet, write_list_workbook

        check_period(from_on, to_on)
        extract = merge_list(self._desk, from_on, to_on)
        rows = write_list_workbook([ListSheet(extract=extract, is_bare=True)], path)
        columns = len(extract.columns)
        return ListExportResult(path=path, rows=rows, columns=columns, all_columns=columns)

    def paper(self, extract: ListExtract) -> bytes:
        """Return a list as a PDF to print: A4 across, its head on every page, page x of y.

        Raises ListTooLongError for over 5,000 rows, which nobody prints, and LetterMissingError.
        """
        rows = tuple(itertools.islice(extract.rows, MOST_PRINTED + 1))
        if len(rows) > MOST_PRINTED:
            raise ListTooLongError(most=MOST_PRINTED)
        table = ReportTable(title=extract.title, columns=extract.columns, rows=rows)
        return self._paper(extract.title, (self.note(extract.filtered_by),), (table,))

    def report_paper(self, report: Report) -> bytes:
        """Return a report as a PDF to print; raises LetterMissingError."""
        period = format_period(report.from_on, report.to_on)
        return self._paper(report.title, (period, *report.notes), report.tables)

    def pivot_paper(self, pivot: Pivot) -> bytes:
        """Return a cross-table as a PDF to print; raises as `paper`."""
        from coprod_desktop.spreadsheets.pivot_sheet import pivot_extract

        title, side = pivot_title(pivot), by_words(pivot.rows_by)
        extract = pivot_extract(pivot, title, side)
        words = period_words(pivot.from_on, pivot.to_on)
        return self.paper(dataclasses.replace(extract, filtered_by=words))

    def _paper(self, title: str, said: tuple[str, ...], tables: tuple[ReportTable, ...]) -> bytes:
        from coprod_desktop.documents.list_paper import list_paper_pdf

        with self._desk.reading() as reading:
            organisation = organisation_of(reading).name
        return list_paper_pdf(title, organisation, said, self._desk.today(), tables)

    def note(self, chosen: str) -> str:
        """Say what stands in a file and when it was written; it carries no name of a file."""
        day = f"{self._desk.now().astimezone():%d/%m/%Y %H:%M}"
        if not chosen:
            return _("Everything in the list, written on {day}.").format(day=day)
        return _("{chosen}. Written on {day}.").format(
            chosen=chosen[:1].upper() + chosen[1:].rstrip("."), day=day
        )


def with_columns(extract: ListExtract, keys: Collection[str] | None) -> ListExtract:
    """Return a list with only the columns of these keys, in its own order; None means all."""
    if keys is None:
        return extract
    places = [at for at, column in enumerate(extract.columns) if column.key in keys]

    def rows() -> Iterator[tuple[PlainValue, ...]]:
        for row in extract.rows:
            yield tuple(row[at] for at in places)

    return dataclasses.replace(
        extract, columns=tuple(extract.columns[at] for at in places), rows=rows()
    )
