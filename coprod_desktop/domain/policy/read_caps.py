"""Read caps: limits over several entries."""

import dataclasses
import re
from collections.abc import Mapping
from fractions import Fraction

from coprod_desktop.domain.policy.periods import Period, PeriodKind
from coprod_desktop.domain.policy.prices import Over, Price
from coprod_desktop.domain.policy.read_conditions import read_unless, read_when
from coprod_desktop.domain.policy.read_periods import PER, read_period
from coprod_desktop.domain.policy.read_prices import OVER, Ground
from coprod_desktop.domain.policy.read_rule_parts import read_dates, read_facts, read_name
from coprod_desktop.domain.policy.read_rules import read_limit
from coprod_desktop.domain.policy.rules import Cap, Measure
from coprod_desktop.domain.policy.tables import Table
from coprod_desktop.domain.policy.values import (
    ValueUnreadableError,
    read_length,
    read_money,
    shown,
)
from coprod_desktop.domain.text import fold

_KEYS = frozenset(
    {"name", "covers", "per", "for_each", "when", "unless", "from", "until", "because"}
)
_HINTS = {
    "limit": "Did you mean “at_most”?",
    "pays": "Did you mean “at_most”?",
    "for": "Did you mean “covers” or “for_each”?",
    "together": "Did you mean “per”?",
    "max": "Did you mean “at_most”?",
}
_COUNTED = re.compile(r"(\d{1,6}(?:\.\d+)?) ?(times?|miles?)")
_NAME = re.compile(r"(?!once$|twice$)[a-z][a-z0-9_-]*")  # of a fact or a published rate
_IN_WORDS = {"once": "1 time", "twice": "2 times"}


def read_cap(table: Table) -> Cap:
    """Return one cap; what is mistaken is kept in the reading."""
    table.only(_KEYS | {"at_most", "over"}, _HINTS)
    over = table.choice("over", OVER) or Over.REFUSED
    return dataclasses.replace(_read(table, "at_most"), over=over)


def read_excess(table: Table) -> Cap:
    """Return one excess: the first so-much is what is not paid."""
    table.only(_KEYS | {"first"}, {"at_most": "Did you mean “first”?"})
    return dataclasses.replace(_read(table, "first"), is_excess=True)


def _read(table: Table, key: str) -> Cap:
    if not table.has("covers"):
        table.problem(
            f'{table.called} does not say what it covers. Add covers = ["…"] with names of rules '
            'or groups, or "everything".'
        )
    if not table.has(key):
        table.problem(f"{table.called} names no amount. Add “{key}”.")
    if not table.has("per"):
        table.problem(f'{table.called} does not say over what it is counted. Add per = "month".')
    starts_on, ends_on = read_dates(table)
    measure, at_most = _read_amount(table, key)
    return Cap(
        name=read_name(table),
        line=table.line,
        covers=frozenset(fold(one) for one in table.texts("covers")),
        measure=measure,
        at_most=at_most,
        per=read_period(table, "per", PER) or Period(kind=PeriodKind.EVER, words="ever"),
        for_each=read_facts(table, "for_each"),
        when=read_when(table),
        unless=read_unless(table),
        starts_on=starts_on,
        ends_on=ends_on,
        because=table.words("because"),
    )


def _read_amount(table: Table, key: str) -> tuple[Measure, Fraction | Price]:
    said = table.values.get(key)
    is_name = isinstance(said, str) and _NAME.fullmatch(said.strip())
    if isinstance(said, Mapping) or is_name:
        return Measure.MONEY, read_limit(table, key, Ground()) or Fraction(0)
    return table.read(key, _measured) or (Measure.MONEY, Fraction(0))


def _measured(value: object) -> tuple[Measure, Fraction]:
    """Return what is counted and how much of it; raises ValueUnreadableError."""
    if not isinstance(value, str):
        return Measure.MONEY, read_money(value)
    said = fold(value)
    if match := _COUNTED.fullmatch(_IN_WORDS.get(said, said)):
        measure = Measure.TIMES if match[2].startswith("time") else Measure.MILES
        return measure, Fraction(match[1])
    for measure, reader in ((Measure.MONEY, read_money), (Measure.TIME, read_length)):
        try:
            return measure, reader(value)
        except ValueUnreadableError:
            continue
    raise ValueUnreadableError(
        f'“{shown(value)}” is not a limit; write 30.00, "15h", "6 times" or "100 miles"'
    )
