"""A case is read into entries with their facts, each with its line."""

import datetime
from fractions import Fraction

import pytest

from coprod_desktop.domain.policy.problems import PolicyFileError
from coprod_desktop.domain.policy.read_case import MOST_ENTRIES, read_case
from coprod_desktop.domain.policy.rules import Subject
from tests.domain.policy.texts import mistakes_of_case, policy_of

DAY = datetime.date(2026, 6, 1)
TEXT = """
[claim]
on = 2026-06-01
[person]
role = "Chair"
[[day]]
on = 2026-06-01
left_home = "06:40"
got_home = "19:10"
[[journey]]
vehicle = "Car"
miles = 12.5
elsewhere = true
[[work]]
kind = "Meeting"
starts = "22:00"
ends = "01:30"
breaks = "15m"
[[expense]]
kind = "bus"
cost = "£3.20"
pages = 4
on = 2026-05-01
"""


def test_a_case_keeps_its_entries_in_the_order_of_the_file() -> None:
    case = read_case(TEXT, policy_of('[facts]\npages = "number"\n'))
    assert [(entry.subject, entry.line) for entry in case.entries] == [
        (Subject.JOURNEY, 10),
        (Subject.WORK, 14),
        (Subject.EXPENSE, 19),
    ]
    journey, work, expense = case.entries
    assert journey.facts == {
        "vehicle": "car",
        "miles": Fraction(25, 2),
        "elsewhere": True,
        "earlier": True,
    }
    assert journey.words == {"vehicle": "Car"}
    assert work.facts["time"] == 210
    assert work.facts["breaks"] == 15
    assert expense.facts["cost"] == 320
    assert expense.facts["pages"] == 4
    assert case.claim == {"on": DAY}
    assert case.person == {"role": "chair"}
    assert case.days[DAY]["away"] == 750


def test_one_end_of_a_day_away_may_stand_alone() -> None:
    case = read_case("[[day]]\non = 2026-06-01\nleft_home = '06:40'\n", policy_of(""))
    assert case.days[DAY] == {"on": DAY, "left_home": 400}
    assert read_case("[claim]\ngot_home = '19:10'\n", policy_of("")).claim == {"got_home": 1150}


def test_an_end_at_the_start_is_a_whole_day_later() -> None:
    case = read_case('[[work]]\non = 2026-06-01\nstarts = "10:00"\nends = "10:00"\n', policy_of(""))
    assert case.entries[0].facts["time"] == 1440


def test_without_another_day_the_claims_own_day_counts() -> None:
    case = read_case("[claim]\nsent_on = 2026-06-02\n[[work]]\nkind = 'x'\n", policy_of(""))
    assert case.claim["on"] == datetime.date(2026, 6, 2)
    assert "on" not in case.entries[0].facts


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Line 1: The file is empty. A case holds what was done"),
        ("[[work]]\nkind = 'x'", "Line 1: This entry has no day. Add on = 2026-06-01 to it"),
        ("[[work]]\non = 2026-06-01\nknd = 'x'", "Line 3: “knd” is not a fact that is known."),
        ("[[work]]\non = 2026-06-01\ntime = 4", "Line 3: “time”: “4” is not a length of time"),
        ("[[work]]\non = 2026-06-01\nonline = 'yes'", "Line 3: “online”: “yes” is not yes or no"),
        ("[[work]]\non = '1 June'", "Line 2: “on”: “1 June” is not a day"),
        ("[[work]]\non = 2026-06-01\nends = '10:00'", "Line 3: “ends” stands without “starts”."),
        ("[[journey]]\non = 2026-06-01\nmiles = -3", "Line 3: “miles”: -3 is below nothing."),
        ("[[expense]]\non = 2026-06-01\ncost = -3", "Line 3: “cost”: -3 is below nothing"),
        ("[[work]]\non = 2026-06-01\nkind = ' '", "Line 3: “kind” is empty."),
        ("[[work]]\non = 2026-06-01\nweekday = 'Monday'", "Line 3: The weekday follows from “on”."),
        (
            "[[work]]\non = 2026-06-01\ntime = '3h'\nstarts = '10:00'\nends = '14:00'",
            "Line 3: “time” says 3\u00a0hours, and from “starts” to “ends” there are 4\u00a0hours.",
        ),
        ("[[day]]\nmiles = 3", "Line 1: This [[day]] does not say which day it is."),
        (
            "[[day]]\non = 2026-06-01\n[[day]]\non = 2026-06-01",
            "Line 4: This day has a [[day]] already.",
        ),
        ("[works]", "Line 1: [works] is not a section. Did you mean [[work]]?"),
        ("[work]", "Line 1: Write [[work]] with two pairs of brackets"),
        ("[[fee]]", "Line 1: [[fee]] belongs into the policy."),
        ("kind = 'x'", "Line 1: “kind” stands before any section."),
    ],
)
def test_a_mistake_in_a_case_is_told_with_its_line(text: str, said: str) -> None:
    (found,) = mistakes_of_case(text)
    assert found.startswith(said)


def test_a_fact_that_follows_may_be_given_where_nobody_knows_its_source() -> None:
    text = "[[work]]\non = 2026-06-01\ncancelled_by = 'us'\nnotice_days = 0\n"
    assert read_case(text, policy_of("")).entries[0].facts["notice_days"] == 0


def test_a_case_holds_ten_thousand_entries_and_no_more() -> None:
    text = "[claim]\non = 2026-06-01\n" + "[[journey]]\nmiles = 1\n" * MOST_ENTRIES
    policy = policy_of("")
    assert len(read_case(text, policy).entries) == MOST_ENTRIES
    with pytest.raises(PolicyFileError) as raised:
        read_case(text + "[[work]]\n", policy)
    (problem,) = raised.value.problems
    assert problem.line == 2 * MOST_ENTRIES + 3
