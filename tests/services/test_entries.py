"""A contribution or an expense becomes an entry that a policy can price."""

import datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Pay
from coprod_desktop.domain.expenses import ExpenseKind
from coprod_desktop.domain.participants import Capacity
from coprod_desktop.domain.policy import Subject, quote, read_policy
from coprod_desktop.domain.policy.cases import Case
from coprod_desktop.services.entries import as_earlier, circumstances, cost_entry, work_entry
from tests.builders import (
    a_contribution,
    a_project,
    an_activity,
    an_engagement,
    an_expense_item,
)

POLICY = read_policy(
    '[policy]\nname = "Riverside"\n[facts]\npages = "number"\ntravel_plan = "yes or no"\n'
    '[[fee]]\nname = "Time"\nrate = 20.00\nper = "hour"\n'
    '[[mileage]]\nname = "Car"\nrate = 0.45\n[[expense]]\nname = "Costs"\nneeds = ["receipt"]\n'
)
DAY = datetime.date(2026, 6, 1)


def priced(*entries: object) -> int:
    found = quote(POLICY, Case(entries=entries))  # type: ignore[arg-type]  # entries, as made here
    return found.payment_pence + found.reimbursement_pence


def test_work_says_when_what_how_long_and_as_whom() -> None:
    contribution = a_contribution(
        worked_on=DAY,
        minutes=150,
        kind_of_work="Steering  Group",
        capacity=Capacity.LIVED_EXPERIENCE,
    )
    entry = work_entry(contribution, POLICY)
    assert entry.subject is Subject.WORK
    assert entry.facts == {
        "on": DAY,
        "kind": "steering group",
        "time": Fraction(150),
        "capacity": "lived experience",
    }
    assert entry.words["kind"] == "Steering  Group"
    assert priced(entry) == 5000


@pytest.mark.parametrize(
    ("pay", "is_unpaid"), [(Pay.PAID, False), (Pay.UNPAID, True), (Pay.SALARY, False)]
)
def test_work_that_is_given_unpaid_says_so(pay: Pay, is_unpaid: bool) -> None:
    facts = work_entry(a_contribution(pay=pay), POLICY).facts
    assert facts.get("unpaid", False) is is_unpaid


@pytest.mark.parametrize("hourly", [None, 0, 1350])
def test_what_was_agreed_with_a_person_goes_along(hourly: int | None) -> None:
    engagement = an_engagement(role="Co-Chair", hourly_pence=hourly)
    facts = work_entry(a_contribution(minutes=60), POLICY, engagement=engagement).facts
    assert facts["role"] == "co-chair"
    assert facts.get("agreed_rate") == hourly
    assert (
        "role" not in work_entry(a_contribution(), POLICY, engagement=an_engagement(role="")).facts
    )


def test_the_project_and_the_session_go_along() -> None:
    activity = an_activity(place="Rivermead Library", starts_at="10:00", ends_at="12:30")
    facts = work_entry(
        a_contribution(), POLICY, project=a_project(name="Better Rooms"), activity=activity
    ).facts
    assert facts["project"] == "better rooms"
    assert facts["session"] == str(activity.activity_id)
    assert (facts["place"], facts["online"]) == ("rivermead library", False)
    assert (facts["starts"], facts["ends"]) == (600, 750)


def test_a_session_without_place_and_clock_says_nothing_of_them() -> None:
    activity = an_activity(place="", starts_at="", ends_at="")
    facts = work_entry(a_contribution(), POLICY, activity=activity).facts
    assert facts.keys() & {"place", "online", "starts", "ends"} == set()


@pytest.mark.parametrize(
    ("place", "is_online"),
    [("Online", True), ("ZOOM", True), ("Teams", True), ("Teams Hall", False)],
)
def test_some_places_are_online(place: str, is_online: bool) -> None:
    facts = work_entry(a_contribution(), POLICY, activity=an_activity(place=place)).facts
    assert facts["online"] is is_online


def test_a_line_by_the_mile_is_a_journey() -> None:
    item = an_expense_item(spent_on=DAY, kind=ExpenseKind.CAR, tenth_miles=225, claimed_pence=999)
    entry = cost_entry(item, POLICY, has_receipt=False)
    assert entry.subject is Subject.JOURNEY
    assert entry.facts == {
        "on": DAY,
        "kind": "car",
        "vehicle": "car",
        "miles": Fraction(45, 2),
        "receipt": False,
    }
    assert priced(entry) == 1013


@pytest.mark.parametrize(("kind", "tenths"), [(ExpenseKind.BUS, 0), (ExpenseKind.CAR, 0)])
def test_every_other_line_is_a_cost(kind: ExpenseKind, tenths: int) -> None:
    item = an_expense_item(kind=kind, tenth_miles=tenths, claimed_pence=460)
    entry = cost_entry(
        item, POLICY, has_receipt=True, project=a_project(name="Rooms"), engagement=an_engagement()
    )
    assert entry.subject is Subject.EXPENSE
    assert entry.facts["cost"] == 460
    assert entry.facts["project"] == "rooms"
    assert entry.facts["role"] == "member of the steering group"
    assert "agreed_rate" not in entry.facts
    assert priced(entry) == 460
    assert priced(cost_entry(item, POLICY, has_receipt=False)) == 0


def test_what_was_dealt_with_before_counts_with_what_was_given() -> None:
    entry = cost_entry(an_expense_item(), POLICY, has_receipt=True)
    earlier = as_earlier(entry, 350)
    assert (earlier.facts["earlier"], earlier.facts["paid"]) == (True, Fraction(350))
    assert (earlier.subject, earlier.words) == (entry.subject, entry.words)
    assert "earlier" not in entry.facts
    assert priced(earlier, entry) == 460


# --- what else was noted -------------------------------------------------------------------------


def test_noted_facts_are_read_by_their_kind() -> None:
    text = (
        'pages = 4\ntravel_plan = true\npassengers = 2\naway = "5h"\nplace = "London"\nfare = 3.1\n'
    )
    assert circumstances(text, POLICY) == {
        "pages": 4,
        "travel_plan": True,
        "passengers": 2,
        "away": 300,
        "place": "london",
        "fare": 310,
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", {}),
        ("pages = ", {}),
        ("nonsense", {}),
        ("unheard_of = 3", {}),
        ('pages = "four"\npassengers = 2', {"passengers": 2}),
        ("pages = -1", {}),
        ("fare = 0.1", {"fare": 10}),
    ],
)
def test_what_the_policy_does_not_know_or_cannot_read_is_left_out(
    text: str, found: dict[str, int]
) -> None:
    assert circumstances(text, POLICY) == found


def test_noted_facts_go_before_what_the_file_knows() -> None:
    contribution = a_contribution(circumstances='place = "Leeds"\nattended = false')
    facts = work_entry(contribution, POLICY, activity=an_activity(place="London")).facts
    assert (facts["place"], facts["attended"]) == ("leeds", False)
    item = an_expense_item(circumstances="receipt = true")
    assert cost_entry(item, POLICY, has_receipt=False).facts["receipt"] is True


@given(st.text(max_size=60))
def test_no_note_stops_an_entry(text: str) -> None:
    assert isinstance(circumstances(text, POLICY), dict)
