"""Worked examples that others published come out the same, priced as policies."""

import pytest

from coprod_desktop.domain.policy import Answer, quote, read_case, read_policy

HEAD = '[policy]\nname = "Published"\n'


def priced(rules: str, case: str) -> Answer:
    policy = read_policy(HEAD + rules)
    return quote(policy, read_case("[claim]\non = 2026-06-01\n" + case, policy))


def test_three_half_days_and_a_professional_half_day_of_the_allotment_society() -> None:
    rules = """
[[fee]]
name = "Professional"
when = { kind = "professional" }
rate = 350.00
per = "7h"
[[fee]]
name = "Unskilled"
rate = 90.00
per = "7h"
"""
    half = 'time = "3h30"\n'
    unskilled = '[[work]]\nkind = "unskilled"\n' + half
    professional = '[[work]]\nkind = "professional"\n' + half
    assert priced(rules, unskilled * 3).payment_pence == 13_500
    assert priced(rules, unskilled * 3 + professional).payment_pence == 31_000


def test_fifty_hours_of_community_first() -> None:
    rules = '[[fee]]\nname = "Time"\nrate = 11.09\nper = "hour"\n'
    assert priced(rules, '[[work]]\ntime = "50h"\n').payment_pence == 55_450


@pytest.mark.parametrize(("rate", "pounds"), [("12.21", 23_809), ("13.85", 27_007)])
def test_a_year_of_weeks_of_37_and_a_half_hours(rate: str, pounds: int) -> None:
    rules = f'[[fee]]\nname = "Time"\nrate = {rate}\nper = "hour"\n'
    # The report that printed them left the fifty pence away.
    assert priced(rules, '[[work]]\ntime = "1950h"\n').payment_pence == 100 * pounds + 50


@pytest.mark.parametrize(("time", "pence"), [("5h", 15_000), ("4h", 7_500), ("4h01", 15_000)])
def test_the_edge_of_four_hours_as_nhs_england_is_remembered_to_draw_it(
    time: str, pence: int
) -> None:
    rules = """
[[fee]]
name = "Involvement payment"
bands = [{ up_to = "4h", pays = 75.00 }, { over = "4h", pays = 150.00 }]
"""
    assert priced(rules, f'[[work]]\ntime = "{time}"\n').payment_pence == pence


def test_a_half_day_a_full_day_and_thirty_miles_of_national_voices() -> None:
    rules = """
[[fee]]
name = "Half day"
when = { kind = "half day" }
pays = 50.00
[[fee]]
name = "Full day"
when = { kind = "full day" }
pays = 100.00
[[mileage]]
name = "Car"
rate = "40p"
"""
    case = '[[work]]\nkind = "half day"\n[[work]]\nkind = "full day"\n'
    answer = priced(rules, case + '[[journey]]\nvehicle = "car"\nmiles = 30\n')
    assert (answer.payment_pence, answer.reimbursement_pence) == (15_000, 1200)
