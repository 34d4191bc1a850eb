"""Test the small things of a file for a word processor: directions, signs, rules and fields."""

import docx
import pytest

from coprod_desktop.documents.editions import word_writing as writing
from coprod_desktop.documents.editions.word_styles import CLEAR, LARGE
from coprod_desktop.documents.editions.word_writing import Place
from coprod_desktop.documents.paper import Mark
from tests.pictures import a_png
from tests.word_reading import W


@pytest.fixture
def place() -> Place:
    return Place(docx.Document(), CLEAR)


def test_a_name_read_from_the_right_says_so_in_its_language(place: Place) -> None:
    written = writing.paragraph(place, "Salma سلمى and שלום")
    assert [(run.text, run.font.rtl) for run in written.runs] == [
        ("Salma ", None),
        ("سلمى", True),
        (" and ", None),
        ("שלום", True),
    ]
    languages = [each.get(f"{W}bidi") for each in written._p.iter(f"{W}lang")]
    assert languages == ["ar-SA", "he-IL"]


def test_words_are_as_heavy_as_their_paragraph_unless_told(place: Place) -> None:
    written = writing.paragraph(place, "a")
    writing.write(place, written, "b", is_strong=True)
    writing.write(place, written, "c", is_strong=False)
    assert [run.font.bold for run in written.runs] == [None, True, False]


def test_words_in_another_language_than_the_file_say_which(place: Place) -> None:
    written = writing.paragraph(place._replace(language="cy-GB"), "Diolch")
    (said,) = written._p.iter(f"{W}lang")
    assert said.get(f"{W}val") == "cy-GB"


def test_the_signs_of_paid_and_unpaid_differ_in_pattern_not_only_in_colour(place: Place) -> None:
    patterns = []
    for mark in Mark:
        written = writing.paragraph(place)
        writing.key(written, mark)
        patterns += [each.get(f"{W}val") for each in written._p.iter(f"{W}shd")]
    assert patterns == ["clear", "diagStripe"]


def test_rules_above_and_below_come_before_what_the_format_wants_after_them(place: Place) -> None:
    written = writing.at_right(writing.paragraph(place, "x"))
    writing.right_tab(written)
    writing.rule(written, "top")
    writing.rule(written, "bottom", 8)
    properties = written._p.pPr
    assert properties is not None
    names = [str(each.tag)[len(W) :] for each in properties]
    assert names == ["pStyle", "pBdr", "tabs", "jc"] or names == ["pBdr", "tabs", "jc"]
    (borders,) = properties.iter(f"{W}pBdr")
    assert [(str(each.tag)[len(W) :], each.get(f"{W}sz")) for each in borders] == [
        ("top", "4"),
        ("bottom", "8"),
    ]


def test_a_picture_fits_and_has_words(place: Place) -> None:
    writing.show(writing.paragraph(place), a_png((400, 100)), "A logo", wide=50, high=5)
    (drawn,) = place.file.inline_shapes
    assert (round(drawn.width.mm), round(drawn.height.mm)) == (20, 5)
    assert drawn._inline.docPr.get("descr") == "A logo"


def test_a_box_can_be_ticked_and_says_what_it_is(place: Place) -> None:
    written = writing.paragraph(place)
    writing.box(written)
    (label,) = written._p.iter(f"{W}alias")
    assert label.get(f"{W}val") == "A box to tick"
    assert "".join(str(each.text) for each in written._p.iter(f"{W}t")) == "\N{BALLOT BOX} "


def test_the_word_processor_works_the_numbers_out(place: Place) -> None:
    written = writing.paragraph(place)
    writing.field(written, "PAGE")
    (field,) = written._p.iter(f"{W}fldSimple")
    assert field.get(f"{W}instr") == " PAGE "


def test_large_letters_have_no_room_for_columns() -> None:
    assert Place(docx.Document(), LARGE).is_large
    assert not Place(docx.Document(), CLEAR).is_large
