"""The fast lane says to the letter what pricing entry by entry says, in any order of days."""

import dataclasses
import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.policy import Entry, Policy, Subject
from coprod_desktop.domain.policy.batches import Ledger, Ledgers
from coprod_desktop.domain.policy.engine import Pricing
from coprod_desktop.domain.policy.facts import FactValue
from coprod_desktop.domain.policy.lanes import Lane
from coprod_desktop.domain.policy.ledger import Rolling
from coprod_desktop.domain.policy.periods import Period, PeriodKind
from coprod_desktop.domain.policy.quoting import no_published
from coprod_desktop.domain.policy.working_out import PublishedRate
from tests.domain.policy.drawn import (
    Facts,
    a_piece,
    common_pieces,
    common_policies,
    pieces,
    policies,
    policy_of,
)

ENDING = "Policy version 3."
FIRST = datetime.date(2026, 1, 1).toordinal()


class _BySteps(Ledger):
    """A ledger without a fast lane."""

    __slots__ = ()

    def __init__(self, shared: Ledgers) -> None:
        super().__init__(shared)
        self._lane = None


def ledgers(text: str) -> tuple[Ledger, Ledger]:
    """Return two ledgers of a policy: one with the fast lane, one without."""
    return in_both_ways(policy_of(text))


def in_both_ways(policy: Policy) -> tuple[Ledger, Ledger]:
    shared, other = (Ledgers(policy, published, ending=ENDING) for _ in range(2))
    return shared.new(), _BySteps(other)


def published(code: str, day: datetime.date) -> PublishedRate:
    """Give a figure that rises on 1 March, and one that is not known before that day."""
    has_risen = day >= datetime.date(2026, 3, 1)
    if code == "nmw-21-and-over" and not has_risen:
        return no_published(code, day)
    return PublishedRate(Fraction(1345 if has_risen else 1260), f"The source of {code}")


def works(*pieces: tuple[int, int], **facts: FactValue) -> list[Facts]:
    """Return meetings, each on a day after the first and with its minutes."""
    return [{**a_piece(after, minutes), **facts} for after, minutes in pieces]


def said(pricing: Pricing) -> tuple[object, ...]:
    """Return all that was said of an entry, but its place."""
    lines, refused = (
        [dataclasses.replace(one, entry=0) for one in found]
        for found in (pricing.lines, pricing.refused)
    )
    return lines, refused, list(pricing.warnings), pricing.value_pence


def assert_same(fast: Ledger, steps: Ledger, facts: Facts) -> None:
    words = {"kind": str(facts["kind"]).title(), "title": "Wednesday"}
    assert fast.quote_work(facts, words) == steps.quote_work(facts, words)


# --- random policies and work --------------------------------------------------------------------


@given(common_policies(), st.lists(common_pieces(), min_size=5, max_size=30), st.booleans())
def test_common_work_is_priced_to_the_letter(
    policy: Policy, work: list[Facts], is_in_order: bool
) -> None:
    fast, steps = in_both_ways(policy)
    days = sorted(str(one["on"]) for one in work)
    for facts, day in zip(work, days, strict=True):
        on = {"on": datetime.date.fromisoformat(day)} if is_in_order else {}
        assert_same(fast, steps, {**facts, **on})


@given(policies(), st.lists(pieces(), max_size=25))
def test_the_fast_lane_says_what_steps_say(policy: Policy, work: list[Facts]) -> None:
    fast, steps = in_both_ways(policy)
    for facts in work:
        assert_same(fast, steps, facts)


@given(
    policies(),
    st.lists(st.tuples(st.booleans(), pieces()), max_size=20),
    st.lists(pieces(), max_size=5),
)
def test_both_ways_may_be_mixed_and_may_follow_what_was_given_before(
    policy: Policy, work: list[tuple[bool, Facts]], before: list[Facts]
) -> None:
    fast, steps = in_both_ways(policy)
    known = [Entry(subject=Subject.WORK, facts={**one, "earlier": True}) for one in before]
    fast.remember(known)
    steps.remember(known)
    for is_by_steps, facts in work:
        if is_by_steps:
            entry = Entry(subject=Subject.WORK, facts=facts, words={"kind": str(facts["kind"])})
            assert said(fast.take(entry)) == said(steps.take(entry))
        else:
            assert_same(fast, steps, facts)


