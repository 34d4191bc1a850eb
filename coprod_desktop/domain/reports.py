"""A report: sentences and tables about a stretch of days, for the screen, a workbook and paper."""

import dataclasses
import datetime
import enum

from coprod_desktop.domain.list_extracts import ExtractColumn, ListExtract, PlainValue


class ReportKind(enum.StrEnum):
    """The reports that there are."""

    MONTH = "month"
    FUNDER = "funder"
    VOLUNTEERS = "volunteers"
    CONTRIBUTORS = "contributors"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ReportTable:
    """One table of a report; `note` stands under its title, and `has_sums` adds up its figures."""

    title: str
    columns: tuple[ExtractColumn, ...]
    rows: tuple[tuple[PlainValue, ...], ...]
    note: str = ""
    has_sums: bool = True

    def extract(self) -> ListExtract:
        """Return the table as a list that can be written, printed or copied."""
        return ListExtract(
            title=self.title, columns=self.columns, rows=iter(self.rows), filtered_by=self.note
        )


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report of the charity about the days from `from_on` to `to_on`; tables without rows go."""

    kind: ReportKind
    title: str
    organisation: str
    from_on: datetime.date
    to_on: datetime.date
    notes: tuple[str, ...]
    tables: tuple[ReportTable, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class MatchRate:
    """What a funder counts an unpaid hour at, in pence, and where that is written."""

    hourly_pence: int
    source: str
