"""A live formula carries its result, so that every program shows the figure."""

from decimal import Decimal
from pathlib import Path

import openpyxl

from coprod_desktop.spreadsheets.formulas import Formulas


def test_results_stand_beside_the_formulas(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook = openpyxl.Workbook()
    first, second = workbook.worksheets[0], workbook.create_sheet("Sécond & last")
    first["A1"] = 2
    formulas = Formulas()
    formulas.put(first["A2"], "=A1*2", 4)
    formulas.put(first["A3"], '=IF(A1<3,"less & more","no")', "less & more")
    formulas.put(second["B1"], "=ROUND(1.005,2)", Decimal("1.01"))
    workbook.save(path)
    formulas.fill_in(workbook, path)
    shown = openpyxl.load_workbook(path, data_only=True)
    assert [shown.worksheets[0][place].value for place in ("A1", "A2", "A3")] == [
        2,
        4,
        "less & more",
    ]
    assert shown.worksheets[1]["B1"].value == 1.01
    live = openpyxl.load_workbook(path)
    assert live.worksheets[0]["A3"].value == '=IF(A1<3,"less & more","no")'
    assert live.worksheets[1]["B1"].value == "=ROUND(1.005,2)"
