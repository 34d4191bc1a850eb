"""Claims and budgets are looked at: flat sums, days to come, deadlines, overruns."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.checks import CheckKind
from coprod_desktop.domain.checks.money import (
    LIKELY_COST,
    BudgetUse,
    FlatSum,
    LikelyCost,
    allowance_above_cost,
    budget_overrun,
    claim_after_deadline,
    claim_in_future,
    is_for_home,
)
from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.expenses import ExpenseKind
from tests.builders import TODAY, WORKED_ON, an_expense_claim, an_expense_item

LIKELY = LikelyCost(monthly_pence=1000, source="a guess for this test")
DAY = datetime.timedelta(days=1)


def flat(pence: int, spent_on: datetime.date = WORKED_ON, person: int = 7) -> FlatSum:
    claim = an_expense_claim(participant_id=person, claimed_on=spent_on)
    item = an_expense_item(
        expense_claim_id=claim.expense_claim_id,
        spent_on=spent_on,
        kind=ExpenseKind.PHONE,
        claimed_pence=pence,
        agreed_pence=pence,
    )
    return FlatSum(claim=claim, item=item)


@pytest.mark.parametrize(
    ("kind", "what", "is_one"),
    [
        (ExpenseKind.PHONE, "Data", True),
        (ExpenseKind.OTHER, "Home-working allowance", True),
        (ExpenseKind.OTHER, "Working from home, October", True),
        (ExpenseKind.OTHER, "Paper and ink", False),
        (ExpenseKind.BUS, "Bus", False),
    ],
)
def test_phone_data_and_home_working_are_known(kind: ExpenseKind, what: str, is_one: bool) -> None:
    assert is_for_home(an_expense_item(kind=kind, what=what)) is is_one


def test_allowances_of_a_month_are_added_up_and_held_against_a_stated_figure() -> None:
    first, second = flat(600), flat(500)
    assert allowance_above_cost([first], LIKELY) == ()
    found = allowance_above_cost([first, second], LIKELY)
    assert {one.subject_id for one in found} == {
        first.claim.expense_claim_id,
        second.claim.expense_claim_id,
    }
    assert found[0].because == (
        "2 flat allowances without a receipt come to £11.00 in November 2026; a likely cost is "
        "£10.00 a month. The figure is a guess for this test."
    )
    assert found[0].fingerprint == found[1].fingerprint


def test_exactly_the_likely_cost_is_likely() -> None:
    assert allowance_above_cost([flat(1000)], LIKELY) == ()
    assert "1 flat allowance without a receipt comes to £10.01" in (
        allowance_above_cost([flat(1001)], LIKELY)[0].because
    )


def test_other_months_and_other_people_are_not_added() -> None:
    sums = [flat(900), flat(900, WORKED_ON - 40 * DAY), flat(900, person=8)]
    assert allowance_above_cost(sums, LIKELY) == ()


def test_the_figure_used_by_default_names_where_it_comes_from() -> None:
    (found,) = allowance_above_cost([flat(LIKELY_COST.monthly_pence + 1)])
    assert "HMRC" in found.because
    assert "£26.00 a month" in found.because


@given(
    st.permutations([flat(700), flat(500), flat(100, person=8), flat(400, WORKED_ON - 40 * DAY)])
)
def test_the_order_of_claims_does_not_matter(sums: list[FlatSum]) -> None:
    found = allowance_above_cost(sums, LIKELY)
    assert len(found) == 2
    assert {one.participant_id for one in found} == {7}


def test_a_claim_or_spending_ahead_is_highlighted() -> None:
    claim = an_expense_claim(claimed_on=TODAY)
    spent = an_expense_item(spent_on=TODAY)
    assert claim_in_future(claim, [spent], TODAY) is None
    assert claim_in_future(claim, [], TODAY) is None
    ahead = replace(spent, spent_on=TODAY + DAY)
    found = claim_in_future(claim, [spent, ahead], TODAY)
    assert found is not None
    assert found.kind is CheckKind.FUTURE
    assert claim_in_future(replace(claim, claimed_on=TODAY + DAY), [spent], TODAY) is not None


def test_a_late_claim_is_highlighted_from_the_day_after_the_deadline() -> None:
    claim = an_expense_claim(claimed_on=TODAY)
    assert claim_after_deadline(claim, None) is None
    assert claim_after_deadline(claim, TODAY) is None
    found = claim_after_deadline(claim, TODAY - DAY)
    assert found is not None
    assert found.kind is CheckKind.LATE_CLAIM
    assert ", 1 day after the policy's deadline of " in found.because
    assert "It can still be paid." in found.advice


def test_a_draft_is_not_late_before_it_is_sent() -> None:
    draft = an_expense_claim(claimed_on=TODAY, state=WorkState.DRAFT)
    assert claim_after_deadline(draft, TODAY - DAY) is None
    sent_back = replace(draft, state=WorkState.SENT_BACK)
    assert claim_after_deadline(sent_back, TODAY - DAY) is not None


def test_a_budget_used_to_the_last_penny_is_not_overrun() -> None:
    assert budget_overrun(a_use(5000, 3000, 2000)) is None
    assert budget_overrun(a_use(5000, 3000, 2001)) is not None
    assert budget_overrun(a_use(5000, 3000, 2001, budget=0)) is None


amounts = st.integers(0, 10_000)


def a_use(spent: int, agreed: int, offered: int, budget: int = 10_000) -> BudgetUse:
    return BudgetUse(
        project_id=5,
        budget_pence=budget,
        spent_pence=spent,
        agreed_pence=agreed,
        offered_pence=offered,
    )


def test_an_overrun_tells_each_part() -> None:
    found = budget_overrun(a_use(5000, 3000, 2001))
    assert found is not None
    assert found.because == (
        "Spent £50.00, agreed £30.00 and offered £20.01 make £100.01, which is £0.01 more than "
        "the budget of £100.00. Nothing is left."
    )
    assert (found.subject, found.subject_id, found.participant_id) == ("projects", 5, None)


@given(amounts, amounts, amounts, amounts)
def test_money_left_and_an_overrun_are_two_sides(
    spent: int, agreed: int, offered: int, budget: int
) -> None:
    use = a_use(spent, agreed, offered, budget)
    assert use.left_pence == budget - spent - agreed - offered
    assert (budget_overrun(use) is not None) == (budget > 0 and use.left_pence < 0)
