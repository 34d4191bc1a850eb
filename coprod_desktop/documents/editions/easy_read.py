"""Set any paper in Easy Read: a picture at the left, short sentences at the right, no tables."""

import re
from collections.abc import Sequence

from coprod_desktop.documents.editions.book import print_book
from coprod_desktop.documents.editions.large_head import opening
from coprod_desktop.documents.editions.large_print import large_piece, pieces_of
from coprod_desktop.documents.editions.sizes import EASY, Sizes
from coprod_desktop.documents.fonts import Runs, set_text
from coprod_desktop.documents.lines import Block, break_lines, set_block
from coprod_desktop.documents.page import Piece
from coprod_desktop.documents.paper import Opening, Paper, Part, Pictured
from coprod_desktop.documents.pictures import draw_picture, meaning
from coprod_desktop.documents.styles import MM
from coprod_desktop.documents.tagging import Pen

_COLUMN = 34 * MM
_PICTURE = 32 * MM
_GAP = 8 * MM
_PAD = 3.5 * MM
_TALL_PAD = 5 * MM
_LEAST = 36 * MM
# Words higher than this, in points, go on over the page's end.
_LONG = 560.0
_AMOUNT = re.compile(r"(£[\d,]+(?:\.\d\d)?)")


def easy_read_pdf(papers: Sequence[Paper]) -> bytes:
    """Print papers in Easy Read, one after the other under one count of pages.

    Raises LetterMissingError for a name we cannot print.
    """
    return print_book(papers, EASY, lambda paper: pieces_of(paper.parts, EASY, _easy_piece))


def _easy_piece(part: Part, sizes: Sizes) -> list[Piece]:
    if isinstance(part, Pictured):
        return _pictured(part, sizes)
    if isinstance(part, Opening):
        pieces = opening(part, sizes, has_charity_number=False)
        return [*pieces, Piece(3 * MM, lambda _pen, _top: None, is_kept=True)]
    return large_piece(part, sizes)


def _pictured(part: Pictured, sizes: Sizes) -> list[Piece]:
    """Set a picture and the words beside it, level with its middle; the two never part."""
    room = sizes.room - _COLUMN - _GAP
    blocks = [_sentence(text, sizes, room) for text in part.texts]
    if part.figure:
        blocks.append(set_block(part.figure, sizes.figure, room))
    blocks += [_sentence(text, sizes, room) for text in part.after]
    stacks = _stacks(blocks, sizes.between)
    return [
        _row(stack, "" if number else part.picture, sizes) for number, stack in enumerate(stacks)
    ]


def _sentence(text: str, sizes: Sizes, room: float) -> Block:
    """Set a sentence with its amounts in heavier letters."""
    runs: Runs = ()
    for number, stretch in enumerate(_AMOUNT.split(text)):
        style = sizes.strong if number % 2 else sizes.body
        runs += set_text(stretch, style.weight)
    return break_lines(runs, sizes.body, room)


def _stacks(blocks: Sequence[Block], between: float) -> list[list[Block]]:
    """Part the words into as many stacks as need a page of their own; mostly one."""
    stacks: list[list[Block]] = [[]]
    for block in blocks:
        if stacks[-1] and _height([*stacks[-1], block], between) > _LONG:
            stacks.append([])
        stacks[-1].append(block)
    return stacks


def _height(blocks: Sequence[Block], between: float) -> float:
    return sum(block.height for block in blocks) + between * (len(blocks) - 1)


def _row(blocks: Sequence[Block], picture: str, sizes: Sizes) -> Piece:
    tall = _height(blocks, sizes.between)
    least = _LEAST + 2 * _PAD if picture else 0.0
    height = max(tall + 2 * _TALL_PAD, least)
    says = meaning(picture) if picture else ""

    def paint(pen: Pen, top: float) -> None:
        if picture:
            x = sizes.left + (_COLUMN - _PICTURE) / 2
            draw_picture(pen, picture, x, top + (height - _PICTURE) / 2, _PICTURE, says)
        at = top + (height - tall) / 2
        for block in blocks:
            with pen.marked("P"):
                pen.block(block, sizes.left + _COLUMN + _GAP, at)
            at += block.height + sizes.between

    return Piece(height, paint)
