"""Read a column of dates the way its writer meant them, and say what had to be assumed."""

import datetime
import re
from collections.abc import Iterable

from coprod_desktop.domain.dates import check_day
from coprod_desktop.domain.errors import DateImpossibleError, DateUnreadableError
from coprod_desktop.i18n import _
from coprod_desktop.spreadsheets.calendar_words import WEEKDAY, month
from coprod_desktop.spreadsheets.cells import read_text
from coprod_desktop.spreadsheets.sheets import Cell

ORDERS = ("dmy", "mdy", "ymd")
_TIME = r"(?:[T ,]+\d{1,2}[:.h]\d{2}.*)?"
_NUMBERS = re.compile(
    rf"{WEEKDAY}?(\d{{1,4}})\s*[-/.]\s*(\d{{1,2}})(?:\s*[-/.]\s*(\d{{1,2}}|\d{{4}}))?{_TIME}",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_DAY_NAMED = re.compile(
    rf"{WEEKDAY}?(\d{{1,2}})(?:st|nd|rd|th|er|eg|ain|º|ª)?\s*(?:de |of |o |-|\.)?\s*"
    r"([^\W\d]{3,12})\.?"
    rf"(?:\s*(?:de |,|-)?\s*(\d{{2}}|\d{{4}}))?{_TIME}",
    re.IGNORECASE,
)
_NAMED_DAY = re.compile(
    rf"{WEEKDAY}?([^\W\d]{{3,12}})\.?\s*-?(\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:(?:,\s*|\s+|-)(\d{{4}}))?{_TIME}",
    re.IGNORECASE,
)
_EXCEL_DAY_NOUGHT = datetime.date(1899, 12, 30)
_SERIALS = range(32_874, 73_051)  # 1990 to 2099, as Excel counts days
_Parts = tuple[int | None, int, int]


class DayReader:
    """Read the cells of one column of dates; `notes` says in sentences what was assumed.

    Real dates and ISO are taken as they are. Written dates are day first, as in Britain, unless
    `order` says otherwise or a value of the column can only be month first. `is_order_unsure` tells
    that nothing in the column says which it is.
    """

    def __init__(
        self, column: Iterable[Cell], *, order: str | None, year: int | None, today: datetime.date
    ) -> None:
        self._today = today
        self._year = year or today.year
        self.notes: dict[str, str] = {}
        self.is_order_unsure = False
        self._order = order or self._find_order(column)

    def read(self, cell: Cell) -> datetime.date:
        """Read one date; raises DateUnreadable-, DateImpossible- or DateOutOfRangeError."""
        if isinstance(cell, datetime.datetime):
            return check_day(cell.date(), self._today)
        if isinstance(cell, datetime.date):
            return check_day(cell, self._today)
        if isinstance(cell, float) and cell.is_integer() and int(cell) in _SERIALS:
            self._note_serial()
            day = _EXCEL_DAY_NOUGHT + datetime.timedelta(days=int(cell))
            return check_day(day, self._today)
        text = " ".join(read_text(cell).split())
        parts = self._parts(text) if isinstance(cell, str) else None
        if parts is None:
            raise DateUnreadableError(text=text)
        year, month, number = parts
        if year is None:
            year = self._year
            self._note_year()
        try:
            day = datetime.date(year, month, number)
        except ValueError as error:
            raise DateImpossibleError(text=text) from error
        return check_day(day, self._today)

    def _parts(self, text: str) -> _Parts | None:
        """Split a written date into year (None where left out), month and day."""
        if match := _COMPACT.fullmatch(text):
            return int(match[1]), int(match[2]), int(match[3])
        if match := _NUMBERS.fullmatch(text):
            return self._from_numbers(match)
        if (match := _DAY_NAMED.fullmatch(text)) and (number := month(match[2])):
            return _full_year(match[3]), number, int(match[1])
        if (match := _NAMED_DAY.fullmatch(text)) and (number := month(match[1])):
            return _full_year(match[3]), number, int(match[2])
        return None

    def _from_numbers(self, match: re.Match[str]) -> _Parts | None:
        first, second, third = match.groups()
        if len(first) == 4 or (self._order == "ymd" and third):
            return (_full_year(first), int(second), int(third)) if third else None
        is_decimal = third is None and "." in match[0]  # "12.5" is a number rather than 12 May
        if is_decimal or len(first) == 3 or (third and len(third) == 1):
            return None
        month, day = int(second), int(first)
        if self._order == "mdy" or (self._order == "ymd" and not third):
            month, day = day, month
        return _full_year(third), month, day

    def _find_order(self, column: Iterable[Cell]) -> str:
        """Look whether any value of the column can only be month first."""
        texts: set[str] = set()
        has_real_dates = False
        for cell in column:
            if isinstance(cell, str):
                texts.add(cell)
            elif isinstance(cell, datetime.date):
                has_real_dates = True
        pairs = {pair for text in texts if (pair := _pair(text))}
        if any(first > 12 for first, _second in pairs):
            return "dmy"
        if any(second > 12 for _first, second in pairs):
            self._note_month_first(has_real_dates)
            return "mdy"
        if any(first != second for first, second in pairs):
            self.is_order_unsure = True
            self.notes["order"] = _(
                "Every date here could be day first or month first. They were read day first, so "
                '3/4 is 3 April. If that is wrong, say date_order = "mdy" in a map.'
            )
        return "dmy"

    def _note_month_first(self, has_real_dates: bool) -> None:
        self.notes["order"] = _(
            "Some dates here can only be month first, as 3/14, so the whole column was read "
            "month first: 3/4 is 4 March."
        )
        if has_real_dates:
            self.notes["mixed"] = _(
                "This column mixes dates that Excel understood with dates that it did not. Excel "
                "may have swapped day and month in those it understood. Check some of them."
            )

    def _note_year(self) -> None:
        self.notes["year"] = _(
            "Some dates here have no year. They were read as dates of {year}. If that is wrong, "
            "say year = … in a map."
        ).format(year=self._year)

    def _note_serial(self) -> None:
        self.notes["serial"] = _(
            "Some dates here are bare numbers, as Excel counts days. They were read as days."
        )


def _pair(text: str) -> tuple[int, int] | None:
    """Return the first two numbers of a date written without a leading year."""
    match = _NUMBERS.fullmatch(" ".join(text.split()))
    if match is None or len(match[1]) > 2:
        return None
    return int(match[1]), int(match[2])


def _full_year(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)
