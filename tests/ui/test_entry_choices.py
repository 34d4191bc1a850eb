"""Forms offer everybody by every way in which they are written, and what was written before."""

from coprod_desktop.domain.participants import Participant
from coprod_desktop.ui.entry_choices import EntryChoices, also_called, fetch_choices
from tests.builders import a_participant, a_project
from tests.ui.rooms import Room, add_people, add_project

CATRIN = a_participant(name="Catrin Llŷr", name_on_papers="Cat")


def test_a_person_can_be_typed_as_on_papers_and_as_in_sheets() -> None:
    also = also_called([CATRIN], {"c. llyr": CATRIN.participant_id, "gone": 10**9})
    assert also[CATRIN.participant_id] == "Cat c. llyr"


def test_the_only_project_is_known_and_of_two_none() -> None:
    one, other = a_project(), a_project()
    assert EntryChoices(people=(), projects=(one,)).only_project_id == one.project_id
    assert EntryChoices(people=(), projects=(one, other)).only_project_id is None


def test_everybody_active_and_every_open_project_is_offered(room: Room) -> None:
    add_people(room.office, "Amina Yusuf", "Tom Brennan")
    gone = Participant(participant_id=0, name="Gone Away", is_active=False)
    room.office.participants.add(gone)
    add_project(room.office)
    choices = fetch_choices(room.office)
    assert [one.text for one in choices.offered_people()] == ["Amina Yusuf", "Tom Brennan"]
    assert [one.text for one in choices.offered_projects()] == ["Getting Home Well"]
    assert "Meeting" in choices.kinds
    assert choices.earlier.works == ()
