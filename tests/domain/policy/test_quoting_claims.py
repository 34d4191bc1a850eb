"""A claim is priced as a whole: its deadline, its needs, its smallest sum, and how it is paid."""

import datetime
from pathlib import Path

import pytest

from tests.domain.policy.priced import answer_of, cost, work

PAGE = Path(__file__).parents[3] / "docs" / "policy-format.md"


def test_the_example_of_the_page_pays_what_the_page_says() -> None:
    policy, case = (
        block.removeprefix("toml\n")
        for block in PAGE.read_text(encoding="utf-8").split("```")[1:4:2]
    )
    found = answer_of(policy, case)
    assert (found.payment_pence, found.reimbursement_pence) == (7500, 990)
    assert [(one.entry, one.pence) for one in found.refused] == [(3, 320)]
    assert "a receipt" in found.refused[0].because
    assert [(line.entry, line.pence) for line in found.lines] == [(0, 7500), (1, 0), (2, 990)]
    assert (found.claim_by, found.is_late) == (datetime.date(2026, 9, 1), False)
    assert found.pay_by == datetime.date(2026, 6, 16)


def a_claim(sent_on: str, more: str = "") -> str:
    return f"[claim]\non = 2026-06-01\nsent_on = {sent_on}\n{more}\n"


def claims(text: str) -> str:
    return f'[[expense]]\nname = "Costs"\n[claims]\n{text}\n'


MONTH = 'deadlines = [{ months = 1, after = "activity" }]\n'


@pytest.mark.parametrize(
    ("late", "pence", "refused", "warnings"),
    [
        ("", 500, [], 1),
        ('late = "warned"', 500, [], 1),
        ('late = "refused"', 0, [(500, False)], 0),
        ('late = "held"', 0, [(500, True)], 0),
    ],
)
def test_a_late_entry_is_paid_with_a_warning_refused_or_held(
    late: str, pence: int, refused: list[tuple[int, bool]], warnings: int
) -> None:
    in_time = cost(7, on=datetime.date(2026, 6, 2))
    found = answer_of(claims(MONTH + late), a_claim("2026-07-02"), cost(5), in_time)
    assert found.reimbursement_pence == pence + 700
    assert [(one.pence, one.is_held) for one in found.refused] == refused
    assert len(found.warnings) == warnings
    assert (found.claim_by, found.is_late) == (datetime.date(2026, 7, 1), True)


def test_whether_a_claim_is_late_is_only_said_where_somebody_can_know() -> None:
    assert answer_of(claims(MONTH), a_claim("2026-07-01"), cost(5)).is_late is False
    assert answer_of(claims(MONTH), cost(5)).is_late is None
    assert answer_of(claims(""), a_claim("2030-07-01"), cost(5)).is_late is None
    assert answer_of(claims(""), a_claim("2030-07-01"), cost(5)).claim_by is None


def test_an_earlier_entry_is_not_late() -> None:
    earlier = cost(5, on=datetime.date(2025, 1, 1), earlier=True)
    found = answer_of(claims(MONTH), a_claim("2026-07-01"), earlier, cost(5))
    assert (found.claim_by, found.is_late) == (datetime.date(2026, 7, 1), False)


@pytest.mark.parametrize(
    ("needs", "refused", "warnings"),
    [
        ('"supplier"', [("Needs the supplier.", False)], 0),
        ('{ fact = "supplier", otherwise = "held" }', [("Needs the supplier.", True)], 0),
        ('{ fact = "supplier", otherwise = "warned" }', [], 1),
        (
            '{ fact = "supplier", otherwise = "held" }, "evidence"',
            [("Needs evidence. Needs the supplier.", False)],
            0,
        ),
    ],
)
def test_what_the_whole_claim_needs_is_asked_of_every_entry(
    needs: str, refused: list[tuple[str, bool]], warnings: int
) -> None:
    policy = claims(f"needs = [{needs}]")
    found = answer_of(policy, cost(5), cost(3))
    assert [(one.because, one.is_held) for one in found.refused] == refused * 2
    assert len(found.warnings) == warnings * 2
    given = a_claim("2026-06-01", 'supplier = "Ann"\nevidence = "letter"')
    assert answer_of(policy, given, cost(5), cost(3)).reimbursement_pence == 800


def test_a_claim_that_is_too_late_and_lacks_something_is_told_both() -> None:
    policy = claims(f'{MONTH}late = "held"\nneeds = ["supplier"]')
    found = answer_of(policy, a_claim("2026-07-02"), cost(5)).refused
    assert [one.is_held for one in found] == [False]
    assert found[0].because.startswith("Needs the supplier. Claimed after the deadline")


@pytest.mark.parametrize(("pounds", "pence"), [(4.99, 0), (5, 500), (5.01, 501)])
def test_a_claim_that_is_too_small_waits(pounds: float, pence: int) -> None:
    found = answer_of(claims("smallest = 5.00"), cost(pounds))
    assert found.reimbursement_pence == pence
    assert [one.is_held for one in found.refused] == ([] if pence else [True])
    assert sum(one.pence for one in found.refused) == (0 if pence else 499)


def test_all_that_is_claimed_together_is_large_enough() -> None:
    policy = claims("smallest = 5.00") + '[[fee]]\nname = "Time"\npays = 2.00\n'
    found = answer_of(policy, cost(3), work())
    assert (found.payment_pence, found.reimbursement_pence) == (200, 300)


# --- when and how it is paid ---------------------------------------------------------------------


def payments(text: str, methods: str = "") -> str:
    rules = '[[fee]]\nname = "Time"\npays = 2.00\n[[expense]]\nname = "Costs"\n'
    return f"{rules}[payments]\n{text}\n{methods}"


