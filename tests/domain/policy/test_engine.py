"""Each entry is priced after those before it: needs first, then the price, allowances and worth."""

import datetime
from fractions import Fraction

import pytest

from coprod_desktop.domain.policy.engine import Pricing, hourly_pence, title_of
from coprod_desktop.domain.policy.quoting import no_published
from coprod_desktop.domain.policy.rules import Policy
from tests.domain.policy.priced import (
    MONDAY,
    answer_of,
    cost,
    journey,
    known_of,
    paid,
    policy_from,
    work,
)

TUESDAY = MONDAY + datetime.timedelta(days=1)
RULES = """
[[fee]]
name = "Time"
when = { kind = "not gardening" }
bands = [{ up_to = "8h", pays = 30.00 }]
[[mileage]]
name = "Car"
when = { vehicle = "car" }
tiers = [{ first = 100, rate = 0.50 }]
[[expense]]
name = "Costs"
when = { kind = "not wine" }
"""
TIERS = '[[mileage]]\nname = "Car"\ntiers = [{ first = 100, rate = 0.45 }, { rate = 0.25 }]\n'


def fee(more: str) -> str:
    return f'[[fee]]\nname = "Time"\n{more}\n'


def needing(*needs: str) -> str:
    return f'[[expense]]\nname = "Costs"\nneeds = [{", ".join(needs)}]\n'


# --- what counts as what -------------------------------------------------------------------------


def test_fees_are_payments_and_mileage_and_costs_are_reimbursements() -> None:
    answer = answer_of(RULES, work(time="1h"), journey(vehicle="car", miles=10), cost(4))
    assert (answer.payment_pence, answer.reimbursement_pence) == (3000, 900)


def test_a_rule_may_count_as_something_else_than_its_kind() -> None:
    policy = '[[expense]]\nname = "Lost earnings"\ncounts_as = "payment"\n' + fee(
        'pays = 3.00\ncounts_as = "reimbursement"'
    )
    answer = answer_of(policy, cost(9), work())
    assert (answer.payment_pence, answer.reimbursement_pence) == (900, 300)


# --- needs ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("needs", "pence", "refused", "warnings"),
    [
        (['"receipt"'], 0, ["Costs: Needs a receipt."], []),
        (['{ fact = "receipt", otherwise = "held" }'], 0, ["Costs: Needs a receipt."], []),
        (
            ['{ fact = "receipt", otherwise = "warned" }'],
            500,
            [],
            ["bus, £5.00: Needs a receipt."],
        ),
        (
            ['{ fact = "receipt", otherwise = "held" }', '"supplier"'],
            0,
            ["Costs: Needs the supplier. Needs a receipt."],
            [],
        ),
        (
            ['{ fact = "agreed_before", because = "Agree it first." }'],
            0,
            ["Costs: Agree it first."],
            [],
        ),
    ],
)
def test_needs_are_looked_at_before_the_price(
    needs: list[str], pence: int, refused: list[str], warnings: list[str]
) -> None:
    answer = answer_of(needing(*needs), cost(5, kind="bus"))
    assert answer.reimbursement_pence == pence
    assert [one.because for one in answer.refused] == refused
    assert [one.pence for one in answer.refused] == [500] * len(refused)
    assert list(answer.warnings) == warnings


def test_where_one_need_refuses_and_one_holds_the_entry_is_refused() -> None:
    held = '{ fact = "receipt", otherwise = "held" }'
    assert [one.is_held for one in answer_of(needing(held), cost(5)).refused] == [True]
    assert [one.is_held for one in answer_of(needing(held, '"supplier"'), cost(5)).refused] == [
        False
    ]
    assert [one.is_held for one in answer_of(needing('"supplier"', held), cost(5)).refused] == [
        False
    ]


def test_all_that_is_missing_is_named() -> None:
    warned = '{ fact = "evidence", otherwise = "warned" }'
    answer = answer_of(needing('"receipt"', '"supplier"', warned), cost(5))
    said = " ".join([*(one.because for one in answer.refused), *answer.warnings])
    for words in ("a receipt", "the supplier", "evidence"):
        assert words in said


