"""Receipts of the demo are real pictures and papers."""

import io
import struct
import zlib
from pathlib import Path

import pypdf
import pytest

from coprod_desktop.services.demo.receipts import receipt_pdf, receipt_png, write_receipt


def test_a_picture_is_whole_and_different_for_each_amount() -> None:
    picture = receipt_png(460)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    at, kinds = 8, []
    while at < len(picture):
        (length,) = struct.unpack(">I", picture[at : at + 4])
        body = picture[at + 4 : at + 8 + length]
        assert struct.unpack(">I", picture[at + 8 + length : at + 12 + length])[0] == (
            zlib.crc32(body)
        )
        kinds.append(body[:4])
        at += 12 + length
    assert kinds == [b"IHDR", b"IDAT", b"IEND"]
    assert picture == receipt_png(460) != receipt_png(461)


def test_a_paper_says_what_was_bought_and_for_how_much() -> None:
    (page,) = pypdf.PdfReader(io.BytesIO(receipt_pdf("Bus (there and back)", 460))).pages
    text = page.extract_text()
    assert "Bus there and back" in text
    assert "4.60 pounds" in text
    assert "invented" in text


@pytest.mark.parametrize(("name", "start"), [("a.png", b"\x89PNG"), ("a.pdf", b"%PDF")])
def test_the_ending_of_the_name_says_which(tmp_path: Path, name: str, start: bytes) -> None:
    path = write_receipt(tmp_path, name, "Bus", 460)
    assert path == tmp_path / name
    assert path.read_bytes().startswith(start)
