"""Mark every part of a paper with what it is, so that a screen reader can read it in order.

The marks follow the rules of PDF/UA as far as `tests/documents` check them with `pdfua`; no more
than that is claimed.
"""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from coprod_desktop.documents.fonts import Face, font
from coprod_desktop.documents.images import image_stream, opacity_stream, read_image
from coprod_desktop.documents.lines import Block, Line, base_line

_COMMON = "\N{NO-BREAK SPACE}£–’"
_BLACK_INK = "0 0 0 rg 0 0 0 RG"


class _Canvas(Canvas):
    """A canvas with the types of the two parts that marks are written into."""

    _code: list[str]
    _doc: Any  # reportlab's stubs leave most of the document out
    _formsinuse: list[str]


class _Element:
    """One element of the structure: its tag, where it belongs and what it holds."""

    __slots__ = ("extra", "kids", "page", "parent", "tag")

    def __init__(self, tag: str, parent: int, extra: str) -> None:
        self.tag = tag
        self.parent = parent
        self.extra = extra
        self.page = -1
        # An element's number, or the page and number of a piece of marked content.
        self.kids: list[int | tuple[int, int]] = []


class _Letters:
    """The letters of one face in one paper, by the codes they have there."""

    def __init__(self, face: Face, document: Any) -> None:
        self._font = font(face)
        self._document = document
        # What nearly every paper has comes first, so that papers share parts of fonts.
        ((__, codes),) = self._font.splitString(_COMMON, document)
        self._codes = dict(zip(map(ord, _COMMON), codes, strict=True))
        self._first = self._font.getSubsetInternalName(0, document)

    def encode(self, text: str) -> list[tuple[str, str]]:
        """Return pairs of a font's name in the file and codes in hexadecimal."""
        try:
            return [(self._first, text.translate(self._codes).encode("ascii").hex())]
        except UnicodeEncodeError:
            return [
                (self._font.getSubsetInternalName(subset, self._document), codes.hex())
                for subset, codes in self._font.splitString(text, self._document)
            ]


