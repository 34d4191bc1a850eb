"""Print one paper, or the same paper in two languages one after the other, under one count."""

from collections.abc import Callable, Sequence

from coprod_desktop.documents.editions.sizes import TOP, Sizes
from coprod_desktop.documents.editions.voice import speaking_as, spoken_code
from coprod_desktop.documents.page import Group, Piece, compose, print_foot, print_pages
from coprod_desktop.documents.paper import Paper
from coprod_desktop.documents.tagging import Pen, spoken_in


def print_book(
    papers: Sequence[Paper], sizes: Sizes, pieces_of: Callable[[Paper], list[Piece]]
) -> bytes:
    """Print papers, each from a new page; raises LetterMissingError for a name we cannot print."""
    pages = []
    papers_of_pages: list[Paper] = []
    for paper in papers:
        with speaking_as(paper.language):
            pieces = pieces_of(paper)
        if len(papers) > 1:
            whole = Group("Part", spoken_in(spoken_code(paper.language)))
            pieces = [_inside(whole, piece) for piece in pieces]
        pages += compose(pieces, TOP, TOP, sizes.sheet.bottom)
        papers_of_pages += [paper] * (len(pages) - len(papers_of_pages))

    def foot(pen: Pen, number: int, count: int) -> None:
        paper = papers_of_pages[number - 1]
        with speaking_as(paper.language):
            print_foot(pen, sizes.sheet, paper.foot, number, count)

    first = papers[0]
    pen = Pen(first.title, first.author, sizes.sheet.size, spoken_code(first.language))
    return print_pages(pen, sizes.sheet, pages, foot)


def _inside(whole: Group, piece: Piece) -> Piece:
    """Put a piece inside its paper; what repeats is for the eye only and needs no place."""
    return piece._replace(groups=(whole, *piece.groups))
