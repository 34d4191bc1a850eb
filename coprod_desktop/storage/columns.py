"""Make a table's columns out of a record's fields."""

import dataclasses
import datetime
import enum
import types
import typing

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite keeps a row under its id only when the column is declared INTEGER, not BIGINT.
Whole = sa.BigInteger().with_variant(sa.Integer, "sqlite")

# Both databases sort text by its letters' numbers, whatever language the server speaks.
Words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


class Instant(sa.TypeDecorator[datetime.datetime]):
    """A moment in UTC; SQLite would hand it back without its zone."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(
        self, value: datetime.datetime | None, dialect: sa.Dialect
    ) -> datetime.datetime | None:
        """Store a moment as UTC without a zone."""
        return None if value is None else value.astimezone(datetime.UTC).replace(tzinfo=None)

    def process_result_value(
        self, value: datetime.datetime | None, dialect: sa.Dialect
    ) -> datetime.datetime | None:
        """Return a stored moment as UTC."""
        return None if value is None else value.replace(tzinfo=datetime.UTC)


# A field of this name points to that table's row, unless it is the table's own id.
_POINTS_TO = {
    "organisation_id": "organisations",
    "participant_id": "participants",
    "project_id": "projects",
    "activity_id": "activities",
    "output_id": "outputs",
    "expense_claim_id": "expense_claims",
    "expense_item_id": "expense_items",
    "pay_run_id": "pay_runs",
    "payment_id": "payments",
    "statement_id": "statements",
    "issued_paper_id": "issued_papers",
    "operator_id": "operators",
    "prepared_by_id": "operators",
    "approved_by_id": "operators",
    "changed_by_id": "operators",
    "checked_by_id": "operators",
    "placed_by_id": "operators",
    "made_by_id": "operators",
    "handed_by_id": "operators",
    "recorded_by_id": "operators",
    "replaces_line_id": "payment_lines",
    "reverses_line_id": "payment_lines",
    "replaces_id": "statements",
    "policy_id": "policies",
    "own_column_id": "own_columns",
}
_OWN_ID = {
    "operators": "operator_id",
    "payment_lines": "payment_line_id",
    "statements": "statement_id",
}

_TYPES: dict[type, type[sa.types.TypeEngine[typing.Any]] | sa.types.TypeEngine[typing.Any]] = {
    bool: sa.Boolean,
    int: Whole,
    str: Words,
    bytes: sa.LargeBinary,
    datetime.datetime: Instant,
    datetime.date: sa.Date,
}


def _column_type(kind: type) -> sa.types.TypeEngine[typing.Any]:
    if issubclass(kind, enum.StrEnum):
        return sa.Enum(
            kind, native_enum=False, length=40, values_callable=lambda e: [m.value for m in e]
        )
    found = _TYPES[kind]
    return found() if isinstance(found, type) else found


def _column(
    field: dataclasses.Field[typing.Any], kind: object, *, is_key: bool
) -> sa.Column[object]:
    is_nullable = isinstance(kind, types.UnionType)
    plain = next(a for a in typing.get_args(kind) if a is not type(None)) if is_nullable else kind
    links = [] if is_key else _link(field.name)
    return sa.Column(
        field.name,
        _column_type(typing.cast(type, plain)),
        *links,
        primary_key=is_key,
        autoincrement=False,
        nullable=is_nullable,
    )


def _link(name: str) -> list[sa.ForeignKey]:
    if name not in _POINTS_TO:
        return []
    table = _POINTS_TO[name]
    return [sa.ForeignKey(f"{table}.{_OWN_ID.get(table, name)}")]


def table(name: str, record: type, *extras: sa.Index | sa.CheckConstraint) -> sa.Table:
    """Make the table of a record; the record's first field is its id."""
    hints = typing.get_type_hints(record)
    fields = dataclasses.fields(record)
    columns = [_column(f, hints[f.name], is_key=not i) for i, f in enumerate(fields)]
    return sa.Table(name, metadata, *columns, *extras)


def not_negative(*columns: str) -> tuple[sa.CheckConstraint, ...]:
    """Make the rules that these columns are nothing or more."""
    return tuple(sa.CheckConstraint(f"{c} >= 0", name=f"{c}_not_negative") for c in columns)
