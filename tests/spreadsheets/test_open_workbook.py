"""What goes into the open workbook comes out of it, whatever it is."""

import datetime
import enum
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.errors import FileMissingError, SpreadsheetUnreadableError
from coprod_desktop.spreadsheets.open_workbook import read_open_workbook, write_open_workbook

_INSTANTS = st.datetimes(timezones=st.just(datetime.UTC)) | st.datetimes()
_VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**70), 2**70), st.floats(allow_nan=False),
    st.text(), st.text("=\\_x0D1-+@\r\n\t 9T:Z"), st.binary(max_size=40), st.dates(), _INSTANTS,
)  # fmt: skip
_COLUMNS = st.lists(st.text(max_size=20), min_size=1, max_size=4, unique=True)
_quick = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def _tables(draw: st.DrawFn) -> dict[str, tuple[list[str], list[list[object]]]]:
    names = draw(st.lists(st.text(max_size=40), max_size=3, unique=True))
    tables: dict[str, tuple[list[str], list[list[object]]]] = {}
    for name in names:
        columns = draw(_COLUMNS)
        row = st.lists(_VALUES, min_size=len(columns), max_size=len(columns))
        tables[name] = columns, draw(st.lists(row, max_size=6))
    return tables


def _typed(value: object) -> tuple[type, object]:
    return type(value), value


@_quick
@given(_tables())
@example({"a": (["c"], [[None], [""], [None]]), "A": (["", "=x"], [["", None]])})
@example({"History": (["ids"], [[2**62], ["4611686018427387904"], ["2026-11-21T10:00:00"]])})
@example({"t": (["f"], [[5.0], [5], [-0.0], [float("inf")], [1e300], [5e-324], [0.1]])})
@example({"t": (["d"], [[datetime.date(1900, 2, 28)], [datetime.date(1901, 1, 1)]])})
@example({"t": (["s"], [["_x000D_"], ["\r\n"], ["\ud800"], [" a "], ["=1+1"], ["\\nothing"]])})
@example({"t": (["b"], [[True], [False], [1], [0], [b""]])})
def test_every_value_comes_back_with_its_type(
    tmp_path: Path, tables: dict[str, tuple[list[str], list[list[object]]]]
) -> None:
    path = tmp_path / "open.xlsx"
    write_open_workbook(tables, path)
    back = read_open_workbook(path)
    assert list(back) == list(tables)
    for name, (columns, rows) in tables.items():
        for row, found in zip(rows, back[name], strict=True):
            assert list(found) == columns
            assert list(map(_typed, found.values())) == list(map(_typed, row))


@pytest.mark.parametrize(
    "value",
    ["a" * 32_768, "=" * 50_000, "😀" * 20_000, "\x07" * 9_000, bytes(range(256)) * 300,
     "x" * 15_999 + "_x000D_" + "=" * 20_000, "-" + "9" * 40_000],
)  # fmt: skip
def test_a_value_longer_than_a_cell_comes_back_whole(tmp_path: Path, value: object) -> None:
    path = tmp_path / "open.xlsx"
    write_open_workbook({"t": (["id", "long", "after"], [[1, value, "b"], [2, "c", "d"]])}, path)
    assert read_open_workbook(path)["t"] == [
        {"id": 1, "long": value, "after": "b"},
        {"id": 2, "long": "c", "after": "d"},
    ]
    longest = max(
        len(str(cell.value).encode("utf-16-le")) // 2
        for sheet in openpyxl.load_workbook(path)
        for row in sheet.iter_rows()
        for cell in row
    )
    assert longest <= 32_767


def test_a_named_value_is_written_as_its_text(tmp_path: Path) -> None:
    class Colour(enum.StrEnum):
        RED = "red"

    path = tmp_path / "open.xlsx"
    write_open_workbook({"t": (["c"], [[Colour.RED]])}, path)
    assert read_open_workbook(path) == {"t": [{"c": "red"}]}


def test_text_never_becomes_a_formula_and_an_id_never_a_number(tmp_path: Path) -> None:
    path = tmp_path / "open.xlsx"
    write_open_workbook({"t": (["id", "text"], [[2**62 + 1, "=1+1"]])}, path)
    identity, text = openpyxl.load_workbook(path)["t"][2]
    assert (identity.value, identity.data_type) == (str(2**62 + 1), "s")
    assert (text.value, text.data_type) == ("=1+1", "s")


def test_days_are_real_dates_for_excel(tmp_path: Path) -> None:
    path = tmp_path / "open.xlsx"
    write_open_workbook({"t": (["worked_on"], [[datetime.date(2026, 11, 21)]])}, path)
    assert openpyxl.load_workbook(path)["t"]["A2"].is_date


def test_a_value_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "open.xlsx"
    with pytest.raises(TypeError):
        write_open_workbook({"t": (["c"], [[object()]])}, path)
    assert list(tmp_path.iterdir()) == []


def test_another_workbook_is_not_taken_for_an_open_one(tmp_path: Path) -> None:
    path = tmp_path / "other.xlsx"
    workbook = openpyxl.Workbook()
    workbook.worksheets[0]["A1"] = "Name"
    workbook.save(path)
    with pytest.raises(SpreadsheetUnreadableError):
        read_open_workbook(path)
    with pytest.raises(FileMissingError):
        read_open_workbook(tmp_path / "nothing.xlsx")


def test_libreoffice_may_open_and_save_it_in_between(tmp_path: Path) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-calc-nogui")
    path = tmp_path / "open.xlsx"
    rows = [
        [2**62, "=1+1", "", datetime.date(2026, 11, 21), True, 1250, 0.1, " edge "],
        [2**62 + 1, "one\ntwo", None, None, False, -5, None, "\\text"],
    ]
    names = ["id", "text", "blank", "day", "is", "pence", "share", "odd"]
    write_open_workbook({"t": (names, rows)}, path)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless",
         "--convert-to", "xlsx", "--outdir", str(tmp_path / "saved"), str(path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    back = read_open_workbook(tmp_path / "saved" / "open.xlsx")
    assert [list(row.values()) for row in back["t"]] == rows