def test_needs_are_looked_at_entry_by_entry() -> None:
    answer = answer_of(needing('"receipt"'), cost(5), cost(7, receipt=True))
    assert ([one.entry for one in answer.refused], answer.reimbursement_pence) == ([0], 700)


def test_what_the_policy_leaves_open_is_held_with_its_text() -> None:
    policy = '[[expense]]\nname = "Care"\nunclear = "The policy does not say who may care."\n'
    answer = answer_of(policy, cost(5))
    assert (answer.lines, answer.refused[0].pence, answer.refused[0].is_held) == ((), 500, True)
    assert answer.refused[0].because == "Care: The policy does not say who may care."


def test_a_sentence_of_the_rule_ends_its_explanation() -> None:
    policy = fee('pays = 5.00\nbecause = "As agreed in May."')
    assert answer_of(policy, work()).lines[0].because == "Time: £5.00. As agreed in May."


# --- cancelled work ------------------------------------------------------------------------------


CANCELLED = """
[[fee]]
name = "Meeting"
when = { kind = "meeting" }
pays = 75.00
includes = ["reading"]
[[cancellation]]
name = "Short notice"
when = { cancelled_by = "us", notice = "under 48h" }
share = "50%"
[[cancellation]]
name = "On the day"
when = { cancelled_by = "us", notice_days = 0 }
share = "100%"
[[cancellation]]
name = "Not there"
when = { attended = false }
pays = 25.00
"""


@pytest.mark.parametrize(
    ("facts", "pence"),
    [
        ({"cancelled_by": "us", "notice": "47h"}, 3750),
        ({"cancelled_by": "us", "notice": "48h"}, 0),
        ({"cancelled_by": "person", "notice": "1h"}, 0),
        ({"cancelled_by": "us", "cancelled_on": MONDAY}, 7500),
        ({"cancelled_by": "us", "cancelled_on": MONDAY, "notice": "3h"}, 3750),
        ({"cancelled_by": "us", "cancelled_on": datetime.date(2026, 5, 31)}, 0),
        ({"attended": False}, 2500),
        ({}, 7500),
    ],
)
def test_the_first_cancellation_that_fits_is_used(facts: dict[str, object], pence: int) -> None:
    answer = answer_of(CANCELLED, work(kind="meeting", **facts))
    assert answer.payment_pence == pence
    assert len(answer.refused) == (0 if pence else 1)


LATE = {"cancelled_by": "us", "notice": "1h"}


def test_a_share_is_of_the_fee_that_would_have_been_paid() -> None:
    answer = answer_of(CANCELLED, work(kind="gardening", **LATE))
    assert (answer.lines, answer.refused[0].is_held) == ((), True)
    odd = CANCELLED.replace("75.00", "75.01")
    assert paid(odd, work(kind="meeting", **LATE)) == 3751
    down = odd.replace('"50%"', '"50%"\nround = "down to 1p"')
    assert paid(down, work(kind="meeting", **LATE)) == 3750


def test_cancelled_work_that_a_fee_includes_would_have_been_paid_nothing() -> None:
    assert paid(CANCELLED, work(kind="reading")) == 0
    assert paid(CANCELLED, work(kind="reading", **LATE)) == 0


def test_a_fee_that_would_have_been_paid_once_is_shared_once() -> None:
    once = CANCELLED.replace("75.00", '75.00\ntogether = "day"')
    assert paid(once, work(kind="meeting", **LATE), work(kind="meeting", **LATE)) == 3750


def test_costs_of_cancelled_work_are_paid_by_their_own_rules() -> None:
    policy = CANCELLED + '[[expense]]\nname = "Train"\n'
    assert paid(policy, work(kind="meeting", cancelled_by="person"), cost(12)) == 1200


# --- what happened before ------------------------------------------------------------------------


