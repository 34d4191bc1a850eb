"""Test that text is broken into lines without harm to names, dates and amounts."""

import hypothesis
from hypothesis import strategies as some

from coprod_desktop.documents.fonts import Face
from coprod_desktop.documents.lines import Block, Stacked, set_block, set_name_block
from coprod_desktop.documents.styles import BODY, TABLE


def lines_of(block: Block) -> list[str]:
    return ["".join(part.spoken or part.text for part in line.stretches) for line in block.lines]


@hypothesis.given(
    some.text(alphabet="abc ÂŵŁ-,.£1\u00a0سلمى", max_size=120), some.integers(60, 500)
)
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text: str, room: int) -> None:
    block = set_block(text, TABLE, room)

    assert all(line.width <= room + 0.01 for line in block.lines)
    assert "".join("".join(lines_of(block)).split()) == "".join(text.split())


def test_a_date_an_amount_and_a_length_of_time_stay_on_one_line() -> None:
    text = "until 17\u00a0November\u00a02026 and 2\u00a0hours"

    assert lines_of(set_block(text, BODY, 130)) == [
        "until",
        "17\u00a0November\u00a02026",
        "and 2\u00a0hours",
    ]


def test_a_line_may_end_after_a_hyphen_between_letters_but_not_between_figures() -> None:
    assert lines_of(set_block("Arabic-speaking", TABLE, 60)) == ["Arabic-", "speaking"]
    assert lines_of(set_block("see 00-14-62", TABLE, 60)) == ["see", "00-14-62"]


def test_a_date_too_long_for_its_column_breaks_between_its_words() -> None:
    text = "8\u00a0September\u00a02026"

    assert lines_of(set_block(text, TABLE, 85)) == ["8\u00a0September\u00a0", "2026"]


def test_an_endless_word_is_broken_where_the_line_ends() -> None:
    block = set_block("x" * 100, TABLE, 80)

    assert len(block.lines) > 1
    assert "".join(lines_of(block)) == "x" * 100


def test_a_text_keeps_its_own_line_breaks() -> None:
    assert lines_of(set_block("one\ntwo", BODY, 400)) == ["one", "two"]


def test_an_empty_text_takes_one_line() -> None:
    assert set_block("", BODY, 100).height == BODY.leading


def test_an_arabic_name_breaks_between_words_and_reads_on_from_the_first_line() -> None:
    block = set_name_block("سلمى الحداد", TABLE, 45)

    assert lines_of(block) == ["سلمى", "الحداد"]
    assert block.lines[0].stretches[0].face is Face.ARABIC


def test_two_languages_stand_under_one_another_each_with_its_own() -> None:
    both = Stacked.of(("cy-GB", "Dyddiad"), ("en-GB", "Date"))
    block = set_block(both, BODY, 300)

    assert lines_of(block) == ["Dyddiad", "Date"]
    assert [line.language for line in block.lines] == ["cy-GB", "en-GB"]
    assert [line.language for line in set_name_block(both, BODY, 300).lines] == ["cy-GB", "en-GB"]


def test_what_is_the_same_in_both_languages_stands_once_in_neither() -> None:
    same = Stacked.of(("cy-GB", "Llŷr"), ("en-GB", "Llŷr"))

    assert type(same) is str
    assert [line.language for line in set_block(same, BODY, 300).lines] == [""]


def test_a_line_knows_whether_its_last_word_goes_on() -> None:
    words = set_block("Read the Arabic-speaking leaflet", BODY, 90)
    endless = set_block("a" * 60, BODY, 90)

    assert [line.goes_on for line in words.lines] == [
        line.stretches[-1].text.endswith("-") for line in words.lines
    ]
    assert any(line.goes_on for line in words.lines)
    assert [line.goes_on for line in endless.lines] == [True] * (len(endless.lines) - 1) + [False]
