"""Text files open whichever letters, separators and line ends they were saved with."""

import codecs
import csv
import io

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from coprod_desktop.spreadsheets.delimited import NotTextError, decode, read_delimited

_TEXT = "Name;Hours\nSiân – £5;1,5\n"


@pytest.mark.parametrize(
    "content",
    [
        _TEXT.encode(),
        codecs.BOM_UTF8 + _TEXT.encode(),
        _TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + _TEXT.encode("utf-16-be"),
        _TEXT.encode("cp1252"),
    ],
)
def test_the_letters_are_found_out(content: bytes) -> None:
    assert (read_delimited(content).rows, read_delimited(content).separator) == (
        [["Name", "Hours"], ["Siân – £5", "1,5"]],
        ";",
    )


def test_bytes_that_are_no_text_are_refused() -> None:
    for content in (b"a\0b", b"\x81\x8d\x8f\x90", b"\x01\x02\x03\x04 x", b" <html>", b"{\\rtf1"):
        with pytest.raises(NotTextError):
            decode(content)


def test_one_control_character_spoils_a_cell_and_not_the_file() -> None:
    assert decode(b"Name,Hours\nS\x07m,2\n")[0] == "Name,Hours\nS\x07m,2\n"


@pytest.mark.parametrize(
    ("text", "separator"),
    [
        ("a,b,c\n1,2,3\n", ","),
        ("Name;Text\nSam;one, two, three\nAna;four, five\n", ";"),
        ("Day;In;Out\n03/08/15\t\t\t;12:50;13:57;\n04/08/15\t\t\t;11:38;13:32;\n", ";"),
        ("Name\tWhat\nSam\tread; wrote, spoke\n", "\t"),
        ("Name|Hours\nSam|2\n", "|"),
        ("sep=;\nName;Hours,Minutes,x\nSam;2,2,2\n", ";"),
        ("just one column\nof words\n", ","),
    ],
)
def test_the_separator_is_found_out(text: str, separator: str) -> None:
    assert read_delimited(text.encode()).separator == separator


def test_quoted_cells_of_several_lines_and_blank_lines_keep_rows_in_step() -> None:
    rows = read_delimited(b'Name,What\r\n\r\nSam,"one\r\ntwo"\r\nAna,three\r\n').rows
    assert rows == [["Name", "What"], [], ["Sam", "one\r\ntwo"], ["Ana", "three"]]


def test_a_hint_of_excel_keeps_the_row_numbers() -> None:
    read = read_delimited(b"sep=;\r\nName;Hours\r\n")
    rows, separator = read.rows, read.separator
    assert (rows, separator) == ([[], ["Name", "Hours"]], ";")


_CELLS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8)


@given(st.lists(st.tuples(_CELLS, _CELLS, _CELLS), min_size=1), st.sampled_from(",;\t"))
def test_what_is_written_as_text_is_read_again(
    rows: list[tuple[str, str, str]], separator: str
) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(
        [("Name", "Hours", "What"), *rows]
    )
    content = file.getvalue().encode()
    assume(not content.lstrip().startswith(b"<"))
    found = read_delimited(content).rows
    assert [tuple(row) for row in found[1:]] == rows
