"""Entries are priced as they come, each with what the same person was given before."""

import datetime
from fractions import Fraction

import pytest

from coprod_desktop.domain.policy import Entry, Policy, Quote, Subject
from coprod_desktop.domain.policy.batches import Ledger, Ledgers, looks_back, no_holidays
from coprod_desktop.domain.policy.facts import FactValue
from coprod_desktop.domain.policy.quoting import no_published
from tests.domain.policy.texts import policy_of

DAY = datetime.date(2026, 6, 1)
HOURLY = '[[fee]]\nname = "Time"\nrate = 10\nper = "hour"\n'


def work(minutes: int, on: datetime.date = DAY, **facts: FactValue) -> Entry:
    words = {"kind": str(facts.get("kind", "meeting"))}
    return Entry(subject=Subject.WORK, facts={"on": on, "time": minutes, **facts}, words=words)


def a_bus(pence: int) -> Entry:
    return Entry(subject=Subject.EXPENSE, facts={"on": DAY, "kind": "bus", "cost": pence})


def ledger(text: str) -> Ledger:
    return Ledgers(policy_of(text), no_published, ending="Policy version 2.").new()


def offered(found: Ledger, *entries: Entry) -> list[int]:
    return [found.quote(entry).offered_pence for entry in entries]


@pytest.mark.parametrize(
    ("cap", "pence"),
    [
        ('at_most = "2h"\nper = "month"', [1500, 500, 0]),
        ('at_most = "2h"\nper = "28 days"', [1500, 500, 0]),
        ('at_most = "2h"\nper = "entry"', [1500, 1500, 1500]),
        ('at_most = "2 times"\nper = "week"', [1500, 1500, 0]),
        ('at_most = 20.00\nper = "12 months"', [1500, 500, 0]),
        ('at_most = 20.00\nper = "entry"', [1500, 1500, 1500]),
    ],
)
def test_each_entry_uses_up_room_for_the_next(cap: str, pence: list[int]) -> None:
    found = ledger(f'{HOURLY}[[cap]]\nname = "Most"\ncovers = ["fees"]\n{cap}\n')
    assert offered(found, work(90), work(90), work(90)) == pence


def test_tiers_that_begin_again_with_each_entry_do_so() -> None:
    tiers = 'tiers = [{ first = "1h", pays = 30 }, { rate = 6, per = "hour" }]\nrunning = "each"\n'
    assert offered(ledger(f'[[fee]]\nname = "Time"\n{tiers}'), work(120), work(120)) == [3600, 3600]


def test_people_have_ledgers_of_their_own() -> None:
    cap = '[[cap]]\nname = "Most"\ncovers = ["fees"]\nat_most = 15\nper = "ever"\n'
    shared = Ledgers(policy_of(HOURLY + cap), no_published)
    mine, yours = shared.new(), shared.new()
    assert offered(mine, work(60), work(60)) == [1000, 500]
    assert offered(yours, work(60)) == [1000]


def test_a_reason_names_what_was_cut_and_ends_as_the_ledger_says() -> None:
    cap = '[[cap]]\nname = "Most"\ncovers = ["fees"]\nat_most = 15\nper = "28 days"\n'
    found = ledger(HOURLY + cap)
    found.quote(work(60))
    assert found.quote(work(60)) == Quote(
        offered_pence=500,
        rate_pence=1000,
        because=(
            "Time: 1\N{NO-BREAK SPACE}hour at £10.00 an hour; £5.00 of it is within the limit, "
            "which makes £5.00. "
            "Most: £5.00 is over the limit of £15.00 in 28 days. Policy version 2."
        ),
    )


def test_what_was_given_before_counts_with_what_was_paid_for_it() -> None:
    found = ledger(f'{HOURLY}[[cap]]\nname = "Most"\ncovers = ["fees"]\nat_most = 15\nper = "ever"')
    found.remember([work(60, earlier=True, paid=700), work(60, earlier=True, paid=0)])
    assert offered(found, work(60)) == [800]


