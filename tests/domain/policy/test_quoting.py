"""What holds for every policy: more time never pays less, and the order of entry never matters."""

import datetime
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.policy import Answer, quote, read_case, read_policy
from coprod_desktop.domain.policy.engine import title_of
from coprod_desktop.domain.policy.quoting import NotPublishedError

MINUTES = st.integers(1, 900)
PENCE = st.integers(0, 20_000)
DAYS = st.dates(datetime.date(2026, 1, 1), datetime.date(2027, 12, 31))
HEAD = '[policy]\nname = "Trial"\n'


def pounds(pence: int) -> str:
    return f"{pence // 100}.{pence % 100:02d}"


@st.composite
def rising_bands(draw: st.DrawFn) -> str:
    edges = sorted(draw(st.sets(st.integers(1, 800), min_size=1, max_size=5)))
    sums = sorted(draw(st.lists(PENCE, min_size=len(edges) + 1, max_size=len(edges) + 1)))
    words = draw(st.sampled_from((("up_to", "over"), ("under", "from"))))
    bands = [f'{{ {words[0]} = "{edges[0]}m", pays = {pounds(sums[0])} }}']
    for low, high, pence in zip(edges, edges[1:], sums[1:], strict=False):
        bands.append(f'{{ {words[1]} = "{low}m", {words[0]} = "{high}m", pays = {pounds(pence)} }}')
    bands.append(f'{{ {words[1]} = "{edges[-1]}m", pays = {pounds(sums[-1])} }}')
    return f"bands = [{', '.join(bands)}]"


@st.composite
def hourly(draw: st.DrawFn) -> str:
    per = draw(st.sampled_from(("hour", "30m", "3h", "45m")))
    part = draw(st.sampled_from(("in proportion", "counts whole", "counts nothing")))
    return f'rate = {pounds(draw(PENCE))}\nper = "{per}"\npart = "{part}"'


@st.composite
def tiers(draw: st.DrawFn) -> str:
    first = draw(st.integers(1, 600))
    rates = draw(st.tuples(PENCE, PENCE))
    return (
        f'tiers = [{{ first = "{first}m", rate = {pounds(rates[0])}, per = "hour" }}, '
        f'{{ rate = {pounds(rates[1])}, per = "hour" }}]'
    )


ROUNDINGS = st.sampled_from(("", 'round = "up to 10p"', 'round = "down to £1"'))
FEES = st.tuples(st.one_of(rising_bands(), hourly(), tiers()), ROUNDINGS).map("\n".join)


def a_fee(shape: str, more: str = "") -> str:
    return f'{HEAD}[[fee]]\nname = "Time"\n{shape}\n{more}\n'


def work(minutes: int, day: datetime.date = datetime.date(2026, 6, 1), kind: str = "a") -> str:
    return f'[[work]]\non = {day.isoformat()}\nkind = "{kind}"\ntime = "{minutes}m"\n'


def journey(tenths: int, day: datetime.date = datetime.date(2026, 6, 1)) -> str:
    return (
        f'[[journey]]\non = {day.isoformat()}\nvehicle = "car"\nmiles = {tenths // 10}.'
        f"{tenths % 10}\n"
    )


def answer(policy: str, entries: Sequence[str]) -> Answer:
    rules = read_policy(policy)
    return quote(rules, read_case("\n".join(entries), rules))


@given(FEES, MINUTES, MINUTES)
def test_more_time_never_pays_less(shape: str, one: int, other: int) -> None:
    policy = a_fee(shape)
    less, more = (answer(policy, [work(m)]).payment_pence for m in sorted((one, other)))
    assert 0 <= less <= more


@given(st.lists(st.integers(0, 99), min_size=2, max_size=4), st.integers(1, 500), st.data())
def test_more_miles_never_pay_less(rates: list[int], first: int, data: st.DataObject) -> None:
    steps = ", ".join(f'{{ first = {first}, rate = "{rate}p" }}' for rate in rates[:-1])
    policy = (
        f'{HEAD}[[mileage]]\nname = "Car"\ntiers = [{steps}, {{ rate = "{rates[-1]}p" }}]\n'
        'running = "tax year"\n'
    )
    miles = sorted(data.draw(st.tuples(st.integers(0, 9999), st.integers(0, 9999))))
    less, more = (answer(policy, [journey(m)]).reimbursement_pence for m in miles)
    assert 0 <= less <= more


@given(FEES, st.lists(MINUTES, min_size=1, max_size=5))
def test_splitting_a_day_that_counts_together_changes_no_total(
    shape: str, parts: list[int]
) -> None:
    policy = a_fee(shape, 'together = "day"')
    whole = answer(policy, [work(sum(parts))]).payment_pence
    assert answer(policy, [work(part) for part in parts]).payment_pence == whole


