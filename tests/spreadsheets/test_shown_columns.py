"""A length of time stands in a file twice, and no heading stands there twice."""

from coprod_desktop.domain.list_extracts import ColumnKind, ExtractColumn
from coprod_desktop.spreadsheets.shown_columns import shown_columns, yes_or_no


def column(title: str, kind: ColumnKind = ColumnKind.TEXT) -> ExtractColumn:
    return ExtractColumn(key=title, title=title, kind=kind)


def test_time_stands_there_as_hours_and_as_whole_minutes() -> None:
    shown = shown_columns([column("Who"), column("Time", ColumnKind.MINUTES)])
    assert [(one.title, one.kind, one.at) for one in shown] == [
        ("Who", "text", 0),
        ("Time", "minutes", 1),
        ("Time in minutes", "whole minutes", 1),
    ]
    assert len(shown_columns([column("Time", ColumnKind.MINUTES)], has_minutes=False)) == 1


def test_headings_are_told_apart_letters_aside_and_never_empty() -> None:
    titles = ["Note", "note", "", "Time in minutes", "Time"]
    kinds = [ColumnKind.TEXT] * 4 + [ColumnKind.MINUTES]
    shown = shown_columns([column(t, k) for t, k in zip(titles, kinds, strict=True)])
    assert [one.title for one in shown] == [
        *("Note", "note (2)", "Column", "Time in minutes", "Time", "Time in minutes (2)"),
    ]


def test_a_wide_text_has_a_wide_column_within_bounds() -> None:
    (text,) = shown_columns([column("Note")])
    assert text.width(20) == 23
    assert text.width(2) == 10
    assert text.width(4000) == 48
    assert yes_or_no(True) == "yes"
    assert yes_or_no(None) == "no"
