"""The kinds of work that a policy speaks of, so that a form can offer them."""

from collections.abc import Iterator

from coprod_desktop.domain.policy.conditions import All, AnyOf, Condition, IsOneOf, Not
from coprod_desktop.domain.policy.rules import Policy, Section

_ABOUT_WORK = frozenset({Section.FEE, Section.CANCELLATION, Section.NOT_PAID, Section.VALUE})


def kinds_of_work(policy: Policy) -> tuple[str, ...]:
    """Return the kinds of work that the rules name, folded, in the order of the file."""
    found: dict[str, None] = {}
    for rule in policy.rules:
        if rule.section in _ABOUT_WORK:
            found |= dict.fromkeys(_kinds(rule.when)) | dict.fromkeys(sorted(rule.includes))
    return tuple(found)


def _kinds(condition: Condition) -> Iterator[str]:
    if isinstance(condition, All | AnyOf):
        for part in condition.parts:
            yield from _kinds(part)
    elif isinstance(condition, Not):
        yield from _kinds(condition.part)
    elif isinstance(condition, IsOneOf) and condition.fact == "kind":
        yield from sorted(value for value in condition.values if isinstance(value, str))
