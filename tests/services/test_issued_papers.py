"""Papers besides statements are numbered, sealed and kept, and the same again is the same paper."""

import datetime
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.domain.errors import (
    DateOutOfRangeError,
    NotFoundError,
    PeriodBackwardsError,
)
from coprod_desktop.domain.issued_papers import CheckAnswer, IssuedPaper, PaperKind
from coprod_desktop.domain.issuing_errors import (
    AnsweredAlreadyError,
    NoCheckSheetError,
    NothingToCorrectError,
    NothingToTellError,
)
from coprod_desktop.domain.paper_errors import LanguageUnknownError
from coprod_desktop.domain.participants import Edition, Participant
from coprod_desktop.services.issued_papers import PERSONAL, IssuedPaperService
from coprod_desktop.services.paper_contents import PaperWishes
from coprod_desktop.services.papers import verify_paper
from tests.builders import TODAY, WORKED_ON
from tests.paper_reading import paper_text
from tests.services.world import World

PERIOD = (datetime.date(2026, 10, 1), datetime.date(2026, 12, 31))
PREFIXES = {"letter": "L", "what i did": "W", "certificate": "C", "check sheet": "Q"}


@pytest.fixture
def person(world: World) -> Participant:
    person = world.person()
    world.log(person)
    return person


def service(world: World) -> IssuedPaperService:
    return world.office.issued_papers


@pytest.mark.parametrize("kind", [PaperKind(name) for name in PREFIXES])
def test_a_paper_is_numbered_sealed_kept_and_written(
    world: World, person: Participant, kind: PaperKind, tmp_path: Path
) -> None:
    written = service(world).issue(
        kind, person.participant_id, PERIOD, out=tmp_path / "out", has_word=True
    )
    paper = written.paper
    assert paper.number == f"{PREFIXES[kind]}-2026-0001"
    assert (paper.participant_id, paper.from_on, paper.to_on) == (person.participant_id, *PERIOD)
    assert paper.sha256 == hashlib.sha256(paper.content).hexdigest()
    assert world.records(IssuedPaper)[IssuedPaper] == (paper,)
    assert written.pdf == tmp_path / "out" / f"{paper.number}-aisha-rahman.pdf"
    assert written.pdf.read_bytes() == paper.content
    assert verify_paper(written.pdf).fingerprint == world.office.papers.fingerprint()
    assert written.word
    assert written.word.read_bytes().startswith(b"PK")
    assert paper.number in paper_text(paper.content)
    assert service(world).of_person(person.participant_id) == (paper,)
    assert service(world).numbered(paper.number.lower()) == paper
    assert world.findings() == ()


def test_the_same_again_is_the_same_paper_and_other_words_make_another(
    world: World, person: Participant
) -> None:
    issue = service(world).issue
    first = issue(PaperKind.CHECK, person.participant_id, PERIOD).paper
    world.clock.go_to(TODAY + datetime.timedelta(days=3))
    assert issue(PaperKind.CHECK, person.participant_id, PERIOD).paper == first
    world.log(person, minutes=5)
    second = issue(PaperKind.CHECK, person.participant_id, PERIOD).paper
    assert second.number == "Q-2026-0002"
    wishes = PaperWishes(did=("I chaired.",))
    one = issue(PaperKind.WHAT_I_DID, person.participant_id, PERIOD).paper
    other = issue(PaperKind.WHAT_I_DID, person.participant_id, PERIOD, wishes=wishes).paper
    assert [one.number, other.number] == ["W-2026-0001", "W-2026-0002"]
    assert issue(PaperKind.WHAT_I_DID, person.participant_id, PERIOD).paper == one


def test_a_paper_is_in_the_edition_and_language_that_the_person_reads(
    world: World, person: Participant
) -> None:
    reads = replace(person, edition=Edition.EASY_READ, language="en+cy")
    world.office.participants.save(reads)
    issue = service(world).issue
    certificate = issue(PaperKind.CERTIFICATE, person.participant_id, PERIOD).paper
    assert (certificate.edition, certificate.language) == (Edition.EASY_READ, "en+cy")
    letter = issue(PaperKind.LETTER, person.participant_id, PERIOD, language="en").paper
    assert (letter.edition, letter.language) == (Edition.LARGE, "en")
    plain = issue(
        PaperKind.CERTIFICATE, person.participant_id, PERIOD, edition=Edition.STANDARD
    ).paper
    assert (plain.number, plain.edition) == ("C-2026-0002", Edition.STANDARD)


