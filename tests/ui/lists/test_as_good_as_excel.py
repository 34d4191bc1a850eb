"""What a spreadsheet does better than most programs, done in the lists with real keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from coprod_desktop.domain.list_looks import ColumnFilter
from coprod_desktop.domain.own_columns import OwnKind
from coprod_desktop.domain.row_marks import Flag
from coprod_desktop.ui.lists.column_chooser import ColumnChooser
from coprod_desktop.ui.lists.column_dialog import ColumnDialog
from coprod_desktop.ui.lists.dialogs import NameDialog, OwnColumnDialog, RowNoteDialog, ValueDialog
from tests.ui.accessibility import unnamed_controls
from tests.ui.lists.conftest import ALT, CONTROL, NAMES, SHIFT, Desk
from tests.ui.rooms import type_text

Key = Qt.Key
CLIPBOARD = QGuiApplication.clipboard


def wait_for_sums() -> None:
    QTest.qWait(80)


def plain(words: tuple[str, ...]) -> list[str]:
    return [part.replace("\N{NO-BREAK SPACE}", " ") for part in words]


def test_excel_copy_out_with_headings(desk: Desk) -> None:
    desk.go_to(0, "date")
    desk.press(Key.Key_Down, SHIFT)
    desk.press(Key.Key_Space, SHIFT)  # the whole of both rows
    desk.press(Key.Key_C, CONTROL)
    lines = CLIPBOARD().text().split("\r\n")
    headings = lines[0].split("\t")
    first = dict(zip(headings, lines[1].split("\t"), strict=True))
    assert headings[:2] == ["Date", "Participant"]
    assert "" not in headings  # "why?" is a link and no content
    row = desk.rows()[0]
    assert first["Date"] == row.worked_on.isoformat()
    assert first["Participant"] == row.participant
    hours = first["Paid hours"] or first["Unpaid hours"]
    assert hours == f"{row.minutes // 60}:{row.minutes % 60:02d}"
    assert len(lines) == 4  # headings, two rows, and the end of the last line
    page = CLIPBOARD().mimeData().html()
    assert f'sdval="{row.minutes / 1440:.12f}"' in page  # hours are numbers
    assert "dd\\/mm\\/yyyy" in page  # days are days
    assert "<th>Participant</th>" in page


def test_cells_alone_are_copied_as_they_are_selected(desk: Desk) -> None:
    desk.go_to(1, "participant")
    desk.press(Key.Key_C, CONTROL)
    assert CLIPBOARD().text() == desk.names()[1]
    desk.press(Key.Key_Down, SHIFT)
    desk.press(Key.Key_C, CONTROL)
    told = CLIPBOARD().text()
    assert told == "Participant\r\n" + "".join(f"{name}\r\n" for name in desk.names()[1:3])


def test_excel_status_bar_sum_average_count_of_any_cells_and_copy(desk: Desk) -> None:
    desk.looks.show_columns(("date", "participant", "time", "offer"))
    desk.go_to(0, "time")
    wait_for_sums()
    assert not desk.window.status.sums_words  # one cell is no sum
    desk.press(Key.Key_Down, SHIFT, times=5)
    wait_for_sums()
    assert plain(desk.window.status.sums_words) == [
        "6 cells selected",
        "Sum 6 h 00",
        "Average 1 h 00",
        "Count 6",
    ]
    desk.window.status.copy_sums()
    assert CLIPBOARD().text() == "Sum\t6:00\r\nAverage\t1:00\r\nCount\t6\r\n"
    desk.press(Key.Key_Right, SHIFT)
    wait_for_sums()
    offered = sum(row.offered_pence for row in desk.rows())
    assert f"Sum £{offered / 100:.2f}" in desk.window.status.sums_words
    assert "12 cells selected" in desk.window.status.sums_words
    desk.page.hide()
    assert not desk.window.status.sums_words


def test_excel_sort_by_click_and_by_key(desk: Desk) -> None:
    head = desk.page.list.table.horizontalHeader()
    keys = [one.key for one in desk.page.rows.columns]
    place = keys.index("participant")
    middle = QPoint(head.sectionViewportPosition(place) + 12, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert desk.names() == sorted(desk.names())
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert desk.names() == sorted(desk.names(), reverse=True)
    desk.go_to(0, "unpaid")
    desk.press(Key.Key_Down, ALT)
    dialog = desk.dialog(ColumnDialog)
    dialog.upwards.click()
    assert desk.page.rows.sorted_by == ("unpaid", False)
    desk.go_to(0, "unpaid")
    desk.press(Key.Key_Down, ALT)
    desk.dialog(ColumnDialog).usual.click()
    assert desk.page.rows.sorted_by == ("", False)


def test_excel_autofilter_with_tick_list_and_text_box_kept_after_restart(
    desk: Desk, reopened: Callable[[], Desk]
) -> None:
    desk.go_to(0, "participant")
    desk.press(Key.Key_Down, ALT)
    dialog = desk.dialog(ColumnDialog)
    shown = [dialog.values.item(at).text() for at in range(dialog.values.count())]
    assert shown == [f"{name}  (2)" for name in NAMES]
    QTest.keyClick(dialog.search, Key.Key_Down)
    assert dialog.focusWidget() is dialog.values
    QTest.keyClick(dialog.values, Key.Key_Space)
    QTest.keyClick(dialog.values, Key.Key_Down)
    QTest.keyClick(dialog.values, Key.Key_Down)
    QTest.keyClick(dialog.values, Key.Key_Space)
    QTest.keyClick(dialog.values, Key.Key_Return)
    assert set(desk.names()) == {"Amina Yusuf", "Tom Brennan"}
    assert desk.looks.bar.words == ("Participant: Amina Yusuf, Tom Brennan",)
    desk.go_to(0, "kind")
    desk.press(Key.Key_Down, ALT)
    dialog = desk.dialog(ColumnDialog)
    type_text(dialog.contains, "meet")
    QTest.keyClick(dialog.contains, Key.Key_Return)
    assert [row.kind_of_work for row in desk.rows()] == ["Meeting"] * 2
    again = reopened()
    assert set(again.names()) == {"Amina Yusuf", "Tom Brennan"}
    assert len(again.looks.bar.words) == 2
    assert again.page.rows.filtered == {"participant", "kind"}
    again.looks.bar.chips[0].click()
    assert set(again.names()) == set(NAMES)
    again.looks.bar.all.click()
    assert len(again.rows()) == 6
    assert not again.looks.bar.isVisible()


def test_a_range_is_typed_as_people_write_and_a_slip_is_worded(desk: Desk) -> None:
    desk.go_to(0, "paid")
    desk.press(Key.Key_Down, ALT)
    dialog = desk.dialog(ColumnDialog)
    type_text(dialog.lowest, "soon")
    QTest.keyClick(dialog.lowest, Key.Key_Return)
    assert dialog.isVisible()
    assert "soon" in dialog.problem.text()
    dialog.lowest.clear()
    type_text(dialog.lowest, "1h30")
    QTest.keyClick(dialog.lowest, Key.Key_Return)
    assert [row.minutes for row in desk.rows()] == [120]
    assert "from 1" in desk.looks.bar.words[0]


def test_excel_colour_a_row_and_add_a_note(desk: Desk) -> None:
    office = desk.room.office
    desk.go_to(0, "participant")
    desk.press(Key.Key_Down, SHIFT)
    desk.press(Key.Key_1, ALT)
    ids = [row.contribution_id for row in desk.rows()[:2]]
    assert {one.flag for one in office.row_marks.of("contributions", ids).values()} == {Flag.RED}
    assert desk.text(0, "flag") == desk.text(1, "flag") == "Red"  # a word beside the colour
    assert desk.page.list.selection.row_count() == 2  # and both stay selected
    (flag,) = [one for one in desk.page.rows.columns if one.key == "flag"]
    assert flag.bar is not None
    assert flag.bar(desk.rows()[0])
    assert flag.bar(desk.rows()[2]) is None

    desk.go_to(0, "participant")
    desk.press(Key.Key_F2, SHIFT)
    note = desk.dialog(RowNoteDialog)
    type_text(note.note, "Ask about the bus")
    note.save_requested.emit()
    assert desk.text(0, "note") == "Ask about the bus"
    (column,) = [one for one in desk.page.rows.columns if one.key == "note"]
    assert column.tooltip is not None
    assert column.tooltip(desk.rows()[0]) == "Ask about the bus"


def test_excel_add_a_column_without_a_form_designer(desk: Desk) -> None:
    office = desk.room.office
    assert desk.screen.list_actions is not None
    desk.screen.list_actions.choose_columns()
    desk.dialog(ColumnChooser).add.click()
    new = desk.dialog(OwnColumnDialog)
    type_text(new.title_field, "Bus")
    new.kind.set_value(OwnKind.NUMBER)
    new.save_requested.emit()
    assert "Bus" in desk.titles()
    key = next(one.key for one in desk.page.rows.columns if one.title == "Bus")
    desk.go_to(1, key)
    desk.press(Key.Key_F2)
    value = desk.dialog(ValueDialog)
    type_text(value.value, "many")
    value.save_requested.emit()
    assert value.isVisible()
    value.value.setText("1,250.5")
    value.save_requested.emit()
    assert desk.text(1, key) == "1250.5"
    desk.go_to(0, key)
    desk.press(Key.Key_Down, SHIFT)
    desk.press(Key.Key_C, CONTROL)
    assert CLIPBOARD().text() == "Bus\r\n\r\n1250.5\r\n"
    extract = desk.screen.list_actions.export_rows()
    titles = [one.title for one in extract.columns]
    assert [row[titles.index("Bus")] for row in extract.rows][:2] == [None, pytest.approx(1250.5)]
    office.history.undo()
    assert desk.text(1, key) == ""


def test_excel_freeze_panes_zoom_and_hide_columns(desk: Desk, reopened: Callable[[], Desk]) -> None:
    table = desk.page.list.table
    desk.looks.show_columns(tuple(one.key for one in desk.looks.all_columns()))
    desk.window.resize(700, 600)
    QTest.qWait(1)
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert table.horizontalScrollBar().value() > 0
    frozen = table.frozen
    assert frozen.isVisible()
    names = [one.key for one in desk.page.rows.columns]
    shown = {names[at] for at in range(len(names)) if not frozen.isColumnHidden(at)}
    assert "participant" in shown
    assert "what" not in shown
    assert frozen.geometry().left() == 0
    assert frozen.horizontalHeader().isVisible()
    table.horizontalScrollBar().setValue(0)
    assert not frozen.isVisible()

    rows = table.verticalHeader().defaultSectionSize()
    wheel = QWheelEvent(
        QPointF(50, 50), table.mapToGlobal(QPointF(50, 50)), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, CONTROL, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(table.viewport(), wheel)
    assert desk.page.list.zoom == 110
    assert table.verticalHeader().defaultSectionSize() > rows
    desk.go_to(0, "participant")
    desk.press(Key.Key_0, CONTROL)
    assert desk.page.list.zoom == 100
    desk.page.list.step_zoom(2)
    desk.looks.keep()
    assert reopened().page.list.zoom == 125


def test_excel_hide_move_and_widen_columns_remembered(
    desk: Desk, reopened: Callable[[], Desk]
) -> None:
    table = desk.page.list.table
    desk.go_to(0, "project")
    desk.press(Key.Key_Down, ALT)
    desk.dialog(ColumnDialog).hide_it.click()
    assert "Project" not in desk.titles()
    assert desk.screen.list_actions is not None
    desk.screen.list_actions.choose_columns()
    chooser = desk.dialog(ColumnChooser)
    QTest.keyClick(chooser.list, Key.Key_Down, ALT)
    QTest.keyClick(chooser.list, Key.Key_Return)
    order = desk.titles()
    table.horizontalHeader().resizeSection(2, 222)
    desk.looks.keep()
    again = reopened()
    assert again.titles() == order
    assert again.page.list.table.columnWidth(2) == pytest.approx(222, abs=3)


def test_excel_find_with_ctrl_f_everywhere(desk: Desk) -> None:
    desk.go_to(0, "participant")
    QTest.keyClick(desk.window, Key.Key_F, CONTROL)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    type_text(field, "catrin")
    QTest.keyClick(field, Key.Key_Return)
    assert set(desk.names()) == {"Catrin Llŷr"}
    QTest.keyClick(field, Key.Key_Down)
    assert desk.page.list.table.hasFocus()


def test_excel_accessibility_of_lists_every_control_named_and_every_state_in_words(
    desk: Desk,
) -> None:
    desk.filter(key="participant", ticked=("Amina Yusuf",))
    desk.looks.sort("date", True)
    assert unnamed_controls(desk.page) == []
    head = desk.page.rows
    keys = [one.key for one in head.columns]
    spoken = int(Qt.ItemDataRole.AccessibleTextRole)
    across = Qt.Orientation.Horizontal
    said = [head.headerData(at, across, spoken) for at in range(len(keys))]
    assert said[keys.index("participant")] == "Participant, filtered"
    assert said[keys.index("date")] == "Date, sorted downwards"
    desk.go_to(0, "participant")
    desk.press(Key.Key_Down, ALT)
    dialog = desk.dialog(ColumnDialog)
    assert unnamed_controls(dialog) == []
    dialog.reject()
    assert desk.screen.list_actions is not None
    desk.screen.list_actions.choose_columns()
    chooser = desk.dialog(ColumnChooser)
    assert unnamed_controls(chooser) == []
    chooser.reject()


def test_views_are_saved_chosen_renamed_and_removed(desk: Desk) -> None:
    looks, office = desk.looks, desk.room.office
    looks.filter(ColumnFilter(key="participant", ticked=("Amina Yusuf",)))
    looks.menu.save_wanted.emit()
    dialog = desk.dialog(NameDialog)
    type_text(dialog.name, "Amina only")
    dialog.save_requested.emit()
    looks.filter(ColumnFilter(key="participant", ticked=("Tom Brennan",)))
    (view,) = office.saved_views.all("contributions")
    looks.menu.chosen.emit(view)
    assert set(desk.names()) == {"Amina Yusuf"}
    assert looks.menu.words == "View: Amina only"
    looks.menu.fill()
    assert "Last unsaved" in [action.text() for action in looks.menu.menu().actions()]
    looks.menu.last_unsaved_chosen.emit()
    assert set(desk.names()) == {"Tom Brennan"}
    looks.menu.usual_chosen.emit()
    assert len(desk.rows()) == 6
    looks.menu.rename_wanted.emit(view)
    dialog = desk.dialog(NameDialog)
    dialog.name.setText("Amina")
    dialog.save_requested.emit()
    assert [one.name for one in looks.views] == ["Amina"]
    looks.menu.remove_wanted.emit(looks.views[0])
    assert not office.saved_views.all("contributions")
    office.history.undo()
    assert [one.name for one in looks.views] == ["Amina"]


def test_likely_doubles_are_found(desk: Desk) -> None:
    office = desk.room.office
    piece = office.contributions.get(desk.rows()[0].contribution_id)
    office.contributions.log(piece)
    desk.looks.menu.doubles_wanted.emit(True)
    assert len(desk.rows()) == 2
    assert len({(row.participant, row.minutes) for row in desk.rows()}) == 1
    assert desk.looks.bar.words == ("Likely doubles",)
    desk.looks.bar.chips[0].click()
    assert len(desk.rows()) == 7


def test_all_shown_means_what_the_columns_let_pass(desk: Desk) -> None:
    desk.page.filters.choose("logged")
    desk.filter(key="participant", ticked=("Amina Yusuf",))
    desk.page.approve_all.click()
    office = desk.room.office
    desk.looks.clear_all()
    desk.page.filters.choose("all")
    states = {row.participant: row.state.value for row in desk.rows()}
    assert states == {
        "Amina Yusuf": "approved", "Catrin Llŷr": "logged", "Tom Brennan": "logged",
    }  # fmt: skip
    assert office.history.last() is not None


def test_the_menus_reach_the_list_on_show(desk: Desk) -> None:
    actions = desk.screen.list_actions
    assert actions is not None
    desk.go_to(0, "participant")
    desk.press(Key.Key_Down, SHIFT)
    ids = tuple(row.contribution_id for row in desk.rows())
    assert actions.selected_ids() == ids[:2]
    assert actions.chosen_ids()() == ids[:2]
    desk.press(Key.Key_Up)
    assert actions.chosen_ids()() == ids
    desk.filter(key="participant", ticked=("Amina Yusuf",))
    extract = actions.export_rows()
    assert extract.filtered_by == "Participant: Amina Yusuf"
    assert len(list(extract.rows)) == 2
    actions.clear_filters()
    assert len(desk.rows()) == 6
