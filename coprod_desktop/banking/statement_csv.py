"""Read the bank's statement from the CSV file that its website gives."""

import contextlib
import csv
import datetime
import io
import itertools
import re
from collections.abc import Iterator, Sequence

from coprod_desktop.banking.statement_cells import (
    decoded,
    has_digits,
    plain_text,
    read_on,
    read_pence,
)
from coprod_desktop.banking.statement_headings import (
    Columns,
    find_columns,
    mapping_of,
    numbered_columns,
)
from coprod_desktop.domain.bank_statement_errors import (
    StatementAccountsError,
    StatementColumnsUnknownError,
    StatementCurrencyError,
    StatementRowUnreadableError,
    StatementUnreadableError,
)
from coprod_desktop.domain.bank_statements import (
    BankStatement,
    CsvHead,
    CsvMapping,
    DateOrder,
    StatementEntry,
    account_ending,
    whole_statement,
)
from coprod_desktop.domain.text import fold

_SEPARATORS = (",", ";", "\t", "|")
_FIRST_ROWS = 50  # banks write a few lines about the account above the headings
_ROWS_SHOWN = 4
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_ACCOUNT = re.compile(r"\*[* ]*(\d{4,})|\b(\d{8})\b")
_NEVER_CAME = frozenset(
    {"pending", "declined", "failed", "reverted", "cancelled", "canceled", "rejected"}
)
_OUT = frozenset({"d", "dr", "debit", "dbit", "out", "money out"})
_IN = frozenset({"c", "cr", "credit", "crdt", "in", "money in"})


def read_csv(content: bytes, file_name: str, mapping: CsvMapping | None = None) -> BankStatement:
    """Read a CSV statement; without a mapping its headings must be ones that UK banks write.

    Raises StatementUnreadableError, StatementColumnsUnknownError (with the `headings` that were
    found, to ask about), StatementRowUnreadableError, StatementCurrencyError,
    StatementAccountsError or StatementEmptyError.
    """
    text = _text(content, file_name)
    separator, head, columns = _start(text, file_name, mapping)
    try:
        rows = list(_rows(text, separator))
    except csv.Error as error:
        raise StatementUnreadableError(path=file_name) from error
    if _is_cut_off(text, rows, head):
        raise StatementUnreadableError(path=file_name)
    order = mapping.date_order if mapping else DateOrder.DAY_FIRST
    booked = _Booked(columns, order, file_name, rows[head:])
    entries = booked.entries()
    opening, closing = booked.balances(entries)
    return whole_statement(
        account=booked.account(rows[:head]),
        entries=entries,
        opening_pence=opening,
        closing_pence=closing,
        source=file_name,
    )


def csv_head(content: bytes, file_name: str) -> CsvHead:
    """Return the headings of a CSV statement and a few rows below, to ask which column is which.

    Raises StatementUnreadableError.
    """
    text = _text(content, file_name)
    rows: list[list[str]] = [[]]
    widest, place = 1, 0
    for _separator, some in _first_rows(text):
        at = max(range(len(some)), key=lambda number: _filled(some[number]), default=0)
        if some and _filled(some[at]) > widest:
            widest, rows, place = _filled(some[at]), some, at
    if widest < 2:
        raise StatementUnreadableError(path=file_name)
    headings = tuple(map(plain_text, rows[place]))
    below = rows[place + 1 : place + 1 + _ROWS_SHOWN]
    columns = find_columns(headings, None)
    return CsvHead(
        headings=headings,
        rows=tuple(tuple(map(plain_text, row)) for row in below),
        known=mapping_of(columns, headings) if columns is not None else None,
    )


def _text(content: bytes, file_name: str) -> str:
    text = decoded(content)
    if text is None or len(_CONTROL.findall(text)) > 1 + len(text) // 50:
        raise StatementUnreadableError(path=file_name)
    return text


