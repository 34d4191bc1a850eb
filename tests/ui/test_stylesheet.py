"""The style sheet is complete for every set of colours."""

import re

import pytest

from coprod_desktop.ui.palette import DARK, LIGHT, Tokens
from coprod_desktop.ui.stylesheet import stylesheet
from coprod_desktop.ui.theme import Theme


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_is_a_token_and_every_drawing_exists(theme: Theme, tokens: Tokens) -> None:
    sheet = stylesheet(tokens)
    known = {getattr(tokens, name) for name in Tokens.__slots__}
    assert set(re.findall(r"#[0-9A-F]{6}\b", sheet)) <= known
    drawings = re.findall(r'url\("([^"]+)"\)', sheet)
    assert drawings
    for drawing in drawings:
        with open(drawing, encoding="utf-8") as file:  # noqa: PTH123 - the very text Qt will open
            assert "<svg" in file.read()


def test_braces_balance(theme: Theme) -> None:
    sheet = stylesheet(LIGHT)
    assert sheet.count("{") == sheet.count("}") > 30