@pytest.mark.parametrize(
    ("promise", "pay_by"),
    [
        ('{ days = 14, after = "claim" }', "2026-06-24"),
        ('{ days = 14, after = "activity" }', "2026-06-19"),
        ('{ days = 14, after = "month" }', "2026-07-14"),
        ("{ day_of_month = 25, if_by = 10 }", "2026-06-25"),
        ('{ days = 14, after = "approval" }', None),
    ],
)
def test_a_promise_after_the_activity_runs_from_the_last_one(
    promise: str, pay_by: str | None
) -> None:
    entries = cost(5), cost(5, on=datetime.date(2026, 6, 5))
    found = answer_of(payments(f"promises = [{promise}]"), a_claim("2026-06-10"), *entries)
    assert found.pay_by == (None if pay_by is None else datetime.date.fromisoformat(pay_by))


WAYS = """
methods = ["bank transfer", "cheque"]
fee_methods = ["Bank transfer"]
expense_methods = ["bank transfer", "cash"]
"""
UNDER_16 = (
    '[[method]]\nname = "Under 16"\nwhen = { age = "under 16" }\nonly = ["voucher"]\n'
    'for = "fees"\nbecause = "Under 16, by voucher."\n'
)


@pytest.mark.parametrize(
    ("ways", "entries", "person", "methods", "refused"),
    [
        (WAYS, "work", "", ["Bank transfer"], 0),
        (WAYS, "cost", "", ["bank transfer", "cash"], 0),
        (WAYS, "cost", 'method = "Cash"', ["bank transfer", "cash"], 0),
        (WAYS, "cost", 'method = "cheque"', ["bank transfer", "cash"], 1),
        (WAYS, "work", 'method = "cash"', ["Bank transfer"], 1),
        ('methods = ["cheque"]', "work", 'method = "cheque"', ["cheque"], 0),
        ('methods = ["cheque"]', "cost", "", ["cheque"], 0),
        ("", "cost", 'method = "gold"', [], 0),
        (WAYS + UNDER_16, "work", "age = 15", ["voucher"], 0),
        (WAYS + UNDER_16, "work", "age = 16", ["Bank transfer"], 0),
        (WAYS + UNDER_16, "cost", "age = 15", ["bank transfer", "cash"], 0),
        (WAYS + UNDER_16, "work", 'age = 15\nmethod = "cash"', ["voucher"], 1),
        (WAYS + UNDER_16 + "until = 2026-05-31\n", "work", "age = 15", ["Bank transfer"], 0),
        (WAYS + UNDER_16 + "from = 2026-06-02\n", "work", "age = 15", ["Bank transfer"], 0),
        (WAYS + UNDER_16 + "until = 2026-06-01\n", "work", "age = 15", ["voucher"], 0),
        (WAYS + UNDER_16 + "from = 2026-06-01\n", "work", "age = 15", ["voucher"], 0),
    ],
)
def test_the_ways_of_payment_that_are_allowed_are_told(
    ways: str, entries: str, person: str, methods: list[str], refused: int
) -> None:
    entry = work() if entries == "work" else cost(3)
    found = answer_of(payments(ways), f"[claim]\non = 2026-06-01\n[person]\n{person}\n", entry)
    assert list(found.methods) == methods
    assert found.payment_pence + found.reimbursement_pence in (200, 300)
    assert [(one.entry, one.pence) for one in found.refused] == [(-1, 0)] * refused


# --- allowances of days and claims ---------------------------------------------------------------


def allowances(what: str, more: str = "pays = 12.00") -> str:
    head = '[[fee]]\nname = "Time"\npays = 1.00\n[[expense]]\nname = "Costs"\n'
    rule = f'[[allowance]]\nname = "Long day"\nfor = "{what}"\ncounts_as = "payment"\n{more}\n'
    return head + rule


TUESDAY = datetime.date(2026, 6, 2)


@pytest.mark.parametrize(
    ("what", "entries", "pence"),
    [
        ("day", [work(), work(), cost(1)], 1200),
        ("day", [work(), cost(1, on=TUESDAY)], 2400),
        ("claim", [work(), cost(1, on=TUESDAY)], 1200),
        ("day", [work(earlier=True), work(on=TUESDAY)], 1200),
        ("claim", [work(earlier=True)], 0),
        ("day", [work(earlier=True), work()], 1200),
        ("claim", [work(earlier=True), work()], 1200),
        ("day", [work(cancelled_by="us")], 0),
        ("day", [work(attended=False), cost(1)], 1200),
        ("claim", [work(cancelled_by="us")], 0),
        ("day", [work(unpaid=True)], 1200),
    ],
)
def test_a_day_or_a_claim_on_which_something_was_done_has_its_allowance_once(
    what: str, entries: list[str], pence: int
) -> None:
    found = answer_of(allowances(what), *entries)
    assert sum(line.pence for line in found.lines if line.rule == "Long day") == pence


def test_a_day_outside_the_policy_has_no_allowance() -> None:
    head = '[policy]\nname = "Trial"\nuntil = 2026-06-01\n'
    found = answer_of(head + allowances("day"), work(), work(on=TUESDAY))
    assert [line.pence for line in found.lines if line.rule == "Long day"] == [1200]


@pytest.mark.parametrize(("away", "pence"), [("10h", 0), ("10h01", 1200)])
def test_an_allowance_of_a_day_knows_what_all_of_its_entries_know(away: str, pence: int) -> None:
    policy = allowances("day", 'pays = 12.00\nwhen = { away = "over 10h" }')
    found = answer_of(policy, cost(1), work(away=away))
    assert sum(line.pence for line in found.lines if line.rule == "Long day") == pence
