"""Read text files of cells: whichever letters, separators and line ends they were saved with."""

import codecs
import csv
import dataclasses
import io
import re
import statistics
from collections.abc import Iterator

_SAMPLE_LINES = 200
_SAMPLE_LETTERS = 200_000
_HEAD = 4096
_SEPARATORS = (",", ";", "\t", "|")
ENCODINGS = ("utf-8", "cp1252", "cp1250", "iso-8859-15", "cp850", "mac_roman", "utf-16-le")
"""What a person may choose from where a text was read with wrong letters."""
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_MOST_CONTROL_SHARE = 0.02
_AS_TEXT = re.compile(r'="([^"=]*)"')  # how some programs keep Excel from taking leading noughts
_SEP_LINE = re.compile(r"\A\s*sep=(.)\s*(?:\r\n|\r|\n)", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Longer than any cell of a spreadsheet; a quotation mark that is never closed runs into it.
csv.field_size_limit(1_000_000)


class NotTextError(Exception):
    """The bytes are no text: a picture, a program, or a page of the web."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Delimited:
    """The rows of a text file, what separates its cells, and how its letters were saved."""

    rows: list[list[str]]
    separator: str
    encoding: str


def read_delimited(content: bytes, *, encoding: str = "", separator: str = "") -> Delimited:
    """Read the rows of a text file; raises NotTextError.

    What is not named is found out. Blank lines stay as empty rows, so that row numbers agree with
    what Excel shows.
    """
    text, used = decode(content, encoding)
    if match := _SEP_LINE.match(text):  # Excel's own hint
        separator, text = separator or match[1], "\n" + text[match.end() :]
    separator = separator or find_separator(text)
    try:
        rows = list(_rows(text, separator))
    except csv.Error as error:
        raise NotTextError from error
    if '="' in text:
        rows = [[_bare(cell) for cell in row] for row in rows]
    return Delimited(rows=rows, separator=separator, encoding=used)


def _bare(cell: str) -> str:
    match = _AS_TEXT.fullmatch(cell)
    return match[1] if match else cell


def decode(content: bytes, encoding: str = "") -> tuple[str, str]:
    """Turn bytes into text, and say how: by the mark at the start, else UTF-8, else cp1252."""
    try:
        text, used = _decode(content, encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise NotTextError from error
    text = text.lstrip("\ufeff")  # a mark that was saved twice
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls > 1 + len(text) * _MOST_CONTROL_SHARE:
        raise NotTextError
    if text.lstrip().startswith(("<", "%PDF", "{\\rtf")):
        raise NotTextError
    return text, used


def _decode(content: bytes, encoding: str) -> tuple[str, str]:
    for mark, marked in _BOMS:
        if content.startswith(mark):
            return content.decode(marked), marked.removesuffix("-sig")
    if encoding:
        return content.decode(encoding), encoding
    if bare := _unmarked(content[:_HEAD]):
        return content.decode(bare), bare
    try:
        return content.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return content.decode("cp1252"), "cp1252"


def _unmarked(head: bytes) -> str:
    """Know UTF-16 without its mark: every second byte of plain text is nought."""
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        every_second = head[start::2]
        others = head[1 - start :: 2]
        if len(head) > 8 and every_second.count(0) > len(every_second) * 0.7 and 0 not in others:
            return encoding
    return ""


def find_separator(text: str) -> str:
    """Choose the separator that cuts most lines into the same, large number of filled cells."""
    sample = "\n".join(text[:_SAMPLE_LETTERS].splitlines()[:_SAMPLE_LINES])
    return max(_SEPARATORS, key=lambda separator: _evenness(sample, separator))


def _evenness(sample: str, separator: str) -> float:
    try:
        rows = [row for row in _rows(sample, separator) if row]
    except csv.Error:
        return 0.0
    if not rows:
        return 0.0
    usual = statistics.mode(len(row) for row in rows)
    if usual == 1:
        return 0.0
    alike = sum(len(row) == usual for row in rows) / len(rows)
    filled = statistics.mean(sum(bool(cell.strip()) for cell in row) for row in rows)
    return alike * filled


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)
