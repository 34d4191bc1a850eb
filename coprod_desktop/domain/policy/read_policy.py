"""Read a policy file into the rules that price a case; every mistake is told with its line."""

import dataclasses
import re
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from coprod_desktop.domain.policy.conditions import ALWAYS
from coprod_desktop.domain.policy.facts import FACTS, Fact, FactKind
from coprod_desktop.domain.policy.read_caps import read_cap, read_excess
from coprod_desktop.domain.policy.read_claims import read_claims, read_method, read_payments
from coprod_desktop.domain.policy.read_periods import read_month_day
from coprod_desktop.domain.policy.read_rule_parts import read_dates, read_name
from coprod_desktop.domain.policy.read_rules import read_rule
from coprod_desktop.domain.policy.rules import Cap, Claims, MethodRule, Policy, Rule, Section
from coprod_desktop.domain.policy.sections import Sections
from coprod_desktop.domain.policy.tables import Reading, Table, nearest
from coprod_desktop.domain.policy.toml_text import open_toml
from coprod_desktop.domain.policy.used_facts import facts_that_matter
from coprod_desktop.domain.policy.values import read_length, shown
from coprod_desktop.domain.text import fold

_EMPTY = 'The file is empty. A policy begins with [policy] and name = "…".'
_NO_HEAD = 'The policy has no head. Begin the file with [policy] and name = "…".'
_FIRST_FITS = frozenset({Section.FEE, Section.MILEAGE, Section.EXPENSE})
_RULES = {section.value: section for section in Section}
_ONE_EACH = ("policy", "facts", "claims", "payments")
_SEVERAL = (*_RULES, "excess", "cap", "method")
_OF_A_CASE = frozenset({"claim", "person", "day", "work", "journey"})
_POLICY_KEYS = frozenset(
    {"name", "source", "from", "until", "year_starts", "breaks", "automatic_breaks"}
    | {"bank_holidays"}
)
_BREAKS = MappingProxyType({"paid": True, "not paid": False, "unpaid": False})
_NATIONS = MappingProxyType(
    {fold(one): one for one in ("England", "Wales", "Scotland", "Northern Ireland", "none")}
)
_FACT_NAME = re.compile(r"[a-z][a-z0-9_]*")
_RESERVED = frozenset({"any", "not", "all"})
_KINDS = MappingProxyType({kind.value: kind for kind in FactKind})
_COVERED: Mapping[str, frozenset[Section]] = MappingProxyType(
    {
        "fees": frozenset({Section.FEE, Section.CANCELLATION}),
        "mileage": frozenset({Section.MILEAGE}),
        "expenses": frozenset({Section.EXPENSE}),
        "allowances": frozenset({Section.ALLOWANCE}),
        "payments": frozenset(Section),
        "reimbursements": frozenset(Section),
        "everything": frozenset(Section),
    }
)


def read_policy(text: str) -> Policy:
    """Return a policy; raises PolicyFileError with every mistake, in the order of lines."""
    data, lines = open_toml(text, empty=_EMPTY)
    reading = Reading(lines, FACTS)
    sections = Sections(reading, data, one_each=_ONE_EACH, several=_SEVERAL)
    sections.check(elsewhere=_OF_A_CASE, place="the case file")
    own_facts = _read_own_facts(sections.one("facts"))
    if not sections.has("policy"):
        reading.problem((), _NO_HEAD)
    policy = _read_head(sections.one("policy"))
    rules = tuple((table, read_rule(table, _RULES[name])) for name, table in sections.all(_RULES))
    excesses = ((table, read_excess(table)) for _name, table in sections.all({"excess"}))
    caps = (*excesses, *((table, read_cap(table)) for _name, table in sections.all({"cap"})))
    methods = tuple((table, read_method(table)) for _name, table in sections.all({"method"}))
    claims, payments = sections.one("claims"), sections.one("payments")
    promises, ways = ((), ()) if payments is None else read_payments(payments)
    _check_names([*rules, *caps, *methods])
    _check_covers(rules, caps)
    _check_reach(rules)
    compared = _checked_comparisons(rules)
    policy = dataclasses.replace(
        policy,
        rules=compared,
        caps=tuple(cap for _table, cap in caps),
        claims=Claims() if claims is None else read_claims(claims),
        promises=promises,
        methods=(*(method for _table, method in methods), *ways),
        own_facts=own_facts,
    )
    reading.finish()
    return dataclasses.replace(policy, used_facts=facts_that_matter(policy))


def _read_own_facts(table: Table | None) -> tuple[Fact, ...]:
    """Return the facts that a policy declares, and let the rest of the file name them."""
    found: list[Fact] = []
    if table is None:
        return ()
    for name in table.values:
        known = FACTS.get(name)
        kind = table.choice(name, _KINDS)
        if not _FACT_NAME.fullmatch(name) or name in _RESERVED:
            table.problem(
                f"A fact cannot be called “{shown(name)}”. Use small letters, digits and _, as "
                "travel_plan.",
                name,
            )
        elif known is not None and kind is not None and kind is not known.kind:
            table.problem(
                f"“{name}” is known already, and is written as {known.kind.value}. Leave it out, "
                "or give your own fact another name.",
                name,
            )
        elif known is None:
            fact = Fact(name=name, kind=kind or FactKind.WORDS)
            table.reading.facts[name] = fact
            found.append(fact)
    return tuple(found)


