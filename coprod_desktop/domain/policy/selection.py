"""Choose the rule of an entry: the first in the file that fits, or why none does."""

import dataclasses
import datetime
from collections.abc import Iterator

from coprod_desktop.domain.dates import long_day
from coprod_desktop.domain.policy.circumstances import Known
from coprod_desktop.domain.policy.conditions import All, Condition, facts_of
from coprod_desktop.domain.policy.facts import quantity_of
from coprod_desktop.domain.policy.prices import AN_HOUR, Price, Tariff
from coprod_desktop.domain.policy.rules import Need, Otherwise, Policy, Rule, Section, Subject
from coprod_desktop.domain.policy.wording import listed

_SECTIONS = {
    Subject.WORK: Section.FEE,
    Subject.JOURNEY: Section.MILEAGE,
    Subject.EXPENSE: Section.EXPENSE,
}
_NOUNS = {
    Subject.WORK: "work of this kind",
    Subject.JOURNEY: "a journey like this",
    Subject.EXPENSE: "a cost of this kind",
}
_MOST_TOLD = 3
_WORST_FIRST = (Otherwise.REFUSED, Otherwise.HELD, Otherwise.WARNED)
_NOT_ATTENDED = "Not attended, so nothing is paid for the time."
_CANCELLED = "Cancelled, and no rule pays for that."


@dataclasses.dataclass(frozen=True, slots=True)
class Chosen:
    """The rule that pays, or contains, an entry; or the reason why it is refused or held."""

    rule: Rule | None = None
    fee: Rule | None = None
    """For cancelled work, the rule that would have paid it."""
    is_included: bool = False
    because: str = ""
    is_held: bool = False
    is_unpaid: bool = False
    """Work that was done and is not paid for: it has a worth, and allowances may go with it."""


