"""A statement's figures are the sums of its lines, and money of two kinds stays apart."""

import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Choice, Contribution, Pay, settle_choice
from coprod_desktop.domain.statements import StatementContent, StatementWork
from tests.builders import (
    PAID_ON,
    a_contribution,
    a_statement_content,
    a_statement_expense,
    a_statement_work,
    unpaid_statement_work,
)

PENCE = st.integers(0, 10**7)


def shown(contribution: Contribution, **override: Any) -> StatementWork:
    """Show a contribution on a statement, still to be paid."""
    names = ("minutes", "pay", "is_paid", "offered_pence", "agreed_pence", "value_pence")
    said = {name: getattr(contribution, name) for name in (*names, "rate_pence", "choice")}
    return a_statement_work(**(said | {"paid_on": None, "paid_how": None} | override))


@st.composite
def works(draw: st.DrawFn) -> StatementWork:
    logged = a_contribution(
        minutes=draw(st.integers(1, 1440)),
        rate_pence=draw(st.integers(0, 20_000)),
        pay=draw(st.sampled_from(Pay)),
    )
    settled = settle_choice(logged, draw(st.sampled_from(Choice)), logged.offered_pence // 2)
    is_settled = settled.agreed_pence > 0 and draw(st.booleans())
    return shown(settled, paid_on=PAID_ON if is_settled else None)


CONTENTS = st.builds(
    lambda work, pence: a_statement_content(
        work=tuple(work),
        expenses=tuple(
            a_statement_expense(agreed_pence=one, paid_on=PAID_ON if is_paid else None)
            for one, is_paid in pence
        ),
    ),
    st.lists(works(), max_size=12),
    st.lists(st.tuples(PENCE, st.booleans()), max_size=8),
)


@given(CONTENTS)
def test_figures_are_the_sums_of_the_lines(content: StatementContent) -> None:
    assert content.minutes == sum(work.minutes for work in content.work)
    assert content.minutes == content.minutes_paid + content.minutes_unpaid
    assert content.payments_pence == sum(work.agreed_pence for work in content.work)
    assert content.payments_pence == content.paid_pence + content.to_come_pence
    assert content.value_pence == sum(work.value_pence for work in content.work)
    assert content.reimbursements_pence == sum(one.agreed_pence for one in content.expenses)
    assert 0 <= content.reimbursed_pence <= content.reimbursements_pence


@given(CONTENTS)
def test_no_figure_is_below_nothing(content: StatementContent) -> None:
    figures = (content.minutes_paid, content.minutes_unpaid, content.paid_pence)
    sums = (content.to_come_pence, content.value_pence, content.reimbursements_pence)
    assert min(*figures, *sums) >= 0


@given(CONTENTS)
def test_paid_time_has_no_worth_beside_its_pay(content: StatementContent) -> None:
    unpaid = [work for work in content.work if not work.is_paid]
    assert content.value_pence == sum(work.value_pence for work in unpaid)
    assert content.payments_pence == sum(work.agreed_pence for work in content.work if work.is_paid)


@given(CONTENTS, st.randoms(use_true_random=False))
def test_the_order_of_lines_changes_no_figure(content: StatementContent, random: Any) -> None:
    shuffled = random.sample(content.work, k=len(content.work))
    other = a_statement_content(work=tuple(shuffled), expenses=content.expenses)
    for figure in ("minutes_paid", "payments_pence", "value_pence", "paid_rates_pence"):
        assert getattr(other, figure) == getattr(content, figure)


def test_declined_work_stands_with_the_unpaid_minutes_and_keeps_its_worth() -> None:
    declined = shown(settle_choice(a_contribution(), Choice.DECLINE))
    content = a_statement_content(work=(a_statement_work(), declined))
    assert (content.minutes_paid, content.minutes_unpaid) == (150, 150)
    assert (content.payments_pence, content.value_pence) == (3000, 3000)


def test_the_example_of_the_builders_adds_up_by_hand() -> None:
    content = a_statement_content()
    assert (content.minutes_paid, content.minutes_unpaid, content.minutes) == (270, 45, 315)
    assert (content.payments_pence, content.paid_pence, content.to_come_pence) == (5400, 3000, 2400)
    assert (content.reimbursements_pence, content.reimbursed_pence) == (460, 460)
    assert content.value_pence == 900


def test_payments_and_expenses_are_never_one_figure() -> None:
    figures = [name for name in dir(StatementContent) if name.endswith("_pence")]
    content = a_statement_content()
    both = content.payments_pence + content.reimbursements_pence
    assert both not in {getattr(content, name) for name in figures}


def test_an_expense_still_to_be_paid_back_is_agreed_and_not_yet_reimbursed() -> None:
    waiting = a_statement_expense(agreed_pence=1210, paid_on=None)
    content = a_statement_content(expenses=(a_statement_expense(), waiting))
    assert (content.reimbursements_pence, content.reimbursed_pence) == (1670, 460)


@pytest.mark.parametrize(
    ("work", "paid", "unpaid"),
    [
        ((), (), ()),
        ((a_statement_work(), a_statement_work()), (1200,), ()),
        ((a_statement_work(rate_pence=1500), a_statement_work()), (1200, 1500), ()),
        ((unpaid_statement_work(rate_pence=1300), a_statement_work()), (1200,), (1300,)),
        ((shown(a_contribution(pay=Pay.SALARY)),), (), ()),
        ((unpaid_statement_work(rate_pence=0, value_pence=0),), (), ()),
    ],
)
def test_each_rate_is_named_once_where_it_was_used(
    work: tuple[StatementWork, ...], paid: tuple[int, ...], unpaid: tuple[int, ...]
) -> None:
    content = a_statement_content(work=work)
    assert (content.paid_rates_pence, content.unpaid_rates_pence) == (paid, unpaid)


@given(CONTENTS)
def test_the_months_add_up_to_the_whole_time(content: StatementContent) -> None:
    assert sum(paid for _month, paid, _unpaid in content.months) == content.minutes_paid
    assert sum(unpaid for _month, _paid, unpaid in content.months) == content.minutes_unpaid


def test_each_month_of_a_period_is_told_with_its_time() -> None:
    content = a_statement_content()
    assert content.months == (
        (datetime.date(2026, 10, 1), 0, 0),
        (datetime.date(2026, 11, 1), 270, 45),
        (datetime.date(2026, 12, 1), 0, 0),
    )


@pytest.mark.parametrize(("from_on", "count"), [((2026, 1, 5), 12), ((2025, 12, 31), 1)])
def test_of_more_than_a_year_only_months_with_work_are_told(
    from_on: tuple[int, int, int], count: int
) -> None:
    content = a_statement_content(from_on=datetime.date(*from_on))
    assert len(content.months) == count


def test_what_changed_is_told_in_welsh_where_there_is_any() -> None:
    content = a_statement_content()
    assert content.changed_in("cy") == content.changed_in("en") == content.what_changed
    assert content.next_in("cy") == content.next_in("en") == content.what_next
    told = a_statement_content(what_changed_cy=("Drysau",), what_next_cy=("Ffa",))
    assert (told.changed_in("cy"), told.next_in("cy")) == (("Drysau",), ("Ffa",))
    assert told.changed_in("en") == told.what_changed
