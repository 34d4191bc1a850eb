"""Say which facts a policy looks at, so that nobody is asked for anything else."""

from collections.abc import Iterator

from coprod_desktop.domain.policy.conditions import facts_of
from coprod_desktop.domain.policy.prices import FACT, Amount, Price, Tariff, Times
from coprod_desktop.domain.policy.rules import Cap, Measure, Need, Policy, Rule, Section

_MEASURED = {Measure.TIME: "time", Measure.MILES: "miles"}


def facts_that_matter(policy: Policy) -> frozenset[str]:
    """Return every fact that some condition, need, price or cap of a policy looks at."""
    found = set(_of_needs(policy.claims.needs))
    for rule in policy.rules:
        found.update(_of_rule(rule))
    for cap in policy.caps:
        found.update(_of_cap(cap))
    for term in (*policy.claims.deadlines, *policy.promises):
        found.update(facts_of(term.when))
    for method in policy.methods:
        found.update(facts_of(method.when))
    return frozenset(found - {rule.name for rule in policy.rules})


def _of_rule(rule: Rule) -> Iterator[str]:
    yield from facts_of(rule.when)
    yield from _of_needs(rule.needs)
    for price in (rule.price, rule.limit):
        if price is not None:
            yield from of_price(price)
    if rule.section is Section.EXPENSE and rule.price is None:
        yield "cost"
    yield from _of_times(rule.times)
    yield from rule.running_for
    yield from rule.never_more_than


def _of_cap(cap: Cap) -> Iterator[str]:
    yield from facts_of(cap.when)
    if cap.unless is not None:
        yield from facts_of(cap.unless)
    if isinstance(cap.at_most, Price):
        yield from of_price(cap.at_most)
    if cap.measure in _MEASURED:
        yield _MEASURED[cap.measure]
    yield from cap.for_each


def _of_needs(needs: tuple[Need, ...]) -> Iterator[str]:
    for need in needs:
        yield from facts_of(need.holds)
        yield from facts_of(need.when)


def of_price(price: Price) -> Iterator[str]:
    """Give every fact that a price looks at."""
    if price.bands or price.tiers:
        yield price.quantity
    for tariff in [one.tariff for one in price.bands] + [one.tariff for one in price.tiers]:
        yield from _of_tariff(tariff)
    if price.tariff is not None:
        yield from _of_tariff(price.tariff)
    yield from _of_times(price.times)
    if price.every is not None:
        yield from _of_amount(price.every[1])
    if price.unless is not None:
        yield from facts_of(price.unless)


def _of_times(times: tuple[Times, ...]) -> Iterator[str]:
    yield from (one.of for one in times if isinstance(one.of, str))


def _of_tariff(tariff: Tariff) -> Iterator[str]:
    if tariff.unit is not None:
        yield tariff.unit.fact
    for amount in (tariff.pays, tariff.pays_each, tariff.rate):
        yield from _of_amount(amount)


def _of_amount(amount: Amount | None) -> Iterator[str]:
    if isinstance(amount, str) and amount.startswith(FACT):
        yield amount.removeprefix(FACT)
