"""Only what can be paired in a single way is paired."""

import datetime
import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.settling_graph import (
    Claim,
    Evidence,
    Fit,
    Told,
    connected,
    evidence_for,
    fits_between,
    only_ways,
)

ON = datetime.date(2026, 11, 13)
AISHA, BEN = ("aisha", "rahman"), ("ben", "okafor")


def a_told(place: int = 0, *names: tuple[str, str], reference: str = "") -> Told:
    return Told(
        on=ON + datetime.timedelta(days=place),
        pence=2500,
        names=frozenset(names),
        references=frozenset({reference} - {""}),
        is_new=True,
    )


def a_claim(run: int = 7, *names: tuple[str, str], reference: str = "payrun7") -> Claim:
    return Claim(
        run_number=run,
        pence=2500,
        from_on=ON,
        to_on=ON + datetime.timedelta(days=30),
        names=frozenset(names),
        reference=reference,
        is_open=True,
    )


def test_what_a_line_tells_decides_whose_it_can_be() -> None:
    claim = a_claim(7, AISHA)
    assert evidence_for(a_told(), claim) is Evidence.ONLY_AMOUNT
    assert evidence_for(a_told(0, AISHA), claim) is Evidence.NAME
    assert evidence_for(a_told(0, AISHA, BEN), claim) is Evidence.NAME
    assert evidence_for(a_told(reference="payrun7"), claim) is Evidence.REFERENCE
    assert evidence_for(a_told(0, BEN), claim) is None
    assert evidence_for(a_told(0, AISHA, reference="payrun8"), claim) is None
    assert evidence_for(a_told(-1, AISHA), claim) is None


@given(
    st.lists(st.sampled_from(["", "payrun7", "payrun8"]), max_size=4, unique=True),
    st.lists(st.sampled_from([(), (AISHA,), (BEN,), (AISHA, BEN)]), max_size=4, unique=True),
)
def test_looking_up_fits_finds_what_trying_all_finds(
    references: list[str], names: list[tuple[tuple[str, str], ...]]
) -> None:
    kinds = list(itertools.product(references, names))
    tolds = [a_told(n, *who, reference=text) for n, (text, who) in enumerate(kinds)]
    claims = [a_claim(n, *who, reference=text) for n, (text, who) in enumerate(kinds)]
    found = {(fit.told, fit.claim, fit.evidence) for fit in fits_between(tolds, claims)}
    tried = {(told, claim, evidence_for(told, claim)) for told in tolds for claim in claims}
    assert found == {one for one in tried if one[2] is not None}


def test_what_hangs_together_is_one_part() -> None:
    one, other = a_told(1), a_told(2)
    parts = connected([(one, a_claim(1)), (a_claim(1), 7), (other, 8)])
    assert parts == [{one, a_claim(1), 7}, {other, 8}]


@settings(max_examples=150, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=12))
def test_a_part_is_paired_just_where_trying_all_ways_finds_one(edges: set[tuple[int, int]]) -> None:
    tolds, claims = [a_told(n) for n in range(4)], [a_claim(n) for n in range(4)]
    fits = [
        Fit(told=tolds[one], claim=claims[other], evidence=Evidence.NAME)
        for one, other in sorted(edges)
    ]
    found = {
        (tolds.index(fit.told), claims.index(fit.claim))
        for fit in only_ways(fits, {*tolds, *claims}, ())
    }
    expected: set[tuple[int, int]] = set()
    for part in connected((fit.told, fit.claim) for fit in fits):
        left = [n for n in range(4) if tolds[n] in part]
        right = [n for n in range(4) if claims[n] in part]
        ways = [
            set(zip(left, order, strict=True))
            for order in itertools.permutations(right)
            if len(left) == len(right) and set(zip(left, order, strict=True)) <= edges
        ]
        expected |= ways[0] if len(ways) == 1 else set()
    assert found == expected


def test_a_kind_with_several_members_or_a_contested_one_is_left_alone() -> None:
    told, claim = a_told(), a_claim()
    fits = [Fit(told=told, claim=claim, evidence=Evidence.NAME)]
    assert list(only_ways(fits, {told, claim}, ())) == fits
    assert list(only_ways(fits, {told}, ())) == []
    assert list(only_ways(fits, {told, claim}, {claim})) == []
