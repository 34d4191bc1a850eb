"""A rule holds from its first to its last day, both included."""

import datetime

import pytest

from coprod_desktop.domain.policy.rules import Rule, Section

FIRST, LAST = datetime.date(2026, 4, 6), datetime.date(2027, 4, 5)
ONE_DAY = datetime.timedelta(days=1)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "day", "holds"),
    [
        (FIRST, LAST, FIRST, True),
        (FIRST, LAST, FIRST - ONE_DAY, False),
        (FIRST, LAST, LAST, True),
        (FIRST, LAST, LAST + ONE_DAY, False),
        (None, LAST, datetime.date.min, True),
        (None, LAST, LAST + ONE_DAY, False),
        (FIRST, None, datetime.date.max, True),
        (FIRST, None, FIRST - ONE_DAY, False),
        (None, None, FIRST, True),
    ],
)
def test_both_days_belong_to_a_rule(
    starts_on: datetime.date | None, ends_on: datetime.date | None, day: datetime.date, holds: bool
) -> None:
    rule = Rule(section=Section.FEE, name="Time", starts_on=starts_on, ends_on=ends_on)
    assert rule.holds_on(day) is holds
