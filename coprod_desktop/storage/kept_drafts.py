"""Keep what somebody is still typing, until it is saved; the history keeps none of it."""

from collections.abc import Sequence

import sqlalchemy as sa

from coprod_desktop.storage.database import Database
from coprod_desktop.storage.schema import last_views
from coprod_desktop.storage.work import Reading, Work


def kept(reading: Reading, name: str, operator_id: int) -> str:
    """Return what was kept; empty where nothing is."""
    query = sa.select(last_views.c.content).where(*_is_it(name, operator_id))
    return str(reading.connection.execute(query).scalar() or "")


def keep(database: Database, name: str, operator_ids: Sequence[int | None], content: str) -> None:
    """Keep a text for the first operator, in the place of what any of them had.

    An empty one leaves nothing.
    """
    with database.transaction("", "") as work:  # without a change of a record nothing is noted
        for operator_id in operator_ids:
            forget(work, name, operator_id)
        if content:
            values = {"list_name": name, "operator_id": operator_ids[0], "content": content}
            work.connection.execute(sa.insert(last_views).values(values))


def forget(work: Work, name: str, operator_id: int | None) -> None:
    """Forget what an operator had kept, because it is saved now."""
    work.connection.execute(sa.delete(last_views).where(*_is_it(name, operator_id)))


def _is_it(name: str, operator_id: int | None) -> tuple[sa.ColumnElement[bool], ...]:
    return (last_views.c.list_name == name, last_views.c.operator_id == operator_id)
