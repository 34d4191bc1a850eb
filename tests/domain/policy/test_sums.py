"""A rule pays the cost, its limit or its price; what was counted before is counted once."""

import datetime

import pytest

from coprod_desktop.domain.policy.answers import Answer
from tests.domain.policy.priced import MONDAY, answer_of, cost, each_paid, journey, paid, work

TUESDAY = MONDAY + datetime.timedelta(days=1)
TIERS = "tiers = [{ first = 100, rate = 0.45 }, { rate = 0.25 }]\n"
BY_COST = 'by = "cost"\nbands = [{ up_to = 20, pays = 1 }, { over = 20, pays = 2 }]'
CHILDREN = 'limit = { by = "children", tiers = [{ first = 1, pays_each = 9 }, { pays_each = 4 }] }'
FACTS = '[facts]\nauthorised_amount = "money"\n'


def expense(more: str = "") -> str:
    return f'[[expense]]\nname = "Costs"\n{more}\n'


def mileage(more: str) -> str:
    return f'[[mileage]]\nname = "Car"\n{more}\n'


def fee(more: str) -> str:
    return f'[[fee]]\nname = "Time"\n{more}\n'


def is_split(answer: Answer, cost_pence: int) -> bool:
    """Say whether a cost is what is paid and what is refused, to the penny."""
    return answer.reimbursement_pence + sum(one.pence for one in answer.refused) == cost_pence


# --- costs ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "facts", "pence"),
    [
        ("", {"pounds": 27.35}, 2735),
        ("limit = 10", {"pounds": 9.99}, 999),
        ("limit = 10", {"pounds": 10}, 1000),
        ("limit = 10", {"pounds": 10.01}, 1000),
        ("pays = 4.00", {"pounds": 27}, 400),
        ("pays = 4.00", {"pounds": 2}, 400),
        ('rate = 5.00\nper = "night"', {"pounds": 27, "nights": 2}, 1000),
        (BY_COST, {"pounds": 20}, 100),
        (BY_COST, {"pounds": 21}, 200),
        ('limit = { rate = 100, per = "night" }', {"pounds": 250, "nights": 2}, 20_000),
        ('limit = { rate = 100, per = "night" }', {"pounds": 250}, 10_000),
        (
            'limit = { rate = 7, per = "hour", times = "children" }',
            {"pounds": 90, "time": "3h", "children": 2},
            4200,
        ),
        (
            'limit = { rate = 5.73, per = "hour", adds_time = "1h" }',
            {"pounds": 90, "time": "3h"},
            2292,
        ),
        (
            'limit = { rate = 6, per = "hour", round_quantity = "up to 1h" }',
            {"pounds": 90, "time": "3h01"},
            2400,
        ),
        ('limit = { rate = 6, per = "hour", at_least = 20 }', {"pounds": 90, "time": "1h"}, 2000),
        ('limit = { rate = 6, per = "hour", at_most = 20 }', {"pounds": 90, "time": "9h"}, 2000),
        (CHILDREN, {"pounds": 90, "children": 3}, 1700),
        ('share = "50%"', {"pounds": 9.01}, 451),
        ('share = "1/7"\ntimes = "days"\nround = "up to 1p"', {"pounds": 20, "days": 3}, 858),
        ('share = "1/7"', {"pounds": 20}, 286),
        ('share = "50%"\nlimit = 3', {"pounds": 5}, 250),
        ('share = "50%"\nlimit = 3', {"pounds": 9}, 300),
        ('round = "down to 1p"\nshare = "1/3"', {"pounds": 2}, 66),
        ("at_most = 10.00", {"pounds": 27}, 1000),
    ],
)
def test_a_cost_is_paid_as_its_rule_says(rule: str, facts: dict[str, object], pence: int) -> None:
    assert paid(expense(rule), cost(**facts)) == pence


MEALS = """limit = { by = "away", bands = [
  { up_to = "5h", pays = 0 },
  { over = "5h", up_to = "10h", pays = 4.90 },
  { over = "10h", pays = 10.70 },
] }
"""


@pytest.mark.parametrize(
    ("away", "pence"), [("5h", 0), ("5h01", 490), ("10h", 490), ("10h01", 1070)]
)
def test_a_limit_may_depend_on_the_time_away(away: str, pence: int) -> None:
    assert paid(expense(MEALS), cost(90, away=away)) == pence


def test_a_limit_may_be_a_money_fact() -> None:
    policy = FACTS + expense('limit = "authorised_amount"')
    assert paid(policy, cost(90, authorised_amount=12.5)) == 1250
    answer = answer_of(policy, cost(90))
    assert (answer.lines, answer.refused[0].is_held) == ((), True)


