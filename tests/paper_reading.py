"""Read papers back, for tests: their words, their marks and their fonts."""

import io
import math
import re
from typing import Any, NamedTuple, cast

import pikepdf
import pypdf

from tests.paper_marks import told


class Mark(NamedTuple):
    """One element of a paper's structure, with the elements inside it."""

    tag: str
    says: dict[str, str]
    kids: tuple["Mark", ...]
    has_content: bool


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page with single spaces."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return [" ".join(page.extract_text().split()) for page in pages]


def paper_text(pdf: bytes) -> str:
    """Return the text of all pages with single spaces."""
    return " ".join(page_texts(pdf))


def structure(pdf: bytes) -> Mark:
    """Return the document element with everything inside it."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return _mark(file.Root.StructTreeRoot.K)


def _mark(element: Any) -> Mark:
    inside = element.get("/K", [])
    kids = list(inside) if isinstance(inside, pikepdf.Array) else [inside]
    elements = [kid for kid in kids if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
    says = {}
    for key in ("/Alt", "/Lang"):
        if key in element:
            says[key[1:]] = str(element[key])
    for key, value in dict(element.get("/A", {})).items():
        says[key[1:]] = str(value)
    has_content = len(elements) < len(kids)
    return Mark(str(element.S)[1:], says, tuple(_mark(kid) for kid in elements), has_content)


def found(mark: Mark, tag: str) -> list[Mark]:
    """Return every element of a tag, in reading order."""
    own = [mark] if mark.tag == tag else []
    return own + [one for kid in mark.kids for one in found(kid, tag)]


def font_names(pdf: bytes) -> dict[str, bool]:
    """Name each font of a paper and say whether it is embedded."""
    names: dict[str, bool] = {}
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for page in file.pages:
            for font in page.resources.get("/Font", {}).values():
                names[str(font.BaseFont)] = "/FontFile2" in font.get("/FontDescriptor", [])
    return names


def amounts(text: str) -> list[int]:
    """Return every amount of pounds in a text, in pence."""
    written = re.findall(r"£([\d,]+)\.(\d\d)", text)
    return [int(pounds.replace(",", "")) * 100 + int(pence) for pounds, pence in written]


def spoken(pdf: bytes) -> list[str]:
    """Return what is read aloud in place of letters drawn in another order."""
    said = []
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for page in file.pages:
            for step in pikepdf.parse_content_stream(page):
                marks: Any = step.operands
                if str(step.operator) == "BDC" and "/ActualText" in marks[1]:
                    said.append(str(marks[1].ActualText).strip())
    return said


def lowest_line(pdf: bytes) -> float:
    """Return how far the lowest line over the foot is from the edge of its page, in points."""
    heights = set()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for page in file.pages:
            for step in pikepdf.parse_content_stream(page):
                if str(step.operator) == "Tm":
                    matrix: Any = step.operands
                    heights.add(float(matrix[5]))
    return sorted(heights)[1]  # the foot itself is the lowest


def smallest_text(pdf: bytes) -> float:
    """Return the size of the smallest letters as they stand on the page, in points."""
    sizes = {math.inf}
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for page in file.pages:
            sizes |= _sizes(page)
    return min(sizes)


def _sizes(page: Any) -> set[float]:
    """Follow the sizes of letters, the matrix of each text and the scale of what it is drawn in."""
    found = set()
    size, text, scales = 0.0, 1.0, [1.0]
    for step in pikepdf.parse_content_stream(page):
        name, operands = str(step.operator), cast(Any, step.operands)
        if name == "q":
            scales.append(scales[-1])
        elif name == "Q":
            scales.pop()
        elif name == "cm":
            scales[-1] *= _scale(operands)
        elif name == "BT":
            text = 1.0
        elif name == "Tm":
            text = _scale(operands)
        elif name == "Tf":
            size = float(operands[1])
        elif name in ("Tj", "TJ", "'", '"'):
            found.add(round(size * text * scales[-1], 3))
    return found


def _scale(matrix: Any) -> float:
    """Say by how much a matrix makes letters higher."""
    return math.hypot(float(matrix[2]), float(matrix[3]))


def sentences_over(pdf: bytes, most: int) -> list[str]:
    """Return every sentence of a paper with more words than `most`, as it is read aloud."""
    sentences = [
        sentence for said in told(pdf).all() for sentence in re.split(r"(?<=[.!?:])\s+", said.text)
    ]
    return [sentence for sentence in sentences if len(sentence.split()) > most]


FORBIDDEN = (
    "empower", "empowered", "service user", "giving back", "beneficiary", "employee", "payroll",
    "manage", "process", "submit", "invalid", "donation", "user", "he", "she", "his", "her", "hers",
)  # fmt: skip


def forbidden_words(text: str) -> list[str]:
    """Return the words that no paper says by itself: they rank, patronise or assume a gender."""
    return [word for word in FORBIDDEN if re.search(rf"\b{word}\b", text, re.IGNORECASE)]
