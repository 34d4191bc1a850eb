"""Set any paper in clear print: 14 point letters, and 12 point for letters that are posted."""

from collections.abc import Callable, Sequence
from typing import Any

from coprod_desktop.documents.editions import (
    clear_chart,
    clear_forms,
    clear_parts,
    clear_table,
    half_records,
)
from coprod_desktop.documents.editions.clear_letter import letterhead
from coprod_desktop.documents.editions.frame import CLEAR, CLEAR_SIDE, LETTER, Frame
from coprod_desktop.documents.editions.voice import speaking_as, spoken_code
from coprod_desktop.documents.opening import NEXT_TOP, TOP, opening_pieces, repeat_head
from coprod_desktop.documents.page import Piece, compose, print_pages
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
from coprod_desktop.documents.section import section_pieces
from coprod_desktop.documents.styles import MM
from coprod_desktop.documents.summary import summary_piece
from coprod_desktop.documents.tagging import Pen

# A section of this height or less, in points, stays on one page.
_SHORT = 80 * MM


def clear_print_pdf(paper: Paper) -> bytes:
    """Print a paper as tagged PDF; raises LetterMissingError for a name we cannot print."""
    with speaking_as(paper.language):
        return _print(paper)


def _print(paper: Paper) -> bytes:
    head, *__ = paper.parts
    is_letter = isinstance(head, Letterhead)
    frame = LETTER if is_letter else CLEAR
    sheet = frame.look.sheet
    pen = Pen(paper.title, paper.author, sheet.size, spoken_code(paper.language))
    pages = compose(set_parts(paper.parts, frame), TOP, NEXT_TOP, sheet.bottom)
    return print_pages(pen, sheet, pages, paper.foot, _running_head(head, paper, frame))


def _running_head(head: Part, paper: Paper, frame: Frame) -> Callable[[Pen], None]:
    """Give what stands at the top of every page but the first."""
    organisation, number, logo = paper.author, paper.foot, b""
    if isinstance(head, Opening | Letterhead):
        organisation, number, logo = head.organisation, head.number or number, head.logo
    style = frame.look.strong
    return lambda pen: repeat_head(pen, organisation, number, logo, style)


def set_parts(parts: Sequence[Part], frame: Frame) -> list[Piece]:
    """Set parts one below the other in a frame."""
    pieces: list[Piece] = []
    before: Part | None = None
    for some in runs(parts):
        made = _set(some, frame)
        if made:
            if pieces and belongs(some[0], before):
                pieces[-1] = pieces[-1]._replace(is_kept=True)
            made[0] = made[0]._replace(space=_space(before, some[0], frame, made[0].space))
            pieces += made
            before = some[-1]
    return pieces


def belongs(part: Part, before: Part | None) -> bool:
    """Say whether a part must stand on the page of the one before it: an answer by its question."""
    if isinstance(part, Signature) or (isinstance(part, Text) and part.is_closing):
        return True  # nobody signs an empty page
    return isinstance(part, Ticks) and isinstance(before, Text | Named)


def runs(parts: Sequence[Part]) -> list[list[Part]]:
    """Gather rooms to write that follow each other; any other part stands alone."""
    runs: list[list[Part]] = []
    for part in parts:
        if runs and isinstance(part, Blank) and isinstance(runs[-1][-1], Blank):
            runs[-1].append(part)
        else:
            runs.append([part])
    return runs


def _set(parts: list[Any], frame: Frame) -> list[Piece]:
    """Set one part, or a run of rooms to write."""
    part = parts[0]
    match part:
        case Blank():
            return clear_forms.blanks(parts, frame)
        case Opening():
            return [piece._replace(is_kept=True) for piece in opening_pieces(part)]
        case Letterhead():
            return [piece._replace(is_kept=True) for piece in letterhead(part)]
        case Summary():
            return [summary_piece(part.rows, headline=part.headline, bar=part.bar)]
        case Section():
            return _section(part, frame)
        case Entries():
            setter = clear_table.entries if frame.look.has_tables else half_records.records
            return setter(part, frame)
        case _:
            return _SETTERS[type(part)](part, frame)


def _text(part: Text, frame: Frame) -> list[Piece]:
    look = frame.look
    if part.is_small:
        style = look.small_strong if part.is_strong else look.small
    else:
        style = look.strong if part.is_strong else look.body
    pieces = clear_parts.texts((part.text,), frame, style)
    # A small text leads to the table below it.
    return [piece._replace(is_kept=part.is_small) for piece in pieces]


_SETTERS: dict[type, Callable[[Any, Frame], list[Piece]]] = {
    Notice: clear_parts.notice,
    Heading: lambda part, frame: clear_parts.heading(part.text, frame),
    Text: _text,
    Bullets: lambda part, frame: clear_parts.bullets(part.texts, frame),
    Named: clear_parts.named,
    Chart: clear_chart.chart,
    Ticks: clear_forms.ticks,
    Signature: clear_forms.signature,
    Code: clear_parts.code,
    Pictured: clear_parts.pictured,
}


def _section(part: Section, frame: Frame) -> list[Piece]:
    """Set a section: its heading at its left under a rule, or in a letter above it."""
    if not frame.look.has_sides or frame.is_side:
        body = set_parts(part.parts, frame)
        title = clear_parts.heading(part.heading, frame)
        return keep_together([*title, *body], part.parts) if body else []
    body = set_parts(part.parts, CLEAR_SIDE)
    if not body:
        return []
    return keep_together(section_pieces(part.heading, body), part.parts)


def keep_together(pieces: list[Piece], parts: Sequence[Part]) -> list[Piece]:
    """Keep a short section on one page; a table goes on over the page's end, row by row."""
    height = sum(piece.height + piece.space for piece in pieces)
    if height > _SHORT or any(isinstance(part, Entries) for part in parts):
        return pieces
    return [*(piece._replace(is_kept=True) for piece in pieces[:-1]), pieces[-1]]


def _space(before: Part | None, part: Part, frame: Frame, own: float) -> float:
    """Say how far a part stands below the one before, in points."""
    if before is None:
        return 0.0
    if own:
        return own
    if isinstance(before, Heading):
        return 0.0 if isinstance(part, Text | Named | Bullets) else 0.8 * MM
    if isinstance(before, Text) and before.is_small and isinstance(part, Entries):
        return 0.5 * MM
    match part:
        case Heading():
            return frame.look.between if frame.is_side else 4 * MM
        case Section():
            return 4 * MM
        case Notice():
            return 2 * MM
        case Signature() | Code():
            return 4 * MM
        case Text() | Named() | Bullets() if isinstance(before, Text | Named | Bullets):
            return frame.look.between
        case Ticks() | Blank():
            return 1 * MM
        case _:
            return 2 * MM if frame.is_side else 3 * MM
