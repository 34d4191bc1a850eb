"""Test tables in clear print: columns, figures, totals and what stands below a row."""

from coprod_desktop.documents.editions.clear_table import entries
from coprod_desktop.documents.editions.frame import CLEAR, CLEAR_SIDE, LETTER, Frame
from coprod_desktop.documents.page import compose, print_pages
from coprod_desktop.documents.paper import Cell, Column, Entries, Entry
from coprod_desktop.documents.tagging import Pen
from tests.edition_papers import entries as some_entries
from tests.paper_marks import aloud, told
from tests.paper_reading import found, structure

SHEET = CLEAR.look.sheet


def printed(part: Entries) -> bytes:
    pen = Pen("A table", "A charity", SHEET.size, "en-GB")
    return print_pages(pen, SHEET, compose(entries(part, CLEAR), 60, 60, SHEET.bottom), "Foot")


def a_row(*texts: str, below: str = "") -> Entry:
    return Entry(cells=tuple(Cell(texts=(text,)) for text in texts), title="", below=below)


def a_table(*rows: Entry, totals: tuple[Entry, ...] = ()) -> Entries:
    columns = (Column(heading="Day", millimetres=30), Column(heading="What"))
    return Entries(caption="Each day", columns=columns, rows=rows, totals=totals)


def test_a_table_says_what_it_lists_and_which_way_its_headings_speak() -> None:
    pdf = printed(some_entries())
    table = next(said for said in told(pdf).all() if said.tag == "Table")

    assert table.says["Summary"] == "Each piece of work, paid and unpaid"
    heads = [said.says.get("Scope") for said in table.all() if said.tag == "TH"]
    assert heads == ["/Column"] * 5 + ["/Row"]


def test_what_stands_below_a_row_spans_every_column_but_the_first() -> None:
    rows = found(structure(printed(a_table(a_row("1 July", "Bus", below="You claimed £2.")))), "TR")

    assert len(rows) == 3
    assert [cell.says.get("ColSpan", "1") for cell in rows[2].kids] == ["1", "1"]
    assert ("TD", "You claimed £2.") in aloud(
        printed(a_table(a_row("1", "2", below="You claimed £2.")))
    )


def test_totals_stay_with_the_last_row() -> None:
    total = Entry(cells=(Cell(texts=("In all",), columns=2, is_heading=True),), title="In all")
    pieces = entries(a_table(a_row("1", "a"), a_row("2", "b"), totals=(total, total)), CLEAR)

    assert [piece.is_kept for piece in pieces] == [True, False, True, True, False]


def test_without_totals_the_last_row_stays_with_nothing() -> None:
    pieces = entries(a_table(a_row("1", "a")), CLEAR)

    assert [piece.is_kept for piece in pieces] == [True, False]


def test_nothing_to_list_makes_no_table() -> None:
    assert entries(a_table(), CLEAR) == []


def test_a_column_without_a_width_takes_what_is_left_of_its_frame() -> None:
    words = "word " * 30
    wide, narrow = (
        entries(a_table(a_row("1", words)), frame)[1].height for frame in (CLEAR, CLEAR_SIDE)
    )

    assert narrow > wide


def test_columns_without_widths_share_what_is_left() -> None:
    columns = (Column(heading="A"), Column(heading="B"))
    part = Entries(caption="", columns=columns, rows=(a_row("word " * 12, "word " * 12),))
    alone = Entries(caption="", columns=columns[:1], rows=(a_row("word " * 12),))

    assert entries(part, CLEAR)[1].height > entries(alone, CLEAR)[1].height


def test_text_before_a_column_of_figures_keeps_its_distance() -> None:
    heights = [
        [
            entries(beside_pounds("i" * count, is_right=is_right), CLEAR)[1].height
            for count in range(40, 80)
        ]
        for is_right in (True, False)
    ]

    assert heights[0] != heights[1]
    assert all(before_figures >= plain for before_figures, plain in zip(*heights, strict=True))


def beside_pounds(text: str, *, is_right: bool) -> Entries:
    columns = (
        Column(heading="What"),
        Column(heading="£", millimetres=120, is_right=is_right),
    )
    return Entries(caption="", columns=columns, rows=(a_row(text, "£1.00"),))


def test_a_total_in_a_letter_stands_over_a_rule() -> None:
    total = Entry(cells=(Cell(texts=("In all",), columns=2, is_heading=True),), title="In all")
    part = a_table(a_row("1", "a"), totals=(total,))

    assert drawn_rules(part, LETTER) == drawn_rules(part, CLEAR) + 1


def drawn_rules(part: Entries, frame: Frame) -> int:
    pen = Pen("A table", "A charity", SHEET.size, "en-GB")
    for piece in entries(part, frame):
        piece.paint(pen, 100)
    return sum(" l S" in step for step in pen._code)
