"""An answer keeps payments, reimbursements and what is not money apart."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.policy.answers import Answer, QuoteLine
from coprod_desktop.domain.policy.rules import CountsAs


def a_line(pence: int, counts_as: CountsAs, points: Fraction = Fraction(0)) -> QuoteLine:
    return QuoteLine(
        entry=0,
        rule="Time",
        quantity="",
        rate="",
        pence=pence,
        points=points,
        counts_as=counts_as,
        because="Time.",
    )


@given(st.lists(st.tuples(st.integers(0, 10**9), st.sampled_from(CountsAs))))
def test_payments_and_reimbursements_are_never_one_sum(sums: list[tuple[int, CountsAs]]) -> None:
    lines = tuple(a_line(pence, counts_as) for pence, counts_as in sums)
    found = Answer(lines=lines, refused=(), warnings=())
    assert found.payment_pence == sum(p for p, kind in sums if kind is CountsAs.PAYMENT)
    assert found.reimbursement_pence == sum(p for p, kind in sums if kind is CountsAs.REIMBURSEMENT)


def test_points_are_added_up_exactly_and_are_no_pence() -> None:
    points = (Fraction(1, 2), Fraction(20))
    lines = tuple(a_line(0, CountsAs.PAYMENT, one) for one in points)
    found = Answer(lines=lines, refused=(), warnings=())
    assert (found.points, found.payment_pence) == (Fraction(41, 2), 0)


def test_nothing_is_said_of_days_and_ways_that_the_policy_does_not_name() -> None:
    found = Answer(lines=(), refused=(), warnings=())
    assert (found.claim_by, found.is_late, found.pay_by, found.methods) == (None, None, None, ())
    assert (found.points, found.value_pence) == (Fraction(0), 0)
