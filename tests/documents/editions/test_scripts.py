"""Test that directions are told apart and nothing gets lost between them."""

import hypothesis
import pytest
from hypothesis import strategies as some

from coprod_desktop.documents.editions.scripts import Stretch, is_hebrew, stretches


def test_a_name_keeps_its_words_together() -> None:
    assert stretches("with سلمى الحداد, twice") == (
        Stretch("with ", False),
        Stretch("سلمى الحداد", True),
        Stretch(", twice", False),
    )


@hypothesis.given(some.text(alphabet="ab سלש\n1,"))
def test_the_stretches_together_are_the_text(text: str) -> None:
    assert "".join(part.text for part in stretches(text)) == text


@pytest.mark.parametrize(("text", "expected"), [("שלום", True), ("سلمى", False)])
def test_hebrew_is_told_from_arabic(text: str, expected: bool) -> None:
    assert is_hebrew(text) is expected
