"""Test that every pair of colours on the screen edition is far enough apart to read."""

import itertools
import re

import pytest

from coprod_desktop.documents.html_style import STYLE
from coprod_desktop.documents.styles import PAID, UNPAID

PALETTES = [
    dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block)) for block in STYLE.split(":root")[1:]
]


def luminance(parts: list[float]) -> float:
    """Return the relative luminance of WCAG 2.2 for red, green and blue from 0 to 1."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def of_hex(colour: str) -> float:
    return luminance([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])


def ratio(one: float, other: float) -> float:
    dark, light = sorted((one, other))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", PALETTES, ids=["light", "dark", "print"])
def test_text_and_marks_stand_out_from_the_ground(palette: dict[str, str]) -> None:
    ground = of_hex(palette["paper"])

    assert ratio(of_hex(palette["ink"]), ground) >= 7
    for name in ("paid", "unpaid", "edge"):
        assert ratio(of_hex(palette[name]), ground) >= 3


@pytest.mark.parametrize("fill", [PAID, UNPAID])
def test_fills_on_paper_stand_out_from_white(fill: str) -> None:
    assert ratio(luminance([float(part) for part in fill.split()]), 1.0) >= 4.5


def test_there_is_a_palette_for_light_dark_and_print() -> None:
    assert all(one != other for one, other in itertools.combinations(PALETTES, 2))
    assert len(PALETTES) == 3
