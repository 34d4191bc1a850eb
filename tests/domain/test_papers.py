"""Test the sums of the papers beside the statement."""

import datetime

from tests.other_paper_builders import (
    a_certificate,
    a_check,
    a_letter,
    a_letter_expense,
    a_letter_payment,
    a_letter_work,
    what_i_did,
)

DAY = datetime.date(2026, 8, 1)


def test_a_letter_sums_what_was_paid_apart_from_what_is_to_come() -> None:
    paid = a_letter_payment(pence=3000, paid_on=DAY)
    more = a_letter_payment(pence=250, paid_on=None)
    expenses = (a_letter_expense(pence=860), a_letter_expense(pence=450, paid_on=None))
    letter = a_letter(work=(a_letter_work(payments=(paid, more)),) * 2, expenses=expenses)

    assert (letter.paid_pence, letter.to_come_pence) == (6000, 500)
    assert (letter.reimbursed_pence, letter.reimbursements_to_come_pence) == (860, 450)


def test_what_was_not_taken_of_an_offer_is_declined_and_a_rise_is_not() -> None:
    part = a_letter_work(offered_pence=3000, accepted_pence=1000)
    risen = a_letter_work(offered_pence=3000, accepted_pence=3300)

    assert (part.declined_pence, risen.declined_pence) == (2000, 0)


def test_paid_and_unpaid_minutes_are_both_work() -> None:
    page, certificate = what_i_did(), a_certificate(minutes_paid=60, minutes_unpaid=30)

    assert (page.minutes_paid, page.minutes_unpaid, page.minutes) == (1140, 840, 1980)
    assert certificate.minutes == 90


def test_a_check_sheet_sums_minutes_payments_and_expenses_apart() -> None:
    check = a_check()

    assert (check.minutes, check.payments_pence, check.reimbursements_pence) == (315, 4500, 460)
