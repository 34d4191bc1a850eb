"""Test what an Easy Read statement says of payments, choices and expenses."""

import datetime

import pytest

from coprod_desktop.documents.paper import Part, Pictured, Section
from coprod_desktop.documents.papers.statement_easy_money import (
    payments_and_expenses,
    value_of_unpaid,
)
from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.statements import StatementContent, StatementTopUp
from tests.builders import (
    PAID_ON,
    a_statement_content,
    a_statement_expense,
    a_statement_work,
    unpaid_statement_work,
)

LONG = "We agreed to pay for taxis up to eight pounds as long as no bus goes at that time of day."


def told(parts: list[Part]) -> list[tuple[str, ...]]:
    """Return the picture and all the words of each row, in order."""
    rows = [part for section in parts if isinstance(section, Section) for part in section.parts]
    return [
        (row.picture, *row.texts, *filter(None, (row.figure,)), *row.after)
        for row in rows
        if isinstance(row, Pictured)
    ]


def payments(content: StatementContent) -> list[tuple[str, ...]]:
    return told(payments_and_expenses(content)[:1])


@pytest.mark.parametrize(
    ("paid_how", "picture", "way"),
    [
        (PaidBy.BANK, "bank-card", "It went to your bank account."),
        (PaidBy.CASH, "cash", "You got it in cash."),
        (PaidBy.VOUCHER, "voucher", "You got it as vouchers."),
        (PaidBy.CHEQUE, "paper-tick", "You got it by cheque."),
    ],
)
def test_what_was_paid_is_one_figure_with_its_way(paid_how: PaidBy, picture: str, way: str) -> None:
    work = (a_statement_work(paid_how=paid_how), a_statement_work(paid_how=paid_how))

    assert payments(a_statement_content(work=work)) == [
        (picture, "We paid you this money for your work:", "£60.00", way)
    ]


def test_payments_of_several_ways_name_none() -> None:
    work = (a_statement_work(paid_how=PaidBy.CASH), a_statement_work())

    assert payments(a_statement_content(work=work)) == [
        ("pound", "We paid you this money for your work:", "£60.00")
    ]


def test_what_is_to_come_is_said_with_the_last_day() -> None:
    to_come = a_statement_work(
        paid_on=None, paid_how=None, pay_by_on=datetime.date(2026, 11, 26), agreed_pence=1500
    )
    rows = payments(a_statement_content(work=(a_statement_work(), to_come)))

    assert rows[1] == (
        "calendar",
        "We will pay you £15.00 more.",
        "We will pay it by Thursday 26\N{NO-BREAK SPACE}November\N{NO-BREAK SPACE}2026.",
    )


def test_a_day_that_is_not_known_is_not_promised() -> None:
    to_come = a_statement_work(paid_on=None, paid_how=None)

    assert payments(a_statement_content(work=(to_come,))) == [
        ("calendar", "We will pay you £30.00.", "You can ask us when.")
    ]


def test_what_the_person_put_off_is_no_promise_of_ours() -> None:
    later = a_statement_work(paid_on=None, paid_how=None, choice=Choice.DEFER)
    soon = a_statement_work(paid_on=None, paid_how=None, pay_by_on=datetime.date(2026, 11, 26))

    assert payments(a_statement_content(work=(later,))) == [
        ("calendar", "We will pay you £30.00.", "You asked us to pay £30.00 later.")
    ]
    assert payments(a_statement_content(work=(later, soon)))[0][1:] == (
        "We will pay you £60.00.",
        "We will pay the rest by Thursday 26\N{NO-BREAK SPACE}November\N{NO-BREAK SPACE}2026.",
        "You asked us to pay £30.00 later.",
    )


def test_vouchers_to_come_are_named() -> None:
    voucher = a_statement_work(paid_on=None, paid_how=None, choice=Choice.VOUCHER)

    assert payments(a_statement_content(work=(voucher,)))[0][-1] == "You will get it as vouchers."


def test_more_pay_as_a_rate_went_up_is_part_of_the_figures() -> None:
    paid = StatementTopUp(pence=250, paid_on=PAID_ON)
    coming = StatementTopUp(pence=125)
    work = (a_statement_work(top_ups=(paid, coming)),)

    first, second = payments(a_statement_content(work=work))
    assert first[2] == "£32.50"
    assert first[-2:] == ("Our rates went up.", "So £2.50 of it came on top.")
    assert second == (
        "calendar",
        "We will pay you £1.25 more.",
        "You can ask us when.",
        "Our rates went up.",
        "So £1.25 of it comes on top.",
    )


def test_what_the_person_chose_to_donate_is_said() -> None:
    content = a_statement_content(work=(a_statement_work(choice=Choice.DONATE),))

    assert payments(content)[0][-1] == "You chose to donate £30.00."


def test_an_offer_that_was_declined_still_counts() -> None:
    declined = unpaid_statement_work(
        worked_on=datetime.date(2026, 11, 20),
        what="Mentored Amina",
        offered_pence=3000,
        choice=Choice.DECLINE,
    )
    assert payments(a_statement_content(work=(declined,))) == [
        (
            "choice",
            "On 20\N{NO-BREAK SPACE}November\N{NO-BREAK SPACE}2026 you did this work:",
            "Mentored Amina.",
            "We offered you £30.00 for it.",
            "You chose not to take it.",
            "The work still counts.",
        )
    ]


