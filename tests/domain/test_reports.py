"""The table of a report goes out as a list with the same columns and rows."""

from coprod_desktop.domain.list_extracts import ExtractColumn
from coprod_desktop.domain.reports import ReportTable


def test_a_table_is_a_list_that_can_be_written_again_and_again() -> None:
    columns = (ExtractColumn(key="a", title="A"),)
    table = ReportTable(title="Work", columns=columns, rows=(("x",),), note="All of it")
    for _time in range(2):
        extract = table.extract()
        assert (extract.title, extract.columns, extract.filtered_by) == (
            *("Work", columns, "All of it"),
        )
        assert list(extract.rows) == [("x",)]
