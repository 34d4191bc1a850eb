"""Draw bars, codes and pictures as dots, for files whose readers know no other drawings."""

import io
import math

from PIL import Image, ImageDraw

from coprod_desktop.documents.pictures import picture
from coprod_desktop.documents.square_code import square_code

_PAID = (15, 95, 99)
_UNPAID = (122, 55, 16)
_DOTS = 12  # of a millimetre, about 300 an inch
_PITCH, _LINE = 2 * _DOTS, round(0.55 * _DOTS)
_QUIET = 4
_GRID = 64
_FINE = 16  # dots of a step of the grid while drawing, four times those of the picture
_STEPS = 12

_Point = tuple[float, float]


def bar(paid: int, unpaid: int, whole: int, millimetres: tuple[float, float]) -> bytes:
    """Draw minutes as wide as their part of the whole: solid for paid, hatched for unpaid."""
    width, height = (round(side * _DOTS) for side in millimetres)
    drawn = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(drawn)
    # However little there is of one kind, it is seen.
    paid_end = max(round(width * paid / whole), _LINE) if paid else 0
    paid_end = min(paid_end, width - 2 * _LINE) if unpaid else paid_end
    end = round(width * (paid + unpaid) / whole)
    if paid:
        pen.rectangle((0, 0, paid_end - 1, height - 1), fill=_PAID)
    if unpaid:
        hatch = Image.new("RGB", (max(end - paid_end, 2 * _LINE), height), "white")
        lines = ImageDraw.Draw(hatch)
        for left in range(-height, hatch.width, round(_PITCH * math.sqrt(2))):
            lines.line((left, height, left + height, 0), fill=_UNPAID, width=_LINE)
        lines.rectangle((0, 0, hatch.width - 1, height - 1), outline=_UNPAID, width=_LINE // 2)
        drawn.paste(hatch, (paid_end, 0))
    return _png(drawn)


def code(content: str) -> bytes:
    """Draw a square code with the empty edge that its readers expect."""
    rows = square_code(content)
    side = len(rows) + 2 * _QUIET
    drawn = Image.new("1", (side, side), 1)
    for down, row in enumerate(rows):
        for across, dot in enumerate(row):
            if dot == "1":
                drawn.putpixel((across + _QUIET, down + _QUIET), 0)
    return _png(drawn.resize((side * 8, side * 8), Image.Resampling.NEAREST))


def easy_read(name: str) -> bytes:
    """Draw a picture of `resources/easy-read-pictures`; raises KeyError for another name."""
    side = _GRID * _FINE
    drawn = Image.new("L", (side, side), 255)
    pen = ImageDraw.Draw(drawn)
    wide = round(2.4 * _FINE)
    for line in _lines(picture(name).strokes):
        dots = [(x * _FINE, y * _FINE) for x, y in line]
        pen.line(dots, fill=0, width=wide)
        for x, y in dots:  # round ends and corners
            pen.ellipse((x - wide / 2, y - wide / 2, x + wide / 2, y + wide / 2), fill=0)
    return _png(drawn.resize((side // 4, side // 4), Image.Resampling.LANCZOS))


def _lines(strokes: str) -> list[list[_Point]]:
    """Follow the strokes of a page's operators as short straight lines."""
    lines: list[list[_Point]] = []
    numbers: list[float] = []
    for word in strokes.split():
        if word[-1].isdigit():
            numbers.append(float(word))
            continue
        if word == "m":
            lines.append([(numbers[0], numbers[1])])
        elif word == "l":
            lines[-1].append((numbers[0], numbers[1]))
        elif word == "c":
            lines[-1] += _curve(lines[-1][-1], numbers)
        elif word == "h":
            lines[-1].append(lines[-1][0])
        elif word == "re":
            x, y, width, height = numbers
            far = (x + width, y + height)
            lines.append([(x, y), (far[0], y), far, (x, far[1]), (x, y)])
        numbers = []
    return lines


def _curve(start: _Point, numbers: list[float]) -> list[_Point]:
    x1, y1, x2, y2, x3, y3 = numbers
    found = []
    for step in range(1, _STEPS + 1):
        at = step / _STEPS
        weights = ((1 - at) ** 3, 3 * at * (1 - at) ** 2, 3 * at**2 * (1 - at), at**3)
        found.append(
            (
                sum(w * x for w, x in zip(weights, (start[0], x1, x2, x3), strict=True)),
                sum(w * y for w, y in zip(weights, (start[1], y1, y2, y3), strict=True)),
            )
        )
    return found


def _png(drawn: Image.Image) -> bytes:
    written = io.BytesIO()
    drawn.save(written, format="PNG")
    return written.getvalue()
