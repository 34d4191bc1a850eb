"""Names are written in the letters that a bank takes, as near to their own as those allow."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.banking.letters import BACS, Alphabet, bank_letters, has_letters

BOTH_CASES = Alphabet(letters=frozenset(string.ascii_letters + string.digits + ".&/-'"))
LATIN = Alphabet(letters=frozenset(string.ascii_letters + "éŵ"))


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("Tŵr ŷ", "Twr y"),
        ("Małgorzata Zając", "Malgorzata Zajac"),
        ("Søren Æbelø ß", "Soren Aebelo ss"),
        ("Sio\N{COMBINING ACUTE ACCENT}n", "Sion"),
        ("Smith, Ann", "Smith Ann"),
        ("=HYPERLINK(1)", "HYPERLINK 1"),
        ("-5+@x", "5 x"),
        ("+44", "44"),
        ("A & B / C. D", "A & B / C. D"),
        ("O’Brien", "O'Brien"),
        ("Jones\N{EN DASH}Evans", "Jones-Evans"),
        ("a\u200bb\u00adc", "abc"),
        ("محمد", ""),
        ("李小龙", ""),
        ("ﬁt", "fit"),
        ("a\tb\nc", "a b c"),
    ],
)
def test_names_are_written_in_the_letters_of_banks(written: str, sent: str) -> None:
    assert bank_letters(written, BOTH_CASES) == sent


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("O'Brien", "OBRIEN"),
        ("O’Brien-Łukasz", "OBRIEN-LUKASZ"),
        ("Weiß", "WEISS"),
        ("ŵyn & Co. 1/2", "WYN & CO. 1/2"),
        ("D'Souza, Ann_Marie", "DSOUZA ANN MARIE"),
    ],
)
def test_bacs_has_capitals_and_no_apostrophe(written: str, sent: str) -> None:
    assert bank_letters(written, BACS) == sent


def test_a_letter_that_the_bank_takes_keeps_its_accent() -> None:
    assert bank_letters("Café Tŵr ŷ É", LATIN) == "Café Tŵr y E"


@given(st.text(), st.sampled_from([BACS, BOTH_CASES, LATIN]))
def test_nothing_but_the_bank_s_letters_comes_out_and_no_formula(
    text: str, alphabet: Alphabet
) -> None:
    sent = bank_letters(text, alphabet)
    assert set(sent) <= alphabet.letters | {" "}
    assert sent == " ".join(sent.split())
    assert sent[:1] not in set("=+-@'")
    assert bank_letters(sent, alphabet) == sent


@pytest.mark.parametrize(("text", "expected"), [("محمد", True), ("李", True), ("7 &", False)])
def test_letters_of_every_script_count_as_letters(text: str, expected: bool) -> None:
    assert has_letters(text) is expected
