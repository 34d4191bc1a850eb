"""Test that paid and unpaid parts of the bar are as long as their minutes."""

import io
from typing import Any, cast

import hypothesis
import pikepdf
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.figures import draw_bar, draw_key
from coprod_desktop.documents.paper import Mark
from coprod_desktop.documents.styles import A4, PAID, UNPAID
from coprod_desktop.documents.tagging import Pen


def widths(paid: int, unpaid: int) -> list[float]:
    """Return how long the solid and the hatched part are drawn, in points."""
    pen = Pen("A bar", "A charity", A4, "en-GB")
    with pen.artefact():
        draw_bar(pen, 50, 100, (400, 17), paid, unpaid)
    with pikepdf.open(io.BytesIO(pen.finish())) as file:
        steps = list(pikepdf.parse_content_stream(file.pages[0]))
    boxes = [cast(Any, step.operands) for step in steps if str(step.operator) == "re"]
    solid = [float(box[2]) for box in boxes[:1]] if paid else [0.0]
    hatched = [float(box[2]) for box in boxes[-2:-1]] if unpaid else [0.0]
    return solid + hatched


@hypothesis.settings(max_examples=20)
@hypothesis.given(some.integers(1, 5000), some.integers(1, 5000))
def test_parts_are_as_long_as_their_minutes(paid: int, unpaid: int) -> None:
    solid, hatched = widths(paid, unpaid)

    assert solid == pytest.approx(400 * paid / (paid + unpaid), abs=0.01)
    assert solid + hatched == pytest.approx(400, abs=0.02)


def test_a_part_without_minutes_is_not_drawn() -> None:
    assert widths(60, 0) == [400, 0]
    assert widths(0, 60) == [0, 400]


def test_the_sign_of_paid_is_solid_and_of_unpaid_hatched_and_there_may_be_none() -> None:
    drawn = {}
    for mark in Mark:
        pen = Pen("A key", "A charity", A4, "en-GB")
        before = len(pen._code)
        draw_key(pen, mark, 50, 100, 13)
        drawn[mark] = " ".join(pen._code[before:])

    assert drawn[Mark.NONE] == ""
    assert f"{PAID} rg" in drawn[Mark.PAID]
    assert f"{UNPAID} RG" in drawn[Mark.UNPAID]
    assert " W n " in drawn[Mark.UNPAID]
    assert all(code.startswith("/Artifact") for code in drawn.values() if code)
