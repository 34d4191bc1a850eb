"""Every row comes out once, with its names, within its days."""

import datetime
from dataclasses import replace

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.storage import data_rows
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.top_ups import Days
from tests.builders import WORKED_ON, a_contribution, a_participant, a_project, next_id

COUNT = 2_500  # more than are fetched at once


def test_thousands_of_rows_are_streamed_in_the_order_of_their_days(database: Database) -> None:
    project, person = a_project(fund="Lottery"), a_participant(name="Aisha")
    plain = a_contribution(
        participant_id=person.participant_id,
        project_id=project.project_id,
        activity_id=None,
        minutes=20,
        is_paid=True,
    )
    days = [WORKED_ON - datetime.timedelta(days=at % 7) for at in range(COUNT)]
    with database.transaction("make ready", "Grace") as work:
        work.add(project, person)
        work.add_all(
            Contribution,
            [replace(plain, contribution_id=next_id(), worked_on=day) for day in days],
        )
    with database.reading() as reading:
        found = list(data_rows.work(reading, Days()))
        assert [row.worked_on for row in found] == sorted(days)
        assert {(row.person, row.project, row.fund) for row in found} == {
            ("Aisha", project.name, "Lottery")
        }
        of_day = list(data_rows.work(reading, Days(from_on=WORKED_ON, to_on=WORKED_ON)))
        assert len(of_day) == days.count(WORKED_ON)
        (one,) = data_rows.people(reading, Days())
        assert (one.minutes_paid, one.minutes_unpaid) == (COUNT * 20, 0)
        assert list(data_rows.expenses(reading, Days())) == []
        assert list(data_rows.payments(reading, Days())) == []
        assert data_rows.on_top(reading) == {}
        assert data_rows.paid(reading, Days()) == {}


def test_who_did_nothing_is_in_the_list_of_people(database: Database) -> None:
    with database.transaction("make ready", "Grace") as work:
        work.add_all(Participant, [a_participant(name=name) for name in ("Bronwen", "Aisha")])
        work.add_all(Project, [a_project()])
    with database.reading() as reading:
        found = list(data_rows.people(reading, Days()))
        assert [(row.name, row.minutes_paid, row.last_worked_on) for row in found] == [
            ("Aisha", 0, None),
            ("Bronwen", 0, None),
        ]
