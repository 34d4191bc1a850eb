"""Test that a word processor gets real headings, lists and tables, and nobody's time or place."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.shared import Length

from coprod_desktop.documents.editions.word_file import word_file
from coprod_desktop.documents.paper import Paper
from coprod_desktop.domain.participants import Edition
from tests.edition_papers import a_hard_paper, a_letter, a_paper
from tests.paper_reading import forbidden_words, page_texts
from tests.web_samples import papers_of
from tests.word_order import out_of_order
from tests.word_reading import W, headings, opened, part, saved_by_libreoffice, words

HEADINGS = [
    ("Heading 1", "The work you did"),
    ("Heading 2", "This replaces statement S-2026-0101."),
    ("Heading 2", "You did 16 hours of work"),
    ("Heading 2", "Your work, day by day"),
    ("Heading 2", "Your time, month by month"),
    ("Heading 2", "Skills you used"),
    ("Heading 3", "In your words"),
    ("Heading 2", "Please tell us"),
    ("Heading 2", "In pictures"),
]


def test_headings_are_headings_in_their_order() -> None:
    assert headings(opened(word_file([a_paper()]))) == HEADINGS


def test_text_headings_lists_and_heads_of_tables_survive_another_word_processor(
    tmp_path: Path,
) -> None:
    before = word_file([a_paper()])
    after = saved_by_libreoffice(before, tmp_path, "docx")
    assert headings(opened(after)) == HEADINGS
    assert words(opened(after)) == words(opened(before))
    again = opened(after)
    assert sum(1 for each in again.element.body.iter(f"{W}tblHeader")) == 1
    lists = [each for each in again.paragraphs if each.text == "Listening"]
    assert [str(each.style.name) for each in lists if each.style] == ["List Bullet"]


def test_it_prints_every_row_whole_with_the_head_and_the_foot_on_each_page(tmp_path: Path) -> None:
    printed = saved_by_libreoffice(word_file([a_hard_paper()]), tmp_path, "pdf")
    texts = [text.replace("\u00a0", " ") for text in page_texts(printed)]
    rows = [text.count("Thu ") for text in texts]
    assert sum(rows) == 40
    assert rows == [text.count("paid 17 July") for text in texts]
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text
        assert text.count("What you did") == (1 if rows[number - 1] else 0)


@pytest.mark.parametrize("edition", Edition)
def test_the_same_papers_are_the_same_bytes(edition: Edition) -> None:
    papers = [a_paper("cy"), a_paper("en")]
    assert word_file(papers, edition=edition) == word_file(papers, edition=edition)


@pytest.mark.parametrize("edition", Edition)
def test_elements_stand_in_the_order_that_word_insists_on(edition: Edition) -> None:
    assert out_of_order(word_file([a_paper("cy"), a_letter()], edition=edition)) == []


def test_nothing_tells_when_or_where_it_was_made() -> None:
    content = word_file([a_paper()])
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        assert {about.date_time for about in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = set(packed.namelist())
    assert not [name for name in names if "thumbnail" in name or "app.xml" in name]
    about = opened(content).core_properties
    assert (about.title, about.author) == (
        "The work you did, Salma Al-Haddad",
        "Common Table Cardiff",
    )
    assert (about.created, about.modified, about.last_modified_by) == (None, None, "")


@pytest.mark.parametrize(("code", "said"), [("en", "en-GB"), ("cy", "cy-GB")])
def test_it_says_its_language(code: str, said: str) -> None:
    content = word_file([a_paper(code)])
    assert opened(content).core_properties.language == said
    (spoken,) = part(content, "word/styles.xml").iter(f"{W}lang")
    assert spoken.get(f"{W}val") == said


def test_a_second_language_is_marked_word_by_word_and_has_its_own_foot() -> None:
    file = opened(word_file([a_paper("cy"), a_paper("en", foot="Statement 2")]))
    spoken = {str(each.get(f"{W}val")) for each in file.element.body.iter(f"{W}lang")}
    assert spoken == {"None", "en-GB"}  # the others are the directions of names
    feet = [section.footer.paragraphs[0].text for section in file.sections]
    # The numbers are fields, which are no part of the text.
    assert feet == ['Statement "S-2026-0147"\tTudalen  o ', "Statement 2\tPage  of "]


def test_the_pages_are_a4_with_margins_of_20_mm_and_count_themselves() -> None:
    file = opened(word_file([a_paper()]))
    (section,) = file.sections
    size = (section.page_width, section.page_height)
    margins = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    said = [round(Length(length or 0).mm) for length in (*size, *margins)]
    assert said == [210, 297, 20, 20, 20, 20]
    fields = [each.get(f"{W}instr") for each in section.footer._element.iter(f"{W}fldSimple")]
    assert fields == [" PAGE ", " NUMPAGES "]


@pytest.mark.parametrize(
    ("build", "edition", "points"),
    [
        (a_paper, Edition.STANDARD, {"Normal": 14, "Table text": 12, "Heading 1": 24}),
        (a_letter, Edition.STANDARD, {"Normal": 12, "Table text": 12, "Heading 1": 14}),
        (a_paper, Edition.LARGE, {"Normal": 18, "Table text": 18, "footer": 18}),
        (a_paper, Edition.EASY_READ, {"Normal": 18, "Heading 2": 22, "Big figure": 28}),
    ],
)
def test_letters_have_the_size_of_their_edition(
    build: Callable[[], Paper], edition: Edition, points: dict[str, float]
) -> None:
    content = word_file([build()], edition=edition)
    file = opened(content)
    normal = part(content, "word/styles.xml").find(f".//{W}rPrDefault//{W}sz")
    assert normal is not None
    sizes = {"Normal": float(str(normal.get(f"{W}val"))) / 2}
    for style in file.styles:
        size = getattr(getattr(style, "font", None), "size", None)
        if size:
            sizes[str(style.name)] = size.pt
    assert points.items() <= {**sizes, "footer": sizes["Footer"]}.items()
    if edition is not Edition.STANDARD:
        assert min(sizes.values()) >= 16


def test_a_font_that_is_not_there_has_one_to_stand_in_for_it() -> None:
    font = part(word_file([a_paper()]), "word/fontTable.xml")[0]
    assert font.get(f"{W}name") == "Atkinson Hyperlegible Next"
    (stand_in,) = font.iter(f"{W}altName")
    assert stand_in.get(f"{W}val") == "Arial"


def test_every_picture_has_words_that_stand_for_it() -> None:
    file = opened(word_file([a_paper()]))
    pictures = [each for each in file.element.body.iter() if str(each.tag).endswith("}docPr")]
    assert len(pictures) == 6
    assert all(each.get("descr") for each in pictures)
    assert len({each.get("id") for each in pictures}) == 6


@pytest.mark.parametrize("name", ["statement", "letter", "certificate", "check-sheet"])
def test_papers_say_nothing_that_no_paper_says(name: str) -> None:
    (paper,) = papers_of(name, "typical", Edition.STANDARD, "en")
    said = words(opened(word_file([paper])))
    assert len(said) > 200
    assert not forbidden_words(said)
