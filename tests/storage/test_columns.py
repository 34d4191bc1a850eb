"""A record's fields become columns of their kinds, links and rules."""

import dataclasses
import datetime
import enum

import sqlalchemy as sa

from coprod_desktop.storage.columns import Instant, metadata, not_negative, table


class Colour(enum.StrEnum):
    RED = "red"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Kite:
    kite_id: int
    operator_id: int
    statement_id: int | None
    name: str
    flown_at: datetime.datetime
    made_on: datetime.date | None
    colour: Colour
    picture: bytes
    price_pence: int


def test_each_field_has_its_column() -> None:
    kites = table("kites", Kite, *not_negative("price_pence"))
    try:
        assert [column.name for column in kites.primary_key] == ["kite_id"]
        kinds = {column.name: type(column.type) for column in kites.columns}
        assert (kinds["kite_id"], kinds["name"]) == (sa.BigInteger, sa.Text)
        assert (kinds["flown_at"], kinds["made_on"]) == (Instant, sa.Date)
        assert (kinds["colour"], kinds["picture"]) == (sa.Enum, sa.LargeBinary)
        may_be_nothing = {column.name for column in kites.columns if column.nullable}
        assert may_be_nothing == {"statement_id", "made_on"}
        links = {link.parent.name: link.target_fullname for link in kites.foreign_keys}
        assert links == {
            "operator_id": "operators.operator_id",
            "statement_id": "statements.statement_id",
        }
        rules = [one for one in kites.constraints if isinstance(one, sa.CheckConstraint)]
        assert [str(rule.sqltext) for rule in rules if rule.name] == ["price_pence >= 0"]
    finally:
        metadata.remove(kites)


def test_a_moment_is_kept_in_utc_and_comes_back_with_its_zone() -> None:
    dialect = sa.create_engine("sqlite://").dialect
    summer = datetime.timezone(datetime.timedelta(hours=1))
    kept = Instant().process_bind_param(
        datetime.datetime(2026, 6, 1, 10, 30, tzinfo=summer), dialect
    )
    assert kept == datetime.datetime(2026, 6, 1, 9, 30)  # noqa: DTZ001 - as it is stored
    back = Instant().process_result_value(kept, dialect)
    assert back == datetime.datetime(2026, 6, 1, 9, 30, tzinfo=datetime.UTC)
    assert Instant().process_bind_param(None, dialect) is None
    assert Instant().process_result_value(None, dialect) is None
