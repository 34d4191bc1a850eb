"""The one place where a part of a penny, or of a quarter of an hour, is rounded."""

import dataclasses
import enum
from fractions import Fraction

from coprod_desktop.domain.policy.amounts import Number


class Direction(enum.StrEnum):
    """Which way a part goes."""

    UP = "up"
    DOWN = "down"
    NEAREST = "nearest"
    NEAREST_EVEN = "nearest, half to even"


@dataclasses.dataclass(frozen=True, slots=True)
class Rounding:
    """Round to whole steps of a unit: pence, minutes, miles or points."""

    direction: Direction
    step: Fraction
    words: str = ""

    def apply(self, value: Number) -> Number:
        """Return the value in whole steps."""
        # With whole numbers it is several times quicker than with fractions.
        step, direction = self.step, self.direction
        top, bottom = value.numerator * step.denominator, value.denominator * step.numerator
        if direction is Direction.UP:
            steps = -(-top // bottom)
        elif direction is Direction.DOWN:
            steps = top // bottom
        elif direction is Direction.NEAREST_EVEN:
            steps = round(Fraction(top, bottom))
        else:
            steps = (2 * top + bottom) // (2 * bottom)
        if step.denominator == 1:
            return steps * step.numerator
        return Fraction(steps * step.numerator, step.denominator)


TO_THE_PENNY = Rounding(Direction.NEAREST, Fraction(1), "to the nearest penny")
