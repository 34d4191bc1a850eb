"""Test the measures of the editions with large letters."""

import pytest

from coprod_desktop.documents.editions.sizes import EASY, LARGE, Sizes
from coprod_desktop.documents.styles import MM, Style


@pytest.mark.parametrize("sizes", [LARGE, EASY], ids=["large print", "Easy Read"])
def test_nothing_is_smaller_than_sixteen_points(sizes: Sizes) -> None:
    styles = [each for each in sizes if isinstance(each, Style)] + [sizes.sheet.foot_style]

    assert len(styles) == 8
    assert min(style.size for style in styles) >= 16
    assert all(style.leading >= 1.25 * style.size for style in styles)


def test_text_stands_between_margins_of_two_centimetres() -> None:
    assert LARGE.left == 20 * MM
    assert LARGE.room == pytest.approx(170 * MM)
