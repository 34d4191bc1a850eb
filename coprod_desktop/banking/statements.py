"""Read what the bank says was paid, from whichever file its website gives."""

from coprod_desktop.banking.statement_camt053 import read_camt053
from coprod_desktop.banking.statement_cells import decoded
from coprod_desktop.banking.statement_csv import read_csv
from coprod_desktop.banking.statement_ofx import read_ofx
from coprod_desktop.domain.bank_statement_errors import StatementUnreadableError
from coprod_desktop.domain.bank_statements import BankStatement, CsvMapping
from coprod_desktop.domain.errors import SpreadsheetTooLargeError

LARGEST_BYTES = 32_000_000
"""About twenty thousand payments told one by one in camt.053, the longest of the three."""
_START = 4000
_OTHER_FILES = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf")


def read_statement(
    content: bytes, file_name: str, mapping: CsvMapping | None = None
) -> BankStatement:
    """Read a bank statement: CSV, OFX 1 or 2, or camt.053, known by what the file holds.

    `mapping` says which column of a CSV is which, where its headings do not. Raises
    StatementUnreadableError, StatementColumnsUnknownError (CSV: ask for a mapping),
    StatementRowUnreadableError, StatementCurrencyError, StatementAccountsError,
    StatementEmptyError or SpreadsheetTooLargeError.
    """
    if len(content) > LARGEST_BYTES:
        raise SpreadsheetTooLargeError(path=file_name, size_bytes=len(content))
    if content.startswith(_OTHER_FILES):
        raise StatementUnreadableError(path=file_name)
    start = (decoded(content) or "")[:_START].lstrip("\ufeff \t\r\n").upper()
    if start.startswith("OFXHEADER") or "<OFX>" in start:
        return read_ofx(content, file_name)
    if start.startswith("<"):
        return read_camt053(content, file_name)
    return read_csv(content, file_name, mapping)
