"""Draw rows that somebody writes in, with the request and the headings over them on each page."""

from collections.abc import Sequence

from coprod_desktop.documents.page import HEAD_AGAIN, Piece
from coprod_desktop.documents.styles import MM, ROW_RULE
from coprod_desktop.documents.table import Column
from coprod_desktop.documents.tagging import Pen


def boxed(row: Piece, right: float, columns: Sequence[Column]) -> Piece:
    """Draw upright lines around the last columns of a row, which end at `right` (points)."""
    edges = [right]
    for column in reversed(columns):
        edges.append(edges[-1] - column.width)

    def paint(pen: Pen, top: float) -> None:
        row.paint(pen, top)
        high, low = pen.height - top, pen.height - top - row.height
        lines = " ".join(f"{x:.2f} {high:.2f} m {x:.2f} {low:.2f} l" for x in edges)
        with pen.artefact():
            pen.draw(f"{ROW_RULE} w {lines} S")

    return row._replace(paint=paint)


def again_below(above: Sequence[Piece], head: Piece) -> Piece:
    """Set a request and the headings below it as they come again on each page, for the eye only."""
    tall = sum(piece.height for piece in above) + 2 * MM

    def paint(pen: Pen, top: float) -> None:
        at = top
        for piece in above:
            piece.paint(pen, at)
            at += piece.height
        head.paint(pen, top + tall)

    return Piece(tall + head.height, paint, groups=(HEAD_AGAIN,))
