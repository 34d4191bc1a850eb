"""Test papers in two languages: Welsh at the left, English at the right, each read as a whole."""

import dataclasses
import io
from collections.abc import Callable
from typing import Any, cast

import pikepdf
import pytest

from coprod_desktop.documents.editions.half_parts import MIDDLE
from coprod_desktop.documents.editions.side_by_side import beside, is_across, side_by_side_pdf
from coprod_desktop.documents.paper import (
    Blank,
    Bullets,
    Chart,
    Heading,
    Paper,
    Part,
    Section,
    Signature,
    Text,
    Ticks,
)
from coprod_desktop.domain.errors import LetterMissingError
from tests.edition_papers import a_hard_paper, a_letter, a_paper, a_summary, an_opening, entries
from tests.paper_marks import aloud, drawn_lines, text_fills, told
from tests.paper_reading import font_names, found, lowest_line, paper_text, smallest_text, structure
from tests.paper_samples import salma, told_in

WELSH = Paper(title="Y gwaith", foot="Datganiad 7", author="A charity", language="cy", parts=())
ENGLISH = Paper(title="The work", foot="Statement 7", author="A charity", language="en", parts=())


def printed(welsh: tuple[Part, ...], english: tuple[Part, ...]) -> bytes:
    return side_by_side_pdf(
        dataclasses.replace(WELSH, parts=welsh), dataclasses.replace(ENGLISH, parts=english)
    )


def of_salma() -> bytes:
    return side_by_side_pdf(told_in("cy", salma()), told_in("en", salma()))


def heights(pdf: bytes) -> dict[str, tuple[int, float, float]]:
    """Return the page and the place of each line that is drawn, by its first words."""
    places: dict[str, tuple[int, float, float]] = {}
    with pikepdf.open(io.BytesIO(pdf)) as file:
        lines = drawn_lines(pdf)
        for number, page in enumerate(file.pages):
            matrices = [
                [float(value) for value in cast(Any, step.operands)]
                for step in pikepdf.parse_content_stream(page)
                if str(step.operator) == "Tm"
            ]
            for line, matrix in zip(lines[number], matrices, strict=True):
                places.setdefault(line.text, (number, matrix[4], matrix[5]))
    return places


def test_the_same_part_stands_at_the_same_height_on_its_own_side() -> None:
    places = heights(of_salma())

    for welsh, english in [
        ("Y gwaith a wnaethoch", "The work you did"),
        ("Gwaith â thâl", "Paid work"),
        ("Eich gwaith, fesul diwrnod", "Your work, day by day"),
        ("Eich treuliau", "Your expenses"),
        ("Beth sy’n digwydd nesaf", "What happens next"),
    ]:
        assert places[welsh][0] == places[english][0]
        assert places[welsh][2] == places[english][2]
        assert places[welsh][1] < MIDDLE < places[english][1]


def test_a_welsh_part_is_read_whole_before_its_english() -> None:
    halves = [said for said in told(of_salma()).kids if said.tag == "Div"]

    assert [half.says["Lang"] for half in halves[:2]] == ["cy-GB", "en-GB"]
    for welsh, english in zip(halves[::2], halves[1::2], strict=True):
        assert (welsh.says["Lang"], english.says["Lang"]) == ("cy-GB", "en-GB")
        assert [said.tag for said in welsh.all()] == [said.tag for said in english.all()]


def test_a_list_that_goes_on_over_pages_stays_one_list_in_each_language() -> None:
    pdf = printed((Heading(text="Gwaith"), entries(40)), (Heading(text="Work"), entries(40)))

    lists = found(structure(pdf), "L")
    assert [len(each.kids) for each in lists] == [41, 41]
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert len(file.pages) > 3


def test_the_foot_says_number_and_page_in_both_languages() -> None:
    text = paper_text(printed((Text(text="Un"),), (Text(text="One"),)))

    for words in ("Datganiad 7", "Statement 7", "Tudalen 1 o 1", "Page 1 of 1"):
        assert words in text


