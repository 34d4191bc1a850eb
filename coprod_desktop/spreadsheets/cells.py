"""Read one cell as text, as a length of time, as a time of day, as money or as yes or no."""

import datetime
import enum
import math
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from coprod_desktop.domain.errors import (
    DurationNotPositiveError,
    DurationUnreadableError,
    MoneyUnreadableError,
    TextUnprintableError,
)
from coprod_desktop.domain.money import check_pence, parse_pounds
from coprod_desktop.domain.text import LINE_LIMIT, clean_line, clean_name, clean_note, fold
from coprod_desktop.domain.time import check_minutes, parse_minutes
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets.numbers_abroad import count_days, plain_length, with_points
from coprod_desktop.spreadsheets.problems import CellError
from coprod_desktop.spreadsheets.sheets import Cell

SECONDS_IN_DAY = 24 * 60 * 60
DASHES = frozenset({"-", "–", "—", "−", "n/a", "na", "nil", "none"})
_EXCEL_DAY_NOUGHT = datetime.date(1899, 12, 31)
_NOISE = Decimal("0.001")  # of a penny: what sums of binary fractions leave behind
_NOISY = re.compile(r"\d+\.\d{5,}")
_POUNDS = re.compile(r"(?:gbp|£)", re.IGNORECASE)
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.h](\d{2})(?:[:.m](\d{2})(?:\.\d+)?)?)?\s*(?:(a|p)\.?m\.?)?", re.IGNORECASE
)
# How LibreOffice's files, and some programs, write a length of a day or more.
_ISO = re.compile(r"(-?)PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")
_MARKED_CLOCK = re.compile(r"[:.hapm]", re.IGNORECASE)
_YES = frozenset({"yes", "y", "true", "1", "paid", "x", "✓", "oes", "ydy", "ie", "sim", "s"}
                 | {"oui", "si", "ja", "tak", "wahr", "vrai", "verdadero", "talwyd"})  # fmt: skip
_NO = frozenset({"no", "n", "false", "0", "unpaid", "nac oes", "nac ydy", "na", "nao"}
                | {"non", "nein", "nie", "falsch", "faux", "falso", "di-dal"})  # fmt: skip


class Unit(enum.StrEnum):
    """What a bare number in a column of lengths of time counts."""

    HOURS = "hours"
    MINUTES = "minutes"
    SECONDS = "seconds"


# --- text ----------------------------------------------------------------------------------------


def read_text(cell: Cell) -> str:
    """Return what a cell shows: whole numbers without ".0", days as 2026-11-21."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)


def read_line(cell: Cell) -> str:
    """Return one line of tidied text; raises TextTooLongError (500), TextUnprintableError."""
    text = read_text(cell)
    is_plain = text.isascii() and text.isprintable() and not text.lstrip().startswith("=")
    if is_plain and len(text) <= LINE_LIMIT:
        return " ".join(text.split())  # what `clean_line` does with plain letters, sooner
    _refuse_controls(text)
    return clean_line(text)


def read_name(cell: Cell) -> str:
    """Return a tidied name; raises NameMissingError, TextTooLongError, TextUnprintableError."""
    text = read_text(cell)
    _refuse_controls(text)
    return clean_name(text)


def read_note(cell: Cell) -> str:
    """Return tidied text of several lines; raises TextTooLongError, TextUnprintableError."""
    return clean_note(read_text(cell))


def _refuse_controls(text: str) -> None:
    # Tidying takes some of these for spaces; a person should see that they were there.
    if not text.isprintable() and re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", text):
        raise TextUnprintableError()


def is_dash(cell: Cell) -> bool:
    """Tell whether a cell holds only a mark for "nothing"."""
    return isinstance(cell, str) and cell.strip().lower() in DASHES


# --- lengths of time -----------------------------------------------------------------------------


def duration_reader(unit: Unit) -> Callable[[Cell], int]:
    """Make a reader of whole minutes for a column whose bare numbers count `unit`."""
    factor = {Unit.HOURS: Fraction(60), Unit.MINUTES: Fraction(1), Unit.SECONDS: Fraction(1, 60)}[
        unit
    ]

    def read(cell: Cell) -> int:
        return check_minutes(read_minutes(cell, factor))

    return read


def read_minutes(cell: Cell, factor: Fraction = Fraction(60)) -> int:
    """Read a cell into minutes, nought and less included; `factor` is minutes to one unit.

    Raises DurationUnreadableError, or DurationNotPositiveError for a written minus.
    """
    if isinstance(cell, bool) or cell is None:
        raise DurationUnreadableError(text=read_text(cell))
    if isinstance(cell, (int, float)):
        if not math.isfinite(cell):
            raise DurationUnreadableError(text=str(cell))
        return _nearest(Fraction(repr(cell)) * factor)
    if isinstance(cell, str):
        return _minutes_of_text(cell, factor)
    if isinstance(cell, datetime.timedelta):
        return _nearest(Fraction(round(cell.total_seconds()), 60))
    if isinstance(cell, datetime.time):
        return _nearest(Fraction(_seconds(cell), 60))
    return _minutes_of_day_cell(cell)


def _nearest(exact: Fraction) -> int:
    """Round to whole minutes, half a minute away from nothing."""
    return int(exact + Fraction(1, 2)) if exact >= 0 else -int(-exact + Fraction(1, 2))


class DayLengthUnknownError(CellError):
    """A length is given in days, and nobody said how long a day is."""


def read_days(text: str, day_minutes: int | None) -> int | None:
    """Read "half a day" into minutes; None where no days are named.

    Raises DayLengthUnknownError while nobody said how many minutes a day has.
    """
    days = count_days(text) if text[-1:].isalpha() or text[-1:] in " ." else None
    if days is None:
        return None
    if day_minutes is None:
        raise DayLengthUnknownError(
            _(
                "This counts days. Say how long a day is, or write the time in hours, as 3:30. In "
                "a map: day_is = “7:00”."
            )
        )
    return _nearest(days * day_minutes)


def _minutes_of_text(text: str, factor: Fraction) -> int:
    plain = text.strip()
    if plain.startswith(("PT", "-PT")) and (match := _ISO.fullmatch(plain)):
        hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
        exact = Fraction(hours * 3600 + minutes * 60 + seconds, 60)
        return _nearest(-exact if match[1] else exact)
    if plain[:1] in ("-", "−", "("):
        minutes = _minutes_of_text(plain.strip("-−() "), factor)
        raise DurationNotPositiveError(minutes=-minutes)
    if factor != 60 and re.fullmatch(r"\d+(?:[.,]\d+)?", plain):
        return _nearest(Fraction(plain.replace(",", ".")) * factor)
    return parse_minutes(plain_length(plain))


def _minutes_of_day_cell(cell: datetime.date) -> int:
    """Undo Excel's habit of showing a length of 24 hours or more as a day of January 1900."""
    if cell.year > 1900:
        raise DurationUnreadableError(text=str(cell))
    days = cell.toordinal() - _EXCEL_DAY_NOUGHT.toordinal()
    clock = cell.time() if isinstance(cell, datetime.datetime) else datetime.time()
    return days * 1440 + _nearest(Fraction(_seconds(clock), 60))


