"""Say what a policy asks about an entry that the file does not know already."""

import dataclasses
import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import cast

from coprod_desktop.domain.policy import Case, Entry, Policy, Subject
from coprod_desktop.domain.policy.caps import names_of
from coprod_desktop.domain.policy.circumstances import gather
from coprod_desktop.domain.policy.conditions import (
    ALWAYS,
    All,
    AnyOf,
    Condition,
    IsOneOf,
    Not,
    facts_of,
)
from coprod_desktop.domain.policy.facts import FACTS, Fact, FactKind, FactValue
from coprod_desktop.domain.policy.rules import Cap, Need, Rule, Section
from coprod_desktop.domain.policy.used_facts import facts_that_matter

_MAIN = {
    Subject.WORK: Section.FEE,
    Subject.JOURNEY: Section.MILEAGE,
    Subject.EXPENSE: Section.EXPENSE,
}
# What an entry, its engagement, its project and its claim say themselves, or nobody can say.
_KNOWN = frozenset(
    "on kind cost miles vehicle capacity role agreed_rate project receipt unpaid session title "
    "earlier elsewhere paid sent_on received_on approved_on weekday month".split()
)
# What follows from another fact is asked for by that fact.
_ASKED_BY = {
    "notice_days": "cancelled_on",
    "notice_working_days": "cancelled_on",
    "away_that_day": "away",
}
_BETTER = {"agreed_before": "agreed_on", "age": "born_on"}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class AskedFact:
    """A fact that somebody can say, how it is written, and the words that the policy names."""

    name: str
    kind: FactKind
    examples: tuple[str, ...] = ()
    is_yes_unless_said: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class _Known:
    """The facts that are certain, and the names of all that the file can say."""

    facts: Mapping[str, FactValue]
    names: frozenset[str]

    def fits(self, condition: Condition) -> bool | None:
        """Say whether a condition holds, or None while it depends on what nobody has said."""
        if isinstance(condition, All):
            return _every(self.fits(part) for part in condition.parts)
        if isinstance(condition, AnyOf):
            none_holds = _every(_opposite(self.fits(part)) for part in condition.parts)
            return _opposite(none_holds)
        if isinstance(condition, Not):
            return _opposite(self.fits(condition.part))
        return condition.holds(self.facts) if facts_of(condition) <= self.names else None

    def open_part(self, condition: Condition) -> Condition:
        """Return what of a condition depends on something that nobody has said."""
        if self.fits(condition) is not None:
            return ALWAYS
        if isinstance(condition, All | AnyOf):
            undecided = [part for part in condition.parts if self.fits(part) is None]
            return type(condition)(tuple(self.open_part(part) for part in undecided))
        if isinstance(condition, Not):
            return Not(self.open_part(condition.part))
        return condition


def asked_facts(policy: Policy, entry: Entry) -> tuple[AskedFact, ...]:
    """Return what the rules that may fit an entry look at and the file does not know.

    `entry` holds what the file knows. A rule for another kind, or behind one that is sure to fit,
    asks nothing.
    """
    known = _known_of(policy, entry)
    rules = tuple(_open_rule(rule, known) for rule in _rules(policy, entry, known))
    caps = tuple(_open_cap(cap, known) for cap in policy.caps if _may_hold(cap, rules, known))
    narrowed = Policy(name=policy.name, rules=rules, caps=caps)
    looked_at = {_ASKED_BY.get(name, name) for name in facts_that_matter(narrowed)}
    wanted = looked_at - known.names
    wanted -= {name for name, better in _BETTER.items() if better in wanted}
    words = _words_named(rules, caps)
    return tuple(
        AskedFact(
            name=fact.name,
            kind=fact.kind,
            examples=tuple(sorted(words.get(fact.name, ()))),
            is_yes_unless_said=fact.name == "attended",
        )
        for fact in _all_facts(policy)
        if fact.name in wanted and not fact.is_derived
    )


def _all_facts(policy: Policy) -> tuple[Fact, ...]:
    return (*FACTS.values(), *policy.own_facts)


def _known_of(policy: Policy, entry: Entry) -> _Known:
    names = _KNOWN | entry.facts.keys()
    if entry.subject is Subject.WORK:
        names |= {"time"}
    gathered = gather(policy, Case(entries=(entry,)), frozenset())[0].facts
    return _Known({name: gathered[name] for name in names & gathered.keys()}, frozenset(names))


