"""Read the bank's statement from a camt.053 file, the ISO 20022 form of it."""

import datetime
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException

from coprod_desktop.banking.statement_cells import plain_text, read_on, read_pence
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

_IN, _OUT = "CRDT", "DBIT"


def read_camt053(content: bytes, file_name: str) -> BankStatement:
    """Read a camt.053.001.02 to .08 statement of one account; entries that are booked only.

    Raises StatementUnreadableError, StatementRowUnreadableError, StatementCurrencyError,
    StatementAccountsError or StatementEmptyError.
    """
    try:
        root = defusedxml.ElementTree.fromstring(content, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise StatementUnreadableError(path=file_name) from error
    for element in root.iter():
        element.tag = str(element.tag).rpartition("}")[2]  # the namespace tells only the version
    told = root.findall("BkToCstmrStmt/Stmt")
    if root.tag != "Document" or not told:
        raise StatementUnreadableError(path=file_name)
    accounts = {_account(statement) for statement in told}
    if len(accounts) > 1:
        raise StatementAccountsError(path=file_name)
    entries = _Entries(file_name)
    for statement in told:
        entries.add(statement)
    first, last = told[0], told[-1]
    return whole_statement(
        account=accounts.pop(),
        entries=entries.found,
        source=file_name,
        from_on=_on(first.find("FrToDt/FrDtTm")),
        to_on=_on(last.find("FrToDt/ToDtTm")),
        opening_pence=_balance(first, ("OPBD", "PRCD")),
        closing_pence=_balance(last, ("CLBD",)),
    )


class _Entries:
    """The entries of one file, counted through all its statements."""

    def __init__(self, file_name: str) -> None:
        self.found: list[StatementEntry] = []
        self._file_name = file_name
        self._number = 0

    def add(self, statement: Element) -> None:
        """Add the booked entries of one statement; raises as `read_camt053` says."""
        for entry in statement.findall("Ntry"):
            self._number += 1
            if _text(entry, "Sts", "Sts/Cd") in ("", "BOOK"):
                self.found.extend(self._lines(entry))

    def _lines(self, entry: Element) -> Iterator[StatementEntry]:
        """Give one line, or one for each part where a batch tells all its parts."""
        pence = self._pence(entry)
        on = _on(entry.find("BookgDt/Dt"), entry.find("BookgDt/DtTm"), entry.find("ValDt/Dt"))
        if pence is None or on is None:
            text = _text(entry, "Amt") if pence is None else _text(entry, "BookgDt/Dt")
            raise StatementRowUnreadableError(path=self._file_name, number=self._number, text=text)
        is_back = _text(entry, "RvslInd").lower() in ("true", "1")
        parts = entry.findall("NtryDtls/TxDtls")
        amounts = [self._part_pence(part, pence) for part in parts]
        known = [amount for amount in amounts if amount is not None]
        is_split = len(parts) > 1 and len(known) == len(parts) and sum(known) == pence
        shown = list(zip(parts, known, strict=True)) if is_split else [(None, pence)]
        if len(parts) == 1:
            shown = [(parts[0], pence)]
        for part, moved in shown:
            yield StatementEntry(
                on=on,
                pence=moved,
                payee="" if part is None else _other_side(part, moved < 0, is_back),
                reference=_reference(entry, part),
                row=self._number,
                is_back=is_back or (part is not None and part.find("RtrInf") is not None),
            )

    def _pence(self, element: Element, path: str = "Amt") -> int | None:
        """Return the pence of an amount, below nothing for a debit; None if unclear."""
        amount, side = element.find(path), _text(element, "CdtDbtInd")
        if amount is None or side not in (_IN, _OUT):
            return None
        currency = amount.get("Ccy", "")
        if currency != "GBP":
            raise StatementCurrencyError(path=self._file_name, text=plain_text(currency))
        pence = read_pence(amount.text or "")
        if pence is None or pence < 0:
            return None
        return -pence if side == _OUT else pence

    def _part_pence(self, part: Element, whole: int) -> int | None:
        """Return the pence of a part of a batch; the older version leaves its side to the whole."""
        for path in ("Amt", "AmtDtls/TxAmt/Amt"):
            amount = part.find(path)
            if amount is not None and amount.get("Ccy") == "GBP":
                pence = read_pence(amount.text or "")
                side = _text(part, "CdtDbtInd") or (_OUT if whole < 0 else _IN)
                return None if pence is None else -pence if side == _OUT else pence
        return None


def _other_side(part: Element, is_out: bool, is_back: bool) -> str:
    """Return the name on the other side: the payee, also where money that was sent comes back."""
    is_back = is_back or part.find("RtrInf") is not None
    first, second = ("Cdtr", "Dbtr") if is_out != is_back else ("Dbtr", "Cdtr")
    sides = (first, f"Ultmt{first}") if not is_back else (first, f"Ultmt{first}", second)
    for side in sides:
        if name := _text(part, f"RltdPties/{side}/Nm", f"RltdPties/{side}/Pty/Nm"):
            return name
    return ""


def _reference(entry: Element, part: Element | None) -> str:
    """Return everything that is told beside the name, in one line."""
    texts: list[str] = []
    if part is not None:
        paths = ("Refs/EndToEndId", "RmtInf/Ustrd", "RmtInf/Strd/CdtrRefInf/Ref", "AddtlTxInf")
        texts = [found.text or "" for path in paths for found in part.findall(path)]
    texts.append(_text(entry, "AddtlNtryInf"))
    told = dict.fromkeys(plain_text(text) for text in texts)
    return plain_text(" ".join(text for text in told if text and text != "NOTPROVIDED"))


def _account(statement: Element) -> str:
    return _text(statement, "Acct/Id/IBAN", "Acct/Id/Othr/Id").replace(" ", "")


def _balance(statement: Element, kinds: tuple[str, ...]) -> int | None:
    for balance in statement.findall("Bal"):
        amount = balance.find("Amt")
        if _text(balance, "Tp/CdOrPrtry/Cd") in kinds and amount is not None:
            pence = read_pence(amount.text or "")
            is_out = _text(balance, "CdtDbtInd") == _OUT
            return None if pence is None else -pence if is_out else pence
    return None


def _on(*elements: Element | None) -> datetime.date | None:
    """Return the first of several days that is told; "2026-04-03+01:00" is a day as well."""
    told = [element.text or "" for element in elements if element is not None]
    return read_on(told[0].strip()[:10], DateOrder.YEAR_FIRST) if told else None


def _text(element: Element, *paths: str) -> str:
    """Return the first text that is found, on one line; empty where there is none."""
    for path in paths:
        if text := plain_text(element.findtext(path) or ""):
            return text
    return ""
