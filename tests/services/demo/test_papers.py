"""Statements of two quarters are issued once the work of each is paid, and papers on request."""

from coprod_desktop.domain.issued_papers import CheckAnswer, IssuedPaper, PaperKind
from coprod_desktop.domain.participants import Edition
from coprod_desktop.domain.statements import Statement, StatementPaper
from coprod_desktop.services.demo.papers import SPRING, SUMMER, paper_steps
from coprod_desktop.services.office import Office
from tests.paper_reading import paper_text
from tests.services.demo.staging import staged
from tests.services.world import World


def test_a_quarter_without_work_has_no_statements(file_world: World) -> None:
    steps = list(paper_steps(staged(file_world), are_long=False))
    assert len(steps) == 2
    for step in steps:
        step.do()
    assert file_world.office.statements.list(*SPRING) == ()


def test_long_papers_are_made_for_a_few(file_world: World) -> None:
    stage = staged(file_world, "bethan", "gwyn", "mair")
    assert len(list(paper_steps(stage, are_long=True))) == 3


def test_nearly_everything_on_them_is_paid(demo: Office) -> None:
    for period in (SPRING, SUMMER):
        people = demo.statements.list(*period)
        assert len(people) >= 20
        waiting = [
            row.participant
            for row in people
            if demo.statements.content(row.participant_id, *period).to_come_pence
        ]
        assert set(waiting) <= {"Ngozi Okonkwo", "Aoife Ní Bhriain"}


def test_papers_are_in_the_edition_and_language_of_each_reader(demo: Office) -> None:
    with demo.desk.reading() as reading:
        papers = reading.find(StatementPaper)
    forms = {(one.edition, one.language) for one in papers}
    assert {edition for edition, _language in forms} == set(Edition)
    assert {language for _edition, language in forms} == {"en", "cy", "en+cy"}
    assert {one.media_type for one in papers} == {"application/pdf", "text/html"}


def test_somebody_asked_for_a_letter_and_somebody_checked_what_was_written_down(
    demo: Office,
) -> None:
    with demo.desk.reading() as reading:
        letter, check = reading.find(IssuedPaper)
        (answer,) = reading.find(CheckAnswer)
    assert (letter.kind, check.kind) == (PaperKind.LETTER, PaperKind.CHECK)
    words = paper_text(letter.content)
    assert "This letter states facts." in words
    assert "cares for two members of his family" in words
    assert (answer.issued_paper_id, answer.is_right) == (check.issued_paper_id, True)
    assert answer.answered_on > check.issued_on


def _words_of(demo: Office, name: str) -> str:
    """Return what the first statement of July to September says to somebody."""
    person = demo.participants.named(name)
    with demo.desk.reading() as reading:
        (first, *_later) = reading.find(
            Statement, participant_id=person.participant_id, from_on=SUMMER[0]
        )
        (paper, *_others) = reading.find(StatementPaper, statement_id=first.statement_id)
    return paper_text(paper.content)


def test_each_statement_says_what_its_reader_wishes_to_read(demo: Office) -> None:
    both = _words_of(demo, "Llŷr ap Huw")
    assert "Voice, in Welsh" in both
    assert "Mae’r 14 yn stopio wrth ddrws y clinig" in both
    assert "The 14 stops at the clinic door" in both
    rowan = _words_of(demo, "Rowan Blackwood")
    assert "Your unpaid work" not in rowan
    assert "Your credit: Words." in rowan
    assert "month by month" in rowan


def test_a_letter_about_nothing_is_not_written(file_world: World) -> None:
    stage = staged(file_world, "kwame", "malgorzata")
    for number, key in enumerate(("kwame", "malgorzata")):
        person = file_world.person(("Kwame Asante-Boateng", "Małgorzata Zielińska")[number])
        stage.people[key] = person.participant_id
    steps = list(paper_steps(stage, are_long=False))
    assert len(steps) == 5
    for step in steps:
        step.do()
    with file_world.office.desk.reading() as reading:
        assert reading.find(IssuedPaper) == ()
