"""Test that any paper can be had in large print, with nothing under 16 points."""

import io
from collections.abc import Callable

import hypothesis
import pdfua
import pikepdf
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.editions.clear_print import clear_print_pdf
from coprod_desktop.documents.editions.large_print import large_print_pdf
from coprod_desktop.documents.paper import Paper, Part, Text
from tests.edition_papers import LONG_NAME, a_hard_paper, a_letter, a_paper
from tests.golden import check_golden
from tests.paper_marks import aloud, text_fills
from tests.paper_reading import font_names, lowest_line, paper_text, smallest_text
from tests.paper_samples import SAMPLES

# The rule that asks for a claim of conformance; we make none before a person has checked.
CLAIM = "UA-28-004"
PAPERS: dict[str, Callable[[], list[Paper]]] = {
    "everything": lambda: [a_paper()],
    "letter": lambda: [a_letter()],
    "hard": lambda: [a_hard_paper()],
    "two languages": lambda: [a_paper("cy"), a_paper()],
}


@pytest.fixture(params=PAPERS)
def pdf(request: pytest.FixtureRequest) -> bytes:
    return large_print_pdf(PAPERS[request.param]())


def test_nothing_is_smaller_than_sixteen_points(pdf: bytes) -> None:
    assert smallest_text(pdf) >= 16


@pytest.mark.parametrize("name", [name for name in SAMPLES if "-large-" in name])
def test_a_statement_says_what_it_said_in_large_letters(name: str) -> None:
    pdf = SAMPLES[name]()

    check_golden(name, pdf)
    assert smallest_text(pdf) >= 16
    assert all(font_names(pdf).values())


def test_that_check_finds_the_small_letters_of_clear_print() -> None:
    assert smallest_text(clear_print_pdf(a_paper())) == 12


def test_pdfua_finds_no_fault(pdf: bytes, tmp_path: object) -> None:
    path = f"{tmp_path}/paper.pdf"
    with open(path, "wb") as file:  # noqa: PTH123 - pdfua takes the same text
        file.write(pdf)

    report = pdfua.validate(path)
    assert [found.message for found in report.findings if found.rule_id != CLAIM] == []


def test_letters_are_black_and_their_fonts_are_in_the_file(pdf: bytes) -> None:
    assert text_fills(pdf) == {("0", "0", "0")}
    assert all(font_names(pdf).values())


def test_every_piece_of_content_is_in_the_structure_or_is_for_the_eye_only(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for page in file.pages:
            depth = 0
            for step in pikepdf.parse_content_stream(page):
                name = str(step.operator)
                depth += {"BDC": 1, "EMC": -1}.get(name, 0)
                assert depth or name not in ("Tj", "S", "f", "re", "Do")
            assert depth == 0


@pytest.mark.parametrize("case", PAPERS)
def test_the_same_paper_is_the_same_file(case: str) -> None:
    assert large_print_pdf(PAPERS[case]()) == large_print_pdf(PAPERS[case]())


def test_every_part_is_said() -> None:
    told = [text for tag, text in aloud(large_print_pdf([a_paper()]))]

    for said in (
        "This replaces statement S-2026-0101.",
        "You did 16 hours of work",
        "Project: First appointment",
        "July 5 hours, 2 hours",
        "Leaflet. You wrote it.",
        "It counts.",
        "This much: £",
        "Involvement lead Bethan Rees",
        "This code holds the number.",
        "£172.50",
        "It is for your work.",
    ):
        assert said in told


def test_a_hard_name_stands_whole() -> None:
    assert LONG_NAME in [text for tag, text in aloud(large_print_pdf([a_hard_paper()]))]


@hypothesis.settings(max_examples=10)
@hypothesis.given(some.integers(1, 700))
def test_no_text_runs_into_the_foot(words: int) -> None:
    pdf = large_print_pdf([a_paper(parts=(Text(text="many words " * words), Text(text="end")))])

    assert lowest_line(pdf) >= 80
    assert paper_text(pdf).count("words") == words


def test_a_part_that_no_paper_has_is_refused() -> None:
    class Odd(Part):
        """Not a part."""

        __slots__ = ()

    with pytest.raises(TypeError):
        large_print_pdf([a_paper(parts=(Odd(),))])
