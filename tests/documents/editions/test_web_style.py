"""Test that every pair of colours of a page is far enough apart to read."""

import re

import pytest

from coprod_desktop.documents.editions.web_style import STYLE

PALETTES = [
    dict(re.findall(r"--(\w+): (#[0-9a-f]{6})", block)) for block in STYLE.split(":root")[1:]
]
LIGHT, DARK, FORCED, PRINT = PALETTES


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def ratio(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
def test_text_and_marks_stand_out_from_the_ground(palette: dict[str, str]) -> None:
    for text in ("ink", "link"):
        assert ratio(palette[text], palette["paper"]) >= 7
    for mark in ("paid", "unpaid", "edge"):
        assert ratio(palette[mark], palette["paper"]) >= 3


def test_a_persons_own_colours_replace_ours() -> None:
    assert FORCED == {}
    assert "forced-colors: active" in STYLE


def test_print_is_black_on_white_with_the_fills_of_the_papers() -> None:
    assert (PRINT["ink"], PRINT["paper"]) == ("#000000", "#ffffff")
    assert (PRINT["paid"], PRINT["unpaid"]) == ("#0f5f63", "#7a3710")


def test_nothing_is_slanted_underlined_capital_or_fetched() -> None:
    for word in ("italic", "underline", "uppercase", "url(", "@import", "http"):
        assert word not in STYLE
