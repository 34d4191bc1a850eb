"""Participants come page by page with their sums, and are found as people say their names."""

import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Pay
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.summaries import ParticipantSummary
from coprod_desktop.storage import participants
from coprod_desktop.storage.database import Database
from tests.builders import WORKED_ON, a_contribution, a_participant, a_project
from tests.storage.world import empty, save

people_lists = st.lists(
    st.builds(
        a_participant,
        name=st.sampled_from(["Ann", "ann", "Ángel", "Zoë", "Žan", "Bo", "=1"]),
        is_active=st.booleans(),
    ),
    max_size=20,
)


def pages(
    database: Database, limit: int, *, typed: str = "", is_active: bool | None = True
) -> list[ParticipantSummary]:
    """Turn the pages until one is not full."""
    found: list[ParticipantSummary] = []
    with database.reading() as reading:
        while True:
            after = (found[-1].name, found[-1].participant_id) if found else None
            page = participants.page(
                reading, after=after, limit=limit, typed=typed, is_active=is_active
            )
            found += page
            if len(page) < limit:
                return found


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(people=people_lists, limit=st.integers(1, 6), is_active=st.none() | st.booleans())
def test_pages_together_are_the_whole_list_by_name(
    database: Database, people: list[Participant], limit: int, is_active: bool | None
) -> None:
    empty(database)
    save(database, *people)
    wanted = sorted((p.name, p.participant_id) for p in people if is_active in (None, p.is_active))
    found = pages(database, limit, is_active=is_active)
    assert [(one.name, one.participant_id) for one in found] == wanted


def test_a_row_adds_up_what_the_person_gave(database: Database) -> None:
    ann, bo, project = a_participant(name="Ann"), a_participant(name="Bo"), a_project()
    links = {"participant_id": ann.participant_id, "project_id": project.project_id}
    before = WORKED_ON - datetime.timedelta(days=3)
    work = [
        a_contribution(**links, minutes=60),
        a_contribution(**links, minutes=45, pay=Pay.UNPAID, worked_on=before),
        a_contribution(**links, minutes=30, worked_on=before),
    ]
    save(database, ann, bo, project, *work)
    with_work, without = pages(database, 5)
    assert (with_work.minutes_paid, with_work.minutes_unpaid) == (90, 45)
    assert with_work.last_worked_on == WORKED_ON
    assert (without.minutes_paid, without.minutes_unpaid, without.last_worked_on) == (0, 0, None)
    assert {type(with_work.minutes_paid), type(without.minutes_unpaid)} == {int}
    assert type(with_work.last_worked_on) is datetime.date


def test_the_list_is_narrowed_by_what_is_typed(database: Database) -> None:
    save(database, a_participant(name="Siân Llŷr"), a_participant(name="Ann Smith"))
    assert [one.name for one in pages(database, 5, typed="lly")] == ["Siân Llŷr"]
    assert pages(database, 5, typed="?!") == []


def test_a_name_is_matched_whole_but_for_accents_and_case(database: Database) -> None:
    people = [a_participant(name=name) for name in ("Siân Llŷr", "Sian Llyr", "Sian Llyr-Jones")]
    save(database, *people)
    with database.reading() as reading:
        assert participants.named(reading, "SIAN  LLYR") == tuple(people[:2])
        assert participants.named(reading, "Llŷr") == ()
        assert participants.named(reading, "?!") == ()


def test_names_lead_to_the_first_of_that_name(database: Database) -> None:
    people = [a_participant(name=name) for name in ("Siân Llŷr", "Sian Llyr", "Bo")]
    save(database, *people)
    with database.reading() as reading:
        assert participants.ids_by_folded_name(reading) == {
            "sian llyr": people[0].participant_id,
            "bo": people[2].participant_id,
        }
