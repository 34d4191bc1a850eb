"""Rows are found by few ids and by thousands, on a file and on a shared database."""

import pytest
import sqlalchemy as sa

from coprod_desktop.domain.participants import Participant
from coprod_desktop.storage import many_ids, schema
from coprod_desktop.storage.database import Database
from tests.builders import a_participant
from tests.storage.world import save

_people = schema.table_of(Participant)


@pytest.mark.parametrize("count", [0, 1, 20, 21, 1_203])
def test_just_the_rows_of_the_ids_are_found_once(database: Database, count: int) -> None:
    people = [a_participant() for _number in range(count + 2)]
    save(database, *people)
    wanted = [one.participant_id for one in people[1:-1]]
    found: list[int] = []
    with database.reading() as reading:
        key = schema.key_of(_people)
        for is_it in many_ids.among(reading.connection, key, [*wanted, *reversed(wanted), 7]):
            found += reading.connection.scalars(sa.select(key).where(is_it).order_by(key))
        assert [one.participant_id for one in reading.among(Participant, wanted)] == sorted(wanted)
    assert found == sorted(wanted)
