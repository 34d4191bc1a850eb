"""How a list was left is kept for each person, replaced each time, and noted nowhere else."""

import sqlalchemy as sa

from coprod_desktop.domain.list_looks import Look
from coprod_desktop.storage import last_views, schema
from coprod_desktop.storage.database import Database
from tests.builders import an_operator
from tests.storage.world import save

WIDE = Look(sort_key="date", zoom=150)


def test_the_last_look_of_each_person_is_kept(database: Database) -> None:
    ann, ben = an_operator(name="Ann"), an_operator(name="Ben")
    save(database, ann, ben)
    with database.reading() as reading:
        before = reading.connection.scalar(sa.select(sa.func.count()).select_from(schema.changes))
        assert last_views.look(reading, "contributions", ann.operator_id) == Look()
    for look in (Look(zoom=50), WIDE):
        last_views.keep(database, "contributions", ann.operator_id, look)
    with database.reading() as reading:
        assert last_views.look(reading, "contributions", ann.operator_id) == WIDE
        assert last_views.look(reading, "contributions", ben.operator_id) == Look()
        assert last_views.look(reading, "participants", ann.operator_id) == Look()
        after = reading.connection.scalar(sa.select(sa.func.count()).select_from(schema.changes))
    assert after == before
