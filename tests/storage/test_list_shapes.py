"""Each list knows its words, its parts and its rows."""

import pytest

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.list_looks import Listing, Look
from coprod_desktop.storage import list_shapes, listing
from coprod_desktop.storage.database import Database
from tests.builders import a_contribution, a_participant, a_project, an_expense_claim
from tests.storage.world import save

ANN, BEN = a_participant(name="Ann Llŷr"), a_participant(name="Ben", is_active=False)
PROJECT = a_project(name="Buses")


@pytest.fixture
def filled(database: Database) -> Database:
    theirs = {"participant_id": ANN.participant_id, "project_id": PROJECT.project_id}
    save(
        database,
        ANN,
        BEN,
        PROJECT,
        a_contribution(**theirs, what="Panel", state=WorkState.LOGGED),
        a_contribution(**theirs, what="Walk", state=WorkState.APPROVED),
        an_expense_claim(**theirs, state=WorkState.LOGGED),
    )
    return database


@pytest.mark.parametrize(
    ("list_name", "typed", "part", "count"),
    [
        ("contributions", "", "", 2),
        ("contributions", "walk", "", 1),
        ("contributions", "llyr", "logged", 1),
        ("contributions", "?!", "", 0),
        ("expense_claims", "llyr", "", 1),
        ("expense_claims", "", "approved", 0),
        ("participants", "", "active", 1),
        ("participants", "", "left", 1),
        ("participants", "ben", "", 1),
    ],
)
def test_words_and_parts_narrow_each_list(
    filled: Database, list_name: str, typed: str, part: str, count: int
) -> None:
    wanted = Listing(list_name=list_name, typed=typed, part=part)
    with filled.reading() as reading:
        shape, base = list_shapes.SHAPES[list_name], list_shapes.base_of(reading, wanted)
        assert listing.count(reading, shape, base, Look()) == count
        ids = listing.all_ids(reading, shape, base, Look())
        rows = list_shapes.summaries(reading, list_name, [*ids, 10**15])
        assert len(rows) == count
