"""The table of a list fits its columns to the room, and to what somebody chose."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.tasks import ImmediateTasks
from coprod_desktop.ui.widgets.columns import Column, fixed_rows
from coprod_desktop.ui.widgets.list_view import ListView
from coprod_desktop.ui.widgets.table_model import TableModel

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(qtbot: QtBot) -> ListView[str]:
    notes = {"Bea": ""}
    columns = (
        Column[str](key="name", title="Name", text=str, is_strong=True, is_stretch=True),
        Column[str](key="time", title="Time", text=str, width_em=6),
        Column[str](
            key="note", title="Note", text=lambda row: notes.get(row, "!"), only_with_words=True
        ),
        Column[str](key="more", title="More", text=str, is_secondary=True, width_em=200),
        Column[str](key="own", title="Own", text=str, is_editable=True, width_em=6),
    )
    model = TableModel(columns, ImmediateTasks())
    made = ListView(model, "Names", picks_cells=True)
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show()
    model.load(fixed_rows(["Bea"], key_of=lambda row: row))
    return made


def shown(view: ListView[str]) -> list[str]:
    columns = view.table.model().columns  # type: ignore[attr-defined]  # a TableModel
    return [one.key for at, one in enumerate(columns) if not view.table.isColumnHidden(at)]


def test_a_width_that_somebody_chose_stays_and_the_others_share_the_rest(
    view: ListView[str], qtbot: QtBot
) -> None:
    table = view.table
    assert shown(view) == ["name", "time", "own"]
    with qtbot.waitSignal(view.look_changed):
        table.head.resizeSection(1, 150)
    table.fit_columns()
    assert table.columnWidth(1) == pytest.approx(150, abs=1)
    total = sum(table.columnWidth(at) for at in (0, 1, 4))
    assert total == pytest.approx(table.viewport().width(), abs=2)
    assert set(table.widths()) == {"time"}


def test_columns_that_were_chosen_show_however_little_room_there_is(view: ListView[str]) -> None:
    view.table.set_widths({}, is_as_chosen=True)
    QTest.qWait(1)
    assert shown(view) == ["name", "time", "more", "own"]
    assert view.table.horizontalScrollBar().maximum() > 0


def test_a_column_comes_with_its_first_words_and_goes_with_the_last(view: ListView[str]) -> None:
    model = view.table.model()
    model.load(fixed_rows(["Cai"], key_of=lambda row: row))  # type: ignore[attr-defined]  # as above
    assert "note" in shown(view)
    model.load(fixed_rows(["Bea"], key_of=lambda row: row))  # type: ignore[attr-defined]  # as above
    assert "note" not in shown(view)


def test_keys_ask_for_menus_flags_notes_and_typing(view: ListView[str]) -> None:
    told: list[object] = []
    view.menu_requested.connect(told.append)
    view.flag_requested.connect(told.append)
    view.note_requested.connect(lambda: told.append("note"))
    view.edit_requested.connect(lambda row, key: told.append((row, key)))
    view.opened.connect(lambda row: told.append(f"opened {row}"))
    table = view.table
    table.setCurrentIndex(table.model().index(0, 4))
    QTest.keyClick(table, Key.Key_Down, ALT)
    QTest.keyClick(table, Key.Key_5, ALT)
    QTest.keyClick(table, Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Key.Key_F2)
    table.setCurrentIndex(table.model().index(0, 0))
    QTest.keyClick(table, Key.Key_F2)
    assert told == ["own", 5, "note", ("Bea", "own"), "opened Bea"]
