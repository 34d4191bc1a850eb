"""Test rows of a table set as records in half of a page."""

from coprod_desktop.documents.editions.half_parts import HALVES
from coprod_desktop.documents.editions.half_records import records
from coprod_desktop.documents.paper import Cell, Entries, Entry, Pair
from coprod_desktop.documents.styles import A4, ROW_RULE, STRONG_RULE
from coprod_desktop.documents.tagging import Pen
from tests.edition_papers import entries
from tests.paper_marks import aloud

LEFT, __ = HALVES


def test_a_record_says_its_title_its_lines_and_each_pair() -> None:
    pen = Pen("Records", "A charity", A4, "cy-GB")
    records(entries(1), LEFT)[0].paint(pen, 100)

    assert [text for __, text in aloud(pen.finish())] == [
        "Thursday 1 July",
        "Planned the leaflet",
        "Paid 2 hours",
        "Payment £30.00, paid 17 July",
    ]


def test_rules_set_the_records_and_the_totals_apart() -> None:
    assert [piece.rule for piece in records(entries(3), LEFT)] == [
        STRONG_RULE,
        ROW_RULE,
        ROW_RULE,
        STRONG_RULE,
    ]


def test_totals_stay_with_the_last_record() -> None:
    assert [piece.is_kept for piece in records(entries(3), LEFT)] == [False, False, True, False]


def test_totals_without_rows_stand_alone() -> None:
    total = Entry(cells=(Cell(),), title="In all", pairs=(Pair(label="Paid", text="£0.00"),))
    part = Entries(caption="", columns=(), rows=(), totals=(total, total))

    assert [piece.rule for piece in records(part, LEFT)] == [STRONG_RULE, ROW_RULE]
    assert records(Entries(caption="", columns=(), rows=()), LEFT) == []


def test_a_long_line_takes_more_room() -> None:
    short, long = (
        records(
            Entries(caption="", columns=(), rows=(Entry(cells=(), title="1 July", lines=(text,)),)),
            LEFT,
        )[0].height
        for text in ("Bus", "Bus " * 40)
    )

    assert long > 2 * short
