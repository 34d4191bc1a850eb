"""Test Easy Read: a picture at the left, short sentences at the right, never parted."""

import re

import pdfua
import pytest

from coprod_desktop.documents.editions.easy_read import easy_read_pdf
from coprod_desktop.documents.paper import Opening, Part, Pictured, Section
from coprod_desktop.documents.pictures import MEANINGS
from coprod_desktop.documents.styles import MM
from coprod_desktop.i18n import speaking
from tests.edition_papers import a_hard_paper, a_letter, a_paper, an_opening
from tests.golden import check_golden
from tests.paper_marks import aloud, drawn_lines, text_fills
from tests.paper_reading import font_names, found, sentences_over, smallest_text, structure
from tests.paper_samples import SAMPLES

# The rule that asks for a claim of conformance; we make none before a person has checked.
CLAIM = "UA-28-004"


def printed(*parts: Part) -> bytes:
    return easy_read_pdf([a_paper(parts=parts)])


PAPERS = {
    "everything": lambda: easy_read_pdf([a_paper()]),
    "letter": lambda: easy_read_pdf([a_letter()]),
    "hard": lambda: easy_read_pdf([a_hard_paper()]),
    "two languages": lambda: easy_read_pdf([a_paper("cy"), a_paper()]),
    "all pictures": lambda: printed(
        *(Pictured(picture=name, texts=(said,)) for name, said in MEANINGS.items())
    ),
}


@pytest.mark.parametrize("case", PAPERS)
def test_pdfua_finds_no_fault(case: str, tmp_path: object) -> None:
    path = f"{tmp_path}/paper.pdf"
    with open(path, "wb") as file:  # noqa: PTH123 - pdfua takes the same text
        file.write(PAPERS[case]())

    report = pdfua.validate(path)
    assert [found.message for found in report.findings if found.rule_id != CLAIM] == []


@pytest.mark.parametrize("case", PAPERS)
def test_letters_are_large_black_and_in_the_file_which_is_always_the_same(case: str) -> None:
    pdf = PAPERS[case]()

    assert smallest_text(pdf) >= 16
    assert text_fills(pdf) == {("0", "0", "0")}
    assert all(font_names(pdf).values())
    assert PAPERS[case]() == pdf


@pytest.mark.parametrize("name", [name for name in SAMPLES if "-easy-read-" in name])
def test_a_statement_says_what_it_said_in_short_sentences(name: str) -> None:
    pdf = SAMPLES[name]()

    check_golden(name, pdf)
    assert sentences_over(pdf, 15) == []
    assert smallest_text(pdf) >= 16


def test_a_picture_is_read_before_its_words_and_the_figure_among_them() -> None:
    part = Pictured(
        picture="pound",
        texts=("We paid you this money:",),
        figure="£172.50",
        after=("It is for your work.",),
    )
    assert aloud(printed(part)) == [
        ("Figure", "Money"),
        ("P", "We paid you this money:"),
        ("P", "£172.50"),
        ("P", "It is for your work."),
    ]


def test_the_picture_says_its_meaning_in_the_language_of_the_paper() -> None:
    part = Pictured(picture="clock", texts=("Amser",))
    with speaking("cy", {"Time": "Amser y cloc"}):
        pdf = easy_read_pdf([a_paper("cy", parts=(part,))])

    assert found(structure(pdf), "Figure")[0].says["Alt"] == "Amser y cloc"


def test_amounts_stand_in_heavier_letters() -> None:
    pdf = printed(Pictured(picture="cash", texts=("We will pay you £1,015.00 more.",)))

    assert any(name.endswith("SemiBold") for name in font_names(pdf))
    assert ("P", "We will pay you £1,015.00 more.") in aloud(pdf)


@pytest.mark.parametrize("lines", [1, 2, 3, 4, 5, 6, 7])
def test_a_picture_and_its_words_never_part(lines: int) -> None:
    texts = tuple(f"This is sentence {number}." for number in range(lines))
    pages = drawn_lines(printed(*(Pictured(picture="book", texts=texts),) * 9))

    for page in pages:
        said = [line.text for line in page if line.mark >= 0]
        assert len(said) % lines == 0


def test_so_many_words_that_no_page_holds_them_go_on_without_the_picture() -> None:
    texts = tuple(f"This is sentence {number}." for number in range(40))
    pdf = printed(Pictured(picture="book", texts=texts))

    assert len(found(structure(pdf), "Figure")) == 1
    assert [text for tag, text in aloud(pdf)][1:] == list(texts)


def test_a_heading_stays_with_its_first_picture() -> None:
    rows = (Pictured(picture="book", texts=("Words.",)),) * 4
    sections = tuple(Section(heading="More", parts=rows) for _each in range(4))

    for page in drawn_lines(printed(*sections)):
        said = [line.text for line in page if line.mark >= 0]
        assert said[-1] != "More"


def test_the_head_leaves_out_what_is_not_for_reading() -> None:
    opening: Opening = an_opening(logo=b"")

    assert aloud(printed(opening)) == [
        ("P", "Common Table Cardiff"),
        ("H1", "The work you did"),
        ("P", "Salma Al-Haddad"),
        ("P", "سلمى الحداد"),
        ("P", "1 July to 30 September 2026"),
    ]


def test_words_stand_right_of_the_pictures() -> None:
    pdf = printed(Pictured(picture="book", texts=("Words.",)))

    (figure,) = found(structure(pdf), "Figure")
    left, __, right, __ = map(float, re.findall(r"\d+\.\d+", figure.says["BBox"]))
    assert left == pytest.approx(21 * MM, abs=0.1)
    assert right == pytest.approx(53 * MM, abs=0.1)


def test_a_check_of_sentences_finds_the_long_ones() -> None:
    short = "You went to a meeting. You gave a talk."
    long = "We will pay it by the end of the month in which you told us of it."
    pdf = printed(Pictured(picture="book", texts=(short, long)))

    assert sentences_over(pdf, 15) == [long]
