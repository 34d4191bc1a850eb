"""Print a person's statement in clear print."""

from coprod_desktop.documents.editions.clear_print import clear_print_pdf
from coprod_desktop.documents.papers.statement import statement_paper
from coprod_desktop.domain.statements import StatementContent


def statement_pdf(content: StatementContent) -> bytes:
    """Print a statement as tagged PDF; raises LetterMissingError for a name we cannot print."""
    return clear_print_pdf(statement_paper(content))
