"""The published mileage rates that come with the program are whole and say where they are from."""

import datetime
import itertools

import pytest

from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.domain.rates import rate_on
from coprod_desktop.services.rates import load_mileage, mileage_pence


@pytest.mark.parametrize(
    ("code", "last_of_old", "first_of_new"),
    [("car", 45, 55), ("car-over-10000", 25, 25), ("motorcycle", 24, 24), ("bicycle", 20, 20)],
)
def test_mileage_changed_on_6_april_2026(code: str, last_of_old: int, first_of_new: int) -> None:
    rates = load_mileage()
    assert rate_on(rates, code, datetime.date(2026, 4, 5)).value == last_of_old
    assert rate_on(rates, code, datetime.date(2026, 4, 6)).value == first_of_new


def test_a_journey_has_the_rate_of_its_own_day_and_not_of_today() -> None:
    assert mileage_pence("car", datetime.date(2026, 4, 5)) * 120 == 5400
    assert mileage_pence("car", datetime.date(2026, 4, 6)) * 120 == 6600


def test_a_journey_before_the_known_rates_is_not_priced() -> None:
    with pytest.raises(NotFoundError):
        mileage_pence("car", datetime.date(2011, 4, 5))


# A volunteer's 10,000 miles count over all organisations together (HMRC EIM71155).
@pytest.mark.parametrize(
    ("day", "pence"),
    [(datetime.date(2026, 4, 5), 500_000), (datetime.date(2026, 4, 6), 600_000)],
)
def test_twelve_thousand_miles_for_two_charities_share_one_band(
    day: datetime.date, pence: int
) -> None:
    rates = load_mileage()
    first = rate_on(rates, "car", day).value
    rest = rate_on(rates, "car-over-10000", day).value
    assert 10_000 * first + 2_000 * rest == pence


def test_no_day_since_2011_has_two_rates_or_none() -> None:
    by_code = itertools.groupby(
        sorted(load_mileage(), key=lambda rate: (rate.code, rate.effective_from)),
        key=lambda rate: rate.code,
    )
    for _, found in by_code:
        rows = list(found)
        assert rows[0].effective_from == datetime.date(2011, 4, 6)
        assert rows[-1].effective_to is None
        for one, following in itertools.pairwise(rows):
            assert one.effective_to == following.effective_from - datetime.timedelta(days=1)


def test_every_rate_says_its_unit_and_where_it_is_from() -> None:
    for rate in load_mileage():
        assert rate.unit == "pence a mile"
        assert rate.scheme == "HMRC mileage"
        assert rate.source_title
        assert rate.source_url.startswith("https://")
        assert rate.checked_on >= datetime.date(2026, 11, 21)
