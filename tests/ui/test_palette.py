"""Every pair of colours in use is easy to tell apart."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from coprod_desktop.ui import palette
from coprod_desktop.ui.palette import DARK, GRAPHIC_PAIRS, LIGHT, TEXT_PAIRS, Tokens, contrast
from coprod_desktop.ui.theme import Theme


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("drawn", "ground"), TEXT_PAIRS)
def test_text_has_at_least_four_and_a_half_to_one(tokens: Tokens, drawn: str, ground: str) -> None:
    assert contrast(getattr(tokens, drawn), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("drawn", "ground"), GRAPHIC_PAIRS)
def test_borders_and_swatches_have_at_least_three_to_one(
    tokens: Tokens, drawn: str, ground: str
) -> None:
    assert contrast(getattr(tokens, drawn), getattr(tokens, ground)) >= 3


def test_contrast_is_measured_as_the_guidelines_say() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("#AAAAAA", "#FFFFFF") < 3


def test_colours_in_force_are_read_back_from_the_application(
    qapp: QApplication, theme: Theme
) -> None:
    before = qapp.palette()
    qapp.setPalette(palette.to_qpalette(DARK))
    assert palette.current_tokens() is DARK
    qapp.setPalette(before)
    assert palette.current_tokens() is LIGHT


def test_high_contrast_takes_every_colour_from_the_system(qapp: QApplication) -> None:
    system = QPalette(QColor("black"), QColor("black"))
    system.setColor(QPalette.ColorRole.WindowText, QColor("white"))
    system.setColor(QPalette.ColorRole.Highlight, QColor("yellow"))
    system.setColor(QPalette.ColorRole.HighlightedText, QColor("black"))
    tokens = palette.from_qpalette(system)
    assert tokens.ink == tokens.edge == tokens.paid == "#FFFFFF"
    assert (tokens.sel, tokens.on_sel) == ("#FFFF00", "#000000")


def test_mixing_gives_the_share_asked_for() -> None:
    assert palette.mix("#FFFFFF", "#000000", 1.0) == "#FFFFFF"
    assert palette.mix("#FFFFFF", "#000000", 0.5) in ("#7F7F7F", "#808080")
