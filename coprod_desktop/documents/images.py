"""Read a picture of the charity, its logo or a signature, once for all papers that carry it."""

import functools
import hashlib
import io
import zlib
from typing import NamedTuple

from PIL import Image as Decoded
from reportlab.pdfbase import pdfdoc

from coprod_desktop.documents.styles import MM

_COLOURS = {"L": "DeviceGray", "RGB": "DeviceRGB"}
# More dots than this in one direction no printer shows in 25 mm.
_MOST_DOTS = 1200


class Image(NamedTuple):
    """A picture ready to stand in a file: its dots, packed, and where it is seen through."""

    name: str
    width: int
    height: int
    colours: str
    dots: bytes
    opacity: bytes

    def size(self, most_wide: float, most_high: float) -> tuple[float, float]:
        """Say how wide and high it is drawn to fit, in the units of what is given."""
        scale = min(most_wide / self.width, most_high / self.height)
        return self.width * scale, self.height * scale


def logo_size(content: bytes, most_high: float) -> tuple[float, float]:
    """Say how wide and high a logo is drawn, in points; nothing for no logo."""
    return read_image(content).size(60 * MM, most_high) if content else (0.0, 0.0)


@functools.lru_cache(maxsize=16)
def read_image(content: bytes) -> Image:
    """Decode a PNG or JPEG; the same picture is decoded once.

    Raises PIL.UnidentifiedImageError for what is no picture.
    """
    with Decoded.open(io.BytesIO(content)) as decoded:
        decoded.thumbnail((_MOST_DOTS, _MOST_DOTS))
        has_opacity = decoded.mode in ("RGBA", "LA", "PA") or "transparency" in decoded.info
        opacity = decoded.convert("RGBA").getchannel("A") if has_opacity else None
        is_grey = decoded.mode in ("1", "L", "LA")
        plain = decoded.convert("L" if is_grey else "RGB")
    return Image(
        name=f"Im{hashlib.sha256(content).hexdigest()[:16]}",
        width=plain.width,
        height=plain.height,
        colours=_COLOURS[plain.mode],
        dots=zlib.compress(plain.tobytes()),
        opacity=zlib.compress(opacity.tobytes()) if opacity else b"",
    )


def image_stream(image: Image, mask: pdfdoc.PDFObjectReference | None) -> pdfdoc.PDFStream:
    """Write a picture as a file holds it."""
    return _stream(image, image.colours, image.dots, mask)


def opacity_stream(image: Image) -> pdfdoc.PDFStream:
    """Write where a picture is seen through."""
    return _stream(image, "DeviceGray", image.opacity, None)


def _stream(
    image: Image, colours: str, dots: bytes, mask: pdfdoc.PDFObjectReference | None
) -> pdfdoc.PDFStream:
    says = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Image"),
        "Width": image.width,
        "Height": image.height,
        "BitsPerComponent": 8,
        "ColorSpace": pdfdoc.PDFName(colours),
        "Filter": pdfdoc.PDFName("FlateDecode"),
    }
    if mask is not None:
        says["SMask"] = mask
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(says), dots)
