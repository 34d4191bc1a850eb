"""Read text files of cells: whichever letters, separators and line ends they were saved with."""

import codecs
import csv
import io
import re
import statistics
from collections.abc import Iterator

_SAMPLE_LINES = 200
_SEPARATORS = (",", ";", "\t", "|")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_MOST_CONTROL_SHARE = 0.02
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


def read_delimited(content: bytes) -> tuple[list[list[str]], str]:
    """Return the rows of a text file and what separates its cells; raises NotTextError.

    Blank lines stay as empty rows, so that row numbers agree with what Excel shows.
    """
    text = decode(content)
    separator = ""
    if match := _SEP_LINE.match(text):  # Excel's own hint
        separator, text = match[1], "\n" + text[match.end() :]
    separator = separator or find_separator(text)
    try:
        return list(_rows(text, separator)), separator
    except csv.Error as error:
        raise NotTextError from error


def decode(content: bytes) -> str:
    """Turn bytes into text: by the mark at the start, else UTF-8, else Windows's cp1252."""
    try:
        text = _decode(content)
    except UnicodeDecodeError as error:
        raise NotTextError from error
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls > 1 + len(text) * _MOST_CONTROL_SHARE:
        raise NotTextError
    if text.lstrip().startswith(("<", "%PDF", "{\\rtf")):
        raise NotTextError
    return text


def _decode(content: bytes) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252")


def find_separator(text: str) -> str:
    """Choose the separator that cuts most lines into the same, large number of filled cells."""
    sample = "\n".join(text.splitlines()[:_SAMPLE_LINES])
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