@given(st.lists(st.integers(1, 400), min_size=1, max_size=6), st.integers(1, 900))
def test_splitting_journeys_changes_no_total_of_running_tiers(parts: list[int], first: int) -> None:
    policy = (
        f'{HEAD}[[mileage]]\nname = "Car"\nrunning = "claim"\n'
        f'tiers = [{{ first = {first}, rate = "45p" }}, {{ rate = "25p" }}]\n'
    )
    whole = answer(policy, [journey(10 * sum(parts))]).reimbursement_pence
    split = answer(policy, [journey(10 * part) for part in parts]).reimbursement_pence
    assert split == whole == 45 * min(first, sum(parts)) + 25 * max(0, sum(parts) - first)


MIXED = (
    HEAD
    + """
[[fee]]
name = "Chairing"
when = { kind = "b" }
bands = [{ up_to = "2h", pays = 30.00 }, { over = "2h", pays = 70.00 }]
together = "day"
[[fee]]
name = "Time"
tiers = [{ first = "10h", rate = 12.37, per = "hour" }, { rate = 9.00, per = "hour" }]
running = "month"
[[mileage]]
name = "Car"
tiers = [{ first = 100, rate = 0.374 }, { rate = 0.178 }]
running = "12 months"
[[expense]]
name = "Meals"
limit = 6.00
together = "day"
[[cap]]
name = "Weeks"
covers = ["fees"]
at_most = "12h"
per = "28 days"
[[cap]]
name = "Money"
covers = ["everything"]
at_most = 150.00
per = "quarter"
"""
)
ENTRIES = st.lists(
    st.one_of(
        st.builds(work, MINUTES, DAYS, st.sampled_from("ab")),
        st.builds(journey, st.integers(1, 900), DAYS),
        st.builds(
            lambda pence, day: (
                f'[[expense]]\non = {day.isoformat()}\nkind = "meal"\ncost = {pounds(pence)}\n'
            ),
            st.integers(1, 2000),
            DAYS,
        ),
    ),
    min_size=1,
    max_size=12,
)


@settings(deadline=None)
@given(ENTRIES, st.randoms(use_true_random=False))
def test_the_order_of_entry_changes_nothing(entries: list[str], chance: st.DataObject) -> None:
    shuffled = list(entries)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a Random of hypothesis
    first, second = answer(MIXED, entries), answer(MIXED, shuffled)
    assert (first.payment_pence, first.reimbursement_pence) == (
        second.payment_pence,
        second.reimbursement_pence,
    )
    assert sorted(line.because for line in first.lines) == sorted(
        line.because for line in second.lines
    )


@settings(deadline=None)
@given(ENTRIES)
def test_no_part_of_a_penny_appears_and_no_cap_is_overspent(entries: list[str]) -> None:
    found = answer(MIXED, entries)
    rules = read_policy(MIXED)
    days = [entry.facts["on"] for entry in read_case("\n".join(entries), rules).entries]
    spent: dict[tuple[int, int], int] = {}
    for line in found.lines:
        assert isinstance(line.pence, int)
        day = days[line.entry]
        assert isinstance(day, datetime.date)
        quarter = day.year, (day.month - 1) // 3
        spent[quarter] = spent.get(quarter, 0) + line.pence
    assert all(pence <= 15_000 for pence in spent.values())
    assert all(isinstance(one.pence, int) for one in found.refused)


@given(MINUTES, st.integers(1, 5000))
def test_what_is_refused_takes_nothing_from_the_rest(minutes: int, pence: int) -> None:
    policy = a_fee('rate = 20.00\nper = "hour"') + (
        '[[expense]]\nname = "Bus"\nneeds = ["receipt"]\n'
    )
    bus = f'[[expense]]\non = 2026-06-01\nkind = "bus"\ncost = {pounds(pence)}\n'
    alone, both = answer(policy, [work(minutes)]), answer(policy, [work(minutes), bus])
    assert alone.payment_pence == both.payment_pence
    assert (both.reimbursement_pence, both.refused[0].pence) == (0, pence)
    assert "a receipt" in both.refused[0].because


@given(st.lists(st.integers(1, 300), min_size=1, max_size=6))
def test_earlier_entries_count_and_are_not_paid(parts: list[int]) -> None:
    policy = (
        f'{HEAD}[[mileage]]\nname = "Car"\nrunning = "tax year"\n'
        'tiers = [{ first = 200, rate = "45p" }, { rate = "25p" }]\n'
    )
    journeys = [journey(10 * part) for part in parts]
    whole = answer(policy, journeys)
    before = [f"{one}earlier = true\n" for one in journeys[:-1]]
    last = answer(policy, [*before, journeys[-1]])
    rest = answer(policy, journeys[:-1]).reimbursement_pence if before else 0
    assert last.reimbursement_pence == whole.reimbursement_pence - rest


def test_a_published_rate_that_is_not_there_is_told() -> None:
    policy = a_fee('rate = "no-such-rate"\nper = "hour"')
    with pytest.raises(NotPublishedError, match="no-such-rate"):
        answer(policy, [work(60)])


def test_an_entry_is_called_by_its_title_its_kind_or_its_vehicle() -> None:
    rules = read_policy(a_fee('rate = 20.00\nper = "hour"'))
    found = quote(rules, read_case(journey(120), rules))
    assert found.refused[0].item == "car, 12\N{NO-BREAK SPACE}miles"
    assert callable(title_of)
