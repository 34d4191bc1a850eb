"""Names and addresses fall into the parts that letters ask for, and nothing of them is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.name_parts import ADDRESS_LINES, split_address, split_name


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Aisha Rahman", "Aisha", "Rahman"),
        ("Anna Maria van der Berg", "Anna Maria", "van der Berg"),
        ("Rahman, Aisha", "Aisha", "Rahman"),
        ("Suda", "Suda", ""),
        ("Van Morrison", "Van", "Morrison"),
        ("Gwen ferch Dafydd", "Gwen", "ferch Dafydd"),
    ],
)
def test_a_name_falls_into_two_parts(name: str, first: str, last: str) -> None:
    assert split_name(name) == (first, last)


@pytest.mark.parametrize(
    ("address", "lines", "postcode"),
    [
        ("2 Mill Lane\nRivermead\nrv1 1aa", ("2 Mill Lane", "Rivermead"), "RV1 1AA"),
        ("2 Mill Lane,\nRivermead RV1 1AA", ("2 Mill Lane", "Rivermead"), "RV1 1AA"),
        ("c/o the hall", ("c/o the hall",), ""),
        ("", (), ""),
    ],
)
def test_a_postcode_is_found(address: str, lines: tuple[str, ...], postcode: str) -> None:
    found, code = split_address(address)
    assert tuple(filter(None, found)) == lines
    assert code == postcode


@given(st.lists(st.text("abc xyz", min_size=1), max_size=12))
def test_an_address_always_has_six_lines_and_loses_no_word(lines: list[str]) -> None:
    found, _code = split_address("\n".join(lines))
    assert len(found) == ADDRESS_LINES
    assert " ".join(found).replace(",", "").split() == " ".join(lines).split()
