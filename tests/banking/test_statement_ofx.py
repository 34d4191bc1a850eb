"""An OFX file of either form tells days, amounts, names and references."""

from pathlib import Path

import pytest

from coprod_desktop.banking.statement_ofx import read_ofx
from coprod_desktop.domain.bank_statement_errors import (
    StatementAccountsError,
    StatementCurrencyError,
    StatementEmptyError,
    StatementRowUnreadableError,
    StatementUnreadableError,
)
from coprod_desktop.domain.bank_statements import BankStatement
from coprod_desktop.domain.errors import DomainError

DATA = Path(__file__).parent / "data"
OLDER, NEWER = ((DATA / f"{name}.ofx").read_text(encoding="utf-8") for name in ("older", "newer"))


def read(text: str) -> BankStatement:
    return read_ofx(text.encode(), "bank.ofx")


@pytest.mark.parametrize(
    ("text", "name"), [(OLDER, "SIAN O'BRIEN & CO"), (NEWER, "Siân O'Brien & Co")]
)
def test_both_forms_tell_the_same(text: str, name: str) -> None:
    statement = read(text)
    told = [(line.on.isoformat(), line.pence) for line in statement.lines]
    assert told == [("2026-11-13", -2500), ("2026-11-13", -3250), ("2026-11-17", 2500)]
    assert statement.lines[0].payee.upper() == "AISHA RAHMAN"
    assert statement.lines[0].reference.upper() == "PAY RUN 7"
    assert (statement.lines[1].payee, statement.lines[1].reference.upper()) == (name, "PAY RUN 7")
    assert [line.row for line in statement.lines] == [1, 2, 3]
    assert statement.account_ending == "5678"
    assert (statement.from_on.day, statement.to_on.day) == (1, 17)


def test_the_balance_counts_where_it_is_of_the_last_day() -> None:
    assert read(OLDER).closing_pence == 146_750
    assert read(NEWER).closing_pence is None
    assert read(OLDER).opening_pence is None


def test_no_letter_of_the_file_can_make_it_grow() -> None:
    text = NEWER.replace("<OFX>", '<!DOCTYPE x [<!ENTITY a "lol">]><OFX>', 1)
    (first, *_) = read(text.replace("Aisha Rahman", "&a;&a;", 1)).lines
    assert first.payee == "&a;&a;"


@pytest.mark.parametrize(
    ("was", "now", "error"),
    [
        ("</OFX>", "", StatementUnreadableError),
        ("<CURDEF>GBP", "<CURDEF>EUR", StatementCurrencyError),
        ("<FITID>1", "<CURRENCY><CURSYM>USD</CURRENCY><FITID>1", StatementCurrencyError),
        ("-25.00", "-25.00.00", StatementRowUnreadableError),
        ("<TRNAMT>-25.00", "", StatementRowUnreadableError),
        ("20261113120000", "20261313120000", StatementRowUnreadableError),
        ("STMTTRN>", "OTHER>", StatementEmptyError),
        (
            "</STMTRS>",
            "<BANKACCTFROM><ACCTID>99999999</BANKACCTFROM></STMTRS>",
            StatementAccountsError,
        ),
        ("<OFX>", "<OFX>" + "<A>" * 60, StatementUnreadableError),
    ],
)
def test_what_is_not_understood_is_refused_by_its_reason(
    was: str, now: str, error: type[DomainError]
) -> None:
    assert was in OLDER
    with pytest.raises(error):
        read(OLDER.replace(was, now))


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(StatementUnreadableError):
        read_ofx(b"\xff\xfeO", "bank.ofx")
