"""The rows of a table come with the numbers that Excel shows, whole and only once."""

import pytest

from coprod_desktop.spreadsheets.reader import Cell, Sheet
from coprod_desktop.spreadsheets.table import Table, is_single, is_total, letter


def _table(*rows: tuple[Cell, ...], separator: str = ",", joins_last: bool = True) -> Table:
    headings = tuple(str(cell or "") for cell in rows[0])
    return Table(
        sheet=Sheet(name="s", rows=list(rows), separator=separator),
        heading_row=1,
        headings=headings,
        columns={},
        notes=(),
        sheets_not_read=(),
        has_neighbour=False,
        joins_last=joins_last,
    )


def test_blank_rows_units_and_repeated_headings_are_passed_over() -> None:
    table = _table(
        ("Name", "Hours"), (None, "hrs"), (None, None), ("Sam", "1"), ("Name", "Hours"), ("Ana",)
    )
    assert [(row.number, row.cells) for row in table.rows()] == [
        (4, ("Sam", "1")),
        (6, ("Ana", None)),
    ]


def test_a_text_with_bare_commas_at_the_end_is_put_together() -> None:
    table = _table(("Hours", "What"), ("1", "read", " wrote", None, " spoke"), ("2", "x", None))
    assert [row.cells for row in table.rows()] == [("1", "read, wrote,, spoke"), ("2", "x")]


def test_figures_are_never_put_together() -> None:
    row = next(_table(("What", "Hours"), ("x", "1", "5"), joins_last=False).rows())
    assert row.is_overlong
    assert row.cells == ("x", "1")


def test_cells_beside_a_table_of_a_workbook_are_left_alone() -> None:
    row = next(_table(("What", "Hours"), ("x", 1.0, "a remark"), separator="").rows())
    assert (row.cells, row.is_overlong) == (("x", 1.0), False)


def test_a_column_without_a_heading_goes_by_its_letter() -> None:
    table = _table(("Name", None, "Hours"))
    assert [table.label(index) for index in range(3)] == ["Name", "B", "Hours"]
    assert [letter(index) for index in (0, 25, 26, 701, 702, 16383)] == [
        "A", "Z", "AA", "ZZ", "AAA", "XFD",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "first", ["Total", "Grand Total", "sub-total", "Saldo total: 36:45", "Totals for May", "Sum"]
)
def test_rows_that_add_up_others_are_known(first: str) -> None:
    assert is_total((None, first, 3.0))


def test_names_are_not_totals() -> None:
    assert not is_total(("Sumaya Totalli", 3.0))
    assert not is_total((None, 3.0, "Total"))
    assert is_single((None, "Section", " "))
    assert not is_single(("Sam", 1.0))
