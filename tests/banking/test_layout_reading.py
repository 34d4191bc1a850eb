"""A layout is read whole, and every mistake in it is told at once, each with its line."""

import datetime
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.banking.layout_reading import LayoutFileError, read_layout
from coprod_desktop.banking.layouts import Quoting
from coprod_desktop.services.sentences import sentence

PAYMENT = '[payment]\ncolumns = ["sort_code", "account_number", "pence"]\n'
LEAST = '[layout]\nname = "Ours"\n' + PAYMENT
WHOLE = """
[layout]
name = "Our bank"
source = "Import guide, page 4"
checked_on = 2026-11-22
confidence = "official"
note = "Tried with one pound."

[file]
extension = "txt"
separator = "semicolon"
quoting = "always"
line_end = "unix"
last_line_end = false
encoding = "windows-1252"
decimal = "comma"
letters = "A-Z 0-9 . é -"
dates = "YYYYMMDD"
most_payments = 500
most_amount = "£250,000"

[[header]]
columns = [{ text = "H" }]
[[header]]
columns = ["made_date"]
[payment]
columns = ["sort_code", "account_number", "pounds"]
[[trailer]]
columns = [{ text = "T" }]
"""


def problems_of(text: str) -> list[str]:
    """Return what is mistaken in a text, nothing where it can be read."""
    try:
        read_layout(text)
    except LayoutFileError as refused:
        return [str(problem) for problem in refused.problems]
    return []


def said_of(text: str) -> list[str]:
    """Return what is mistaken in a text that is refused."""
    said = problems_of(text)
    assert said
    return said


def test_everything_that_is_said_is_kept() -> None:
    layout = read_layout(WHOLE)
    assert (layout.name, layout.source) == ("Our bank", "Import guide, page 4")
    assert (layout.checked_on, layout.confidence) == (datetime.date(2026, 11, 22), "official")
    assert layout.note == "Tried with one pound."
    assert (layout.extension, layout.separator, layout.quoting) == ("txt", ";", Quoting.ALWAYS)
    assert (layout.line_end, layout.has_last_line_end) == ("\n", False)
    assert (layout.encoding, layout.decimal) == ("cp1252", ",")
    assert layout.alphabet.letters == {*string.ascii_uppercase, *string.digits, ".", "é", "-"}
    assert not layout.alphabet.is_upper
    assert (layout.most_payments, layout.most_pence) == (500, 25_000_000)
    assert [len(layout.headers), len(layout.columns), len(layout.trailers)] == [2, 3, 1]
    assert layout.headers[1][0].dates == "YYYYMMDD"


def test_what_is_left_out_is_as_most_banks_want_it() -> None:
    layout = read_layout(LEAST)
    assert (layout.extension, layout.separator, layout.line_end) == ("csv", ",", "\r\n")
    assert (layout.quoting, layout.encoding) == (Quoting.WHERE_NEEDED, "ascii")
    assert layout.has_last_line_end
    assert (layout.most_payments, layout.most_pence) == (None, 100_000_000)
    assert layout.confidence == "own"
    assert layout.alphabet.letters == {*string.ascii_letters, *string.digits, *".&/-"}


def test_capitals_alone_ask_for_capitals() -> None:
    assert read_layout(LEAST + '[file]\nletters = "A-Z 0-9"\n').alphabet.is_upper


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('separator = "hash"', "“separator” cannot be “hash”."),
        ('quoting = "sometimes"', "“quoting” cannot be “sometimes”."),
        ('line_end = "mac"', "“line_end” cannot be “mac”."),
        ('encoding = "utf-16"', "“encoding” cannot be “utf-16”."),
        ('decimal = "-"', "“decimal” cannot be “-”."),
        ('last_line_end = "yes"', "“last_line_end”"),
        ('extension = "../x"', "“extension” is up to five letters"),
        ('letters = "A-Z"', "“letters” needs letters and digits"),
        ('letters = "A-Z 0-9 ŵ"', "“ŵ” is not in the encoding of the file."),
        ('dates = "D/M/Y"', "Write day, month and year once each"),
        ("most_payments = 0", "“most_payments” is a whole number from 1 on"),
        ("most_payments = 2.5", "“most_payments” is a whole number from 1 on"),
        ("most_amount = 0", "“most_amount” is pounds and whole pence"),
        ("most_amount = 1.005", "“most_amount” is pounds and whole pence"),
        ('most_amount = "lots"', "“lots” is not an amount"),
        ('separater = "comma"', "Did you mean “separator”?"),
    ],
)
def test_a_mistake_of_the_file_is_told_with_its_line(line: str, words: str) -> None:
    (said,) = said_of(LEAST + "[file]\n" + line + "\n")
    assert said.startswith("Line 6: ")
    assert words in said


@pytest.mark.parametrize(
    "line", ['letters = "A-Z 0-9 ,"', 'decimal = ","', "letters = 'A-Z 0-9 \"'"]
)
def test_without_quotation_marks_nothing_may_tear_a_row_apart(line: str) -> None:
    (said,) = said_of(f'{LEAST}[file]\nquoting = "never"\n{line}\n')
    assert said.startswith("Line 7: This would tear a row apart")


def test_all_mistakes_are_told_in_the_order_of_lines() -> None:
    said = said_of(
        '[layout]\nnme = "x"\n[file]\nquoting = 3\n[payment]\ncolumns = ["sort_code"]\n[extra]\n'
    )
    assert [one.partition(":")[0] for one in said] == [f"Line {n}" for n in (1, 2, 4, 6, 6, 7)]


def test_a_payment_needs_an_account_and_an_amount() -> None:
    said = said_of('[layout]\nname = "x"\n[payment]\ncolumns = ["reference"]\n')
    assert len(said) == 3
    assert "No column takes “sort_code”, so nobody could be paid. Add one." in said[2]


def test_what_is_missing_is_named() -> None:
    assert said_of("[file]\n") == [
        "There is no [layout]. Write it.",
        "There is no [payment]. Write it.",
    ]
    assert said_of("[layout]\nname = ''\n" + PAYMENT)[0].startswith("Line 1: The layout has no")
    assert said_of("")[0].startswith("Line 1: The file is empty.")
    assert said_of(LEAST + "[header]\ncolumns = [1]\n")[0].startswith("Line 5: Write [[header]]")


def test_the_sentence_for_the_reader_carries_all_of_them() -> None:
    with pytest.raises(LayoutFileError) as raised:
        read_layout("[file]\n")
    assert "There is no [layout]. Write it.\nThere is no [payment]." in sentence(raised.value)


@given(st.text(), st.integers(0, len(WHOLE)), st.integers(0, 40))
def test_a_spoilt_layout_is_refused_with_words_or_read_and_nothing_else(
    text: str, at: int, length: int
) -> None:
    said = problems_of(WHOLE[:at] + text + WHOLE[at + length :])
    assert all(one.endswith((".", "?")) for one in said)
