"""An entry is paid by the first rule that fits, and is told why where none does."""

import datetime

import pytest

from coprod_desktop.domain.policy.circumstances import Known
from coprod_desktop.domain.policy.rules import Otherwise, Subject
from coprod_desktop.domain.policy.selection import Chosen, Selection, missing
from tests.domain.policy.priced import (
    MONDAY,
    answer_of,
    cost,
    each_paid,
    journey,
    known_of,
    paid,
    policy_from,
    work,
)

FIRST_FIT = """
[[fee]]
name = "Chairing"
when = { role = "chair" }
pays = 9.00
[[fee]]
name = "Anything"
pays = 3.00
"""
MEETING = """
[[fee]]
name = "Meeting"
when = { kind = "meeting", place = "London", time = "up to 4h" }
pays = 75.00
includes = ["preparation", "Reading"]
"""


def chosen_for(policy: str, *entries: str) -> Chosen:
    """Return what is chosen for the first entry of a case."""
    return Selection(policy_from(policy)).choose(known_of(policy, *entries)[0])


def reason_for(policy: str, entry: str) -> str:
    """Return why nothing is paid."""
    answer = answer_of(policy, entry)
    assert answer.lines == ()
    return answer.refused[0].because


def test_the_first_rule_in_the_file_that_fits_pays() -> None:
    assert each_paid(FIRST_FIT, work(role="chair"), work(role="member"), work()) == [900, 300, 300]


def test_each_kind_of_entry_has_rules_of_its_own() -> None:
    policy = (
        '[[fee]]\nname = "Time"\npays = 1.00\n[[mileage]]\nname = "Miles"\npays = 2.00\n'
        '[[expense]]\nname = "Costs"\n'
    )
    answer = answer_of(policy, work(), journey(miles=5), cost(4))
    assert (answer.payment_pence, answer.reimbursement_pence) == (100, 600)
    assert [line.rule for line in answer.lines] == ["Time", "Miles", "Costs"]


def test_what_no_rule_fits_is_refused_and_the_rest_is_paid() -> None:
    answer = answer_of(FIRST_FIT, work(), journey(vehicle="car", miles=5), cost(7))
    assert answer.payment_pence == 300
    assert [(one.entry, one.pence, one.because) for one in answer.refused] == [
        (1, 0, "No rule of this policy pays for a journey like this."),
        (2, 700, "No rule of this policy pays for a cost of this kind."),
    ]


@pytest.mark.parametrize(
    ("on", "pence"),
    [("2026-04-05", 45), ("2026-04-06", 55), ("2027-04-05", 55), ("2027-04-06", 0)],
)
def test_a_rule_fits_from_its_first_to_its_last_day(on: str, pence: int) -> None:
    policy = (
        '[[mileage]]\nname = "Old"\nuntil = 2026-04-05\nrate = 0.45\nper = "mile"\n'
        '[[mileage]]\nname = "New"\nfrom = 2026-04-06\nuntil = 2027-04-05\nrate = 0.55\n'
    )
    assert paid(policy, journey(miles=1, on=datetime.date.fromisoformat(on))) == pence


@pytest.mark.parametrize(
    ("on", "pence"),
    [("2026-03-31", 0), ("2026-04-01", 300), ("2027-03-31", 300), ("2027-04-01", 0)],
)
def test_entries_outside_the_days_of_the_policy_are_refused(on: str, pence: int) -> None:
    head = '[policy]\nname = "Trial"\nfrom = 2026-04-01\nuntil = 2027-03-31\n'
    answer = answer_of(head + FIRST_FIT, work(on=datetime.date.fromisoformat(on)))
    assert answer.payment_pence == pence
    assert len(answer.refused) == (0 if pence else 1)
    if not pence:
        assert "1\xa0April\xa02026" in answer.refused[0].because


# --- work that is not paid -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("subject", "paid_each"),
    [
        ("", [0, 200, 300]),
        ('for = "work"', [0, 200, 300]),
        ('for = "journey"', [100, 0, 300]),
        ('for = "expense"', [100, 200, 0]),
        ('for = "everything"', [0, 0, 0]),
    ],
)
def test_what_is_not_paid_goes_before_every_price(subject: str, paid_each: list[int]) -> None:
    policy = (
        '[[fee]]\nname = "Time"\npays = 1.00\n[[mileage]]\nname = "Miles"\npays = 2.00\n'
        f'[[expense]]\nname = "Costs"\n[[not_paid]]\nname = "Trustees"\n{subject}\n'
        'when = { role = "trustee" }\n'
    )
    entries = [work(role="trustee"), journey(miles=1, role="trustee"), cost(3, role="trustee")]
    assert each_paid(policy, *entries) == paid_each
    assert each_paid(policy, work(), journey(miles=1), cost(3)) == [100, 200, 300]


def test_the_sentence_of_a_refusal_is_its_because() -> None:
    policy = '[[not_paid]]\nname = "Trustees"\nbecause = "Trustees give their time."\n'
    assert reason_for(policy, work()) == "Trustees: Trustees give their time."
    assert reason_for('[[not_paid]]\nname = "Trustees"\n', work()) == "Trustees: Not paid."


# --- what a fee includes -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "is_included"),
    [
        ({"kind": "preparation", "place": "London"}, True),
        ({"kind": "READING", "place": "London", "time": "9h"}, True),
        ({"kind": "preparation", "place": "Leeds"}, False),
        ({"kind": "travel", "place": "London"}, False),
    ],
)
def test_a_fee_contains_other_kinds_of_work(facts: dict[str, object], is_included: bool) -> None:
    chosen = chosen_for(MEETING, work(**facts))
    assert chosen.is_included is is_included
    assert (chosen.rule is not None) is is_included


