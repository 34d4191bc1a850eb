"""Test headings, paragraphs, lists, notices and codes in clear print."""

import pytest

from coprod_desktop.documents.editions import clear_parts
from coprod_desktop.documents.editions.clear_print import clear_print_pdf
from coprod_desktop.documents.editions.frame import CLEAR, CLEAR_SIDE
from coprod_desktop.documents.paper import Bullets, Code, Named, Notice, Part, Pictured
from coprod_desktop.documents.styles import MM
from tests.edition_papers import a_paper
from tests.paper_marks import aloud
from tests.paper_reading import found, structure


def said(*parts: Part) -> list[tuple[str, str]]:
    return aloud(clear_print_pdf(a_paper(parts=parts)))


def test_texts_without_words_are_left_out() -> None:
    assert len(clear_parts.texts(("One.", " ", "", "Two."), CLEAR)) == 2
    assert len(clear_parts.bullets(("One", " "), CLEAR)) == 1
    assert clear_parts.worded((" One. ", "")) == ["One."]


def test_a_heading_stays_with_what_follows_and_is_lower_inside_a_section() -> None:
    assert all(piece.is_kept for piece in clear_parts.heading("A heading " * 20, CLEAR))
    (lower,) = clear_parts.heading("Skills", CLEAR_SIDE)
    (higher,) = clear_parts.heading("Skills", CLEAR)
    assert lower.height < higher.height


def test_a_paragraph_may_begin_with_what_it_is_about() -> None:
    assert said(Named(name="Leaflet.", text="You wrote it."), Named(name="Alone.")) == [
        ("P", "Leaflet. You wrote it."),
        ("P", "Alone."),
    ]


def test_a_list_is_marked_item_by_item() -> None:
    pdf = clear_print_pdf(a_paper(parts=(Bullets(texts=("One", "Two")),)))

    (listed,) = found(structure(pdf), "L")
    assert [[kid.tag for kid in item.kids] for item in listed.kids] == [["Lbl", "LBody"]] * 2


def test_a_notice_stays_whole_between_two_rules_before_what_follows() -> None:
    pieces = clear_parts.notice(Notice(heading="Read this.", texts=("Why.", " ")), CLEAR)

    assert all(piece.is_kept for piece in pieces)
    assert said(Notice(heading="Read this.", texts=("Why.",))) == [
        ("P", "Read this."),
        ("P", "Why."),
    ]


def test_a_code_says_in_words_what_is_beside_it() -> None:
    (piece,) = clear_parts.code(Code(content="S-2026-0147", says="The number."), CLEAR)
    (figure, words) = said(Code(content="S-2026-0147", says="The number."))

    assert piece.height == pytest.approx(24 * MM)
    assert figure == ("Figure", "A square code for a telephone. It says what stands beside it.")
    assert words == ("P", "The number.")


def test_the_words_of_a_picture_stand_without_it() -> None:
    part = Pictured(picture="pound", texts=("We paid you:",), figure="£2.00", after=("Thank you.",))

    assert [text for __, text in said(part)] == ["We paid you:", "£2.00", "Thank you."]