class Pen:
    """Draw on pages and remember what each drawn part is.

    Positions are points from the left and from the top of the page.
    """

    def __init__(self, title: str, author: str, size: tuple[float, float], language: str) -> None:
        self._buffer = io.BytesIO()
        self._canvas = _Canvas(
            self._buffer,
            pagesize=size,
            invariant=1,
            pageCompression=0,
            # The stubs of reportlab take this name for a number.
            initialFontName=font(Face.REGULAR).fontName,  # type: ignore[arg-type]
            lang=language,
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject(title)
        self._canvas.setCreator("Coprod Desktop")
        self._title = title
        self._language = language
        self.width, self.height = size
        self._elements = [_Element("Document", -1, "")]
        self._open = [0]
        self._page = 0
        self._marks: list[list[int]] = [[]]
        self._is_repeating = False
        self._letters: dict[Face, _Letters] = {}
        self._code = self._canvas._code
        self._code.append(_BLACK_INK)

    # --- structure ---

    def begin(self, tag: str, extra: str = "") -> int:
        """Open an element inside the one that is open, and return its number."""
        if self._is_repeating:
            return -1
        parent = self._open[-1]
        number = len(self._elements)
        self._elements[parent].kids.append(number)
        self._open.append(number)
        self._elements.append(_Element(tag, parent, extra))
        return number

    def resume(self, number: int) -> None:
        """Open a closed element again; what is drawn in it is read with the rest of it."""
        if not self._is_repeating:
            self._open.append(number)

    def end(self) -> None:
        """Close the element opened last."""
        if not self._is_repeating:
            self._open.pop()

    @contextmanager
    def marked(self, tag: str, extra: str = "") -> Iterator[None]:
        """Draw the content of a new element."""
        self.begin(tag, extra)
        with self.content():
            yield
        self.end()

    @contextmanager
    def content(self) -> Iterator[None]:
        """Draw content of the open element."""
        if self._is_repeating:
            yield
            return
        number = self._open[-1]
        element = self._elements[number]
        marks = self._marks[self._page]
        if element.page < 0:
            element.page = self._page
        element.kids.append((self._page, len(marks)))
        self._code.append(f"/{element.tag} <</MCID {len(marks)}>> BDC")
        marks.append(number)
        yield
        self._code.append("EMC")

    @contextmanager
    def artefact(self, kind: str = "Layout") -> Iterator[None]:
        """Draw what is for the eye only, as rules are."""
        if self._is_repeating:
            yield
            return
        self._code.append(f"/Artifact <</Type /{kind}>> BDC")
        yield
        self._code.append("EMC")

    @contextmanager
    def repeated(self) -> Iterator[None]:
        """Draw what repeats on every page, which nobody wants to hear again."""
        with self.artefact("Pagination"):
            self._is_repeating = True
            yield
            self._is_repeating = False

    # --- drawing ---

    def block(self, block: Block, x: float, top: float, room: float = 0.0) -> None:
        """Draw lines from `x`; with `room` they end together at its right edge."""
        style = block.style
        y = self.height - top - base_line(style)
        for line in block.lines:
            self.line(line, x + room - line.width if room else x, y, style.size)
            y -= style.leading

    def line(self, line: Line, x: float, y: float, size: float) -> None:
        """Draw one line; `y` is its base line from the foot of the page.

        A space that nobody sees ends it, so that its last word and the next are heard apart.
        """
        code = self._code
        last = len(line.stretches) if not line.goes_on else 0
        code.append(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm")
        if line.language:
            code.append(f"/Span <</Lang ({line.language})>> BDC")
        for number, (face, text, spoken) in enumerate(line.stretches, 1):
            space = " " if number == last else ""
            if spoken:
                code.append(f"/Span <</Lang (ar)/ActualText {_text(spoken + space)}>> BDC")
            if face not in self._letters:
                self._letters[face] = _Letters(face, self._canvas._doc)
            for name, letters in self._letters[face].encode(text if spoken else text + space):
                code.append(f"{name} {size:g} Tf <{letters}> Tj")
            if spoken:
                code.append("EMC")
        if line.language:
            code.append("EMC")
        code.append("ET")

    def rule(self, x: float, top: float, length: float, thickness: float) -> None:
        """Draw a level rule, for the eye only."""
        y = self.height - top
        with self.artefact():
            self._code.append(f"{thickness:g} w {x:.2f} {y:.2f} m {x + length:.2f} {y:.2f} l S")

    def draw(self, operators: str) -> None:
        """Draw with operators of the page; the caller restores what it changes."""
        self._code.append(f"q {operators} Q")

    def picture(
        self, content: bytes, x: float, top: float, size: tuple[float, float], says: str
    ) -> None:
        """Draw a PNG or JPEG as a figure; `size` is its width and height in points.

        `says` stands for it where it cannot be seen.
        """
        image = read_image(content)
        name = self._canvas._doc.getXObjectName(image.name)
        if name not in self._canvas._doc.idToObject:
            mask = None
            if image.opacity:
                mask = self._canvas._doc.Reference(opacity_stream(image), f"{name}.opacity")
            stream = image_stream(image, mask)
            self._canvas._doc.Reference(stream, name)
            self._canvas._doc.addForm(image.name, stream)
        self._canvas._formsinuse.append(image.name)
        length, height = size
        y = self.height - top - height
        with self.marked("Figure", figure(says, (x, y, x + length, y + height))):
            self.draw(f"{length:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /{name} Do")

    def next_page(self) -> None:
        """Begin another page."""
        self._canvas.showPage()
        self._code = self._canvas._code
        self._code.append(_BLACK_INK)
        self._page += 1
        self._marks.append([])

    # --- finishing ---

    def finish(self) -> bytes:
        """Return the tagged file; the same content makes the same bytes."""
        self._canvas.showPage()
        document = self._canvas._doc
        document.SaveToFile(self._buffer, self._canvas)
        pages = [
            document.idToObjectNumberAndVersion[f"Page{number + 1}"][0]
            for number in range(self._page + 1)
        ]
        first = document.objectcounter + 1
        _append(self._buffer, first, self._structure(pages, first))
        self._buffer.seek(0)
        with pikepdf.open(self._buffer) as pdf:
            pdf.Root.StructTreeRoot = pdf.get_object(first + len(self._elements), 0)
            return self._finished(pdf)

    def _structure(self, pages: list[int], first: int) -> list[str]:
        """Write the elements, and which piece of each page belongs to which of them."""
        root = first + len(self._elements)
        written = []
        for element in self._elements:
            parent = root if element.parent < 0 else first + element.parent
            written.append(_element(element, parent, pages, first))
        parents = "".join(
            f"{page}[{' '.join(f'{first + number} 0 R' for number in marks)}]"
            for page, marks in enumerate(self._marks)
        )
        written.append(
            f"<</Type/StructTreeRoot/K {first} 0 R/ParentTree<</Nums[{parents}]>>"
            f"/ParentTreeNextKey {len(self._marks)}>>"
        )
        return written

    def _finished(self, pdf: pikepdf.Pdf) -> bytes:
        """Say of the whole file what a reader needs to know, and pack it."""
        for number, page in enumerate(pdf.pages):
            page.obj.StructParents = number
            page.obj.Tabs = pikepdf.Name.S
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        pdf.Root.Metadata = pikepdf.Stream(pdf, _metadata(self._title, self._language))
        pdf.Root.Metadata.Type = pikepdf.Name.Metadata
        pdf.Root.Metadata.Subtype = pikepdf.Name.XML
        packed = io.BytesIO()
        pdf.save(
            packed,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        return packed.getvalue()


def _append(file: io.BytesIO, first: int, contents: list[str]) -> None:
    """Append objects, numbered from `first`, in the way of PDF's incremental updates."""
    whole = file.getvalue()
    trailer = whole[whole.rindex(b"trailer") :].decode("latin-1")
    known = re.search(r"/Info \d+ \d+ R\s+/Root \d+ \d+ R", trailer)
    before = re.search(r"startxref\s+(\d+)", trailer)
    if known is None or before is None:
        raise RuntimeError("reportlab wrote a file without a table of its objects")
    at = file.seek(0, io.SEEK_END)
    places, written = [], []
    for number, content in enumerate(contents, first):
        written.append(f"{number} 0 obj\n{content}\nendobj\n")
        places.append(f"{at:010} 00000 n \n")
        at += len(written[-1])
    written.append(f"xref\n{first} {len(contents)}\n{''.join(places)}")
    written.append(
        f"trailer\n<</Size {first + len(contents)}{known[0]}/Prev {before[1]}>>\n"
        f"startxref\n{at}\n%%EOF\n"
    )
    file.write("".join(written).encode("ascii"))


def _element(element: _Element, parent: int, pages: list[int], first: int) -> str:
    kids = []
    for kid in element.kids:
        if isinstance(kid, int):
            kids.append(f"{first + kid} 0 R")
        elif kid[0] == element.page:
            kids.append(str(kid[1]))
        else:
            kids.append(f"<</Type/MCR/Pg {pages[kid[0]]} 0 R/MCID {kid[1]}>>")
    page = f"/Pg {pages[element.page]} 0 R" if element.page >= 0 else ""
    inside = kids[0] if len(kids) == 1 else f"[{' '.join(kids)}]"
    return f"<</Type/StructElem/S/{element.tag}/P {parent} 0 R{page}{element.extra}/K {inside}>>"


def _text(text: str) -> str:
    """Write text as PDF holds text in any script."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def alternative(text: str) -> str:
    """Give an element words that stand for its picture."""
    return f"/Alt {_text(text)}"


def figure(says: str, edges: tuple[float, float, float, float]) -> str:
    """Give a figure its words and its edges: left, foot, right and top, in points."""
    box = " ".join(f"{edge:.2f}" for edge in edges)
    return f"{alternative(says)}/A<</O/Layout/Placement/Block/BBox[{box}]>>"


def spoken_in(language: str) -> str:
    """Say in which language an element is read aloud: "en-GB" or "cy-GB"."""
    return f"/Lang ({language})"


def summary(text: str) -> str:
    """Say what a table lists, for those who hear it."""
    return f"/A<</O/Table/Summary {_text(text)}>>" if text else ""


def table_cell(*, scope: str = "", columns: int = 1) -> str:
    """Say which way a heading cell speaks ("Column", "Row") and how many columns a cell spans."""
    says = f"/Scope/{scope}" if scope else ""
    spans = f"/ColSpan {columns}" if columns > 1 else ""
    return f"/A<</O/Table{says}{spans}>>" if says or spans else ""


def _metadata(title: str, language: str) -> bytes:
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt>'
        f"</dc:title><dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag>"
        "</dc:language>"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()
