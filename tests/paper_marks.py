"""Read a paper as a screen reader does: what is said, as what, and in which order."""

import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf

_KEPT = ("/Alt", "/Lang")
_BLACK = ("0", "0", "0")


class Said(NamedTuple):
    """One element: its tag, what it says of itself, its own words, and the elements inside it."""

    tag: str
    says: dict[str, str]
    text: str
    kids: tuple["Said", ...]

    def all(self) -> Iterator["Said"]:
        """Give this element and every one inside it, in reading order."""
        yield self
        for kid in self.kids:
            yield from kid.all()


class Line(NamedTuple):
    """One drawn line of text, the number of its marked content (-1: for the eye only), its fill."""

    text: str
    mark: int
    fill: tuple[str, ...]


def drawn_lines(pdf: bytes) -> list[list[Line]]:
    """Return the lines of each page as the eye sees them, in the order in which they are drawn.

    The space that parts the last word of a line from the next one is not seen; `told` keeps it.
    """
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return [
            [line._replace(text=line.text.rstrip()) for line in _Reader(page).lines]
            for page in file.pages
        ]


def told(pdf: bytes) -> Said:
    """Return the document with everything that is read aloud, in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        words: dict[Any, str] = {}
        for page in file.pages:
            for line in _Reader(page).lines:
                key = (page.objgen, line.mark)
                words[key] = words.get(key, "") + line.text
        return _said(file.Root.StructTreeRoot.K, None, words)


def aloud(pdf: bytes) -> list[tuple[str, str]]:
    """Return the tag and the words, or what stands for them, of all that says something."""
    return [
        (said.tag, said.text or said.says.get("Alt", ""))
        for said in told(pdf).all()
        if said.text or "Alt" in said.says
    ]


def text_fills(pdf: bytes) -> set[tuple[str, ...]]:
    """Return every colour that letters are drawn in; black is ("0", "0", "0")."""
    return {line.fill for page in drawn_lines(pdf) for line in page}


def _said(element: Any, page: Any, words: dict[Any, str]) -> Said:
    page = element.get("/Pg", page)
    inside = element.get("/K", [])
    kids = list(inside) if isinstance(inside, pikepdf.Array) else [inside]
    texts, elements = [], []
    for kid in kids:
        if not isinstance(kid, pikepdf.Dictionary):
            texts.append(words.get((page.objgen, int(kid)), ""))
        elif "/S" in kid:
            elements.append(_said(kid, page, words))
        else:
            texts.append(words.get((kid.Pg.objgen, int(kid.MCID)), ""))
    says = {key[1:]: str(element[key]) for key in _KEPT if key in element}
    for key, value in dict(element.get("/A", {})).items():
        if key in ("/Scope", "/ColSpan", "/Summary"):
            says[key[1:]] = str(value)
    return Said(str(element.S)[1:], says, "".join(texts).strip(), tuple(elements))


class _Reader:
    """Follow the drawing of a page."""

    def __init__(self, page: Any) -> None:
        self.lines: list[Line] = []
        self._letters = {
            name: _meanings(font) for name, font in page.resources.get("/Font", {}).items()
        }
        self._font: dict[int, str] = {}
        self._marks: list[int | str] = []
        self._fills: list[tuple[str, ...]] = [_BLACK]
        self._text = ""
        for step in pikepdf.parse_content_stream(page):
            self._take(str(step.operator), step.operands)

    def _take(self, name: str, operands: Any) -> None:
        match name:
            case "BDC":
                self._begin_mark(str(operands[0]), operands[1])
            case "EMC":
                self._marks.pop()
            case "q":
                self._fills.append(self._fills[-1])
            case "Q":
                self._fills.pop()
            case "rg" | "g" | "k":
                self._fills[-1] = tuple(f"{float(value):g}" for value in operands)
            case "BT":
                self._text = ""
            case "Tf":
                self._font = self._letters[str(operands[0])]
            case "Tj":
                self._draw(bytes(operands[0]))
            case "ET":
                self.lines.append(Line(self._text, self._mark(), self._fills[-1]))

    def _begin_mark(self, kind: str, says: Any) -> None:
        if "/ActualText" in says:
            self._marks.append("spoken")
            self._text += str(says.ActualText)
        elif kind == "/Artifact":
            self._marks.append(-1)
        else:
            self._marks.append(int(says.MCID) if "/MCID" in says else "span")

    def _draw(self, codes: bytes) -> None:
        if "spoken" not in self._marks:
            self._text += "".join(self._font[code] for code in codes)

    def _mark(self) -> int:
        numbers = [mark for mark in self._marks if isinstance(mark, int)]
        return numbers[-1] if numbers else -1


def _meanings(font: Any) -> dict[int, str]:
    """Read which letter each code of a font means."""
    if "/ToUnicode" not in font:
        return {}
    pairs = re.findall(rb"^<(\w\w)> <(\w{4})>$", font.ToUnicode.read_bytes(), re.MULTILINE)
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
