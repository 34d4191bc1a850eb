"""Statements are chosen, looked at, made, saved and stopped on their screen."""

import datetime
import io
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import pypdf
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from coprod_desktop.ui.papers.handing_out import HandingOut
from coprod_desktop.ui.screen import Screen
from coprod_desktop.ui.statements.dialogs import PeriodDialog
from coprod_desktop.ui.statements.page import StatementsPage
from coprod_desktop.ui.tasks import Cancelled
from coprod_desktop.ui.widgets.message_bar import MessageKind
from tests.ui.accessibility import unnamed_controls
from tests.ui.papers.working import log_work
from tests.ui.rooms import Room, add_people
from tests.ui.statements.pressing import (
    QUARTER,
    make,
    presenter_of,
    states,
    ticked,
)


def text_of(pdf: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(one.extract_text() for one in pages).split())


def test_an_empty_file_says_what_to_do(screen: Screen, page: StatementsPage) -> None:
    screen.refresh()
    assert page.rows.rowCount() == 0
    assert not page.make.isEnabled()


def test_everybody_without_a_statement_is_ticked_and_the_first_is_shown(
    room: Room, screen: Screen, page: StatementsPage
) -> None:
    log_work(room, *add_people(room.office, "Amina Yusuf", "Catrin Llŷr"))
    screen.refresh()
    assert states(page) == ["Not yet made", "Not yet made"]
    assert ticked(page) == [True, True]
    assert page.make.words == "Make 2 statements"
    assert "Amina Yusuf" in page.paper.words()
    assert "2 hours 30 minutes" in page.paper.words().replace("\xa0", " ")
    assert not page.paper.can_hand_out


def test_space_unticks_and_only_the_ticked_ones_are_made(
    room: Room, screen: Screen, page: StatementsPage, tmp_path: Path
) -> None:
    log_work(room, *add_people(room.office, "Amina Yusuf", "Catrin Llŷr"))
    page.show()
    screen.refresh()
    QTest.keyClick(page.list.table, Qt.Key.Key_Space)
    assert ticked(page) == [False, True]
    assert page.make.words == "Make 1 statement"
    make(page, tmp_path)
    (pdf,) = tmp_path.glob("S-*.pdf")
    assert "Catrin Llŷr" in text_of(pdf.read_bytes())
    assert [state.startswith("Made") for state in states(page)] == [False, True]
    assert "1 statement is made." in room.last_words
    page.hide()


def test_ticking_everybody_and_nobody(room: Room, screen: Screen, page: StatementsPage) -> None:
    log_work(room, *add_people(room.office, "Amina Yusuf", "Catrin Llŷr"))
    screen.refresh()
    page.tick_all.click()
    assert ticked(page) == [False, False]
    assert not page.make.isEnabled()
    page.tick_all.click()
    assert ticked(page) == [True, True]


def test_work_logged_later_makes_a_statement_out_of_date(
    room: Room, screen: Screen, page: StatementsPage, tmp_path: Path
) -> None:
    amina, catrin = add_people(room.office, "Amina Yusuf", "Catrin Llŷr")
    log_work(room, amina, catrin)
    page.show()
    screen.refresh()
    make(page, tmp_path)
    assert page.paper.can_hand_out
    log_work(room, amina, minutes=60)
    assert states(page)[0] == "Out of date"
    assert states(page)[1].startswith("Made")
    assert ticked(page) == [True, False]
    assert not page.paper.can_hand_out
    page.filters.choose("old")
    assert page.rows.rowCount() == 1
    make(page, tmp_path)
    assert "This replaces statement S-2026-0001" in text_of(
        max(tmp_path.glob("S-*.pdf")).read_bytes()
    )
    assert page.rows.rowCount() == 0
    page.hide()


def test_a_made_statement_is_saved_exactly_as_it_was_handed_out(
    room: Room, screen: Screen, page: StatementsPage, tmp_path: Path
) -> None:
    log_work(room, *add_people(room.office, "Amina Yusuf"))
    page.show()
    screen.refresh()
    make(page, tmp_path)
    (made,) = tmp_path.glob("S-*.pdf")
    page.paper.save.click()
    (dialog,) = (one for one in page.findChildren(QFileDialog) if one.isVisible())
    assert Path(dialog.selectedFiles()[0]).name == made.name
    dialog.fileSelected.emit(str(tmp_path / "mine.pdf"))
    dialog.hide()
    assert (tmp_path / "mine.pdf").read_bytes() == made.read_bytes()
    page.hide()


