"""How one bank wants its file of payments: rows, columns, letters, line ends and limits."""

import dataclasses
import datetime
import enum
import re

from coprod_desktop.banking.letters import Alphabet

DATE_MARKS = re.compile("YYYY|YY|MMM|MM|DD")
MOST_PENCE = 100_000_000  # the Faster Payments scheme carries up to £1,000,000 in one payment


class Source(enum.StrEnum):
    """What a column takes its value from."""

    ACCOUNT_NAME = "account_name"
    SORT_CODE = "sort_code"
    ACCOUNT_NUMBER = "account_number"
    PENCE = "pence"
    POUNDS = "pounds"
    REFERENCE = "reference"
    PAYEE_KIND = "payee_kind"
    SEQUENCE = "sequence"
    PAY_DATE = "pay_date"
    MADE_DATE = "made_date"
    PAYING_NAME = "paying_name"
    PAYING_SORT_CODE = "paying_sort_code"
    PAYING_ACCOUNT_NUMBER = "paying_account_number"
    BACS_NUMBER = "bacs_number"
    RUN = "run"
    FILE_NUMBER = "file_number"
    COUNT = "count"
    TOTAL_PENCE = "total_pence"
    TOTAL_POUNDS = "total_pounds"


OF_A_PAYMENT = frozenset(
    {
        Source.ACCOUNT_NAME,
        Source.SORT_CODE,
        Source.ACCOUNT_NUMBER,
        Source.PENCE,
        Source.POUNDS,
        Source.REFERENCE,
        Source.PAYEE_KIND,
        Source.SEQUENCE,
    }
)
TEXTS = frozenset({Source.ACCOUNT_NAME, Source.REFERENCE, Source.PAYING_NAME})
DATES = frozenset({Source.PAY_DATE, Source.MADE_DATE})
SORT_CODES = frozenset({Source.SORT_CODE, Source.PAYING_SORT_CODE})
NUMBERS = frozenset(
    {
        Source.PENCE,
        Source.POUNDS,
        Source.SEQUENCE,
        Source.RUN,
        Source.FILE_NUMBER,
        Source.COUNT,
        Source.TOTAL_PENCE,
        Source.TOTAL_POUNDS,
    }
)


class Quoting(enum.StrEnum):
    """Which fields stand in quotation marks."""

    NEVER = "never"
    WHERE_NEEDED = "where needed"
    ALWAYS = "always"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One field of a row: fixed text, or sources written one after the other.

    `longest` cuts a name or reference, in characters; `digits` is the least number of digits of a
    number, with noughts in front; `dates` says how a day is written, as "DD/MM/YYYY".
    """

    sources: tuple[Source, ...] = ()
    text: str = ""
    between: str = ""
    longest: int | None = None
    digits: int = 0
    dates: str = ""
    has_hyphens: bool = False
    person: str = ""
    business: str = ""
    heading: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Everything that is known of one bank's file; `note` says what is not."""

    name: str
    source: str
    checked_on: datetime.date | None
    confidence: str
    note: str
    extension: str
    separator: str
    quoting: Quoting
    line_end: str
    has_last_line_end: bool
    encoding: str
    decimal: str
    alphabet: Alphabet
    most_payments: int | None
    most_pence: int
    headers: tuple[tuple[Column, ...], ...]
    columns: tuple[Column, ...]
    trailers: tuple[tuple[Column, ...], ...]

    @property
    def needs_paying_account(self) -> bool:
        """Say whether the file names the charity's own account."""
        wanted = {Source.PAYING_NAME, Source.PAYING_SORT_CODE, Source.PAYING_ACCOUNT_NUMBER}
        return bool(self.sources & wanted)

    @property
    def needs_bacs_number(self) -> bool:
        """Say whether the file carries the charity's six Bacs digits."""
        return Source.BACS_NUMBER in self.sources

    @property
    def sources(self) -> frozenset[Source]:
        """Everything that the file is filled from."""
        rows = (*self.headers, self.columns, *self.trailers)
        return frozenset(source for row in rows for column in row for source in column.sources)
