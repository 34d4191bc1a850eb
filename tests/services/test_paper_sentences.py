"""Whoever words or draws something that no paper can show reads what to do instead."""

from coprod_desktop.domain.paper_choices import SECTIONS
from coprod_desktop.domain.paper_errors import (
    FieldUnknownError,
    PictureTooLargeError,
    SectionUnknownError,
)
from coprod_desktop.services.sentences import sentence


def test_the_fields_that_a_sentence_knows_are_named() -> None:
    words = sentence(FieldUnknownError(text="hour", known=("hours", "project")))
    assert "“hour”" in words
    assert words.endswith("The fields it knows are: hours, project.")


def test_a_sentence_without_fields_says_so() -> None:
    words = sentence(FieldUnknownError(text="hour", known=()))
    assert words.endswith("Write the sentence without curly brackets.")


def test_the_parts_that_can_be_left_out_are_named() -> None:
    assert ", ".join(SECTIONS) in sentence(SectionUnknownError(text="money", known=SECTIONS))


def test_sizes_are_told_in_megabytes() -> None:
    words = sentence(PictureTooLargeError(size_bytes=2_300_000, limit_bytes=1_000_000))
    assert "2.3 MB" in words
    assert "1.0 MB" in words
