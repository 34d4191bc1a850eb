"""Find people, projects and pieces of work by any word, as fast as one types."""

import dataclasses
import functools
import json
import operator
from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.text import fold
from coprod_desktop.storage import many_ids
from coprod_desktop.storage.journal import RowImages
from coprod_desktop.storage.schema import Whole, key_of, table_of
from coprod_desktop.storage.search_words import split, to_index
from coprod_desktop.storage.work import Reading

_people = table_of(Participant)
_projects = table_of(Project)
_work = table_of(Contribution)

# Words are split and folded here, so that both databases find alike: the one is told to take
# what stands between spaces ("ascii" keeps every other letter), the other gets finished words.
# The beginnings of words up to six letters have lists of their own; without them a common word
# half typed takes a tenth of a second among a million.
_SQLITE_TABLE = (
    "CREATE VIRTUAL TABLE search_{kind} USING fts5(words, tokenize='ascii', "
    "prefix='1 2 3 4 5 6', detail=none, content='', contentless_delete=1)"
)
_BYTES_TO_COLLECT = 32_000_000  # before words are sorted into the index; an import is then quicker
_CHUNK = 500
_MOST_WORDS = 12


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One row that has all the words: its table and its id."""

    kind: str
    row_id: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """What rows of a table are found by, and in which columns of the table it stands."""

    table: sa.Table
    words: tuple[sa.Column[Any], ...]
    fields: tuple[str, ...]
    joined: sa.FromClause


_KINDS = {
    "participants": _Kind(
        table=_people,
        words=(_people.c.name, _people.c.name_on_papers, _people.c.name_in_script),
        fields=("name", "name_on_papers", "name_in_script"),
        joined=_people,
    ),
    "projects": _Kind(
        table=_projects,
        words=(_projects.c.name, _projects.c.cost_code),
        fields=("name", "cost_code"),
        joined=_projects,
    ),
    "contributions": _Kind(
        table=_work,
        words=(_people.c.name, _work.c.what, _work.c.kind_of_work, _projects.c.name),
        fields=("participant_id", "project_id", "what", "kind_of_work"),
        joined=_work.join(_people, _people.c.participant_id == _work.c.participant_id).join(
            _projects, _projects.c.project_id == _work.c.project_id
        ),
    ),
}


def create(connection: sa.Connection) -> None:
    """Make the search tables of a new file."""
    for kind in _KINDS:
        name = f"search_{kind}"
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(_SQLITE_TABLE.format(kind=kind))
            setting = sa.table(name, sa.column(name), sa.column("rank"))
            values = {name: "hashsize", "rank": _BYTES_TO_COLLECT}
            connection.execute(sa.insert(setting), values)
        else:
            connection.exec_driver_sql(
                f"CREATE TABLE {name} (rowid bigint PRIMARY KEY, words tsvector NOT NULL)"
            )
            connection.exec_driver_sql(f"CREATE INDEX ix_{name} ON {name} USING gin (words)")


def rebuild(connection: sa.Connection) -> None:
    """Index everything anew."""
    for name, kind in _KINDS.items():
        index = _index(name)
        if connection.dialect.name == "sqlite":
            empty = sa.table(index.name, sa.column(index.name))
            connection.execute(sa.insert(empty), {index.name: "delete-all"})
        else:
            connection.execute(sa.delete(index))
        _add(connection, name, _words_of(kind))


def refresh(connection: sa.Connection, rows: Iterable[RowImages]) -> None:
    """Index what a transaction changed; who or what was renamed brings all their work along."""
    stale = _Stale(rows)
    for name, kind in _KINDS.items():
        key = key_of(kind.table)
        _take_out(connection, name, stale.old[name])
        for is_it in many_ids.among(connection, key, stale.new[name]):
            _add(connection, name, _words_of(kind).where(is_it))
    words_of_work = _words_of(_KINDS["contributions"])
    for name in ("participants", "projects"):
        link = _work.c[key_of(_KINDS[name].table).name]
        for ids in _chunks(stale.renamed[name]):
            theirs = connection.scalars(sa.select(_work.c.contribution_id).where(link.in_(ids)))
            _take_out(connection, "contributions", theirs)
            _add(connection, "contributions", words_of_work.where(link.in_(ids)))


class _Stale:
    """The ids of each table to take out, to index, and those whose name changed."""

    def __init__(self, rows: Iterable[RowImages]) -> None:
        self.old: dict[str, set[int]] = {name: set() for name in _KINDS}
        self.new: dict[str, set[int]] = {name: set() for name in _KINDS}
        self.renamed: dict[str, set[int]] = {name: set() for name in _KINDS}
        for row in rows:
            if row.table in _KINDS:
                self._sort(row)

    def _sort(self, row: RowImages) -> None:
        if row.before and row.after:
            changed = row.changed or _changed(row.before, row.after)
            if changed.isdisjoint(_KINDS[row.table].fields):
                return
            if "name" in changed:
                self.renamed[row.table].add(row.row_id)
        if row.before:
            self.old[row.table].add(row.row_id)
        self.new[row.table].add(row.row_id)


def _changed(before: str, after: str) -> frozenset[str]:
    was, now = json.loads(before), json.loads(after)
    return frozenset(name for name in now if now[name] != was.get(name))


def _chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]


@functools.cache
def _index(name: str) -> sa.TableClause:
    return sa.table(f"search_{name}", sa.column("rowid", Whole), sa.column("words"))


@functools.cache
def _words_of(kind: _Kind) -> sa.Select[Any]:
    return sa.select(key_of(kind.table), *kind.words).select_from(kind.joined)


def _take_out(connection: sa.Connection, name: str, ids: Iterable[int]) -> None:
    index = _index(name)
    for some in _chunks(ids):
        connection.execute(sa.delete(index).where(index.c.rowid.in_(some)))


def _add(connection: sa.Connection, name: str, query: sa.Select[Any]) -> None:
    # A word that stands in two columns goes in twice, which both indexes take for once.
    if connection.dialect.name != "sqlite":
        _add_to_server(connection, name, query)
        return
    key, *texts = query.selected_columns
    words = functools.reduce(operator.add, (_to_index(text) + " " for text in texts))
    told = query.with_only_columns(key, words).order_by(key)  # the index wants them in order
    connection.execute(sa.insert(_index(name)).from_select(["rowid", "words"], told))


def _add_to_server(connection: sa.Connection, name: str, query: sa.Select[Any]) -> None:
    words = sa.func.array_to_tsvector(sa.func.string_to_array(sa.bindparam("words"), " "))
    insert = sa.insert(_index(name)).values(rowid=sa.bindparam("rowid"), words=words)
    found = connection.execute(query, execution_options={"yield_per": 10 * _CHUNK})
    for rows in found.partitions():
        texts = [" ".join(filter(None, map(to_index, row[1:]))) for row in rows]
        told = [{"rowid": row[0], "words": text} for row, text in zip(rows, texts, strict=True)]
        connection.execute(insert, told)


def _to_index(text: sa.ColumnElement[str]) -> sa.Function[str]:
    return sa.func.words_to_index(text, type_=sa.Text)


def is_found(
    connection: sa.Connection, kind: str, typed: str, row_id: sa.ColumnElement[int]
) -> sa.ColumnElement[bool]:
    """Return the condition that `row_id` is of a row with all the words, as `find` finds them."""
    query = _matching(connection, kind, typed)
    return sa.false() if query is None else row_id.in_(query.order_by(None))


def find(reading: Reading, typed: str, kind: str, limit: int) -> tuple[Found, ...]:
    """Return the newest rows of a table that have all the words typed, at most `limit`.

    The last letters of a word may be missing; accents, case and signs do not matter.
    """
    query = _matching(reading.connection, kind, typed)
    if query is None:
        return ()
    rows = reading.connection.execute(query.limit(limit))
    return tuple(Found(kind=kind, row_id=row[0]) for row in rows)


def are_more_than(reading: Reading, typed: str, kind: str, limit: int) -> bool:
    """Say whether more than `limit` rows of a table have all the words typed."""
    query = _matching(reading.connection, kind, typed)
    if query is None:
        return False
    some = sa.select(sa.func.count()).select_from(query.limit(limit + 1).subquery())
    return reading.connection.execute(some).scalar_one() > limit


def _matching(connection: sa.Connection, kind: str, typed: str) -> sa.Select[Any] | None:
    words = wanted(connection, typed)
    return None if words is None else matching(connection.dialect.name, kind).params(wanted=words)


def wanted(connection: sa.Connection, typed: str) -> str | None:
    """Return what `matching` is to look for; None where no word was typed."""
    words = list(dict.fromkeys(split(fold(typed).replace("'", ""))))[:_MOST_WORDS]
    if not words:
        return None
    if connection.dialect.name == "sqlite":
        return " ".join(f'"{word}"*' for word in words)
    return " & ".join(f"'{word}':*" for word in words)


@functools.cache
def matching(dialect: str, kind: str) -> sa.Select[Any]:
    """Return the query for the ids of a kind that have what is `wanted`, newest first."""
    index, words = _index(kind), sa.bindparam("wanted", type_=sa.Text)
    if dialect == "sqlite":
        matches = sa.literal_column(index.name).op("MATCH", is_comparison=True)(words)
    else:
        # Loaded here, since a file needs nothing of PostgreSQL and should open quickly.
        from sqlalchemy.dialects.postgresql import TSQUERY

        matches = index.c.words.op("@@", is_comparison=True)(sa.cast(words, TSQUERY))
    return sa.select(index.c.rowid).where(matches).order_by(index.c.rowid.desc())
