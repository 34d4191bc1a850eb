"""Approvals every week and pay days every two, each step after the one before."""

import datetime

from coprod_desktop.services.demo.pay_days import approval_steps, pay_day_steps
from coprod_desktop.services.office import Office
from tests.services.demo.staging import staged
from tests.services.world import World


def test_the_coordinator_approves_on_mondays_and_a_trustee_the_rest(file_world: World) -> None:
    steps = list(approval_steps(staged(file_world)))
    assert {(step.by, step.at.weekday()) for step in steps} == {("bethan", 0), ("gwyn", 1)}
    for step in steps:
        step.do()  # nothing waits in an empty file, and nothing is recorded
    assert file_world.office.history.latest(1)[0].verb == "add operator"


def test_the_treasurer_approves_runs_and_a_trustee_in_august(file_world: World) -> None:
    steps = list(pay_day_steps(staged(file_world)))
    assert {step.by for step in steps if step.at.month == 8} == {"bethan", "gwyn"}
    assert {step.by for step in steps if step.at.month != 8} == {"bethan", "farida"}
    assert max(step.at for step in steps).date() == datetime.date(2026, 11, 18)
    for step in steps:
        step.do()
    assert file_world.office.pay_runs.summaries() == ()


def test_a_run_was_taken_back_and_the_same_work_paid_by_the_next(demo: Office) -> None:
    runs = {row.number: row for row in demo.pay_runs.summaries()}
    (wrong,) = [row for row in runs.values() if row.state == "reversed"]
    again = runs[wrong.number + 1]
    assert (again.payment_pence, again.reimbursement_pence, again.people) == (
        wrong.payment_pence,
        wrong.reimbursement_pence,
        wrong.people,
    )
