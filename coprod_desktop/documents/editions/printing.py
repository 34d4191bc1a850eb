"""Print a paper in the edition that its reader asked for."""

from collections.abc import Sequence

from coprod_desktop.documents.paper import Paper
from coprod_desktop.domain.participants import Edition


def print_paper(papers: Sequence[Paper], edition: Edition) -> bytes:
    """Print a paper as PDF, or the same paper in two languages, Welsh first.

    Raises LetterMissingError for a name that we cannot print.
    """
    # An edition is loaded when it is asked for: most charities print one.
    if edition is Edition.LARGE:
        from coprod_desktop.documents.editions.large_print import large_print_pdf

        return large_print_pdf(papers)
    if edition is Edition.EASY_READ:
        from coprod_desktop.documents.editions.easy_read import easy_read_pdf

        return easy_read_pdf(papers)
    if len(papers) == 1:
        from coprod_desktop.documents.editions.clear_print import clear_print_pdf

        return clear_print_pdf(papers[0])
    from coprod_desktop.documents.editions.side_by_side import side_by_side_pdf

    welsh, english = papers
    return side_by_side_pdf(welsh, english)
