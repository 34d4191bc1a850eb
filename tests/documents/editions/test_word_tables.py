"""Test that tables are real ones, and records whole."""

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from coprod_desktop.documents.editions.word_styles import CLEAR, LARGE
from coprod_desktop.documents.editions.word_tables import figures, records, table
from coprod_desktop.documents.editions.word_writing import Place
from tests.edition_papers import a_summary, entries
from tests.word_reading import W, an_empty_file


@pytest.fixture
def place() -> Place:
    return Place(an_empty_file(), CLEAR)


def test_the_head_comes_again_on_each_page_and_no_row_is_cut(place: Place) -> None:
    table(place, entries(3))
    (made,) = place.file.tables
    assert [len(list(row._tr.iter(f"{W}tblHeader"))) for row in made.rows] == [1, 0, 0, 0, 0, 0]
    assert all(len(list(row._tr.iter(f"{W}cantSplit"))) == 1 for row in made.rows)
    assert [cell.text for cell in made.rows[0].cells] == [
        "Date", "What you did", "Paid", "Unpaid", "Payment",
    ]  # fmt: skip


def test_a_table_says_what_it_is(place: Place) -> None:
    table(place, entries())
    for name in ("tblCaption", "tblDescription"):
        (said,) = place.file.element.body.iter(f"{W}{name}")
        assert said.get(f"{W}val") == "Each piece of work, paid and unpaid"


def test_rows_totals_and_what_stands_below_a_row_are_in_their_places(place: Place) -> None:
    table(place, entries())
    rows = [[cell.text for cell in row.cells] for row in place.file.tables[0].rows]
    assert rows[1][1] == "Planned the leaflet\nwith سلمى الحداد, twice"
    assert rows[2] == ["We agreed less than you asked for."] * 5
    assert rows[-1][:2] == ["In all: 16 hours"] * 2
    assert rows[-1][4] == "£180.00 paid"


def test_columns_have_the_widths_of_the_paper(place: Place) -> None:
    table(place, entries())
    made = place.file.tables[0]
    widths = [column.width.mm if column.width else 0 for column in made.columns]
    assert [round(width) for width in widths] == [26, 69, 17, 18, 40]
    for cell, width in zip(made.rows[1].cells, widths, strict=True):
        assert cell.width
        assert cell.width.mm == pytest.approx(width, abs=0.1)


def test_a_column_stands_at_its_side_past_its_gap(place: Place) -> None:
    table(place, entries())
    for row in place.file.tables[0].rows[:2]:
        first, last = row.cells[0].paragraphs[0], row.cells[4].paragraphs[0]
        assert (first.alignment, last.alignment) == (None, WD_ALIGN_PARAGRAPH.RIGHT)
        assert last.paragraph_format.left_indent
        assert round(last.paragraph_format.left_indent.mm) == 3


def test_paid_and_unpaid_are_two_equal_halves(place: Place) -> None:
    figures(place, "12 hours paid", a_summary().rows)
    (made,) = place.file.tables
    assert [cell.text for cell in made.rows[0].cells] == [
        "\u00a0\u00a0\u00a0\u00a0\u00a0 Paid work\n12 hours\nPaid at £15.00.",
        "\u00a0\u00a0\u00a0\u00a0\u00a0 Unpaid work\n4 hours",
    ]
    assert len({cell.width for row in made.rows for cell in row.cells}) == 1


def test_large_figures_stand_under_one_another(place: Place) -> None:
    figures(place._replace(letters=LARGE), "12 hours paid", a_summary().rows)
    (made,) = place.file.tables
    assert len(made.columns) == 1
    assert len(made.rows) == 4


def test_records_say_every_row_in_full_words_and_stay_whole(place: Place) -> None:
    before = len(place.file.paragraphs)
    records(place, entries())
    written = place.file.paragraphs[before:]
    assert [each.text.strip("\u00a0 ") for each in written] == [
        "Thursday 1 July",
        "Planned the leaflet",
        "Paid\t2 hours",
        "Payment\t£30.00, paid 17 July",
        "Thursday 2 July",
        "Planned the leaflet",
        "Paid\t2 hours",
        "Payment\t£30.00, paid 17 July",
        "In all: 16 hours",
        "Unpaid\t4 hours",
    ]
    kept = [bool(each.paragraph_format.keep_with_next) for each in written]
    assert kept == [True, True, True, False] * 2 + [True, False]
