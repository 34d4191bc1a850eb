"""A CSV of any UK bank gives the same money; what is unclear is asked about and never guessed."""

import datetime
from pathlib import Path

import pytest

from coprod_desktop.banking.statement_csv import csv_head, read_csv
from coprod_desktop.domain.bank_statement_errors import (
    StatementAccountsError,
    StatementColumnsUnknownError,
    StatementCurrencyError,
    StatementEmptyError,
    StatementRowUnreadableError,
    StatementUnreadableError,
)
from coprod_desktop.domain.bank_statements import BankStatement, CsvMapping, DateOrder
from coprod_desktop.domain.errors import DomainError

DATA = Path(__file__).parent / "data"
MOVED = {(13, -2500), (13, -3250), (17, 2500)}
HEAD = "Date,Description,Value,Balance\n"


def read(text: str, mapping: CsvMapping | None = None) -> BankStatement:
    return read_csv(text.encode(), "bank.csv", mapping)


def pence(statement: BankStatement) -> list[int]:
    return [line.pence for line in statement.lines]


@pytest.mark.parametrize(
    ("name", "ending", "balances"),
    [
        ("natwest", "5678", (150_000, 146_750)),
        ("lloyds", "5678", (150_000, 146_750)),
        ("nationwide", "2345", (150_000, 146_750)),
        ("starling", "", (150_000, 146_750)),
        ("monzo", "", (None, None)),
        ("barclays", "5678", (None, None)),
    ],
)
def test_the_file_of_each_bank_tells_the_same_money(
    name: str, ending: str, balances: tuple[int | None, int | None]
) -> None:
    file_name = f"{name}.csv"
    statement = read_csv((DATA / file_name).read_bytes(), file_name)
    assert {(line.on.day, line.pence) for line in statement.lines} == MOVED
    assert all(line.on.replace(day=1) == datetime.date(2026, 11, 1) for line in statement.lines)
    assert (statement.account_ending, statement.source) == (ending, file_name)
    assert (statement.opening_pence, statement.closing_pence) == balances
    assert (statement.from_on.day, statement.to_on.day) == (13, 17)
    texts = [f"{line.payee} {line.reference}".upper() for line in statement.lines]
    assert sum("AISHA RAHMAN" in text for text in texts) == 2


def test_name_and_reference_stand_apart_where_the_bank_keeps_them_apart() -> None:
    statement = read_csv((DATA / "starling.csv").read_bytes(), "starling.csv")
    told = [(line.payee, line.reference) for line in statement.lines]
    assert told[1] == ("Siân O'Brien", "Pay run 7 travel")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_letters_separators_and_line_ends_do_not_matter(
    encoding: str, separator: str, line_end: str
) -> None:
    rows = [("Date", "Details", "Paid out"), ("3 Apr 2026", "Siân", '"£1,234.56"')]
    text = line_end.join(separator.join(row) for row in rows)
    statement = read_csv(text.encode(encoding), "bank.csv")
    assert [(line.payee, line.pence) for line in statement.lines] == [("Siân", -123_456)]


def test_a_row_says_where_it_stands_in_the_file_also_below_a_note_of_two_lines() -> None:
    statement = read("About us\n\n" + HEAD + '13/11/2026,"a\nb",-1.00,\n13/11/2026,c,-2.00,\n')
    assert [(line.row, line.payee) for line in statement.lines] == [(4, "a b"), (6, "c")]


def test_rows_about_the_account_are_passed_over() -> None:
    rows = "13/11/2026,Brought forward,,10.00\n,,,\nTotal,,-5.00,\n14/11/2026,Ben,-5.00,5.00\n"
    assert pence(read(HEAD + rows)) == [-500]


def test_what_never_came_is_no_payment() -> None:
    head = "Date,Name,Amount,Currency,Status\n"
    rows = "13/11/2026,Aisha,-5.00,GBP,COMPLETED\n13/11/2026,Ben,-6.00,GBP,Declined\n"
    assert pence(read(head + rows)) == [-500]


@pytest.mark.parametrize("out", ["5.00,\n", "-5.00,\n"])
def test_money_out_in_its_own_column_is_out_with_a_minus_or_without(out: str) -> None:
    head = "Date,Name,Money out,Money in\n13/11/2026,Ben,"
    assert pence(read(head + out + "14/11/2026,Grant,,7.00\n")) == [-500, 700]


def test_a_column_of_sides_tells_out_from_in() -> None:
    head = "Date,Name,Amount,Debit/Credit\n"
    rows = "13/11/2026,Ben,5.00,Debit\n13/11/2026,Grant,7.00,CR\n14/11/2026,Cara,-2.00,\n"
    assert pence(read(head + rows)) == [-500, 700, -200]


