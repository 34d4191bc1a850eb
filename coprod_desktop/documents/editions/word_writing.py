"""Write paragraphs, pictures and fields into a file for a word processor."""

import io
from typing import NamedTuple

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from coprod_desktop.documents.editions.scripts import is_hebrew, stretches
from coprod_desktop.documents.editions.word_styles import Letters
from coprod_desktop.documents.paper import Mark
from coprod_desktop.i18n import _

ROOM = 170.0  # millimetres between the margins of a page
_SHADES = {Mark.PAID: ("clear", "auto", "0F5F63"), Mark.UNPAID: ("diagStripe", "7A3710", "FFFFFF")}
_EDGES = {Mark.PAID: "0F5F63", Mark.UNPAID: "7A3710"}
_KEY = "\N{NO-BREAK SPACE}" * 4
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
# What may follow the borders of a paragraph; the format wants its parts in order.
_AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr")


class Place(NamedTuple):
    """Where words are written: in which letters, and in which language if not the file's."""

    file: Document
    letters: Letters
    language: str = ""
    cell: _Cell | None = None

    @property
    def is_large(self) -> bool:
        """Whether the letters are too large for columns."""
        return self.letters.body[0] >= 16

    def within(self, cell: _Cell) -> "Place":
        """Write in a cell from now on."""
        return self._replace(cell=cell)


def paragraph(place: Place, said: str = "", style: str = "Normal") -> Paragraph:
    """Write a paragraph."""
    written = (place.cell or place.file).add_paragraph(style=style)
    if said:
        write(place, written, said)
    return written


def first_paragraph(place: Place, cell: _Cell, said: str, style: str) -> Paragraph:
    """Write into the empty paragraph that every cell begins with."""
    written: Paragraph = cell.paragraphs[0]
    written.style = style
    if said:
        write(place, written, said)
    return written


def write(place: Place, into: Paragraph, said: str, *, is_strong: bool | None = None) -> None:
    """Add words, as heavy as their paragraph unless told.

    What is read from the right says so, and what is in another language too.
    """
    for part in stretches(said):
        run = into.add_run(part.text)
        run.font.bold = is_strong
        if part.is_from_right:
            run.font.rtl = True
            run.font.cs_bold = is_strong
            _speak(run, "bidi", "he-IL" if is_hebrew(part.text) else "ar-SA")
        elif place.language:
            _speak(run, "val", place.language)


def _speak(run: Run, kind: str, language: str) -> None:
    said = OxmlElement("w:lang")
    said.set(qn(f"w:{kind}"), language)
    run._r.get_or_add_rPr().append(said)


def key(into: Paragraph, mark: Mark) -> None:
    """Draw the sign of paid or unpaid work before its word."""
    if not mark:
        return
    pattern, colour, ground = _SHADES[mark]
    shade = (
        f'<w:rPr xmlns:w="{W}"><w:bdr w:val="single" w:sz="6" w:space="0" '
        f'w:color="{_EDGES[mark]}"/><w:shd w:val="{pattern}" w:color="{colour}" '
        f'w:fill="{ground}"/></w:rPr>'
    )
    into.add_run(_KEY)._r.insert(0, parse_xml(shade))
    into.add_run("\N{NO-BREAK SPACE} ")


def rule(under: Paragraph, side: str, eighths: int = 4) -> None:
    """Draw a rule at the "top" or "bottom" of a paragraph, in eighths of a point."""
    properties = under._p.get_or_add_pPr()
    borders = properties.find(qn("w:pBdr"))
    if borders is None:
        borders = parse_xml(f'<w:pBdr xmlns:w="{W}"/>')
        properties.insert_element_before(borders, *_AFTER_BORDERS)
    line = OxmlElement(f"w:{side}")
    for name, value in (
        ("val", "single"),
        ("sz", str(eighths)),
        ("space", "4"),
        ("color", "000000"),
    ):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)


def right_tab(into: Paragraph, *, has_line: bool = False) -> None:
    """Let what follows a tab stand at the right margin; a line leads there for a pen."""
    leader = WD_TAB_LEADER.LINES if has_line else WD_TAB_LEADER.SPACES
    into.paragraph_format.tab_stops.add_tab_stop(Mm(ROOM), WD_TAB_ALIGNMENT.RIGHT, leader)


def at_right(into: Paragraph) -> Paragraph:
    """Set a paragraph at the right."""
    into.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return into


def kept(into: Paragraph) -> Paragraph:
    """Keep a paragraph on the page of the next one."""
    into.paragraph_format.keep_with_next = True
    return into


def show(into: Paragraph, content: bytes, says: str, *, wide: float = 0, high: float = 0) -> None:
    """Show a picture with the words that stand for it, fitting into millimetres."""
    drawn = into.add_run().add_picture(io.BytesIO(content))
    scales = [Mm(most) / side for most, side in ((wide, drawn.width), (high, drawn.height)) if most]
    scale = min(scales)
    drawn.width, drawn.height = int(drawn.width * scale), int(drawn.height * scale)  # type: ignore[assignment]  # whole units
    for side in ("distT", "distB", "distL", "distR"):
        drawn._inline.set(side, "0")
    properties = drawn._inline.docPr
    properties.set("descr", says)
    properties.set("name", f"Picture {properties.get('id')}")


def field(into: Paragraph, name: str) -> None:
    """Add a number that the word processor works out: PAGE or NUMPAGES."""
    xml = f'<w:fldSimple xmlns:w="{W}" w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    into._p.append(parse_xml(xml))


def box(into: Paragraph) -> None:
    """Add a box that can be ticked with a pen or with a click."""
    label = _("A box to tick")
    font = '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic"/>'
    states = "".join(
        f'<w14:{state} w14:val="{sign}" w14:font="MS Gothic"/>'
        for state, sign in (("checkedState", "2612"), ("uncheckedState", "2610"))
    )
    element = parse_xml(
        f'<w:sdt xmlns:w="{W}" xmlns:w14="{_W14}"><w:sdtPr><w:alias/>'
        f'<w14:checkbox><w14:checked w14:val="0"/>{states}</w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r><w:rPr>{font}</w:rPr><w:t>\N{BALLOT BOX}</w:t></w:r>"
        "</w:sdtContent></w:sdt>"
    )
    next(element.iter(qn("w:alias"))).set(qn("w:val"), label)
    into._p.append(element)
    into.add_run(" ")