# --- what is easily lost -------------------------------------------------------------------------


@pytest.mark.parametrize("ahead", [0, 40, 400])
def test_a_limit_that_was_empty_on_a_later_day_is_full_on_an_earlier_one(ahead: int) -> None:
    text = (
        '[[fee]]\nname = "Time"\nrate = 60\nper = "hour"\n'
        '[[cap]]\nname = "Hours"\ncovers = ["fees"]\nat_most = "2h"\nper = "28 days"\n'
    )
    fast, steps = ledgers(text)
    for facts in works((0, 100), (ahead, 0), (ahead, 5), (5, 90), (20, 10), (ahead, 200)):
        assert_same(fast, steps, facts)


def test_a_day_on_which_another_figure_is_published_is_not_alike() -> None:
    text = (
        '[[not_paid]]\nname = "Reading"\nwhen = { kind = "reading" }\n'
        '[[fee]]\nname = "Time"\nwhen = { kind = "meeting" }\nrate = "real-living-wage-uk"\n'
        'per = "hour"\n[[fee]]\nname = "Other"\nrate = "real-living-wage-uk"\nper = "hour"\n'
        '[[value]]\nname = "Worth"\nrate = "real-living-wage-london"\nper = "hour"\n'
        '[[cap]]\nname = "Hours"\ncovers = ["Time"]\nat_most = "2h"\nper = "28 days"\n'
    )
    fast, steps = ledgers(text)
    for after in (0, 29, 30, 31, 32, 60, 0, 31):
        for kind in ("meeting", "reading", "chairing"):
            assert_same(fast, steps, a_piece(after, 60, kind))


def test_a_figure_that_is_not_known_stops_every_piece_and_counts_nothing() -> None:
    text = (
        '[[fee]]\nname = "Time"\nrate = "nmw-21-and-over"\nper = "hour"\n'
        '[[cap]]\nname = "Money"\ncovers = ["fees"]\nat_most = 20\nper = "ever"\n'
    )
    fast, steps = ledgers(text)
    for _ in range(2):
        for one in (fast, steps):
            with pytest.raises(Exception, match="no published rate"):
                one.quote_work(a_piece(0, 60), {})
    assert_same(fast, steps, a_piece(60, 90))


def test_a_fact_with_the_name_of_a_rule_is_looked_at() -> None:
    text = (
        '[[fee]]\nname = "online"\nwhen = { online = true }\npays = 5\n'
        '[[fee]]\nname = "Else"\npays = 9\n'
    )
    fast, steps = ledgers(text)
    for facts in (*works((0, 60)), *works((0, 60), online=True), *works((0, 60), online=False)):
        assert_same(fast, steps, facts)


def test_work_that_says_as_many_facts_as_usual_but_others_is_not_alike() -> None:
    text = (
        '[[fee]]\nname = "Chair"\nwhen = { role = "chair" }\npays = 9\n'
        '[[fee]]\nname = "Else"\nrate = 10\nper = "hour"\n'
    )
    fast, steps = ledgers(text)
    usual: list[Facts] = [{"role": "chair"}, {"role": "member"}, {}]
    others: list[Facts] = [{"unpaid": True}, {"attended": False}, {"session": "one"}]
    for facts in (*usual, *others, *usual):
        assert_same(fast, steps, {**a_piece(0, 60), **facts})