def test_balances_count_only_where_all_of_them_agree() -> None:
    good = read(HEAD + "13/11/2026,a,-1.00,9.00\n14/11/2026,b,-2.00,7.00\n")
    assert (good.opening_pence, good.closing_pence) == (1000, 700)
    odd = read(HEAD + "13/11/2026,a,-1.00,9.00\n14/11/2026,b,-2.00,7.01\n")
    assert (odd.opening_pence, odd.closing_pence) == (None, None)


def test_a_file_without_headings_is_asked_about_and_then_read() -> None:
    content = (DATA / "hsbc.csv").read_bytes()
    with pytest.raises(StatementColumnsUnknownError) as raised:
        read_csv(content, "hsbc.csv")
    assert raised.value.facts["headings"] == ("13/11/2026", "AISHA RAHMAN PAY RUN 7", "-25.00")
    statement = read_csv(content, "hsbc.csv", CsvMapping(day="1", payee="2", amount="3"))
    assert {(line.on.day, line.pence) for line in statement.lines} == MOVED


def test_unknown_headings_are_told_and_a_mapping_answers() -> None:
    text = "Our charity\nWhen,Who,What for,How much\n11/13/2026,Aisha,Pay run 7,-25.00\n"
    with pytest.raises(StatementColumnsUnknownError) as raised:
        read(text)
    assert raised.value.facts["headings"] == ("When", "Who", "What for", "How much")
    mapping = CsvMapping(
        day="When",
        amount="how much",
        payee="Who",
        reference="What for",
        date_order=DateOrder.MONTH_FIRST,
    )
    (line,) = read(text, mapping).lines
    assert (line.on, line.pence) == (datetime.date(2026, 11, 13), -2500)
    assert (line.payee, line.reference) == ("Aisha", "Pay run 7")


@pytest.mark.parametrize(
    ("row", "text"),
    [("31/11/2026,Ben,-5.00,", "31/11/2026"), ("13/11/2026,Ben,-5.00x,", "-5.00x")],
)
def test_a_row_that_is_unclear_is_named(row: str, text: str) -> None:
    with pytest.raises(StatementRowUnreadableError) as raised:
        read(HEAD + "13/11/2026,Aisha,-5.00,\n" + row + "\n")
    assert (raised.value.facts["number"], raised.value.facts["text"]) == (3, text)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (HEAD, StatementEmptyError),
        ("Dear Grace, here is the list", StatementColumnsUnknownError),
        ("Dear Grace", StatementUnreadableError),
        ("", StatementUnreadableError),
        (HEAD + '13/11/2026,"Ben,-5.00,', StatementUnreadableError),
        (HEAD + "13/11/2026,Aisha,-5.00,1.00\n13/11/2026,Be", StatementUnreadableError),
        ("Date,Amount,Currency\n13/11/2026,-5.00,EUR\n", StatementCurrencyError),
        (
            "Date,Amount,Account\n13/11/2026,-5.00,12345678\n13/11/2026,-5.00,12349999\n",
            StatementAccountsError,
        ),
    ],
)
def test_what_is_not_understood_is_refused_by_its_reason(
    text: str, error: type[DomainError]
) -> None:
    with pytest.raises(error):
        read(text)


def test_what_is_asked_about_is_shown_with_its_first_lines() -> None:
    lines = "".join(f"{day}/11/2026,Aisha,-5.00\n" for day in range(10, 20))
    head = csv_head(f"Ein cyfrif,\nDydd,Enw,Swm\n{lines}".encode(), "bank.csv")
    assert head.headings == ("Dydd", "Enw", "Swm")
    assert head.rows[0] == ("10/11/2026", "Aisha", "-5.00")
    assert len(head.rows) == 4
    assert head.known is None


def test_headings_that_are_understood_are_told_so_that_they_need_not_be_chosen_anew() -> None:
    text = "Date;Money Out;Money In;Details\n13/11/2026;5.00;;Aisha\n"
    head = csv_head(text.encode(), "bank.csv")
    assert head.known == CsvMapping(
        day="Date", paid_out="Money Out", paid_in="Money In", payee="Details"
    )
    assert read_csv(text.encode(), "bank.csv", head.known).lines[0].pence == -500


@pytest.mark.parametrize("text", ["Dear Grace", "", "\x00\x01\x02\x03" * 9])
def test_what_has_no_columns_has_none_to_ask_about(text: str) -> None:
    with pytest.raises(StatementUnreadableError):
        csv_head(text.encode(), "bank.csv")