def _first_rows(text: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Give each way to separate the cells, with the first rows that it makes."""
    for separator in _SEPARATORS:
        with contextlib.suppress(csv.Error):
            rows = itertools.islice(_rows(text, separator), _FIRST_ROWS)
            yield separator, [row for _, row in rows]


def _start(text: str, file_name: str, mapping: CsvMapping | None) -> tuple[str, int, Columns]:
    """Return what separates the cells, how many rows stand above the lines, and the columns."""
    widest: tuple[int, str, list[str]] = (0, "", [])
    for separator, rows in _first_rows(text):
        for place, row in enumerate(rows):
            if columns := find_columns(row, mapping):
                return separator, place + 1, columns
        filled = max(rows, key=_filled, default=[])
        if _filled(filled) > widest[0]:
            widest = (_filled(filled), separator, filled)
    if mapping is not None and widest[0] > 1 and (counted := numbered_columns(mapping)):
        return widest[1], 0, counted
    if widest[0] < 2:
        raise StatementUnreadableError(path=file_name)
    headings = tuple(plain_text(cell) for cell in widest[2])
    raise StatementColumnsUnknownError(path=file_name, headings=headings)


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Give each row with its line in the file; a quotation mark that stays open is an error."""
    before = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    for row in reader:
        yield before + 1, row
        before = reader.line_num


def _filled(row: Sequence[str]) -> int:
    return sum(bool(cell.strip()) for cell in row)


def _is_cut_off(text: str, rows: Sequence[tuple[int, list[str]]], head: int) -> bool:
    """Say whether the last row stops before its end, as a download that broke off does."""
    has_end = text.endswith(("\n", "\r"))
    return not has_end and 0 < head < len(rows) and len(rows[-1][1]) < len(rows[head - 1][1])


class _Booked:
    """The rows of a statement on which money moved; rows about the account are passed over."""

    def __init__(
        self,
        columns: Columns,
        order: DateOrder,
        file_name: str,
        rows: Sequence[tuple[int, list[str]]],
    ) -> None:
        self._columns, self._order, self._file_name = columns, order, file_name
        self._rows = [(number, row) for number, row in rows if self._has_moved(row)]
        for _, row in self._rows:
            currency = self._cell(row, columns.currency).upper()
            if currency not in ("", "GBP", "£"):
                raise StatementCurrencyError(path=file_name, text=currency)

    def entries(self) -> list[StatementEntry]:
        """Return one entry for each row; raises StatementRowUnreadableError."""
        columns = self._columns
        out = [self._pence(number, row, columns.paid_out) for number, row in self._rows]
        # Some banks write what went out with a minus in its own column, most without.
        sign = -1 if any(pence > 0 for pence in out) else 1
        entries = []
        for (number, row), paid_out in zip(self._rows, out, strict=True):
            paid_in = self._pence(number, row, columns.paid_in)
            moved = sign * paid_out + paid_in + self._one_amount(number, row)
            texts = (self._words(row, place) for place in columns.references)
            entries.append(
                StatementEntry(
                    on=self._on(number, row),
                    pence=moved,
                    payee=self._words(row, columns.payee),
                    reference=plain_text(" ".join(texts)),
                    row=number,
                )
            )
        return entries

    def balances(self, entries: Sequence[StatementEntry]) -> tuple[int | None, int | None]:
        """Return the first and the last balance where all balances agree with the amounts."""
        read = [read_pence(self._cell(row, self._columns.balance)) for _, row in self._rows]
        after = [pence for pence in read if pence is not None]
        if not after or len(after) < len(read):
            return None, None
        moved = [entry.pence for entry in entries]
        found = set()
        for step in (1, -1):  # the oldest line first, or the newest
            told, pence = after[::step], moved[::step]
            if all(told[i] == told[i - 1] + pence[i] for i in range(1, len(told))):
                found.add((told[0] - pence[0], told[-1]))
        return found.pop() if len(found) == 1 else (None, None)

    def account(self, above: Sequence[tuple[int, list[str]]]) -> str:
        """Return the account, from its column or from above; raises StatementAccountsError."""
        told = [self._cell(row, self._columns.account) for _, row in self._rows]
        accounts = {account_ending(one): one for one in told if account_ending(one)}
        if len(accounts) > 1:
            raise StatementAccountsError(path=self._file_name)
        for _, row in above:
            words = " ".join(row)
            if not accounts and "account" in fold(words) and (match := _ACCOUNT.search(words)):
                return match[1] or match[2]
        return next(iter(accounts.values()), "")

    def _has_moved(self, row: Sequence[str]) -> bool:
        columns = self._columns
        money = (columns.amount, columns.paid_out, columns.paid_in)
        return (
            has_digits(self._cell(row, columns.day))
            and any(has_digits(self._cell(row, place)) for place in money)
            and fold(self._cell(row, columns.state)) not in _NEVER_CAME
        )

    def _one_amount(self, number: int, row: Sequence[str]) -> int:
        pence = self._pence(number, row, self._columns.amount)
        direction = " ".join(fold(self._cell(row, self._columns.direction)).split("_"))
        if direction in _OUT:
            return -abs(pence)
        return abs(pence) if direction in _IN else pence

    def _pence(self, number: int, row: Sequence[str], place: int | None) -> int:
        text = self._cell(row, place)
        pence = read_pence(text) if has_digits(text) else 0
        if pence is None:
            raise StatementRowUnreadableError(path=self._file_name, number=number, text=text)
        return pence

    def _on(self, number: int, row: Sequence[str]) -> datetime.date:
        text = self._cell(row, self._columns.day)
        on = read_on(text, self._order)
        if on is None:
            raise StatementRowUnreadableError(path=self._file_name, number=number, text=text)
        return on

    def _words(self, row: Sequence[str], place: int | None) -> str:
        """Return a text without the "'" by which some banks keep spreadsheets from changing it."""
        return self._cell(row, place).removeprefix("'")

    def _cell(self, row: Sequence[str], place: int | None) -> str:
        return plain_text(row[place]) if place is not None and place < len(row) else ""
