"""Test that cells stand in their columns and rows take the room of their tallest cell."""

import io
from typing import Any

import pikepdf

from coprod_desktop.documents.lines import set_block
from coprod_desktop.documents.styles import A4, TABLE
from coprod_desktop.documents.table import Cell, Column, Table
from coprod_desktop.documents.tagging import Pen
from tests.paper_reading import found, page_texts, structure

COLUMNS = (Column(60), Column(100, is_right=True, gap=10), Column(40))


def a_block(text: str) -> Cell:
    return Cell((set_block(text, TABLE, 50),))


def test_a_row_is_as_tall_as_its_tallest_cell() -> None:
    table = Table(70, COLUMNS, pad=2)
    row = table.row([a_block("one"), Cell(a_block("one").blocks * 3), Cell()])

    assert row.height == 3 * TABLE.leading + 2 * 2


def test_a_row_may_be_higher_than_its_text_and_has_it_in_its_middle() -> None:
    table = Table(70, COLUMNS, pad=2)
    cells = [a_block("one"), Cell(), Cell()]
    heights = []
    for least in (60.0, 10.0):
        pen = Pen("A table", "A charity", A4, "en-GB")
        row = table.row(cells, rule=0, least=least)
        row.paint(pen, 100)
        heights.append((row.height, round(A4[1] - text_height(pen.finish()) - 100, 1)))

    (high, middle), (low, line) = heights
    assert (high, low) == (60, TABLE.leading + 4)
    assert middle - line == round((high - low) / 2, 1)


def text_height(pdf: bytes) -> float:
    """Return how far above the foot of its page the first line of a paper stands, in points."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for step in pikepdf.parse_content_stream(file.pages[0]):
            if str(step.operator) == "Tm":
                matrix: Any = step.operands
                return float(matrix[5])
    raise AssertionError("no text")


def test_the_head_stays_with_the_first_row_and_returns_with_later_ones() -> None:
    table = Table(70, COLUMNS)
    head = table.head([set_block(text, TABLE, 50) for text in ("a", "b", "c")])
    row = table.row([a_block("one"), Cell(), Cell()])

    assert head.is_kept
    assert head.head is None
    assert row.head is not None
    assert row.head.height == head.height


def test_an_empty_cell_is_marked_and_a_spanning_one_says_how_far() -> None:
    pen = Pen("A table", "A charity", A4, "en-GB")
    row = Table(70, COLUMNS).row([Cell(a_block("sum").blocks, columns=2, scope="Row"), Cell()])
    row.paint(pen, 100)
    pdf = pen.finish()

    heading, empty = found(structure(pdf), "TR")[0].kids
    assert (heading.tag, heading.says["ColSpan"], heading.has_content) == ("TH", "2", True)
    assert (empty.tag, empty.has_content, empty.kids) == ("TD", False, ())
    assert page_texts(pdf) == ["sum"]


def test_the_width_of_a_table_is_that_of_its_columns() -> None:
    assert Table(70, COLUMNS).width == 200
