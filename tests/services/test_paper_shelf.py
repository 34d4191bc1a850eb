"""Every paper that was given is found and opened again, and what changed since is said."""

import dataclasses
import datetime

import pytest

from coprod_desktop.domain.errors import NotFoundError, PeriodBackwardsError
from coprod_desktop.domain.issued_papers import PaperKind
from coprod_desktop.domain.participants import Edition, Participant
from coprod_desktop.services.paper_making import HTML, PDF, WORD
from coprod_desktop.services.paper_shelf import GivenPaper, PaperShelfService
from tests.paper_reading import paper_text
from tests.services.world import World

PERIOD = (datetime.date(2026, 10, 1), datetime.date(2026, 12, 31))


@pytest.fixture
def person(world: World) -> Participant:
    person = world.person()
    world.log(person)
    return person


@pytest.fixture
def shelf(world: World) -> PaperShelfService:
    return world.office.paper_shelf


def numbers(shelf: PaperShelfService, person: Participant) -> list[str]:
    return [one.number for one in shelf.of_person(person.participant_id)]


def given(shelf: PaperShelfService, person: Participant, number: str) -> GivenPaper:
    (paper,) = (one for one in shelf.of_person(person.participant_id) if one.number == number)
    return paper


def test_a_replaced_statement_stays_on_the_shelf_and_is_opened_as_it_was(
    world: World, shelf: PaperShelfService, person: Participant
) -> None:
    issue = world.office.statements.issue
    (first,) = issue(*PERIOD)
    before = world.office.statements.paper(first.statement.statement_id)
    world.log(person, minutes=10)
    issue(*PERIOD)
    old = given(shelf, person, "S-2026-0001")
    new = given(shelf, person, "S-2026-0002")
    assert (old.is_replaced, new.is_replaced) == (True, False)
    assert (old.replaces_number, new.replaces_number) == ("", "S-2026-0001")
    assert shelf.in_form(old, old.edition, old.language) == before
    assert shelf.handed_out(old) == {(PDF, Edition.STANDARD, "en")}


def test_papers_of_all_kinds_stand_together_the_newest_first(
    world: World, shelf: PaperShelfService, person: Participant
) -> None:
    assert shelf.of_person(person.participant_id) == ()
    world.office.statements.issue(*PERIOD)
    for kind in (PaperKind.LETTER, PaperKind.CERTIFICATE):
        world.office.issued_papers.issue(kind, person.participant_id, PERIOD)
    assert numbers(shelf, person) == ["C-2026-0001", "L-2026-0001", "S-2026-0001"]
    other = world.person(name="Owain Bevan")
    assert shelf.of_person(other.participant_id) == ()


def test_a_check_sheet_waits_until_its_answer_is_written_down(
    world: World, shelf: PaperShelfService, person: Participant
) -> None:
    papers = world.office.issued_papers
    paper = papers.issue(PaperKind.CHECK, person.participant_id, PERIOD).paper
    assert given(shelf, person, paper.number).waits_for_answer
    papers.log_answer(paper.issued_paper_id, False, "It was two hours.")
    answered = given(shelf, person, paper.number)
    assert not answered.waits_for_answer
    assert answered.answer
    assert (answered.answer.is_right, answered.answer.note) == (False, "It was two hours.")


@pytest.mark.parametrize(("media_type", "begins"), [(PDF, b"%PDF-"), (HTML, b"<!"), (WORD, b"PK")])
def test_a_paper_comes_in_every_form_with_what_it_said_when_issued(
    world: World, shelf: PaperShelfService, person: Participant, media_type: str, begins: bytes
) -> None:
    papers = world.office.issued_papers
    paper = papers.issue(PaperKind.CERTIFICATE, person.participant_id, PERIOD).paper
    kept = given(shelf, person, paper.number)
    assert shelf.in_form(kept, Edition.STANDARD, "en") == paper.content
    assert shelf.handed_out(kept) == {(PDF, Edition.STANDARD, "en")}
    world.office.participants.save(dataclasses.replace(person, name="Aisha Karim"))
    made = shelf.in_form(kept, Edition.LARGE, "en+cy", media_type)
    assert made.lower().startswith(begins.lower())
    assert made == shelf.in_form(kept, Edition.LARGE, "en+cy", media_type)
    if media_type == PDF:
        assert "Aisha Rahman" in paper_text(made)


def test_a_letter_has_no_easy_read_so_it_comes_in_large_print(
    world: World, shelf: PaperShelfService, person: Participant
) -> None:
    papers = world.office.issued_papers
    paper = papers.issue(PaperKind.LETTER, person.participant_id, PERIOD).paper
    kept = given(shelf, person, paper.number)
    easy = shelf.in_form(kept, Edition.EASY_READ, "en")
    assert easy == shelf.in_form(kept, Edition.LARGE, "en")


def test_a_paper_that_is_not_there_is_said(
    world: World, shelf: PaperShelfService, person: Participant
) -> None:
    papers = world.office.issued_papers
    paper = papers.issue(PaperKind.LETTER, person.participant_id, PERIOD).paper
    kept = given(shelf, person, paper.number)
    for kind in (PaperKind.LETTER, None):
        gone = dataclasses.replace(kept, paper_id=1, kind=kind)
        with pytest.raises(NotFoundError):
            shelf.in_form(gone, Edition.STANDARD, "en")


def test_what_changed_since_is_said_only_where_something_did(
    world: World, shelf: PaperShelfService, person: Participant
) -> None:
    asked = (person.participant_id, *PERIOD)
    assert shelf.what_changed(*asked) == ()
    world.office.statements.issue(*PERIOD)
    assert shelf.what_changed(*asked) == ()
    world.log(person, minutes=20)
    (said,) = shelf.what_changed(*asked)
    assert said.startswith("Added: ")
    assert "20 minutes" in said.replace("\xa0", " ")
    with pytest.raises(PeriodBackwardsError):
        shelf.what_changed(person.participant_id, PERIOD[1], PERIOD[0])
