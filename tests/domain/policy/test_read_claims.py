"""Deadlines, promises and ways of payment are read as the page says."""

from fractions import Fraction

import pytest

from coprod_desktop.domain.policy.periods import Period, PeriodKind
from coprod_desktop.domain.policy.read_claims import read_claims, read_method, read_payments
from coprod_desktop.domain.policy.rules import CountsAs, Otherwise, Term
from tests.domain.policy.texts import a_table, mistakes_of, policy_of


def deadline_of(text: str, head: str = "") -> Term:
    return policy_of(f"{head}[claims]\ndeadlines = {{ {text} }}\n").claims.deadlines[0]


def promise_of(text: str) -> Term:
    return policy_of(f"[payments]\npromises = [{{ {text} }}]\n").promises[0]


def test_terms_keep_their_lengths() -> None:
    assert deadline_of('months = 3, after = "activity"') == Term(months=3)
    assert deadline_of('weeks = 2, days = 1, after = "activity"') == Term(days=15)
    assert promise_of('working_days = 10, after = "approval"') == Term(
        after="approval", working_days=10
    )
    assert deadline_of('by = "30 April"') == Term(by=(4, 30))
    assert promise_of("day_of_month = 25, if_by = 10").day_of_month == 25


def test_a_term_may_run_from_the_end_of_a_stretch() -> None:
    tax_year = Period(kind=PeriodKind.YEAR, words="a tax year", starts=(4, 6))
    assert deadline_of('days = 30, after = "tax year"') == Term(days=30, end_of=tax_year)
    month = Period(kind=PeriodKind.MONTH, words="a month")
    assert promise_of('end_of = "month", after = "claim", months = 1') == Term(
        after="claim", months=1, end_of=month
    )
    own_year = deadline_of('days = 1, after = "year"', 'year_starts = "1 August"\n')
    assert own_year.end_of is not None
    assert own_year.end_of.starts == (8, 1)


def test_claims_say_what_happens_to_late_and_small_ones() -> None:
    claims = policy_of(
        '[claims]\ntake = "latest"\ncounts = "received"\nlate = "refused"\nsmallest = 5\n'
        'needs = [{ fact = "supplier", is = "PIP" }]\n'
    ).claims
    assert claims.takes_latest
    assert (claims.counts, claims.late, claims.smallest) == (
        "received",
        Otherwise.REFUSED,
        Fraction(500),
    )
    assert claims.needs[0].holds.holds({"supplier": "pip"})


def test_methods_of_people_go_before_those_of_everybody() -> None:
    policy = policy_of(
        '[payments]\nmethods = ["bank transfer", "cheque"]\nfee_methods = "bank transfer"\n'
        '[[method]]\nname = "Under 16"\nwhen = { age = "under 16" }\nonly = "shopping voucher"\n'
        'for = "fees"\n'
    )
    assert [(rule.only, rule.counts_as) for rule in policy.methods] == [
        (("shopping voucher",), CountsAs.PAYMENT),
        (("bank transfer",), CountsAs.PAYMENT),
        (("bank transfer", "cheque"), None),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[claims]\ndeadlines = [{ after = "activity" }]', "A deadline needs a length."),
        ("[claims]\ndeadlines = [{ days = 3 }]", 'Add after = "activity".'),
        ('[claims]\ndeadlines = [{ days = 3, after = "claim" }]', "counts from what was done"),
        ('[claims]\ndeadlines = [{ days = 1.5, after = "activity" }]', "is not a whole number"),
        ('[claims]\ndeadlines = [{ days = -1, after = "activity" }]', "is not a whole number"),
        ('[claims]\ndeadlines = [{ years = 1, months = 1, after = "activity" }]', "months = 12"),
        ('[claims]\ndeadlines = [{ by = "29 February" }]', "not there every year"),
        ('[claims]\ndeadlines = [{ by = "1 May", days = 3, after = "month" }]', "“by” names"),
        (
            '[claims]\ndeadlines = [{ end_of = "month", after = "quarter" }]',
            "“after” names a stretch of time already",
        ),
        ("[claims]\ndeadlines = 3", "“deadlines” is a list of tables"),
        ('[claims]\nlate = "never"', "“late” cannot be “never”."),
        ("[payments]\npromises = [{ days = 3 }]", 'Add after = "claim".'),
        ("[payments]\npromises = [{ day_of_month = 32 }]", "from 1 to 31"),
        ('[payments]\npromises = [{ days = 3, after = "lunch" }]', "“after” cannot be “lunch”."),
        (
            '[payments]\npromises = [{ if_by = 3, days = 1, after = "claim" }]',
            "“if_by” belongs to “day_of_month”",
        ),
        ("[payments]\nmethod = ['x']", "Did you mean “methods”?"),
        ('[[method]]\nname = "M"', "does not say what is allowed"),
        ('[[method]]\nname = "M"\nonly = "cash"\nfor = "x"', "“for” cannot be “x”."),
    ],
)
def test_a_term_or_method_that_lacks_something_is_told_what(text: str, words: str) -> None:
    (said,) = mistakes_of(text + "\n")
    assert words in said


def test_the_sections_can_be_read_alone() -> None:
    assert read_claims(a_table({})).deadlines == ()
    assert read_payments(a_table({"methods": "cash"}))[1][0].only == ("cash",)
    assert read_method(a_table({"name": "M", "only": ["cash"]})).only == ("cash",)
