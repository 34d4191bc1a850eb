"""Small pictures for tests, drawn here."""

import functools
import io

from PIL import Image


@functools.cache
def a_png(size: tuple[int, int] = (40, 24), colour: str = "#146c7a") -> bytes:
    """Draw a picture of one colour as PNG."""
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, "PNG")
    return file.getvalue()


@functools.cache
def a_jpeg(size: tuple[int, int] = (40, 24)) -> bytes:
    """Draw a grey picture as JPEG."""
    file = io.BytesIO()
    Image.new("L", size, 128).save(file, "JPEG")
    return file.getvalue()