def test_an_unclear_limit_holds_the_whole_cost() -> None:
    limit = 'limit = { by = "away", bands = [{ up_to = "5h", pays = 1 }, '
    policy = expense(limit + '{ over = "5h", unclear = "Nobody knows." }] }')
    answer = answer_of(policy, cost(9, away="6h"))
    assert (answer.lines, answer.refused[0].pence, answer.refused[0].is_held) == ((), 900, True)
    assert paid(policy, cost(9, away="5h")) == 100


def test_a_cost_that_nobody_told_is_held() -> None:
    answer = answer_of(expense(), '[[expense]]\nkind = "bus"\n')
    assert (answer.lines, answer.refused[0].is_held) == ((), True)


@pytest.mark.parametrize(
    ("over", "pence", "refused", "warnings"),
    [
        ("", 1000, [(250, False)], 0),
        (', over = "refused"', 1000, [(250, False)], 0),
        (', over = "held"', 1000, [(250, True)], 0),
        (', over = "warned"', 1250, [], 1),
    ],
)
def test_what_is_over_a_limit_is_refused_held_or_paid_with_a_warning(
    over: str, pence: int, refused: list[tuple[int, bool]], warnings: int
) -> None:
    answer = answer_of(expense(f"limit = {{ pays = 10{over} }}"), cost(12.5))
    assert answer.reimbursement_pence == pence
    assert [(one.pence, one.is_held) for one in answer.refused] == refused
    assert len(answer.warnings) == warnings
    told = " ".join([*(one.because for one in answer.refused), *answer.warnings])
    assert "Costs" in told
    assert "£2.50" in told


def test_a_limit_is_lifted_where_the_rule_says_so() -> None:
    policy = expense("limit = { pays = 10, unless = { agreed_before = true } }")
    assert paid(policy, cost(12, agreed_before=True)) == 1200
    assert paid(policy, cost(12, agreed_on=MONDAY)) == 1200
    assert paid(policy, cost(12, agreed_on=TUESDAY)) == 1000


def test_a_limit_that_is_not_reached_is_not_told() -> None:
    answer = answer_of(expense("limit = 10"), cost(10))
    assert (answer.refused, answer.warnings) == ((), ())
    assert answer.lines[0].because == "Costs: the cost of £10.00."


# --- journeys and tiers --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("running", "same_day", "next_day", "next_month"),
    [
        ('running = "each"', 4500, 4500, 4500),
        ("", 4500, 4500, 4500),
        ('running = "day"', 2500, 4500, 4500),
        ('running = "claim"', 2500, 2500, 2500),
        ('running = "week"', 2500, 2500, 4500),
        ('running = "month"', 2500, 2500, 4500),
        ('running = "quarter"', 2500, 2500, 4500),
        ('running = "year"', 2500, 2500, 2500),
        ('running = "tax year"', 2500, 2500, 2500),
        ('running = "30 days"', 2500, 2500, 4500),
        ('running = "31 days"', 2500, 2500, 2500),
        ('running = "1 month"', 2500, 2500, 4500),
        ('running = "ever"', 2500, 2500, 2500),
    ],
)
def test_tiers_are_counted_over_the_time_that_the_rule_names(
    running: str, same_day: int, next_day: int, next_month: int
) -> None:
    policy = mileage(TIERS + running)
    july = datetime.date(2026, 7, 1)
    for on, second in ((MONDAY, same_day), (TUESDAY, next_day), (july, next_month)):
        assert paid(policy, journey(miles=100), journey(miles=100, on=on)) == 4500 + second


@pytest.mark.parametrize(
    ("running", "last", "first"),
    [
        ("tax year", "2026-04-05", "2026-04-06"),
        ("financial year", "2026-03-31", "2026-04-01"),
        ("academic year", "2026-08-31", "2026-09-01"),
        ("year", "2026-12-31", "2027-01-01"),
    ],
)
def test_a_new_year_begins_a_new_count(running: str, last: str, first: str) -> None:
    policy = mileage(f'{TIERS}running = "{running}"')
    days = [datetime.date.fromisoformat(one) for one in (last, last, first)]
    assert each_paid(policy, *(journey(miles=100, on=on) for on in days)) == [4500, 2500, 4500]


def test_tiers_count_what_is_rounded_before_the_price() -> None:
    tiers = "tiers = [{ first = 2, rate = 0.50 }, { rate = 0.10 }]\n"
    policy = mileage(tiers + 'running = "year"\nround_quantity = "up to 1"')
    assert each_paid(policy, *[journey(miles=0.5)] * 3) == [50, 50, 10]


def test_tiers_of_a_limit_run_in_the_same_way() -> None:
    tiers = 'tiers = [{ first = 2, rate = 100, per = "night" }, { rate = 50, per = "night" }]'
    policy = expense(f'limit = {{ {tiers} }}\nrunning = "year"')
    nights = [cost(300, nights=2), cost(120, nights=1, on=TUESDAY)]
    assert each_paid(policy, *nights) == [20_000, 5000]


