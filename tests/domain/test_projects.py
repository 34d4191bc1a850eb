"""Projects and agreements have a name, a period that goes forward and money in bounds."""

import datetime

import pytest

from coprod_desktop.domain.errors import (
    MoneyTooLargeError,
    NameMissingError,
    NegativeMoneyError,
    PeriodBackwardsError,
    TextTooLongError,
)
from coprod_desktop.domain.projects import clean_engagement, clean_project
from tests.builders import a_project, an_engagement

FIRST = datetime.date(2026, 4, 1)
BEFORE = datetime.date(2026, 3, 31)


def test_texts_of_a_project_are_tidied() -> None:
    project = clean_project(a_project(name="  Better\tRooms ", what_next=" One\r\nTwo "))
    assert (project.name, project.what_next) == ("Better Rooms", "One\nTwo")


def test_a_project_has_a_name_and_a_short_cost_code() -> None:
    with pytest.raises(NameMissingError):
        clean_project(a_project(name=""))
    with pytest.raises(TextTooLongError):
        clean_project(a_project(cost_code="x" * 41))


def test_a_project_does_not_end_before_it_begins() -> None:
    with pytest.raises(PeriodBackwardsError):
        clean_project(a_project(starts_on=FIRST, ends_on=BEFORE))
    assert clean_project(a_project(starts_on=FIRST, ends_on=FIRST)).ends_on == FIRST
    assert clean_project(a_project(starts_on=None, ends_on=BEFORE)).ends_on == BEFORE


def test_a_budget_is_in_bounds() -> None:
    with pytest.raises(NegativeMoneyError):
        clean_project(a_project(budget_pence=-1))
    with pytest.raises(MoneyTooLargeError):
        clean_project(a_project(budget_pence=100_000_001))


def test_an_engagement_does_not_end_before_it_begins() -> None:
    with pytest.raises(PeriodBackwardsError):
        clean_engagement(an_engagement(starts_on=FIRST, ends_on=BEFORE))
    assert clean_engagement(an_engagement(starts_on=FIRST, ends_on=None)).ends_on is None


@pytest.mark.parametrize("rate", [None, 0, 1500])
def test_an_agreed_rate_may_be_left_out_or_be_nothing(rate: int | None) -> None:
    assert clean_engagement(an_engagement(hourly_pence=rate)).hourly_pence == rate


def test_an_agreed_rate_below_nothing_is_refused() -> None:
    with pytest.raises(NegativeMoneyError):
        clean_engagement(an_engagement(hourly_pence=-1))


def test_texts_of_an_engagement_are_tidied() -> None:
    engagement = clean_engagement(an_engagement(role=" Chair ", agreed=" By phone.\n"))
    assert (engagement.role, engagement.agreed) == ("Chair", "By phone.")
