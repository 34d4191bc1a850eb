"""A spreadsheet comes in by keyboard alone: look, columns, check, import, and back again."""

import dataclasses
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.participants import Participant
from coprod_desktop.ui.imports.dialog import CHECK, DONE, LOOK, MAP, ImportDialog
from coprod_desktop.ui.imports.presenter import ImportPresenter
from coprod_desktop.ui.tasks import Cancelled
from tests.ui.accessibility import unnamed_controls
from tests.ui.imports.steps import ANN, BEN, HEAD, Opened, press, words, work
from tests.ui.rooms import Room, add_people


def test_a_sheet_comes_in_and_every_step_can_be_read_aloud(room: Room, opened: Opened) -> None:
    dialog = opened("Spring 2026", HEAD, ANN, BEN, "Total,,3")
    assert (dialog.step, dialog.look.kind.value()) == (LOOK, "contributions")
    assert unnamed_controls(dialog) == []
    assert "Unicode (UTF-8); between the cells: Comma" in words(dialog.look)
    row = dialog.look.left_out.row_at(0)
    assert row is not None
    assert (row.row.row, row.row.words) == (5, "Total · 3")
    press(dialog)
    assert dialog.step == MAP
    assert unnamed_controls(dialog) == []
    fields = [field.value() for field in dialog.map.fields.values()]
    assert fields == ["name", "date", "duration", "project", "what", "paid"]
    press(dialog)
    assert dialog.step == CHECK
    assert unnamed_controls(dialog) == []
    assert "New: 2 pieces of work. Time in these rows: 3 hours." in words(dialog.check)
    assert "What was read comes to the same as the sheet says." in words(dialog.check)
    assert work(room) == []
    assert dialog.next.words == "Import 2 rows"
    press(dialog)
    assert dialog.step == DONE
    assert "2 people are new here." in words(dialog.outcome)
    assert work(room) == [("Ann Lee", 120, "Dug"), ("Ben Rees", 60, "Planted")]
    press(dialog)
    assert not dialog.isVisible()


