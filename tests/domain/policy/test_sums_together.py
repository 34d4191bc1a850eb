"""What counts together is added up before the price, and nothing is given twice."""

import datetime

import pytest

from tests.domain.policy.priced import MONDAY, answer_of, cost, each_paid, paid, work

TUESDAY = MONDAY + datetime.timedelta(days=1)
LUNCH = """
[[expense]]
name = "Lunch"
when = { kind = "lunch", worked_that_day = "at least 4h" }
limit = 3.50
together = "day"
"""


def expense(more: str = "") -> str:
    return f'[[expense]]\nname = "Costs"\n{more}\n'


def fee(more: str) -> str:
    return f'[[fee]]\nname = "Time"\n{more}\n'


def test_all_lunches_of_a_day_share_one_limit() -> None:
    lunches = [cost(2, kind="lunch"), cost(3, kind="lunch"), cost(2, kind="lunch", on=TUESDAY)]
    meetings = [work(time="4h"), work(time="4h", on=TUESDAY)]
    answer = answer_of(LUNCH, *lunches, *meetings)
    costs = [one for one in answer.refused if one.entry < 3]
    assert answer.reimbursement_pence == 350 + 200
    assert sum(one.pence for one in costs) == 150
    assert paid(LUNCH, cost(2, kind="lunch"), work(time="3h59")) == 0


@pytest.mark.parametrize(
    ("together", "pence"),
    [
        ("each", 5000),
        ("session", 3000 + 1000),
        ("day", 3000),
        ("week", 2000),
        ("month", 2000),
        ("claim", 1000),
    ],
)
def test_a_fixed_sum_is_paid_once_for_all_that_counts_together(together: str, pence: int) -> None:
    entries = [
        work(),
        work(session="board"),
        work(on=TUESDAY),
        work(on=TUESDAY),
        work(on=datetime.date(2026, 5, 29)),
    ]
    assert paid(fee(f'pays = 10.00\ntogether = "{together}"'), *entries) == pence


def test_what_is_refused_of_costs_that_share_a_limit_is_never_more_than_they_cost() -> None:
    entries = [cost(3, kind="lunch"), cost(2, kind="lunch"), cost(2, kind="lunch")]
    answer = answer_of(LUNCH, work(time="4h"), *entries)
    assert answer.reimbursement_pence == 350
    told = [(one.entry, one.pence) for one in answer.refused if one.entry]
    assert told == [(2, 150), (3, 200)]


def test_what_was_really_paid_before_counts_for_what_counts_together() -> None:
    policy = expense('limit = 10\ntogether = "month"')
    earlier = [cost(3, earlier=True, paid=3), cost(4, earlier=True, paid=2)]
    assert paid(policy, *earlier, cost(7)) == 500
    assert paid(policy, earlier[0], cost(7)) == 700
    assert paid(policy, cost(4, earlier=True), cost(7)) == 600


def test_entries_of_one_session_are_of_one_day() -> None:
    policy = fee('pays = 10.00\ntogether = "session"')
    entries = [work(session="board"), work(session="Board"), work(session="board", on=TUESDAY)]
    assert sorted(each_paid(policy, *entries)) == [0, 1000, 1000]
    assert paid(policy, work(), work()) == 1000


def test_what_counts_together_is_added_up_before_the_price() -> None:
    bands = 'bands = [{ up_to = "4h", pays = 75 }, { over = "4h", pays = 150 }]\n'
    policy = fee(bands + 'together = "day"\nwhen = { kind = ["meeting", "travel"] }')
    entries = [work(kind="meeting", time="3h"), work(kind="travel", time="1h")]
    assert paid(policy, *entries) == 7500
    assert paid(policy, *entries, work(kind="meeting", time="1m")) == 15_000
    assert paid(policy, *entries, work(kind="reading", time="9h")) == 7500


def test_the_sum_of_what_counts_together_is_rounded_once() -> None:
    each = fee('rate = 0.50\nper = "hour"')
    entries = [work(time="20m")] * 3
    assert paid(each, *entries) == 3 * 17
    assert paid(each + 'together = "day"', *entries) == 50


@pytest.mark.parametrize(
    ("rule", "entries", "pence"),
    [
        ('rate = 5\nper = "count"', [work(count=2), work(count=3)], 2500),
        ('rate = 5\nper = "count"', [work(), work()], 1000),
        ('rate = 5\nper = "count"', [work(count=3), work()], 2000),
        ('rate = 5\nper = "hour"\nadds_time = "1h"', [work(time="1h"), work(time="2h")], 2000),
        ('rate = 5\nper = "hour"\ntimes = "people"', [work(time="1h", people=2)] * 2, 2000),
        ('rate = 5\nper = "hour"\nat_most = 12', [work(time="2h"), work(time="2h")], 1200),
        ('rate = 5\nper = "hour"\nat_least = 12', [work(time="1h"), work(time="1h")], 1200),
        ('rate = 5\nper = "hour"\nround_quantity = "up to 1h"', [work(time="30m")] * 2, 500),
    ],
)
def test_quantities_that_count_together_are_added_up(
    rule: str, entries: list[str], pence: int
) -> None:
    assert paid(fee(rule + '\ntogether = "day"'), *entries) == pence


def test_nights_that_count_together_are_added_up_one_for_each_that_names_none() -> None:
    policy = expense('limit = { rate = 100, per = "night" }\ntogether = "claim"')
    nights = [cost(120), cost(110, on=TUESDAY)]
    assert paid(policy, *nights) == 20_000
    assert paid(policy, cost(150, nights=1), cost(150, nights=2, on=TUESDAY)) == 30_000


def test_of_every_other_fact_the_latest_entry_counts() -> None:
    policy = fee('by = "age"\nbands = [{ under = 18, pays = 5 }, { from = 18, pays = 9 }]')
    policy += 'together = "week"\n'
    assert paid(policy, work(age=17), work(age=18, on=TUESDAY)) == 900
