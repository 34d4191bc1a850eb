"""A rate is chosen by the day of the journey, and its first and last day belong to it."""

import datetime
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.domain.rates import Confidence, Rate, rate_on
from tests.invented import TODAY

FIRST = datetime.date(2026, 4, 6)
LAST = datetime.date(2026, 4, 5)


def a_rate(**said: Any) -> Rate:
    usual = {
        "scheme": "Invented",
        "code": "car",
        "unit": "pence a mile",
        "effective_to": None,
        "source_title": "An invented table",
        "source_url": "https://rates.example/",
        "checked_on": TODAY,
        "confidence": Confidence.OFFICIAL,
    }
    return Rate(**(usual | said))


OLD = a_rate(value=45, effective_from=datetime.date(2011, 4, 6), effective_to=LAST)
NEW = a_rate(value=55, effective_from=FIRST)
BICYCLE = a_rate(code="bicycle", value=20, effective_from=FIRST)


@example(FIRST)
@example(LAST)
@example(OLD.effective_from)
@given(st.dates(OLD.effective_from, datetime.date(2040, 1, 1)))
def test_every_day_has_the_rate_of_its_time(day: datetime.date) -> None:
    assert rate_on((NEW, BICYCLE, OLD), "car", day).value == (45 if day <= LAST else 55)


@pytest.mark.parametrize(
    ("code", "day"),
    [("car", datetime.date(2011, 4, 5)), ("bicycle", LAST), ("horse", FIRST)],
)
def test_a_rate_that_nobody_published_is_not_made_up(code: str, day: datetime.date) -> None:
    with pytest.raises(NotFoundError) as raised:
        rate_on((OLD, NEW, BICYCLE), code, day)
    assert raised.value.facts == {"noun": "rate", "name": code}
