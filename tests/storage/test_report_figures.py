"""Reports count people and sessions, and add up money, for some projects or for all."""

from dataclasses import replace

from coprod_desktop.domain.contributions import Contribution, Pay, WorkState
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, SupportCost
from coprod_desktop.domain.outputs import Credit, Output
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.storage import report_figures
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.top_ups import Days
from tests.builders import (
    WORKED_ON,
    a_contribution,
    a_participant,
    a_project,
    a_support_cost,
    an_expense_claim,
    an_expense_item,
    next_id,
)

DAYS = Days(from_on=WORKED_ON, to_on=WORKED_ON)


def test_what_is_asked_for_some_projects_leaves_out_the_others(database: Database) -> None:
    here, there = a_project(), a_project(name="There")
    people = [a_participant(name=name) for name in ("Aisha", "Bronwen")]
    plain = a_contribution(participant_id=people[0].participant_id, project_id=here.project_id)
    work = [
        replace(plain, contribution_id=next_id(), activity_id=None, minutes=60),
        replace(
            plain,
            contribution_id=next_id(),
            activity_id=None,
            participant_id=people[1].participant_id,
            project_id=there.project_id,
            pay=Pay.UNPAID,
            is_paid=False,
            minutes=30,
            value_pence=700,
        ),
    ]
    claim = an_expense_claim(
        participant_id=people[0].participant_id,
        project_id=there.project_id,
        state=WorkState.LOGGED,
    )
    item = an_expense_item(expense_claim_id=claim.expense_claim_id, spent_on=WORKED_ON)
    cost = a_support_cost(project_id=there.project_id, incurred_on=WORKED_ON, participant_id=None)
    made = Output(output_id=next_id(), project_id=there.project_id, title="Film", made_on=WORKED_ON)
    credit = Credit(
        credit_id=next_id(),
        output_id=made.output_id,
        participant_id=people[0].participant_id,
        credit="Camera",
    )
    with database.transaction("make ready", "Grace") as writing:
        for kind, records in (
            (Project, [here, there]),
            (Participant, people),
            (Contribution, work),
            (ExpenseClaim, [claim]),
            (ExpenseItem, [item]),
            (SupportCost, [cost]),
            (Output, [made]),
            (Credit, [credit]),
        ):
            writing.add_all(kind, records)
    only_here, only_there = [here.project_id], [there.project_id]
    with database.reading() as reading:
        assert report_figures.people(reading, DAYS, None) == 2
        assert report_figures.people(reading, DAYS, only_here) == 1
        assert report_figures.people(reading, DAYS, only_here, are_unpaid=True) == 0
        assert report_figures.sessions(reading, DAYS, None) == 0
        assert report_figures.value_of_unpaid(reading, DAYS, None) == 700
        assert report_figures.value_of_unpaid(reading, DAYS, only_here) == 0
        assert report_figures.expenses_by_kind(reading, DAYS, only_here) == {}
        assert list(report_figures.expenses_by_kind(reading, DAYS, only_there)) == [item.kind]
        assert len(report_figures.support_by_kind(reading, DAYS, only_there)) == 1
        assert report_figures.support_by_kind(reading, DAYS, only_here) == ()
        assert report_figures.outputs(reading, WORKED_ON, WORKED_ON, only_there) == (made,)
        assert report_figures.credits_of(reading, only_here) == ()
        assert report_figures.credits_of(reading, None) == (credit,)
        who = report_figures.who_worked(reading, DAYS, only_there)
        assert [one.name for one in who] == ["Bronwen"]