def _rules(policy: Policy, entry: Entry, known: _Known) -> Iterator[Rule]:
    """Return the rules that may decide about an entry, and those that they compare with."""
    found = list(_deciding(policy, entry, known))
    compared = {name for rule in found for name in rule.never_more_than}
    yield from found
    yield from (rule for rule in policy.rules if rule.name in compared and rule not in found)


def _deciding(policy: Policy, entry: Entry, known: _Known) -> Iterator[Rule]:
    subject, day = entry.subject, cast(datetime.date, known.facts["on"])
    if not policy.holds_on(day):
        return
    holding = [rule for rule in policy.rules if rule.holds_on(day)]
    refusing = [
        rule
        for rule in holding
        if rule.section is Section.NOT_PAID and rule.applies_to in (subject, Subject.EVERYTHING)
    ]
    yield from _down_to_the_first(refusing, lambda rule: known.fits(rule.when))
    if not any(known.fits(rule.when) for rule in refusing):
        paying = [rule for rule in holding if rule.section is _MAIN[subject]]
        yield from _down_to_the_first(paying, lambda rule: _may_pay(rule, known))
    others = (Section.CANCELLATION, Section.VALUE) if subject is Subject.WORK else ()
    for rule in holding:
        is_added = rule.section is Section.ALLOWANCE and rule.applies_to is subject
        if (is_added or rule.section in others) and known.fits(rule.when) is not False:
            yield rule


def _down_to_the_first(
    rules: Iterable[Rule], fits: Callable[[Rule], bool | None]
) -> Iterator[Rule]:
    """Return the rules that may fit, as far as the first that is sure to."""
    for rule in rules:
        found = fits(rule)
        if found is not False:
            yield rule
        if found:
            return


def _may_pay(rule: Rule, known: _Known) -> bool | None:
    """Say whether a rule may pay for an entry, or contain it; see `policy.selection`."""
    if known.facts.get("kind") in rule.includes:
        parts = rule.when.parts if isinstance(rule.when, All) else (rule.when,)
        about_others = [part for part in parts if not facts_of(part) & {"kind", "time", "online"}]
        return known.fits(All(tuple(about_others)))
    return False if "agreed_rate" in known.facts else known.fits(rule.when)


def _open_rule(rule: Rule, known: _Known) -> Rule:
    """Return a rule without the conditions that are decided already."""
    needs = tuple(
        _open_need(need, known)
        for need in rule.needs
        if known.fits(need.when) is not False and known.fits(need.holds) is None
    )
    return dataclasses.replace(rule, when=known.open_part(rule.when), needs=needs)


def _open_need(need: Need, known: _Known) -> Need:
    holds, when = known.open_part(need.holds), known.open_part(need.when)
    return dataclasses.replace(need, holds=holds, when=when)


def _may_hold(cap: Cap, rules: Iterable[Rule], known: _Known) -> bool:
    covered = any(cap.covers & names_of(rule) for rule in rules)
    return covered and known.fits(cap.when) is not False


def _open_cap(cap: Cap, known: _Known) -> Cap:
    unless = None if cap.unless is None else known.open_part(cap.unless)
    return dataclasses.replace(cap, when=known.open_part(cap.when), unless=unless)


# --- which words a policy compares with ----------------------------------------------------------


def _words_named(rules: Iterable[Rule], caps: Iterable[Cap]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    conditions = [rule.when for rule in rules] + [cap.when for cap in caps]
    conditions += [part for rule in rules for need in rule.needs for part in _of_need(need)]
    for leaf in (leaf for condition in conditions for leaf in _leaves(condition)):
        if isinstance(leaf, IsOneOf):
            words = {value for value in leaf.values if isinstance(value, str)}
            found.setdefault(leaf.fact, set()).update(words)
    return found


def _of_need(need: Need) -> tuple[Condition, Condition]:
    return need.holds, need.when


def _leaves(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, All | AnyOf):
        for part in condition.parts:
            yield from _leaves(part)
    elif isinstance(condition, Not):
        yield from _leaves(condition.part)
    else:
        yield condition


# --- yes, no and not known -----------------------------------------------------------------------


def _every(answers: Iterable[bool | None]) -> bool | None:
    told = list(answers)
    if False in told:
        return False
    return None if None in told else True


def _opposite(answer: bool | None) -> bool | None:
    return None if answer is None else not answer