def test_work_that_a_fee_includes_keeps_the_words_as_they_were_written() -> None:
    fast, steps = ledgers('[[fee]]\nname = "Meeting"\nincludes = ["travel"]\npays = 50\n')
    for words in ("Travel", "TRAVEL"):
        facts = a_piece(0, 30, "travel")
        quote = fast.quote_work(facts, {"kind": words})
        assert words in quote.because
        assert quote == steps.quote_work(facts, {"kind": words})


def test_a_rate_that_was_agreed_with_the_person_uses_the_same_room() -> None:
    text = (
        '[[fee]]\nname = "Time"\nrate = 10\nper = "hour"\n'
        '[[cap]]\nname = "Money"\ncovers = ["fees"]\nat_most = 50\nper = "month"\n'
    )
    fast, steps = ledgers(text)
    for rate in (2000, 1500, 2000, 1500):
        assert_same(fast, steps, {**a_piece(0, 60), "agreed_rate": rate})
        assert_same(fast, steps, a_piece(0, 60))


def test_common_work_takes_the_fast_lane_and_other_work_does_not() -> None:
    policy = policy_of(
        '[[fee]]\nname = "Time"\nwhen = { kind = "meeting" }\nrate = 10\nper = "hour"\n'
        '[[fee]]\nname = "Day"\npays = 50\ntogether = "day"\n'
        '[[cap]]\nname = "Money"\ncovers = ["fees"]\nat_most = 50\nper = "28 days"\n'
    )
    plans = Ledgers(policy, published).plans
    lane = Lane(plans, Pricing(policy, published))
    assert lane.quote(a_piece(0, 60), {}) is not None
    assert lane.quote(a_piece(0, 60, "reading"), {}) is None
    assert lane.quote({**a_piece(0, 60), "earlier": True}, {}) is None


HOURLY = '[[fee]]\nname = "Time"\nrate = 10\nper = "hour"\n'
MOST = '[[cap]]\nname = "Most"\ncovers = ["fees"]\n'


