"""Read the bank's statement from an OFX file, in its older and in its newer form."""

import dataclasses
import datetime
import html
import re
from collections.abc import Iterator

from coprod_desktop.banking.statement_cells import decoded, plain_text, read_on, read_pence
from coprod_desktop.domain.bank_statement_errors import (
    StatementAccountsError,
    StatementCurrencyError,
    StatementRowUnreadableError,
    StatementUnreadableError,
)
from coprod_desktop.domain.bank_statements import (
    BankStatement,
    DateOrder,
    StatementEntry,
    whole_statement,
)

# OFX 1 leaves out the end of a field, OFX 2 is XML. This reads both alike: a tag with text behind
# it is a field. It expands nothing but the letters' own names, so no file can make it grow.
_TAG = re.compile(r"<(/?)([A-Za-z0-9_.]{1,40})[^<>]{0,200}>([^<]*)")
_CDATA = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.DOTALL)
_DEEPEST = 50  # a true file is a dozen parts deep
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d{1,2}")


def read_ofx(content: bytes, file_name: str) -> BankStatement:
    """Read an OFX statement of one account.

    Raises StatementUnreadableError (also where the end is missing), StatementRowUnreadableError,
    StatementCurrencyError, StatementAccountsError or StatementEmptyError.
    """
    text = decoded(content)
    if text is None or "</OFX>" not in text.upper():
        raise StatementUnreadableError(path=file_name)
    told = _Told(file_name)
    for is_end, tag, value in _tags(text):
        told.take(is_end, tag, value)
    return told.statement()


def _tags(text: str) -> Iterator[tuple[bool, str, str]]:
    plain = _CDATA.sub(lambda match: html.escape(match[1]), text)
    for match in _TAG.finditer(plain):
        yield bool(match[1]), match[2].upper(), plain_text(html.unescape(match[3]))


@dataclasses.dataclass(slots=True, kw_only=True)
class _Balance:
    pence: int | None = None
    on: datetime.date | None = None


class _Told:
    """What the tags have told so far."""

    def __init__(self, file_name: str) -> None:
        self._file_name = file_name
        self._inside: list[str] = []
        self._fields: dict[str, str] = {}
        self._entries: list[StatementEntry] = []
        self._accounts: set[str] = set()
        self._days: dict[str, datetime.date | None] = {}
        self._balance = _Balance()

    def take(self, is_end: bool, tag: str, value: str) -> None:
        """Take one tag: the beginning or the end of a part, or a field with its value."""
        if is_end:
            if tag in self._inside:
                while self._inside.pop() != tag:
                    continue
            if tag == "STMTTRN":
                self._close_entry()
        elif value:
            self._field(tag, value)
        else:
            self._inside.append(tag)
            if len(self._inside) > _DEEPEST:
                raise StatementUnreadableError(path=self._file_name)
            if tag == "STMTTRN":
                self._fields = {}

    def statement(self) -> BankStatement:
        """Return the statement; raises as `read_ofx` says."""
        if len(self._accounts) > 1:
            raise StatementAccountsError(path=self._file_name)
        last_on = max((entry.on for entry in self._entries), default=None)
        is_at_end = self._balance.on is not None and self._balance.on == last_on
        return whole_statement(
            account=next(iter(self._accounts), ""),
            entries=self._entries,
            source=self._file_name,
            from_on=self._days.get("DTSTART"),
            to_on=self._days.get("DTEND"),
            closing_pence=self._balance.pence if is_at_end else None,
        )

    def _field(self, tag: str, value: str) -> None:
        if "STMTTRN" in self._inside:
            if tag == "CURSYM" and "CURRENCY" in self._inside:
                self._check_currency(value)
            self._fields.setdefault(tag, value)
        elif tag == "CURDEF":
            self._check_currency(value)
        elif tag == "ACCTID" and {"BANKACCTFROM", "CCACCTFROM"} & set(self._inside):
            self._accounts.add("".join(value.split()))
        elif tag in ("DTSTART", "DTEND"):
            self._days[tag] = _on(value)
        elif "LEDGERBAL" in self._inside and tag == "BALAMT":
            self._balance.pence = _pence(value)
        elif "LEDGERBAL" in self._inside and tag == "DTASOF":
            self._balance.on = _on(value)

    def _close_entry(self) -> None:
        fields, self._fields = self._fields, {}
        number = len(self._entries) + 1
        amount, posted = fields.get("TRNAMT", ""), fields.get("DTPOSTED", "")
        pence, on = _pence(amount), _on(posted)
        if pence is None or on is None:
            text = amount if pence is None else posted
            raise StatementRowUnreadableError(path=self._file_name, number=number, text=text)
        texts = (fields.get(tag, "") for tag in ("MEMO", "REFNUM", "CHECKNUM"))
        self._entries.append(
            StatementEntry(
                on=on,
                pence=pence,
                payee=fields.get("NAME", ""),
                reference=plain_text(" ".join(texts)),
                row=number,
            )
        )

    def _check_currency(self, currency: str) -> None:
        if currency.upper() != "GBP":
            raise StatementCurrencyError(path=self._file_name, text=currency)


def _on(value: str) -> datetime.date | None:
    """Return the day of "20260403120000.000[0:GMT]"."""
    return read_on(value[:8], DateOrder.YEAR_FIRST)


def _pence(value: str) -> int | None:
    """Return the pence of "-25.00", or of "-25,00", which the standard allows as well."""
    return read_pence(value.replace(",", ".") if _DECIMAL_COMMA.fullmatch(value) else value)
