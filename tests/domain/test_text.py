"""Typed text is tidied, kept whole, and refused where no paper could show it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import (
    DomainError,
    NameMissingError,
    TextIsFormulaError,
    TextTooLongError,
    TextUnprintableError,
)
from coprod_desktop.domain.text import (
    LINE_LIMIT,
    NAME_LIMIT,
    NOTE_LIMIT,
    clean_line,
    clean_name,
    clean_note,
    fold,
)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Aisha   Rahman ", "Aisha Rahman"),
        ("Aisha\tRahman\n", "Aisha Rahman"),
        ("Sia\N{COMBINING CIRCUMFLEX ACCENT}n", "Siân"),
        ("\N{ZERO WIDTH NO-BREAK SPACE}Ann\N{ZERO WIDTH SPACE}", "Ann"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}nnA\N{POP DIRECTIONAL FORMATTING}", "nnA"),
        ("Ann \N{ZERO WIDTH SPACE} Lee", "Ann Lee"),
        ("O’Brien", "O’Brien"),
        ("-cmd|' /C calc'!A0", "-cmd|' /C calc'!A0"),
        ("عائشة", "عائشة"),
        ("می\N{ZERO WIDTH NON-JOINER}خواهم", "می\N{ZERO WIDTH NON-JOINER}خواهم"),
    ],
)
def test_names_are_tidied_and_otherwise_kept(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept


@pytest.mark.parametrize("typed", ["", " \t\n", "\N{ZERO WIDTH SPACE}", "\N{ZERO WIDTH JOINER}"])
def test_a_name_that_nobody_can_see_is_no_name(typed: str) -> None:
    with pytest.raises(NameMissingError):
        clean_name(typed)


def test_a_name_of_300_characters_is_too_long() -> None:
    assert clean_name("x" * NAME_LIMIT) == "x" * NAME_LIMIT
    with pytest.raises(TextTooLongError) as raised:
        clean_name("x" * 300)
    assert raised.value.facts == {"length": 300, "limit": NAME_LIMIT}


def test_lines_and_notes_have_limits_of_their_own() -> None:
    for clean, limit in ((clean_line, LINE_LIMIT), (clean_note, NOTE_LIMIT)):
        assert len(clean("é" * limit)) == limit
        with pytest.raises(TextTooLongError):
            clean("é" * (limit + 1))


@pytest.mark.parametrize("letter", ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\ud800", "\uffff"])
def test_letters_that_no_paper_can_show_are_refused(letter: str) -> None:
    for clean in (clean_name, clean_line, clean_note):
        with pytest.raises(TextUnprintableError):
            clean(f"a{letter}b")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_end_of_line_becomes_the_plain_one(end: str) -> None:
    assert clean_note(f" First{end}Second ") == "First\nSecond"


@given(st.text(max_size=60))
def test_tidy_text_is_not_tidied_further(typed: str) -> None:
    for clean in (clean_line, clean_note):
        try:
            kept = clean(typed)
        except DomainError:
            continue
        assert clean(kept) == kept


@given(st.text(max_size=60))
def test_a_line_has_no_line_break_and_no_space_at_its_ends(typed: str) -> None:
    try:
        line = clean_line(typed)
    except DomainError:
        return
    assert line == " ".join(line.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siân", "SIAN"),
        ("Łódź", "lodz"),
        ("Llŷr", "llyr"),
        ("O’Brien", "o'brien"),
        ("O`Brien", "O'BRIEN"),
        ("Anne–Marie", "anne-marie"),
        ("Jørgensen", "jorgensen"),
        ("Æsa", "aesa"),
        ("Đorđe", "dorde"),
        ("Straße", "strasse"),
        ("José   Luis", "jose luis"),
    ],
)
def test_names_that_look_alike_are_found_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_names_stay_different() -> None:
    assert len({fold(name) for name in ("Ann", "Anne", "Anna", "عائشة", "Аня")}) == 5


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(typed: str) -> None:
    assert fold(fold(typed)) == fold(typed)


@given(st.text(max_size=40))
def test_capitals_make_no_difference(typed: str) -> None:
    assert fold(typed.casefold()) == fold(typed)


@pytest.mark.parametrize("text", ["=1+1", "  =HYPERLINK()", "\u200b=A1"])
def test_a_text_that_a_spreadsheet_would_work_out_is_refused(text: str) -> None:
    for clean in (clean_name, clean_line, clean_note):
        with pytest.raises(TextIsFormulaError):
            clean(text)


def test_an_equals_sign_inside_a_text_is_fine() -> None:
    assert clean_line("1 + 1 = 2") == "1 + 1 = 2"
