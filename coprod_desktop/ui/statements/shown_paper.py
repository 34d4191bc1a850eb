"""The paper that stands beside the list of statements."""

from dataclasses import dataclass

from coprod_desktop.domain.summaries import StatementSummary


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPaper:
    """Somebody's PDF: as it was handed out, or as it would look if it were made now."""

    row: StatementSummary
    pdf: bytes
    is_made: bool
