"""Set two halves of a page side by side: drawn in turns, read one whole part after the other."""

import itertools
from collections.abc import Sequence

from coprod_desktop.documents.page import Group, Piece
from coprod_desktop.documents.styles import ROW_RULE
from coprod_desktop.documents.tagging import Pen, spoken_in


class Strand:
    """What is read in one language of a part, although the halves are drawn in turns."""

    def __init__(self, code: str) -> None:
        self._group = Group("Div", spoken_in(code))
        self._opened: list[tuple[Group, int]] = []

    def paint(self, pen: Pen, piece: Piece, top: float) -> None:
        """Draw a piece so that it is read after the other pieces of its half."""
        wanted = (self._group, *piece.groups)
        shared = 0
        for (group, number), other in zip(self._opened, wanted, strict=False):
            if group is not other:
                break
            pen.resume(number)
            shared += 1
        del self._opened[shared:]
        for group in wanted[shared:]:
            self._opened.append((group, pen.begin(group.tag, group.extra)))
        piece.paint(pen, top)
        for __ in self._opened:
            pen.end()


class Pair:
    """A Welsh and an English strand with a rule between them; `middle` is where it stands."""

    def __init__(self, codes: tuple[str, str], middle: float, *, has_rule: bool = True) -> None:
        self._strands = [Strand(code) for code in codes]
        self._middle = middle
        self._has_rule = has_rule

    def pieces(self, halves: tuple[Sequence[Piece], Sequence[Piece]], above: float) -> list[Piece]:
        """Put the pieces of both halves at the same height; `above` is kept free over the first."""
        rows = itertools.zip_longest(*halves)
        return [self._row(row, 0.0 if number else above) for number, row in enumerate(rows)]

    def _row(self, row: tuple[Piece | None, Piece | None], above: float) -> Piece:
        there = [piece for piece in row if piece]
        pad = above or max(piece.space for piece in there)
        height = pad + max(piece.height for piece in there)

        def paint(pen: Pen, top: float) -> None:
            for strand, piece in zip(self._strands, row, strict=True):
                if piece:
                    strand.paint(pen, piece, top + pad)
            if self._has_rule:
                paint_middle(pen, self._middle, top, height)

        is_kept = any(piece.is_kept for piece in there)
        return Piece(height, paint, is_kept=is_kept, rule=max(piece.rule for piece in there))


def paint_middle(pen: Pen, x: float, top: float, height: float) -> None:
    """Draw the rule between the halves, for the eye only."""
    y = pen.height - top
    with pen.artefact():
        pen.draw(f"{ROW_RULE} w {x:.2f} {y:.2f} m {x:.2f} {y - height:.2f} l S")
