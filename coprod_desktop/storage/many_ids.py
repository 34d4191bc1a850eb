"""Ask for rows by many ids at once."""

import json
from collections.abc import Iterable, Iterator

import sqlalchemy as sa

_AT_ONCE = 500
_FEW = 20  # are written out, which reads quicker than a list in a parameter


def among(
    connection: sa.Connection, column: sa.Column[int], ids: Iterable[int]
) -> Iterator[sa.ColumnElement[bool]]:
    """Give conditions that a column is one of these ids, smallest first; together they are all.

    A file takes all ids in one parameter, so that ten thousand people are one statement; a server
    takes 500 at a time.
    """
    wanted = sorted(set(ids))
    if connection.dialect.name != "sqlite":
        for start in range(0, len(wanted), _AT_ONCE):
            yield column.in_(wanted[start : start + _AT_ONCE])
    elif len(wanted) > _FEW:
        told = sa.func.json_each(json.dumps(wanted)).table_valued("value")
        yield column.in_(sa.select(told.c.value))
    elif wanted:
        yield column.in_(wanted)
