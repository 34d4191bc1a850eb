"""Put the letters a paper uses into the paper, doing the work once for papers that use the same."""

import dataclasses
import threading
import zlib
from typing import Any

from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import (
    FF_NONSYMBOLIC,
    FF_SYMBOLIC,
    SUBSETN,
    TTFont,
    makeToUnicodeCMap,
)

_KEPT = 64


class Raw(pdfdoc.PDFObject):
    """An object of the file, written out."""

    def __init__(self, content: str) -> None:
        self.content = content

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Return the object as the file holds it."""
        return self.content.encode("ascii")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a font, packed: its outlines, its widths, and which letters its codes mean."""

    name: str
    outlines: bytes
    outlines_size: int
    widths: str
    meanings: bytes


class SharedFont(TTFont):
    """A font whose parts, once cut out and packed, serve every paper with the same letters."""

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename)
        self._lock = threading.Lock()  # reading the file moves one place in it
        self._parts: dict[tuple[int, ...], Part] = {}

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - reportlab calls this name
        """Add the parts of the font that a paper uses to its file."""
        state = self.state[doc]
        fonts = doc.idToObject["BasicFonts"].dict
        for number, letters in enumerate(state.subsets):
            name = self.getSubsetInternalName(number, doc)[1:]
            part = self._part(number, tuple(letters))
            fonts[name] = doc.Reference(Raw(self._described(doc, part, name, len(letters))), name)
        del self.state[doc]

    def _part(self, number: int, letters: tuple[int, ...]) -> Part:
        """Cut out and pack the part with these letters, or take it from an earlier paper."""
        key = (number, *letters)
        with self._lock:
            if key not in self._parts:
                if len(self._parts) >= _KEPT:
                    self._parts.clear()
                self._parts[key] = self._cut(number, letters)
            return self._parts[key]

    def _cut(self, number: int, letters: tuple[int, ...]) -> Part:
        name = b"+".join((SUBSETN(number), self.face.name)).decode("ascii")
        outlines = self.face.makeSubset(letters)
        widths = (self.face.charWidths.get(letter, self.face.defaultWidth) for letter in letters)
        return Part(
            name=name,
            outlines=zlib.compress(outlines),
            outlines_size=len(outlines),
            widths=" ".join(f"{width:g}" for width in widths),
            meanings=zlib.compress(makeToUnicodeCMap(name, letters).encode("ascii")),
        )

    def _described(self, doc: Any, part: Part, name: str, count: int) -> str:
        """Write what a reader needs to know to use the part."""
        face = self.face
        outlines = _packed(doc, part.outlines, f"outlines {name}", Length1=part.outlines_size)
        meanings = _packed(doc, part.meanings, f"meanings {name}")
        box = " ".join(f"{edge:g}" for edge in face.bbox)
        descriptor = Raw(
            f"<</Type/FontDescriptor/FontName/{part.name}/FontBBox[{box}]"
            f"/Flags {face.flags & ~FF_NONSYMBOLIC | FF_SYMBOLIC}/ItalicAngle {face.italicAngle:g}"
            f"/Ascent {face.ascent:g}/Descent {face.descent:g}/CapHeight {face.capHeight:g}"
            f"/StemV {face.stemV:g}/MissingWidth {face.defaultWidth:g}/FontFile2 {outlines}>>"
        )
        return (
            f"<</Type/Font/Subtype/TrueType/Name/{name}/BaseFont/{part.name}/FirstChar 0"
            f"/LastChar {count - 1}/Widths[{part.widths}]/ToUnicode {meanings}"
            f"/FontDescriptor {_reference(doc, descriptor, f'descriptor {name}')}>>"
        )


def _packed(doc: Any, content: bytes, key: str, **says: int) -> str:
    """Add a stream that is packed already, and return how to refer to it."""
    dictionary = pdfdoc.PDFDictionary({**says, "Filter": pdfdoc.PDFName("FlateDecode")})
    return _reference(doc, pdfdoc.PDFStream(dictionary, content), key)


def _reference(doc: Any, added: pdfdoc.PDFObject, key: str) -> str:
    doc.Reference(added, key)
    number, version = doc.idToObjectNumberAndVersion[key]
    return f"{number} {version} R"
