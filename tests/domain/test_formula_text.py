"""No text becomes a formula in a file for people, and no other text is altered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.formula_text import for_people, may_be_formula

SIGNS = "=+-@\t\r\0＝＋－＠"


@given(sign=st.sampled_from(SIGNS), rest=st.text(), before=st.text(" \u00a0\u3000\u200b"))
def test_a_sign_at_the_start_is_seen_behind_spaces_too(sign: str, rest: str, before: str) -> None:
    text = before + sign + rest
    assert may_be_formula(text)
    assert for_people(text) == "'" + text
    assert not may_be_formula(for_people(text))


@given(st.text())
def test_text_is_either_as_it_was_or_has_an_apostrophe_before_it(text: str) -> None:
    assert for_people(text) in (text, "'" + text)
    assert not may_be_formula(for_people(text))


@pytest.mark.parametrize("text", ["", " ", "Aisha", "2-3", "a=b", "£5", "'=1", "00-14-62"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert not may_be_formula(text)
    assert for_people(text) == text
