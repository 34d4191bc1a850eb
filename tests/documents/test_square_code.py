"""Test the square code that a telephone reads."""

import re

import pytest

from coprod_desktop.documents.square_code import code_says, draw_code, square_code
from coprod_desktop.documents.styles import A4
from coprod_desktop.documents.tagging import Pen
from tests.paper_marks import aloud

FINDER = ("1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111")


@pytest.mark.parametrize("content", ["S-2026-0147", "Llŷr £4.60 " * 20])
def test_three_corners_show_where_the_code_is(content: str) -> None:
    rows = square_code(content)

    assert len({len(row) for row in rows} | {len(rows)}) == 1
    assert tuple(row[:7] for row in rows[:7]) == FINDER
    assert tuple(row[-7:] for row in rows[:7]) == FINDER
    assert tuple(row[:7] for row in rows[-7:]) == FINDER
    assert tuple(row[-7:] for row in rows[-7:]) != FINDER


def test_a_text_of_any_length_that_is_read_has_its_code() -> None:
    for count in range(1, 300):
        assert len(square_code("£" + "a" * count)) >= 21


def test_the_drawing_has_as_much_dark_as_the_code() -> None:
    pen = Pen("A code", "A charity", A4, "en-GB")
    draw_code(pen, "S-2026-0147", 70, 70, 210)
    rows = square_code("S-2026-0147")
    (drawn,) = [step for step in pen._code if " re" in step]
    dark = sum(float(width) for width in re.findall(r"\S+ \S+ (\S+) \S+ re", drawn))

    assert dark == pytest.approx(sum(row.count("1") for row in rows) * 210 / len(rows), abs=0.1)


def test_words_say_that_it_is_a_code() -> None:
    pen = Pen("A code", "A charity", A4, "en-GB")
    draw_code(pen, "S-2026-0147", 70, 70, 70)
    draw_code(pen, "S-2026-0147", 170, 70, 70, "Another")

    assert aloud(pen.finish()) == [("Figure", code_says()), ("Figure", "Another")]