# --- times of day --------------------------------------------------------------------------------


def _seconds(clock: datetime.time) -> int:
    whole = clock.hour * 3600 + clock.minute * 60 + clock.second
    return whole + (clock.microsecond >= 500_000)


def read_clock(cell: Cell) -> int:
    """Read "12:30", "9.30", "2:15 pm" or Excel's own time into seconds of the day.

    Raises CellError; 24:00 is the end of the day.
    """
    if isinstance(cell, datetime.datetime):
        return _seconds(cell.time())
    if isinstance(cell, datetime.time):
        return _seconds(cell)
    if isinstance(cell, datetime.timedelta) and 0 <= cell.total_seconds() <= SECONDS_IN_DAY:
        return round(cell.total_seconds())
    if isinstance(cell, str) and (seconds := _clock_of_text(cell)) is not None:
        return seconds
    raise CellError(_("This is not a time of day. Write it as 14:30."))


def _clock_of_text(text: str) -> int | None:
    last = text.replace("T", " ").split(" ", 1)[-1] if _has_day(text) else text
    match = _CLOCK.fullmatch(last.strip().split("+")[0].rstrip("Zz"))
    if match is None or not _MARKED_CLOCK.search(match[0]):
        return None
    hour, minute, second = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if match[4] and not 1 <= hour <= 12:
        return None
    if match[4]:
        hour = hour % 12 + (12 if match[4].lower() == "p" else 0)
    total = hour * 3600 + minute * 60 + second
    return total if minute < 60 and second < 60 and total <= SECONDS_IN_DAY else None


def has_day(cell: Cell) -> bool:
    """Tell whether a day stands before a time, as in "2026-11-21 14:30"."""
    if isinstance(cell, datetime.datetime):
        return True
    return isinstance(cell, str) and _has_day(cell)


def _has_day(text: str) -> bool:
    return re.match(r"\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[T ]", text) is not None


# --- money, yes and no ---------------------------------------------------------------------------


def read_pence(cell: Cell) -> int:
    """Read an amount of pounds into pence; a dash is nothing.

    Noise as in 12.340000001 goes; any other part of a penny raises MoneyUnreadableError. Raises
    NegativeMoneyError and MoneyTooLargeError too.
    """
    if is_dash(cell):
        return 0
    if isinstance(cell, str):
        plain = _POUNDS.sub("", cell).strip()
        bare = plain.replace(",", "")
        return _pence(Decimal(bare), cell) if _NOISY.fullmatch(bare) else parse_pounds(plain)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool) and math.isfinite(cell):
        return _pence(Decimal(repr(cell)), str(cell))
    raise MoneyUnreadableError(text=read_text(cell))


def read_pence_with_comma(cell: Cell) -> int:
    """Read an amount of a column that writes 12,50; raises as `read_pence`."""
    return read_pence(with_points(cell) if isinstance(cell, str) else cell)


def _pence(pounds: Decimal, text: str) -> int:
    exact = pounds * 100
    whole = exact.to_integral_value()
    if abs(exact - whole) > _NOISE:
        raise MoneyUnreadableError(text=text)
    return check_pence(int(whole))


def read_yes(cell: Cell) -> bool:
    """Read yes or no, paid or unpaid, in English, Welsh or Portuguese; raises CellError."""
    word = fold(read_text(cell))
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise CellError(_("This says neither yes nor no. Write “yes” where the work is paid, or “no”."))
