"""Test the words for each choice a person has about an offer, and for each way of being paid."""

import datetime

import pytest

from coprod_desktop.documents.papers import statement_words as words
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
    amount, lines = words.payment(work, CONTENT)
    return [text.replace("\u00a0", " ") for text in (amount, *lines) if text]


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


def test_an_expense_that_was_not_agreed_in_full_says_why() -> None:
    expense = a_statement_expense(claimed_pence=900, because="Day tickets are agreed.")

    assert words.expense_notes(expense, CONTENT) == (
        "You claimed £9.00.",
        "Day tickets are agreed.",
    )
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


def test_an_expense_tells_what_was_agreed_first() -> None:
    paid = StatementTopUp(pence=220, paid_on=datetime.date(2026, 12, 3))
    expense = a_statement_expense(claimed_pence=990, agreed_pence=990, top_ups=(paid,))
    told = [one.replace("\N{NO-BREAK SPACE}", " ") for one in words.expense_notes(expense, CONTENT)]
    assert told == [
        "£9.90 was agreed first.",
        "£2.20 more paid 3 December, as the rate went up.",
    ]
    assert expense.whole_pence == 1210
    assert words.expense_notes(a_statement_expense(), CONTENT) == ()


def test_a_declined_offer_is_told_only_where_the_person_wants_it() -> None:
    declined = a_statement_work(choice=Choice.DECLINE, agreed_pence=0, is_paid=False)
    part = a_statement_work(choice=Choice.PART, offered_pence=7500, agreed_pence=5000)
    quiet = a_statement_content(shows_declined=False)

    assert words.payment(declined, quiet) == ("", ("no payment",))
    assert words.payment_in_full(part, quiet) == "£50.00, paid 10\u00a0November"


def test_a_payment_to_come_is_told_in_full_words_where_there_is_room() -> None:
    assert words.payment_in_full(to_come(Choice.ACCEPT), CONTENT).replace("\u00a0", " ") == (
        "£30.00, to be paid by 26 November"
    )
