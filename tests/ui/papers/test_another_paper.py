"""Another paper of a person is looked at before it is made, and numbered when it is."""

import dataclasses

import pytest
from PySide6.QtWidgets import QCheckBox, QDialog, QPlainTextEdit, QWidget

from coprod_desktop.domain.issued_papers import PaperKind
from coprod_desktop.domain.participants import Edition, Participant
from coprod_desktop.ui.papers.papers_dialog import PapersDialog
from coprod_desktop.ui.papers.person_papers import PersonPapers
from coprod_desktop.ui.papers.wish_fields import CheckFields, CorrectionFields
from tests.ui.papers.working import DAYS, TODAY, ask, log_work, said, save, the, words_of
from tests.ui.rooms import Room, add_people, type_text


def test_a_letter_is_looked_at_made_numbered_and_opened(
    room: Room, papers: PersonPapers, parent: QWidget, amina: Participant
) -> None:
    dialog = ask(papers, parent, amina)
    assert dialog.kind.value() is PaperKind.LETTER
    assert "Amina Yusuf" in words_of(dialog)
    assert not room.office.paper_shelf.of_person(amina.participant_id)
    save(dialog)
    assert not dialog.isVisible()
    shown = the(parent, PapersDialog)
    assert "L-2026-0001" in words_of(shown)
    assert shown.viewer.can_hand_out
    assert "L-2026-0001 is made" in said(shown)
    shown.accept()


@pytest.mark.parametrize(
    ("kind", "number"),
    [
        (PaperKind.WHAT_I_DID, "W-2026-0001"),
        (PaperKind.CERTIFICATE, "C-2026-0001"),
        (PaperKind.CHECK, "Q-2026-0001"),
    ],
)
def test_each_kind_is_made_in_the_edition_chosen(
    room: Room,
    papers: PersonPapers,
    parent: QWidget,
    amina: Participant,
    kind: PaperKind,
    number: str,
) -> None:
    dialog = ask(papers, parent, amina)
    dialog.kind.set_value(kind)
    dialog.chooser.editions.buttons.button(1).click()
    dialog.look_requested.emit()
    assert dialog.view.document.pageCount()
    save(dialog)
    (paper,) = room.office.paper_shelf.of_person(amina.participant_id)
    assert (paper.number, paper.edition) == (number, Edition.LARGE)
    the(parent, PapersDialog).accept()


def test_what_somebody_writes_stands_on_the_paper(
    room: Room, papers: PersonPapers, parent: QWidget, amina: Participant
) -> None:
    dialog = ask(papers, parent, amina)
    dialog.kind.set_value(PaperKind.WHAT_I_DID)
    (did,) = (
        one
        for one in dialog.findChildren(QPlainTextEdit)
        if one.accessibleName() == "What they did"
    )
    type_text(did, "I asked the hospital.")
    dialog.look_requested.emit()
    assert "I asked the hospital." in words_of(dialog)
    dialog.reject()
    assert dialog.isVisible()  # what was typed is not lost without a word
    dialog.accept_saved()


def test_ticks_of_a_letter_change_it(
    papers: PersonPapers, parent: QWidget, amina: Participant
) -> None:
    dialog = ask(papers, parent, amina)
    before = words_of(dialog)
    for box in dialog.findChildren(QCheckBox):
        box.click()
    dialog.look_requested.emit()
    assert words_of(dialog) != before
    assert "employ" in words_of(dialog)
    dialog.accept_saved()


def test_a_letter_is_not_offered_in_easy_read(
    room: Room, papers: PersonPapers, parent: QWidget, amina: Participant
) -> None:
    room.office.participants.save(dataclasses.replace(amina, edition=Edition.EASY_READ))
    dialog = ask(papers, parent, amina)
    assert dialog.chooser.form() == (Edition.LARGE, "en")
    dialog.kind.set_value(PaperKind.CERTIFICATE)
    dialog.chooser.editions.buttons.button(2).click()
    dialog.kind.set_value(PaperKind.LETTER)
    assert dialog.chooser.form() == (Edition.LARGE, "en")
    dialog.accept_saved()


def test_days_without_work_are_said_in_place_of_the_paper_and_nothing_is_made(
    room: Room, papers: PersonPapers, parent: QWidget
) -> None:
    (owain,) = add_people(room.office, "Owain Bevan")
    dialog = ask(papers, parent, owain)
    assert dialog.view.is_empty
    save(dialog)
    assert "Owain Bevan has no work" in said(dialog)
    assert dialog.isVisible()
    assert not room.office.paper_shelf.of_person(owain.participant_id)
    dialog.accept_saved()


def test_a_missing_day_or_paper_is_said_under_its_field(
    papers: PersonPapers, parent: QWidget, amina: Participant
) -> None:
    dialog = ask(papers, parent, amina)
    dialog.period.last.set_day(None)
    save(dialog)
    assert dialog.findChildren(QDialog) == []
    assert dialog.asked() is None
    assert dialog.isVisible()
    dialog.kind.set_value(None)
    save(dialog)
    assert dialog.form.box("kind").error
    dialog.accept_saved()


def test_a_correction_notice_is_about_the_statement_that_was_replaced(
    room: Room, papers: PersonPapers, parent: QWidget, amina: Participant
) -> None:
    dialog = ask(papers, parent, amina)
    dialog.kind.set_value(PaperKind.CORRECTION)
    dialog.look_requested.emit()
    assert dialog.view.is_empty  # nothing was corrected yet
    dialog.accept_saved()
    room.office.statements.issue(*DAYS)
    log_work(room, amina, minutes=60)
    room.office.statements.issue(*DAYS)
    dialog = ask(papers, parent, amina)
    dialog.kind.set_value(PaperKind.CORRECTION)
    fields = dialog.fields_of(PaperKind.CORRECTION)
    assert isinstance(fields, CorrectionFields)
    assert fields.days() == DAYS
    assert fields.statement.value() == "S-2026-0002"
    dialog.look_requested.emit()
    assert "S-2026-0001" in words_of(dialog)
    save(dialog)
    shown = the(parent, PapersDialog)
    assert "K-2026-0001" in words_of(shown)
    shown.accept()


def test_the_day_to_answer_by_is_two_weeks_on_and_can_be_another(
    papers: PersonPapers, parent: QWidget, amina: Participant
) -> None:
    dialog = ask(papers, parent, amina)
    dialog.kind.set_value(PaperKind.CHECK)
    fields = dialog.fields_of(PaperKind.CHECK)
    assert isinstance(fields, CheckFields)
    day = fields.by.day()
    assert day is not None
    assert (day - TODAY).days == 14
    assert fields.wishes().answer_by_on == day
    dialog.accept_saved()
