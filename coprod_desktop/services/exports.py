"""Write everything that the file knows into an open workbook, so that nobody is locked in."""

import dataclasses
from collections.abc import Iterator, Mapping
from pathlib import Path

from coprod_desktop.i18n import _
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import whole_tables
from coprod_desktop.storage.work import Reading


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ExportResult:
    """Where the workbook is, and how many rows each table has."""

    path: Path
    tables: Mapping[str, int]

    @property
    def privacy_words(self) -> str:
        """What the person should know about the workbook."""
        return _(
            "This workbook is not encrypted. It holds names, addresses, bank details and the key "
            "that seals your papers. Keep it as safe as the file itself, and delete it when you "
            "no longer need it."
        )


class ExportService:
    """The verb that hands everything out."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def open_workbook(self, path: Path) -> ExportResult:
        """Write every table, and the list of changes to read; raises as `write_open_workbook`."""
        from coprod_desktop.spreadsheets.open_workbook import write_open_workbook

        counts: dict[str, int] = {}
        with self._desk.reading() as reading:
            tables = {
                name: (whole_tables.columns_of(name), _counted(reading, name, counts))
                for name in (*whole_tables.table_names(), whole_tables.HISTORY)
            }
            write_open_workbook(tables, path)
        return ExportResult(path=path, tables=counts)


def _counted(reading: Reading, name: str, counts: dict[str, int]) -> Iterator[tuple[object, ...]]:
    """Hand out the rows of a table and remember how many they were."""
    counts[name] = 0
    for row in whole_tables.stream(reading, name):
        counts[name] += 1
        yield row
