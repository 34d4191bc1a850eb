"""Test that the styles are sound and give text the sizes and the contrast of the papers."""

import pytest
from lxml import etree

from coprod_desktop.documents.editions.word_styles import (
    CLEAR,
    FONTS,
    LARGE,
    LETTER,
    NUMBERING,
    Letters,
    settings,
    styles,
)
from tests.word_reading import W


@pytest.mark.parametrize("letters", [CLEAR, LETTER, LARGE])
def test_styles_are_well_formed_black_and_without_slanted_letters(letters: Letters) -> None:
    written = styles(letters, "cy-GB")
    root = etree.fromstring(written)
    for word in ("w:i/", "w:u ", "w:caps", "w:color"):
        assert word not in written
    names = [each.get(f"{W}styleId") for each in root.iter(f"{W}style")]
    assert len(names) == len(set(names))


def test_each_size_is_said_for_every_script_and_with_its_leading() -> None:
    root = etree.fromstring(styles(CLEAR, "en-GB"))
    for style in root.iter(f"{W}rPr"):
        sizes = [each.get(f"{W}val") for each in style if str(each.tag)[len(W) :] in {"sz", "szCs"}]
        assert len(set(sizes)) <= 1
    leads = {each.get(f"{W}lineRule") for each in root.iter(f"{W}spacing")}
    assert leads == {"atLeast"}


def test_headings_stay_with_what_follows_and_have_their_level() -> None:
    root = etree.fromstring(styles(CLEAR, "en-GB"))
    found = {each.get(f"{W}styleId"): each for each in root.iter(f"{W}style")}
    for level in (1, 2, 3):
        style = found[f"Heading{level}"]
        assert len(list(style.iter(f"{W}keepNext"))) == 1
        (outline,) = style.iter(f"{W}outlineLvl")
        assert outline.get(f"{W}val") == str(level - 1)


def test_large_print_has_nothing_below_16_points() -> None:
    root = etree.fromstring(styles(LARGE, "en-GB"))
    assert min(int(str(each.get(f"{W}val"))) for each in root.iter(f"{W}sz")) >= 32


def test_lists_fonts_and_settings_are_well_formed() -> None:
    (level,) = etree.fromstring(NUMBERING).iter(f"{W}lvl")
    (style,) = level.iter(f"{W}pStyle")
    assert style.get(f"{W}val") == "ListBullet"
    assert len(etree.fromstring(FONTS)) == 2
    (mode,) = etree.fromstring(settings("en-GB")).iter(f"{W}compatSetting")
    assert mode.get(f"{W}val") == "15"
