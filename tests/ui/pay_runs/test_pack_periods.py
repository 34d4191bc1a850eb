"""The usual periods of a treasurer's pack are whole, and end before today."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.ui.pay_runs.pack_periods import last_month, last_quarter, pack_name

D = datetime.date
DAYS = st.dates(D(2000, 1, 1), D(2100, 1, 1))


@pytest.mark.parametrize(
    ("today", "month", "quarter"),
    [
        (D(2026, 11, 17), (D(2026, 10, 1), D(2026, 10, 31)), (D(2026, 7, 1), D(2026, 9, 30))),
        (D(2026, 1, 1), (D(2025, 12, 1), D(2025, 12, 31)), (D(2025, 10, 1), D(2025, 12, 31))),
        (D(2028, 3, 31), (D(2028, 2, 1), D(2028, 2, 29)), (D(2027, 10, 1), D(2027, 12, 31))),
    ],
)
def test_they_are_the_month_and_the_quarter_before(
    today: D, month: tuple[D, D], quarter: tuple[D, D]
) -> None:
    assert last_month(today) == month
    assert last_quarter(today) == quarter


@given(today=DAYS)
def test_they_are_over_and_begin_with_a_month(today: D) -> None:
    for first, last in (last_month(today), last_quarter(today)):
        assert first.day == 1
        assert (last + datetime.timedelta(days=1)).day == 1
        assert first < last < today


def test_a_pack_is_called_by_its_days() -> None:
    name = pack_name((D(2026, 10, 1), D(2026, 10, 31)))
    assert name == "treasurers-pack-2026-10-01-to-2026-10-31.zip"
