"""Draw a square code that a telephone reads."""

import functools
from typing import Any

from reportlab.graphics.barcode.qrencoder import QRECI, QRCode, QRErrorCorrectLevel

from coprod_desktop.documents.tagging import Pen, figure
from coprod_desktop.i18n import _

# Any of the eight masks can be read; to search for the calmest takes longer than a whole paper.
_MASK = 0
# Says how letters beyond English are written; without it "£" is read as another sign.
_UTF_8 = 26


@functools.lru_cache(maxsize=64)
def square_code(content: str) -> tuple[str, ...]:
    """Return the rows of the code; "1" is dark."""
    # The encoder forgets eight bits of the sign of the letters, so it measures one letter more.
    code = _code(content)
    code.version = _code(f"{content} ").calculate_version()
    code.makeImpl(False, _MASK)
    return tuple("".join("1" if dark else "0" for dark in row) for row in code.modules)


def _code(content: str) -> Any:
    """Make a code that is still to be encoded; its types are only begun in reportlab."""
    code = QRCode(None, QRErrorCorrectLevel.M)
    if not content.isascii():
        code.addData(QRECI(_UTF_8))
    code.addData(content)
    return code


def code_says() -> str:
    """Say what stands for the code where it cannot be seen."""
    return _("A square code for a telephone. It says what stands beside it.")


def draw_code(pen: Pen, content: str, x: float, top: float, size: float, says: str = "") -> None:
    """Draw the code as a figure of `size` points; what is in it must stand beside it in words."""
    rows = square_code(content)
    each = size / len(rows)
    foot = pen.height - top - size
    drawn = []
    for number, row in enumerate(rows):
        y = foot + size - (number + 1) * each
        for start, length in _stretches(row):
            left = x + start * each
            drawn.append(f"{left:.3f} {y:.3f} {length * each:.3f} {each:.3f} re")
    edges = (x, foot, x + size, foot + size)
    with pen.marked("Figure", figure(says or code_says(), edges)):
        pen.draw(f"{' '.join(drawn)} f")


def _stretches(row: str) -> list[tuple[int, int]]:
    """Find where dark dots begin, and how many there are."""
    found = []
    at = 0
    for part in row.replace("10", "1 0").replace("01", "0 1").split(" "):
        if part[0] == "1":
            found.append((at, len(part)))
        at += len(part)
    return found
