"""Only a whole picture of a size that prints goes on papers."""

import io
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from coprod_desktop.domain.paper_errors import (
    PictureOutOfSizeError,
    PictureTooLargeError,
    PictureUnreadableError,
)
from coprod_desktop.domain.pictures import LIMIT_BYTES, check_picture, size_of

REFUSED = (PictureOutOfSizeError, PictureTooLargeError, PictureUnreadableError)


def a_picture(form: str = "PNG", mode: str = "RGB", size: tuple[int, int] = (40, 24)) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size).save(file, form)
    return file.getvalue()


WHOLE = (a_picture(), a_picture("JPEG"))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_a_png_of_any_colours_is_taken(mode: str) -> None:
    picture = a_picture(mode=mode)
    check_picture(picture)
    assert size_of(picture) == (40, 24)


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("is_progressive", [False, True])
def test_a_jpeg_is_taken(mode: str, is_progressive: bool) -> None:
    file = io.BytesIO()
    Image.new(mode, (40, 24)).save(file, "JPEG", progressive=is_progressive, comment=b"ours")
    check_picture(file.getvalue())
    assert size_of(file.getvalue()) == (40, 24)


@pytest.mark.parametrize("form", ["GIF", "BMP", "TIFF", "WEBP"])
def test_another_kind_of_picture_is_refused(form: str) -> None:
    with pytest.raises(PictureUnreadableError):
        check_picture(a_picture(form))


@pytest.mark.parametrize("size", [(15, 40), (40, 15), (4001, 16), (1, 1)])
def test_a_picture_that_cannot_be_printed_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(PictureOutOfSizeError) as caught:
        check_picture(a_picture(size=size))
    assert caught.value.facts == {"width": size[0], "height": size[1]}


def test_a_megabyte_is_the_most() -> None:
    check_picture(WHOLE[0] + bytes(LIMIT_BYTES - len(WHOLE[0])))
    with pytest.raises(PictureTooLargeError):
        check_picture(bytes(LIMIT_BYTES + 1))


@pytest.mark.parametrize("whole", WHOLE, ids=["png", "jpeg"])
def test_a_picture_that_was_cut_off_is_refused(whole: bytes) -> None:
    for length in range(len(whole) - 1):
        with pytest.raises(REFUSED):
            check_picture(whole[:length])


def test_a_png_whose_points_were_altered_is_refused() -> None:
    picture = bytearray(WHOLE[0])
    picture[picture.index(b"IDAT") + 8] ^= 0xFF
    with pytest.raises(PictureUnreadableError):
        check_picture(bytes(picture))


def test_a_png_that_unpacks_to_more_than_it_says_is_refused() -> None:
    def chunk(kind: bytes, said: bytes) -> bytes:
        return (
            struct.pack(">I", len(said)) + kind + said + struct.pack(">I", zlib.crc32(kind + said))
        )

    head = struct.pack(">IIBBBBB", 40, 24, 8, 2, 0, 0, 0)
    bomb = zlib.compress(bytes(50_000_000), 9)
    picture = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", bomb) + chunk(b"IEND", b"")
    )
    with pytest.raises(PictureUnreadableError):
        check_picture(picture)


@given(st.sampled_from(WHOLE), st.lists(st.tuples(st.integers(0), st.integers(0, 255)), max_size=4))
def test_whatever_the_bytes_are_the_answer_is_one_of_ours(
    whole: bytes, changes: list[tuple[int, int]]
) -> None:
    picture = bytearray(whole)
    for place, value in changes:
        picture[place % len(picture)] = value
    try:
        check_picture(bytes(picture))
    except REFUSED:
        return
    assert len(picture) == len(whole)


@given(st.binary(max_size=200))
def test_bytes_that_are_no_picture_are_refused(content: bytes) -> None:
    with pytest.raises(REFUSED):
        check_picture(content)
