"""Keep the table that account numbers are checked with, as the charity loaded it."""

import dataclasses
import datetime
from pathlib import Path

from coprod_desktop.banking.modulus_table import WeightTable, read_substitutions, read_weights
from coprod_desktop.domain.account_checks import WeightTableFile
from coprod_desktop.domain.text import clean_line
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import whole_tables
from coprod_desktop.storage.work import Reading

_TABLE = "weight_table_files"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WeightTableSummary:
    """Which table is loaded; `version` is what somebody typed, and may be empty."""

    name: str
    version: str
    row_count: int
    has_substitutions: bool
    loaded_on: datetime.date
    loaded_by: str


class WeightTables:
    """Hold the one table of a file, read once and not with every key that somebody presses."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._read_id: int | None = None
        self._read: WeightTable | None = None

    def load(
        self, weights_path: Path, substitutions_path: Path | None = None, version: str = ""
    ) -> WeightTableSummary:
        """Read the two files of Vocalink and put them in the place of those before, in one change.

        Raises FileMissingError, TextUnreadableError, WeightLineUnreadableError,
        WeightLineRepeatedError, WeightTableEmptyError or SubstitutionLineUnreadableError; then the
        table before stays.
        """
        from coprod_desktop.services.quotes import text_of_file

        weights = text_of_file(weights_path)
        substitutions = text_of_file(substitutions_path) if substitutions_path else ""
        table = read_weights(weights, read_substitutions(substitutions))
        loaded = WeightTableFile(
            weight_table_file_id=self._desk.new_id(),
            name=clean_line(weights_path.name),
            weights_text=weights,
            substitutions_text=substitutions,
            version=clean_line(version),
            row_count=table.row_count,
            loaded_on=self._desk.today(),
            loaded_by=self._desk.operator.name,
        )
        with self._desk.transaction("load account check table") as work:
            for before in work.find(WeightTableFile):
                work.remove(before)
            work.add(loaded)
        return _summary(loaded)

    def summary(self) -> WeightTableSummary | None:
        """Return which table is loaded, if any."""
        with self._desk.reading() as reading:
            loaded = _loaded(reading)
        return None if loaded is None else _summary(loaded)

    def table(self, reading: Reading) -> WeightTable | None:
        """Return the table to check with, if any."""
        newest = max(whole_tables.ids_in(reading, _TABLE), default=None)
        if newest != self._read_id:
            loaded = _loaded(reading)
            self._read = None if loaded is None else _parsed(loaded)
            self._read_id = newest
        return self._read


def _loaded(reading: Reading) -> WeightTableFile | None:
    found = reading.find(WeightTableFile)
    return found[-1] if found else None


def _parsed(loaded: WeightTableFile) -> WeightTable:
    return read_weights(loaded.weights_text, read_substitutions(loaded.substitutions_text))


def _summary(loaded: WeightTableFile) -> WeightTableSummary:
    return WeightTableSummary(
        name=loaded.name,
        version=loaded.version,
        row_count=loaded.row_count,
        has_substitutions=bool(loaded.substitutions_text.strip()),
        loaded_on=loaded.loaded_on,
        loaded_by=loaded.loaded_by,
    )
