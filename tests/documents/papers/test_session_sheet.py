"""Test what the sheets of a session have alike."""

from coprod_desktop.documents.fonts import Weight
from coprod_desktop.documents.papers.session_sheet import name_cell, opening
from coprod_desktop.documents.styles import MM
from coprod_desktop.documents.table import Column
from coprod_desktop.domain.session_papers import SessionPerson
from tests.other_paper_builders import a_sender, a_session


def test_a_name_is_followed_by_the_name_in_its_own_script() -> None:
    person = SessionPerson(name="Salma Al-Haddad", name_in_script="سلمى الحداد")
    (block,) = name_cell(person, Column(80 * MM), Weight.REGULAR).blocks
    letters = "".join(stretch.spoken or stretch.text for stretch in block.lines[0].stretches)

    assert letters == "Salma Al-Haddad سلمى الحداد"


def test_the_head_is_as_high_as_what_it_says() -> None:
    short = opening(a_sender(), a_session(number="", code=""), "Who was here")
    tall = opening(a_sender(), a_session(), "Who was here: " + "a very long title " * 12)

    assert tall.height > short.height
    assert short.is_kept
