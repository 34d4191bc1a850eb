"""Pictures that go on papers: whether a file is one, whole, and of a size that prints."""

import struct
import zlib
from collections.abc import Iterator

from coprod_desktop.domain.paper_errors import (
    PictureOutOfSizeError,
    PictureTooLargeError,
    PictureUnreadableError,
)

LIMIT_BYTES = 1_000_000
LEAST_POINTS, MOST_POINTS = 16, 4000
_PNG = b"\x89PNG\r\n\x1a\n"
_HEAD = ">IIBBBBB"  # width, height, depth, colours, packing, filter, laced
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # of the colour types of PNG
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
# The JPEG markers that begin a frame and so tell its size; C4, C8 and CC are tables.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})  # markers without a length


def check_picture(content: bytes) -> None:
    """Refuse what is not a whole PNG or JPEG picture of up to 1 MB that can be printed.

    Raises PictureTooLargeError, PictureUnreadableError or PictureOutOfSizeError.
    """
    if len(content) > LIMIT_BYTES:
        raise PictureTooLargeError(size_bytes=len(content), limit_bytes=LIMIT_BYTES)
    width, height = size_of(content)
    if not all(LEAST_POINTS <= side <= MOST_POINTS for side in (width, height)):
        raise PictureOutOfSizeError(width=width, height=height)
    if content.startswith(_PNG):
        _check_whole_png(content)
    elif not content.rstrip(b"\0").endswith(b"\xff\xd9"):
        raise PictureUnreadableError()


def size_of(content: bytes) -> tuple[int, int]:
    """Return the width and height of a picture in points; raises PictureUnreadableError."""
    try:
        if content.startswith(_PNG):
            return _png_size(content)
        if content.startswith(b"\xff\xd8\xff"):
            return _jpeg_size(content)
    except (struct.error, IndexError):
        pass  # it ends too early
    raise PictureUnreadableError()


def _png_size(content: bytes) -> tuple[int, int]:
    if content[12:16] != b"IHDR":
        raise PictureUnreadableError()
    width, height, *_rest = struct.unpack_from(_HEAD, content, 16)
    return width, height


def _jpeg_size(content: bytes) -> tuple[int, int]:
    place = 2
    while True:
        if content[place] != 0xFF:
            raise PictureUnreadableError()
        marker = content[place + 1]
        if marker == 0xFF or marker in _ALONE:
            place += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", content, place + 2)
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", content, place + 5)
            return width, height
        place += 2 + max(length, 2)


def _check_whole_png(content: bytes) -> None:
    """Unpack the points without keeping them; raises PictureUnreadableError."""
    width, height, depth, colour, _packing, _filter, laced = struct.unpack_from(_HEAD, content, 16)
    if depth not in _DEPTHS.get(colour, ()) or laced not in (0, 1):
        raise PictureUnreadableError()
    unpacked, unpacking = 0, zlib.decompressobj()
    line = (width * _CHANNELS[colour] * depth + 7) // 8 + 1
    most = 2 * line * height + 16 * (width + height)  # laced pictures have shorter, more lines
    try:
        for part in _png_points(content):
            while part:
                unpacked += len(unpacking.decompress(part, 1 << 20))
                part = unpacking.unconsumed_tail
                if unpacked > most:
                    raise PictureUnreadableError()
    except (zlib.error, struct.error) as error:
        raise PictureUnreadableError() from error
    if not unpacking.eof or (not laced and unpacked != line * height):
        raise PictureUnreadableError()


def _png_points(content: bytes) -> Iterator[bytes]:
    """Yield the packed points up to the end; raises PictureUnreadableError for a broken chunk."""
    place, kind = len(_PNG), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", content, place)
        (told,) = struct.unpack_from(">I", content, place + 8 + length)
        said = content[place + 8 : place + 8 + length]
        if zlib.crc32(kind + said) != told:
            raise PictureUnreadableError()
        if kind == b"IDAT":
            yield said
        place += 12 + length