def test_what_is_included_is_listed_with_nothing() -> None:
    answer = answer_of(MEETING, work(kind="reading", place="London", time="2h"))
    assert [(line.rule, line.pence) for line in answer.lines] == [("Meeting", 0)]
    assert "included in the fee" in answer.lines[0].because
    assert answer.refused == ()


def test_a_special_fee_above_goes_before_what_a_later_one_includes() -> None:
    special = '[[fee]]\nname = "Reading"\nwhen = { kind = "reading" }\npays = 5.00\n'
    reading = work(kind="reading", place="London")
    assert paid(special + MEETING, reading) == 500
    assert paid(MEETING + special, reading) == 0


# --- rates agreed, cancelled work, unpaid work ---------------------------------------------------


def test_a_rate_agreed_with_a_person_goes_before_the_fees() -> None:
    answer = answer_of(FIRST_FIT, work(role="chair", time="2h", agreed_rate=20))
    assert answer.payment_pence == 4000
    assert "agreed with you" in answer.lines[0].because
    assert answer_of("", work(time="2h", agreed_rate=20)).payment_pence == 4000


def test_an_agreed_rate_is_for_work_only() -> None:
    assert paid('[[expense]]\nname = "Costs"\n', cost(3, agreed_rate=20)) == 300


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"cancelled_by": "us"}, "Cancelled"),
        ({"cancelled_on": MONDAY}, "Cancelled"),
        ({"attended": False}, "Not attended"),
    ],
)
def test_work_that_did_not_take_place_pays_nothing_unless_a_rule_says_so(
    facts: dict[str, object], said: str
) -> None:
    assert reason_for(FIRST_FIT, work(**facts)).startswith(said)


def test_what_is_recorded_as_unpaid_is_not_paid() -> None:
    assert reason_for(FIRST_FIT, work(unpaid=True)) == "Recorded as unpaid work."
    assert paid('[[expense]]\nname = "Costs"\n', cost(3, unpaid=True)) == 300


# --- why not -------------------------------------------------------------------------------------


def test_what_keeps_a_rule_from_fitting_is_named() -> None:
    leeds = work(kind="meeting", place="Leeds", time="1h")
    assert reason_for(MEETING, leeds) == "Meeting does not fit because of “place”."
    nowhere = work(kind="meeting", time="1h")
    assert reason_for(MEETING, nowhere) == ("Meeting depends on “place”, which nobody has said.")
    past = '[[fee]]\nname = "Old"\nuntil = 2026-01-01\npays = 1.00\n'
    assert reason_for(past, work()) == "Old does not hold on this day."
    other = work(kind="gardening", place="London", time="1h")
    assert reason_for(MEETING, other) == "No rule of this policy pays for work of this kind."


# --- what must be there --------------------------------------------------------------------------


def needs_of(text: str, entry: str) -> list[tuple[Otherwise, str]]:
    policy = policy_from(f'[[expense]]\nname = "Costs"\nneeds = [{text}]\n')
    known: Known = known_of("", entry)[0]
    return list(missing(policy.rules[0].needs, known))


@pytest.mark.parametrize(
    ("need", "enough", "too_little"),
    [
        ('"receipt"', {"receipt": True}, {}),
        ('"receipt"', {"receipt": True}, {"receipt": False}),
        ('"supplier"', {"supplier": "Ann"}, {}),
        (
            '{ fact = "receipt", when = { cost = "over 10" } }',
            {"pounds": 10},
            {"pounds": 10.01},
        ),
        (
            '{ fact = "evidence", is = ["receipt", "itemised statement"] }',
            {"evidence": "Itemised statement"},
            {"evidence": "letter"},
        ),
        ('{ fact = "count", is = "at least 2" }', {"count": 2}, {"count": 1}),
        ('{ any_of = ["receipt", "evidence"] }', {"evidence": "letter"}, {"receipt": False}),
    ],
)
def test_what_is_needed_is_there_or_not(
    need: str, enough: dict[str, object], too_little: dict[str, object]
) -> None:
    assert needs_of(need, cost(**{"pounds": 5, **enough})) == []
    assert len(needs_of(need, cost(**{"pounds": 5, **too_little}))) == 1


def test_all_that_is_missing_is_named_the_worst_first() -> None:
    needs = (
        '{ fact = "supplier", otherwise = "warned" }, { fact = "evidence", otherwise = "held" }, '
        '"receipt", { fact = "agreed_before", because = "A taxi is agreed first." }'
    )
    assert needs_of(needs, cost(5)) == [
        (Otherwise.REFUSED, "Needs a receipt."),
        (Otherwise.REFUSED, "A taxi is agreed first."),
        (Otherwise.HELD, "Needs evidence."),
        (Otherwise.WARNED, "Needs the supplier."),
    ]


def test_every_allowance_that_fits_is_found() -> None:
    policy = "".join(
        f'[[allowance]]\nname = "{name}"\nfor = "{what}"\n{when}pays = 1.00\n'
        'counts_as = "payment"\n'
        for name, what, when in (
            ("A", "work", ""),
            ("B", "work", "when = { online = true }\n"),
            ("C", "journey", ""),
            ("D", "work", "until = 2026-05-31\n"),
            ("E", "work", ""),
        )
    )
    selection, known = Selection(policy_from(policy)), known_of(policy, work())[0]
    assert [rule.name for rule in selection.allowances(known, Subject.WORK)] == ["A", "E"]
    assert [rule.name for rule in selection.allowances(known, Subject.JOURNEY)] == ["C"]