def test_an_earlier_entry_is_not_paid_and_counts_before_all_others() -> None:
    policy = TIERS + 'running = "year"\n'
    earlier = journey(miles=90, earlier=True, on=TUESDAY)
    answer = answer_of(policy, journey(miles=20), earlier)
    assert answer.reimbursement_pence == 450 + 250
    assert ([line.entry for line in answer.lines], answer.refused) == ([0], ())


def test_an_earlier_entry_lacks_nothing() -> None:
    policy = TIERS + 'running = "year"\nneeds = ["receipt"]\n'
    entries = [journey(miles=100, earlier=True), journey(miles=20, receipt=True)]
    assert paid(policy, *entries) == 500


def test_an_earlier_entry_is_no_part_of_this_claim() -> None:
    cap = '[[cap]]\nname = "Cap"\ncovers = ["everything"]\nat_most = 10\nper = "{}"\n'
    entries = [cost(8, earlier=True), cost(7)]
    assert paid('[[expense]]\nname = "Costs"\n' + cap.format("claim"), *entries) == 700
    assert paid('[[expense]]\nname = "Costs"\n' + cap.format("month"), *entries) == 200
    once = '[[expense]]\nname = "Costs"\nlimit = 10\ntogether = "{}"\n'
    assert paid(once.format("claim"), *entries) == 700
    assert paid(once.format("month"), *entries) == 200
    assert (
        paid(TIERS + 'running = "claim"\n', journey(miles=100, earlier=True), journey(miles=9))
        == 405
    )


def test_what_was_paid_before_is_not_cut_by_the_caps_of_today() -> None:
    caps = "".join(
        f'[[cap]]\nname = "{per}"\ncovers = ["everything"]\nat_most = {most}\nper = "{per}"\n'
        for per, most in (("day", 10), ("month", 55))
    )
    entries = [cost(50, earlier=True, paid=50), cost(20, on=TUESDAY)]
    assert paid('[[expense]]\nname = "Costs"\n' + caps, *entries) == 500


@pytest.mark.parametrize(
    ("earlier", "pence"),
    [
        (journey(miles=30, earlier=True), 500),
        (journey(miles=30, earlier=True, paid=12.5), 750),
        (journey(earlier=True, paid=12.5), 750),
        (journey(miles=30, earlier=True, paid=0), 2000),
        (journey(miles=90, earlier=True), 0),
    ],
)
def test_what_was_really_paid_before_counts_for_caps_of_money(earlier: str, pence: int) -> None:
    rules = '[[mileage]]\nname = "Car"\nrate = 0.50\n[[cap]]\nname = "Month"\n'
    policy = rules + 'covers = ["Car"]\nat_most = 20\nper = "month"\n'
    assert paid(policy, earlier, journey(miles=100)) == pence


def test_nothing_is_said_of_earlier_entries() -> None:
    cap = '[[cap]]\nname = "Cap"\ncovers = ["everything"]\nat_most = {}\nper = "month"\n{}'
    for at_most, over in (
        ("1", ""),
        ('"0 times"', ""),
        ("1", 'over = "warned"'),
        ('"1m"', 'over = "warned"'),
    ):
        policy = RULES + cap.format(at_most, over)
        entries = [work(time="2h", earlier=True), cost(5, earlier=True, kind="wine")]
        answer = answer_of(policy, *entries)
        assert (answer.lines, answer.refused, answer.warnings) == ((), (), ())
        assert answer.value_pence == 0


# --- what unpaid time is worth -------------------------------------------------------------------


VALUE = '[[value]]\nname = "Living wage"\nrate = 13.45\nper = "hour"\n'
HOURS = '[[fee]]\nname = "Time"\nwhen = { kind = "not gardening" }\nrate = 20.00\nper = "hour"\n'
TRUSTEES = '[[not_paid]]\nname = "Trustees"\nwhen = { role = "trustee" }\n'