def test_what_cannot_be_halved_stands_once_with_both_words() -> None:
    pdf = printed(
        (Ticks(texts=("Iawn.", "Nac ydy.")), Signature(role="Llofnod")),
        (Ticks(texts=("Right.", "No.")), Signature(role="Signature")),
    )
    said = [text for tag, text in aloud(pdf) if tag != "Figure"]

    assert said[:3] == ["Iawn. Right.", "Nac ydy. No.", "Llofnod Signature"]
    assert said[3:] == ["Dyddiad Date"]
    assert len(found(structure(pdf), "L")) == 1


def test_stacked_words_are_each_read_in_their_own_language() -> None:
    pdf = printed((Ticks(texts=("Iawn.",)),), (Ticks(texts=("Right.",)),))
    with pikepdf.open(io.BytesIO(pdf)) as file:
        languages = [
            str(cast(Any, step.operands)[1].Lang)
            for step in pikepdf.parse_content_stream(file.pages[0])
            if str(step.operator) == "BDC" and "/Lang" in cast(Any, step.operands)[1]
        ]

    assert languages == ["cy-GB", "en-GB"]


def test_a_part_that_only_one_paper_has_stands_on_its_own_side() -> None:
    pdf = printed(
        (Text(text="Un"), Section(heading="Dim ond yma", parts=(Text(text="Dau"),))),
        (Text(text="One"),),
    )
    place = heights(pdf)["Dim ond yma"]

    assert place[1] < MIDDLE
    assert ("P", "Dau") in aloud(pdf)


def test_lists_of_different_length_lose_nothing() -> None:
    pdf = printed((Bullets(texts=("Un", "Dau", "Tri")),), (Bullets(texts=("One",)),))

    assert [text for tag, text in aloud(pdf) if tag == "LBody"] == ["Un", "Dau", "Tri", "One"]


@pytest.mark.parametrize("make", [a_paper, a_letter, a_hard_paper])
def test_every_part_can_be_set(make: Callable[[], Paper]) -> None:
    paper = make()
    pdf = side_by_side_pdf(dataclasses.replace(paper, language="cy"), paper)

    assert text_fills(pdf) == {("0", "0", "0")}
    assert smallest_text(pdf) >= 12
    assert all(font_names(pdf).values())
    assert lowest_line(pdf) > 60


def test_a_box_is_not_followed_by_another_rule() -> None:
    section = Section(heading="Work", parts=(Text(text="One"),))
    rules = [
        drawn_rules(printed((*before, section), (*before, section)))
        for before in ((a_summary(),), (a_summary(), Text(text="Then")))
    ]

    assert rules[1] - rules[0] == 3  # over the section, and between the halves of the text


def drawn_rules(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return sum(
            str(step.operator) == "l" for step in pikepdf.parse_content_stream(file.pages[0])
        )


def test_the_two_languages_of_a_file_are_declared() -> None:
    with pikepdf.open(io.BytesIO(printed((Text(text="Un"),), (Text(text="One"),)))) as file:
        assert str(file.Root.Lang) == "cy-GB"
        assert str(file.docinfo.Title) == "Y gwaith / The work"


def test_the_same_papers_make_the_same_bytes() -> None:
    assert of_salma() == of_salma()


def test_a_name_we_cannot_print_is_refused() -> None:
    parts = (an_opening(name="王小明"),)

    with pytest.raises(LetterMissingError):
        printed(parts, parts)


def test_parts_of_one_kind_are_put_beside_each_other() -> None:
    text, heading = Text(text="a"), Heading(text="b")

    assert list(beside((text, heading), (text, heading))) == [(text, text), (heading, heading)]
    assert list(beside((text, heading), (heading,))) == [(text, None), (heading, heading)]
    assert list(beside((heading,), (text, heading))) == [(None, text), (heading, heading)]
    assert list(beside((text,), ())) == [(text, None)]


def test_charts_and_rooms_to_write_reach_over_both_halves() -> None:
    assert is_across(Blank(label="Name"))
    assert is_across(Chart(stripes=(), says=""))
    assert not is_across(Text(text="a"))
    assert not is_across(None)
