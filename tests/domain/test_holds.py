"""A hold says why, and ends on its day."""

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain.errors import ReasonMissingError
from coprod_desktop.domain.holds import Hold, HoldOn, clean_hold
from tests.builders import NOW, TODAY

ONE_DAY = datetime.timedelta(days=1)
HOLD = Hold(
    hold_id=1,
    participant_id=2,
    on=HoldOn.PERSON,
    subject_id=2,
    because="Asked us to wait",
    placed_by_id=3,
    placed_at=NOW,
)


def test_without_a_day_it_holds_until_somebody_lifts_it() -> None:
    assert HOLD.is_in_force(TODAY)
    assert HOLD.is_in_force(datetime.date.max)
    lifted = replace(HOLD, is_live=False)
    assert not lifted.is_in_force(TODAY)


def test_on_its_day_the_money_is_paid_again() -> None:
    hold = replace(HOLD, until_on=TODAY)
    assert hold.is_in_force(TODAY - ONE_DAY)
    assert not hold.is_in_force(TODAY)


@pytest.mark.parametrize("because", ["", "  ", "\n"])
def test_it_needs_a_reason(because: str) -> None:
    with pytest.raises(ReasonMissingError):
        clean_hold(replace(HOLD, because=because))
