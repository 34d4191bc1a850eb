"""Sums by two groups are made in the database, on a file and on a server alike."""

import datetime
from dataclasses import replace

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.domain.pivots import PivotBy, PivotFigure
from coprod_desktop.storage import pivots
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.top_ups import Days
from tests.builders import a_contribution, a_participant, a_policy, a_project, next_id
from tests.top_up_builders import a_top_up

NEW_YEAR = datetime.date(2027, 1, 1)  # a Friday


def test_weeks_and_months_go_over_the_new_year(database: Database) -> None:
    project, person = a_project(), a_participant()
    plain = a_contribution(
        participant_id=person.participant_id, project_id=project.project_id, activity_id=None
    )
    days = {NEW_YEAR - datetime.timedelta(days=1): 10, NEW_YEAR: 20, datetime.date(2027, 1, 4): 40}
    with database.transaction("make ready", "Grace") as work:
        work.add(project, person)
        work.add_all(
            Contribution,
            [
                replace(plain, contribution_id=next_id(), worked_on=day, minutes=minutes)
                for day, minutes in days.items()
            ],
        )
    with database.reading() as reading:
        found = pivots.sums(reading, PivotFigure.HOURS, PivotBy.WEEK, PivotBy.MONTH, Days())
        assert found == {
            ("2026-12-28", "2026-12"): 10,
            ("2026-12-28", "2027-01"): 20,
            ("2027-01-04", "2027-01"): 40,
        }
        assert pivots.people(reading, Days()) == 1
        assert pivots.names(reading, PivotBy.PERSON) == {person.participant_id: person.name}
        assert pivots.names(reading, PivotBy.MONTH) == {}


def test_what_was_paid_on_top_counts_with_what_it_tops_up(database: Database) -> None:
    project, person = a_project(), a_participant()
    piece = a_contribution(
        participant_id=person.participant_id,
        project_id=project.project_id,
        activity_id=None,
        worked_on=NEW_YEAR,
        offered_pence=3000,
        agreed_pence=3000,
        state=WorkState.PAID,
    )
    rules = a_policy()
    more = a_top_up(
        policy_id=rules.policy_id,
        participant_id=person.participant_id,
        project_id=project.project_id,
        subject_id=piece.contribution_id,
        kind=LineKind.CONTRIBUTION,
        pence=250,
        state=WorkState.APPROVED,
    )
    with database.transaction("make ready", "Grace") as work:
        work.add(rules, project, person, piece)
        work.add_all(type(more), [more])
    by = (PivotBy.PAID, PivotBy.MONTH)
    with database.reading() as reading:
        agreed = pivots.sums(reading, PivotFigure.AGREED, *by, Days())
        paid = pivots.sums(reading, PivotFigure.PAID, *by, Days())
    assert list(agreed.values()) == [3250]
    assert list(paid.values()) == [3000]