def test_an_offer_taken_in_part_says_which_part() -> None:
    part = a_statement_work(what=LONG, agreed_pence=1000, choice=Choice.PART)

    assert payments(a_statement_content(work=(part,)))[1] == (
        "choice",
        "On 3\N{NO-BREAK SPACE}November\N{NO-BREAK SPACE}2026 you did some work.",
        "We offered you £30.00 for it.",
        "You chose to take £10.00 of it.",
        "The work still counts.",
    )


def test_many_declined_offers_are_said_in_one_sum() -> None:
    declined = unpaid_statement_work(offered_pence=1000, choice=Choice.DECLINE)
    part = a_statement_work(agreed_pence=1000, choice=Choice.PART)

    assert payments(a_statement_content(work=(declined,) * 4))[0][1:3] == (
        "We offered you £40.00 for some of your work.",
        "You chose not to take it.",
    )
    assert payments(a_statement_content(work=(declined, declined, declined, part)))[1][1:3] == (
        "We offered you £60.00 for some of your work.",
        "You chose to take £10.00 of it.",
    )


def test_declined_offers_are_not_told_where_the_person_wishes_so() -> None:
    declined = unpaid_statement_work(offered_pence=3000, choice=Choice.DECLINE)

    assert payments(a_statement_content(work=(declined,), shows_declined=False)) == [
        ("pound", "There are no payments this time.")
    ]


def test_work_in_a_salary_is_named_with_its_hours() -> None:
    salary = a_statement_work(pay=Pay.SALARY, offered_pence=0, agreed_pence=0, paid_on=None)

    assert payments(a_statement_content(work=(salary,))) == [
        (
            "clock",
            "Your salary pays for this much of your work:",
            "2\N{NO-BREAK SPACE}hours 30\N{NO-BREAK SPACE}minutes",
        )
    ]


# --- expenses -----------------------------------------------------------------------------------


def expenses(content: StatementContent) -> list[tuple[str, ...]]:
    return told(payments_and_expenses(content)[1:])


def test_expenses_are_explained_and_kept_apart_from_pay() -> None:
    assert expenses(a_statement_content()) == [
        (
            "receipt",
            "Expenses are money you spent to take part.",
            "We paid this money back to you:",
            "£4.60",
            "Expenses are not pay.",
        )
    ]


def test_expenses_to_come_are_said_as_such() -> None:
    waiting = a_statement_expense(paid_on=None)

    assert expenses(a_statement_content(expenses=(waiting,))) == [
        ("receipt", "Expenses are money you spent to take part.", "Expenses are not pay."),
        ("calendar", "We will pay you back £4.60."),
    ]
    both = a_statement_content(expenses=(waiting, a_statement_expense()))
    assert expenses(both)[1] == ("calendar", "We will pay you back £4.60 more.")


def test_what_was_not_agreed_is_said_with_a_short_reason() -> None:
    less = a_statement_expense(
        what="Taxi home", claimed_pence=1200, agreed_pence=800, because="The limit is £8.00"
    )
    none = a_statement_expense(agreed_pence=0, paid_on=None, because=LONG)

    rows = expenses(a_statement_content(expenses=(less, none)))
    assert rows[1:] == [
        (
            "question",
            "Taxi home.",
            "You asked for £12.00.",
            "We agreed to £8.00.",
            "The limit is £8.00.",
        ),
        (
            "question",
            "Bus there and back.",
            "You asked for £4.60.",
            "We did not agree to pay it back.",
        ),
    ]


def test_many_expenses_that_differ_are_said_in_one_sum() -> None:
    less = a_statement_expense(claimed_pence=500, agreed_pence=400)

    assert expenses(a_statement_content(expenses=(less,) * 4))[-1] == (
        "question",
        "You asked for £20.00.",
        "We agreed to £16.00.",
    )


def test_expenses_may_be_left_out_or_not_be_there() -> None:
    assert expenses(a_statement_content(left_out=frozenset({"expenses"}))) == []
    assert expenses(a_statement_content(expenses=())) == []


# --- unpaid work --------------------------------------------------------------------------------


def test_unpaid_work_has_a_value_that_is_no_payment() -> None:
    assert told(value_of_unpaid(a_statement_content())) == [
        (
            "star",
            "Your unpaid work has a value of:",
            "£9.00",
            "It shows what your work is worth.",
            "It is not money paid or owed.",
        ),
        (
            "paper-tick",
            "For the same work we pay £12.00 an hour.",
            "This is where the rate comes from:",
            "Agreed by the trustees on 2 March 2026.",
        ),
    ]


def test_unpaid_work_without_a_rate_is_named() -> None:
    work = (unpaid_statement_work(), unpaid_statement_work(value_pence=0))

    rows = told(value_of_unpaid(a_statement_content(work=work, rate_source="")))
    assert rows[1] == (
        "paper-tick",
        "For the same work we pay £12.00 an hour.",
        "For 45\N{NO-BREAK SPACE}minutes more we have no rate.",
    )


def test_no_value_says_nothing() -> None:
    assert value_of_unpaid(a_statement_content(work=())) == []
