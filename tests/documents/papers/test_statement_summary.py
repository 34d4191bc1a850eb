"""Test the figures of the box that says the most."""

import datetime

import pytest

from coprod_desktop.documents.paper import Mark
from coprod_desktop.documents.papers import statement_summary as words
from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.statements import StatementTopUp, StatementWork
from tests.builders import a_statement_content, a_statement_work, unpaid_statement_work

BY = datetime.date(2026, 11, 26)


def to_come(choice: Choice, by: datetime.date | None = BY) -> StatementWork:
    return a_statement_work(choice=choice, paid_on=None, paid_how=None, pay_by_on=by)


def test_paid_and_unpaid_stand_side_by_side_and_money_below_them() -> None:
    box = words.summary(a_statement_content())

    assert [[figure.label for figure in row] for row in box.rows] == [
        ["Paid work", "Unpaid work"],
        ["Payments for your work", "Your expenses, paid back"],
    ]
    assert [figure.mark for figure in box.rows[0]] == [Mark.PAID, Mark.UNPAID]
    assert box.bar is not None
    assert (box.bar.minutes_paid, box.bar.minutes_unpaid) == (270, 45)


@pytest.mark.parametrize("part", ["expenses", "value"])
def test_what_is_left_out_stands_in_no_figure(part: str) -> None:
    box = words.summary(a_statement_content(left_out=frozenset({part})))
    said = " ".join(f"{f.label} {f.amount} {f.note}" for row in box.rows for f in row)

    assert ("£4.60" in said) is (part != "expenses")
    assert ("£9.00" in said) is (part != "value")


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


def test_what_came_on_top_counts_among_the_payments() -> None:
    first = StatementTopUp(pence=250, paid_on=datetime.date(2026, 12, 3))
    second = StatementTopUp(pence=100, pay_by_on=datetime.date(2026, 12, 20))
    work = a_statement_work(top_ups=(first, second, StatementTopUp(pence=50)))
    content = a_statement_content(work=(work,), expenses=())
    assert (content.payments_pence, content.paid_pence, content.to_come_pence) == (3400, 3250, 150)
    assert words.paid_work(content).note == "Each payment is in the list below."
    assert words.payments(content).note == "£1.50 more is to come."
    by_a_day = a_statement_content(work=(a_statement_work(top_ups=(second,)),), expenses=())
    note = words.payments(by_a_day).note.replace("\N{NO-BREAK SPACE}", " ")
    assert note == "£1.00 more, to be paid by 20 December."
