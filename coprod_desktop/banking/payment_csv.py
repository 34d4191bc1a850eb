"""Write a pay run as the rows that a bank's website takes in, after the layout of that bank."""

import dataclasses
import datetime
import functools
from collections.abc import Callable, Sequence

from coprod_desktop.banking.bank_texts import BankTexts
from coprod_desktop.banking.layouts import DATE_MARKS, Column, Layout, Quoting, Source
from coprod_desktop.banking.order_checks import (
    bacs_number_of,
    check_instructions,
    paying_account_of,
)
from coprod_desktop.domain.participants import format_sort_code
from coprod_desktop.domain.payment_orders import (
    PayingAccount,
    PaymentFile,
    PaymentInstruction,
    PaymentOrder,
)

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


def payment_files(layout: Layout, order: PaymentOrder) -> tuple[PaymentFile, ...]:
    """Return the files of an order, one after the other where a bank limits the payments in one.

    None for an order without payments. Raises PayeeNameUnwritableError,
    PayeeAccountUnreadableError, PaymentOfNothingError, PaymentTooLargeError,
    PayingAccountMissingError or BacsNumberMissingError.
    """
    check_instructions(order, most_pence=layout.most_pence)
    if layout.needs_paying_account:
        paying_account_of(order)
    if layout.needs_bacs_number:
        bacs_number_of(order)
    size = layout.most_payments or max(order.count, 1)
    slices = [order.instructions[at : at + size] for at in range(0, order.count, size)]
    return tuple(
        _file(layout, dataclasses.replace(order, instructions=some), part, len(slices))
        for part, some in enumerate(slices, 1)
    )


def _file(layout: Layout, order: PaymentOrder, part: int, parts: int) -> PaymentFile:
    texts = BankTexts(layout.alphabet, order.number)
    fields = _Fields(layout, order, part, texts)
    headings = [column.heading for column in layout.columns]
    rows = [fields.around(columns) for columns in layout.headers]
    rows += [headings] if any(headings) else []
    rows += [fields.payment(one, at) for at, one in enumerate(order.instructions, 1)]
    rows += [fields.around(columns) for columns in layout.trailers]
    lines = layout.line_end.join(_line(layout, row) for row in rows)
    whole = lines + (layout.line_end if layout.has_last_line_end else "")
    return PaymentFile(
        content=whole.encode(layout.encoding),
        extension=layout.extension,
        count=order.count,
        pence=order.pence,
        changes=texts.changes,
        part=part,
        parts=parts,
    )


def _line(layout: Layout, row: Sequence[str]) -> str:
    return layout.separator.join(_quoted(layout, field) for field in row)


def _quoted(layout: Layout, field: str) -> str:
    is_needed = any(sign in field for sign in (layout.separator, '"')) or field != field.strip()
    if layout.quoting is Quoting.ALWAYS or (layout.quoting is Quoting.WHERE_NEEDED and is_needed):
        return '"' + field.replace('"', '""') + '"'
    return field


class _Fields:
    """Fills the columns of one file."""

    def __init__(self, layout: Layout, order: PaymentOrder, part: int, texts: BankTexts) -> None:
        self._layout = layout
        self._order = order
        self._part = part
        self._texts = texts

    def around(self, columns: Sequence[Column]) -> list[str]:
        """Return the fields of a row above or below the payments."""
        return [_joined(column, functools.partial(self._of_order, column)) for column in columns]

    def payment(self, one: PaymentInstruction, sequence: int) -> list[str]:
        """Return the fields of a payment; `sequence` is its number in the file, from 1."""
        return [
            _joined(column, functools.partial(self._of_payment, column, one, sequence))
            for column in self._layout.columns
        ]

    def _of_payment(
        self, column: Column, one: PaymentInstruction, sequence: int, source: Source
    ) -> str:
        match source:
            case Source.ACCOUNT_NAME:
                return self._texts.account_name(one, column.longest)
            case Source.SORT_CODE:
                return _sort_code(column, one.sort_code)
            case Source.ACCOUNT_NUMBER:
                return one.account_number
            case Source.PENCE:
                return str(one.pence).zfill(column.digits)
            case Source.POUNDS:
                return self._pounds(column, one.pence)
            case Source.REFERENCE:
                return self._texts.reference(one, column.longest)
            case Source.PAYEE_KIND:
                return column.business if one.is_business else column.person
            case Source.SEQUENCE:
                return str(sequence).zfill(column.digits)
            case _:
                return self._of_order(column, source)

    def _of_order(self, column: Column, source: Source) -> str:
        order = self._order
        match source:
            case Source.PAY_DATE:
                return _day(column, order.pay_on)
            case Source.MADE_DATE:
                return _day(column, order.made_at.astimezone(datetime.UTC).date())
            case Source.RUN:
                return str(order.number).zfill(column.digits)
            case Source.FILE_NUMBER:
                return str(self._part).zfill(column.digits)
            case Source.COUNT:
                return str(order.count).zfill(column.digits)
            case Source.TOTAL_PENCE:
                return str(order.pence).zfill(column.digits)
            case Source.TOTAL_POUNDS:
                return self._pounds(column, order.pence)
            case Source.BACS_NUMBER:
                return bacs_number_of(order)
            case _:
                return self._of_paying_account(column, paying_account_of(order), source)

    def _of_paying_account(self, column: Column, account: PayingAccount, source: Source) -> str:
        if source is Source.PAYING_NAME:
            return self._texts.paying_name(account, column.longest)
        if source is Source.PAYING_SORT_CODE:
            return _sort_code(column, account.sort_code)
        return account.account_number

    def _pounds(self, column: Column, pence: int) -> str:
        whole = f"{pence // 100}{self._layout.decimal}{pence % 100:02d}"
        return whole.zfill(column.digits)


def _joined(column: Column, value: Callable[[Source], str]) -> str:
    """Return fixed text, or the values of a column's sources one after the other."""
    return column.between.join(map(value, column.sources)) if column.sources else column.text


def _sort_code(column: Column, digits: str) -> str:
    return format_sort_code(digits) if column.has_hyphens else digits


def _day(column: Column, day: datetime.date) -> str:
    marks = {
        "YYYY": f"{day.year:04d}",
        "YY": f"{day.year % 100:02d}",
        "MMM": _MONTHS[day.month - 1],
        "MM": f"{day.month:02d}",
        "DD": f"{day.day:02d}",
    }
    return DATE_MARKS.sub(lambda mark: marks[mark[0]], column.dates)
