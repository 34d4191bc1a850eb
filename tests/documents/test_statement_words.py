"""Test the words for each choice a person has about an offer, and for each way of being paid."""

import datetime

import pytest

from coprod_desktop.documents import statement_words as words
from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.statements import StatementTopUp, StatementWork
from tests.builders import (
    a_statement_content,
    a_statement_expense,
    a_statement_work,
    unpaid_statement_work,
)

BY = datetime.date(2026, 11, 26)
CONTENT = a_statement_content()


def said(work: StatementWork) -> list[str]:
    payment = words.payment(work, CONTENT)
    return [text.replace("\u00a0", " ") for text in (payment.amount, *payment.lines) if text]


def to_come(choice: Choice, by: datetime.date | None = BY) -> StatementWork:
    return a_statement_work(choice=choice, paid_on=None, paid_how=None, pay_by_on=by)


@pytest.mark.parametrize(
    ("work", "expected"),
    [
        (a_statement_work(), ["£30.00", "paid 10 November"]),
        (a_statement_work(paid_how=PaidBy.CASH), ["£30.00", "paid in cash 10 November"]),
        (a_statement_work(paid_how=PaidBy.CHEQUE), ["£30.00", "paid by cheque 10 November"]),
        (a_statement_work(paid_how=PaidBy.VOUCHER), ["£30.00", "voucher 10 November"]),
        (to_come(Choice.ACCEPT), ["£30.00", "by 26 November"]),
        (to_come(Choice.ACCEPT, None), ["£30.00", "to come"]),
        (to_come(Choice.VOUCHER), ["£30.00", "voucher by 26 November"]),
        (to_come(Choice.VOUCHER, None), ["£30.00", "voucher to come"]),
        (to_come(Choice.DEFER), ["£30.00", "to be paid later, as you chose"]),
        (
            a_statement_work(choice=Choice.DONATE),
            ["£30.00", "paid 10 November", "you chose to donate it"],
        ),
        (
            a_statement_work(choice=Choice.PART, offered_pence=7500, agreed_pence=5000),
            ["£50.00", "of £75.00, as you chose", "paid 10 November"],
        ),
        (
            a_statement_work(choice=Choice.PART, agreed_pence=0, is_paid=False, paid_on=None),
            ["£0.00", "of £30.00, as you chose"],
        ),
        (
            a_statement_work(choice=Choice.DECLINE, agreed_pence=0, is_paid=False),
            ["£30.00 offered, you declined"],
        ),
        (unpaid_statement_work(), ["no payment offered"]),
        (a_statement_work(pay=Pay.SALARY, offered_pence=0, agreed_pence=0), ["in your salary"]),
    ],
)
def test_each_choice_and_way_of_paying_has_its_words(
    work: StatementWork, expected: list[str]
) -> None:
    assert said(work) == expected


@pytest.mark.parametrize(
    ("rates", "expected"),
    [
        ((1200,), "£12.00"),
        ((1200, 1500), "£12.00 and £15.00"),
        ((1200, 1500, 2000), "£12.00, £15.00 and £20.00"),
        ((1200, 1500, 1800, 2000), "£12.00 to £20.00"),
    ],
)
def test_rates_are_named_or_given_as_a_range(rates: tuple[int, ...], expected: str) -> None:
    assert words.rates_words(rates) == expected


def test_a_rate_is_not_claimed_where_a_payment_is_not_that_rate_times_the_hours() -> None:
    part = a_statement_work(offered_pence=3000, agreed_pence=1000, choice=Choice.PART)

    note = words.paid_work(a_statement_content(work=(part,))).note
    assert note == "Each payment is in the list below."


def test_work_in_a_salary_is_paid_work() -> None:
    salary = a_statement_work(pay=Pay.SALARY, offered_pence=0, agreed_pence=0)

    figure = words.paid_work(a_statement_content(work=(salary,)))
    assert (figure.amount, figure.note) == (
        "2\u00a0hours 30\u00a0minutes",
        "It is part of your salary.",
    )


def test_unpaid_work_without_a_rate_says_that_there_is_none() -> None:
    unpriced = unpaid_statement_work(value_pence=0, rate_pence=0)

    assert words.unpaid_work(a_statement_content(work=(unpriced,))).note == (
        "We have no rate to value it at."
    )


def test_the_last_day_to_be_paid_by_is_named_only_where_every_day_is_known() -> None:
    known = a_statement_content(work=(to_come(Choice.ACCEPT),))
    unknown = a_statement_content(work=(to_come(Choice.ACCEPT), to_come(Choice.ACCEPT, None)))

    assert words.payments(known).note == "£30.00 more, to be paid by 26\u00a0November."
    assert words.payments(unknown).note == "£60.00 more is to come."


def test_an_expense_that_was_not_agreed_in_full_says_why() -> None:
    expense = a_statement_expense(claimed_pence=900, because="Day tickets are agreed.")

    assert words.expense_notes(expense) == ("You claimed £9.00.", "Day tickets are agreed.")
    assert words.expense_paid(a_statement_expense(agreed_pence=0), CONTENT) == "not agreed"


def test_what_nobody_described_is_named_by_its_kind() -> None:
    assert words.what_was_done(a_statement_work(what="")) == "Meeting"


def test_what_came_on_top_is_told_with_its_day() -> None:
    first = StatementTopUp(pence=250, paid_on=datetime.date(2026, 12, 3))
    second = StatementTopUp(pence=100, pay_by_on=datetime.date(2026, 12, 20))
    third = StatementTopUp(pence=50)
    work = a_statement_work(top_ups=(first, second, third))
    assert said(work) == [
        "£34.00",
        "£30.00 paid 10 November",
        "£2.50 more paid 3 December, as the rate went up",
        "£1.00 more by 20 December, as the rate went up",
        "£0.50 more to come, as the rate went up",
    ]
    content = a_statement_content(work=(work,), expenses=())
    assert (content.payments_pence, content.paid_pence, content.to_come_pence) == (3400, 3250, 150)
    assert words.paid_work(content).note == "Each payment is in the list below."
    assert words.payments(content).note == "£1.50 more is to come."
    by_a_day = a_statement_content(work=(a_statement_work(top_ups=(second,)),), expenses=())
    note = words.payments(by_a_day).note.replace("\N{NO-BREAK SPACE}", " ")
    assert note == "£1.00 more, to be paid by 20 December."


def test_an_expense_tells_what_was_agreed_first() -> None:
    paid = StatementTopUp(pence=220, paid_on=datetime.date(2026, 12, 3))
    expense = a_statement_expense(claimed_pence=990, agreed_pence=990, top_ups=(paid,))
    told = [
        one.replace("\N{NO-BREAK SPACE}", " ") for one in words.expense_on_top(expense, CONTENT)
    ]
    assert told == [
        "£9.90 was agreed first.",
        "£2.20 more paid 3 December, as the rate went up.",
    ]
    assert expense.whole_pence == 1210
    assert words.expense_on_top(a_statement_expense(), CONTENT) == ()
