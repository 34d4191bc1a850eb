"""Each column is shown with what it is taken for, and a guess is marked as one."""

import datetime
from pathlib import Path

from coprod_desktop.spreadsheets.column_looks import ColumnLook, columns_of, offered_fields
from coprod_desktop.spreadsheets.mapping import ImportMap
from coprod_desktop.spreadsheets.reader import read_book

_TODAY = datetime.date(2026, 11, 21)


def _columns(
    folder: Path, text: str, kind: str = "contributions", wishes: ImportMap | None = None
) -> dict[str, ColumnLook]:
    path = folder / "log.csv"
    path.write_text(text, encoding="utf-8")
    found = columns_of(read_book(path), wishes or ImportMap(), kind, _TODAY)
    return {column.said: column for column in found}


def test_known_headings_are_sure_and_likely_ones_are_suggestions(tmp_path: Path) -> None:
    text = "Name,Date,Durration,Colour\nAnn,13/3/2026,1:30,red\n"
    columns = _columns(tmp_path, text)
    assert {said: column.field for said, column in columns.items()} == {
        "Name": "name", "Date": "date", "Durration": "duration", "Colour": "",
    }  # fmt: skip
    assert [said for said, column in columns.items() if column.is_suggestion] == ["Durration"]
    assert columns["Durration"].samples == ("1:30",)
    told = _columns(tmp_path, text, wishes=ImportMap(columns={"duration": "Durration"}))
    assert not told["Durration"].is_suggestion


def test_people_and_times_in_and_out_are_shown_as_such(tmp_path: Path) -> None:
    wide = _columns(tmp_path, "date,Leo,Ana,task\n13/3/2026,1,2,x\n")
    assert [column.field for column in wide.values()] == ["date", "person", "person", "what"]
    pairs = _columns(
        tmp_path,
        "Name,Date,Came in,Went out,Came in 2,Went out 2\nAnn,13/3/2026,9:00,10:00,11:00,12:00\n",
    )
    assert [column.field for column in pairs.values()][2:] == [
        "time_in", "time_out", "time_in", "time_out",
    ]  # fmt: skip


def test_columns_of_one_heading_are_told_apart_by_their_letters(tmp_path: Path) -> None:
    columns = _columns(tmp_path, "Name,Date,Note,Hours,Note\nAnn,13/3/2026,x,2,y\n")
    assert list(columns) == ["Name", "Date", "C", "Hours", "E"]


def test_what_a_column_may_be_depends_on_the_kind() -> None:
    assert "sort_code" in offered_fields("participants")
    assert "miles" in offered_fields("expenses")
    assert {"person", "time_in"} <= set(offered_fields("contributions"))
