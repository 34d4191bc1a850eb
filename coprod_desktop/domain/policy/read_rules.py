"""Read the rules of a policy: fees, mileage, expenses, allowances and what is not paid."""

import dataclasses
from collections.abc import Mapping
from types import MappingProxyType

from coprod_desktop.domain.policy.periods import Period, PeriodKind
from coprod_desktop.domain.policy.prices import Amount, Price, Tariff
from coprod_desktop.domain.policy.read_conditions import read_needs, read_when
from coprod_desktop.domain.policy.read_periods import RUNNING, TOGETHER, read_period
from coprod_desktop.domain.policy.read_prices import PRICE_KEYS, Ground, has_price, read_price
from coprod_desktop.domain.policy.read_rule_parts import (
    read_dates,
    read_facts,
    read_name,
    read_sum_rounding,
)
from coprod_desktop.domain.policy.read_units import A_MILE, read_amount, read_sum, read_times
from coprod_desktop.domain.policy.rules import CountsAs, Rule, Section, Subject
from coprod_desktop.domain.policy.tables import Table
from coprod_desktop.domain.policy.values import read_share
from coprod_desktop.domain.text import fold

_COMMON = frozenset(
    {"name", "when", "from", "until", "needs", "group", "round", "unclear", "because", "counts_as"}
) | {"source"}
_PRICED = _COMMON | PRICE_KEYS | {"unit", "as"}
_TIERED = frozenset({"running", "running_for"})
KEYS: Mapping[Section, frozenset[str]] = MappingProxyType(
    {
        Section.FEE: _PRICED | _TIERED | {"together", "includes"},
        Section.MILEAGE: _PRICED | _TIERED | {"together", "elsewhere", "never_more_than"},
        Section.EXPENSE: _PRICED | _TIERED | {"together", "limit", "share", "never_more_than"},
        Section.ALLOWANCE: _PRICED | _TIERED | {"together", "for"},
        Section.NOT_PAID: _COMMON | {"for"},
        Section.CANCELLATION: _PRICED | {"share"},
        Section.VALUE: _PRICED - {"unit", "as", "needs", "group", "unclear", "counts_as"},
    }
)
_HINTS = MappingProxyType(
    {
        "unless": "Put “unless” into the table of the limit: limit = { …, unless = { … } }.",
        "amount": "Did you mean “pays”?",
        "price": "Did you mean “pays” or “rate”?",
        "max": "Did you mean “at_most”?",
        "min": "Did you mean “at_least”?",
        "start": "Did you mean “from”?",
        "end": "Did you mean “until”?",
        "first": "“first” belongs to “tiers”: tiers = [{ first = …, rate = … }, { rate = … }].",
        "pays_each": '“pays_each” belongs to “tiers”. Here write rate = …, per = "count".',
        "up_to": "“up_to” belongs to “bands”: bands = [{ up_to = …, pays = … }].",
    }
)
_SUBJECTS = {
    Section.MILEAGE: Subject.JOURNEY,
    Section.EXPENSE: Subject.EXPENSE,
}
_QUANTITIES = {Subject.WORK: "time", Subject.JOURNEY: "miles"}
_REIMBURSED = frozenset({Section.MILEAGE, Section.EXPENSE})
_NOT_PAID_FOR = MappingProxyType(
    {one.value: one for one in (Subject.WORK, Subject.JOURNEY, Subject.EXPENSE, Subject.EVERYTHING)}
)
_ALLOWANCE_FOR = MappingProxyType(
    {
        one.value: one
        for one in (Subject.WORK, Subject.JOURNEY, Subject.EXPENSE, Subject.DAY, Subject.CLAIM)
    }
)
_COUNTS_AS = MappingProxyType({one.value: one for one in CountsAs})
_SAY_PRICE = {
    Section.FEE: "This fee does not say what it pays. Add “pays”, “rate”, “bands” or “tiers”.",
    Section.MILEAGE: "This mileage has no rate. Add “rate”, or “tiers” for several.",
    Section.ALLOWANCE: "This allowance does not say what it pays. Add “pays” or “rate”.",
    Section.CANCELLATION: "This cancellation does not say what it pays. Add “share” or “pays”.",
    Section.VALUE: "This value names no worth. Add “rate” and “per”.",
}


def read_rule(table: Table, section: Section) -> Rule:
    """Return one rule; what is mistaken is kept in the reading."""
    table.only(KEYS[section], _HINTS)
    unit = table.words("unit") if "unit" in KEYS[section] else ""
    subject = _subject(table, section)
    ground = Ground(
        quantity=_QUANTITIES.get(subject, ""),
        unit=A_MILE if section is Section.MILEAGE else None,
        given=unit,
    )
    rule = _plain(table, section, subject, unit)
    if section is Section.NOT_PAID:
        return rule
    price = read_price(table, ground) if _may_price(table) else None
    limit = _read_limit(table, ground, price) if section is Section.EXPENSE else None
    together = read_period(table, "together", TOGETHER)
    running = read_period(table, "running", RUNNING)
    _check_shape(table, section)
    _check_running(table, price, limit)
    return dataclasses.replace(
        rule,
        price=price,
        limit=limit,
        share=table.read("share", read_share),
        times=() if price is not None else read_times(table),
        together=_several(together),
        running=_several(running),
        running_for=read_facts(table, "running_for"),
        counts_elsewhere=table.yes_no("elsewhere"),
        never_more_than=table.texts("never_more_than"),
    )


