"""Lists of contributions come page by page in order, and what waits for something is found."""

import dataclasses
import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.summaries import ContributionSummary
from coprod_desktop.storage import contributions
from coprod_desktop.storage.contributions import Filter
from coprod_desktop.storage.database import Database
from tests.builders import WORKED_ON, a_contribution, a_participant, a_project, an_activity
from tests.storage.world import empty, save

PEOPLE = [a_participant(name=name) for name in ("Ann Smith", "Siân Llŷr")]
PROJECTS = [a_project(name=name) for name in ("Buses", "Clinics")]
ACTIVITY = an_activity(project_id=PROJECTS[0].project_id)
few_days = st.dates(datetime.date(2026, 1, 1), datetime.date(2026, 1, 5))
work_lists = st.lists(
    st.builds(
        a_contribution,
        participant_id=st.sampled_from([person.participant_id for person in PEOPLE]),
        project_id=st.sampled_from([project.project_id for project in PROJECTS]),
        activity_id=st.none() | st.just(ACTIVITY.activity_id),
        worked_on=few_days,
        what=st.sampled_from(["Steering group", "Panel", "Steering panel"]),
        state=st.sampled_from(WorkState),
    ),
    max_size=25,
)
filters = st.builds(
    Filter,
    typed=st.sampled_from(["", "", "steer", "ann pan", "llyr buses", "zzz"]),
    participant_id=st.none() | st.just(PEOPLE[0].participant_id),
    project_id=st.none() | st.just(PROJECTS[1].project_id),
    activity_id=st.none() | st.just(ACTIVITY.activity_id),
    state=st.none() | st.sampled_from(WorkState),
    from_on=st.none() | few_days,
    to_on=st.none() | few_days,
)


def pages(database: Database, chosen: Filter, limit: int) -> list[ContributionSummary]:
    """Turn the pages until one is not full."""
    found: list[ContributionSummary] = []
    with database.reading() as reading:
        while True:
            after = (found[-1].worked_on, found[-1].contribution_id) if found else None
            page = contributions.page(reading, chosen, after=after, limit=limit)
            found += page
            if len(page) < limit:
                return found


def fits(one: Contribution, chosen: Filter) -> bool:
    names = {person.participant_id: "ann smith" for person in PEOPLE[:1]}
    projects = {PROJECTS[0].project_id: "buses", PROJECTS[1].project_id: "clinics"}
    name = names.get(one.participant_id, "sian llyr")
    words = f"{name} {one.what.lower()} meeting {projects[one.project_id]}".split()
    wanted = {
        key: value
        for key in ("participant_id", "project_id", "activity_id", "state")
        if (value := getattr(chosen, key)) is not None
    }
    return (
        all(getattr(one, key) == value for key, value in wanted.items())
        and (chosen.from_on is None or chosen.from_on <= one.worked_on)
        and (chosen.to_on is None or one.worked_on <= chosen.to_on)
        and all(any(w.startswith(t) for w in words) for t in chosen.typed.split())
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(work=work_lists, chosen=filters, limit=st.integers(1, 7))
def test_pages_together_are_the_whole_list_in_order(
    database: Database, work: list[Contribution], chosen: Filter, limit: int
) -> None:
    empty(database)
    save(database, *PEOPLE, *PROJECTS, ACTIVITY, *work)
    wanted = sorted((one for one in work if fits(one, chosen)), key=newest_first)
    assert [one.contribution_id for one in pages(database, chosen, limit)] == [
        one.contribution_id for one in wanted
    ]


def newest_first(one: Contribution) -> tuple[int, int]:
    return -one.worked_on.toordinal(), -one.contribution_id


def test_a_row_of_the_list_says_who_and_for_what(database: Database) -> None:
    work = a_contribution(
        participant_id=PEOPLE[0].participant_id, project_id=PROJECTS[0].project_id
    )
    save(database, PEOPLE[0], PROJECTS[0], work)
    (row,) = pages(database, Filter(), 5)
    assert (row.participant, row.project) == ("Ann Smith", "Buses")
    same = {field.name for field in dataclasses.fields(row)} - {"participant", "project"}
    assert {name: getattr(row, name) for name in same} == {
        name: getattr(work, name) for name in same
    }


@pytest.fixture
def logged(database: Database) -> list[Contribution]:
    """Save work of two people on three days."""
    days = [WORKED_ON + datetime.timedelta(days=n) for n in (2, 0, 1)]
    work = [
        a_contribution(
            participant_id=person.participant_id,
            project_id=PROJECTS[0].project_id,
            worked_on=day,
            minutes=30 + n,
            import_key=f"{person.name} {day}",
            state=[WorkState.APPROVED, WorkState.LOGGED, WorkState.APPROVED][n],
        )
        for person in PEOPLE
        for n, day in enumerate(days)
    ]
    declined = dataclasses.replace(
        work[0], contribution_id=work[-1].contribution_id + 1, agreed_pence=0, import_key=None
    )
    save(database, *PEOPLE, *PROJECTS, *work, declined)
    return [*work, declined]


def test_minutes_of_a_day_are_added_up(database: Database, logged: list[Contribution]) -> None:
    first = logged[0]
    with database.reading() as reading:
        minutes = contributions.minutes_on(reading, first.participant_id, first.worked_on)
        none = contributions.minutes_on(reading, first.participant_id, datetime.date(2026, 1, 1))
        by_day = contributions.minutes_by_day(reading)
    assert (minutes, none) == (60, 0)
    assert {type(minutes), type(none)} == {int}
    assert by_day == {
        (one.participant_id, one.worked_on): 60 if one is first else one.minutes
        for one in logged[:-1]
    }


def test_work_that_was_imported_before_is_known(
    database: Database, logged: list[Contribution]
) -> None:
    keys = {str(one.import_key) for one in logged[:-1]}
    with database.reading() as reading:
        others = {f"row {number}" for number in range(1200)}
        assert contributions.known_import_keys(reading, keys | others) == keys
        assert contributions.known_import_keys(reading, []) == frozenset()


def test_work_of_a_period_comes_oldest_first(
    database: Database, logged: list[Contribution]
) -> None:
    person = PEOPLE[1].participant_id
    until = WORKED_ON + datetime.timedelta(days=1)
    with database.reading() as reading:
        found = contributions.of_period(reading, person, WORKED_ON, until)
    assert found == (logged[4], logged[5])


def test_what_is_to_be_paid_is_approved_and_has_money_agreed(
    database: Database, logged: list[Contribution]
) -> None:
    with database.reading() as reading:
        up_to = contributions.to_pay(reading, WORKED_ON + datetime.timedelta(days=1))
        all_of_it = contributions.to_pay(reading, WORKED_ON + datetime.timedelta(days=9))
    assert up_to == (logged[2], logged[5])
    assert all_of_it == (logged[2], logged[0], logged[5], logged[3])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(work=work_lists, chosen=filters, every=st.integers(1, 7))
def test_marks_say_where_each_full_page_ends(
    database: Database, work: list[Contribution], chosen: Filter, every: int
) -> None:
    empty(database)
    save(database, *PEOPLE, *PROJECTS, ACTIVITY, *work)
    rows = pages(database, chosen, every)
    with database.reading() as reading:
        total, keys = contributions.marks(reading, chosen, every)
    assert total == len(rows)
    assert list(keys) == [(row.worked_on, row.contribution_id) for row in rows[every - 1 :: every]]
