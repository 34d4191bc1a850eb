"""Statements are looked at in other forms, and made as somebody wants them this time."""

from pathlib import Path

import pypdf
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from coprod_desktop.domain.participants import Edition
from coprod_desktop.ui.papers.another_dialog import AnotherPaperDialog
from coprod_desktop.ui.papers.papers_dialog import PapersDialog
from coprod_desktop.ui.screen import Screen
from coprod_desktop.ui.statements.page import StatementsPage
from tests.ui.accessibility import unnamed_controls
from tests.ui.papers.working import log_work
from tests.ui.rooms import Room, add_people
from tests.ui.statements.pressing import (
    QUARTER,
    ask_making,
    choose_folder,
    column,
    make,
    states,
)


def test_making_leaves_sections_out_and_locks_the_files_into_one(
    room: Room, screen: Screen, page: StatementsPage, tmp_path: Path
) -> None:
    log_work(room, *add_people(room.office, "Amina Yusuf", "Catrin Llŷr"))
    screen.refresh()
    page.show()
    dialog = ask_making(page)
    assert unnamed_controls(dialog) == []
    dialog.sections.as_before.click()
    dialog.sections.boxes["value"].click()
    dialog.one_file.click()
    QTest.keyClicks(dialog.password, "brown otter")
    QTest.keyClicks(dialog.again, "brown otters")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert "not the same" in dialog.form.box("password").error
    for field in (dialog.password, dialog.again):
        QTest.keyClicks(field, "brown otter")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    choose_folder(page, tmp_path)
    (pdf,) = tmp_path.glob("*.pdf")
    whole = pypdf.PdfReader(pdf)
    assert whole.is_encrypted
    assert whole.decrypt("brown otter")
    assert len(whole.pages) % 2 == 0
    text = " ".join(one.extract_text() for one in whole.pages)
    assert "Amina Yusuf" in text
    assert "Catrin Llŷr" in text
    assert "Valued at" not in text
    page.hide()


def test_a_web_page_cannot_have_a_password_and_is_made_without_one(
    room: Room, screen: Screen, page: StatementsPage, tmp_path: Path
) -> None:
    log_work(room, *add_people(room.office, "Amina Yusuf"))
    screen.refresh()
    page.show()
    dialog = ask_making(page)
    dialog.web.click()
    for field in (dialog.password, dialog.again):
        QTest.keyClicks(field, "brown otter")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert "cannot be locked" in dialog.form.box("files").error
    for field in (dialog.password, dialog.again):
        field.clear()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    choose_folder(page, tmp_path)
    assert [path.suffix for path in sorted(tmp_path.glob("S-*"))] == [".html", ".pdf"]
    page.hide()


def test_cancel_makes_nothing(room: Room, screen: Screen, page: StatementsPage) -> None:
    log_work(room, *add_people(room.office, "Amina Yusuf"))
    screen.refresh()
    page.show()
    dialog = ask_making(page)
    QTest.keyClicks(dialog.password, "brown otter")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert states(page) == ["Not yet made"]
    page.hide()


def test_another_edition_is_looked_at_and_forgotten_with_the_next_person(
    room: Room, screen: Screen, page: StatementsPage
) -> None:
    log_work(room, *add_people(room.office, "Amina Yusuf", "Catrin Llŷr"))
    screen.refresh()
    options = page.paper.options
    pages = page.paper.document.pageCount()
    options.chooser.editions.buttons.button(1).click()
    assert page.paper.document.pageCount() > pages
    assert not options.remember.isHidden()
    page.list.table.selectRow(1)
    assert options.chooser.form() == (Edition.STANDARD, "en")
    assert options.remember.isHidden()


def test_remembering_a_form_changes_what_the_person_reads(
    room: Room, screen: Screen, page: StatementsPage
) -> None:
    (amina,) = add_people(room.office, "Amina Yusuf")
    log_work(room, amina)
    page.show()
    screen.refresh()
    page.paper.options.chooser.editions.buttons.button(2).click()
    page.paper.options.remember.click()
    assert room.office.participants.get(amina.participant_id).edition is Edition.EASY_READ
    assert page.rows.index(0, column(page, "edition")).data() == "Easy Read"
    assert page.paper.options.remember.isHidden()
    page.hide()


def test_a_made_statement_is_saved_in_another_form_with_the_same_number(
    room: Room, screen: Screen, page: StatementsPage, tmp_path: Path
) -> None:
    log_work(room, *add_people(room.office, "Amina Yusuf"))
    page.show()
    screen.refresh()
    make(page, tmp_path)
    page.paper.options.chooser.languages.buttons.button(2).click()
    page.paper.options.web.click()
    (dialog,) = (one for one in page.findChildren(QFileDialog) if one.isVisible())
    assert Path(dialog.selectedFiles()[0]).name == "S-2026-0001-amina-yusuf.html"
    dialog.fileSelected.emit(str(tmp_path / "mine.html"))
    dialog.hide()
    assert "S-2026-0001" in (tmp_path / "mine.html").read_text(encoding="utf-8")
    page.hide()


def test_a_statement_out_of_date_says_what_changed_since(
    room: Room, screen: Screen, page: StatementsPage, tmp_path: Path
) -> None:
    (amina,) = add_people(room.office, "Amina Yusuf")
    log_work(room, amina)
    page.show()
    screen.refresh()
    make(page, tmp_path)
    assert page.paper.news == ""
    log_work(room, amina, minutes=60)
    assert "Added: " in page.paper.news
    page.papers.click()
    (dialog,) = (one for one in page.findChildren(PapersDialog) if one.isVisible())
    assert dialog.viewer.can_hand_out
    dialog.accept()
    page.hide()


def test_another_paper_is_about_the_days_of_the_list(
    room: Room, screen: Screen, page: StatementsPage
) -> None:
    log_work(room, *add_people(room.office, "Amina Yusuf"))
    screen.refresh()
    page.show()
    page.another.click()
    (dialog,) = (one for one in page.findChildren(AnotherPaperDialog) if one.isVisible())
    assert dialog.period.days() == QUARTER
    dialog.accept_saved()
    page.hide()
