"""Whatever is edited together, no day gets too long, and the sums are those of the rows."""

import datetime
from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.bulk_edits import ContributionEdit
from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.errors import DayTooLongError
from coprod_desktop.domain.time import MINUTES_IN_DAY
from tests.builders import WORKED_ON
from tests.services.world import World

DAYS = [WORKED_ON - datetime.timedelta(days=number) for number in range(3)]
PIECES = st.lists(
    st.tuples(
        st.integers(0, 1), st.sampled_from(DAYS), st.integers(1, 700), st.sampled_from(list(Pay))
    ),
    min_size=1,
    max_size=6,
)
EDITS = st.builds(
    ContributionEdit,
    worked_on=st.none() | st.sampled_from(DAYS),
    minutes=st.none() | st.integers(1, 1440),
    what=st.just("Edited"),
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(PIECES, EDITS)
def test_no_day_is_too_long_and_the_sums_are_those_of_the_rows(
    file_world: World,
    pieces: list[tuple[int, datetime.date, int, Pay]],
    edit: ContributionEdit,
) -> None:
    world = file_world
    people = [world.person(f"{name} {world.office.desk.new_id()}") for name in ("Ann", "Bea")]
    logged: list[Contribution] = []
    for whose, day, minutes, pay in pieces:
        try:
            logged.append(world.log(people[whose], worked_on=day, minutes=minutes, pay=pay))
        except DayTooLongError:
            continue
    plan = world.office.bulk_edits.plan([one.contribution_id for one in logged], edit)
    assert len(plan.changes) + len(plan.left) + plan.same == len(logged)
    world.office.bulk_edits.save(plan)
    saved = [world.office.contributions.get(one.contribution_id) for one in logged]
    hours = Counter[tuple[int, datetime.date]]()
    for one in saved:
        hours[one.participant_id, one.worked_on] += one.minutes
    assert all(minutes <= MINUTES_IN_DAY for minutes in hours.values())
    was = sum(one.offered_pence for one in logged)
    assert sum(one.offered_pence for one in saved) - was == plan.difference_pence
    if plan.changes:
        world.office.history.undo()
    assert [world.office.contributions.get(one.contribution_id) for one in logged] == logged
