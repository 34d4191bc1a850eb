"""Totals are what adding up by hand gives, on a file and on a shared database."""

import dataclasses
import datetime
from collections import defaultdict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import NOT_CLAIMED, Choice, Contribution, Pay, WorkState
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.summaries import TotalsRow
from coprod_desktop.storage import totals
from coprod_desktop.storage.database import Database
from tests.builders import a_contribution, a_participant, a_project
from tests.storage.world import a_claim_of, empty, save

GROUPS = ("participant", "project", "month", "kind")
days = st.dates(datetime.date(2026, 1, 1), datetime.date(2026, 4, 30))
PEOPLE = [a_participant(name=name) for name in ("Ann", "Zoë", "Ann")]
PROJECTS = [a_project(name=name) for name in ("Buses", "Clinics")]
Claim = tuple[ExpenseClaim, list[ExpenseItem]]
_people = st.sampled_from([person.participant_id for person in PEOPLE])
_projects = st.sampled_from([project.project_id for project in PROJECTS])
work_lists = st.lists(
    st.builds(
        a_contribution,
        participant_id=_people,
        project_id=_projects,
        worked_on=days,
        minutes=st.integers(1, 1440),
        pay=st.sampled_from(Pay),
        choice=st.sampled_from([Choice.ACCEPT, Choice.DECLINE]),
        rate_pence=st.integers(0, 10_000),
        kind_of_work=st.sampled_from(["Meeting", "Reading"]),
        state=st.sampled_from(WorkState),
    ),
    max_size=12,
)
claim_lists = st.lists(
    st.builds(
        lambda person, project, pence, day, state: a_claim_of(
            person, project, *pence, claimed_on=day, state=state
        ),
        _people,
        _projects,
        st.lists(st.integers(0, 100_000), max_size=3),
        days,
        st.sampled_from(WorkState),
    ),
    max_size=6,
)


def by_hand(
    work: list[Contribution],
    claims: list[Claim],
    by: str,
    from_on: datetime.date | None,
    to_on: datetime.date | None,
) -> list[TotalsRow]:
    """Add up in the plainest way."""
    sums: dict[object, list[int]] = defaultdict(lambda: [0] * 5)
    for one in work:
        if is_within(one.worked_on, from_on, to_on):
            entry = sums[group_of(one, by, one.worked_on, one.kind_of_work)]
            entry[0 if one.is_paid else 1] += one.minutes
            entry[2] += one.agreed_pence
            entry[4] += one.value_pence
    for claim, items in claims:
        for item in items:
            if claim.state not in NOT_CLAIMED and is_within(item.spent_on, from_on, to_on):
                sums[group_of(claim, by, item.spent_on, "Expenses")][3] += item.agreed_pence
    return sorted((row(name_of(key), sums[key]) for key in sums), key=dataclasses.astuple)


def row(name: str, entry: list[int]) -> TotalsRow:
    return TotalsRow(
        name=name,
        minutes_paid=entry[0],
        minutes_unpaid=entry[1],
        payments_pence=entry[2],
        reimbursements_pence=entry[3],
        value_pence=entry[4],
    )


def is_within(
    day: datetime.date, from_on: datetime.date | None, to_on: datetime.date | None
) -> bool:
    return (from_on is None or from_on <= day) and (to_on is None or day <= to_on)


def group_of(record: Contribution | ExpenseClaim, by: str, day: datetime.date, kind: str) -> object:
    return {
        "participant": record.participant_id,
        "project": record.project_id,
        "month": day.strftime("%Y-%m"),
        "kind": kind,
    }[by]


def name_of(key: object) -> str:
    names = {person.participant_id: person.name for person in PEOPLE}
    names |= {project.project_id: project.name for project in PROJECTS}
    return names.get(key, str(key)) if isinstance(key, int) else str(key)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    work=work_lists,
    claims=claim_lists,
    by=st.sampled_from(GROUPS),
    period=st.tuples(st.none() | days, st.none() | days),
)
def test_totals_are_what_adding_up_by_hand_gives(
    database: Database,
    work: list[Contribution],
    claims: list[Claim],
    by: str,
    period: tuple[datetime.date | None, datetime.date | None],
) -> None:
    empty(database)
    items = [item for _claim, these in claims for item in these]
    save(database, *PEOPLE, *PROJECTS, *work, *(claim for claim, _these in claims), *items)
    with database.reading() as reading:
        found = totals.rows(reading, by, *period)
    assert [one.name for one in found] == sorted(one.name for one in found)
    assert sorted(found, key=dataclasses.astuple) == by_hand(work, claims, by, *period)
    assert {type(number) for one in found for number in dataclasses.astuple(one)[1:]} <= {int}


@pytest.mark.parametrize("by", GROUPS)
def test_an_empty_file_has_no_totals(database: Database, by: str) -> None:
    with database.reading() as reading:
        assert totals.rows(reading, by, None, None) == ()


def test_people_of_one_name_have_a_row_each(database: Database) -> None:
    ids = (PEOPLE[0].participant_id, PEOPLE[2].participant_id)
    work = [a_contribution(participant_id=i, project_id=PROJECTS[0].project_id) for i in ids]
    save(database, *PEOPLE, *PROJECTS, *work)
    with database.reading() as reading:
        found = totals.rows(reading, "participant", None, None)
    assert [one.name for one in found] == ["Ann", "Ann"]
