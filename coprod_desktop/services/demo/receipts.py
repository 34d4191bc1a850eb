"""Draw small receipts, so that the demo has something to look at."""

import struct
import zlib
from pathlib import Path

_WIDE, _HIGH = 120, 160


def write_receipt(folder: Path, name: str, what: str, pence: int) -> Path:
    """Write an invented receipt as PNG or PDF, by the ending of its name."""
    path = folder / name
    is_pdf = path.suffix == ".pdf"
    path.write_bytes(receipt_pdf(what, pence) if is_pdf else receipt_png(pence))
    return path


def receipt_png(pence: int) -> bytes:
    """Return a picture of a till receipt; each amount has a picture of its own."""
    rows = (_row(y, pence) for y in range(_HIGH))
    pixels = b"".join(b"\x00" + row for row in rows)
    header = struct.pack(">IIBBBBB", _WIDE, _HIGH, 8, 0, 0, 0, 0)
    # Level 0 stores the pixels as they are: every version of zlib then writes the same bytes.
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(pixels, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _row(y: int, pence: int) -> bytes:
    """Draw lines of print as bars; their lengths come from the amount."""
    line, inside = divmod(y - 16, 12)
    is_print = 0 <= line < 11 and inside < 5
    length = 30 + (pence * (line + 3) * 7) % 60 if is_print else 0
    ink = [60 if 12 <= x < 12 + length else 250 for x in range(_WIDE)]
    return bytes(ink)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def receipt_pdf(what: str, pence: int) -> bytes:
    """Return a one-page receipt; letters that its plain font lacks are left out."""
    amount = f"{pence // 100}.{pence % 100:02d} pounds"
    lines = ("RECEIPT (invented)", what, amount, "Paid with thanks")
    shown = b" ".join(b"(" + _plain(line) + b") Tj 0 -20 Td" for line in lines)
    text = b"BT /F1 12 Tf 20 180 Td " + shown + b" ET"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 320 220] /Contents 4 0 R "
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        page + b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    return _pdf(objects)


def _plain(line: str) -> bytes:
    return line.encode("ascii", "ignore").translate(None, b"()\\")


def _pdf(objects: tuple[bytes, ...]) -> bytes:
    paper, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(paper))
        paper += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return paper + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (count, table, count, len(paper))
    )
