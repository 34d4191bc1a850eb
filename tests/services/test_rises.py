"""Only what another version or another figure priced is compared, all of it in order of days."""

import datetime
import shutil
import tempfile
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import NothingToTopUpError
from coprod_desktop.domain.expenses import ExpenseItem
from coprod_desktop.domain.money import round_half_up
from coprod_desktop.services.rises import find_rises
from tests.builders import a_policy
from tests.services.raising import LONG_AGO, SIXTH, TENTH, journey, on_top, owed, rule, settled
from tests.services.world import World

DAY = datetime.timedelta(days=1)
CAPPED = """
[policy]
name = "Capped"

[[fee]]
name = "Meetings"
rate = {rate}
per = "hour"

[[cap]]
name = "A week"
covers = "fees"
at_most = {most}
per = "week"
"""
BY_MILES = """
[policy]
name = "Miles"

[[mileage]]
name = "Car"
when = {{ vehicle = "car" }}
tiers = [{{ first = 30, rate = {rate} }}, {{ rate = 0.25 }}]
running = "tax year"
"""


def test_a_corrected_figure_raises_what_was_paid_by_it(world: World) -> None:
    rule(world, LONG_AGO, car_mile_pence=None)
    person = world.person()
    day = datetime.date(2026, 4, 5)
    item = journey(world, person, day)
    assert (item.agreed_pence, owed(world)) == (990, [])
    world.office.rates.correct("car", Decimal(50), SIXTH - 10 * DAY, source_title="A letter")
    assert owed(world) == [(990, 1100, 110)]
    prepared = world.office.top_ups.prepare()
    (one,) = on_top(world)
    assert "By the figures of today policy version 2 gives £11.00" in one.because
    assert prepared.run.note.startswith("Top-up to the published figures of today, from 5")
    assert owed(world) == []


def test_a_receipt_that_comes_later_is_no_rise(world: World, tmp_path: Path) -> None:
    text = a_policy().text.replace('name = "Costs"', 'name = "Costs"\nneeds = ["receipt"]')
    world.office.policies.save(text, LONG_AGO)
    claim = world.approved_claim(world.person())
    (item,) = world.office.expenses.items(claim.expense_claim_id)
    assert item.agreed_pence == 0
    slip = tmp_path / "slip.txt"
    slip.write_text("£4.60")
    world.office.expenses.attach_receipt(item.expense_item_id, slip)
    assert owed(world) == []


def test_logging_out_of_order_makes_no_rise(world: World) -> None:
    world.office.policies.save(CAPPED.format(rate="12.00", most="40.00"), LONG_AGO)
    person = world.person()
    world.approved(person, worked_on=TENTH)
    late = world.approved(person, worked_on=TENTH - DAY)
    assert late.agreed_pence == 1000
    world.office.policies.save(CAPPED.format(rate="14.00", most="40.00"), SIXTH)
    found = world.office.top_ups.differences()
    assert found.differences == ()
    assert {kept.was_pence for kept in found.none} == {1000, 3000}
    assert any("count" in kept.because for kept in found.none)


def test_a_raised_limit_pays_up_to_it_and_no_more(world: World) -> None:
    world.office.policies.save(CAPPED.format(rate="12.00", most="40.00"), LONG_AGO)
    person = world.person()
    for number in (0, 1):
        world.approved(person, worked_on=TENTH - number * DAY)
    world.office.policies.save(CAPPED.format(rate="12.00", most="70.00"), SIXTH)
    assert owed(world) == [(1000, 3000, 2000)]
    world.office.top_ups.prepare()
    assert owed(world) == []
    # What was paid on top counts towards the limit of what is logged after it.
    assert world.log(person, worked_on=TENTH - 3 * DAY).offered_pence == 1000


def test_miles_keep_their_place_in_the_year(world: World) -> None:
    """22 miles at the first rate, then 8 at it and 14 at the second, whenever they were logged."""
    world.office.policies.save(BY_MILES.format(rate="0.45"), LONG_AGO)
    person = world.person()
    first, second = journey(world, person), journey(world, person, TENTH + DAY)
    assert (first.agreed_pence, second.agreed_pence) == (990, 710)
    world.office.policies.save(BY_MILES.format(rate="0.55"), SIXTH)
    later = journey(world, person, TENTH + 30 * DAY)
    assert later.agreed_pence == 550
    assert owed(world) == [(990, 1210, 220), (710, 790, 80)]


