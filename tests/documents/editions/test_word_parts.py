"""Test that each part of a paper becomes what it is in a word processor."""

import pytest

from coprod_desktop.documents.editions.word_parts import part
from coprod_desktop.documents.editions.word_styles import CLEAR, LARGE
from coprod_desktop.documents.editions.word_writing import Place
from coprod_desktop.documents.paper import (
    Bar,
    Blank,
    Bullets,
    Chart,
    Figure,
    Named,
    Part,
    Pictured,
    Signature,
    Stripe,
    Summary,
    Text,
    Ticks,
)
from tests.edition_papers import LONG_NAME, a_letter, a_picture, an_opening, parts
from tests.word_reading import W, an_empty_file, headings


@pytest.fixture
def place() -> Place:
    return Place(an_empty_file(), CLEAR)


def written(place: Place, *some: Part) -> list[tuple[str, str]]:
    """Write parts; return the style and the words of each paragraph."""
    before = len(place.file.paragraphs)
    for each in some:
        part(place, each)
    return [
        (str(each.style.name) if each.style else "", each.text)
        for each in place.file.paragraphs[before:]
    ]


def test_the_head_says_who_it_is_from_and_then_for_whom(place: Place) -> None:
    said = written(place, an_opening(logo=b""))
    assert said == [
        ("Lead", "Common Table Cardiff\tStatement S-2026-0147"),
        ("Note", "Registered charity 1100099"),
        ("Heading 1", "The work you did"),
        ("Person", "Salma Al-Haddad \u00a0سلمى الحداد"),
        ("Normal", "1 July to 30 September 2026"),
    ]


def test_what_has_no_room_beside_a_name_stands_below_it(place: Place) -> None:
    long = written(place, an_opening(logo=b"", name=LONG_NAME, name_in_script=""))
    assert long[-2:] == [("Person", LONG_NAME), ("Normal", "1 July to 30 September 2026")]
    short = written(place, an_opening(logo=b"", name="Jo", name_in_script="", charity_number=""))
    assert short[-1] == ("Person", "Jo\t1 July to 30 September 2026")
    large = written(place._replace(letters=LARGE), an_opening(name="Jo", name_in_script=""))
    assert large[-1] == ("Normal", "1 July to 30 September 2026")


def test_a_paper_for_nobody_in_particular_has_no_empty_line(place: Place) -> None:
    said = written(place, an_opening(logo=b"", name="", name_in_script="", charity_number=""))
    assert said[1:] == [
        ("Heading 1", "The work you did"),
        ("Normal", "1 July to 30 September 2026"),
    ]
    said = written(place, an_opening(logo=b"", name="", name_in_script="", when=""))
    assert said[-1] == ("Heading 1", "The work you did")


def test_the_head_of_a_letter_has_addresses_and_a_title(place: Place) -> None:
    said = written(place, a_letter().parts[0])
    assert said[0] == ("Lead", "Common Table Cardiff")
    assert ("Note", "Jobcentre Plus") in said
    assert said[-1] == ("Heading 1", "Małgorzata Zając: payments and expenses")


def test_a_summary_is_a_heading_a_bar_with_words_and_a_box(place: Place) -> None:
    none = Figure(label="Paid work", amount="0 hours")
    written(place, Summary(rows=((none, none),), headline="None", bar=None))
    assert not place.file.inline_shapes
    bar = Bar(minutes_paid=60, minutes_unpaid=0, says="1 hour was paid")
    written(place, Summary(rows=((none, none),), bar=bar))
    (drawn,) = place.file.inline_shapes
    assert drawn._inline.docPr.get("descr") == "1 hour was paid"
    assert headings(place.file) == [("Heading 2", "None")]


def test_a_chart_says_its_numbers_and_draws_what_is_not_nothing(place: Place) -> None:
    stripes = (
        Stripe(label="July", minutes_paid=60, minutes_unpaid=0, says="1 hour"),
        Stripe(label="August", minutes_paid=0, says="0 hours"),
    )
    said = written(place, Chart(stripes=stripes, says="Two months"))
    assert [text for __, text in said] == ["Two months", "July 1 hour", "", "August 0 hours"]
    (drawn,) = place.file.inline_shapes
    assert drawn._inline.docPr.get("descr") == "July: 1 hour"


def test_words_lists_and_names(place: Place) -> None:
    assert written(
        place,
        Text(text="Plain"),
        Text(text="Small", is_small=True),
        Bullets(texts=("One", "Two")),
        Named(name="Leaflet.", text="You wrote it."),
    ) == [
        ("Normal", "Plain"),
        ("Note", "Small"),
        ("List Bullet", "One"),
        ("List Bullet", "Two"),
        ("Normal", "Leaflet. You wrote it."),
    ]


def test_there_is_room_to_write_as_much_as_asked(place: Place) -> None:
    said = written(place, Blank(label="What is wrong", lines=3), Blank(label="Name", filled="Jo"))
    assert [text for __, text in said] == ["What is wrong \t", "\t", "\t", "Name Jo\t"]


def test_boxes_to_tick_may_have_room_after_them(place: Place) -> None:
    said = written(place, Ticks(texts=("Yes", "This much:"), blanks=(None, "£")))
    assert [text.strip(" ") for __, text in said] == ["Yes", "This much: £\t"]
    assert len(list(place.file.element.body.iter(f"{W}sdt"))) == 2


def test_a_signature_is_a_picture_or_room_for_one(place: Place) -> None:
    said = written(
        place,
        Signature(role="Lead", name="Bethan Rees", picture=a_picture()),
        Signature(role="Treasurer", name="Owen Price"),
        Signature(role=""),
    )
    assert [text for __, text in said] == [
        "", "Bethan Rees", "Lead", "", "Owen Price", "Treasurer", "Signature \t", "Date \t",
    ]  # fmt: skip
    (drawn,) = place.file.inline_shapes
    assert drawn._inline.docPr.get("descr") == "Signature of Bethan Rees"


def test_a_picture_stands_beside_its_sentences(place: Place) -> None:
    part(place, Pictured(picture="pound", texts=("We paid:",), figure="£5.00", after=("Yes.",)))
    (made,) = place.file.tables
    assert made.rows[0].cells[1].text == "We paid:\n£5.00\nYes."
    assert made.rows[0].cells[0].text == ""
    (drawn,) = place.file.inline_shapes
    assert drawn._inline.docPr.get("descr") == "Money"


def test_every_part_is_written_and_another_is_refused(place: Place) -> None:
    written(place, *parts())
    assert len(headings(place.file)) == 8

    class Unknown:
        __slots__ = ()

    with pytest.raises(TypeError):
        part(place, Unknown())
