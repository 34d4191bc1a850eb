"""Read the small parts that rules share: names, days, lists of facts and roundings."""

import datetime
from fractions import Fraction

from coprod_desktop.domain.policy.read_edges import read_quantity
from coprod_desktop.domain.policy.read_periods import read_rounding
from coprod_desktop.domain.policy.read_units import read_sum
from coprod_desktop.domain.policy.rounding import Rounding
from coprod_desktop.domain.policy.tables import Table
from coprod_desktop.domain.policy.values import (
    read_length,
    read_money,
    read_share,
)


def read_name(table: Table) -> str:
    """Return the name of a rule, which it needs."""
    name = table.words("name")
    if not name and not (table.has("name") and not isinstance(table.values["name"], str)):
        table.problem(f'{table.called} needs a name. Add name = "…".')
    return name


def read_dates(table: Table) -> tuple[datetime.date | None, datetime.date | None]:
    """Return the first and the last day of a rule."""
    starts_on, ends_on = table.day("from"), table.day("until")
    if starts_on is not None and ends_on is not None and ends_on < starts_on:
        table.problem("“until” is before “from”. Change one of the two days.", "until")
    return starts_on, ends_on


def read_facts(table: Table, key: str) -> tuple[str, ...]:
    """Return the names of the facts at a key; a name that is not known is kept as a mistake."""
    facts = (table.fact(name, key) for name in table.texts(key))
    return tuple(fact.name for fact in facts if fact is not None)


def read_sum_rounding(table: Table, unit: str) -> Rounding | None:
    """Return how a rule rounds its sum, in pence or in hundredths of its unit."""

    def step(said: str) -> Fraction:
        if not unit:
            return read_money(said)
        return (
            100 * Fraction(said) if said.replace(".", "", 1).isdecimal() else read_sum(said, unit)
        )

    return table.read("round", lambda one: read_rounding(one, step))


def read_quantity_rounding(table: Table, quantity: str) -> Rounding | None:
    """Return how a rule rounds its time or miles before the price."""
    fact = table.reading.facts[quantity]
    return table.read(
        "round_quantity", lambda one: read_rounding(one, lambda said: read_quantity(fact, said))
    )


def read_added_time(table: Table) -> tuple[Fraction, Fraction]:
    """Return the minutes, and the share of the time, that are paid on top."""

    def read(value: object) -> tuple[Fraction, Fraction]:
        if isinstance(value, str) and value.strip().endswith("%"):
            return Fraction(0), read_share(value)
        return read_length(value), Fraction(0)

    return table.read("adds_time", read) or (Fraction(0), Fraction(0))