def _read_head(table: Table | None) -> Policy:
    """Return a policy with what its head says, without any rules."""
    if table is None:
        return Policy(name="")
    table.only(_POLICY_KEYS, {"breaks_paid": 'Did you mean breaks = "paid"?'})
    name = read_name(table)
    table.reading.year_starts = table.read("year_starts", read_month_day) or (1, 1)
    starts_on, ends_on = read_dates(table)
    return Policy(
        name=name,
        source=table.words("source"),
        starts_on=starts_on,
        ends_on=ends_on,
        bank_holidays=table.choice("bank_holidays", _NATIONS) or "England",
        breaks_are_paid=bool(table.choice("breaks", _BREAKS)),
        automatic_breaks=tuple(
            found
            for one in table.tables("automatic_breaks", "an automatic break")
            if (found := _read_break(one)) is not None
        ),
    )


def _read_break(table: Table) -> tuple[Fraction, bool, Fraction] | None:
    table.only({"over", "from", "takes"}, {"at_least": "Did you mean “from”?"})
    if table.has("over") == table.has("from"):
        table.problem('An automatic break says from how long: over = "6h", or from = "6h".')
    if not table.has("takes"):
        table.problem('An automatic break says what it takes out. Add takes = "30m".')
    edge = table.read("over" if table.has("over") else "from", read_length)
    takes = table.read("takes", read_length)
    return None if edge is None or takes is None else (edge, table.has("from"), takes)


def _check_names(named: list[tuple[Table, Rule | Cap | MethodRule]]) -> None:
    """Report names that are used twice."""
    first: dict[str, Table] = {}
    for table, one in sorted(named, key=lambda pair: pair[0].line):
        earlier = first.setdefault(fold(one.name), table)
        if one.name and earlier is not table:
            table.problem(
                f"The name “{shown(one.name)}” is used in line {earlier.line} already. Give every "
                "rule a name of its own.",
                "name",
            )


def _check_covers(
    rules: tuple[tuple[Table, Rule], ...], caps: tuple[tuple[Table, Cap], ...]
) -> None:
    """Report what a cap covers and nothing is called, and what two things are called."""
    names = {fold(rule.name): rule for _table, rule in rules if rule.name}
    groups = {rule.group for _table, rule in rules if rule.group}
    known = names.keys() | groups | _COVERED.keys()
    for table, _cap in caps:
        for said in table.texts("covers"):
            plain = fold(said)
            if plain not in known:
                near = nearest(plain, known)
                meant = f"Did you mean “{near}”?" if near else "Name a rule, a group or “fees”."
                table.problem(
                    f"“{shown(said)}” is neither the name of a rule nor a group. {meant}", "covers"
                )
            elif plain in names and plain in _COVERED:
                covered = [rule for _table, rule in rules if rule.section in _COVERED[plain]]
                if covered != [names[plain]]:
                    table.problem(
                        f"“{shown(said)}” is the name of a rule and also means all of them. Give "
                        "the rule another name.",
                        "covers",
                    )


def _check_reach(rules: tuple[tuple[Table, Rule], ...]) -> None:
    """Report rules that nothing ever reaches, because one above them fits everything."""
    open_to_all: dict[Section, Rule] = {}
    compared = {name for _table, rule in rules for name in rule.never_more_than}
    for table, rule in rules:
        if rule.section not in _FIRST_FITS:
            continue
        above = open_to_all.get(rule.section)
        if above is not None and rule.when != ALWAYS and rule.name not in compared:
            table.problem(
                f"“{shown(rule.name)}” is never used, because “{shown(above.name)}” in line "
                f"{above.line} fits everything. Put the special rules above the general one."
            )
        if (
            above is None
            and rule.when == ALWAYS
            and rule.starts_on is None
            and rule.ends_on is None
        ):
            open_to_all[rule.section] = rule


def _checked_comparisons(rules: tuple[tuple[Table, Rule], ...]) -> tuple[Rule, ...]:
    """Return the rules, each comparison with the name of a rule or fact as it is kept."""
    names = {fold(rule.name): rule.name for _table, rule in rules if rule.name}
    found = []
    for table, rule in rules:
        compared = []
        for said in rule.never_more_than:
            fact = table.reading.facts.get(said)
            name = names.get(fold(said))
            if name is not None and name != rule.name:
                compared.append(name)
            elif fact is not None and fact.kind is FactKind.MONEY:
                compared.append(fact.name)
            else:
                table.problem(
                    f"“{shown(said)}” is neither a money fact nor the name of another rule. Write "
                    "“fare”, “cost” or the name of a rule.",
                    "never_more_than",
                )
        found.append(dataclasses.replace(rule, never_more_than=tuple(compared)))
    return tuple(found)
