"""A list without filters of its own goes out as what it shows, numbers as numbers."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.domain.list_extracts import ColumnKind
from coprod_desktop.ui.exporting.shown_list import list_of, reader_of
from coprod_desktop.ui.tasks import ImmediateTasks
from coprod_desktop.ui.widgets.columns import Column, fixed_rows
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.table_model import TableModel


@dataclass(frozen=True)
class Row:
    """A row of words."""

    key: int
    texts: tuple[str, ...]
    is_ticked: bool = True


TITLES = ("Name", "Total", "Time", "On", "Count", "Code", "Mixed")


def text_column(at: int) -> Column[Row]:
    return Column(key=TITLES[at], title=TITLES[at], text=lambda row: row.texts[at])


def a_view(*rows: Row) -> ListView[Row]:
    columns = [text_column(at) for at in range(len(TITLES))]
    columns.append(
        Column(key="tick", title="In", text=lambda _row: "", tick=lambda row: row.is_ticked)
    )
    columns.append(Column(key="why", title="", text=lambda _row: "why?", is_link=True))
    model: TableModel[Row] = TableModel(columns, ImmediateTasks())
    view = ListView(model, "Pay runs")
    model.load(fixed_rows(rows, key_of=lambda row: row.key))
    return view


def test_words_that_all_say_one_kind_are_of_that_kind(qtbot: QtBot) -> None:
    view = a_view(
        Row(1, ("Aisha", "£1,234.50", "26:05", "17 Nov 2026", "1,200", "0012", "£1.00")),
        Row(2, ("=B", "\N{MINUS SIGN}£0.05", "0:30", "", "7", "0034", "n/a"), is_ticked=False),
    )
    qtbot.addWidget(view)
    extract = reader_of(view)()
    assert extract.title == "Pay runs"
    assert [column.title for column in extract.columns] == [*TITLES, "In"]
    assert [column.kind for column in extract.columns] == [
        *(ColumnKind.TEXT, ColumnKind.PENCE, ColumnKind.MINUTES, ColumnKind.DAY),
        *(ColumnKind.NUMBER, ColumnKind.TEXT, ColumnKind.TEXT, ColumnKind.TICK),
    ]
    assert list(extract.rows) == [
        *(
            ("Aisha", 123450, 1565, datetime.date(2026, 11, 17), Decimal(1200), "0012", "£1.00",
             True),
            ("=B", -5, 30, None, Decimal(7), "0034", "n/a", False),
        ),
    ]  # fmt: skip


def test_a_list_longer_than_its_pages_is_read_whole(qtbot: QtBot) -> None:
    view = a_view(*(Row(at, (f"P {at}", *[""] * 6)) for at in range(1_700)))
    qtbot.addWidget(view)
    assert len(list(reader_of(view)().rows)) == 1_700


def test_the_list_that_somebody_works_with_is_meant(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    first, second = a_view(), a_view(Row(1, ("x",) * 7))
    column.addWidget(first)
    column.addWidget(second)
    assert list_of(page) is None
    page.show()
    assert list_of(page) is first
    first.hide()
    assert list_of(page) is second
    page.hide()
