"""Filters are said in words, and values are read as people type them."""

import datetime

import pytest

from coprod_desktop.domain.list_extracts import ColumnKind
from coprod_desktop.domain.list_looks import ColumnFilter
from coprod_desktop.ui.lists.words import (
    filter_words,
    read_typed,
    sort_words,
    typed_words,
    value_words,
)
from coprod_desktop.ui.widgets.columns import Column

TODAY = datetime.date(2026, 11, 22)


def column(kind: ColumnKind) -> Column[str]:
    return Column(key="key", title="Title", text=str, kind=kind)


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "shown"),
    [
        (ColumnKind.DAY, "17/11/2026", "2026-11-17", "17 Nov 2026"),
        (ColumnKind.MINUTES, "1h30", "90", "1 h 30"),
        (ColumnKind.PENCE, "£1,250", "125000", "£1,250.00"),
        (ColumnKind.NUMBER, "1,250.5", "1250.5", "1250.5"),
        (ColumnKind.DAY, " ", "", "(empty)"),
    ],
)
def test_one_end_of_a_range_is_read_kept_and_shown(
    kind: ColumnKind, typed: str, kept: str, shown: str
) -> None:
    assert read_typed(column(kind), typed, TODAY) == kept
    words = value_words(column(kind), kept, {})
    assert words.replace("\N{NO-BREAK SPACE}", " ") == shown
    assert read_typed(column(kind), typed_words(column(kind), kept), TODAY) == kept


def test_a_filter_says_all_that_it_asks() -> None:
    text = column(ColumnKind.TEXT)
    many = ColumnFilter(key="key", ticked=("a", "b", "", "c", "d"), contains="x")
    assert filter_words(text, many, {}) == "Title: a, b, (empty) and 2 more; has “x”"
    days = ColumnFilter(key="key", lowest="2026-01-01", highest="2026-02-01")
    said = filter_words(column(ColumnKind.DAY), days, {}).replace("\N{NO-BREAK SPACE}", " ")
    assert said == "Title: from 1 Jan 2026; up to 1 Feb 2026"
    assert filter_words(text, ColumnFilter(key="key", ticked=("a",)), {"key": str.upper}) == (
        "Title: A"
    )


def test_a_value_that_nobody_knows_any_more_is_shown_as_it_is() -> None:
    assert value_words(column(ColumnKind.DAY), "yesterday", {}) == "yesterday"


@pytest.mark.parametrize(
    ("kind", "upwards", "downwards"),
    [
        (ColumnKind.TEXT, "Sort A to Z", "Sort Z to A"),
        (ColumnKind.DAY, "Earliest first", "Latest first"),
        (ColumnKind.PENCE, "Smallest first", "Largest first"),
    ],
)
def test_sorting_is_said_as_what_comes_first(
    kind: ColumnKind, upwards: str, downwards: str
) -> None:
    assert sort_words(column(kind)) == (upwards, downwards)
