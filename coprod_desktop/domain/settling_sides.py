"""Pair the bank's lines with payments on one side of the account: money out, or money in."""

import collections
import dataclasses
import datetime
from collections.abc import Collection, Hashable, Mapping
from typing import Generic, TypeVar

from coprod_desktop.domain.bank_statements import StatementLine
from coprod_desktop.domain.payee_names import Tokens
from coprod_desktop.domain.settling_graph import (
    Claim,
    Evidence,
    Fit,
    Node,
    Told,
    connected,
    fits_between,
    only_ways,
)

Payment = TypeVar("Payment", bound=Hashable)
_BY_NAME = frozenset({Evidence.NAME})
_BY_ANYTHING_TOLD = frozenset({Evidence.NAME, Evidence.REFERENCE})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Loose(Generic[Payment]):
    """Lines, payments and whole runs that hang together in more than one way."""

    lines: tuple[StatementLine, ...]
    payments: tuple[Payment, ...]
    run_numbers: tuple[int, ...]


class Side(Generic[Payment]):
    """All lines and payments of one side; what is paired is taken away for the next question.

    What is not new or not open any more stays in sight, so that reading a file again finds nothing
    else than the first time.
    """

    def __init__(
        self,
        lines: Mapping[StatementLine, Told],
        payments: Mapping[Payment, Claim],
        evidence: Collection[Evidence] = frozenset(Evidence),
    ) -> None:
        self._lines: dict[Told, list[StatementLine]] = collections.defaultdict(list)
        for line, told in lines.items():
            self._lines[told].append(line)
        self._payments: dict[Claim, list[Payment]] = collections.defaultdict(list)
        self._of_pence: dict[int, list[Told]] = collections.defaultdict(list)
        for told in self._lines:
            self._of_pence[told.pence].append(told)
        names = frozenset[Tokens]().union(*(told.names for told in self._lines))
        for payment, claim in payments.items():
            # A name that no line tells keeps no payments apart.
            short = dataclasses.replace(claim, names=claim.names & names)
            self._payments[short].append(payment)
        self._places = {claim: place for place, claim in enumerate(self._payments)}
        fits = fits_between(self._lines, self._payments)
        self._fits = [fit for fit in fits if fit.evidence in evidence]
        self._of: dict[Node, list[Fit]] = collections.defaultdict(list)
        for fit in self._fits:
            self._of[fit.told].append(fit)
            self._of[fit.claim].append(fit)
        self._single: set[Node] = {one for one, all_of in self._lines.items() if len(all_of) == 1}
        self._single |= {one for one, all_of in self._payments.items() if len(all_of) == 1}
        self._taken: set[Node] = set()
        self._contested: set[Node] = set()
        self._maybe_runs: list[tuple[Told, int]] = []

    def take_runs(self) -> list[tuple[StatementLine, int, tuple[Payment, ...]]]:
        """Pair lines with whole runs, before anything else is paired.

        A line is a run where its amount is the whole of it and nothing speaks against that: no
        other such line or run, and no line of its own for one of the payments.
        """
        claims_of: dict[int, list[Claim]] = collections.defaultdict(list)
        for claim in self._payments:
            claims_of[claim.run_number].append(claim)
        lines_of = {run: self._lines_for(claims) for run, claims in claims_of.items()}
        runs_of = collections.Counter(told for tolds in lines_of.values() for told in tolds)
        found = []
        for run, tolds in sorted(lines_of.items()):
            claims = claims_of[run]
            if not all(claim.is_open for claim in claims):
                continue
            if self._is_run(tolds, claims) and runs_of[tolds[0]] == 1:
                self._taken |= {tolds[0], *claims}
                payments = tuple(one for claim in claims for one in self._payments[claim])
                found.append((self._lines[tolds[0]][0], run, payments))
            else:
                self._contest(run, tolds, claims)
        return found

    def pair_told(self) -> list[tuple[StatementLine, Payment, Evidence]]:
        """Pair what can be paired in one way only by names, then also by references."""
        pairs = []
        for evidence in (_BY_NAME, _BY_ANYTHING_TOLD):
            fits = self._open_fits(evidence)
            ways = list(only_ways(fits, self._single, self._contested))
            pairs += [self._pair(fit) for fit in ways]
        return pairs

    def loose(self) -> list[Loose[Payment]]:
        """Return what still fits together, in order of the first line."""
        fits = self._open_fits(frozenset(Evidence))
        links: list[tuple[Node, Node]] = [(fit.told, fit.claim) for fit in fits]
        links += self._maybe_runs
        runs = {run for _, run in self._maybe_runs}
        links += [(fit.claim.run_number, fit.claim) for fit in fits if fit.claim.run_number in runs]
        found = [self._loose(part) for part in connected(links)]
        return sorted(found, key=lambda one: in_file(one.lines[0]))

    def _lines_for(self, claims: list[Claim]) -> list[Told]:
        """Return the lines whose amount is that of all payments of a run."""
        if sum(len(self._payments[claim]) for claim in claims) < 2:
            return []
        pence = sum(claim.pence * len(self._payments[claim]) for claim in claims)
        references = {claim.reference for claim in claims}
        from_on = min(claim.from_on for claim in claims)
        to_on = max(claim.to_on for claim in claims)
        return [
            told
            for told in self._of_pence.get(pence, ())
            if from_on <= told.on <= to_on
            and not told.names
            and (not told.references or told.references & references)
        ]

    def _is_run(self, tolds: list[Told], claims: list[Claim]) -> bool:
        if len(tolds) != 1 or tolds[0] not in self._single or not tolds[0].is_new:
            return False
        fits = [fit for claim in claims for fit in self._of.get(claim, ())]
        is_named = any(fit.evidence is not Evidence.ONLY_AMOUNT for fit in fits)
        has_reference = bool(tolds[0].references)
        return not (self._of.get(tolds[0]) or is_named or (fits and not has_reference))

    def _contest(self, run: int, tolds: list[Told], claims: list[Claim]) -> None:
        """Keep a run and the lines that may be it for a person, unless it was booked one by one."""
        fits = [fit for claim in claims for fit in self._of.get(claim, ())]
        is_named = any(fit.evidence is not Evidence.ONLY_AMOUNT for fit in fits)
        maybe = [told for told in tolds if told.is_new and (told.references or not is_named)]
        if maybe:
            self._contested |= {*maybe, *claims}
            self._maybe_runs += [(told, run) for told in maybe]

    def _open_fits(self, evidence: Collection[Evidence]) -> list[Fit]:
        return [
            fit
            for fit in self._fits
            if fit.evidence in evidence
            and fit.told.is_new
            and fit.claim.is_open
            and not {fit.told, fit.claim} & self._taken
        ]

    def _pair(self, fit: Fit) -> tuple[StatementLine, Payment, Evidence]:
        self._taken |= {fit.told, fit.claim}
        return self._lines[fit.told][0], self._payments[fit.claim][0], fit.evidence

    def _loose(self, part: set[Node]) -> Loose[Payment]:
        lines = [line for node in part if isinstance(node, Told) for line in self._lines[node]]
        claims = [node for node in part if isinstance(node, Claim)]
        claims.sort(key=self._places.__getitem__)
        payments = [one for claim in claims for one in self._payments[claim]]
        return Loose(
            lines=tuple(sorted(lines, key=in_file)),
            payments=tuple(payments),
            run_numbers=tuple(sorted(node for node in part if isinstance(node, int))),
        )


def in_file(line: StatementLine) -> tuple[datetime.date, int, str]:
    """Return where a line stands: by day, then by its place in the file."""
    return line.on, line.row, line.line_key
