"""Test that a web page and a Word file say every word of a paper, in the order in which it says it.

The papers are all kinds there are, in every edition, so that no part and no field is left out.
"""

import dataclasses
import re
from collections.abc import Iterator

import pytest

from coprod_desktop.documents.editions.web_page import web_page
from coprod_desktop.documents.editions.word_file import word_file
from coprod_desktop.documents.paper import (
    Bar,
    Chart,
    Code,
    Entries,
    Entry,
    Mark,
    Paper,
    Part,
    Section,
)
from coprod_desktop.domain.participants import Edition
from tests.edition_papers import a_letter, a_paper
from tests.web_reading import Page
from tests.web_samples import KINDS_OF_PAPER, papers_of
from tests.word_reading import W, opened

# Fields that are no words of the paper but names, pictures and data.
_NO_WORDS = {"content", "language", "logo", "mark", "picture"}


def said(part: object, *, has_records: bool) -> Iterator[str]:
    """Give every text of a part, in the order of its fields."""
    if isinstance(part, str):
        if not isinstance(part, Mark) and part.strip():
            yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from said(each, has_records=has_records)
    elif isinstance(part, Entry):
        shown = (part.title, part.lines, part.pairs) if has_records else (part.cells, part.below)
        yield from said(shown, has_records=has_records)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            is_head = has_records and field.name == "columns"
            if field.name not in _NO_WORDS and not is_head:
                yield from said(getattr(part, field.name), has_records=has_records)


def tables(parts: tuple[Part, ...]) -> Iterator[Entries]:
    """Give every table, those inside sections too."""
    for part in parts:
        if isinstance(part, Entries):
            yield part
        elif isinstance(part, Section):
            yield from tables(part.parts)


def plain(text: str) -> str:
    return " ".join(re.sub("[\u00a0\u200e]", " ", text).split())


def words_of_page(written: str) -> str:
    """Return all words of a page, those only heard too."""
    page = Page(written)
    heard = (str(each.get("aria-label", "")) for __, each in page.seen)
    return plain(f"{page.text} {' '.join(heard)}")


def words_of_file(content: bytes) -> str:
    """Return all words of a Word file: those of its body, its feet and its pictures."""
    file = opened(content)
    parts = [file.element.body, *(section.footer._element for section in file.sections)]
    found = []
    for part in parts:
        for each in part.iter():
            tag = str(each.tag)
            if tag == f"{W}t":
                found.append(str(each.text))
            elif tag in {f"{W}p", f"{W}tab"}:
                found.append(" ")
            elif tag == f"{W}tblCaption":
                found.append(f" {each.get(f'{W}val')} ")
            elif tag.endswith("}docPr"):
                found.append(f" {each.get('descr')} ")
    about = file.core_properties
    return plain(f"{''.join(found)} {about.title} {about.author}")


def _papers(name: str, edition: Edition) -> list[Paper]:
    if name == "every-part":
        return [a_paper("cy"), a_letter()]
    return papers_of(name, "typical", edition, "cy", "en")


@pytest.mark.parametrize(
    ("name", "edition"),
    [
        (name, edition)
        for name in ("every-part", *KINDS_OF_PAPER)
        for edition in Edition
        if (name, edition) != ("letter", Edition.EASY_READ)  # there is none
    ],
)
def test_every_word_of_a_paper_stands_on_its_page_and_in_its_file(
    name: str, edition: Edition
) -> None:
    papers = _papers(name, edition)
    has_records = edition is not Edition.STANDARD
    page = words_of_page(web_page(papers, edition=edition))
    file = words_of_file(word_file(papers, edition=edition))
    texts = [plain(text) for paper in papers for text in said(paper, has_records=has_records)]
    assert len(texts) > 20
    assert [text for text in texts if text not in page] == []
    # A file has one title, that of its first paper; what a table is called has no table here.
    unsaid = {plain(paper.title) for paper in papers[1:]}
    if has_records:
        unsaid |= {plain(each.caption) for paper in papers for each in tables(paper.parts)}
    assert [text for text in texts if text not in file and text not in unsaid] == []


CASES = [(name, case) for name, kind in KINDS_OF_PAPER.items() for case in kind.cases]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_what_stands_below_a_row_of_a_table_is_in_the_record_of_it_too(
    name: str, case: str
) -> None:
    for language in ("en", "cy"):
        (paper,) = papers_of(name, case, Edition.STANDARD, language)
        for table in tables(paper.parts):
            for row in (*table.rows, *table.totals):
                record = plain(" ".join(said(row, has_records=True)))
                assert plain(row.below) in record


def test_a_field_that_is_left_out_would_be_seen() -> None:
    for part in (
        Bar(minutes_paid=1, minutes_unpaid=0, says="heard"),
        Chart(stripes=(), says="heard"),
        Code(content="not heard", says="heard"),
    ):
        assert list(said(part, has_records=False)) == ["heard"]
