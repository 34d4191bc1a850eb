"""List the rows of a table filtered and sorted by any column, in the order of keys."""

import dataclasses
import datetime
from array import array
from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from coprod_desktop.domain.list_extracts import ColumnKind
from coprod_desktop.domain.list_looks import ColumnFilter, Look, ValueCount
from coprod_desktop.domain.own_columns import OwnColumn, OwnKind, OwnValue
from coprod_desktop.domain.row_marks import RowMark
from coprod_desktop.domain.text import fold
from coprod_desktop.storage import search
from coprod_desktop.storage.schema import key_of, table_of
from coprod_desktop.storage.work import Reading

OWN = "own:"
_FEW_NAMES = 40
_marks = table_of(RowMark)
_own_columns = table_of(OwnColumn)
_own_values = table_of(OwnValue)
_OWN_KINDS = {
    OwnKind.TEXT: ColumnKind.TEXT,
    OwnKind.NUMBER: ColumnKind.NUMBER,
    OwnKind.DAY: ColumnKind.TEXT,  # written as 2026-11-17, which sorts and compares as text does
    OwnKind.TICK: ColumnKind.TEXT,
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The table that the names of a column stand in, such as people or projects.

    `link` is the id that points to a row of `table`, whose `name` is shown: names are then looked
    for among the few and not in every row. `search_kind` is their search table.
    """

    link: sa.Column[Any]
    table: sa.Table
    search_kind: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class ShapeColumn:
    """What SQL knows of a column: its value, its kind, and where its names stand if not here."""

    value: sa.ColumnElement[Any]
    kind: ColumnKind = ColumnKind.TEXT
    names: Names | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """The table of a list, its columns by key, and its usual order, which ends with the id.

    `is_double` is the condition that the same stands in the file twice.
    """

    table: sa.Table
    columns: Mapping[str, ShapeColumn]
    order: tuple[sa.ColumnElement[Any], ...]
    is_descending: bool
    is_double: sa.ColumnElement[bool] | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """The conditions that come from above the list, such as the words typed, with their values."""

    conditions: tuple[sa.ColumnElement[bool], ...] = ()
    values: Mapping[str, object] = dataclasses.field(default_factory=dict)


def ids(
    reading: Reading, shape: Shape, base: Base, look: Look, *, after_id: int | None, limit: int
) -> tuple[int, ...]:
    """Return the ids of the next rows behind a row; none where that row is gone."""
    column = column_of(reading, shape, look.sort_key) if look.sort_key else None
    if column is not None and column.names is not None:
        return _ids_by_name(reading, shape, base, look, column.names, after_id, limit)
    query = _narrowed(sa.select(key_of(shape.table)), reading, shape, base, look)
    if after_id is not None:
        behind = _behind(reading, shape, look, after_id)
        if behind is None:
            return ()
        query = query.where(behind)
    query = query.order_by(*_order(reading, shape, look)).limit(limit)
    return tuple(reading.connection.scalars(query, dict(base.values)))


def all_ids(reading: Reading, shape: Shape, base: Base, look: Look) -> "array[int]":
    """Return the ids of every row of a list, in its order."""
    column = column_of(reading, shape, look.sort_key) if look.sort_key else None
    if column is not None and column.names is not None:
        return _all_ids_by_name(reading, shape, base, look, column.names)
    query = _narrowed(sa.select(key_of(shape.table)), reading, shape, base, look)
    query = query.order_by(*_order(reading, shape, look))
    found = reading.connection.execute(query, dict(base.values))
    return array("q", (row[0] for row in found))


def count(reading: Reading, shape: Shape, base: Base, look: Look) -> int:
    """Return how many rows a list has."""
    counting = sa.select(sa.func.count()).select_from(shape.table)
    query = _narrowed(counting, reading, shape, base, look)
    return int(reading.connection.execute(query, dict(base.values)).scalar_one())


def is_longer(reading: Reading, shape: Shape, most: int) -> bool:
    """Say whether a table has more rows than `most`."""
    some = sa.select(key_of(shape.table)).limit(most + 1).subquery()
    found = reading.connection.execute(sa.select(sa.func.count()).select_from(some))
    return int(found.scalar_one()) > most


def values(
    reading: Reading, shape: Shape, base: Base, look: Look, key: str, *, typed: str, limit: int
) -> tuple[ValueCount, ...]:
    """Return what stands in a column and how often, in order; of the rows that the rest lets pass.

    `typed` narrows the values to those with these letters.
    """
    others = look.with_filter(ColumnFilter(key=key))
    column = column_of(reading, shape, key)
    if (names := column.names) is not None:
        counted = sa.select(names.link.label("link"), sa.func.count().label("n"))
        inner = _narrowed(counted, reading, shape, base, others).group_by(names.link)
        links = inner.subquery("links")
        name = names.table.c.name
        query = sa.select(name, sa.func.sum(links.c.n)).select_from(
            links.join(names.table, key_of(names.table) == links.c.link)
        )
        found_by: sa.ColumnElement[Any] = name
    else:
        query = _narrowed(
            sa.select(column.value, sa.func.count()).select_from(shape.table),
            reading,
            shape,
            base,
            others,
        )
        found_by = column.value
    if typed.strip():
        query = query.where(sa.cast(found_by, sa.Text).icontains(typed.strip(), autoescape=True))
    is_day = column.kind is ColumnKind.DAY  # of days, the latest are looked for
    order = found_by.desc().nulls_last() if is_day else found_by.asc().nulls_first()
    query = query.group_by(found_by).order_by(order).limit(limit)
    rows = reading.connection.execute(query, dict(base.values))
    return tuple(ValueCount(value=as_text(row[0]), rows=int(row[1])) for row in rows)


def as_text(value: object) -> str:
    """Write a value as a filter keeps it."""
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, float):
        return f"{value:.10g}"
    return str(value)


def column_of(reading: Reading, shape: Shape, key: str) -> ShapeColumn:
    """Return what SQL knows of a column: of the list itself, a flag, a note, or one of our own."""
    row_id = key_of(shape.table)
    if key in shape.columns:
        return shape.columns[key]
    if key in ("flag", "note"):
        told = sa.select(_marks.c[key]).where(
            _marks.c.subject == shape.table.name, _marks.c.subject_id == row_id
        )
        return ShapeColumn(value=_or_nothing(told))
    own_id = int(key.removeprefix(OWN)) if key.removeprefix(OWN).isdecimal() else 0
    own = reading.find(OwnColumn, own_column_id=own_id)
    told = sa.select(_own_values.c.value).where(
        _own_values.c.own_column_id == own_id, _own_values.c.subject_id == row_id
    )
    if own and own[0].kind is OwnKind.NUMBER:
        return ShapeColumn(
            value=sa.cast(told.scalar_subquery(), sa.Float), kind=_OWN_KINDS[own[0].kind]
        )
    return ShapeColumn(value=_or_nothing(told))


def _or_nothing(told: sa.Select[Any]) -> sa.ColumnElement[Any]:
    return sa.func.coalesce(told.scalar_subquery(), "", type_=sa.Text())


# --- by the names of another table ---------------------------------------------------------------


def _links_in_order(reading: Reading, names: Names, look: Look) -> list[int]:
    """Return the ids of people or projects by name, accents and case aside.

    They are few beside the rows that point to them: so a page of a million rows is found by their
    index, and nothing needs to be sorted.
    """
    query = sa.select(key_of(names.table), names.table.c.name)
    named = ((fold(name), name, row_id) for row_id, name in reading.connection.execute(query))
    return [row_id for _folded, _name, row_id in sorted(named, reverse=look.is_descending)]


def _ids_by_name(
    reading: Reading,
    shape: Shape,
    base: Base,
    look: Look,
    names: Names,
    after_id: int | None,
    limit: int,
) -> tuple[int, ...]:
    links, inner = _links_in_order(reading, names, look), dataclasses.replace(look, sort_key="")
    if after_id is not None:
        its_link = sa.select(names.link).where(key_of(shape.table) == after_id)
        link = reading.connection.execute(its_link).scalar()
        if link not in links:
            return ()
        links = links[links.index(link) :]
    found: list[int] = []
    used: set[int] | None = None
    for tried, link in enumerate(links):
        if tried == _FEW_NAMES:  # so few rows pass that asking for each name would take longer
            some = _narrowed(sa.select(names.link).distinct(), reading, shape, base, inner)
            used = set(reading.connection.scalars(some, dict(base.values)))
        if used is not None and link not in used:
            continue
        of_link = Base(conditions=(*base.conditions, names.link == link), values=base.values)
        wanted = limit - len(found)
        found.extend(ids(reading, shape, of_link, inner, after_id=after_id, limit=wanted))
        after_id = None
        if len(found) >= limit:
            break
    return tuple(found)


def _all_ids_by_name(
    reading: Reading, shape: Shape, base: Base, look: Look, names: Names
) -> "array[int]":
    places = {link: at for at, link in enumerate(_links_in_order(reading, names, look))}
    inner = dataclasses.replace(look, sort_key="")
    query = _narrowed(sa.select(key_of(shape.table), names.link), reading, shape, base, inner)
    query = query.order_by(*_order(reading, shape, inner))
    found = reading.connection.execute(query, dict(base.values)).all()
    return array("q", (row[0] for row in sorted(found, key=lambda row: places[row[1]])))


# --- which rows ----------------------------------------------------------------------------------


def _narrowed(
    query: sa.Select[Any], reading: Reading, shape: Shape, base: Base, look: Look
) -> sa.Select[Any]:
    conditions = list(base.conditions)
    for one in look.filters:
        conditions.extend(_conditions(reading, column_of(reading, shape, one.key), one))
    if look.has_doubles_only and shape.is_double is not None:
        conditions.append(shape.is_double)
    return query.where(*conditions)


def _conditions(
    reading: Reading, column: ShapeColumn, wanted: ColumnFilter
) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if wanted.ticked is not None:
        found.append(_is_ticked(column, wanted.ticked))
    if wanted.contains.strip():
        found.append(_has_letters(reading, column, wanted.contains.strip()))
    if wanted.lowest and (lowest := _read(column.kind, wanted.lowest)) is not None:
        found.append(column.value >= lowest)
    if wanted.highest and (highest := _read(column.kind, wanted.highest)) is not None:
        found.append(column.value <= highest)
    return found


def _is_ticked(column: ShapeColumn, ticked: Sequence[str]) -> sa.ColumnElement[bool]:
    if (names := column.names) is not None:
        some = sa.select(key_of(names.table)).where(names.table.c.name.in_(ticked))
        return names.link.in_(some)
    read = [_read(column.kind, text) for text in ticked]
    is_one = column.value.in_([value for value in read if value is not None])
    return sa.or_(is_one, column.value.is_(None)) if None in read else is_one


def _has_letters(reading: Reading, column: ShapeColumn, letters: str) -> sa.ColumnElement[bool]:
    names = column.names
    if names is None:
        return sa.cast(column.value, sa.Text).icontains(letters, autoescape=True)
    row_id = key_of(names.table)
    named_so = names.table.c.name.icontains(letters, autoescape=True)
    # The words of names are looked for as everywhere else too: without accents.
    by_word = search.is_found(reading.connection, names.search_kind, letters, row_id)
    return names.link.in_(sa.select(row_id).where(sa.or_(named_so, by_word)))


def _read(kind: ColumnKind, text: str) -> Any:
    """Read a value of a filter; None for nothing, and for what cannot be read."""
    if kind in (ColumnKind.TEXT, ColumnKind.CODE):
        return text
    try:
        if kind is ColumnKind.DAY:
            return datetime.date.fromisoformat(text)
        if kind is ColumnKind.NUMBER:
            return float(text)
        if kind is ColumnKind.TICK:
            return text == "yes"
        return int(text)
    except ValueError:
        return None


# --- in which order ------------------------------------------------------------------------------


def _order(reading: Reading, shape: Shape, look: Look) -> list[sa.ColumnElement[Any]]:
    usual: list[sa.ColumnElement[Any]] = [
        one.desc() if shape.is_descending else one.asc() for one in shape.order
    ]
    if not look.sort_key:
        return usual
    if _is_by_usual(shape, look):
        return [one.desc() if look.is_descending else one.asc() for one in shape.order]
    value = _sorting(reading, shape, look)
    return [value.desc() if look.is_descending else value.asc(), *usual]


def _is_by_usual(shape: Shape, look: Look) -> bool:
    """Say whether a list is sorted by what its usual order begins with, which has an index."""
    column = shape.columns.get(look.sort_key)
    return column is not None and column.value is shape.order[0]


def _sorting(reading: Reading, shape: Shape, look: Look) -> sa.ColumnElement[Any]:
    """Return what is compared: text without its case, and an empty cell as the least of all."""
    column = column_of(reading, shape, look.sort_key)
    if column.kind in (ColumnKind.TEXT, ColumnKind.CODE):
        return sa.func.lower(sa.cast(column.value, sa.Text), type_=sa.Text())
    least: object = -(2**62)
    if column.kind is ColumnKind.DAY:
        least = datetime.date.min
    if column.kind is ColumnKind.TICK:
        least = False
    return sa.func.coalesce(column.value, least, type_=column.value.type)


def _behind(
    reading: Reading, shape: Shape, look: Look, after_id: int
) -> sa.ColumnElement[bool] | None:
    """Return the condition that a row stands behind another; None where that one is gone."""
    told = [*shape.order]
    is_by_usual = _is_by_usual(shape, look)
    if look.sort_key and not is_by_usual:
        told.append(_sorting(reading, shape, look))
    query = sa.select(*told).where(key_of(shape.table) == after_id)
    row = reading.connection.execute(query).first()
    if row is None:
        return None
    usual = sa.tuple_(*shape.order)
    place = sa.tuple_(*(sa.literal(row[at], type_=one.type) for at, one in enumerate(shape.order)))
    is_down = look.is_descending if is_by_usual else shape.is_descending
    is_later = usual < place if is_down else usual > place
    if not look.sort_key or is_by_usual:
        return is_later
    value, last = told[-1], sa.literal(row[-1], type_=told[-1].type)
    is_behind = value < last if look.is_descending else value > last
    return sa.or_(is_behind, sa.and_(value == last, is_later))
