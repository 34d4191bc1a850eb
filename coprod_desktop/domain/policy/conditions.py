"""Conditions on facts: is it this, is it over that, is it given."""

import dataclasses
import datetime
from collections.abc import Mapping
from fractions import Fraction

from coprod_desktop.domain.policy.facts import FactValue

Facts = Mapping[str, FactValue]


@dataclasses.dataclass(frozen=True, slots=True)
class Edges:
    """A stretch of values; each end says whether the value itself belongs."""

    low: Fraction | datetime.date | None = None
    has_low: bool = True
    high: Fraction | datetime.date | None = None
    has_high: bool = True

    def hold(self, value: FactValue) -> bool:
        """Say whether a value lies in the stretch."""
        low, high = self.low, self.high
        if low is not None and (value < low or (value == low and not self.has_low)):  # type: ignore[operator]  # both are of the fact's kind, as the reader checked
            return False
        return high is None or value < high or (value == high and self.has_high)  # type: ignore[operator]  # as above


@dataclasses.dataclass(frozen=True, slots=True)
class IsOneOf:
    """The fact is one of these values, or, with `is_not`, none of them.

    `otherwise` stands for a fact that is not given: "no" for a yes-or-no fact.
    """

    fact: str
    values: frozenset[FactValue]
    is_not: bool = False
    otherwise: FactValue | None = None

    def holds(self, facts: Facts) -> bool:
        """Say whether the condition holds."""
        value = facts.get(self.fact, self.otherwise)
        if isinstance(value, frozenset):
            return bool(value & self.values) is not self.is_not
        return (value in self.values) is not self.is_not


@dataclasses.dataclass(frozen=True, slots=True)
class Lies:
    """The fact lies between edges; a fact that is not given lies nowhere."""

    fact: str
    edges: Edges

    def holds(self, facts: Facts) -> bool:
        """Say whether the condition holds."""
        value = facts.get(self.fact)
        return value is not None and self.edges.hold(value)


@dataclasses.dataclass(frozen=True, slots=True)
class Against:
    """The fact is compared with another fact of the same kind; both must be given."""

    fact: str
    other: str
    is_below: bool
    is_itself: bool

    def holds(self, facts: Facts) -> bool:
        """Say whether the condition holds."""
        value, other = facts.get(self.fact), facts.get(self.other)
        if value is None or other is None:
            return False
        edges = Edges(high=other, has_high=self.is_itself)  # type: ignore[arg-type]  # ordered kinds only, as the reader checked
        if not self.is_below:
            edges = Edges(low=other, has_low=self.is_itself)  # type: ignore[arg-type]  # as above
        return edges.hold(value)


@dataclasses.dataclass(frozen=True, slots=True)
class IsGiven:
    """The fact stands in the case, or does not; a "no" is as good as nothing."""

    fact: str
    is_given: bool = True

    def holds(self, facts: Facts) -> bool:
        """Say whether the condition holds."""
        return (facts.get(self.fact, False) is not False) is self.is_given


@dataclasses.dataclass(frozen=True, slots=True)
class All:
    """Every one of the conditions holds; with none, everything fits."""

    parts: tuple["Condition", ...] = ()

    def holds(self, facts: Facts) -> bool:
        """Say whether all hold."""
        return all(part.holds(facts) for part in self.parts)


@dataclasses.dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the conditions holds."""

    parts: tuple["Condition", ...]

    def holds(self, facts: Facts) -> bool:
        """Say whether one holds."""
        return any(part.holds(facts) for part in self.parts)


@dataclasses.dataclass(frozen=True, slots=True)
class Not:
    """The condition does not hold."""

    part: "Condition"

    def holds(self, facts: Facts) -> bool:
        """Say whether the condition fails."""
        return not self.part.holds(facts)


Condition = IsOneOf | Lies | Against | IsGiven | All | AnyOf | Not
ALWAYS = All()


def facts_of(condition: Condition) -> frozenset[str]:
    """Return the names of the facts that a condition looks at."""
    if isinstance(condition, All | AnyOf):
        return frozenset[str]().union(*(facts_of(part) for part in condition.parts))
    if isinstance(condition, Not):
        return facts_of(condition.part)
    if isinstance(condition, Against):
        return frozenset({condition.fact, condition.other})
    return frozenset({condition.fact})
