"""Draw how much work was paid and how much unpaid: a solid fill and a hatched one, same size."""

from coprod_desktop.documents.paper import Mark
from coprod_desktop.documents.styles import HATCH_LINE, HATCH_PITCH, PAID, UNPAID
from coprod_desktop.documents.tagging import Pen

_EDGE = 0.8


def draw_bar(
    pen: Pen, x: float, top: float, size: tuple[float, float], paid: int, unpaid: int
) -> None:
    """Draw paid and unpaid minutes as one bar; `size` is its width and height in points."""
    length, height = size
    split = length * paid / (paid + unpaid)
    if paid:
        draw_paid(pen, x, top, (split, height))
    if unpaid:
        draw_unpaid(pen, x + split, top, (length - split, height), HATCH_PITCH, HATCH_LINE)


def draw_key(pen: Pen, mark: Mark, x: float, top: float, size: float) -> None:
    """Draw the sign of paid or unpaid work, for the eye only: its word stands beside it."""
    if mark is Mark.NONE:
        return
    with pen.artefact():
        if mark is Mark.PAID:
            draw_paid(pen, x, top, (size, size))
        else:
            draw_unpaid(pen, x, top, (size, size), size / 2, HATCH_LINE)


def draw_paid(pen: Pen, x: float, top: float, size: tuple[float, float]) -> None:
    """Fill a rectangle solidly."""
    length, height = size
    pen.draw(f"{PAID} rg {x:.2f} {pen.height - top - height:.2f} {length:.2f} {height:.2f} re f")


def draw_unpaid(
    pen: Pen, x: float, top: float, size: tuple[float, float], pitch: float, thickness: float
) -> None:
    """Outline a rectangle and hatch it at 45 degrees; `pitch` is along its edge, in points."""
    length, height = size
    y = pen.height - top - height
    lines = []
    start = x - height + pitch / 2
    while start < x + length:
        lines.append(f"{start:.2f} {y:.2f} m {start + height:.2f} {y + height:.2f} l")
        start += pitch
    inset = _EDGE / 2
    edge = f"{x + inset:.2f} {y + inset:.2f} {length - _EDGE:.2f} {height - _EDGE:.2f} re"
    pen.draw(
        f"{UNPAID} RG q {x:.2f} {y:.2f} {length:.2f} {height:.2f} re W n {thickness:.2f} w "
        f"{' '.join(lines)} S Q {_EDGE} w {edge} S"
    )
