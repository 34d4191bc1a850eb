"""Read the days, amounts and texts of a bank statement as banks write them."""

import codecs
import datetime
import re

from coprod_desktop.domain.bank_statements import DateOrder
from coprod_desktop.domain.dates import EARLIEST, MONTHS
from coprod_desktop.domain.numbers import LONGEST, plain_digits

TEXT_LIMIT = 500
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DIGITS = r"\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,2}0*)?|\d{1,12}(?:\.\d{1,2}0*)?|\.\d{1,2}0*"
_AMOUNT = re.compile(
    rf"(?P<open>\()?(?P<before>[+-])?(?P<digits>{_DIGITS})(?P<close>\))?"
    r"(?P<after>[+-])?(?P<side>CR|DR|C|D)?"
)
_TIME = r"(?:[T ,]+\d{1,2}:\d{2}.*)?"
_YEAR_FIRST = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}")
_RUN_TOGETHER = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_NUMBERS = re.compile(rf"(\d{{1,2}})[-/. ](\d{{1,2}})[-/. ](\d{{4}}|\d{{2}}){_TIME}")
_NAMED = re.compile(
    rf"(?:[A-Z]{{3,9}}[, ]+)?(\d{{1,2}})(?:ST|ND|RD|TH)?[-/ ]*([A-Z]{{3,9}})[-/, ]*"
    rf"(\d{{4}}|\d{{2}}){_TIME}"
)
_LATEST = datetime.date(2199, 12, 31)


def decoded(content: bytes) -> str | None:
    """Turn bytes into text: by the mark at the start, else UTF-8, UTF-16 or Windows's cp1252.

    None where they are no text.
    """
    try:
        text = content.decode(_encoding(content))
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text


def _encoding(content: bytes) -> str:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return encoding
    if content[:1] == b"\0" and content[1:2] != b"\0":
        return "utf-16-be"
    if content[1:2] == b"\0":
        return "utf-16-le"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def plain_text(text: str) -> str:
    """Return a text on one line, without signs that nobody can see, cut to 500 characters."""
    seen = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(seen.split())[:TEXT_LIMIT]


def has_digits(text: str) -> bool:
    """Say whether a cell can hold a day or an amount at all; "-" and "Pending" cannot."""
    return any(letter.isdecimal() for letter in text)


def read_pence(text: str) -> int | None:
    """Read "£1,234.56", "-12.00", "12.00-", "(12.00)", "12.00 DR" or "12.00CR"; None if unclear.

    Below nothing is money out: a minus, brackets, or DR. Two of these at once are unclear.
    """
    if len(text) > LONGEST:
        return None
    plain = "".join(plain_digits(text).upper().split()).replace("£", "").replace("GBP", "")
    match = _AMOUNT.fullmatch(plain)
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    marks = [mark for mark in ("open", "before", "after", "side") if match[mark]]
    if len(marks) > 1:
        return None
    pounds, _, pence = match["digits"].replace(",", "").partition(".")
    whole = 100 * int(pounds or 0) + int(pence[:2].ljust(2, "0"))
    is_out = bool(marks) and match[marks[0]] in ("(", "-", "DR", "D")
    return -whole if is_out else whole


def read_on(text: str, order: DateOrder) -> datetime.date | None:
    """Read "03/04/2026", "2026-04-03", "20260403" or "3 Apr 2026"; None if unclear.

    A time of day may follow. Days before 1990 and after 2199 are slips.
    """
    if len(text) > LONGEST:
        return None
    plain = " ".join(plain_digits(text).upper().replace("'", "").split())
    if match := _YEAR_FIRST.fullmatch(plain) or _RUN_TOGETHER.fullmatch(plain):
        return _day(match[1], match[2], match[3])
    if match := _NUMBERS.fullmatch(plain):
        first, second, third = match.groups()
        if order is DateOrder.YEAR_FIRST:
            return _day(first, second, third)
        if order is DateOrder.MONTH_FIRST:
            return _day(third, first, second)
        return _day(third, second, first)
    if (match := _NAMED.fullmatch(plain)) and (month := _month(match[2])):
        return _day(match[3], month, match[1])
    return None


def _month(written: str) -> int:
    names = [number for number, name in enumerate(MONTHS, 1) if name.upper().startswith(written)]
    return names[0] if names else (9 if written == "SEPT" else 0)


def _day(year: str, month: str | int, day: str) -> datetime.date | None:
    try:
        found = datetime.date(
            int(year) if len(year) == 4 else 2000 + int(year), int(month), int(day)
        )
    except ValueError:
        return None
    return found if EARLIEST <= found <= _LATEST else None
