"""Rows are written while they come, each value as its kind, whatever letters a text has."""

import datetime
import io
from decimal import Decimal

import defusedxml.ElementTree
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.list_extracts import ColumnKind, ExtractColumn
from coprod_desktop.spreadsheets.row_spool import RowSpool, live_sum
from coprod_desktop.spreadsheets.shown_columns import shown_columns

KINDS = (ColumnKind.TEXT, ColumnKind.DAY, ColumnKind.MINUTES, ColumnKind.PENCE, ColumnKind.NUMBER)
COLUMNS = shown_columns([ExtractColumn(key=k.value, title=k.value, kind=k) for k in KINDS])


def a_spool() -> RowSpool:
    return RowSpool(COLUMNS, [(1, 2)] * len(COLUMNS), 5)


def written(spool: RowSpool) -> str:
    place = io.BytesIO()
    spool.copy_to(place)
    spool.close()
    return place.getvalue().decode("utf-8")


def test_figures_and_days_are_numbers_and_their_sums_are_kept() -> None:
    spool = a_spool()
    spool.add(("x", datetime.date(2026, 11, 17), 90, -150, Decimal("2.5")))
    spool.add((None, None, 30, 200, None))
    assert (spool.count, spool.sums) == (2, [0, 0, 120, 120, 50, 0])
    xml = written(spool)
    for cell in ('<c r="B5" s="1"><v>46343</v>', '<c r="C5" s="1"><v>0.0625</v>',
                 '<c r="D5" s="1"><v>90</v>', '<c r="E5" s="1"><v>-1.5</v>',
                 '<c r="F5" s="1"><v>2.5</v>', '<c r="A6" s="1"/>'):  # fmt: skip
        assert cell in xml


def test_what_is_no_figure_in_a_column_of_figures_is_text() -> None:
    spool = a_spool()
    spool.add(("=1", datetime.date(1850, 1, 1), "n/a", "+2", "twelve"))
    xml = written(spool)
    assert xml.count('t="inlineStr"') == 6
    assert '<c r="A5" s="2" t="inlineStr">' in xml
    assert "1850-01-01" in xml


@given(st.text())
def test_any_text_makes_whole_xml(text: str) -> None:
    spool = a_spool()
    spool.add((text, None, None, None, None))
    row = defusedxml.ElementTree.fromstring(written(spool))
    kept = "".join(row.itertext())
    if text.isprintable() and text:
        assert kept == text


def test_sums_leave_no_noise_of_binary_fractions() -> None:
    assert live_sum("pence", "SUM(A1)") == "ROUND(SUM(A1),2)"
    assert live_sum("minutes", "SUM(A1)") == "ROUND(SUM(A1)*1440,0)/1440"
    assert live_sum("number", "SUM(A1)") == "SUM(A1)"
