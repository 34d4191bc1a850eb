"""Parts of a penny, a quarter of an hour or a mile go where the rule says."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.policy.rounding import TO_THE_PENNY, Direction, Rounding

VALUES = st.fractions(min_value=0, max_value=10**6)
STEPS = st.fractions(min_value=Fraction(1, 100), max_value=1000)


@pytest.mark.parametrize(
    ("direction", "step", "value", "rounded"),
    [
        (Direction.UP, 1, Fraction(1001, 1000), 2),
        (Direction.UP, 10, 10, 10),
        (Direction.UP, 10, 11, 20),
        (Direction.DOWN, 1, Fraction(1999, 1000), 1),
        (Direction.DOWN, 100, 199, 100),
        (Direction.NEAREST, 1, Fraction(1, 2), 1),
        (Direction.NEAREST, 1, Fraction(5, 2), 3),
        (Direction.NEAREST, 1, Fraction(49, 100), 0),
        (Direction.NEAREST, 5, Fraction(249, 100), 0),
        (Direction.NEAREST, 5, Fraction(5, 2), 5),
        (Direction.NEAREST_EVEN, 1, Fraction(1, 2), 0),
        (Direction.NEAREST_EVEN, 1, Fraction(3, 2), 2),
        (Direction.NEAREST_EVEN, 1, Fraction(5, 2), 2),
        (Direction.NEAREST_EVEN, 100, 251, 300),
        (Direction.UP, Fraction(1, 2), Fraction(3, 4), 1),
    ],
)
def test_a_part_goes_where_the_words_say(
    direction: Direction, step: Fraction | int, value: Fraction | int, rounded: int
) -> None:
    assert Rounding(direction, Fraction(step)).apply(Fraction(value)) == rounded


@given(st.sampled_from(Direction), STEPS, VALUES)
def test_what_is_rounded_is_whole_steps_and_less_than_one_step_away(
    direction: Direction, step: Fraction, value: Fraction
) -> None:
    rounding = Rounding(direction, step)
    found = rounding.apply(value)
    assert (found / step).denominator == 1
    assert abs(found - value) < step
    assert rounding.apply(found) == found
    if direction is Direction.UP:
        assert found >= value
    elif direction is Direction.DOWN:
        assert found <= value
    else:
        assert 2 * abs(found - value) <= step


@given(VALUES, VALUES)
def test_more_is_never_rounded_to_less(one: Fraction, other: Fraction) -> None:
    less, more = sorted((one, other))
    assert TO_THE_PENNY.apply(less) <= TO_THE_PENNY.apply(more)