class Selection:
    """The rules of a policy by section."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._rules = {
            section: tuple(rule for rule in policy.rules if rule.section is section)
            for section in Section
        }

    def choose(self, known: Known) -> Chosen:
        """Return the rule of an entry or the reason why there is none."""
        if not _is_between(self._policy.starts_on, known.on, self._policy.ends_on):
            return Chosen(because=_out_of_dates(self._policy))
        if known.facts.get("unpaid") and known.subject is Subject.WORK:
            return Chosen(because="Recorded as unpaid work.", is_unpaid=known.has_happened)
        for rule in self._fitting(Section.NOT_PAID, known):
            if rule.applies_to in (known.subject, Subject.EVERYTHING):
                words = rule.because or "Not paid."
                return Chosen(rule, because=f"{rule.name}: {words}", is_unpaid=known.has_happened)
        if known.subject is Subject.WORK and not known.has_happened:
            return self._cancelled(known)
        return self._paid(known)

    def _paid(self, known: Known) -> Chosen:
        rules, agreed = self._rules[_SECTIONS[known.subject]], _agreed(known)
        for rule in rules:
            if not rule.holds_on(known.on):
                continue
            if known.facts.get("kind") in rule.includes and _holds_but_for_kind(rule, known):
                return Chosen(rule, is_included=True)
            if agreed is None and rule.when.holds(known.facts):
                return Chosen(rule)
        return self._nothing_fits(rules, known) if agreed is None else Chosen(agreed)

    def _nothing_fits(self, rules: tuple[Rule, ...], known: Known) -> Chosen:
        """Say which rules are for this kind, and what keeps each from fitting."""
        because = f"No rule of this policy pays for {_NOUNS[known.subject]}."
        near = [rule for rule in rules if _is_for_its_kind(rule, known)]
        told = [_why_not(rule, known) for rule in near[:_MOST_TOLD]]
        if any(told):
            because = " ".join(filter(None, told))
        return Chosen(because=because, is_unpaid=known.subject is Subject.WORK)

    def _cancelled(self, known: Known) -> Chosen:
        for rule in self._fitting(Section.CANCELLATION, known):
            fee = self._paid(known)
            if fee.is_included and rule.price is None:
                return Chosen(because="Cancelled; the fee that it belongs to contains it.")
            return Chosen(rule, fee=fee.rule)
        told = [_why_not(rule, known) for rule in self._rules[Section.CANCELLATION][:_MOST_TOLD]]
        is_cancelled = known.facts.keys() & {"cancelled_by", "cancelled_on"}
        because = _CANCELLED if is_cancelled else _NOT_ATTENDED
        return Chosen(because=" ".join([because, *told]))

    def fee_for(self, known: Known) -> Rule | None:
        """Return the fee that would pay for work if it were paid."""
        chosen = self._paid(known)
        return None if chosen.is_included else chosen.rule

    def value_for(self, known: Known) -> Rule | None:
        """Return the rule that says what unpaid work is worth."""
        return next(self._fitting(Section.VALUE, known), None)

    def allowances(self, known: Known, subject: Subject) -> Iterator[Rule]:
        """Return every allowance that fits."""
        for rule in self._fitting(Section.ALLOWANCE, known):
            if rule.applies_to is subject:
                yield rule

    def _fitting(self, section: Section, known: Known) -> Iterator[Rule]:
        for rule in self._rules[section]:
            if rule.holds_on(known.on) and rule.when.holds(known.facts):
                yield rule


def _agreed(known: Known) -> Rule | None:
    """Return the rule that a rate agreed with the person makes; it goes before the fees."""
    rate = quantity_of(known.facts, "agreed_rate")
    if rate is None or known.subject is not Subject.WORK:
        return None
    tariff = Tariff(rate=rate, unit=AN_HOUR)
    return Rule(
        section=Section.FEE,
        name="The rate agreed with you",
        price=Price(quantity="time", tariff=tariff),
    )


def _is_between(
    first: datetime.date | None, day: datetime.date, last: datetime.date | None
) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


def _out_of_dates(policy: Policy) -> str:
    first = f" from {long_day(policy.starts_on)}" if policy.starts_on else ""
    last = f" to {long_day(policy.ends_on)}" if policy.ends_on else ""
    return f"This policy holds{first}{last}, so not on this day."


def _parts(rule: Rule) -> tuple[Condition, ...]:
    return rule.when.parts if isinstance(rule.when, All) else (rule.when,)


def _is_for_its_kind(rule: Rule, known: Known) -> bool:
    """Say whether a rule is for entries of this kind or by this vehicle, whatever else it asks."""
    about = [part for part in _parts(rule) if facts_of(part) & {"kind", "vehicle"}]
    return all(part.holds(known.facts) for part in about)


def _why_not(rule: Rule, known: Known) -> str:
    if not rule.holds_on(known.on):
        return f"{rule.name} does not hold on this day."
    failing = [part for part in _parts(rule) if not part.holds(known.facts)]
    facts = sorted(frozenset[str]().union(*(facts_of(part) for part in failing)))
    given = listed([_fact_words(name) for name in facts if name in known.facts])
    unsaid = listed([_fact_words(name) for name in facts if name not in known.facts])
    if unsaid and not given:
        return f"{rule.name} depends on {unsaid}, which nobody has said."
    return f"{rule.name} does not fit because of {given or unsaid}."


def _fact_words(name: str) -> str:
    return f"“{name.replace('_', ' ')}”"


def _holds_but_for_kind(rule: Rule, known: Known) -> bool:
    """Say whether a fee contains work of another kind: all but its kind and length must fit."""
    others = (part for part in _parts(rule) if not facts_of(part) & {"kind", "time", "online"})
    return all(part.holds(known.facts) for part in others)


def missing(needs: tuple[Need, ...], known: Known) -> Iterator[tuple[Otherwise, str]]:
    """Return what is needed and not there, the worst first: what happens, and the sentence."""
    for need in sorted(needs, key=lambda need: _WORST_FIRST.index(need.otherwise)):
        if need.when.holds(known.facts) and not need.holds.holds(known.facts):
            yield need.otherwise, need.because or f"Needs {need.words}."
