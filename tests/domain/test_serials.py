"""Serial numbers are counted on as they are printed, and stand in the order of their numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import DomainError, NameMissingError, TextTooLongError
from coprod_desktop.domain.register_errors import SerialUncountableError, VoucherCountError
from coprod_desktop.domain.serials import MOST_AT_ONCE, serial_order, serials_from


@pytest.mark.parametrize(
    ("first", "count", "last"),
    [
        ("HV-00417", 5, "HV-00421"),
        ("HV-99", 2, "HV-100"),
        ("007", 3, "009"),
        (" 0099 ", 2, "0100"),
        ("2026/A1", 2, "2026/A2"),
        ("Blue", 1, "Blue"),
    ],
)
def test_serials_are_counted_on(first: str, count: int, last: str) -> None:
    serials = serials_from(first, count)
    assert (len(serials), serials[0], serials[-1]) == (count, first.strip(), last)


@pytest.mark.parametrize(
    ("first", "count", "error"),
    [
        ("Blue", 2, SerialUncountableError),
        ("", 1, NameMissingError),
        ("HV-1", 0, VoucherCountError),
        ("HV-1", -3, VoucherCountError),
        ("HV-1", MOST_AT_ONCE + 1, VoucherCountError),
        ("H" * 41, 1, TextTooLongError),
    ],
)
def test_what_cannot_be_counted_is_refused(
    first: str, count: int, error: type[DomainError]
) -> None:
    with pytest.raises(error):
        serials_from(first, count)


@given(st.sampled_from(["HV-", "", "A 1/", "Ŵ"]), st.integers(0, 10**9), st.integers(1, 300))
def test_serials_differ_and_stand_in_order(prefix: str, number: int, count: int) -> None:
    serials = serials_from(f"{prefix}{number:05d}", count)
    assert len(set(serials)) == count
    assert sorted(serials, key=serial_order) == list(serials)
    assert {len(one) for one in serials} <= {len(serials[0]), len(serials[-1])}


def test_a_serial_without_figures_has_a_place_too() -> None:
    mixed = ["HV-100", "Blue", "HV-99"]
    assert sorted(mixed, key=serial_order) == ["Blue", "HV-99", "HV-100"]
