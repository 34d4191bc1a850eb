"""Set a paper in Welsh and in English side by side: the same part at the same height in both."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

from coprod_desktop.documents.editions import half_head, half_parts
from coprod_desktop.documents.editions.clear_print import belongs, keep_together, set_parts
from coprod_desktop.documents.editions.frame import CLEAR, LETTER, Frame
from coprod_desktop.documents.editions.half_parts import HALVES, LETTER_HALVES, MIDDLE, SHEET
from coprod_desktop.documents.editions.strands import Pair
from coprod_desktop.documents.editions.voice import speaking_as, speaking_together, spoken_code
from coprod_desktop.documents.opening import TOP
from coprod_desktop.documents.page import Piece, compose, print_pages
from coprod_desktop.documents.paper import (
    Blank,
    Chart,
    Code,
    Heading,
    Letterhead,
    Notice,
    Opening,
    Paper,
    Part,
    Section,
    Signature,
    Summary,
    Text,
    Ticks,
)
from coprod_desktop.documents.styles import MM, ROW_RULE, STRONG_RULE
from coprod_desktop.documents.tagging import Pen

_ACROSS = (Blank, Ticks, Signature, Chart, Code)
Both = tuple[Any, Any]


def side_by_side_pdf(welsh: Paper, english: Paper) -> bytes:
    """Print two papers that say the same as one tagged PDF, Welsh at the left.

    Raises LetterMissingError for a name we cannot print.
    """
    papers = (welsh, english)
    codes = (welsh.language, english.language)
    title = " / ".join(dict.fromkeys(paper.title for paper in papers))
    with speaking_as(welsh.language), speaking_together(*codes):
        pen = Pen(title, welsh.author, SHEET.size, spoken_code(welsh.language))
        pieces = _Setter(papers).pieces()
        pages = compose(pieces, TOP, TOP, SHEET.bottom)
        foot = half_head.foot(papers)
        return print_pages(pen, SHEET, pages, foot)


class _Setter:
    """Set the parts of two papers, part beside part."""

    def __init__(self, papers: tuple[Paper, Paper]) -> None:
        self._papers = papers
        self._languages = (papers[0].language, papers[1].language)
        self._codes = (spoken_code(self._languages[0]), spoken_code(self._languages[1]))
        is_letter = isinstance(papers[0].parts[0], Letterhead)
        self._frames = LETTER_HALVES if is_letter else HALVES
        self._whole: Frame = LETTER if is_letter else CLEAR
        self._pair = Pair(self._codes, MIDDLE)

    def pieces(self) -> list[Piece]:
        """Return everything in the order in which it stands on the pages."""
        welsh, english = self._papers
        return self._set_all(welsh.parts, english.parts)

    def _set_all(self, welsh: Sequence[Part], english: Sequence[Part]) -> list[Piece]:
        """Set the parts of both, one below the other; rooms to write in a row as one."""
        made: list[Piece] = []
        rooms: list[Both] = []
        before: Part | None = None
        for both in beside(welsh, english):
            part = both[0] or both[1]
            if isinstance(part, Blank):
                rooms.append(both)
            else:
                made += self._across(rooms)
                rooms = []
                if made and isinstance(part, Section):
                    made[-1] = self._above_rule(made[-1], before)
                if made and belongs(part, before):
                    made[-1] = made[-1]._replace(is_kept=True)
                is_apart = is_across(before) or isinstance(before, Summary)
                added = self._set(both, 3 * MM if is_apart else 1.6 * MM)
                if isinstance(before, Summary):
                    added[0] = added[0]._replace(rule=0.0)  # its box has a rule already
                made += added
            before = part
        return made + self._across(rooms)

    def _above_rule(self, piece: Piece, before: Part | None) -> Piece:
        """Keep a distance below what stands over a section; a box and a section have their own."""
        if isinstance(before, Section | Summary | Notice):
            return piece
        return half_parts.with_room_below(piece, 2.4 * MM, 0.0 if is_across(before) else MIDDLE)

    def _set(self, both: Both, above: float) -> list[Piece]:
        """Set a part of both papers, of some papers only one has it; `above` in points."""
        first = both[0] or both[1]
        match first:
            case Opening() | Letterhead():
                return half_head.head_pieces(both, self._codes)
            case Summary():
                self._pair = Pair(self._codes, MIDDLE)
                return [half_parts.summary_piece(both, self._codes)]
            case Notice():
                return self._notice(both)
            case Section():
                return self._section(both)
        if is_across(first):
            return self._across([both])
        parts = [[part] if part else [] for part in both]
        if isinstance(first, Heading):
            self._pair = Pair(self._codes, MIDDLE)
            return self._over_rule(self._halves(parts, 4 * MM))
        pieces = self._halves(parts, above)
        is_small = isinstance(first, Text) and first.is_small
        return self._over_rule(pieces) if is_small else pieces

    def _across(self, run: Sequence[Both]) -> list[Piece]:
        """Set parts over both halves, with the words of both under one another."""
        if not run:
            return []
        self._pair = Pair(self._codes, MIDDLE)
        parts = [half_parts.stacked(both, self._codes) for both in run]
        first, *rest = set_parts(parts, self._whole)
        return [first._replace(space=3 * MM), *rest]

    def _over_rule(self, pieces: list[Piece]) -> list[Piece]:
        """Keep a distance below pieces that a rule follows, and keep them with what follows."""
        last = half_parts.with_room_below(pieces[-1], 1 * MM, MIDDLE)
        return [*pieces[:-1], last._replace(is_kept=True)]

    def _halves(self, parts: Sequence[Sequence[Part]], above: float) -> list[Piece]:
        """Set parts in both halves, each in its own language."""
        halves = []
        for some, frame, language in zip(parts, self._frames, self._languages, strict=True):
            with speaking_as(language), speaking_together():
                halves.append(set_parts(some, frame))
        return self._pair.pieces((halves[0], halves[1]), above)

    def _section(self, both: Both) -> list[Piece]:
        """Set a section under a rule, its heading over its parts."""
        self._pair = Pair(self._codes, MIDDLE)
        headings = [[Heading(text=part.heading)] if part else [] for part in both]
        pieces = self._over_rule(self._halves(headings, 2.4 * MM))
        pieces[0] = pieces[0]._replace(rule=ROW_RULE)
        welsh, english = (part.parts if part else () for part in both)
        pieces += self._set_all(welsh, english)
        last = next((part for part in reversed((*welsh, *english)) if part), None)
        middle = 0.0 if is_across(last) else MIDDLE
        pieces[-1] = half_parts.with_room_below(pieces[-1], 2.4 * MM, middle)
        return keep_together(pieces, (*welsh, *english))

    def _notice(self, both: Both) -> list[Piece]:
        """Set what must be read first between two strong rules."""
        self._pair = Pair(self._codes, MIDDLE)
        texts = [half_parts.notice_texts(part) for part in both]
        pieces = self._halves(texts, 1.5 * MM)
        pieces[0] = pieces[0]._replace(rule=STRONG_RULE, space=3 * MM)
        pieces[-1] = half_parts.with_room_below(pieces[-1], 1.5 * MM, MIDDLE)
        kept = [piece._replace(is_kept=True) for piece in pieces]
        return [*kept, half_parts.strong_rule()]


def is_across(part: Part | None) -> bool:
    """Say whether a part cannot be halved, as room to write cannot."""
    return isinstance(part, _ACROSS)


def beside(welsh: Sequence[Part], english: Sequence[Part]) -> Iterator[Both]:
    """Put parts of the same kind beside each other; one without its like stands alone."""
    left, right = list(welsh), list(english)
    while left and right:
        if type(left[0]) is type(right[0]):
            yield left.pop(0), right.pop(0)
        elif len(left) > len(right):
            yield left.pop(0), None
        else:
            yield None, right.pop(0)
    yield from itertools.zip_longest(left, right)