def test_what_was_given_before_does_not_take_the_place_of_an_entry() -> None:
    cap = '[[cap]]\nname = "Most"\ncovers = ["fees"]\nat_most = "1h"\nper = "entry"\n'
    found = ledger(HOURLY + cap)
    found.remember([work(60, earlier=True), work(30, earlier=True)])
    assert offered(found, work(90), work(45), work(90)) == [1000, 750, 1000]


def test_a_fee_may_ask_about_the_other_entries_of_the_day() -> None:
    found = ledger(
        '[[fee]]\nname = "Long day"\nwhen = { worked_that_day = "over 2h" }\npays = 50\n'
        '[[fee]]\nname = "Time"\npays = 20\n'
        '[[expense]]\nname = "Bus"\nwhen = { also_that_day = "meeting" }\n'
    )
    later = DAY + datetime.timedelta(days=1)
    entries = (work(90), work(60), work(60, on=later))
    assert offered(found, *entries) == [2000, 5000, 2000]
    assert [one.pence for one in found.take(a_bus(250)).lines] == []
    found.quote(work(30, kind="meeting"))
    assert [one.pence for one in found.take(a_bus(250)).lines] == [250]


def test_costs_and_work_use_up_the_same_room() -> None:
    found = ledger(
        f'{HOURLY}[[expense]]\nname = "Bus"\n'
        '[[cap]]\nname = "Most"\ncovers = ["everything"]\nat_most = 20\nper = "day"\n'
    )
    assert offered(found, work(60)) == [1000]
    assert [one.pence for one in found.take(a_bus(600)).lines] == [600]
    assert offered(found, work(60)) == [400]


def test_work_that_is_paid_back_and_not_paid_is_told_apart() -> None:
    found = ledger('[[fee]]\nname = "Time"\npays = 12\ncounts_as = "reimbursement"\n')
    quote = found.quote(work(60))
    assert quote.offered_pence == 0
    assert quote.because == "Claim as an expense: Time: £12.00. Policy version 2."


def test_bank_holidays_are_looked_up_for_the_day() -> None:
    policy = policy_of(
        '[[fee]]\nname = "Holiday"\nwhen = { bank_holiday = true }\npays = 40\n'
        '[[fee]]\nname = "Day"\npays = 20\n'
    )

    def holidays(day: datetime.date) -> frozenset[datetime.date]:
        return frozenset({day.replace(month=12, day=25)})

    found = Ledgers(policy, no_published, holidays).new()
    days = (datetime.date(2025, 12, 25), DAY, datetime.date(2026, 12, 25))
    assert offered(found, *(work(60, on=day) for day in days)) == [4000, 2000, 4000]


def test_lengths_may_be_whole_numbers_or_fractions() -> None:
    found = ledger(
        f'{HOURLY}[[cap]]\nname = "Most"\ncovers = ["fees"]\nat_most = "2h"\nper = "day"'
    )
    halves = work(0, time=Fraction(61, 2))
    assert offered(found, work(60), halves, halves) == [1000, 508, 492]


@pytest.mark.parametrize(
    ("text", "does"),
    [
        (HOURLY, False),
        (f'{HOURLY}together = "day"\n', True),
        (f'{HOURLY}[[cap]]\nname = "Most"\ncovers = ["fees"]\nat_most = 1\nper = "day"\n', True),
        (f'{HOURLY}when = {{ also_that_day = "hotel" }}\n', True),
        ('[[mileage]]\nname = "Car"\ntiers = [{ rate = 1 }]\nrunning = "year"\n', True),
    ],
)
def test_some_policies_look_at_what_was_priced_before(text: str, does: bool) -> None:
    policy: Policy = policy_of(text)
    assert looks_back(policy) is does


def test_without_being_told_no_day_is_a_holiday() -> None:
    assert no_holidays(datetime.date(2026, 12, 25)) == frozenset()
