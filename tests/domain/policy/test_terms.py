"""A claim is in time up to its last day, and is to be paid by the day that was promised."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.dates import MONTHS
from coprod_desktop.domain.policy.conditions import Facts
from coprod_desktop.domain.policy.rules import Claims
from coprod_desktop.domain.policy.terms import deadline, is_late, last_day, late_words
from tests.domain.policy.priced import policy_from

NOBODY: frozenset[datetime.date] = frozenset()
SPRING_BANK_HOLIDAY = datetime.date(2026, 5, 25)
DAYS = st.dates(datetime.date(2020, 1, 1), datetime.date(2040, 12, 31))


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def facts(**days: str) -> Facts:
    return {name: day(text) for name, text in days.items()}


def claims_of(text: str) -> Claims:
    return policy_from(f"[claims]\n{text}\n").claims


def due(term: str, **days: str) -> str | None:
    """Return the last day of a deadline."""
    by = deadline(claims_of(f"deadlines = [{term}]"), facts(**days), frozenset())
    return None if by is None else by.isoformat()


def promised(term: str, holidays: frozenset[datetime.date] = NOBODY, /, **days: str) -> str | None:
    """Return the day by which a promise says that a claim is paid."""
    head = '[facts]\nstarted = "day"\n'
    promise = policy_from(f"{head}[payments]\npromises = [{term}]\n").promises[0]
    by = last_day(promise, facts(**days), holidays)
    return None if by is None else by.isoformat()


@pytest.mark.parametrize(
    ("term", "on", "last"),
    [
        ('{ days = 14, after = "activity" }', "2026-06-01", "2026-06-15"),
        ('{ weeks = 2, after = "activity" }', "2026-06-01", "2026-06-15"),
        ('{ months = 3, after = "activity" }', "2026-06-01", "2026-09-01"),
        ('{ months = 3, after = "activity" }', "2025-11-30", "2026-02-28"),
        ('{ months = 1, days = 1, after = "activity" }', "2026-01-31", "2026-03-01"),
        ('{ working_days = 5, after = "activity" }', "2026-06-05", "2026-06-12"),
        ('{ days = 30, after = "month" }', "2026-06-01", "2026-07-30"),
        ('{ days = 30, after = "quarter" }', "2026-05-01", "2026-07-30"),
        ('{ days = 30, after = "year" }', "2026-05-01", "2027-01-30"),
        ('{ days = 30, after = "tax year" }', "2026-04-05", "2026-05-05"),
        ('{ days = 30, after = "tax year" }', "2026-04-06", "2027-05-05"),
        ('{ days = 30, after = "financial year" }', "2026-03-31", "2026-04-30"),
        ('{ months = 1, after = "quarter" }', "2026-02-10", "2026-04-30"),
        ('{ by = "30 April" }', "2026-04-30", "2026-04-30"),
        ('{ by = "30 April" }', "2026-05-01", "2027-04-30"),
        ('{ by = "30 April" }', "2026-04-29", "2026-04-30"),
        ('{ by = "1 January" }', "2026-01-02", "2027-01-01"),
        ('{ end_of = "month", after = "activity" }', "2026-02-10", "2026-02-28"),
        ('{ end_of = "month", months = 1, after = "activity" }', "2026-02-10", "2026-03-31"),
        ('{ end_of = "tax year", after = "activity" }', "2026-04-06", "2027-04-05"),
    ],
)
def test_a_deadline_runs_from_what_was_done(term: str, on: str, last: str) -> None:
    assert due(term, on=on) == last


@pytest.mark.parametrize(("take", "last"), [("earliest", "2026-04-30"), ("latest", "2026-06-01")])
def test_the_earliest_deadline_counts_unless_the_policy_says_the_latest(
    take: str, last: str
) -> None:
    claims = claims_of(
        'deadlines = [{ months = 3, after = "activity" }, { by = "30 April" }]\n'
        f'take = "{take}"'
    )
    assert deadline(claims, facts(on="2026-03-01"), frozenset()) == day(last)
    assert deadline(claims_of(""), facts(on="2026-03-01"), frozenset()) is None
    assert deadline(claims, {}, frozenset()) is None


def test_without_a_word_the_earliest_deadline_counts() -> None:
    terms = '{ months = 3, after = "activity" }, { by = "30 April" }'
    assert due(terms, on="2026-03-01") == "2026-04-30"


@pytest.mark.parametrize(
    ("term", "days", "last"),
    [
        ('{ days = 14, after = "claim" }', {"sent_on": "2026-06-02"}, "2026-06-16"),
        ('{ days = 14, after = "received" }', {"received_on": "2026-06-04"}, "2026-06-18"),
        ('{ days = 14, after = "received" }', {"sent_on": "2026-06-02"}, "2026-06-16"),
        ('{ days = 14, after = "approval" }', {"approved_on": "2026-06-10"}, "2026-06-24"),
        ('{ days = 14, after = "approval" }', {"sent_on": "2026-06-02"}, None),
        ('{ days = 14, after = "claim" }', {"on": "2026-06-02"}, None),
        (
            '{ days = 1, after = "started" }',
            {"started": "2026-06-02"},
            "2026-06-03",
        ),
        ('{ end_of = "month", after = "claim" }', {"sent_on": "2026-06-02"}, "2026-06-30"),
        (
            '{ end_of = "month", months = 1, after = "claim" }',
            {"sent_on": "2026-01-31"},
            "2026-02-28",
        ),
        ('{ by = "31 March", after = "claim" }', {"sent_on": "2026-06-02"}, "2027-03-31"),
    ],
)
def test_a_promise_runs_from_its_day(term: str, days: dict[str, str], last: str | None) -> None:
    assert promised(term, **days) == last


def test_working_days_leave_out_bank_holidays() -> None:
    term = '{ working_days = 3, after = "claim" }'
    assert promised(term, sent_on="2026-05-22") == "2026-05-27"
    holidays = frozenset({SPRING_BANK_HOLIDAY})
    assert promised(term, holidays, sent_on="2026-05-22") == "2026-05-28"


@pytest.mark.parametrize(
    ("sent_on", "last"),
    [
        ("2026-06-01", "2026-06-25"),
        ("2026-06-10", "2026-06-25"),
        ("2026-06-11", "2026-07-25"),
        ("2026-12-11", "2027-01-25"),
    ],
)
def test_claims_that_come_by_a_day_are_paid_in_the_same_month(sent_on: str, last: str) -> None:
    term = "{ day_of_month = 25, if_by = 10 }"
    assert promised(term, sent_on=sent_on, on="2026-02-02") == last
    assert promised(term, received_on=sent_on, sent_on="2026-05-31", on="2026-02-02") == last


def test_a_pay_day_that_the_month_lacks_is_its_last() -> None:
    term = '{ day_of_month = 31, if_by = 10, after = "claim" }'
    assert promised(term, sent_on="2026-02-10") == "2026-02-28"
    assert promised(term, sent_on="2026-02-11") == "2026-03-31"


def test_without_a_last_day_to_come_by_the_next_pay_day_counts() -> None:
    term = '{ day_of_month = 25, after = "claim" }'
    assert promised(term, sent_on="2026-02-25") == "2026-02-25"
    assert promised(term, sent_on="2026-02-26") == "2026-03-25"


@pytest.mark.parametrize(
    ("counts", "days", "late"),
    [
        ("sent", {"sent_on": "2026-06-30"}, False),
        ("sent", {"sent_on": "2026-07-01"}, True),
        ("sent", {"sent_on": "2026-06-30", "received_on": "2026-07-01"}, False),
        ("received", {"sent_on": "2026-06-30", "received_on": "2026-07-01"}, True),
        ("received", {"sent_on": "2026-07-01", "received_on": "2026-06-30"}, False),
        ("received", {"sent_on": "2026-07-01"}, True),
        ("received", {"sent_on": "2026-06-30"}, False),
        ("sent", {}, None),
        ("sent", {"received_on": "2026-07-01"}, None),
    ],
)
def test_the_last_day_belongs_to_the_deadline(
    counts: str, days: dict[str, str], late: bool | None
) -> None:
    claims = claims_of(f'counts = "{counts}"')
    assert is_late(claims, facts(**days), day("2026-06-30")) is late


def test_the_day_of_sending_counts_unless_the_policy_says_otherwise() -> None:
    days = facts(sent_on="2026-06-30", received_on="2026-07-01")
    assert is_late(claims_of(""), days, day("2026-06-30")) is False


@given(DAYS, st.integers(1, 12), st.integers(1, 28))
def test_a_day_of_the_year_is_the_next_one(on: datetime.date, month: int, date: int) -> None:
    claims = claims_of(f'deadlines = [{{ by = "{date} {MONTHS[month - 1]}" }}]')
    found = deadline(claims, {"on": on}, frozenset())
    assert found is not None
    assert (found.month, found.day) == (month, date)
    assert 0 <= (found - on).days <= 365


def test_a_late_claim_is_told_its_deadline() -> None:
    assert late_words(day("2026-06-30")) == (
        "Claimed after the deadline, which was 30\xa0June\xa02026."
    )
