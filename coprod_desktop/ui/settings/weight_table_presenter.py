"""Load the table that account numbers are checked with."""

from pathlib import Path
from typing import Protocol

from coprod_desktop.domain.errors import DomainError, SubstitutionLineUnreadableError
from coprod_desktop.i18n import ngettext
from coprod_desktop.services.weight_tables import WeightTableSummary
from coprod_desktop.ui.context import Context


class WeightTableView(Protocol):
    """What the presenter needs of the form."""

    def weights_path(self) -> Path | None:
        """Return the file of the table; None, with its sentence shown, while there is none."""

    def substitutions_path(self) -> Path | None:
        """Return the file of substitutions, if one is chosen."""

    def version(self) -> str:
        """Return the version as typed."""

    def accept_saved(self) -> None:
        """Close, because all is saved."""

    def show_error(self, key: str, sentence: str) -> None:
        """Show what is wrong under a field."""


class WeightTablePresenter:
    """Load what the form collects, or say under a field why it cannot be read."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def load(self, view: WeightTableView) -> None:
        """Load the files that are chosen."""
        weights = view.weights_path()
        if weights is None:
            return
        substitutions, version = view.substitutions_path(), view.version()

        def done(loaded: WeightTableSummary) -> None:
            view.accept_saved()
            words = ngettext(
                "The table is loaded: {count:,} row.",
                "The table is loaded: {count:,} rows.",
                loaded.row_count,
            )
            self._context.saved(words.format(count=loaded.row_count))

        def failed(error: Exception) -> None:
            view.show_error(_field_of(error, substitutions), self._context.word_error(error))

        load = self._context.office.bank_details.load_weight_table
        self._context.tasks.run(lambda: load(weights, substitutions, version), done, failed)


def _field_of(error: Exception, substitutions: Path | None) -> str:
    is_line = isinstance(error, SubstitutionLineUnreadableError)
    path = error.facts.get("path") if isinstance(error, DomainError) else None
    is_second = substitutions is not None and (is_line or path == substitutions)
    return "substitutions" if is_second else "weights"
