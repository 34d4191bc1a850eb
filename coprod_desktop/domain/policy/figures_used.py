"""Say for what a policy pays by published figures, whose change changes its prices."""

from collections.abc import Iterator

from coprod_desktop.domain.policy.prices import FACT, Amount, Price, Tariff
from coprod_desktop.domain.policy.rules import Policy, Rule, Section, Subject

_PRICED = (Subject.WORK, Subject.JOURNEY, Subject.EXPENSE)
_OF_SECTION = {
    Section.FEE: Subject.WORK,
    Section.CANCELLATION: Subject.WORK,
    Section.MILEAGE: Subject.JOURNEY,
    Section.EXPENSE: Subject.EXPENSE,
}


def paid_by_figures(policy: Policy) -> frozenset[Subject]:
    """Return which of work, journeys and costs have a price that looks a figure up."""
    by_figure = {rule.name for rule in policy.rules if _looks_up(rule)}
    found = {
        subject
        for rule in policy.rules
        for subject in _subjects(rule)
        if by_figure & {rule.name, *rule.never_more_than}
    }
    limits = [cap.at_most for cap in policy.caps if isinstance(cap.at_most, Price)]
    if any(_has_code(price) for price in limits):
        found.update(_PRICED)
    return frozenset(found)


def _subjects(rule: Rule) -> tuple[Subject, ...]:
    if rule.section is Section.ALLOWANCE:
        return (rule.applies_to,) if rule.applies_to in _PRICED else _PRICED
    subject = _OF_SECTION.get(rule.section)
    return () if subject is None else (subject,)


def _looks_up(rule: Rule) -> bool:
    return any(_has_code(price) for price in (rule.price, rule.limit) if price is not None)


def _has_code(price: Price) -> bool:
    return any(isinstance(one, str) and not one.startswith(FACT) for one in _amounts(price))


def _amounts(price: Price) -> Iterator[Amount | None]:
    for tariff in _tariffs(price):
        yield from (tariff.pays, tariff.pays_each, tariff.rate)
    if price.every is not None:
        yield price.every[1]


def _tariffs(price: Price) -> Iterator[Tariff]:
    yield from (band.tariff for band in price.bands)
    yield from (tier.tariff for tier in price.tiers)
    if price.tariff is not None:
        yield price.tariff