def test_the_first_version_also_holds_before_its_day(world: World) -> None:
    world.approved(world.person(), worked_on=datetime.date(2019, 12, 30))
    rule(world, datetime.date(2019, 12, 1), hourly_pence=1300)
    assert owed(world) == [(3000, 3250, 250)]


def test_each_entry_is_priced_once(world: World) -> None:
    people = [world.person(), world.person("Bronwen Pugh")]
    for person in people:
        for number in range(3):
            world.approved(person, worked_on=TENTH + number * DAY)
    rule(world, hourly_pence=1300)
    with world.office.desk.reading() as reading:
        found = find_rises(reading)
    ids = [rise.agreed.subject_id for rise in found.rises]
    assert len(ids) == len(set(ids)) == 6
    assert [rise.agreed.on for rise in found.rises] == sorted(r.agreed.on for r in found.rises)


STEPS = st.one_of(
    st.tuples(st.just("hour"), st.integers(500, 3000)),
    st.tuples(st.just("mile"), st.integers(20, 90)),
    st.tuples(st.just("work"), st.integers(1, 300)),
    st.tuples(st.just("journey"), st.integers(0, 20)),
    st.tuples(st.just("prepare"), st.booleans()),
    st.tuples(st.just("reverse"), st.integers(1, 4)),
)


@given(st.lists(STEPS, min_size=2, max_size=12))
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
def test_what_was_accepted_in_full_comes_to_its_best_price_once(
    steps: list[tuple[str, int]],
) -> None:
    """Whatever is raised, logged, topped up and taken back: old and top-ups make the new price."""
    folder = Path(tempfile.mkdtemp(prefix="coprod-rises-"))
    world = World.make(str(folder / "Rivermead.coprod"))
    try:
        _walk(world, steps)
        assert world.findings() == ()
    finally:
        world.office.close()
        shutil.rmtree(folder)


def _walk(world: World, steps: list[tuple[str, int]]) -> None:
    person, rates = world.person(), {"hourly_pence": 1200, "car_mile_pence": 45}
    best = dict(rates)
    rule(world, LONG_AGO, **rates)
    for place, (step, number) in enumerate(steps):
        if step in _RATES:
            rates[_RATES[step]] = number
            best[_RATES[step]] = max(best[_RATES[step]], number)
            rule(world, LONG_AGO, **rates)
        elif step == "work":
            world.approved(person, minutes=number, worked_on=TENTH + place * DAY)
        elif step == "journey":
            journey(world, person, TENTH + number * DAY)
        elif step == "prepare":
            _prepare(world, is_settled=bool(number))
        else:
            _reverse(world, number)
        for pence, most in zip(_got(world), _priced(world, best), strict=True):
            assert pence <= most
    _prepare(world, is_settled=True)
    is_only_risen = rates == best
    for pence, now in zip(_got(world), _priced(world, rates), strict=True):
        assert pence == now if is_only_risen else pence >= now
    assert owed(world) == []


_RATES = {"hour": "hourly_pence", "mile": "car_mile_pence"}


def _prepare(world: World, *, is_settled: bool) -> None:
    try:
        number = world.office.top_ups.prepare().run.number
    except NothingToTopUpError:
        return
    if is_settled:
        settled(world, number)


def _reverse(world: World, number: int) -> None:
    states = {one.number: one.state for one in world.office.pay_runs.summaries()}
    if states.get(number, "reversed") != "reversed":
        world.taken_back(number, "Sent back")


def _got(world: World) -> list[int]:
    """Return what each entry came to, with what was paid on top."""
    found = world.records(Contribution, ExpenseItem)
    more: dict[int, int] = {}
    for one in on_top(world):
        more[one.subject_id] = more.get(one.subject_id, 0) + one.pence
    work = [one.agreed_pence + more.get(one.contribution_id, 0) for one in found[Contribution]]
    return work + [
        one.agreed_pence + more.get(one.expense_item_id, 0) for one in found[ExpenseItem]
    ]


def _priced(world: World, rates: dict[str, int]) -> list[int]:
    """Return what rates give for each entry."""
    found = world.records(Contribution, ExpenseItem)
    hour, mile = rates["hourly_pence"], rates["car_mile_pence"]
    work = [round_half_up(one.minutes * hour, 60) for one in found[Contribution]]
    return work + [22 * mile for _one in found[ExpenseItem]]