def test_without_days_a_paper_is_about_the_last_year(world: World, person: Participant) -> None:
    world.log(person, worked_on=TODAY - datetime.timedelta(days=364), minutes=7)
    world.log(person, worked_on=TODAY - datetime.timedelta(days=365), minutes=9)
    paper = service(world).issue(PaperKind.LETTER, person.participant_id).paper
    assert (paper.from_on, paper.to_on) == (TODAY - datetime.timedelta(days=364), TODAY)


def test_a_correction_is_about_the_statement_that_was_replaced_last(
    world: World, person: Participant
) -> None:
    with world.refused(NothingToCorrectError):
        service(world).issue(PaperKind.CORRECTION, person.participant_id)
    world.office.statements.issue(*PERIOD)
    world.log(person, minutes=5)
    world.office.statements.issue(*PERIOD)
    paper = service(world).issue(PaperKind.CORRECTION, person.participant_id).paper
    assert (paper.number, paper.from_on, paper.to_on) == ("K-2026-0001", *PERIOD)
    assert "S-2026-0001" in paper_text(paper.content)


def test_a_preview_is_not_kept(world: World, person: Participant) -> None:
    before = world.records()
    for kind in PERSONAL:
        if kind is not PaperKind.CORRECTION:
            assert service(world).preview(kind, person.participant_id, PERIOD).startswith(b"%PDF")
    assert world.records() == before


def test_an_answer_is_kept_once_with_who_wrote_it_down(world: World, person: Participant) -> None:
    sheet = service(world).issue(PaperKind.CHECK, person.participant_id, PERIOD).paper
    assert service(world).answer(sheet.issued_paper_id) is None
    answer = service(world).log_answer(
        sheet.issued_paper_id, is_right=False, note="  Two   hours ", answered_on=WORKED_ON
    )
    assert answer.recorded_by_id == world.office.operators.present.operator_id
    assert (answer.is_right, answer.answered_on) == (False, WORKED_ON)
    assert world.records(CheckAnswer)[CheckAnswer] == (answer,)
    assert service(world).answer(sheet.issued_paper_id) == answer
    with world.refused(AnsweredAlreadyError):
        service(world).log_answer(sheet.issued_paper_id, is_right=True)
    world.office.history.undo()
    assert service(world).answer(sheet.issued_paper_id) is None
    assert service(world).log_answer(sheet.issued_paper_id, is_right=True).answered_on == TODAY


def test_only_what_asked_something_has_an_answer(world: World, person: Participant) -> None:
    letter = service(world).issue(PaperKind.LETTER, person.participant_id, PERIOD).paper
    with world.refused(NoCheckSheetError):
        service(world).log_answer(letter.issued_paper_id, is_right=True)
    with world.refused(NotFoundError):
        service(world).log_answer(1, is_right=True)
    with world.refused(DateOutOfRangeError):
        service(world).log_answer(
            letter.issued_paper_id, is_right=True, answered_on=datetime.date(1980, 1, 1)
        )


def test_what_cannot_be_issued_leaves_no_number(world: World, person: Participant) -> None:
    issue, person_id = service(world).issue, person.participant_id
    with world.refused(PeriodBackwardsError):
        issue(PaperKind.LETTER, person_id, (PERIOD[1], PERIOD[0]))
    with world.refused(NothingToTellError):
        issue(PaperKind.LETTER, person_id, (WORKED_ON.replace(2020), WORKED_ON.replace(2021)))
    with world.refused(LanguageUnknownError):
        issue(PaperKind.LETTER, person_id, PERIOD, language="fr")
    with world.refused(NotFoundError):
        issue(PaperKind.LETTER, 1, PERIOD)
    with world.refused(NotFoundError):
        service(world).numbered("L-2026-0001")