def test_each_role_has_its_own_count_where_the_rule_says_so() -> None:
    entries = [journey(miles=100, role="a"), journey(miles=100, role="b")]
    assert paid(mileage(TIERS + 'running = "year"'), *entries) == 7000
    own = mileage(TIERS + 'running = "year"\nrunning_for = "role"')
    assert paid(own, *entries) == 9000
    assert paid(own, *entries, journey(miles=10, role="a")) == 9250


def test_rules_of_one_group_share_their_count() -> None:
    rules = [
        f'[[mileage]]\nname = "{name}"\nwhen = {{ vehicle = "{name}" }}\n{TIERS}'
        f'running = "year"\n{{}}\n'
        for name in ("car", "van")
    ]
    entries = [journey(vehicle="car", miles=100), journey(vehicle="van", miles=100)]
    assert paid("".join(rules).replace("{}", ""), *entries) == 9000
    assert paid("".join(rules).replace("{}", 'group = "travel"'), *entries) == 7000


@pytest.mark.parametrize(("elsewhere", "pence"), [("", 4500), ("elsewhere = true", 2500)])
def test_miles_for_others_count_where_the_rule_says_so(elsewhere: str, pence: int) -> None:
    policy = mileage(f'{TIERS}running = "tax year"\n{elsewhere}')
    answer = answer_of(policy, journey(miles=100, elsewhere=True), journey(miles=100))
    assert answer.reimbursement_pence == pence
    assert [line.entry for line in answer.lines] == [1]


def test_sessions_are_counted_by_tiers_of_each() -> None:
    tiers = "tiers = [{ first = 2, pays_each = 0 }, { pays_each = 20.00 }]\n"
    policy = fee(tiers + 'running = "ever"')
    days = [MONDAY + datetime.timedelta(days=n) for n in range(4)]
    assert each_paid(policy, *(work(on=on, time="9h") for on in days)) == [0, 0, 2000, 2000]


def test_miles_are_rounded_before_the_price() -> None:
    policy = mileage('rate = 0.45\nround_quantity = "up to 1"')
    assert paid(policy, journey(miles=10.1)) == 495


@pytest.mark.parametrize(
    ("facts", "pence"),
    [({"fare": 3}, 300), ({"fare": 9}, 450), ({}, 450), ({"fare": 4.5}, 450)],
)
def test_never_more_than_a_fare_that_is_given(facts: dict[str, object], pence: int) -> None:
    policy = mileage('rate = 0.45\nnever_more_than = ["fare"]')
    answer = answer_of(policy, journey(miles=10, **facts))
    assert answer.reimbursement_pence == pence
    assert sum(one.pence for one in answer.refused) == 450 - pence


BY_CAR = 'when = { vehicle = "car" }\nrate = 0.45\n'


def test_the_lowest_of_several_is_paid() -> None:
    other = '[[mileage]]\nname = "Bicycle"\nwhen = { vehicle = "bicycle" }\nrate = 0.20\n'
    policy = mileage(BY_CAR + 'never_more_than = ["fare", "Bicycle"]') + other
    assert paid(policy, journey(vehicle="car", miles=10, fare=3)) == 200
    assert paid(policy, journey(vehicle="car", miles=10, fare=1)) == 100


def test_a_rule_may_stand_there_only_to_be_compared_with() -> None:
    other = '[[mileage]]\nname = "Public rate"\nrate = 0.20\n'
    policy = mileage('rate = 0.45\nnever_more_than = ["Public rate"]') + other
    assert paid(policy, journey(miles=10)) == 200


def test_a_rule_of_other_days_is_left_out_of_the_comparison() -> None:
    other = '[[mileage]]\nname = "Old"\nuntil = 2026-05-31\nrate = 0.20\n'
    policy = mileage(BY_CAR + 'never_more_than = ["Old"]') + other
    assert paid(policy, journey(vehicle="car", miles=10)) == 450


def test_another_rule_that_is_compared_with_has_its_limit() -> None:
    bus = '[[expense]]\nname = "Bus"\nwhen = { kind = "bus" }\nlimit = 10\n'
    taxi = '[[expense]]\nname = "Taxi"\nwhen = { kind = "taxi" }\nnever_more_than = ["Bus"]\n'
    assert paid(taxi + bus, cost(9, kind="taxi")) == 900
    assert paid(taxi + bus, cost(25, kind="taxi")) == 1000


def test_what_is_paid_and_what_is_refused_are_the_cost_together() -> None:
    policy = expense('limit = { rate = 0.333, per = "mile" }\nround = "down to 5p"')
    for pounds in (1, 1.01, 2.37, 9.99):
        answer = answer_of(policy, cost(pounds, miles=4.5))
        assert is_split(answer, round(100 * pounds) // 5 * 5)
