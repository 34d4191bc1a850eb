"""What was decided about somebody's money is found again, and only that."""

import datetime

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.pay_runs import PaymentState, RunState
from coprod_desktop.storage import owed
from coprod_desktop.storage.database import Database
from tests.builders import (
    PAID_ON,
    TODAY,
    a_contribution,
    a_participant,
    a_pay_run,
    a_payment,
    a_payment_line,
    a_project,
    an_operator,
)
from tests.money_builders import a_gift, a_hold, a_recovery
from tests.storage.world import save

ONE_DAY = datetime.timedelta(days=1)


def test_money_of_a_payment_is_found_with_all_that_hangs_on_it(database: Database) -> None:
    person, operator, project = a_participant(), an_operator(), a_project()
    links = {"participant_id": person.participant_id, "project_id": project.project_id}
    piece = a_contribution(**links)
    run = a_pay_run(prepared_by_id=operator.operator_id, number=3, state=RunState.SETTLED)
    payment = a_payment(
        pay_run_id=run.pay_run_id,
        participant_id=person.participant_id,
        state=PaymentState.PAID,
        paid_on=PAID_ON,
    )
    of_piece = {"payment_id": payment.payment_id, "subject_id": piece.contribution_id}
    dead, live = a_payment_line(**of_piece, is_live=False), a_payment_line(**of_piece)
    waits = a_recovery(**links, reverses_line_id=dead.payment_line_id)
    kept = a_recovery(**links, reverses_line_id=dead.payment_line_id, state=WorkState.IN_PAY_RUN)
    gift = a_gift(participant_id=person.participant_id, payment_id=payment.payment_id)
    save(database, person, operator, project, piece, run, payment, dead, live, waits, kept, gift)
    ids, people = [payment.payment_id], [person.participant_id]
    with database.reading() as reading:
        assert owed.owed_back(reading) == (waits,)
        assert owed.recoveries_of(reading, ids) == (waits, kept)
        assert owed.recoveries_of(reading, [1]) == ()
        assert owed.given_of(reading, ids) == gift.pence == owed.given_before(reading, ids[0])
        assert owed.given_of(reading, []) == 0
        assert owed.lines_of_payments(reading, ids) == (live,)
        assert owed.lines_before(reading, [piece.contribution_id]) == {piece.contribution_id: dead}
        assert owed.paid_before(reading, 4, people) == {person.participant_id}
        assert owed.paid_before(reading, 3, people) == frozenset()
        last = owed.last_accounts(reading, 4, people)[person.participant_id]
        assert (last.account_number, last.number) == (payment.account_number, 3)
        assert owed.last_accounts(reading, 3, people) == {}


def test_a_hold_is_found_while_it_holds(database: Database) -> None:
    person, operator = a_participant(), an_operator()
    links = {"participant_id": person.participant_id, "placed_by_id": operator.operator_id}
    always = a_hold(**links)
    today = a_hold(**links, until_on=TODAY + ONE_DAY)
    lifted = a_hold(**links, is_live=False)
    save(database, person, operator, always, today, lifted)
    with database.reading() as reading:
        assert owed.holds_in_force(reading, TODAY) == (always, today)
        assert owed.holds_in_force(reading, TODAY + ONE_DAY) == (always,)
