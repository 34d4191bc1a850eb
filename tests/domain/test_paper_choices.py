"""What somebody wishes of their papers is understood, or refused with what is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.paper_choices import (
    LANGUAGES,
    SECTIONS,
    clean_language,
    clean_sections,
    sections_of,
)
from coprod_desktop.domain.paper_errors import LanguageUnknownError, SectionUnknownError


def test_keys_are_put_in_order_each_once() -> None:
    assert clean_sections(" chart , Value,chart,") == "value,chart"
    assert clean_sections("") == ""
    assert sections_of("next, made") == {"made", "next"}


def test_an_unknown_key_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(SectionUnknownError) as caught:
        clean_sections("value,payments")
    assert caught.value.facts == {"text": "payments", "known": SECTIONS}


@given(st.sets(st.sampled_from(SECTIONS)))
def test_what_was_chosen_is_what_is_read(chosen: set[str]) -> None:
    assert sections_of(clean_sections(",".join(chosen))) == chosen


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_kept(language: str) -> None:
    assert clean_language(f" {language.upper()} ") == language


@pytest.mark.parametrize("text", ["", "fr", "cy+en", "en,cy"])
def test_another_language_is_refused(text: str) -> None:
    with pytest.raises(LanguageUnknownError):
        clean_language(text)
