"""Write any paper as a file for a word processor, for a last touch by a person."""

import io
import zipfile
from collections.abc import Sequence

import docx
from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm

from coprod_desktop.documents.editions.voice import speaking_as, spoken_code
from coprod_desktop.documents.editions.word_parts import part
from coprod_desktop.documents.editions.word_styles import (
    CLEAR,
    FONTS,
    LARGE,
    LETTER,
    NUMBERING,
    Letters,
    settings,
    styles,
)
from coprod_desktop.documents.editions.word_writing import Place, field, right_tab, rule, write
from coprod_desktop.documents.paper import Letterhead, Paper
from coprod_desktop.domain.participants import Edition
from coprod_desktop.i18n import _

# Of what an empty file of python-docx brings along; its theme and pictures no paper needs.
_KEPT = {
    KIND.CORE_PROPERTIES,
    KIND.FONT_TABLE,
    KIND.NUMBERING,
    KIND.OFFICE_DOCUMENT,
    KIND.SETTINGS,
    KIND.STYLES,
}
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say: it tells nothing


def word_file(papers: Sequence[Paper], *, edition: Edition = Edition.STANDARD) -> bytes:
    """Return a DOCX file; a second language follows the whole of the first under one count.

    The same papers give the same bytes: no moment and no computer is told in the file.
    """
    first = papers[0]
    letters = _letters(first, edition)
    file = docx.Document()
    _dress(file, letters, first)
    for number, paper in enumerate(papers):
        section = file.add_section(WD_SECTION.NEW_PAGE) if number else file.sections[0]
        language = "" if paper.language == first.language else spoken_code(paper.language)
        with speaking_as(paper.language):
            for each in paper.parts:
                part(Place(file, letters, language), each)
            _page(section, paper, Place(file, letters, language))
    written = io.BytesIO()
    file.save(written)
    return _without_times(written.getvalue())


def _letters(paper: Paper, edition: Edition) -> Letters:
    if edition is not Edition.STANDARD:
        return LARGE
    return LETTER if isinstance(paper.parts[0], Letterhead) else CLEAR


def _dress(file: Document, letters: Letters, paper: Paper) -> None:
    """Give an empty file our letters, its title, its language, and nothing else."""
    language = spoken_code(paper.language)
    _replace(file.styles.element, styles(letters, language))
    _replace(file.settings.element, settings(language))
    _replace(file.part.numbering_part.element, NUMBERING)
    for relations in (file.part.rels, file.part.package.rels):
        _drop_needless(relations)
    (fonts,) = (
        rel.target_part for rel in file.part.rels.values() if rel.reltype == KIND.FONT_TABLE
    )
    fonts._blob = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + FONTS.encode()
    about = file.core_properties
    for old in list(about._element):
        about._element.remove(old)
    about.title, about.author, about.language = paper.title, paper.author, language


def _replace(old: BaseOxmlElement, new: str) -> None:
    """Put other content into a part of the file."""
    for child in list(old):
        old.remove(child)
    for child in list(parse_xml(new)):
        old.append(child)


def _drop_needless(relations: Relationships) -> None:
    for key in [key for key, rel in relations.items() if rel.reltype not in _KEPT]:
        del relations[key]


def _page(section: Section, paper: Paper, place: Place) -> None:
    """Set A4 with margins of 20 mm, and the number and the pages at the foot."""
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = section.top_margin = Mm(20)
    section.bottom_margin, section.footer_distance = Mm(20), Mm(12)
    section.footer.is_linked_to_previous = False
    foot = section.footer.paragraphs[0]
    foot.style = "Footer"
    rule(foot, "top")
    right_tab(foot)
    write(place, foot, f"{paper.foot}\t")
    said = _("Page {number} of {count}").format(number="\0number\0", count="\0count\0")
    fields = {"number": "PAGE", "count": "NUMPAGES"}
    for word in said.split("\0"):
        if word in fields:
            field(foot, fields[word])
        else:
            write(place, foot, word)


def _without_times(content: bytes) -> bytes:
    """Pack a file again so that it says neither when nor where it was packed."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            about = zipfile.ZipInfo(name, _ZIP_TIME)
            about.create_system = 0
            about.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(about, old.read(name))
    return packed.getvalue()