@pytest.mark.parametrize(
    ("text", "special"),
    [
        (f'{HOURLY}{MOST}at_most = "2h"\nper = "month"\nwhen = {{ time = "over 1h" }}\n', {}),
        (f'{HOURLY}{MOST}at_most = "2h"\nper = "month"\nover = "warned"\n', {}),
        (f'{HOURLY}{MOST}at_most = "2 times"\nper = "month"\n', {}),
        (f'{HOURLY}{MOST}at_most = "1h20"\nper = "session"\n', {"session": "one"}),
        (f'{HOURLY}{MOST}at_most = 20.374\nper = "28 days"\n', {}),
        (f'{HOURLY}{MOST}at_most = {{ rate = 4, per = "hour" }}\nper = "day"\n', {}),
        (
            f'{HOURLY}{MOST}at_most = "2h"\nper = "28 days"\n'
            '[[cap]]\nname = "Less"\ncovers = ["fees"]\nat_most = "1h50"\nper = "week"\n',
            {},
        ),
        (
            '[[fee]]\nname = "Time"\nrate = 10\nper = "hour"\nround = "nearest 0.5p"\n'
            f'{MOST}at_most = 25.00\nper = "28 days"\n',
            {"time": Fraction(61, 3)},
        ),
        (f'[[fee]]\nname = "Time"\npays = 0\n{MOST}at_most = 0\nper = "28 days"\n', {}),
        (
            '[[fee]]\nname = "Weekend"\nwhen = { weekday = ["Saturday", "Sunday"] }\npays = 9\n'
            '[[fee]]\nname = "Winter"\nwhen = { month = "January" }\npays = 8\n'
            '[[fee]]\nname = "Else"\npays = 6\n',
            {"role": "chair"},
        ),
        (
            '[[fee]]\nname = "Old"\nuntil = 2026-02-01\npays = 7\n'
            '[[fee]]\nname = "New"\nfrom = 2026-02-03\npays = 8\n[[fee]]\nname = "Gap"\npays = 6\n'
            f'{MOST}at_most = 20\nper = "week"\nuntil = 2026-02-01\n',
            {"role": "chair"},
        ),
        (
            '[[fee]]\nname = "Early"\nwhen = { on = "before 2026-02-03" }\npays = 7\n'
            '[[fee]]\nname = "Else"\npays = 6\n',
            {"role": "chair"},
        ),
        (
            f'{HOURLY}{MOST}at_most = "2h"\nper = "28 days"\n[[cap]]\nname = "Money"\n'
            'covers = ["fees"]\nat_most = 1\nper = "28 days"\nwhen = { time = "up to 10m" }\n',
            {},
        ),
        (
            '[[fee]]\nname = "Young"\nwhen = { age = "under 18" }\npays = 9\n'
            '[[fee]]\nname = "Else"\npays = 6\n',
            {"born_on": datetime.date(2008, 1, 31)},
        ),
        (
            f'{HOURLY}[[allowance]]\nname = "Once"\nfor = "work"\nwhen = {{ role = "chair" }}\n'
            'pays = 30\ntogether = "week"\ncounts_as = "payment"\n',
            {"role": "chair"},
        ),
        (
            '[[fee]]\nname = "Day"\npays = 50\ntogether = "week"\n'
            '[[cancellation]]\nname = "Late"\nwhen = { cancelled_by = "us" }\nshare = "50%"\n',
            {"cancelled_by": "us"},
        ),
        ('[[fee]]\nname = "Time"\ntogether = "session"\npays = 30\n', {"session": "one"}),
        (
            '[[fee]]\nname = "Time"\ntiers = [{ first = "1h", pays = 30 }, '
            '{ rate = 6, per = "hour" }]\nrunning = "each"\n',
            {},
        ),
        (
            '[[fee]]\nname = "Time"\ntiers = [{ first = "1h", rate = 12, per = "hour" }, '
            '{ rate = 6, per = "hour" }]\nrunning = "month"\nrunning_for = "role"\n',
            {"role": "chair"},
        ),
        (f'{HOURLY}{MOST}at_most = 25\nper = "week"\nfor_each = "role"\n', {"role": "chair"}),
        (f'{HOURLY}times = "people"\n{MOST}at_most = 90\nper = "28 days"\n', {"people": 3}),
    ],
)
def test_what_a_plan_might_forget_is_said_all_the_same(text: str, special: Facts) -> None:
    fast, steps = ledgers(text)
    for after in (0, 2, 3, 4, 4, 5, 5, 30, 6):
        for facts in works((after, 55), (after, 70)):
            assert_same(fast, steps, facts)
            assert_same(fast, steps, {**facts, **special})


@given(
    st.lists(st.tuples(st.integers(1, 60), st.integers(-5, 100), st.booleans()), max_size=30),
    st.integers(1, 60),
)
def test_a_rolling_count_never_says_at_once_less_than_a_stretch_holds(
    steps: list[tuple[int, int, bool]], day: int
) -> None:
    count = Rolling(Period(kind=PeriodKind.ROLLING_DAYS, words="in 9 days", size=9))
    amounts = list[tuple[int, int]]()
    for on, amount, is_asked in steps:
        if is_asked:
            count.so_far(FIRST + on)
        count.add(FIRST + on, amount)
        amounts.append((on, amount))
    ends = range(day, day + 9)
    fullest = max(sum(n for on, n in amounts if end - 9 < on <= end) for end in ends)
    if FIRST + day >= count.since:
        assert count.total - count.passed >= fullest
    if all(n >= 0 for _on, n in amounts):
        assert count.so_far(FIRST + day) == fullest


def test_a_sum_below_nothing_does_not_hide_what_is_in_a_rolling_limit() -> None:
    period = Period(kind=PeriodKind.ROLLING_DAYS, words="in 3 days", size=3)
    count = Rolling(period)
    for day, amount in ((10, -50), (11, 60)):
        count.add(day, amount)
    assert [count.fitting(12, 100, 100), count.fitting(13, 50, 100)] == [90, 40]
