"""Lay out which line of the bank fits which payment, and where there is only one way to pair them.

Lines that nothing tells apart stand as one group, and so do payments, so that a run of ten thousand
equal payments stays small.
"""

import collections
import dataclasses
import datetime
import enum
from collections.abc import Collection, Iterable, Iterator, Sequence

from coprod_desktop.domain.payee_names import Tokens


class Evidence(enum.StrEnum):
    """Why a line is taken for a payment, beside the amount and the day."""

    NAME = "name"
    REFERENCE = "reference"
    ONLY_AMOUNT = "only amount"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a line tells: its amount in pence without a sign, and the names and references we know.

    A line `is_new` unless it was used before.
    """

    on: datetime.date
    pence: int
    names: frozenset[Tokens]
    references: frozenset[str]
    is_new: bool


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a payment answers to: its amount, the days it may be booked on, names and reference.

    Only what `is_open` can be matched; the rest shows that an amount is not the only one.
    """

    run_number: int
    pence: int
    from_on: datetime.date
    to_on: datetime.date
    names: frozenset[Tokens]
    reference: str
    is_open: bool


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A kind of line and a kind of payment that go together."""

    told: Told
    claim: Claim
    evidence: Evidence


Node = Told | Claim | int
"""A kind of line, a kind of payment, or the number of a run that may be booked as one."""


def evidence_for(told: Told, claim: Claim) -> Evidence | None:
    """Say why a line could be a payment; None where it cannot.

    A line that tells somebody's name, or a reference that we know, is nobody else's.
    """
    if told.pence != claim.pence or not claim.from_on <= told.on <= claim.to_on:
        return None
    if told.names and not told.names & claim.names:
        return None
    if told.references and claim.reference not in told.references:
        return None
    if told.names:
        return Evidence.NAME
    return Evidence.REFERENCE if told.references else Evidence.ONLY_AMOUNT


def fits_between(tolds: Iterable[Told], claims: Iterable[Claim]) -> list[Fit]:
    """Return everything that goes together, once for each kind of line and of payment."""
    by_facts: dict[tuple[int, object], list[Claim]] = collections.defaultdict(list)
    for claim in claims:
        for fact in (None, claim.reference, *claim.names):
            by_facts[claim.pence, fact].append(claim)
    fits = []
    for told in tolds:
        near: dict[Claim, None] = {}
        for fact in told.names or told.references or (None,):
            near.update(dict.fromkeys(by_facts.get((told.pence, fact), ())))
        for claim in near:
            if evidence := evidence_for(told, claim):
                fits.append(Fit(told=told, claim=claim, evidence=evidence))
    return fits


def connected(links: Iterable[tuple[Node, Node]]) -> list[set[Node]]:
    """Return the sets of nodes that hang together."""
    beside: dict[Node, list[Node]] = collections.defaultdict(list)
    for one, other in links:
        beside[one].append(other)
        beside[other].append(one)
    reached: set[Node] = set()
    parts = []
    for start in beside:
        if start in reached:
            continue
        part, waiting = {start}, [start]
        while waiting:
            for node in beside[waiting.pop()]:
                if node not in part:
                    part.add(node)
                    waiting.append(node)
        reached |= part
        parts.append(part)
    return parts


def only_ways(
    fits: Sequence[Fit], single: Collection[Node], contested: Collection[Node]
) -> Iterator[Fit]:
    """Give the pairs of every part in which each line and each payment pair up in just one way.

    `single` are the kinds with one member; a part with anything else, or with a `contested` node,
    stays as it is.
    """
    of_told: dict[Node, list[Fit]] = collections.defaultdict(list)
    for fit in fits:
        of_told[fit.told].append(fit)
    for part in connected((fit.told, fit.claim) for fit in fits):
        if all(node in single and node not in contested for node in part):
            yield from _only_way([fit for node in part for fit in of_told.get(node, ())], len(part))


def _only_way(fits: Sequence[Fit], nodes: int) -> list[Fit]:
    """Return the one way to pair all nodes, or nothing.

    Where there is just one way, some node always has just one partner; taking that pair away leaves
    the same question, smaller.
    """
    beside: dict[Node, dict[Node, Fit]] = collections.defaultdict(dict)
    for fit in fits:
        beside[fit.told][fit.claim] = beside[fit.claim][fit.told] = fit
    ends = [node for node, others in beside.items() if len(others) == 1]
    pairs = []
    while ends:
        node = ends.pop()
        if node not in beside or len(beside[node]) != 1:
            continue
        partner, fit = next(iter(beside[node].items()))
        pairs.append(fit)
        del beside[node]
        for other in beside.pop(partner):
            if other in beside:
                del beside[other][partner]
                ends += [other] if len(beside[other]) == 1 else []
    return pairs if 2 * len(pairs) == nodes else []
