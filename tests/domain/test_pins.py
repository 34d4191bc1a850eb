"""A PIN fits or not, and whoever mistypes it waits longer and longer."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import PinTooShortError
from coprod_desktop.domain.pins import OperatorPin, check_pin, digest_of, new_salt
from tests.invented import NOW
from tests.money_builders import DIGEST, SALT, an_operator_pin

MINUTE = datetime.timedelta(minutes=1)


def mistyped(times: int) -> OperatorPin:
    pin = an_operator_pin()
    for _time in range(times):
        pin = pin.after_wrong_try(NOW)
    return pin


@pytest.mark.parametrize("pin", ["", "123", "1" * 4, "12345678901234", "12a4", "12 34", "١٢٣٤"])
def test_a_pin_that_is_easily_guessed_or_hard_to_type_is_refused(pin: str) -> None:
    with pytest.raises(PinTooShortError):
        check_pin(pin)


@pytest.mark.parametrize("pin", ["1234", "0007", "123456789012"])
def test_a_pin_has_four_to_twelve_digits(pin: str) -> None:
    assert check_pin(pin) == pin


def test_only_the_pin_itself_fits() -> None:
    pin = an_operator_pin()
    assert pin.fits("2480")
    assert not pin.fits("2481")
    assert not pin.fits("")


def test_the_salt_makes_another_digest_of_the_same_pin() -> None:
    salt = new_salt()
    assert salt != new_salt()
    assert len(bytes.fromhex(salt)) == 16
    assert digest_of("2480", salt) != DIGEST
    assert digest_of("2480", SALT) == DIGEST


def test_a_record_printed_by_accident_tells_no_secret() -> None:
    assert DIGEST not in repr(an_operator_pin())
    assert SALT not in repr(an_operator_pin())


@pytest.mark.parametrize(
    ("times", "left", "minutes"),
    [
        (0, 5, None),
        (1, 4, None),
        (4, 1, None),
        (5, 0, 1),
        (6, 0, 2),
        (7, 0, 4),
        (8, 0, 8),
        (9, 0, 15),
    ],
)
def test_five_tries_are_free_and_then_each_costs_twice_the_wait(
    times: int, left: int, minutes: int | None
) -> None:
    pin = mistyped(times)
    assert pin.tries_left == left
    assert pin.wait_until() == (None if minutes is None else NOW + minutes * MINUTE)


def test_the_right_pin_begins_anew() -> None:
    pin = mistyped(7)
    assert pin.after_right_try() == mistyped(0).__class__(
        operator_pin_id=pin.operator_pin_id, operator_id=pin.operator_id, salt=SALT, digest=DIGEST
    )


@given(times=st.integers(0, 500))
def test_nobody_waits_longer_than_a_quarter_of_an_hour(times: int) -> None:
    until = an_operator_pin(wrong_tries=times, last_wrong_at=NOW).wait_until()
    assert until is None or NOW + MINUTE <= until <= NOW + 15 * MINUTE
