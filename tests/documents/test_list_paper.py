"""Any list prints one page wide, with its head on every page and which page it is of how many."""

import datetime

import pytest

from coprod_desktop.documents.list_paper import list_paper_pdf
from coprod_desktop.domain.list_extracts import ColumnKind, ExtractColumn
from coprod_desktop.domain.reports import ReportTable
from tests.paper_reading import found, page_texts, paper_text, structure

DAY = datetime.date(2026, 11, 17)
COLUMNS = (
    ExtractColumn(key="day", title="Date", kind=ColumnKind.DAY),
    ExtractColumn(key="who", title="Participant"),
    ExtractColumn(key="hours", title="Hours", kind=ColumnKind.MINUTES),
    ExtractColumn(key="offer", title="Offer", kind=ColumnKind.PENCE),
    ExtractColumn(key="here", title="Here", kind=ColumnKind.TICK),
)


def a_table(count: int, *, has_sums: bool = True) -> ReportTable:
    rows = tuple((DAY, f"Person {at}", 20, 199, True) for at in range(count))
    return ReportTable(title="Work", columns=COLUMNS, rows=rows, has_sums=has_sums)


def paper(*tables: ReportTable) -> bytes:
    return list_paper_pdf("Work", "Rivermead Together", ("To approve.",), DAY, tables)


def test_excel_print_set_up_has_the_head_and_page_x_of_y_on_every_page() -> None:
    pages = page_texts(paper(a_table(120)))
    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert "Date Participant Hours Offer Here" in text
        assert f"Page {number} of {len(pages)}" in text


def test_every_row_is_on_it_and_the_totals_are_right() -> None:
    text = paper_text(paper(a_table(120)))
    assert all(f"Person {at} " in text for at in range(120))
    assert "In all 40:00 £238.80" in text
    assert "In all" not in paper_text(paper(a_table(3, has_sums=False)))


@pytest.mark.parametrize("count", [1, 8, 25])
def test_any_number_of_columns_is_fitted_to_the_width_of_the_page(count: int) -> None:
    columns = tuple(
        ExtractColumn(key=str(at), title=f"Heading {at}", kind=kind)
        for at, kind in zip(range(count), [ColumnKind.TEXT, ColumnKind.PENCE] * count, strict=False)
    )
    row = tuple(
        "some words of a cell" if column.kind is ColumnKind.TEXT else 123_456 for column in columns
    )
    table = ReportTable(title="Wide", columns=columns, rows=(row,) * 3)
    text = paper_text(list_paper_pdf("Wide", "Rivermead", (), DAY, (table,)))
    assert text.replace(" ", "").count("somewordsofacell") == 3 * ((count + 1) // 2) or count == 25
    assert "Page 1 of 1" in text


def test_it_is_a_tagged_table_for_those_who_hear_it() -> None:
    tags = structure(paper(a_table(2)))
    assert len(found(tags, "Table")) == 1
    assert len(found(tags, "TH")) == len(COLUMNS)


def test_several_tables_stand_under_their_headings() -> None:
    other = ReportTable(title="Things made", columns=COLUMNS[1:2], rows=(("A film",),), note="One.")
    text = paper_text(paper(a_table(1), other))
    assert "Things made One. Participant A film" in text


def test_a_list_of_nothing_is_its_headings() -> None:
    assert "Date Participant" in paper_text(paper(a_table(0)))
