"""Test that Easy Read papers take over short sentences only, and lose no part of one."""

import hypothesis
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.papers.easy_sentences import (
    LONGEST_WORDS,
    cut,
    easy_texts,
    ended,
    is_easy,
    sentences,
)

LONG = "word " * 16


@hypothesis.given(some.lists(some.text(alphabet="ab .!?\n", max_size=80)))
def test_no_sentence_that_is_taken_over_is_long(texts: list[str]) -> None:
    assert all(len(text.split()) <= LONGEST_WORDS for text in easy_texts(texts))


@hypothesis.given(some.text(alphabet="ab .!?\n", max_size=80))
def test_sentences_hold_every_word_in_order(text: str) -> None:
    assert " ".join(sentences(text)).split() == text.split()


def test_a_text_with_one_long_sentence_stays_out_whole() -> None:
    assert not is_easy(f"Short. {LONG}.")
    assert easy_texts((f"Short. {LONG}.", "I listen. I write.")) == ("I listen.", "I write.")


@pytest.mark.parametrize(
    ("text", "shown"),
    [("Steering group", "Steering group"), (LONG, f"{'word ' * 14}".strip() + "…")],
)
def test_a_long_name_of_something_is_cut_and_marked(text: str, shown: str) -> None:
    assert cut(text) == shown
    assert len(cut(text).split()) <= LONGEST_WORDS


@pytest.mark.parametrize(
    ("text", "shown"), [("I listen", "I listen."), ("I listen.", "I listen."), ("Why?", "Why?")]
)
def test_a_sentence_has_an_end(text: str, shown: str) -> None:
    assert ended(text) == shown
