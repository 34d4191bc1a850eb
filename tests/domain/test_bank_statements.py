"""The key of a line stays the same, however often and beside whatever the bank tells of it."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.bank_statement_errors import StatementEmptyError
from coprod_desktop.domain.bank_statements import (
    StatementEntry,
    account_ending,
    keyed_lines,
    whole_statement,
)

ON = datetime.date(2026, 11, 13)
ENTRY = StatementEntry(on=ON, pence=-2500, payee="Aisha Rahman", reference="Pay run 7", row=2)
ENTRIES = st.lists(
    st.builds(
        StatementEntry,
        on=st.sampled_from([ON, ON + datetime.timedelta(days=1)]),
        pence=st.sampled_from([-2500, 2500]),
        payee=st.sampled_from(["Aisha", "Ben"]),
        row=st.integers(1, 99),
    )
)


def key(entry: StatementEntry, ending: str = "1234") -> str:
    return keyed_lines(ending, [entry])[0].line_key


@pytest.mark.parametrize(
    "other",
    [
        replace(ENTRY, pence=2500),
        replace(ENTRY, on=ON + datetime.timedelta(days=1)),
        replace(ENTRY, payee="Ben Okafor"),
        replace(ENTRY, reference="Pay run 8"),
        replace(ENTRY, payee="Aisha Rahman Pay run 7", reference=""),
    ],
)
def test_another_line_has_another_key(other: StatementEntry) -> None:
    assert key(other) != key(ENTRY)


def test_the_key_follows_neither_the_row_nor_capitals_but_the_account() -> None:
    assert key(replace(ENTRY, row=99, payee="AISHA  RAHMAN")) == key(ENTRY)
    assert key(ENTRY, "9999") != key(ENTRY)


@given(ENTRIES)
def test_keys_are_unique_and_the_same_when_the_file_is_read_again(
    entries: list[StatementEntry],
) -> None:
    keys = [line.line_key for line in keyed_lines("1234", entries)]
    assert len(set(keys)) == len(keys)
    assert [line.line_key for line in keyed_lines("1234", entries)] == keys


@given(ENTRIES, ENTRIES)
def test_a_longer_statement_gives_the_same_lines_the_same_keys(
    entries: list[StatementEntry], more: list[StatementEntry]
) -> None:
    later = [replace(one, on=ON + datetime.timedelta(days=9)) for one in more]
    short = {line.line_key for line in keyed_lines("1234", entries)}
    assert short <= {line.line_key for line in keyed_lines("1234", [*later, *entries])}


def test_of_an_account_only_its_ending_is_kept() -> None:
    assert account_ending("00-14-62 12345678") == "5678"
    assert account_ending("GB29 NWBK 6016 1331 9268 19") == "6819"
    assert account_ending("Main") == account_ending("12") == ""


def test_a_statement_runs_from_its_first_line_to_its_last_and_leaves_out_nothings() -> None:
    entries = [replace(ENTRY, on=ON + datetime.timedelta(days=2)), replace(ENTRY, pence=0), ENTRY]
    statement = whole_statement(account="12345678", entries=entries, source="bank.csv")
    assert (statement.from_on, statement.to_on) == (ON, ON + datetime.timedelta(days=2))
    assert [line.on.day for line in statement.lines] == [15, 13]
    assert statement.account_ending == "5678"


def test_days_that_the_file_tells_count_where_they_hold_all_lines() -> None:
    early = ON - datetime.timedelta(days=12)
    statement = whole_statement(
        account="", entries=[ENTRY], source="bank.ofx", from_on=early, to_on=early
    )
    assert (statement.from_on, statement.to_on) == (early, ON)


def test_a_statement_without_movement_is_said_to_be_empty() -> None:
    with pytest.raises(StatementEmptyError):
        whole_statement(account="", entries=[replace(ENTRY, pence=0)], source="bank.csv")
