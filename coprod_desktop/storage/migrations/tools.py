"""Make tables, indexes and rules in few words; the steps that were taken say theirs with it."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

_KINDS: dict[str, sa.types.TypeEngine[Any]] = {
    "whole": sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
    "text": sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
    "word": sa.String(40),
    "flag": sa.Boolean(),
    "day": sa.Date(),
    "moment": sa.DateTime(),
    "file": sa.LargeBinary(),
}


def table(name: str, told: str, *rules: sa.Constraint, keys: int = 1, **more: Any) -> None:
    """Make a table of columns told as "whole: a b; text?: c"; a kind with "?" may be empty.

    The first columns, one or more, are the key.
    """
    columns = list(_columns(told))
    key = sa.PrimaryKeyConstraint(*columns[:keys], name=op.f(f"pk_{name}"))
    op.create_table(name, *columns, *rules, key, **more)


def _columns(told: str) -> Iterator[sa.Column[Any]]:
    for group in told.split("; "):
        kind, _colon, names = group.partition(": ")
        for name in names.split():
            is_null = kind.endswith("?")
            of_kind = _KINDS[kind.removesuffix("?")]
            yield sa.Column(name, of_kind, nullable=is_null, autoincrement=False)


def link(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    """Return the link of a column to another table's key."""
    return sa.ForeignKeyConstraint([column], [to], name=op.f(f"fk_{table}_{column}"))


def links(table: str, *to: str) -> list[sa.ForeignKeyConstraint]:
    """Return links of columns that are named as the keys they point to."""
    return [link(table, target.partition(".")[2], target) for target in to]


def not_negative(table: str, *columns: str) -> list[sa.CheckConstraint]:
    """Return the rules that columns hold nothing below nothing."""
    return [rule(f"ck_{table}_{column}_not_negative", f"{column} >= 0") for column in columns]


def index(table: str, *columns: str) -> None:
    """Make an index, named after its columns."""
    named_index(f"ix_{table}_{'_'.join(columns)}", table, *columns)


def named_index(name: str, table: str, *columns: str) -> None:
    """Make an index of a name."""
    op.create_index(name, table, columns)


def unique(name: str, table: str, *columns: str, where: str | None = None) -> None:
    """Make an index that refuses a second of the same, of all rows or of some."""
    condition = sa.text(where) if where else None
    op.create_index(
        name, table, columns, unique=True, sqlite_where=condition, postgresql_where=condition
    )


def rule(name: str, condition: str) -> sa.CheckConstraint:
    """Return a rule that every row keeps."""
    return sa.CheckConstraint(condition, name=op.f(name))


def make_search(kind: str) -> None:
    """Make the index of words of one kind of record."""
    name = f"search_{kind}"
    if op.get_context().dialect.name == "sqlite":
        op.execute(
            f"CREATE VIRTUAL TABLE {name} USING fts5(words, tokenize='ascii', "
            "prefix='1 2 3 4 5 6', detail=none, content='', contentless_delete=1)"
        )
        setting = sa.table(name, sa.column(name), sa.column("rank"))
        op.execute(sa.insert(setting).values({name: "hashsize", "rank": 32_000_000}))
    else:
        op.execute(f"CREATE TABLE {name} (rowid bigint PRIMARY KEY, words tsvector NOT NULL)")
        op.execute(f"CREATE INDEX ix_{name} ON {name} USING gin (words)")
