"""Statements are numbered without gaps or doubles, and the one that stands is found."""

import dataclasses
import datetime

import pytest

from coprod_desktop.storage import statements
from coprod_desktop.storage.database import Database
from tests.builders import WORKED_ON, a_contribution, a_participant, a_project, a_statement
from tests.storage.world import a_claim_of, change, replaced, save


@pytest.mark.parametrize(
    ("there", "following"),
    [
        ([], 1),
        (["S-2026-0001"], 2),
        (["S-2026-0009", "S-2026-0010", "S-2025-0099"], 11),
        (["S-2026-9999", "S-2026-10000"], 10_001),
        (["S-2025-0099", "2026-0042"], 1),
    ],
)
def test_each_year_is_counted_from_one(
    database: Database, there: list[str], following: int
) -> None:
    person = a_participant()
    issued = [a_statement(participant_id=person.participant_id, number=n) for n in there]
    save(database, person, *issued)
    with database.reading() as reading:
        assert statements.next_number(reading, 2026) == following


def test_the_statement_that_stands_is_the_one_not_replaced(database: Database) -> None:
    person = a_participant()
    first = a_statement(participant_id=person.participant_id)
    period = (first.from_on, first.to_on)
    save(database, person)
    with database.reading() as reading:
        assert statements.standing(reading, person.participant_id, *period) is None
    second = replaced(first)
    save(database, first, second)
    change(database, dataclasses.replace(first, is_replaced=True))
    with database.reading() as reading:
        assert statements.standing(reading, person.participant_id, *period) == second
        other = (first.from_on, first.to_on + datetime.timedelta(days=1))
        assert statements.standing(reading, person.participant_id, *other) is None


def test_everybody_with_work_or_expenses_in_a_period_is_named(database: Database) -> None:
    people = [a_participant(name=name) for name in ("Ann", "Bo", "Cy", "Di")]
    ids = [person.participant_id for person in people]
    project = a_project()
    before = WORKED_ON - datetime.timedelta(days=1)
    work = [
        a_contribution(participant_id=ids[0], project_id=project.project_id),
        a_contribution(participant_id=ids[1], project_id=project.project_id, worked_on=before),
    ]
    claim, items = a_claim_of(ids[2], project.project_id, 460)
    twice, more = a_claim_of(ids[0], project.project_id, 1)
    save(database, *people, project, *work, claim, twice, *items, *more)
    with database.reading() as reading:
        found = statements.people_of_period(reading, WORKED_ON, WORKED_ON)
    assert sorted(found) == [ids[0], ids[2]]
