"""Test rows that somebody writes in."""

import io
from typing import Any

import pikepdf

from coprod_desktop.documents.boxed_rows import again_below, boxed
from coprod_desktop.documents.page import HEAD_AGAIN, Piece
from coprod_desktop.documents.styles import A4, MM
from coprod_desktop.documents.table import Column
from coprod_desktop.documents.tagging import Pen


def painted(piece: Piece, top: float) -> list[tuple[float, float, float]]:
    """Return each upright line as its distance from the left, its top and its foot, in points."""
    pen = Pen("A paper", "A charity", A4, "en-GB")
    piece.paint(pen, top)
    lines, start = [], (0.0, 0.0)
    with pikepdf.open(io.BytesIO(pen.finish())) as file:
        for step in pikepdf.parse_content_stream(file.pages[0]):
            operands: Any = step.operands
            if str(step.operator) == "m":
                start = (float(operands[0]), float(operands[1]))
            elif str(step.operator) == "l":
                lines.append((start[0], A4[1] - start[1], A4[1] - float(operands[1])))
    return [tuple(round(value) for value in line) for line in lines]  # type: ignore[misc]


def test_there_is_a_line_beside_every_box_from_the_top_to_the_foot_of_the_row() -> None:
    row = boxed(Piece(30.0, lambda pen, top: None), 300.0, (Column(50.0), Column(100.0)))

    assert sorted(painted(row, 40.0)) == [(150, 40, 70), (200, 40, 70), (300, 40, 70)]


def test_the_request_and_the_headings_come_again_one_below_the_other() -> None:
    tops: list[float] = []
    note = Piece(10.0, lambda pen, top: tops.append(top))
    again = again_below([note, note], Piece(20.0, lambda pen, top: tops.append(top)))
    painted(again, 100.0)

    assert tops == [100.0, 110.0, 120.0 + 2 * MM]
    assert again.height == 40.0 + 2 * MM
    assert again.groups == (HEAD_AGAIN,)
