"""A limit over several entries: the earliest use the room first, and what is over is named."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.policy.priced import (
    MONDAY,
    answer_of,
    cost,
    each_paid,
    journey,
    paid,
    work,
)

TUESDAY = MONDAY + datetime.timedelta(days=1)
RULES = """
[[fee]]
name = "Time"
rate = 10.00
per = "hour"
[[mileage]]
name = "Car"
rate = 0.50
[[expense]]
name = "Bus"
when = { kind = "bus" }
group = "travel"
[[expense]]
name = "Meals"
"""


def cap(at_most: str, per: str = "claim", covers: str = "everything", more: str = "") -> str:
    return (
        f'{RULES}[[cap]]\nname = "The cap"\ncovers = ["{covers}"]\nat_most = {at_most}\n'
        f'per = "{per}"\n{more}\n'
    )


def excess(first: str, per: str = "day", more: str = "") -> str:
    return (
        f'{RULES}[[excess]]\nname = "The excess"\ncovers = ["travel"]\nfirst = {first}\n'
        f'per = "{per}"\n{more}\n'
    )


def on(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


# --- what a cap covers ---------------------------------------------------------------------------


ALLOWANCE = (
    '[[allowance]]\nname = "Online"\nfor = "work"\npays = 4.00\ncounts_as = "payment"\n'
    '[[allowance]]\nname = "Parking"\nfor = "journey"\npays = 3.00\ncounts_as = "reimbursement"\n'
)


@pytest.mark.parametrize(
    ("covers", "work_", "journey_", "bus", "meal"),
    [
        ("everything", 0, 0, 0, 0),
        ("fees", 400, 800, 200, 700),
        ("mileage", 1400, 300, 200, 700),
        ("expenses", 1400, 800, 0, 0),
        ("allowances", 1000, 500, 200, 700),
        ("payments", 0, 800, 200, 700),
        ("reimbursements", 1400, 0, 0, 0),
        ("Bus", 1400, 800, 0, 700),
        ("Travel", 1400, 800, 0, 700),
        ("car", 1400, 300, 200, 700),
    ],
)
def test_a_cap_covers_rules_groups_or_kinds(
    covers: str, work_: int, journey_: int, bus: int, meal: int
) -> None:
    entries = [work(time="1h"), journey(miles=10), cost(2, kind="bus"), cost(7, kind="meal")]
    policy = cap("0", covers=covers).replace("[[cap]]", ALLOWANCE + "[[cap]]")
    assert each_paid(policy, *entries) == [work_, journey_, bus, meal]


def test_a_cancelled_fee_is_a_fee() -> None:
    policy = cap("3.00", covers="fees") + ('[[cancellation]]\nname = "Late"\nshare = "50%"\n')
    assert paid(policy, work(time="1h", cancelled_by="us")) == 300


def test_an_allowance_belongs_to_a_cap_of_its_group() -> None:
    rules = (
        '[[mileage]]\nname = "Car"\n{}rate = 0.50\n[[allowance]]\nname = "Passengers"\n{}'
        'for = "journey"\npays = 3.00\ncounts_as = "reimbursement"\n[[cap]]\nname = "C"\n'
        'covers = ["{}"]\nat_most = 2.00\nper = "day"\n'
    )
    assert paid(rules.format("", "", "Car"), journey(miles=10)) == 500
    grouped = rules.format('group = "driving"\n', 'group = "driving"\n', "driving")
    assert paid(grouped, journey(miles=10)) == 200


# --- what a cap counts ---------------------------------------------------------------------------


def test_what_is_over_is_listed_as_refused_with_its_sum() -> None:
    answer = answer_of(cap("3.00", more='because = "The budget is small."'), cost(5, kind="bus"))
    assert answer.reimbursement_pence == 300
    assert [(one.entry, one.pence, one.is_held) for one in answer.refused] == [(0, 200, False)]
    assert answer.refused[0].because == (
        "The cap: £2.00 is over the limit of £3.00 a claim. The budget is small."
    )


def test_exactly_the_limit_is_within_it() -> None:
    answer = answer_of(cap("3.00"), cost(3, kind="bus"))
    assert (answer.reimbursement_pence, answer.refused) == (300, ())


@pytest.mark.parametrize(
    ("over", "pence", "refused", "warnings"),
    [
        ("refused", 300, [(200, False)], 0),
        ("held", 300, [(200, True)], 0),
        ("warned", 500, [], 1),
    ],
)
def test_what_is_over_is_refused_held_or_paid_with_a_warning(
    over: str, pence: int, refused: list[tuple[int, bool]], warnings: int
) -> None:
    answer = answer_of(cap("3.00", more=f'over = "{over}"'), cost(5, kind="bus"))
    assert answer.reimbursement_pence == pence
    assert [(one.pence, one.is_held) for one in answer.refused] == refused
    assert len(answer.warnings) == warnings
    assert all("The cap: £2.00 is over the limit" in one for one in answer.warnings)


def test_hours_over_a_limit_are_not_paid() -> None:
    answer = answer_of(cap('"15h"', "week", "fees"), work(time="10h"), work(time="6h"))
    assert answer.payment_pence == 15_000
    assert [(one.entry, one.pence) for one in answer.refused] == [(1, 1000)]
    assert "1\xa0hour is over the limit of 15\xa0hours a week" in answer.refused[0].because


def test_miles_over_a_limit_are_not_paid() -> None:
    entries = [journey(miles=80), journey(miles=30), journey(miles=5)]
    assert each_paid(cap('"100 miles"'), *entries) == [4000, 1000, 0]


def test_entries_beyond_the_sixth_are_not_paid() -> None:
    days = [MONDAY + datetime.timedelta(days=n) for n in range(8)]
    entries = [work(time="1h", on=day) for day in days]
    assert each_paid(cap('"6 times"', "year"), *entries) == [1000] * 6 + [0, 0]
    answer = answer_of(cap('"6 times"', "year", more='over = "held"'), *entries)
    assert [(one.pence, one.is_held) for one in answer.refused] == [(1000, True)] * 2
    assert each_paid(cap('"1.5 times"', "year"), *entries[:2]) == [1000, 0]
    warned = cap('"6 times"', "year", more='over = "warned"')
    assert (paid(warned, *entries), len(answer_of(warned, *entries).warnings)) == (8000, 2)


def test_a_cap_counts_an_entry_once_even_where_two_rules_pay_for_it() -> None:
    extra = '[[allowance]]\nname = "Extra"\nfor = "work"\npays = 1.00\ncounts_as = "payment"\n'
    policy = cap('"2 times"') + extra
    assert each_paid(policy, *[work(time="1h")] * 3) == [1100, 1100, 0]
    by_time = cap('"3h"') + extra.replace("pays = 1.00", 'rate = 1.00\nper = "hour"')
    assert each_paid(by_time, work(time="2h"), work(time="2h")) == [2200, 1100]


def test_a_limit_may_be_a_table() -> None:
    policy = cap('{ rate = 25.00, per = "night" }', "day", "expenses")
    assert paid(policy, cost(90, nights=2)) == 5000
    assert paid(policy, cost(90)) == 2500


def test_the_highest_limit_of_the_entries_so_far_counts() -> None:
    table = '{ by = "people", bands = [{ up_to = 1, pays = 5 }, { over = 1, pays = 10 }] }'
    policy = cap(table, "day", "expenses")
    assert each_paid(policy, cost(8, people=1), cost(1, people=2)) == [500, 100]


def test_a_limit_that_was_high_stays_high_for_the_rest_of_its_time() -> None:
    table = '{ by = "people", bands = [{ up_to = 1, pays = 5 }, { over = 1, pays = 10 }] }'
    policy = cap(table, "day", "expenses")
    assert each_paid(policy, cost(9, people=2), cost(8, people=1)) == [900, 100]
    assert each_paid(policy, cost(8, people=1), cost(1, people=2, on=TUESDAY)) == [500, 100]


def test_a_limit_of_parts_of_a_penny_is_rounded_and_nothing_is_lost() -> None:
    answer = answer_of(cap('{ rate = 0.375, per = "mile" }', "entry"), cost(2, miles=3))
    assert answer.reimbursement_pence == 113
    assert answer.refused[0].pence == 87


# --- over which time -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("per", "together", "apart"),
    [
        ("day", "2026-06-01", "2026-06-02"),
        ("session", "2026-06-01", "2026-06-02"),
        ("week", "2026-06-07", "2026-06-08"),
        ("month", "2026-06-30", "2026-07-01"),
        ("quarter", "2026-06-30", "2026-07-01"),
        ("year", "2026-12-31", "2027-01-01"),
        ("tax year", "2027-04-05", "2027-04-06"),
        ("financial year", "2027-03-31", "2027-04-01"),
        ("academic year", "2026-08-31", "2026-09-01"),
        ("28 days", "2026-06-28", "2026-06-29"),
        ("2 weeks", "2026-06-14", "2026-06-15"),
        ("12 months", "2027-05-31", "2027-06-01"),
        ("1 month", "2026-06-30", "2026-07-01"),
    ],
)
def test_entries_of_one_stretch_share_the_room(per: str, together: str, apart: str) -> None:
    policy = cap("10.00", per)
    first = cost(8)
    assert each_paid(policy, first, cost(7, on=on(together))) == [800, 200]
    assert each_paid(policy, first, cost(7, on=on(apart))) == [800, 700]


def test_each_entry_and_each_session_may_have_a_limit() -> None:
    assert each_paid(cap("5.00", "entry"), cost(8), cost(7)) == [500, 500]
    sessions = [cost(4, session="a"), cost(3, session="a"), cost(4, session="b"), cost(4)]
    assert each_paid(cap("5.00", "session"), *sessions) == [400, 100, 400, 400]
    assert each_paid(cap("5.00", "ever"), cost(4), cost(4, on=on("2030-01-01"))) == [400, 100]


def test_the_year_begins_when_the_policy_says() -> None:
    head = '[policy]\nname = "Trial"\nyear_starts = "1 August"\n'
    days = ("2026-07-31", "2026-08-01", "2027-07-31")
    entries = [cost(8, on=on(day)) for day in days]
    assert each_paid(head + cap("10.00", "year"), *entries) == [800, 800, 200]
    assert each_paid(cap("10.00", "year"), *entries) == [800, 200, 800]


def test_a_rolling_time_is_free_again_when_the_old_days_fall_out() -> None:
    days = ("2026-06-01", "2026-06-20", "2026-06-28", "2026-06-29", "2026-07-18")
    entries = [cost(6, on=on(day)) for day in days]
    assert each_paid(cap("10.00", "28 days"), *entries) == [600, 400, 0, 600, 400]


# --- who has it, and who is left out -------------------------------------------------------------


def test_each_event_has_its_own_cap_and_those_that_name_none_share_one() -> None:
    policy = '[facts]\nevent = "words"\n' + cap("10.00", more='for_each = "event"')
    entries = [cost(8, event="Fair"), cost(8, event="fair"), cost(8, event="Walk"), cost(8)]
    assert each_paid(policy, *entries, cost(7)) == [800, 200, 800, 800, 200]


def test_entries_for_which_the_cap_does_not_hold_use_no_room() -> None:
    policy = cap("10.00", more='when = { place = "London" }')
    entries = [cost(9, place="Leeds"), cost(8, place="London"), cost(7, place="London")]
    assert each_paid(policy, *entries) == [900, 800, 200]


def test_entries_that_are_lifted_are_not_cut_and_use_up_room_too() -> None:
    for at_most, entries in (
        ("10.00", [cost(8, agreed_before=True), cost(7)]),
        ("10.00", [cost(12, agreed_before=True), cost(7)]),
        ('"1 time"', [cost(8, agreed_before=True), cost(7)]),
    ):
        policy = cap(at_most, more="unless = { agreed_before = true }")
        first, second = each_paid(policy, *entries)
        assert first in (800, 1200)
        assert second == (200 if (at_most, first) == ("10.00", 800) else 0)
    policy = cap('"3h"', more="unless = { agreed_before = true }")
    assert each_paid(policy, work(time="4h", agreed_before=True), work(time="1h")) == [4000, 0]
    assert each_paid(policy, work(time="2h", agreed_before=True), work(time="2h")) == [2000, 1000]


def test_a_cap_holds_on_its_days_only() -> None:
    policy = cap("1.00", "day", more="from = 2026-06-01\nuntil = 2026-06-02")
    days = ("2026-05-31", "2026-06-01", "2026-06-02", "2026-06-03")
    assert each_paid(policy, *(cost(2, on=on(day)) for day in days)) == [200, 100, 100, 200]


def test_the_earliest_use_the_room_first_then_work_journeys_costs_and_the_largest() -> None:
    entries = [
        cost(4, kind="meal"),
        cost(6, kind="bus"),
        journey(miles=10),
        work(time="1h"),
        cost(3, on=on("2026-05-31")),
    ]
    assert each_paid(cap("20.00", "ever"), *entries) == [0, 200, 500, 1000, 300]
    assert each_paid(cap("9.00"), cost(4), cost(6)) == [300, 600]


def test_several_caps_cut_one_after_the_other() -> None:
    policy = cap("8.00") + '[[cap]]\nname = "Tight"\ncovers = ["Bus"]\nat_most = 5\nper = "day"\n'
    answer = answer_of(policy, cost(10, kind="bus"))
    assert answer.reimbursement_pence == 500
    assert [one.pence for one in answer.refused] == [200, 300]
    assert each_paid(policy, cost(10, kind="bus"), cost(4, kind="meal")) == [500, 300]


@pytest.mark.parametrize("is_turned_round", [False, True])
@pytest.mark.parametrize(
    ("of_week", "of_day", "times", "pence"),
    [
        ("2 times", "1 time", ("1h", "1h", "1h"), [1000, 0, 1000]),
        ("5h", "3h", ("4h", "2h"), [3000, 2000]),
        ("50.00", "30.00", ("4h", "2h"), [3000, 2000]),
    ],
)
def test_what_one_cap_refuses_uses_no_room_of_another(
    of_week: str, of_day: str, times: tuple[str, ...], pence: list[int], is_turned_round: bool
) -> None:
    pairs = [("Week", of_week, "week"), ("Day", of_day, "day")]
    caps = "".join(
        f'[[cap]]\nname = "{name}"\ncovers = ["fees"]\nat_most = "£{most}"\nper = "{per}"\n'
        for name, most, per in (reversed(pairs) if is_turned_round else pairs)
    )
    caps = caps if "." in of_week else caps.replace("£", "")
    days = [MONDAY] * (len(times) - 1) + [TUESDAY]
    entries = [work(time=time, on=day) for time, day in zip(times, days, strict=True)]
    assert each_paid(RULES + caps, *entries) == pence


def test_points_are_no_money_and_use_no_room() -> None:
    policy = '[[fee]]\nname = "Points"\npays = 20\nunit = "points"\nwhen = { online = true }\n'
    answer = answer_of(policy + cap("5.00"), work(online=True), cost(5))
    assert (answer.points, answer.reimbursement_pence) == (Fraction(20), 500)


# --- an excess -----------------------------------------------------------------------------------


def test_the_first_so_much_is_not_paid() -> None:
    entries = [cost(2, kind="bus"), cost(9, kind="bus"), cost(4, kind="bus", on=TUESDAY)]
    answer = answer_of(excess("5.00"), *entries)
    assert answer.reimbursement_pence == 1100 - 500
    assert sum(one.pence for one in answer.refused) == 500 + 400
    assert "The excess: the first £5.00 a day is not paid." in answer.refused[0].because
    assert paid(excess("5.00", "ever"), *entries) == 1000


@pytest.mark.parametrize(
    ("first", "pence"), [('"10 miles"', 1000), ('"2 times"', 0), ('"1 time"', 500)]
)
def test_an_excess_may_be_miles_or_times(first: str, pence: int) -> None:
    policy = excess(first).replace('covers = ["travel"]', 'covers = ["mileage"]')
    assert paid(policy, journey(miles=20), journey(miles=10)) == pence


def test_an_excess_may_be_a_length() -> None:
    policy = excess('"30m"').replace('covers = ["travel"]', 'covers = ["fees"]')
    assert each_paid(policy, work(time="2h"), work(time="1h")) == [1500, 1000]
    assert each_paid(policy, work(time="20m"), work(time="20m")) == [0, 167]


def test_an_excess_is_lifted_where_it_says_so_and_is_used_up_all_the_same() -> None:
    policy = '[facts]\nordered_by_us = "yes or no"\n' + excess(
        "5.00", more="unless = { ordered_by_us = true }"
    )
    lifted = cost(9, kind="bus", ordered_by_us=True)
    assert each_paid(policy, lifted, cost(4, kind="bus")) == [900, 400]
    assert each_paid(policy, cost(4, kind="bus")) == [0]


def test_an_excess_is_taken_off_before_the_caps() -> None:
    before = '[[cap]]\nname = "The cap"\ncovers = ["travel"]\nat_most = 8\nper = "day"\n'
    rules = excess("5.00").replace("[[excess]]", f"{before}[[excess]]")
    assert paid(rules, cost(20, kind="bus")) == 800
    assert paid(rules, cost(12, kind="bus")) == 700


# --- always --------------------------------------------------------------------------------------


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 900)), min_size=1, max_size=10),
    st.integers(0, 2000),
    st.sampled_from(("day", "week", "7 days", "claim")),
)
def test_no_stretch_of_time_is_paid_more_than_its_limit_and_every_penny_is_told(
    entries: list[tuple[int, int]], limit: int, per: str
) -> None:
    days = [MONDAY + datetime.timedelta(days=n) for n, _pence in entries]
    costs = [cost(pence / 100, on=day) for day, (_n, pence) in zip(days, entries, strict=True)]
    policy = cap(f"{limit / 100:.2f}", per)
    given_, answer = each_paid(policy, *costs), answer_of(policy, *costs)
    assert sum(given_) + sum(one.pence for one in answer.refused) == sum(p for _n, p in entries)
    for first in range(31):
        size = {"day": 1, "7 days": 7, "claim": 31}.get(per, 7)
        if per == "week" and first % 7:
            continue
        stretch = range(first, first + size)
        assert sum(p for p, (n, _) in zip(given_, entries, strict=True) if n in stretch) <= limit
