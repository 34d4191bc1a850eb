"""Pay runs come with their sums, and each piece of work knows when it was paid."""

import dataclasses

from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.domain.summaries import PayRunSummary
from coprod_desktop.storage import pay_runs
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.pay_runs import Paying
from tests.builders import (
    NOW,
    PAID_ON,
    WORKED_ON,
    a_contribution,
    a_participant,
    a_pay_run,
    a_payment_line,
    a_project,
    an_operator,
)
from tests.storage.world import change, paid_by_run, save


def test_a_run_adds_up_its_payments(database: Database) -> None:
    person, project = a_participant(), a_project()
    grace, joan = an_operator(name="Grace"), an_operator(name="Joan")
    work = a_contribution(participant_id=person.participant_id, project_id=project.project_id)
    run, payment, line = paid_by_run(
        work,
        grace.operator_id,
        number=8,
        approved_by_id=joan.operator_id,
        approved_at=NOW,
    )
    payment = dataclasses.replace(payment, reimbursement_pence=460)
    bare = a_pay_run(number=7, prepared_by_id=joan.operator_id)
    save(database, person, project, grace, joan, work, run, bare, payment, line)
    with database.reading() as reading:
        found = pay_runs.summaries(reading)
        assert pay_runs.next_number(reading) == 9
        assert pay_runs.lines_of(reading, run.pay_run_id) == (line,)
        assert pay_runs.lines_of(reading, bare.pay_run_id) == ()
    assert found[0] == PayRunSummary(
        pay_run_id=run.pay_run_id,
        number=8,
        up_to_on=WORKED_ON,
        pay_on=PAID_ON,
        state=run.state,
        prepared_by="Grace",
        approved_by="Joan",
        people=1,
        payment_pence=3000,
        reimbursement_pence=460,
    )
    assert (found[1].number, found[1].approved_by, found[1].payment_pence) == (7, "", 0)
    assert type(found[0].payment_pence) is int


def test_the_first_run_has_number_one(database: Database) -> None:
    with database.reading() as reading:
        assert pay_runs.next_number(reading) == 1
        assert pay_runs.summaries(reading) == ()


def test_only_the_live_payment_of_a_piece_of_work_counts(database: Database) -> None:
    person, project, operator = a_participant(), a_project(), an_operator()
    work = a_contribution(participant_id=person.participant_id, project_id=project.project_id)
    run, payment, line = paid_by_run(work, operator.operator_id)
    other = a_payment_line(
        payment_id=payment.payment_id,
        kind=LineKind.EXPENSE_CLAIM,
        subject_id=line.subject_id + 50_000,
        pence=1,
    )
    save(database, person, project, operator, work, run, payment, line, other)
    ids = [work.contribution_id, other.subject_id]
    with database.reading() as reading:
        found = pay_runs.paying(reading, LineKind.CONTRIBUTION, ids)
    assert found == {
        work.contribution_id: Paying(
            subject_id=work.contribution_id, method=PaidBy.BANK, paid_on=None, pay_on=PAID_ON
        )
    }
    change(database, dataclasses.replace(payment, paid_on=PAID_ON))
    with database.reading() as reading:
        paid = pay_runs.paying(reading, LineKind.CONTRIBUTION, ids)
    assert paid[work.contribution_id].paid_on == PAID_ON
    change(database, dataclasses.replace(line, is_live=False))
    with database.reading() as reading:
        assert pay_runs.paying(reading, LineKind.CONTRIBUTION, ids) == {}
