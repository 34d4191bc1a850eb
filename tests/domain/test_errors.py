"""Every failure is a class of its own that carries facts and no words for the reader."""

import datetime
import inspect

import pytest

from coprod_desktop.domain import errors
from coprod_desktop.domain.errors import DomainError, PeriodBackwardsError, check_period

FAILURES = [
    one
    for one in vars(errors).values()
    if inspect.isclass(one) and issubclass(one, DomainError) and one is not DomainError
]


@pytest.mark.parametrize("failure", FAILURES)
def test_each_failure_is_named_and_explained(failure: type[DomainError]) -> None:
    assert failure.__name__.endswith("Error")
    assert inspect.getdoc(failure)
    assert failure.__base__ is DomainError


@pytest.mark.parametrize("failure", FAILURES)
def test_the_text_of_a_failure_tells_a_log_nothing_personal(failure: type[DomainError]) -> None:
    raised = failure(text="Aisha Rahman", name="Aisha Rahman", pence=8750)
    assert str(raised) == failure.__name__
    assert "Aisha" not in repr(raised)
    assert raised.facts["pence"] == 8750


def test_a_period_of_one_day_goes_forward_and_a_shorter_one_backwards() -> None:
    day = datetime.date(2026, 11, 3)
    check_period(day, day)
    with pytest.raises(PeriodBackwardsError) as raised:
        check_period(day, day - datetime.timedelta(days=1))
    assert raised.value.facts == {"from_on": day, "to_on": datetime.date(2026, 11, 2)}
