"""Keep how each list was left by whoever sat at the keyboard; the history keeps none of it."""

import sqlalchemy as sa

from coprod_desktop.domain.list_looks import Look, look_from_text, look_to_text
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.schema import last_views
from coprod_desktop.storage.work import Reading


def look(reading: Reading, list_name: str, operator_id: int) -> Look:
    """Return how somebody left a list; the usual look where nothing is kept."""
    query = sa.select(last_views.c.content).where(*_is_it(list_name, operator_id))
    content = reading.connection.execute(query).scalar()
    return Look() if content is None else look_from_text(content)


def keep(database: Database, list_name: str, operator_id: int, left: Look) -> None:
    """Keep how somebody leaves a list."""
    values = {"list_name": list_name, "operator_id": operator_id, "content": look_to_text(left)}
    with database.transaction("", "") as work:  # without a change of a record nothing is noted
        work.connection.execute(sa.delete(last_views).where(*_is_it(list_name, operator_id)))
        work.connection.execute(sa.insert(last_views).values(values))


def _is_it(list_name: str, operator_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return (last_views.c.list_name == list_name, last_views.c.operator_id == operator_id)
