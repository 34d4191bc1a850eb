"""Say in plain words what could not be read in a spreadsheet, where, and what to do."""

import dataclasses

from coprod_desktop.domain.errors import (
    AccountNumberUnreadableError,
    DateImpossibleError,
    DateOutOfRangeError,
    DateUnreadableError,
    DayTooLongError,
    DistanceUnreadableError,
    DomainError,
    DurationNotPositiveError,
    DurationUnreadableError,
    MoneyTooLargeError,
    MoneyUnreadableError,
    NameMissingError,
    NegativeMoneyError,
    SortCodeUnreadableError,
    TextIsFormulaError,
    TextTooLongError,
    TextUnprintableError,
)
from coprod_desktop.i18n import _


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing in a sheet that a person should look at.

    `row` counts from 1 as in Excel; `column` is the heading, or the letter where there is none. The
    row of a problem brings nothing in; a note (`is_note`) only tells how a whole column was read.
    `place` counts the column from 0 where it is one cell's, so that it can be mended there; `sheet`
    names the worksheet where several were read.
    """

    row: int
    column: str
    value: str
    message: str
    is_note: bool = False
    place: int | None = dataclasses.field(default=None, compare=False)
    sheet: str = ""


class CellError(Exception):
    """A cell cannot be read; `message` tells the reader what to do, already translated."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def sentence(error: DomainError | CellError) -> str:
    """Word a failure to read one cell."""
    if isinstance(error, CellError):
        return error.message
    known = _wordings(error.facts)
    words = next((known[kind] for kind in type(error).__mro__ if kind in known), None)
    return words or _("This cannot be read. Check what stands here.")


def _wordings(facts: dict[str, object]) -> dict[type[DomainError], str]:
    return {
        MoneyUnreadableError: _("This is not an amount in pounds. Write it as 12.50."),
        NegativeMoneyError: _("This amount is below nothing. Amounts to pay are written as 12.50."),
        MoneyTooLargeError: _("This amount is over £1,000,000. Check the figure."),
        DurationUnreadableError: _("This is not a length of time. Write it as 1:30 or 1.5."),
        DurationNotPositiveError: _length_of_time(facts),
        DayTooLongError: _("This is more than 24 hours. Split it over the days it took."),
        DistanceUnreadableError: _("This is not a distance in miles. Write it as 22 or 22.5."),
        DateUnreadableError: _("This is not a date. Write it as 17/11/2026."),
        DateImpossibleError: _("The calendar has no such day. Check the day and the month."),
        DateOutOfRangeError: _(
            "This day is before 1990 or more than two years ahead. Check the year."
        ),
        NameMissingError: _("There is no name in this row. Write whose row it is."),
        TextTooLongError: _(
            "This text has {length} characters, and {limit} fit. Shorten it."
        ).format(length=facts.get("length", ""), limit=facts.get("limit", "")),
        TextUnprintableError: _(
            "This text holds characters that no paper can show. Type it again."
        ),
        TextIsFormulaError: _(
            "This begins with “=”, as a formula does. Write the words without it, or save the "
            "sheet with the formula's result."
        ),
        SortCodeUnreadableError: _("A sort code has six digits, as 00-14-62. Check it."),
        AccountNumberUnreadableError: _("An account number has eight digits. Check it."),
    }


def _length_of_time(facts: dict[str, object]) -> str:
    minutes = facts.get("minutes")
    if isinstance(minutes, int) and minutes < 0:
        return _("This length of time is below nothing. Write how long the work took.")
    return _(
        "There is no time in this row: it comes to less than a minute. Write how long it took."
    )
