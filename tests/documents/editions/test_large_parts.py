"""Test headings, paragraphs, lists and codes in large letters."""

from coprod_desktop.documents.editions.large_print import large_print_pdf
from coprod_desktop.documents.paper import Bullets, Code, Heading, Named, Part, Section, Text
from tests.edition_papers import a_paper
from tests.paper_marks import aloud, drawn_lines
from tests.paper_reading import found, structure


def printed(*parts: Part) -> bytes:
    return large_print_pdf([a_paper(parts=parts)])


def test_a_heading_inside_a_section_is_below_the_heading_of_the_section() -> None:
    section = Section(heading="Skills", parts=(Heading(text="In your words"), Text(text="Yes.")))

    assert aloud(printed(Heading(text="Work"), section)) == [
        ("H2", "Work"),
        ("H2", "Skills"),
        ("H3", "In your words"),
        ("P", "Yes."),
    ]


def test_what_has_no_words_is_left_out() -> None:
    empty = Section(heading="Nothing", parts=(Text(text=" "),))

    assert aloud(printed(Text(text="Words."), Text(text=""), empty, Bullets(texts=("",)))) == [
        ("P", "Words.")
    ]


def test_a_paragraph_may_begin_with_its_name() -> None:
    assert aloud(printed(Named(name="Leaflet.", text="You wrote it."), Named(name="Film."))) == [
        ("P", "Leaflet. You wrote it."),
        ("P", "Film."),
    ]


def test_a_list_is_one_list_of_items_with_their_signs() -> None:
    pdf = printed(Bullets(texts=("Listening", "Arabic")))

    (items,) = found(structure(pdf), "L")
    assert [[kid.tag for kid in item.kids] for item in items.kids] == [["Lbl", "LBody"]] * 2
    assert [text for tag, text in aloud(pdf) if tag == "LBody"] == ["Listening", "Arabic"]


def test_no_item_stands_alone_on_a_page() -> None:
    texts = tuple(f"Skill {number}" for number in range(6))
    for words in range(100, 200, 6):
        pages = drawn_lines(printed(Text(text="Words. " * words), Bullets(texts=texts)))
        counts = [sum(line.text.startswith("Skill") for line in page) for page in pages]
        assert 1 not in counts


def test_a_very_long_item_goes_on_over_the_page_and_stays_one_item() -> None:
    pdf = printed(Bullets(texts=("Many words. " * 200,)))

    assert len(drawn_lines(pdf)) > 1
    assert [tag for tag, text in aloud(pdf)] == ["Lbl", "LBody"]


def test_a_code_has_its_words_beside_it() -> None:
    pdf = printed(Code(content="S-2026-0147", says="This code holds the number."))

    assert [tag for tag, text in aloud(pdf)] == ["Figure", "P"]
    assert aloud(pdf)[1][1] == "This code holds the number."
