"""An allowance is added on top of what is paid, and of work that took place."""

import pytest

from tests.domain.policy.priced import answer_of, cost, each_paid, journey, paid, work

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


def allowance(what: str, more: str = "pays = 5.00", name: str = "Extra") -> str:
    return f'[[allowance]]\nname = "{name}"\nfor = "{what}"\ncounts_as = "payment"\n{more}\n'


def fee(more: str) -> str:
    return f'[[fee]]\nname = "Time"\n{more}\n'


def test_every_allowance_that_fits_is_added() -> None:
    policy = RULES + allowance("work") + allowance("work", name="More")
    assert each_paid(policy, work(time="1h"), work(time="2h"), cost(3)) == [4000, 4000, 300]
    assert (
        paid(RULES + allowance("work", "pays = 5\nwhen = { online = true }"), work(time="1h"))
        == 3000
    )


@pytest.mark.parametrize(
    ("what", "paid_each"),
    [
        ("work", [3500, 500, 400]),
        ("journey", [3000, 1000, 400]),
        ("expense", [3000, 500, 900]),
    ],
)
def test_an_allowance_is_for_the_kind_of_entry_that_it_names(
    what: str, paid_each: list[int]
) -> None:
    entries = [work(time="1h"), journey(vehicle="car", miles=10), cost(4)]
    assert each_paid(RULES + allowance(what), *entries) == paid_each


@pytest.mark.parametrize(
    ("entry", "pence"),
    [
        (work(kind="gardening", time="1h"), 500),
        (work(time="1h", role="trustee"), 500),
        (work(time="1h", unpaid=True), 500),
        (work(time="1h", cancelled_by="us"), 0),
        (work(time="1h", attended=False), 0),
        (work(time="1h", unpaid=True, attended=False), 0),
        (work(time="9h"), 0),
        (work(), 0),
        (journey(vehicle="boat", miles=5), 0),
        (journey(vehicle="car", miles=101), 0),
        (journey(vehicle="car"), 0),
        (cost(5, kind="wine"), 0),
        ('[[expense]]\nkind = "bus"\n', 0),
    ],
)
def test_an_allowance_is_given_for_work_that_took_place_and_for_what_is_paid(
    entry: str, pence: int
) -> None:
    unpaid = '[[not_paid]]\nname = "Trustees"\nwhen = { role = "trustee" }\n'
    rules = (
        unpaid
        + RULES
        + "".join(allowance(what, name=what) for what in ("work", "journey", "expense"))
    )
    assert paid(rules, entry) == pence


@pytest.mark.parametrize("otherwise", ["refused", "held"])
def test_what_lacks_what_it_needs_carries_no_allowance(otherwise: str) -> None:
    need = f'needs = [{{ fact = "role", otherwise = "{otherwise}" }}]\n'
    for section, what, entry in (
        ("fee", "work", work()),
        ("mileage", "journey", journey(miles=5)),
        ("expense", "expense", cost(5)),
    ):
        rule = f'[[{section}]]\nname = "Rule"\npays = 3.00\n{need}'
        assert paid(rule + allowance(what), entry) == 0
    warned = fee('pays = 3.00\nneeds = [{ fact = "role", otherwise = "warned" }]')
    assert paid(warned + allowance("work"), work()) == 800


def test_a_journey_that_a_cap_refuses_carries_no_allowance() -> None:
    cap = '[[cap]]\nname = "One"\ncovers = ["Car"]\nat_most = "1 time"\nper = "day"\n'
    entries = [journey(vehicle="car", miles=10), journey(vehicle="car", miles=4)]
    assert each_paid(RULES + cap + allowance("journey"), *entries) == [1000, 0]


def test_an_allowance_has_shapes_needs_and_dates_as_a_fee() -> None:
    passengers = 'rate = 0.05\nper = "mile"\ntimes = "passengers"\nneeds = ["receipt"]'
    policy = RULES + allowance("journey", passengers)
    trip = {"vehicle": "car", "miles": 10, "passengers": 2}
    assert paid(policy, journey(**trip, receipt=True)) == 600
    answer = answer_of(policy, journey(**trip))
    assert (answer.reimbursement_pence, answer.payment_pence) == (500, 0)
    assert answer.refused[0].because == "Extra: Needs a receipt."
    past = allowance("journey", "pays = 5.00\nuntil = 2026-05-31")
    assert paid(RULES + past, journey(**trip)) == 500
    once = allowance("journey", 'pays = 5.00\ntogether = "day"')
    assert paid(RULES + once, journey(**trip), journey(**trip)) == 1500
