"""Test that clear print sets every part of a paper, in order and whole."""

import dataclasses
import io
import itertools
from collections.abc import Callable

import pikepdf
import pytest

from coprod_desktop.documents.editions.clear_print import (
    belongs,
    clear_print_pdf,
    keep_together,
    runs,
    set_parts,
)
from coprod_desktop.documents.editions.frame import CLEAR
from coprod_desktop.documents.page import Piece
from coprod_desktop.documents.paper import (
    Blank,
    Entries,
    Heading,
    Paper,
    Part,
    Section,
    Signature,
    Text,
    Ticks,
)
from coprod_desktop.documents.tagging import Pen
from coprod_desktop.domain.errors import LetterMissingError
from tests.edition_papers import LONG_NAME, a_hard_paper, a_letter, a_paper, an_opening, entries
from tests.paper_marks import aloud, drawn_lines, text_fills
from tests.paper_reading import found, paper_text, smallest_text, structure


def nothing(pen: Pen, top: float) -> None:
    """Draw nothing."""


def test_every_part_is_said_in_the_order_of_the_paper() -> None:
    said = [text for __, text in aloud(clear_print_pdf(a_paper()))]

    order = [
        "Common Table Cardiff",
        "The work you did",
        "This replaces statement S-2026-0101.",
        "You did 16 hours of work",
        "Your work, day by day",
        "Project: First appointment",
        "In all: 16 hours",
        "Your time, month by month",
        "July",
        "Skills you used",
        "Listening",
        "Leaflet. You wrote it.",
        "All of it is right.",
        "What is wrong",
        "Signature of Bethan Rees",
        "This code holds the number.",
        "£172.50",
    ]
    places = [said.index(text) for text in order]
    assert places == sorted(places)


def test_headings_go_down_one_step_at_a_time() -> None:
    said = aloud(clear_print_pdf(a_paper()))
    levels = [int(tag[1]) for tag, __ in said if tag in ("H1", "H2", "H3")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("make", [a_paper, a_letter, a_hard_paper])
def test_letters_are_black_and_never_smaller_than_twelve_points(
    make: Callable[[], Paper],
) -> None:
    pdf = clear_print_pdf(make())

    assert text_fills(pdf) == {("0", "0", "0")}
    assert smallest_text(pdf) >= 12


def test_a_paper_in_welsh_says_its_pages_in_welsh_and_is_marked_so() -> None:
    pdf = clear_print_pdf(a_paper("cy"))

    assert "Tudalen 1 o" in paper_text(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert str(file.Root.Lang) == "cy-GB"


def test_later_pages_name_the_charity_and_the_paper_for_the_eye_only() -> None:
    pdf = clear_print_pdf(a_paper())
    later = [line for line in drawn_lines(pdf)[1] if line.text == "Common Table Cardiff"]

    assert [line.mark for line in later] == [-1]
    assert [text for __, text in aloud(pdf)].count("Common Table Cardiff") == 2  # logo and name


def test_a_name_we_cannot_print_is_refused() -> None:
    with pytest.raises(LetterMissingError):
        clear_print_pdf(a_paper(parts=(an_opening(name="王小明"),)))


def test_a_long_name_is_printed_whole() -> None:
    text = paper_text(clear_print_pdf(a_hard_paper()))

    assert LONG_NAME.replace(" ", "") in text.replace(" ", "")


def test_the_same_paper_makes_the_same_bytes() -> None:
    paper = a_paper()

    assert clear_print_pdf(paper) == clear_print_pdf(dataclasses.replace(paper))


def test_a_section_without_anything_to_say_is_left_out() -> None:
    pdf = clear_print_pdf(a_paper(parts=(Section(heading="Nothing", parts=(Text(text=" "),)),)))

    assert aloud(pdf) == []


def test_a_section_of_a_letter_has_its_heading_over_its_text() -> None:
    letter = a_letter()
    section = Section(heading="Weeks", parts=(Text(text="One week."),))
    pdf = clear_print_pdf(dataclasses.replace(letter, parts=(letter.parts[0], section)))

    assert aloud(pdf)[-2:] == [("H2", "Weeks"), ("P", "One week.")]


def test_a_small_text_leads_to_its_table_and_is_not_left_alone_at_the_foot() -> None:
    rows = dataclasses.replace(entries(1), totals=())
    filler = [Text(text="One line.")] * 27
    table = (Heading(text="Work"), Text(text="Project", is_small=True), rows)
    pages = drawn_lines(clear_print_pdf(a_paper(parts=(*filler, *table))))

    (page,) = [page for page in pages if "Work" in [line.text for line in page]]
    assert "Thu 1 Jul" in [line.text for line in page]
    assert len(pages) == 2


def test_rooms_to_write_that_follow_each_other_are_set_together() -> None:
    first, second, text = Blank(label="A"), Blank(label="B"), Text(text="C")

    assert runs((first, second, text, first)) == [[first, second], [text], [first]]


def test_nobody_signs_an_empty_page_or_answers_what_stands_on_another() -> None:
    text, ticks = Text(text="Is it right?"), Ticks(texts=("Yes.",))

    assert belongs(Signature(role="Treasurer"), ticks)
    assert belongs(ticks, text)
    assert not belongs(ticks, None)
    assert not belongs(text, text)
    pieces = set_parts((Text(text="Yours"), Signature(role="Treasurer")), CLEAR)
    assert [piece.is_kept for piece in pieces] == [True, False]


@pytest.mark.parametrize(
    ("height", "parts", "kept"),
    [
        (40, (Text(text="Short"),), [True, True, False]),
        (400, (Text(text="Long"),), [False, False, False]),
        (40, (Entries(caption="", columns=(), rows=()),), [False, False, False]),
    ],
    ids=["short", "long", "a table"],
)
def test_only_a_short_section_without_a_table_is_kept_together(
    height: float, parts: tuple[Part, ...], kept: list[bool]
) -> None:
    pieces = keep_together([Piece(height, nothing)] * 3, parts)

    assert [piece.is_kept for piece in pieces] == kept


def test_a_list_of_forty_rows_has_one_table_whatever_pages_it_stands_on() -> None:
    pdf = clear_print_pdf(a_paper(parts=(an_opening(), entries(40))))

    (table,) = found(structure(pdf), "Table")
    assert len(found(table, "TR")) == 1 + 40 + 1 + 1  # the first has a row below it
