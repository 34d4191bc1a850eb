"""Test that every minute and penny of a letter is in one week and in one benefit period."""

import datetime

import hypothesis
import pytest
from hypothesis import strategies as some

from coprod_desktop.domain.letter_spans import LetterSpan, benefit_periods, weeks
from coprod_desktop.domain.papers import LetterWork
from tests.other_paper_builders import a_letter_payment, a_letter_work

some_days = some.dates(datetime.date(2023, 1, 1), datetime.date(2028, 12, 31))
some_payments = some.lists(
    some.builds(
        lambda day, pence: a_letter_payment(paid_on=day, pence=pence),
        some.none() | some_days,
        some.integers(0, 10**6),
    ),
    max_size=3,
).map(tuple)
some_work = some.lists(
    some.builds(
        lambda day, minutes, payments: a_letter_work(
            worked_on=day, minutes=minutes, payments=payments
        ),
        some_days,
        some.integers(1, 1440),
        some_payments,
    ),
    max_size=6,
)


def sums(spans: tuple[LetterSpan, ...]) -> tuple[int, int]:
    return sum(span.minutes for span in spans), sum(span.paid_pence for span in spans)


@hypothesis.given(some_work, some.integers(1, 31))
def test_nothing_is_lost_or_counted_twice(work: list[LetterWork], period_day: int) -> None:
    minutes = sum(each.minutes for each in work)
    paid = sum(one.pence for each in work for one in each.payments if one.paid_on)

    assert sums(weeks(work)) == (minutes, paid)
    assert sums(benefit_periods(work, period_day)) == (minutes, paid)


@hypothesis.given(some_days, some.integers(1, 31))
def test_a_day_is_in_its_period_and_the_next_begins_the_day_after(
    day: datetime.date, period_day: int
) -> None:
    (span,) = benefit_periods([a_letter_work(worked_on=day, payments=())], period_day)
    after = span.to_on + datetime.timedelta(days=1)
    (following,) = benefit_periods([a_letter_work(worked_on=after, payments=())], period_day)

    assert span.from_on <= day <= span.to_on
    assert following.from_on == after
    assert 28 <= (after - span.from_on).days <= 31


@pytest.mark.parametrize(
    ("day", "period_day", "first", "last"),
    [
        ((2026, 7, 18), 19, (2026, 6, 19), (2026, 7, 18)),
        ((2026, 7, 19), 19, (2026, 7, 19), (2026, 8, 18)),
        ((2026, 1, 5), 19, (2025, 12, 19), (2026, 1, 18)),
        ((2026, 3, 1), 31, (2026, 2, 28), (2026, 3, 30)),
        ((2024, 2, 29), 31, (2024, 2, 29), (2024, 3, 30)),
        ((2026, 4, 30), 31, (2026, 4, 30), (2026, 5, 30)),
        ((2026, 12, 31), 1, (2026, 12, 1), (2026, 12, 31)),
    ],
)
def test_a_period_begins_on_its_day_or_on_the_last_of_a_short_month(
    day: tuple[int, int, int],
    period_day: int,
    first: tuple[int, int, int],
    last: tuple[int, int, int],
) -> None:
    work = a_letter_work(worked_on=datetime.date(*day), payments=())
    (span,) = benefit_periods([work], period_day)

    assert (span.from_on, span.to_on) == (datetime.date(*first), datetime.date(*last))


def test_work_counts_in_its_week_and_money_in_the_week_in_which_it_was_paid() -> None:
    worked, paid = weeks([a_letter_work()])

    assert (worked.from_on, worked.to_on) == (datetime.date(2026, 7, 6), datetime.date(2026, 7, 12))
    assert (worked.minutes, worked.paid_pence) == (150, 0)
    assert (paid.from_on, paid.minutes, paid.paid_pence) == (datetime.date(2026, 7, 20), 0, 3750)
