"""What the charity's bank says went in and out, line by line."""

import collections
import dataclasses
import datetime
import enum
import hashlib
from collections.abc import Iterable

from coprod_desktop.domain.bank_statement_errors import StatementEmptyError
from coprod_desktop.domain.text import fold


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StatementEntry:
    """One movement of money as a file tells it: pence below nothing went out.

    `row` is the line of a CSV file, and in other files which entry it is, counted from one.
    `is_back` where the bank itself marks it as money that was moved before and comes back.
    """

    on: datetime.date
    pence: int
    payee: str = ""
    reference: str = ""
    row: int
    is_back: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """One movement of money with a key that stays the same however often the bank tells of it."""

    line_key: str
    on: datetime.date
    pence: int
    payee: str
    reference: str
    row: int
    is_back: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class BankStatement:
    """The lines of one account from one day to another, both included.

    `account_ending` are the last four digits, or empty; balances are None where the file does not
    tell them for certain. `source` is the name of the file.
    """

    account_ending: str
    from_on: datetime.date
    to_on: datetime.date
    lines: tuple[StatementLine, ...]
    opening_pence: int | None
    closing_pence: int | None
    source: str


class DateOrder(enum.StrEnum):
    """In which order a day is written where all of it is numbers."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    YEAR_FIRST = "year first"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CsvMapping:
    """Which heading stands above what; empty where there is no such column.

    Either `amount` is named (below nothing for money out, or with a `direction` that says "Debit"
    or "DR") or `paid_out`, `paid_in` or both. In a file without headings "1" is its first column.
    """

    day: str
    amount: str = ""
    direction: str = ""
    paid_out: str = ""
    paid_in: str = ""
    payee: str = ""
    reference: str = ""
    date_order: DateOrder = DateOrder.DAY_FIRST


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CsvHead:
    """The row of a CSV file with most cells, usually its headings, and a few rows below it.

    `known` is how the headings are read by themselves; None where they are not understood.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    known: CsvMapping | None = None


def account_ending(account: str) -> str:
    """Return the last four digits of an account number, or nothing where it has fewer."""
    digits = "".join(letter for letter in account if letter.isdecimal())
    return digits[-4:] if len(digits) >= 4 else ""


def keyed_lines(ending: str, entries: Iterable[StatementEntry]) -> tuple[StatementLine, ...]:
    """Give each entry its key, in the order of the file.

    The key is made of the account, the day, the amount, the texts (without case and accents) and
    of how many equal entries stand before it, so that it does not depend on the rest of the file.
    """
    seen: collections.Counter[tuple[str, ...]] = collections.Counter()
    lines = []
    for entry in entries:
        facts = (
            ending,
            entry.on.isoformat(),
            str(entry.pence),
            fold(entry.payee),
            fold(entry.reference),
        )
        written = "\x1f".join((*facts, str(seen[facts])))
        seen[facts] += 1
        lines.append(
            StatementLine(
                line_key=hashlib.sha256(written.encode()).hexdigest()[:32],
                on=entry.on,
                pence=entry.pence,
                payee=entry.payee,
                reference=entry.reference,
                row=entry.row,
                is_back=entry.is_back,
            )
        )
    return tuple(lines)


def whole_statement(
    *,
    account: str,
    entries: Iterable[StatementEntry],
    source: str,
    from_on: datetime.date | None = None,
    to_on: datetime.date | None = None,
    opening_pence: int | None = None,
    closing_pence: int | None = None,
) -> BankStatement:
    """Return the statement of one account; entries of £0.00 are left out.

    Days that the file does not tell are those of its first and last line. Raises
    StatementEmptyError.
    """
    ending = account_ending(account)
    lines = keyed_lines(ending, (entry for entry in entries if entry.pence))
    if not lines:
        raise StatementEmptyError(path=source)
    days = [line.on for line in lines]
    return BankStatement(
        account_ending=ending,
        from_on=min([*days, from_on] if from_on else days),
        to_on=max([*days, to_on] if to_on else days),
        lines=lines,
        opening_pence=opening_pence,
        closing_pence=closing_pence,
        source=source,
    )
