"""A cross-table in a workbook adds up across and down, live."""

from pathlib import Path

import openpyxl

from coprod_desktop.domain.list_extracts import ExtractColumn, ListExtract
from coprod_desktop.domain.pivots import GroupKey, Pivot, PivotBy, PivotFigure, PivotGroup
from coprod_desktop.spreadsheets.pivot_sheet import write_pivot


def a_pivot(figure: PivotFigure) -> Pivot:
    cells: dict[tuple[GroupKey, GroupKey], int] = {(1, "a"): 1000, (1, "b"): 1, (2, "b"): 2}
    return Pivot(
        rows_by=PivotBy.PERSON,
        columns_by=PivotBy.KIND,
        figure=figure,
        from_on=None,
        to_on=None,
        rows=(PivotGroup(key=1, name="=Aisha"), PivotGroup(key=2, name="Bronwen")),
        columns=(PivotGroup(key="a", name="A"), PivotGroup(key="b", name="B")),
        cells=cells,
        row_totals={1: 1001, 2: 2},
        column_totals={"a": 1000, "b": 3},
        total=1003,
    )


def written(figure: PivotFigure, path: Path) -> openpyxl.Workbook:
    data = ListExtract(
        title="Data", columns=(ExtractColumn(key="x", title="X"),), rows=iter([("1",)])
    )
    assert write_pivot(a_pivot(figure), "Cross", "Person", "All", [data], path) == 3
    return openpyxl.load_workbook(path)


def test_money_adds_up_both_ways(tmp_path: Path) -> None:
    sheet = written(PivotFigure.OFFERED, tmp_path / "a.xlsx")["Cross"]
    assert sheet["D5"].value == "=ROUND(SUM(B5:C5),2)"
    assert sheet["B7"].value == "=ROUND(SUBTOTAL(109,B5:B6),2)"
    assert sheet["A5"].value == "=Aisha"
    assert sheet["B6"].value is None
    shown = openpyxl.load_workbook(tmp_path / "a.xlsx", data_only=True)["Cross"]
    assert [shown[f"{column}7"].value for column in "ABCD"] == ["In all", 10, 0.03, 10.03]
    assert shown["D5"].value == 10.01


def test_people_are_not_added_up(tmp_path: Path) -> None:
    sheet = written(PivotFigure.PEOPLE, tmp_path / "a.xlsx")["Cross"]
    assert [sheet[f"{column}7"].value for column in "ABCD"] == ["In all", 1000, 3, 1003]
    assert sheet["D5"].value == 1001
