"""A sheet is a plain value; another one is made where something of it changes."""

from coprod_desktop.spreadsheets.sheets import Sheet


def test_a_changed_sheet_is_another_one() -> None:
    sheet = Sheet(name="a", rows=[("x",)], separator=";")
    other = sheet.having(rows=[("y",)])
    assert (sheet.rows, other.rows, other.separator) == ([("x",)], [("y",)], ";")
