"""Bands neither overlap nor leave a gap: every amount of their range belongs to one of them."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.policy.conditions import Edges
from coprod_desktop.domain.policy.facts import FACTS
from coprod_desktop.domain.policy.prices import Band
from coprod_desktop.domain.policy.problems import PolicyFileError
from coprod_desktop.domain.policy.read_bands import is_next_whole
from tests.domain.policy.texts import mistakes_of, policy_of


def fee_with(bands: Sequence[str], more: str = "") -> str:
    rows = "".join(f"  {{ {band}, pays = 1 }},\n" for band in bands)
    return f'[[fee]]\nname = "One"\nbands = [\n{rows}]\n{more}'


def bands_of(*bands: str, more: str = "") -> tuple[Band, ...]:
    price = policy_of(fee_with(bands, more)).rules[0].price
    assert price is not None
    return price.bands


def test_a_band_without_a_lower_edge_begins_where_the_one_before_it_ends() -> None:
    bands = bands_of('up_to = "1h"', 'under = "4h"', 'up_to = "8h"')
    assert [band.edges for band in bands] == [
        Edges(None, True, Fraction(60), True),
        Edges(Fraction(60), False, Fraction(240), False),
        Edges(Fraction(240), True, Fraction(480), True),
    ]
    assert [band.words.replace("\u00a0", " ") for band in bands] == [
        "up to 1 hour",
        "over 1 hour and under 4 hours",
        "at least 4 hours and up to 8 hours",
    ]
    assert [band.line for band in bands] == [6, 7, 8]


def test_what_is_whole_leaves_no_gap_between_two_neighbours() -> None:
    bands = bands_of('up_to = "3h59"', 'from = "4h"')
    assert bands[0].edges == Edges(None, True, Fraction(240), False)
    ages = bands_of("up_to = 15", "from = 16", more='by = "age"\n')
    assert ages[0].edges == Edges(None, True, Fraction(16), False)
    miles = fee_with(["up_to = 15", "from = 16"], 'by = "miles"\n')
    assert "No band covers what lies between 15" in mistakes_of(miles)[0]
    assert is_next_whole(Edges(high=Fraction(15)), Edges(low=Fraction(16)), FACTS["age"])
    assert not is_next_whole(Edges(high=Fraction(15)), Edges(low=Fraction(16)), FACTS["miles"])


@pytest.mark.parametrize(
    ("bands", "words"),
    [
        (
            ('up_to = "4h"', 'from = "4h"'),
            'Line 7: Exactly 4 hours belongs to both bands. Make one of them “over = "4h"”.',
        ),
        (
            ('under = "4h"', 'over = "4h"'),
            'Line 7: Exactly 4 hours belongs to neither band. Make one of them “from = "4h"”.',
        ),
        (('up_to = "4h"', 'over = "5h"'), "Line 7: No band covers what lies between 4 hours and"),
        (('up_to = "4h"', 'over = "3h"'), "Line 7: This band begins at 3 hours, and the one"),
        (('over = "4h"', 'up_to = "4h"'), "Line 7: The band before this one has no upper edge"),
        (('up_to = "4h"', 'up_to = "3h"'), "Line 7: This band ends below the one before it."),
        (('from = "5h", up_to = "4h"',), "Line 6: Nothing lies in this band"),
        (('over = "4h", up_to = "4h"',), "Line 6: Nothing lies in this band"),
        (('over = "4h", from = "4h"',), "Line 6: “from” and “over” stand here together."),
        (('up_to = "4h", under = "4h"',), "Line 6: “up_to” and “under” stand here together."),
        (("up_to = 4",), "Line 6: “up_to”: “4” is not a length of time"),
    ],
)
def test_bands_that_do_not_meet_are_named_with_their_edges(
    bands: Sequence[str], words: str
) -> None:
    (said,) = mistakes_of(fee_with(bands))
    assert said.replace("\u00a0", " ").startswith(words)


EDGES = st.tuples(
    st.sampled_from(["", "from", "over"]),
    st.integers(0, 30),
    st.sampled_from(["", "up_to", "under"]),
    st.integers(0, 30),
)


@given(st.lists(EDGES, min_size=1, max_size=4))
def test_bands_that_are_accepted_cover_every_minute_of_their_range_once(
    edges: list[tuple[str, int, str, int]],
) -> None:
    rows = [
        ", ".join(f'{key} = "{n}m"' for key, n in ((low, a), (high, b)) if key)
        or "part = 'counts whole'"
        for low, a, high, b in edges
    ]
    try:
        bands = bands_of(*rows)
    except PolicyFileError:
        return
    held = [sum(band.edges.hold(minute) for band in bands) for minute in range(40)]
    assert set(held) <= {0, 1}
    within = "".join(map(str, held)).strip("0")
    assert "0" not in within


@given(st.lists(st.integers(1, 600), min_size=1, max_size=6, unique=True), st.booleans())
def test_bands_in_order_are_always_accepted(ends: list[int], is_open: bool) -> None:
    rows = [f'up_to = "{end}m"' for end in sorted(ends)]
    rows += [f'over = "{max(ends)}m"'] if is_open else []
    bands = bands_of(*rows)
    held = [sum(band.edges.hold(minute) for band in bands) for minute in range(700)]
    assert held == [1 if is_open or minute <= max(ends) else 0 for minute in range(700)]
