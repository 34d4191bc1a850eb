"""The minimum wage of a day is the adult one of the cards, or the charity's own figure."""

import datetime
from decimal import Decimal

import pytest

from coprod_desktop.services.minimum_wage import WageTable
from tests.services.world import World


@pytest.mark.parametrize(
    ("day", "pence", "ages"),
    [
        (datetime.date(2024, 3, 31), 1042, "from age 23"),
        (datetime.date(2024, 4, 1), 1144, "from age 21"),
        (datetime.date(2026, 3, 31), 1221, "from age 21"),
        (datetime.date(2026, 4, 1), 1271, "from age 21"),
    ],
)
def test_the_adult_rate_of_the_day_stands_in_for_an_age_that_is_not_known(
    file_world: World, day: datetime.date, pence: int, ages: str
) -> None:
    wage = WageTable(file_world.office.rates.book()).on(day)
    assert wage is not None
    assert (wage.hourly_pence, wage.ages, wage.is_age_known) == (pence, ages, False)


def test_a_day_before_all_cards_has_no_wage(file_world: World) -> None:
    assert WageTable(file_world.office.rates.book()).on(datetime.date(1995, 1, 1)) is None


def test_every_stretch_of_time_has_the_wage_of_its_days(file_world: World) -> None:
    day = datetime.timedelta(days=1)
    first, last = datetime.date(2026, 6, 1), datetime.date(2026, 6, 30)
    file_world.office.rates.correct(
        "nmw-21-and-over", Decimal(1300), first, effective_to=last, source_title="The trustees"
    )
    table = WageTable(file_world.office.rates.book())
    periods = table.periods()
    assert [begins for begins, _pence in periods] == sorted(
        (begins for begins, _pence in periods), reverse=True
    )

    def by_period(wanted: datetime.date) -> int:
        return next(pence for begins, pence in periods if begins <= wanted)

    for wanted in (first - day, first, last, last + day, datetime.date(2024, 3, 31)):
        wage = table.on(wanted)
        assert wage is not None
        assert by_period(wanted) == wage.hourly_pence
    assert by_period(first) == 1300
    assert by_period(last + day) == 1271
