"""A camt.053 file tells each payment, also inside a batch, and which money came back."""

from pathlib import Path

import pytest

from coprod_desktop.banking.statement_camt053 import read_camt053
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
OLDER, NEWER = ((DATA / f"camt053-{n}.xml").read_text(encoding="utf-8") for n in ("02", "08"))
BOMB = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;">]><Document'


def read(text: str) -> BankStatement:
    return read_camt053(text.encode(), "bank.xml")


def told(statement: BankStatement) -> list[tuple[int, int, str, str]]:
    return [(line.on.day, line.pence, line.payee, line.reference) for line in statement.lines]


def test_the_older_version_tells_batches_and_reversals() -> None:
    statement = read(OLDER)
    assert told(statement) == [
        (13, -2500, "Aisha Rahman", "RUN7-1 Pay run 7"),
        (14, -3250, "Siân O'Brien", ""),
        (14, -2500, "Ben Okafor", ""),
        (14, -4000, "", "BULK PAY RUN 8"),
        (17, 2500, "Aisha Rahman", ""),
    ]
    assert [line.row for line in statement.lines] == [1, 2, 2, 3, 5]
    assert (statement.opening_pence, statement.closing_pence) == (150_000, -1750)
    assert statement.account_ending == "5678"
    assert (statement.from_on.day, statement.to_on.day) == (13, 18)


def test_the_newer_version_tells_returns_by_the_payee_and_income_by_the_payer() -> None:
    statement = read(NEWER)
    assert told(statement) == [
        (13, -2500, "Aisha Rahman", "RUN7-1 Pay run 7"),
        (17, 2500, "Aisha Rahman", ""),
        (17, 30_000, "Rivermead Council", ""),
    ]
    assert (statement.opening_pence, statement.closing_pence) == (None, None)


def test_the_bank_s_mark_of_money_that_comes_back_is_kept() -> None:
    assert [line.is_back for line in read(OLDER).lines] == [False, False, False, False, True]
    assert [line.is_back for line in read(NEWER).lines] == [False, True, False]
    unmarked = OLDER.replace("<RvslInd>true</RvslInd>", "<RvslInd>false</RvslInd>")
    assert not any(line.is_back for line in read(unmarked).lines)


def test_a_batch_whose_parts_are_not_all_of_it_stays_whole() -> None:
    statement = read(OLDER.replace('<Amt Ccy="GBP">32.50</Amt>', '<Amt Ccy="GBP">32.49</Amt>'))
    assert [line.pence for line in statement.lines] == [-2500, -5750, -4000, 2500]


def test_statements_of_several_days_are_read_as_one() -> None:
    start, end = NEWER.index("<Stmt>"), NEWER.index("</Stmt>") + len("</Stmt>")
    both = NEWER[:end] + NEWER[start:end] + NEWER[end:]
    statement = read(both)
    assert len(statement.lines) == 6
    assert len({line.line_key for line in statement.lines}) == 6
    with pytest.raises(StatementAccountsError):
        read(both[:end] + both[end:].replace("00146212345678", "00146299999999"))


@pytest.mark.parametrize(
    ("was", "now", "error"),
    [
        ("</Document>", "", StatementUnreadableError),
        ("<Document", BOMB, StatementUnreadableError),
        (
            "<Document",
            '<!DOCTYPE x SYSTEM "file:///etc/passwd"><Document',
            StatementUnreadableError,
        ),
        ('encoding="UTF-8"', 'encoding="nonsense"', StatementUnreadableError),
        ("BkToCstmrStmt", "BkToCstmrAcctRpt", StatementUnreadableError),
        ('Ccy="GBP">300', 'Ccy="EUR">300', StatementCurrencyError),
        ("300.00", "3OO.00", StatementRowUnreadableError),
        ("300.00", "-300.00", StatementRowUnreadableError),
        ("<CdtDbtInd>CRDT</CdtDbtInd>", "", StatementRowUnreadableError),
        ("2026-11-13Z", "2026-13-13", StatementRowUnreadableError),
        ("Ntry>", "Other>", StatementEmptyError),
    ],
)
def test_what_is_not_understood_is_refused_by_its_reason(
    was: str, now: str, error: type[DomainError]
) -> None:
    assert was in NEWER
    with pytest.raises(error):
        read(NEWER.replace(was, now))
