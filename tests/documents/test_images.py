"""Test that logos and signatures stand on papers as they are."""

import io
from typing import Any, cast

import pikepdf
import pytest
from PIL import Image, UnidentifiedImageError

from coprod_desktop.documents.images import logo_size, read_image
from coprod_desktop.documents.styles import A4, MM
from coprod_desktop.documents.tagging import Pen
from tests.paper_marks import told


def a_picture(mode: str, kind: str = "PNG", size: tuple[int, int] = (40, 20)) -> bytes:
    written = io.BytesIO()
    Image.new(mode, size).save(written, format=kind)
    return written.getvalue()


def printed(content: bytes, times: int = 1) -> bytes:
    pen = Pen("A picture", "A charity", A4, "en-GB")
    for __ in range(times):
        pen.picture(content, 50, 50, (80, 40), "Common Table Cardiff")
        pen.next_page()
    return pen.finish()


@pytest.mark.parametrize(
    ("content", "colours", "is_seen_through"),
    [
        (a_picture("RGB"), "DeviceRGB", False),
        (a_picture("RGBA"), "DeviceRGB", True),
        (a_picture("L"), "DeviceGray", False),
        (a_picture("LA"), "DeviceGray", True),
        (a_picture("P"), "DeviceRGB", False),
        (a_picture("1"), "DeviceGray", False),
        (a_picture("RGB", "JPEG"), "DeviceRGB", False),
        (a_picture("CMYK", "JPEG"), "DeviceRGB", False),
    ],
)
def test_every_kind_of_picture_is_drawn(
    content: bytes, colours: str, is_seen_through: bool
) -> None:
    with pikepdf.open(io.BytesIO(printed(content))) as file:
        (drawn,) = file.pages[0].resources["/XObject"].values()
        assert str(drawn.ColorSpace) == f"/{colours}"
        assert ("/SMask" in drawn) is is_seen_through
        seen = pikepdf.PdfImage(cast(Any, drawn)).as_pil_image()
        assert seen.size == (40, 20)


def test_a_picture_keeps_its_colour() -> None:
    written = io.BytesIO()
    Image.new("RGB", (4, 4), (15, 95, 99)).save(written, format="PNG")
    with pikepdf.open(io.BytesIO(printed(written.getvalue()))) as file:
        (drawn,) = file.pages[0].resources["/XObject"].values()
        assert pikepdf.PdfImage(cast(Any, drawn)).as_pil_image().getpixel((1, 1)) == (15, 95, 99)


def test_a_picture_drawn_on_several_pages_is_kept_once() -> None:
    once, thrice = printed(a_picture("RGB")), printed(a_picture("RGB"), 3)
    with pikepdf.open(io.BytesIO(thrice)) as file:
        pages = [page.resources["/XObject"] for page in list(file.pages)[:3]]
        assert len({drawn.objgen for page in pages for drawn in page.values()}) == 1
    assert printed(a_picture("RGB")) == once


def test_words_stand_for_a_picture() -> None:
    assert [said.says for said in told(printed(a_picture("RGB"))).kids] == [
        {"Alt": "Common Table Cardiff"}
    ]


def test_a_picture_too_large_to_be_seen_is_made_smaller_in_proportion() -> None:
    image = read_image(a_picture("L", size=(4800, 2400)))

    assert (image.width, image.height) == (1200, 600)


def test_a_logo_fits_its_place_and_keeps_its_shape() -> None:
    assert logo_size(a_picture("L", size=(40, 20)), 11 * MM) == pytest.approx((22 * MM, 11 * MM))
    wide = logo_size(a_picture("L", size=(800, 20)), 11 * MM)
    assert wide == pytest.approx((60 * MM, 1.5 * MM))
    assert logo_size(b"", 11 * MM) == (0.0, 0.0)


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(UnidentifiedImageError):
        read_image(b"no picture")
