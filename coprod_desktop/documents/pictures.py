"""Draw the pictures that stand beside the words of an Easy Read paper."""

import functools
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element
from xml.sax.saxutils import quoteattr

from defusedxml.ElementTree import fromstring

from coprod_desktop.documents.tagging import Pen, figure
from coprod_desktop.i18n import _, later
from coprod_desktop.paths import resource

_GRID = 64.0
_SVG = "http://www.w3.org/2000/svg"
_FRAME = {
    "viewBox": "0 0 64 64",
    "fill": "none",
    "stroke": "#000",
    "stroke-width": "2.4",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
# How far the handles of a curve reach that rounds a quarter of a circle, in radii.
_ROUND = 0.5523
_STEPS = re.compile(r"[MLHVCZ]|-?\d+(?:\.\d+)?|[^\s,]")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Z": 0}

MEANINGS: Mapping[str, str] = {
    "bank-card": later("A bank card"),
    "book": later("Reading"),
    "bus": later("Travel"),
    "calculator": later("Adding up"),
    "calendar": later("A day in the calendar"),
    "camera": later("Taking pictures"),
    "cash": later("Cash"),
    "choice": later("Your choice"),
    "clock": later("Time"),
    "computer": later("Working at a computer"),
    "cross": later("No"),
    "cup": later("A rest"),
    "envelope": later("A letter"),
    "flipchart": later("A workshop"),
    "globe": later("Languages"),
    "handshake": later("A handshake"),
    "house": later("At home"),
    "idea": later("Knowing and thinking"),
    "key": later("Something private"),
    "leaflet": later("A leaflet"),
    "magnifier": later("Finding out"),
    "meeting": later("People at a meeting"),
    "mentor": later("Two people who learn from each other"),
    "microphone": later("A talk"),
    "next": later("What happens next"),
    "paper-tick": later("A paper that has been checked"),
    "pencil": later("Writing"),
    "people-talking": later("Two people who talk"),
    "person": later("A person"),
    "phone": later("A phone call"),
    "plant": later("Something that grows"),
    "pound": later("Money"),
    "question": later("A question"),
    "receipt": later("A receipt"),
    "scales": later("Two sides that count the same"),
    "sign": later("Signing your name"),
    "speaking": later("A person who speaks"),
    "star": later("A star for what was done"),
    "tick": later("Yes"),
    "together": later("People together"),
    "voucher": later("A voucher"),
}


class Picture(NamedTuple):
    """A picture ready to draw: the strokes of its grid of 64, and what is inside its svg."""

    strokes: str
    inside: str


def draw_picture(pen: Pen, name: str, x: float, top: float, side: float, says: str) -> None:
    """Draw a picture in a square of `side` points; `says` stands for it where it is not seen."""
    scale = side / _GRID
    y = pen.height - top
    with pen.marked("Figure", figure(says, (x, y - side, x + side, y))):
        pen.draw(f"{scale:.4f} 0 0 {-scale:.4f} {x:.2f} {y:.2f} cm {picture(name).strokes}")


def meaning(name: str) -> str:
    """Say what a picture means, in the language that is spoken; raises KeyError."""
    return _(MEANINGS[name])


def svg(name: str) -> str:
    """Write a picture for a page of a browser, with the words that stand for it."""
    frame = " ".join(f'{key}="{value}"' for key, value in _FRAME.items())
    label = quoteattr(meaning(name))
    return f'<svg {frame} role="img" aria-label={label}>{picture(name).inside}</svg>'


@functools.cache
def picture(name: str) -> Picture:
    """Read a picture of `resources/easy-read-pictures`; raises KeyError for another name.

    Raises ValueError where the file holds more than the strokes this reader knows.
    """
    if name not in MEANINGS:
        raise KeyError(name)
    return read_picture(resource("easy-read-pictures", f"{name}.svg").read_text(encoding="utf-8"))


def read_picture(text: str) -> Picture:
    """Read strokes on a grid of 64; raises ValueError for anything else."""
    root = fromstring(text)
    if root.tag != f"{{{_SVG}}}svg" or dict(root.attrib) != _FRAME:
        raise ValueError(f"not the frame of our pictures: {root.attrib}")
    strokes = ["2.4 w 1 J 1 j"]
    inside = []
    for shape in root:
        tag = shape.tag.removeprefix(f"{{{_SVG}}}")
        if tag not in _SHAPES or len(shape):
            raise ValueError(f"a shape that our pictures do not have: {tag}")
        attributes, draw = _SHAPES[tag]
        if set(shape.attrib) != attributes:
            raise ValueError(f"{tag} has {sorted(shape.attrib)}")
        strokes.append(draw(shape))
        said = " ".join(f"{key}={quoteattr(value)}" for key, value in shape.attrib.items())
        inside.append(f"<{tag} {said}/>")
    return Picture(" ".join([*strokes, "S"]), "".join(inside))


def _path(shape: Element) -> str:
    """Turn the commands of a path, which are in capitals alone, into a page's operators."""
    steps = _STEPS.findall(shape.attrib["d"])
    strokes, at = [], (0.0, 0.0)
    while steps:
        command = steps.pop(0)
        if command not in _NUMBERS:
            raise ValueError(f"a step that our pictures do not take: {command}")
        count = _NUMBERS[command]
        numbers = [float(each) for each in steps[:count]]
        if len(numbers) < count:
            raise ValueError(f"{command} lacks a number")
        del steps[:count]
        if command == "Z":
            strokes.append("h")
            continue
        if command == "H":
            numbers = [numbers[0], at[1]]
        elif command == "V":
            numbers = [at[0], numbers[0]]
        at = (numbers[-2], numbers[-1])
        operator = {"M": "m", "C": "c"}.get(command, "l")
        strokes.append(f"{_written(*numbers)} {operator}")
    return " ".join(strokes)


def _circle(shape: Element) -> str:
    x, y, radius = _measures(shape, "cx", "cy", "r")
    return _rounded(x - radius, y - radius, x + radius, y + radius, radius)


def _rect(shape: Element) -> str:
    x, y, width, height, radius = _measures(shape, "x", "y", "width", "height", "rx")
    if not radius:
        return f"{_written(x, y, width, height)} re"
    return _rounded(x, y, x + width, y + height, min(radius, width / 2, height / 2))


def _measures(shape: Element, *names: str) -> list[float]:
    return [float(shape.attrib[name]) for name in names]


def _rounded(left: float, top: float, right: float, bottom: float, radius: float) -> str:
    """Draw a rectangle whose corners are quarters of a circle."""
    near = radius * (1 - _ROUND)
    # Of each corner: where it begins, its two handles, and where it ends.
    corners = (
        (right - radius, top, right - near, top, right, top + near, right, top + radius),
        (
            right,
            bottom - radius,
            right,
            bottom - near,
            right - near,
            bottom,
            right - radius,
            bottom,
        ),
        (left + radius, bottom, left + near, bottom, left, bottom - near, left, bottom - radius),
        (left, top + radius, left, top + near, left + near, top, left + radius, top),
    )
    strokes = [f"{_written(left + radius, top)} m"]
    for corner in corners:
        strokes.append(f"{_written(*corner[:2])} l {_written(*corner[2:])} c")
    return " ".join([*strokes, "h"])


def _written(*numbers: float) -> str:
    return " ".join(f"{number:.2f}".rstrip("0").rstrip(".") for number in numbers)


_SHAPES: dict[str, tuple[set[str], Callable[[Element], str]]] = {
    "path": ({"d"}, _path),
    "circle": ({"cx", "cy", "r"}, _circle),
    "rect": ({"x", "y", "width", "height", "rx"}, _rect),
}
