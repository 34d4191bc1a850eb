"""Test that what is drawn as dots is what was to be drawn."""

import io

import pytest
from PIL import Image

from coprod_desktop.documents.editions import word_pictures as pictures
from coprod_desktop.documents.pictures import MEANINGS
from coprod_desktop.documents.square_code import square_code

_PAID = (15, 95, 99)
_UNPAID = (122, 55, 16)
_WHITE = (255, 255, 255)


def dots(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_a_bar_is_solid_for_paid_and_hatched_for_unpaid() -> None:
    drawn = dots(pictures.bar(60, 30, 120, (100, 6)))
    assert drawn.size == (1200, 72)
    middle = [drawn.getpixel((x, 36)) for x in range(1200)]
    assert set(middle[:600]) == {_PAID}
    assert set(middle[600:900]) >= {_UNPAID, _WHITE}
    assert set(middle[900:]) == {_WHITE}


@pytest.mark.parametrize(("paid", "unpaid"), [(0, 60), (60, 0), (1, 99_999)])
def test_a_bar_may_be_all_of_one_kind_or_nearly(paid: int, unpaid: int) -> None:
    drawn = dots(pictures.bar(paid, unpaid, paid + unpaid, (170, 9)))
    colours = {drawn.getpixel((x, 40)) for x in range(drawn.width)}
    assert (_PAID in colours) is bool(paid)
    assert (_UNPAID in colours) is bool(unpaid)


def test_a_code_has_every_dot_and_an_empty_edge() -> None:
    rows = square_code("S-2026-0147")
    drawn = dots(pictures.code("S-2026-0147")).convert("L")
    assert drawn.width == drawn.height == 8 * (len(rows) + 8)
    for down, row in enumerate(rows):
        for across, dot in enumerate(row):
            seen = drawn.getpixel(((across + 4) * 8 + 4, (down + 4) * 8 + 4))
            assert seen == (0 if dot == "1" else 255)
    assert {drawn.getpixel((x, 8)) for x in range(drawn.width)} == {255}


@pytest.mark.parametrize("name", MEANINGS)
def test_every_picture_of_easy_read_is_drawn_inside_its_square(name: str) -> None:
    drawn = dots(pictures.easy_read(name))
    assert drawn.size == (256, 256)
    ink = drawn.point(lambda dot: 255 - dot).getbbox()
    assert ink is not None
    left, top, right, bottom = ink
    assert min(left, top, 256 - right, 256 - bottom) >= 4
    assert right - left > 100 or bottom - top > 100


def test_a_circle_is_round_and_open_inside() -> None:
    drawn = dots(pictures.easy_read("clock")).convert("L")
    assert drawn.getpixel((128, 10)) == 255 or drawn.getpixel((2, 2)) == 255
    corners = [drawn.getpixel(place) for place in ((8, 8), (247, 8), (8, 247), (247, 247))]
    assert corners == [255] * 4


def test_a_picture_of_another_name_is_refused() -> None:
    with pytest.raises(KeyError):
        pictures.easy_read("unicorn")
