"""Test that a paper is set in its own language, or in both of its languages."""

from coprod_desktop.documents.editions.voice import (
    said,
    speaking_as,
    speaking_together,
    spoken_code,
)
from coprod_desktop.documents.lines import Stacked
from coprod_desktop.i18n import _, language, speaking

SENTENCE = "Page {number} of {count}"


def test_the_language_of_the_paper_is_spoken_meanwhile() -> None:
    with speaking_as("cy"):
        assert language() == "cy"
    assert language() == "en"


def test_whoever_speaks_it_already_keeps_the_words_of_the_charity() -> None:
    with speaking("en", {SENTENCE: "Sheet {number} of {count}"}):
        with speaking_as("en"):
            assert _(SENTENCE) == "Sheet {number} of {count}"
        with speaking_as("cy"):
            assert _(SENTENCE) == "Tudalen {number} o {count}"


def test_both_languages_are_said_where_a_paper_has_two() -> None:
    with speaking_together("cy", "en"):
        both = said(lambda: _(SENTENCE))
        with speaking_together():
            assert said(lambda: _(SENTENCE)) == SENTENCE

    assert isinstance(both, Stacked)
    assert both.said == (("cy-GB", "Tudalen {number} o {count}"), ("en-GB", SENTENCE))
    assert said(lambda: _(SENTENCE)) == SENTENCE


def test_what_is_the_same_in_both_is_said_once() -> None:
    with speaking_together("cy", "en"):
        assert said(lambda: "£4.60") == "£4.60"


def test_a_language_has_the_name_that_screen_readers_know() -> None:
    assert spoken_code("cy") == "cy-GB"
