"""Sizes grow with the text: widths in step with it, lines a little less."""

from PySide6.QtGui import QFont

from coprod_desktop.ui import scale
from coprod_desktop.ui.theme import Theme


def test_at_usual_text_every_size_is_as_drawn(theme: Theme) -> None:
    assert scale.text_scale() == 1.0
    assert scale.grown(scale.CONTROL) == scale.CONTROL
    assert scale.scaled(scale.SIDEBAR) == scale.SIDEBAR
    assert scale.SPACES == (4, 8, 12, 16, 24, 32, 48)


def test_at_twice_the_text_lines_still_fit_their_parts(theme: Theme) -> None:
    theme.set_text_percent(200)
    try:
        assert scale.scaled(scale.SIDEBAR) == 2 * scale.SIDEBAR
        assert scale.grown(scale.TABLE_ROW) == 51
        assert scale.type_font(scale.TITLE).pointSizeF() == 2 * scale.TITLE
    finally:
        theme.set_text_percent(100)


def test_figures_of_one_width_change_nothing_else(theme: Theme) -> None:
    tabular = scale.tabular(scale.type_font(scale.SECTION, QFont.Weight.DemiBold))
    assert tabular.isFeatureSet(QFont.Tag("tnum"))
    assert (tabular.pointSizeF(), tabular.weight()) == (12.0, QFont.Weight.DemiBold)
    assert scale.em(scale.type_font()) in (13, 14)
