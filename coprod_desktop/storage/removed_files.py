"""Keep the bytes of receipts and papers that were removed, so that a removal can be taken back."""

import functools
import hashlib
from collections.abc import Mapping

import sqlalchemy as sa

from coprod_desktop.storage import schema
from coprod_desktop.storage.images import FILE_MARK

_removed = schema.removed_files


def keep(
    connection: sa.Connection,
    table: sa.Table,
    before: Mapping[str, object],
    after: Mapping[str, object],
) -> None:
    """Keep the bytes that a row had and has no longer."""
    for name in _columns(table):
        content = before[name]
        if isinstance(content, bytes) and content != after.get(name):
            sha256 = hashlib.sha256(content).hexdigest()
            is_kept = sa.select(_removed.c.sha256).where(_removed.c.sha256 == sha256)
            if connection.scalar(is_kept) is None:
                values = {"sha256": sha256, "content": content}
                connection.execute(sa.insert(_removed), values)


def has_bytes(table: sa.Table) -> bool:
    """Say whether a table holds files."""
    return bool(_columns(table))


def bring_back(
    connection: sa.Connection,
    table: sa.Table,
    told: Mapping[str, object],
    now: Mapping[str, object],
) -> dict[str, object] | None:
    """Return the bytes that a row image names, by column; None where they are erased."""
    found: dict[str, object] = {}
    for name in _columns(table):
        sha256 = str(told[name]).removeprefix(FILE_MARK)
        content = now.get(name)
        if not isinstance(content, bytes) or hashlib.sha256(content).hexdigest() != sha256:
            kept = sa.select(_removed.c.content).where(_removed.c.sha256 == sha256)
            content = connection.scalar(kept)
        if content is None:
            return None
        found[name] = content
    return found


@functools.cache
def _columns(table: sa.Table) -> list[str]:
    return [column.name for column in table.columns if isinstance(column.type, sa.LargeBinary)]