def test_what_is_wrong_is_put_right_in_its_place_or_left_out(room: Room, opened: Opened) -> None:
    dialog = opened(HEAD, ANN, "Cai Pugh,31/04/2026,lots,Garden,=A1,no", "Dai,,,Garden,,no", BEN)
    press(dialog)
    press(dialog)
    check = dialog.check
    assert check.problems.rowCount() == 5
    for text in ("30/04/2026", "1:30", "Pruned"):
        check.problem_list.setFocus()
        QTest.keyClick(
            check.problem_list.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier
        )
        QTest.keyClick(check.problem_list.table, Qt.Key.Key_Return)
        assert dialog.focusWidget() is check.right
        QTest.keyClick(check.right, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(check.right, text)
        QTest.keyClick(check.right, Qt.Key.Key_Return)
    assert check.problems.rowCount() == 2
    QTest.keyClick(check.leave_row, Qt.Key.Key_Space)
    assert check.problems.rowCount() == 0
    press(dialog)
    assert work(room) == [
        ("Ann Lee", 120, "Dug"), ("Ben Rees", 60, "Planted"), ("Cai Pugh", 90, "Pruned"),
    ]  # fmt: skip


def test_who_is_meant_is_asked_before_anything_comes_in(room: Room, opened: Opened) -> None:
    add_people(room.office, "Samir Khan", "Sam King")
    dialog = opened(HEAD, ANN, ANN.replace("Ann Lee", "Sam K."))
    press(dialog)
    press(dialog)
    check = dialog.check
    row = check.names.row_at(0)
    assert row is not None
    assert (row.name, row.is_open) == ("Sam K.", True)
    assert "Did you mean" in row.words
    assert not dialog.next.isEnabled()
    check.who.setFocus()
    line = check.who.lineEdit()
    assert line is not None
    QTest.keyClick(line, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, "samir")
    check.who.settle()
    assert dialog.next.words == "Import 2 rows"
    assert dialog.next.isEnabled()
    press(dialog)
    assert [name for name, _minutes, _what in work(room)] == ["Ann Lee", "Samir Khan"]


def test_days_that_can_be_read_either_way_are_asked_about(room: Room, opened: Opened) -> None:
    dialog = opened("Name,Date,Hours", "Ann Lee,03/04/2026,2", "Ann Lee,04/04/2026,1")
    press(dialog)
    press(dialog)
    assert dialog.step == MAP
    assert "Every day here could be read either way." in dialog.map.form.box("order").error
    dialog.map.order.set_value("mdy")
    press(dialog)
    assert dialog.step == CHECK
    press(dialog)
    with room.office.desk.reading() as reading:
        days = sorted(one.worked_on.isoformat() for one in reading.find(Contribution))
    assert days == ["2026-03-04", "2026-04-04"]


def test_lengths_in_days_are_asked_about(room: Room, opened: Opened) -> None:
    dialog = opened("Name,Date,Hours", "Ann Lee,13/04/2026,½ day")
    press(dialog)
    press(dialog)
    assert dialog.step == MAP
    assert "how long a day is" in dialog.map.form.box("day").error
    QTest.keyClicks(dialog.map.day, "7:00")
    press(dialog)
    press(dialog)
    assert [minutes for _name, minutes, _what in work(room)] == [210]


def test_strange_headings_are_named_once_and_known_the_next_time(
    room: Room, opened: Opened, tmp_path: Path
) -> None:
    dialog = opened("Xa,Xb,Xc", "Ann Lee,13/04/2026,2")
    press(dialog)
    press(dialog)
    assert dialog.step == MAP
    assert "no column" in dialog.problem.lower()
    for field, value in zip(dialog.map.fields.values(), ("name", "date", "duration"), strict=True):
        field.set_value(value)
    press(dialog)
    press(dialog)
    assert dialog.step == DONE
    again = opened("Xa,Xb,Xc", "Ben Rees,14/04/2026,1", path=tmp_path / "other.csv")
    press(again)
    assert "These columns were named before" in words(again.map)
    press(again)
    press(again)
    assert [name for name, _minutes, _what in work(room)] == ["Ann Lee", "Ben Rees"]


def test_two_columns_cannot_be_the_same(opened: Opened) -> None:
    dialog = opened(HEAD, ANN)
    press(dialog)
    list(dialog.map.fields.values())[4].set_value("project")
    press(dialog)
    assert dialog.step == MAP
    assert "Two columns are “Project”." in words(dialog.map)


def test_an_edited_sheet_offers_its_changes_with_a_tick(
    room: Room, opened: Opened, tmp_path: Path
) -> None:
    (tmp_path / "time.csv").write_text("\n".join((HEAD, ANN, BEN)))
    room.office.imports.contributions(tmp_path / "time.csv")
    dialog = opened(HEAD, ANN.replace(",2,", ",3,"), BEN)
    press(dialog)
    press(dialog)
    line = dialog.check.changes.row_at(0)
    assert line is not None
    assert line.words.startswith("Time: 2:00 → 3:00")
    assert dialog.next.words == "Nothing new to import"
    assert not dialog.next.isEnabled()
    dialog.check.change_list.setFocus()
    dialog.check.change_list.select_key(line.key)
    QTest.keyClick(dialog.check.change_list.table, Qt.Key.Key_Space)
    assert dialog.next.words == "Import 1 row"
    press(dialog)
    assert work(room) == [("Ann Lee", 180, "Dug"), ("Ben Rees", 60, "Planted")]


def test_a_disagreement_of_totals_is_shown_with_both_figures(opened: Opened) -> None:
    dialog = opened(HEAD, ANN, BEN, "Total,,3.5")
    press(dialog)
    press(dialog)
    total = dialog.check.totals.row_at(0)
    assert total is not None
    assert (total.row, total.column) == (4, "Hours")
    assert (total.words(total.stated), total.words(total.read)) == ("3:30", "3:00")
    assert "1 total differs." in words(dialog.check)


def test_a_row_taken_for_a_total_is_an_entry_after_all(room: Room, opened: Opened) -> None:
    dialog = opened(HEAD, ANN, "Total Recall,,1,Garden,Dug,no")
    row = dialog.look.left_out.row_at(0)
    assert row is not None
    dialog.look.left_list.select_key((row.sheet, row.row.row))
    QTest.keyClick(dialog.look.left_list.table, Qt.Key.Key_Space)
    kept = dialog.look.left_out.row_at(0)
    assert kept is not None
    assert not kept.is_out
    press(dialog)
    press(dialog)
    problem = dialog.check.problems.row_at(0)
    assert problem is not None
    assert (problem.row, problem.column) == (3, "Date")


def test_the_heading_row_and_the_letters_can_be_corrected(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "polish.csv"
    text = "Osoba;Data;Godziny\nŁucja Żak;13/04/2026;2\nOla Żak;14/04/2026;3\n"
    path.write_bytes(text.encode("cp1250"))
    dialog = opened(path=path)
    assert dialog.look.kind.value() == "contributions"
    dialog.look.encoding.set_value("cp1250")
    QTest.keyClick(dialog.look.heading, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.look.heading, "2")
    QTest.keyClick(dialog.look.heading, Qt.Key.Key_Return)
    assert dialog.step == LOOK
    assert "1 row below the headings." in words(dialog.look)
    QTest.keyClick(dialog.look.heading, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(dialog.look.heading, "1")
    QTest.keyClick(dialog.look.heading, Qt.Key.Key_Return)
    assert "2 rows below the headings." in words(dialog.look)
    press(dialog)
    press(dialog)
    assert "Łucja Żak" in {
        row.name for row in (dialog.check.names.row_at(at) for at in range(2)) if row is not None
    }


def test_several_sheets_are_ticked_and_read_together(
    room: Room, opened: Opened, tmp_path: Path
) -> None:
    book = openpyxl.Workbook()
    for title, day in (("March", "13/03/2026"), ("April", "13/04/2026")):
        sheet = book.create_sheet(title)
        sheet.append(["Name", "Date", "Hours"])
        sheet.append(["Ann Lee", day, 2])
    book.create_sheet("Rates").append(["Rate", 12.6])
    del book["Sheet"]
    path = tmp_path / "year.xlsx"
    book.save(path)
    dialog = opened(path=path)
    ticked = [row.is_ticked for row in (dialog.look.sheets.row_at(at) for at in range(3)) if row]
    assert ticked == [True, True, False]
    press(dialog)
    press(dialog)
    assert dialog.next.words == "Import 2 rows"
    dialog.back.click()
    dialog.back.click()
    assert dialog.step == LOOK
    dialog.look.sheet_list.select_key(("April", 1))
    QTest.keyClick(dialog.look.sheet_list.table, Qt.Key.Key_Space)
    press(dialog)
    press(dialog)
    assert dialog.next.words == "Import 1 row"


def test_excel_import_is_tried_first_names_row_errors_and_is_undone(
    room: Room, opened: Opened, tmp_path: Path
) -> None:
    """Peers, what users ask most, row 4: dry run, named line errors, once only, undo."""
    lines = (HEAD, ANN, "Cai Pugh,31/04/2026,1,Garden,Pruned,no", BEN)
    dialog = opened(*lines)
    for _step in (MAP, CHECK):
        press(dialog)
    problem = dialog.check.problems.row_at(0)
    assert problem is not None
    assert (problem.row, problem.column, problem.value) == (3, "Date", "31/04/2026")
    assert "The calendar has no such day." in problem.message
    assert work(room) == []
    press(dialog)
    brought = work(room)
    assert len(brought) == 2
    again = opened(path=tmp_path / "time.csv")
    for _step in (MAP, CHECK):
        press(again)
    assert not again.next.isEnabled()
    assert "There already, and not brought in again: 2." in words(again.check)
    room.office.history.undo()
    assert work(room) == []
    room.office.history.redo()
    assert work(room) == brought


def _undo(room: Room) -> None:
    room.office.history.undo()


def test_undo_on_the_last_page_takes_all_of_it_back(
    room: Room, opened: Opened, tmp_path: Path
) -> None:
    room = dataclasses.replace(
        room, context=dataclasses.replace(room.context, undo=lambda: _undo(room))
    )
    path = tmp_path / "time.csv"
    path.write_text("\n".join((HEAD, ANN, BEN)))
    dialog = ImportDialog(path.name, room.context.tasks)
    presenter = ImportPresenter(dialog, room.context, path)
    presenter.start()
    for _step in (MAP, CHECK, DONE):
        press(dialog)
    assert len(work(room)) == 2
    QTest.keyClick(dialog.undo, Qt.Key.Key_Space)
    assert not dialog.isVisible()
    assert work(room) == []
    with room.office.desk.reading() as reading:
        assert reading.find(Participant) == ()


def test_escape_leaves_without_a_trace(room: Room, opened: Opened) -> None:
    dialog = opened(HEAD, ANN)
    press(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert work(room) == []


def stop_at_the_first_row(room: Room) -> None:
    """Let somebody press Stop as soon as anything long begins."""

    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    tasks = room.context.tasks
    plain = tasks.run_with_progress

    def run(
        work: Callable[..., object], _progressed: object, done: object, failed: object
    ) -> object:
        return plain(lambda _progress: work(stop), lambda *_: None, done, failed)  # type: ignore[arg-type]  # handed on as it came

    tasks.run_with_progress = run  # type: ignore[method-assign, assignment]  # only the press of Stop is acted


def test_stopping_says_that_nothing_was_brought_in(room: Room, opened: Opened) -> None:
    dialog = opened(HEAD, ANN)
    press(dialog)
    press(dialog)
    stop_at_the_first_row(room)
    press(dialog)
    assert dialog.step == CHECK
    assert "Nothing was brought in" in dialog.problem
    assert work(room) == []


def test_stopping_the_check_leads_back_to_the_columns(room: Room, opened: Opened) -> None:
    dialog = opened(HEAD, ANN)
    press(dialog)
    stop_at_the_first_row(room)
    press(dialog)
    assert dialog.step == MAP
    assert "Nothing has changed" in dialog.problem
    assert dialog.next.isEnabled()


def test_a_long_check_says_how_far_it_is(opened: Opened) -> None:
    dialog = opened(HEAD, *[ANN.replace("2026", str(1990 + year)) for year in range(30)] * 40)
    press(dialog)
    assert dialog.progress.words == ""
    press(dialog)
    assert dialog.step == CHECK
    assert dialog.progress.words == "1,000 of 1,200 rows"
    assert dialog.progress.isHidden()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("picture.xlsx", b"\x89PNG\r\n\x1a\n" * 40, "is not a spreadsheet"),
        ("empty.csv", b"", "has no rows"),
    ],
)
def test_what_is_no_spreadsheet_is_said_and_nothing_opens(
    room: Room, opened: Opened, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(content)
    dialog = opened(path=tmp_path / name)
    assert not dialog.isVisible()
    assert sentence in room.last_words
