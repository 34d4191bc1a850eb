"""Earlier texts are found in the file, each once, newest first."""

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.storage import earlier
from coprod_desktop.storage.database import Database
from tests.builders import (
    a_contribution,
    a_participant,
    a_project,
    a_support_cost,
    an_activity,
)
from tests.storage.world import a_claim_of, save

PERSON, PROJECT = a_participant(), a_project()
IDS = {"participant_id": PERSON.participant_id, "project_id": PROJECT.project_id}


def work(**override: object) -> Contribution:
    return a_contribution(**IDS, **override)


def test_texts_that_differ_only_in_case_or_accents_are_one(database: Database) -> None:
    pieces = [work(skills=skills) for skills in ("siân", "Welsh", "", "Sian")]
    save(database, PERSON, PROJECT, *pieces)
    with database.reading() as reading:
        assert earlier.skills(reading, 10) == ("Sian", "Welsh")
        assert earlier.skills(reading, 1) == ("Sian",)


def test_a_description_comes_with_what_was_logged_under_it_last(database: Database) -> None:
    pieces = [
        work(what="Leaflet", minutes=30),
        work(what="Ward visit", minutes=60),
        work(what="Leaflet", minutes=90, kind_of_work="Writing"),
    ]
    save(database, PERSON, PROJECT, *pieces)
    with database.reading() as reading:
        found = earlier.works(reading, 5)
    assert [(one.what, one.minutes) for one in found] == [("Leaflet", 90), ("Ward visit", 60)]
    assert found[0].kind_of_work == "Writing"


def test_a_cost_comes_with_its_kind_amount_and_project(database: Database) -> None:
    claim, items = a_claim_of(PERSON.participant_id, PROJECT.project_id, 460)
    save(database, PERSON, PROJECT, claim, *items)
    with database.reading() as reading:
        (cost,) = earlier.costs(reading, 5)
    assert (cost.claimed_pence, cost.project_id) == (460, PROJECT.project_id)
    assert cost.kind is items[0].kind
    assert isinstance(cost.kind, ExpenseKind)


def test_sessions_suppliers_and_notes_are_remembered(database: Database) -> None:
    session = an_activity(project_id=PROJECT.project_id, title="Workshop", place="Glanrafon Hall")
    cost = a_support_cost(project_id=PROJECT.project_id, supplier="Arwyddo")
    save(database, PERSON, PROJECT, session, cost, work(note="Chaired"))
    with database.reading() as reading:
        assert earlier.titles(reading, 5) == ("Workshop",)
        assert earlier.places(reading, 5) == ("Glanrafon Hall",)
        assert earlier.suppliers(reading, 5) == ("Arwyddo",)
        assert earlier.notes(reading, 5) == ("Chaired",)


def test_the_project_of_the_newest_work_is_known(database: Database) -> None:
    other, before = a_project(), work()
    newest = a_contribution(participant_id=PERSON.participant_id, project_id=other.project_id)
    with database.reading() as reading:
        assert earlier.last_project_id(reading) is None
    save(database, PERSON, PROJECT, other, before, newest)
    with database.reading() as reading:
        assert earlier.last_project_id(reading) == other.project_id
