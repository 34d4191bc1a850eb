"""The charity's own words name the fields of the original, and no others."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import DomainError, TextTooLongError
from coprod_desktop.domain.paper_errors import (
    BracesUnreadableError,
    FieldUnknownError,
    LanguageUnknownError,
)
from coprod_desktop.domain.wordings import check_own, fields_of, left_out, wording_language

SENTENCE = "You worked {hours} for {project}."
words = st.text(st.characters(exclude_characters="{}", exclude_categories=["C", "Z"]), max_size=20)


def test_fields_are_what_stands_between_curly_brackets() -> None:
    assert fields_of(SENTENCE) == {"hours", "project"}
    assert fields_of("No field, {{not}} one.") == frozenset()
    assert fields_of("{hours} h {minutes:02d}") == {"hours", "minutes:02d"}


def test_own_words_may_turn_the_fields_round_or_leave_one_out() -> None:
    own = "  For {project} you worked {hours}. "
    assert check_own(SENTENCE, own) == "For {project} you worked {hours}."
    assert check_own(SENTENCE, "Thank you for {hours}.") == "Thank you for {hours}."
    assert left_out(SENTENCE, "Thank you for {hours}.") == {"project"}
    assert left_out(SENTENCE, own) == frozenset()


def test_no_words_stand_for_the_original() -> None:
    assert check_own(SENTENCE, "  ") == ""
    assert left_out(SENTENCE, "") == frozenset()


@pytest.mark.parametrize(
    ("own", "field"),
    [
        ("You worked {hour}.", "hour"),
        ("You worked {Hours}.", "Hours"),
        ("You worked {}.", ""),
        ("You worked {0}.", "0"),
        ("You worked {hours.real}.", "hours.real"),
        ("You worked {hours[0]}.", "hours[0]"),
        ("You worked {hours!r}.", "hours!r"),
        ("You worked {hours:>99}.", "hours:>99"),
        ("You worked {hours:{project}}.", "hours:{project}"),
        ("You worked { hours }.", " hours "),
    ],
)
def test_a_misspelt_field_is_refused_and_the_known_ones_are_named(own: str, field: str) -> None:
    with pytest.raises(FieldUnknownError) as caught:
        check_own(SENTENCE, own)
    assert caught.value.facts == {"text": field, "known": ("hours", "project")}


@pytest.mark.parametrize("own", ["You worked {hours.", "You worked hours}.", "{", "}", "{hours!}"])
def test_a_bracket_without_its_other_half_is_refused(own: str) -> None:
    with pytest.raises(BracesUnreadableError):
        check_own(SENTENCE, own)


def test_own_words_are_one_paragraph_of_a_length_that_can_be_read() -> None:
    assert check_own(SENTENCE, "One.\n\nTwo {hours}.") == "One. Two {hours}."
    with pytest.raises(TextTooLongError):
        check_own(SENTENCE, "word " * 300)


@given(st.text("ab {}!:.[]0hours project", max_size=40))
def test_what_is_accepted_can_always_be_filled_in(own: str) -> None:
    with contextlib.suppress(DomainError):
        said = check_own(SENTENCE, own)
        filled = said.format(hours="2 hours", project="Garden")
        assert "{{" in said or "{" not in filled


@given(words, st.lists(st.sampled_from(["{hours}", "{project}", "{{", "}}"]), max_size=6))
def test_known_fields_in_any_order_are_accepted(word: str, parts: list[str]) -> None:
    said = check_own(SENTENCE, "x" + word.join(parts))
    assert fields_of(said) == {part.strip("{}") for part in parts} - {""}


def test_words_are_in_one_language() -> None:
    assert wording_language(" CY ") == "cy"
    for text in ("en+cy", "fr", ""):
        with pytest.raises(LanguageUnknownError):
            wording_language(text)