def test_a_computer_without_a_printer_is_told_what_to_do(
    room: Room,
    screen: Screen,
    page: StatementsPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    log_work(room, *add_people(room.office, "Amina Yusuf"))
    page.show()
    screen.refresh()
    make(page, tmp_path)
    page.paper.print.click()
    kind, words = room.said[-1]
    assert kind is MessageKind.WARN
    assert "Save the PDF" in words
    page.hide()


@pytest.mark.parametrize(("is_taken", "kind"), [(True, MessageKind.GOOD), (False, MessageKind.BAD)])
def test_every_page_goes_to_the_printer_and_a_refusal_is_said(
    room: Room, screen: Screen, page: StatementsPage, is_taken: bool, kind: MessageKind
) -> None:
    log_work(room, *add_people(room.office, "Amina Yusuf"))
    screen.refresh()
    put: list[int] = []

    def printer(pages: Sequence[QImage]) -> bool:
        put.append(len(pages))
        return is_taken

    paper = page.paper.shown
    assert paper is not None
    HandingOut(room.context).print_out(paper, printer)
    assert put == [page.paper.document.pageCount()]
    assert room.said[-1][0] is kind
    assert "Amina Yusuf" in room.last_words


def test_a_folder_that_cannot_be_written_gets_a_sentence(
    room: Room, screen: Screen, page: StatementsPage, tmp_path: Path
) -> None:
    log_work(room, *add_people(room.office, "Amina Yusuf"))
    screen.refresh()
    blocked = tmp_path / "a file, not a folder"
    blocked.write_text("")
    presenter_of(screen).make(blocked)
    kind, words = room.said[-1]
    assert kind is MessageKind.BAD
    assert words
    assert page.progress.isHidden()


def test_a_name_that_no_font_has_is_worded_and_nothing_is_made(
    room: Room, screen: Screen, page: StatementsPage, tmp_path: Path
) -> None:
    log_work(room, *add_people(room.office, "Amina Yusuf", "𓀀 Nefer"))
    page.show()
    screen.refresh()
    page.list.table.selectRow(1)
    assert page.paper.words() == ""
    make(page, tmp_path)
    assert "𓀀" in room.last_words
    assert states(page) == ["Not yet made", "Not yet made"]
    assert not list(tmp_path.glob("S-*.pdf"))
    page.hide()


def test_stopping_makes_nothing_and_numbers_nothing(
    room: Room,
    screen: Screen,
    page: StatementsPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    log_work(room, *add_people(room.office, "Amina Yusuf", "Catrin Llŷr"))
    screen.refresh()
    presenter = presenter_of(screen)
    shown: list[int] = []

    def stop_at_the_first(done: int, _total: int) -> None:
        shown.append(done)
        if done == 1:
            raise Cancelled

    monkeypatch.setattr(page, "show_progress", stop_at_the_first)
    presenter.make(tmp_path)
    assert shown == [0, 1]
    assert states(page) == ["Not yet made", "Not yet made"]
    assert not list(tmp_path.glob("S-*.pdf"))
    assert "Stopped." in room.last_words


def test_one_day_more_is_another_period(room: Room, screen: Screen, page: StatementsPage) -> None:
    log_work(room, *add_people(room.office, "Amina Yusuf"))
    screen.refresh()
    page.dates_requested.emit()
    (dialog,) = (one for one in page.findChildren(PeriodDialog) if one.isVisible())
    assert (dialog.first.day(), dialog.last.day()) == QUARTER
    assert dialog.usual.value() == "quarter"
    dialog.usual.set_value("last quarter")
    assert dialog.last.day() == QUARTER[0] - datetime.timedelta(days=1)
    dialog.save_requested.emit()
    assert not dialog.isVisible()
    assert page.rows.rowCount() == 0


def test_days_that_are_no_usual_period_are_called_other(
    room: Room, screen: Screen, page: StatementsPage
) -> None:
    page.dates_requested.emit()
    (dialog,) = (one for one in page.findChildren(PeriodDialog) if one.isVisible())
    line = cast(QLineEdit, dialog.first)
    line.clear()
    QTest.keyClicks(line, "3/1/2026")
    assert dialog.usual.value() == "other"
    dialog.accept_saved()


def test_a_period_that_ends_before_it_begins_gets_a_sentence(
    room: Room, screen: Screen, page: StatementsPage
) -> None:
    page.dates_requested.emit()
    (dialog,) = (one for one in page.findChildren(PeriodDialog) if one.isVisible())
    dialog.last.set_day(QUARTER[0] - datetime.timedelta(days=30))
    dialog.save_requested.emit()
    assert dialog.form.box("last").error
    assert presenter_of(screen).from_on == QUARTER[0]
    dialog.accept_saved()


def test_a_narrow_page_shows_one_half_at_a_time(
    room: Room, screen: Screen, page: StatementsPage
) -> None:
    log_work(room, *add_people(room.office, "Amina Yusuf"))
    page.resize(QSize(500, 600))
    page.show()
    screen.refresh()
    assert page.list.isVisible()
    assert not page.paper.isVisible()
    page.halves.choose("paper")
    assert page.paper.isVisible()
    assert not page.list.isVisible()
    page.hide()


def test_pages_are_turned(room: Room, screen: Screen, page: StatementsPage) -> None:
    (amina,) = add_people(room.office, "Amina Yusuf")
    for _again in range(12):
        log_work(room, amina, minutes=60)
    page.show()
    screen.refresh()
    assert page.paper.document.pageCount() > 1
    assert page.paper.place.startswith("Page 1 of")
    page.paper.turn(1)
    assert page.paper.place.startswith("Page 2 of")
    bar = page.paper.pages.verticalScrollBar()
    before = bar.value()
    QTest.keyClick(page.paper.pages, Qt.Key.Key_PageUp)
    assert bar.value() < before
    QTest.keyClick(page.paper.pages, Qt.Key.Key_PageDown)
    assert bar.value() == before
    page.hide()


def test_every_control_has_a_name_and_the_model_is_sound(
    room: Room, screen: Screen, page: StatementsPage
) -> None:
    QAbstractItemModelTester(page.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    log_work(room, *add_people(room.office, "Amina Yusuf", "Catrin Llŷr"))
    page.show()
    screen.refresh()
    assert unnamed_controls(page) == []
    page.hide()