@pytest.mark.parametrize(
    ("policy", "facts", "worth"),
    [
        (HOURS, {"unpaid": True}, 3000),
        (HOURS, {"unpaid": True, "kind": "gardening"}, 0),
        (HOURS, {"kind": "gardening"}, 0),
        (HOURS, {}, 0),
        (TRUSTEES + HOURS, {"role": "trustee"}, 3000),
        (fee('pays = 20\nunit = "points"'), {"unpaid": True}, 0),
        (HOURS, {"unpaid": True, "earlier": True}, 0),
        (HOURS + VALUE, {"unpaid": True}, 2018),
        (HOURS + VALUE, {"kind": "gardening"}, 2018),
        (HOURS + VALUE, {}, 0),
        (HOURS + VALUE, {"cancelled_by": "us"}, 0),
        (HOURS + VALUE, {"attended": False}, 0),
        (HOURS + VALUE, {"unpaid": True, "attended": False}, 0),
        (TRUSTEES + HOURS + VALUE, {"role": "trustee", "attended": False}, 0),
        (HOURS + VALUE + 'round = "down to £1"\n', {"unpaid": True}, 2000),
        (HOURS + VALUE + "until = 2026-05-31\n", {"unpaid": True}, 3000),
        (HOURS + VALUE + 'when = { role = "chair" }\n', {"unpaid": True}, 3000),
    ],
)
def test_unpaid_time_has_a_worth_and_is_never_owed(
    policy: str, facts: dict[str, object], worth: int
) -> None:
    answer = answer_of(policy, work(time="1h30", **facts))
    assert answer.value_pence == worth
    assert answer.payment_pence == (3000 if policy.startswith(HOURS) and not facts else 0)


def test_the_worth_of_several_pieces_of_work_is_added_up() -> None:
    answer = answer_of(HOURS, work(time="1h", unpaid=True), work(time="2h", unpaid=True))
    assert (answer.value_pence, answer.value_rate_pence) == (6000, 2000)


# --- one after the other -------------------------------------------------------------------------


def test_what_was_said_is_forgotten_and_what_was_counted_stays() -> None:
    policy: Policy = policy_from(TIERS + 'running = "year"\n')
    pricing, known = Pricing(policy, no_published), known_of("", journey(miles=80))[0]
    given = []
    for _turn in range(3):
        pricing.begin()
        pricing.take(known)
        given.append([line.pence for line in pricing.lines])
    assert given == [[3600], [900 + 1500], [2000]]
    times = '[[cap]]\nname = "Twice"\ncovers = ["Car"]\nat_most = "2 times"\nper = "year"\n'
    pricing, given = Pricing(policy_from(TIERS + times), no_published), []
    for _turn in range(3):
        pricing.begin()
        pricing.take(known)
        given.append([line.pence for line in pricing.lines])
    assert given == [[3600], [3600], []]
    assert pricing.refused[0].because.startswith("Twice")


def test_an_entry_is_named_for_a_list() -> None:
    def name(entry: str) -> str:
        return title_of(known_of("", entry)[0]).replace("\xa0", " ")

    assert name(work(kind="Meeting", time="3h10")) == "Meeting, 3 hours 10 minutes"
    assert name(work(title="Board", kind="Meeting")) == "Board"
    assert name(journey(vehicle="Car", miles=22)) == "Car, 22 miles"
    assert name(cost(3.2, kind="bus", time="1h")) == "bus, £3.20"
    assert name(work()) == "work"


def test_the_rate_for_an_hour_is_that_of_a_rule_that_pays_by_time() -> None:
    def rate(shape: str) -> int:
        return hourly_pence(policy_from(fee(shape)).rules[0])

    assert rate('rate = 20.00\nper = "hour"') == 2000
    assert rate('rate = 20.00\nper = "3h"') == 667
    assert rate("pays = 20.00") == 0
    assert rate('rate = 20.00\nper = "count"') == 0
    assert rate('bands = [{ rate = 20.00, per = "hour" }]') == 0


def test_the_sums_of_a_line_are_told_with_quantity_and_rate() -> None:
    line = answer_of(HOURS, work(time="1h30")).lines[0]
    assert (line.quantity, line.rate) == ("1\xa0hour 30\xa0minutes", "£20.00 an hour")
    assert (line.hourly_pence, line.points, line.unit) == (2000, Fraction(0), "")
