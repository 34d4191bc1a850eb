"""Write the step that makes the first version's tables anew: `python -m … [FILE]`.

Only until the first release: after it, tables change by a step of their own.
"""

import subprocess
import sys
import textwrap
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import sqlalchemy as sa

from coprod_desktop.storage import schema

STEP = (
    Path(__file__).resolve().parents[2]
    / "coprod_desktop/storage/migrations/versions/r0001_first_version.py"
)
_FIRST_OF_GROUP = {
    "organisations": "people",
    "projects": "projects",
    "contributions": "work",
    "expense_claims": "expenses",
    "approvals": "payments",
    "statements": "papers",
    "changes": "history",
}
_MOST_STATEMENTS = 36  # of one function; the gate allows 40
_KINDS: tuple[tuple[type, str], ...] = (
    (sa.Enum, "word"),
    (sa.Boolean, "flag"),
    (sa.BigInteger, "whole"),
    (sa.Text, "text"),
    (sa.LargeBinary, "file"),
    (schema.Instant, "moment"),
    (sa.Date, "day"),
)
_WIDTH = 88  # of a text inside a table, its marks and comma left out
_HEAD = '''\
"""Make the tables of the first version."""

from coprod_desktop.storage.migrations.tools import (
    index,
    link,
    links,
    make_search,
    named_index,
    not_negative,
    rule,
    table,
    unique,
)

revision = "0001"
down_revision = None

_SEARCHED = ("participants", "projects", "contributions")


def upgrade() -> None:
    """Take the step."""
'''
_TOOLS = """
    for kind in _SEARCHED:
        make_search(kind)

"""


def main(path: Path = STEP) -> None:
    """Write the step of today's tables, formatted."""
    path.write_text(step(schema.metadata), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(path)], check=True)


def step(metadata: sa.MetaData) -> str:
    """Return the step that makes these tables, not yet formatted."""
    groups = list(_groups(metadata.tables.values()))
    calls = [f"    _make_{name}()" for name, _tables in groups]
    makers = [
        "\n".join([f"\ndef _make_{name}() -> None:", *(s for t in tables for s in _made(t)), ""])
        for name, tables in groups
    ]
    return "".join([_HEAD, "\n".join(calls), _TOOLS, *makers])


def _groups(tables: Iterable[sa.Table]) -> Iterator[tuple[str, list[sa.Table]]]:
    """Part the tables, which keep their order, into functions that are not too long."""
    name, group, part = "tables", list[sa.Table](), 1
    for table in tables:
        begins = _FIRST_OF_GROUP.get(table.name)
        is_full = sum(1 + len(one.indexes) for one in (*group, table)) > _MOST_STATEMENTS
        if group and (begins or is_full):
            yield name, group
            group, part = [], 1 if begins else part + 1
            name = f"{name.partition('_')[0]}_{part}"
        name = begins or name
        group.append(table)
    yield name, group


def _made(table: sa.Table) -> Iterator[str]:
    """Yield the statements that make a table and its indexes."""
    parts = [_said(table.name), *_columns(table), *_constraints(table), *_options(table)]
    yield f"    table({', '.join(parts)})"
    for index in sorted(table.indexes, key=lambda one: str(one.name)):
        yield f"    {_index(table, index)}"


def _columns(table: sa.Table) -> Iterator[str]:
    """Tell the columns as "whole: a b; text?: c", in strings that fit the line."""
    groups = groupby(table.columns, lambda column: _kind(column) + "?" * bool(column.nullable))
    told = "; ".join(
        f"{kind}: {' '.join(column.name for column in columns)}" for kind, columns in groups
    )
    lines = textwrap.wrap(told, _WIDTH, break_long_words=False, break_on_hyphens=False)
    yield "\n".join(_said(f"{line} ") for line in lines[:-1]) + "\n" + _said(lines[-1])


def _kind(column: sa.Column[object]) -> str:
    return next(word for kind, word in _KINDS if isinstance(column.type, kind))


def _constraints(table: sa.Table) -> Iterator[str]:
    """Yield the rules and links in the order in which the tables of a new file have them."""
    found = [part for part in _in_order(table) if not isinstance(part, sa.PrimaryKeyConstraint)]
    for kind, group in groupby(found, _sort):
        parts = list(group)
        if kind in ("not_negative", "links"):
            names = ", ".join(_said(_told(part)) for part in parts)
            yield f"*{kind}({_said(table.name)}, {names})"
            continue
        for part in parts:
            yield _alone(table, part)


def _in_order(table: sa.Table) -> list[sa.Constraint]:
    # The order of `CREATE TABLE` itself, which sorts by when each was made.
    return sorted(table.constraints, key=lambda part: part._creation_order)


def _sort(part: sa.Constraint) -> str:
    if isinstance(part, sa.CheckConstraint):
        return "not_negative" if str(part.sqltext).endswith(" >= 0") else "rule"
    if isinstance(part, sa.ForeignKeyConstraint):
        target = part.elements[0].target_fullname
        return "links" if target.endswith(f".{part.column_keys[0]}") else "link"
    raise TypeError(type(part).__name__)


def _told(part: sa.Constraint) -> str:
    if isinstance(part, sa.ForeignKeyConstraint):
        return part.elements[0].target_fullname
    assert isinstance(part, sa.CheckConstraint)
    return str(part.sqltext).removesuffix(" >= 0")


def _alone(table: sa.Table, part: sa.Constraint) -> str:
    if isinstance(part, sa.ForeignKeyConstraint):
        told = (table.name, part.column_keys[0], part.elements[0].target_fullname)
        return f"link({', '.join(map(_said, told))})"
    assert isinstance(part, sa.CheckConstraint)
    return f"rule({_said(f'ck_{table.name}_{_bare_name(table, part)}')}, {_said(_told(part))})"


def _bare_name(table: sa.Table, part: sa.CheckConstraint) -> str:
    return str(part.name).removeprefix(f"ck_{table.name}_")


def _options(table: sa.Table) -> Iterator[str]:
    keys = len(table.primary_key.columns)
    if keys > 1:
        yield f"keys={keys}"
    if not table.dialect_options["sqlite"]["with_rowid"]:
        yield "sqlite_with_rowid=False"


def _index(table: sa.Table, index: sa.Index) -> str:
    names = [str(column.name) for column in index.columns]
    told = [table.name, *names]
    if index.unique:
        where = index.dialect_options["sqlite"]["where"]
        more = "" if where is None else f", where={_said(str(where))}"
        return f"unique({', '.join(map(_said, [str(index.name), *told]))}{more})"
    if index.name == f"ix_{table.name}_{'_'.join(names)}":
        return f"index({', '.join(map(_said, told))})"
    return f"named_index({', '.join(map(_said, [str(index.name), *told]))})"


def _said(word: str) -> str:
    return f'"{word}"'


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
