"""A person's papers are made, opened again, saved and answered in dialogs."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from coprod_desktop.domain.issued_papers import PaperKind
from coprod_desktop.domain.participants import Edition, Participant
from coprod_desktop.ui.papers.another_dialog import AnotherPaperDialog
from coprod_desktop.ui.papers.answer_dialog import AnswerDialog
from coprod_desktop.ui.papers.handing_out import open_path
from coprod_desktop.ui.papers.papers_dialog import PapersDialog
from coprod_desktop.ui.papers.person_papers import PersonPapers
from tests.ui.accessibility import unnamed_controls
from tests.ui.papers.working import DAYS, ask, log_work, said, save, the, words_of
from tests.ui.rooms import Room, type_text


def choose_path(parent: QWidget, path: Path) -> str:
    """Choose a path in the computer's own dialog; return the name that it offered."""
    (dialog,) = (one for one in parent.window().findChildren(QFileDialog) if one.isVisible())
    offered = Path(dialog.selectedFiles()[0]).name
    dialog.fileSelected.emit(str(path))
    dialog.hide()
    return offered


def test_the_answer_to_a_check_sheet_is_written_down_once(
    room: Room, papers: PersonPapers, parent: QWidget, amina: Participant
) -> None:
    paper = room.office.issued_papers.issue(PaperKind.CHECK, amina.participant_id, DAYS).paper
    papers.show_papers(amina.participant_id)
    shown = the(parent, PapersDialog)
    shown.log.click()
    dialog = the(shown, AnswerDialog)
    save(dialog)
    assert dialog.form.box("answer").error
    dialog.wrong.click()
    (note,) = dialog.findChildren(QPlainTextEdit)
    type_text(note, "It was two hours.")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    answer = room.office.issued_papers.answer(paper.issued_paper_id)
    assert answer
    assert (answer.is_right, answer.note) == (False, "It was two hours.")
    assert not shown.log.isVisible()
    row = shown.list.current_row()
    assert row
    assert row.answer == answer
    assert "is written down" in said(shown)
    shown.accept()


def test_an_answer_that_somebody_else_wrote_down_meanwhile_is_said(
    room: Room, papers: PersonPapers, parent: QWidget, amina: Participant
) -> None:
    paper = room.office.issued_papers.issue(PaperKind.CHECK, amina.participant_id, DAYS).paper
    papers.show_papers(amina.participant_id)
    shown = the(parent, PapersDialog)
    shown.log.click()
    dialog = the(shown, AnswerDialog)
    dialog.right.click()
    room.office.issued_papers.log_answer(paper.issued_paper_id, True)
    save(dialog)
    assert "is written down already" in said(dialog)
    dialog.accept_saved()
    shown.accept()


