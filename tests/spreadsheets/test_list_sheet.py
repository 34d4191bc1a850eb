"""A list in a workbook holds real values, keeps text text, and adds up live."""

import datetime
from collections.abc import Iterable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.list_extracts import ColumnKind, ExtractColumn, ListExtract, PlainValue
from coprod_desktop.spreadsheets.list_sheet import ListSheet, write_list_workbook

DAY = datetime.date(2026, 11, 17)
COLUMNS = (
    ExtractColumn(key="day", title="Date", kind=ColumnKind.DAY),
    ExtractColumn(key="who", title="Participant", kind=ColumnKind.TEXT),
    ExtractColumn(key="hours", title="Hours", kind=ColumnKind.MINUTES),
    ExtractColumn(key="offer", title="Offer", kind=ColumnKind.PENCE),
    ExtractColumn(key="code", title="Sort code", kind=ColumnKind.CODE),
    ExtractColumn(key="pieces", title="Pieces", kind=ColumnKind.NUMBER),
    ExtractColumn(key="here", title="Here", kind=ColumnKind.TICK),
)
ROWS: tuple[tuple[PlainValue, ...], ...] = (
    (DAY, "=1+1", 150, 1999, "001462", 2, True),
    (None, "Llŷr <b> & co", 1500, 1, "00123456", None, False),
)


def an_extract(rows: Iterable[tuple[PlainValue, ...]] = ROWS, title: str = "Work") -> ListExtract:
    return ListExtract(title=title, columns=COLUMNS, rows=iter(rows))


def write(path: Path, *rows: tuple[PlainValue, ...], is_bare: bool = False) -> Path:
    sheet = ListSheet(extract=an_extract(rows or ROWS), note="All of it", is_bare=is_bare)
    write_list_workbook([sheet], path)
    return path


def test_numbers_are_numbers_days_days_and_codes_keep_their_noughts(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(write(tmp_path / "a.xlsx"))["Work"]
    heads = [cell.value for cell in sheet[4]]
    assert heads[2:4] == ["Hours", "Hours in minutes"]
    assert [cell.value for cell in sheet[5]] == [
        *(datetime.datetime(2026, 11, 17), "=1+1", datetime.timedelta(minutes=150), 150),  # noqa: DTZ001  # Excel knows no zones
        *(19.99, "001462", 2, "yes"),
    ]
    assert sheet["C6"].value == datetime.timedelta(hours=25)
    assert (sheet["C6"].number_format, sheet["E6"].number_format) == ("[h]:mm", "£#,##0.00")
    assert sheet["A6"].value is None
    assert sheet["F6"].number_format == "@"


def test_text_that_begins_like_a_formula_is_text_and_stays_text_when_edited(tmp_path: Path) -> None:
    cell = openpyxl.load_workbook(write(tmp_path / "a.xlsx"))["Work"]["B5"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert cell.quotePrefix


def test_it_is_a_real_table_with_its_head_in_view_and_on_each_page(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(write(tmp_path / "a.xlsx"))["Work"]
    (table,) = sheet.tables.values()
    assert table.ref == "A4:H6"
    assert sheet.freeze_panes == "B5"
    assert sheet.print_title_rows == "$4:$4"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.right.text == "Page &P of &N"
    assert sheet.dimensions == "A1:H7"


def test_totals_are_live_and_what_they_come_to_stands_there(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx")
    live = openpyxl.load_workbook(path)["Work"]
    assert live["C7"].value == "=ROUND(SUBTOTAL(109,C5:C6)*1440,0)/1440"
    assert live["E7"].value == "=ROUND(SUBTOTAL(109,E5:E6),2)"
    shown = openpyxl.load_workbook(path, data_only=True)["Work"]
    assert shown["A7"].value == "In all"
    assert shown["C7"].value == datetime.timedelta(minutes=1650)
    assert (shown["D7"].value, shown["E7"].value) == (1650, 20.0)


def test_a_bare_sheet_is_only_headings_and_rows(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(write(tmp_path / "a.xlsx", is_bare=True))["Work"]
    assert sheet["A1"].value == "Date"
    assert sheet["B2"].value == "=1+1"
    assert sheet.dimensions == "A1:H3"
    assert not sheet.merged_cells.ranges


def test_a_list_of_nothing_is_a_table_of_one_empty_row(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    assert write_list_workbook([ListSheet(extract=an_extract(()))], path) == 0
    sheet = openpyxl.load_workbook(path)["Work"]
    assert next(iter(sheet.tables.values())).ref == "A4:H5"
    assert sheet["E6"].value == "=ROUND(SUBTOTAL(109,E5:E5),2)"


def test_two_headings_alike_are_told_apart(tmp_path: Path) -> None:
    columns = [ExtractColumn(key=key, title="Note", kind=ColumnKind.TEXT) for key in ("a", "b")]
    extract = ListExtract(title="x", columns=tuple(columns), rows=iter([("1", "2")]))
    write_list_workbook([ListSheet(extract=extract)], tmp_path / "a.xlsx")
    heads = openpyxl.load_workbook(tmp_path / "a.xlsx")["x"][4]
    assert [cell.value for cell in heads] == ["Note", "Note (2)"]


def test_stopping_leaves_nothing_behind(tmp_path: Path) -> None:
    class StoppedError(Exception):
        """Somebody pressed Cancel."""

    def stop(_done: int) -> None:
        raise StoppedError

    rows = [ROWS[0]] * 1200
    with pytest.raises(StoppedError):
        write_list_workbook([ListSheet(extract=an_extract(rows))], tmp_path / "a.xlsx", stop)
    assert list(tmp_path.iterdir()) == []


def test_two_lists_of_one_name_have_sheets_of_their_own(tmp_path: Path) -> None:
    sheets = [ListSheet(extract=an_extract(title="Work [2026]/all: people?")) for _ in range(2)]
    assert write_list_workbook(sheets, tmp_path / "a.xlsx") == 4
    names = openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames
    assert names == ["Work 2026 all people", "Work 2026 all people (2)"]


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
_FORMULAS = st.builds("{}{}".format, st.sampled_from("=+-@\t\r＝＋－＠"), _TEXTS)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(texts=st.lists(_TEXTS | _FORMULAS, min_size=1, max_size=30))
def test_no_text_ever_becomes_a_formula(tmp_path: Path, texts: list[str]) -> None:
    columns = (
        ExtractColumn(key="a", title="=1+1", kind=ColumnKind.TEXT),
        ExtractColumn(key="b", title="Code", kind=ColumnKind.CODE),
    )
    rows = [(text, text) for text in texts]
    extract = ListExtract(title="=2+2", columns=columns, rows=iter(rows))
    path = tmp_path / "a.xlsx"
    write_list_workbook([ListSheet(extract=extract, note=texts[0])], path)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