def _several(period: Period | None) -> Period | None:
    return None if period is None or period.kind is PeriodKind.ENTRY else period


def _subject(table: Table, section: Section) -> Subject:
    if section is Section.NOT_PAID:
        return table.choice("for", _NOT_PAID_FOR) or Subject.WORK
    if section is Section.ALLOWANCE:
        if not table.has("for"):
            table.problem(
                'This allowance does not say what it belongs to. Add for = "work", "journey", '
                '"expense", "day" or "claim".'
            )
        return table.choice("for", _ALLOWANCE_FOR) or Subject.WORK
    return _SUBJECTS.get(section, Subject.WORK)


def _plain(table: Table, section: Section, subject: Subject, unit: str) -> Rule:
    """Return what every rule may have."""
    starts_on, ends_on = read_dates(table)
    return Rule(
        section=section,
        name=read_name(table),
        line=table.line,
        when=read_when(table),
        starts_on=starts_on,
        ends_on=ends_on,
        needs=read_needs(table),
        group=fold(table.words("group")),
        rounding=read_sum_rounding(table, unit),
        unclear=table.words("unclear"),
        because=table.words("because"),
        applies_to=subject,
        counts_as=_counts_as(table, section),
        includes=frozenset(fold(one) for one in table.texts("includes")),
        unit=unit,
        is_voucher=table.choice("as", {"voucher": True}) or False,
        source=table.words("source"),
    )


def _counts_as(table: Table, section: Section) -> CountsAs:
    if section is Section.ALLOWANCE and not table.has("counts_as"):
        table.problem(
            'This allowance does not say what it counts as. Add counts_as = "payment" or '
            '"reimbursement".'
        )
    usual = CountsAs.REIMBURSEMENT if section in _REIMBURSED else CountsAs.PAYMENT
    return table.choice("counts_as", _COUNTS_AS) or usual


def _may_price(table: Table) -> bool:
    """Say whether there is a price to read, or a key that cannot stand without one."""
    return has_price(table) or any(table.has(key) for key in ("per", "part", "by", "every"))


def _check_shape(table: Table, section: Section) -> None:
    """Report a rule without a price, and one with a price and something else beside it."""
    known = table.values.keys() & KEYS[section]
    is_priced = has_price(table)
    is_misspelt = len(known) < len(table.values)
    is_whole = is_priced or is_misspelt or known & {"share", "unclear"}
    if not is_whole and section is not Section.EXPENSE:
        table.problem(_SAY_PRICE[section])
    if is_priced and "share" in known:
        table.problem("“share” stands beside a price. Keep one of them.", "share")
    if is_priced and "limit" in known:
        table.problem(
            "“limit” cuts the cost, and this rule has a price of its own. Keep one of them, or "
            "write “at_most”.",
            "limit",
        )
    if {"times", "limit"} <= known and "share" not in known:
        table.problem("Put “times” into the table of the limit: limit = { …, times = … }.", "times")
    if not is_priced and "at_least" in known:
        table.problem(
            "“at_least” needs a price beside it. For a lowest cost write "
            'when = { cost = "at least …" }.',
            "at_least",
        )


def _read_limit(table: Table, ground: Ground, price: Price | None) -> Price | None:
    """Return the most that is paid of a cost; “at_most” without a price is a limit too."""
    at_most = None
    if price is None and table.has("at_most"):
        at_most = table.read("at_most", lambda one: read_sum(one, ground.given))
        if table.has("limit"):
            table.problem("“limit” and “at_most” stand here together. Keep one.", "at_most")
    if table.has("limit"):
        return read_limit(table, "limit", ground)
    return None if at_most is None else _fixed(at_most)


def read_limit(table: Table, key: str, ground: Ground) -> Price | None:
    """Return a sum, or a table with the shapes of a price."""
    if not isinstance(table.values[key], Mapping):
        amount = table.read(key, lambda one: read_amount(one, table.reading.facts, ground.given))
        return None if amount is None else _fixed(amount)
    inner = table.table(key, f"“{key}”")
    if inner is None:
        return None
    inner.only(PRICE_KEYS | {"unless", "over"})
    if not has_price(inner):
        inner.problem(f"“{key}” names no sum. Add “pays”, “rate”, “bands” or “tiers”.")
    return read_price(inner, ground)


def _fixed(amount: Amount) -> Price:
    return Price(quantity="cost", tariff=Tariff(pays=amount))


def _check_running(table: Table, price: Price | None, limit: Price | None) -> None:
    """Report what belongs to tiers and stands without them."""
    has_tiers = any(one is not None and one.tiers for one in (price, limit))
    for key in ("running", "running_for", "elsewhere"):
        if not table.has(key) or table.has("tiers"):
            continue
        if not has_tiers:
            table.problem(f"“{key}” belongs to “tiers”. Write tiers, or leave it out.", key)
    for key in ("running_for", "elsewhere"):
        if has_tiers and table.has(key) and not table.has("running"):
            table.problem(
                f"“{key}” needs “running”. Say over what the tiers are counted, as "
                'running = "tax year".',
                key,
            )