def test_an_old_paper_is_opened_again_and_shown_in_another_form(
    room: Room, papers: PersonPapers, parent: QWidget, amina: Participant
) -> None:
    room.office.statements.issue(*DAYS)
    log_work(room, amina, minutes=60)
    room.office.statements.issue(*DAYS)
    papers.show_papers(amina.participant_id, "S-2026-0001")
    shown = the(parent, PapersDialog)
    QAbstractItemModelTester(shown.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    row = shown.list.current_row()
    assert row
    assert row.is_replaced
    assert "S-2026-0001" in words_of(shown)
    pages = shown.viewer.document.pageCount()
    shown.viewer.options.chooser.editions.buttons.button(1).click()
    assert shown.viewer.document.pageCount() > pages
    shown.viewer.options.asked.click()
    assert shown.viewer.document.pageCount() == pages
    assert unnamed_controls(shown) == []
    shown.accept()


@pytest.mark.parametrize(
    ("button", "ending", "begins"),
    [("save", "pdf", b"%PDF"), ("web", "html", b"<!"), ("word", "docx", b"PK")],
)
def test_a_paper_is_saved_as_every_kind_of_file(
    room: Room,
    papers: PersonPapers,
    parent: QWidget,
    amina: Participant,
    tmp_path: Path,
    button: str,
    ending: str,
    begins: bytes,
) -> None:
    room.office.issued_papers.issue(PaperKind.CERTIFICATE, amina.participant_id, DAYS)
    papers.show_papers(amina.participant_id)
    shown = the(parent, PapersDialog)
    getattr(shown.viewer.options, button).click()
    path = tmp_path / f"mine.{ending}"
    assert choose_path(shown, path) == f"C-2026-0001-amina-yusuf.{ending}"
    assert path.read_bytes().startswith(begins)
    assert path.name in said(shown)
    shown.accept()


def test_a_folder_that_cannot_be_written_gets_a_sentence(
    room: Room, papers: PersonPapers, parent: QWidget, amina: Participant, tmp_path: Path
) -> None:
    room.office.issued_papers.issue(PaperKind.CERTIFICATE, amina.participant_id, DAYS)
    papers.show_papers(amina.participant_id)
    shown = the(parent, PapersDialog)
    (tmp_path / "a file").write_text("")
    shown.viewer.save.click()
    choose_path(shown, tmp_path / "a file" / "mine.pdf")
    assert said(shown)
    shown.accept()


def test_a_form_is_remembered_for_the_person(
    room: Room, papers: PersonPapers, parent: QWidget, amina: Participant
) -> None:
    room.office.issued_papers.issue(PaperKind.CERTIFICATE, amina.participant_id, DAYS)
    papers.show_papers(amina.participant_id)
    shown = the(parent, PapersDialog)
    assert not shown.viewer.options.remember.isVisible()
    shown.viewer.options.chooser.languages.buttons.button(1).click()
    shown.viewer.options.remember.click()
    person = room.office.participants.get(amina.participant_id)
    assert (person.edition, person.language) == (Edition.STANDARD, "cy")
    assert not shown.viewer.options.remember.isVisible()
    shown.accept()


def test_a_computer_without_a_printer_is_told_inside_the_dialog(
    room: Room,
    papers: PersonPapers,
    parent: QWidget,
    amina: Participant,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    room.office.issued_papers.issue(PaperKind.CERTIFICATE, amina.participant_id, DAYS)
    papers.show_papers(amina.participant_id)
    shown = the(parent, PapersDialog)
    shown.viewer.print.click()
    assert "Save the PDF" in said(shown)
    shown.accept()


def test_a_person_without_papers_can_have_the_first_one_made_there(
    room: Room, papers: PersonPapers, parent: QWidget, amina: Participant
) -> None:
    papers.show_papers(amina.participant_id)
    shown = the(parent, PapersDialog)
    assert shown.rows.rowCount() == 0
    assert not shown.viewer.can_hand_out
    shown.another.click()
    dialog = the(shown, AnotherPaperDialog)
    save(dialog)
    assert shown.rows.rowCount() == 1
    assert "L-2026-0001" in words_of(shown)
    shown.accept()
    room.office.issued_papers.issue(PaperKind.CERTIFICATE, amina.participant_id, DAYS)
    assert shown.rows.rowCount() == 1  # a closed list follows no longer


def test_narrow_dialogs_show_one_half_at_a_time(
    room: Room, papers: PersonPapers, parent: QWidget, amina: Participant
) -> None:
    dialog = ask(papers, parent, amina)
    dialog.resize(QSize(500, 600))
    assert not dialog.view.isVisible()
    dialog.halves.choose("paper")
    assert dialog.view.isVisible()
    assert unnamed_controls(dialog) == []
    dialog.resize(QSize(1400, 600))
    assert dialog.kind.isVisible()
    dialog.accept_saved()
    room.office.issued_papers.issue(PaperKind.CERTIFICATE, amina.participant_id, DAYS)
    papers.show_papers(amina.participant_id)
    shown = the(parent, PapersDialog)
    shown.resize(QSize(500, 600))
    assert not shown.viewer.isVisible()
    QTest.keyClick(shown.list.table, Qt.Key.Key_Return)
    assert shown.viewer.isVisible()
    assert not shown.list.isVisible()
    shown.accept()


def test_a_file_is_opened_by_the_computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    open_path(tmp_path)
    assert [Path(one) for one in opened] == [tmp_path]
