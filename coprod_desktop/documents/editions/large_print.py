"""Set any paper in large print: 18 points, nothing under 16, tables as lists of records."""

from collections.abc import Callable, Sequence

from coprod_desktop.documents.editions import large_forms, large_head, large_parts
from coprod_desktop.documents.editions.book import print_book
from coprod_desktop.documents.editions.large_chart import chart
from coprod_desktop.documents.editions.large_records import entries
from coprod_desktop.documents.editions.large_summary import summary
from coprod_desktop.documents.editions.sizes import LARGE, Sizes
from coprod_desktop.documents.page import Piece
from coprod_desktop.documents.paper import (
    Blank,
    Bullets,
    Chart,
    Code,
    Entries,
    Heading,
    Letterhead,
    Named,
    Notice,
    Opening,
    Paper,
    Part,
    Pictured,
    Section,
    Signature,
    Summary,
    Text,
    Ticks,
)

_SetPart = Callable[[Part, Sizes], list[Piece]]


def large_print_pdf(papers: Sequence[Paper]) -> bytes:
    """Print papers in large print, one after the other under one count of pages.

    Raises LetterMissingError for a name we cannot print.
    """
    return print_book(papers, LARGE, lambda paper: pieces_of(paper.parts, LARGE, large_piece))


def pieces_of(
    parts: Sequence[Part], sizes: Sizes, set_part: _SetPart, section: str = ""
) -> list[Piece]:
    """Set parts one after the other, those that hold no others with `set_part`.

    `section` is the heading of the section that they stand in.
    """
    pieces: list[Piece] = []
    heading = section
    for before, part in zip((None, *parts), parts, strict=False):
        if isinstance(part, Heading):
            heading = part.text
            pieces += large_parts.heading(heading, sizes, tag="H3" if section else "H2")
        elif isinstance(part, Section):
            body = pieces_of(part.parts, sizes, set_part, part.heading)
            pieces += [*large_parts.heading(part.heading, sizes), *body] if body else []
        elif isinstance(part, Entries):
            pieces += entries(part, sizes, heading)
        else:
            if pieces and _belongs(part, before):
                pieces[-1] = pieces[-1]._replace(is_kept=True)
            pieces += set_part(part, sizes)
    return pieces


def _belongs(part: Part, before: Part | None) -> bool:
    """Say whether a part must stand on the page of the one before it: an answer by its question."""
    if isinstance(part, Signature) or (isinstance(part, Text) and part.is_closing):
        return True  # nobody signs an empty page
    if isinstance(before, Text) and before.is_strong:
        return True  # what a line of strong letters names
    return isinstance(part, Ticks | Blank) and isinstance(before, Text | Named | Pictured | Ticks)


def large_piece(part: Part, sizes: Sizes) -> list[Piece]:
    """Set a part that holds no others; raises TypeError for one that no paper has."""
    match part:
        case Opening():
            return large_head.opening(part, sizes)
        case Letterhead():
            return large_head.letterhead(part, sizes)
        case Notice():
            return large_head.notice(part, sizes)
        case Summary():
            return summary(part, sizes)
        case Text():
            style = sizes.strong if part.is_strong else sizes.body
            return large_parts.text(part.text, sizes, style)
        case Named():
            return large_parts.named(part, sizes)
        case Bullets():
            return large_parts.bullets(part.texts, sizes)
        case Pictured():
            return _pictured(part, sizes)
        case Chart():
            return chart(part, sizes)
        case Code():
            return large_parts.code(part, sizes)
    return _form(part, sizes)


def _form(part: Part, sizes: Sizes) -> list[Piece]:
    match part:
        case Ticks():
            return large_forms.ticks(part, sizes)
        case Blank():
            return large_forms.blank(part, sizes)
        case Signature():
            return large_forms.signature(part, sizes)
    raise TypeError(f"not a part of a paper: {type(part).__name__}")


def _pictured(part: Pictured, sizes: Sizes) -> list[Piece]:
    """Set the words that stand beside a picture; large print has no pictures."""
    pieces = [piece for said in part.texts for piece in large_parts.text(said, sizes)]
    pieces += large_parts.text(part.figure, sizes, sizes.figure)
    return pieces + [piece for said in part.after for piece in large_parts.text(said, sizes)]
