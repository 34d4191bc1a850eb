"""Projects come with what they took and cost."""

from coprod_desktop.domain.contributions import Pay, WorkState
from coprod_desktop.domain.summaries import ProjectSummary
from coprod_desktop.storage import projects
from coprod_desktop.storage.database import Database
from tests.builders import a_contribution, a_participant, a_project, a_support_cost
from tests.storage.world import a_claim_of, save


def test_a_project_adds_up_people_time_money_and_support(database: Database) -> None:
    people = [a_participant(name=name) for name in ("Ann", "Bo")]
    ids = [person.participant_id for person in people]
    buses, clinics = a_project(name="Buses"), a_project(name="Clinics", is_open=False)
    of_buses = {"project_id": buses.project_id}
    work = [
        a_contribution(**of_buses, participant_id=ids[0], minutes=60),
        a_contribution(**of_buses, participant_id=ids[0], minutes=30, pay=Pay.UNPAID),
        a_contribution(**of_buses, participant_id=ids[1], minutes=60),
    ]
    paid, items = a_claim_of(ids[0], buses.project_id, 460, 40)
    sent_back, others = a_claim_of(ids[1], buses.project_id, 9999, state=WorkState.SENT_BACK)
    costs = [a_support_cost(**of_buses, cost_pence=pence) for pence in (14_000, 1)]
    save(database, *people, clinics, buses, *work, paid, sent_back, *items, *others, *costs)
    with database.reading() as reading:
        found = projects.all_summaries(reading)
    assert found == (
        ProjectSummary(
            project_id=buses.project_id,
            name="Buses",
            cost_code=buses.cost_code,
            is_open=True,
            people=2,
            minutes_paid=120,
            minutes_unpaid=30,
            budget_pence=buses.budget_pence,
            agreed_pence=2400 + 500,
            support_pence=14_001,
        ),
        ProjectSummary(
            project_id=clinics.project_id,
            name="Clinics",
            cost_code=clinics.cost_code,
            is_open=False,
            people=0,
            minutes_paid=0,
            minutes_unpaid=0,
            budget_pence=clinics.budget_pence,
            agreed_pence=0,
            support_pence=0,
        ),
    )
    assert {type(found[0].agreed_pence), type(found[0].minutes_paid)} == {int}


def test_names_lead_to_the_first_project_of_that_name(database: Database) -> None:
    made = [a_project(name=name) for name in ("Better Buses", "BETTER  buses", "Clinics")]
    save(database, *made)
    with database.reading() as reading:
        assert projects.ids_by_folded_name(reading) == {
            "better buses": made[0].project_id,
            "clinics": made[2].project_id,
        }
