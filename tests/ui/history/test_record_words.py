"""Every field of every record has words, and every value is worded for people."""

import datetime
import enum

import pytest

from coprod_desktop.domain.changes import ChangedRecord, ChangedValue
from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.services.changed_records import NOT_SHOWN
from coprod_desktop.storage import schema
from coprod_desktop.ui.history.field_words import field_word, table_word
from coprod_desktop.ui.history.record_words import (
    change_words,
    hidden_words,
    record_state,
    record_title,
    value_word,
)

SPACE = "\N{NO-BREAK SPACE}"


def a_record(**override: bool) -> ChangedRecord:
    plain = {"is_new": False, "is_removed": False, "is_hidden": False} | override
    return ChangedRecord(table="contributions", row_id=7, title="Amina Yusuf", values=(), **plain)


@pytest.mark.parametrize("kind", schema.records())
def test_every_table_and_field_has_words(kind: type) -> None:
    table = schema.table_of(kind)
    assert table_word(table.name)
    fields = [column.name for column in table.columns][1:]
    for field in fields:
        if field not in NOT_SHOWN:
            assert field_word(field)[0].isupper()


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("agreed_pence", 123_456, "£1,234.56"),
        ("minutes", 150, "2:30"),
        ("tenth_miles", 225, "22.5 miles"),
        ("number", 7, "7"),
        ("worked_on", datetime.date(2026, 11, 3), f"3{SPACE}Nov{SPACE}2026"),
        ("is_paid", True, "yes"),
        ("is_paid", False, "no"),
        ("note", "", "nothing"),
        ("note", None, "nothing"),
        ("note", "two\nlines", "two lines"),
        ("capacity", Capacity.CARER, "Carer"),
        ("language", "en+cy", "Welsh and English"),
        ("language", "", "nothing"),
        ("state", WorkState.LOGGED, "To approve"),
    ],
)
def test_values_are_worded_for_people(field: str, value: object, expected: str) -> None:
    assert value_word(field, value) == expected


def test_a_moment_is_told_as_it_is_here() -> None:
    at = datetime.datetime(2026, 11, 17, 9, 30, tzinfo=datetime.UTC)
    assert value_word("made_at", at) == f"17{SPACE}Nov{SPACE}2026, {at.astimezone():%H:%M}"


@pytest.mark.parametrize("kind", [WorkState, ExpenseKind, Capacity])
def test_choices_never_show_as_code(kind: type[enum.Enum]) -> None:
    for value in kind:
        word = value_word("state", value)
        assert word[0].isupper()
        assert "_" not in word


def test_long_text_is_shortened() -> None:
    assert len(value_word("note", "word " * 200)) == 240


def test_a_field_says_from_what_to_what() -> None:
    value = ChangedValue(field="minutes", before=60, after=90)
    assert change_words(a_record(), value) == "Hours: 1:00 → 1:30"
    assert change_words(a_record(is_new=True), value) == "Hours: 1:30"
    assert change_words(a_record(is_removed=True), value) == "Hours: 1:00"


def test_a_record_is_named_by_kind_and_title() -> None:
    assert record_title(a_record()) == "Piece of work: Amina Yusuf"
    said = [record_state(a_record(**one)) for one in ({}, {"is_new": True}, {"is_removed": True})]
    assert said == ["Changed", "New", "Removed"]
    assert "erased" in hidden_words(a_record(is_hidden=True))
