"""Test that each part of a paper becomes the element that it is."""

import pytest

from coprod_desktop.documents.editions.web_parts import head, write
from coprod_desktop.documents.paper import Blank, Part, Pictured, Signature, Text, Ticks
from tests.edition_papers import a_letter, a_picture, an_opening, parts
from tests.web_reading import Page


def page_of(part: Part, *, has_records: bool = False) -> Page:
    return Page(write(part, 2, has_records=has_records))


def test_the_head_says_who_it_is_from_and_then_for_whom() -> None:
    top = head(an_opening(), 1, "title")
    assert Page(top.sender).text == (
        "Common Table Cardiff Statement S-2026-0147 Registered charity 1100099"
    )
    assert Page(top.title).text == (
        "The work you did Salma Al-Haddad سلمى الحداد 1 July to 30 September 2026"
    )
    assert Page(top.sender).tags("img")[0]["alt"] == ""
    assert '<bdi class="script">' in top.title


def test_a_bare_head_has_nothing_empty() -> None:
    bare = an_opening(name="", name_in_script="", when="", charity_number="", logo=b"", number="")
    top = head(bare, 1, "title")
    assert Page(top.sender).text == "Common Table Cardiff"
    assert Page(top.title).text == "The work you did"
    assert "<p></p>" not in top.sender + top.title


def test_the_head_of_a_letter_has_its_address_and_its_title() -> None:
    top = head(a_letter().parts[0], 1, "title")
    assert len(Page(top.sender).tags("address")) == 1
    assert Page(top.title).text.endswith("Małgorzata Zając: payments and expenses")
    assert Page(top.title).levels == [1]


def test_what_is_no_head_is_left_to_the_rest() -> None:
    assert head(Text(text="Hello"), 1, "title") == ("", "")


def test_a_section_holds_its_parts_one_level_below_it() -> None:
    section = parts()[6]
    assert page_of(section).levels == [2, 3]
    assert [each["class"] for each in page_of(section).tags("p") if each] == ["strong"]


@pytest.mark.parametrize(("has_records", "tag"), [(False, "table"), (True, "dl")])
def test_rows_are_a_table_or_records(has_records: bool, tag: str) -> None:
    assert page_of(parts()[4], has_records=has_records).tags(tag)


def test_a_box_to_tick_says_what_it_is_and_may_have_room_after_it() -> None:
    page = page_of(Ticks(texts=("Yes", "This much:", "No"), blanks=(None, "£")))
    boxes = [each for each in page.tags("span") if each.get("role") == "img"]
    assert len(boxes) == 3
    assert all(each["aria-label"] for each in boxes)
    assert [each.get("class") for each in page.tags("span")].count("room") == 1


def test_room_to_write_is_as_high_as_asked_and_says_what_stands_there() -> None:
    written = write(Blank(label="Your name", lines=3, filled="Llŷr"), 2, has_records=False)
    assert "--lines: 3" in written
    assert Page(written).text == "Your name Llŷr"


def test_a_signature_is_a_picture_a_line_or_boxes() -> None:
    signed = page_of(Signature(role="Lead", name="Bethan Rees", picture=a_picture()))
    assert signed.tags("img")[0]["alt"] == "Signature of Bethan Rees"
    line = page_of(Signature(role="Lead", name="Bethan Rees"))
    assert line.tags("span") == [{"class": "line-to-sign"}]
    assert page_of(Signature(role="")).text == "Signature Date"


def test_a_picture_stands_beside_its_sentences_and_says_what_it_is() -> None:
    page = page_of(
        Pictured(picture="pound", texts=("We paid you:",), figure="£5.00", after=("Yes.",))
    )
    assert page.tags("svg")[0]["role"] == "img"
    assert page.tags("svg")[0]["aria-label"] == "Money"
    assert page.text == "We paid you: £5.00 Yes."


def test_every_part_has_an_element_and_another_is_refused() -> None:
    assert all(write(part, 2, has_records=False) for part in parts())
    with pytest.raises(TypeError):
        write(an_opening(), 2, has_records=False)
