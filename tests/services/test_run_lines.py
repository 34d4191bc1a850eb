"""Every line of a payment says what it pays."""

from dataclasses import replace

import pytest

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import NotFoundError
from coprod_desktop.domain.pay_runs import LineKind, PaymentLine
from coprod_desktop.services.run_lines import operator_names, run_numbered, subjects
from tests.builders import WORKED_ON
from tests.services.boxes import payments
from tests.services.test_settling import paid_in_error
from tests.services.world import GRACE, IDRIS, World


def test_work_and_expenses_are_told_with_minutes_and_why(world: World) -> None:
    person = world.person()
    world.approved(person)
    world.approved_claim(person)
    payment = payments(world, world.prepared())["Aisha Rahman"]
    work, expense = world.office.pay_runs.paid_for(payment.payment_id)
    assert (work.kind, work.minutes, work.pence) == (LineKind.CONTRIBUTION, 150, 3000)
    assert (expense.kind, expense.what, expense.pence) == (LineKind.EXPENSE_CLAIM, "Bus", 460)
    assert work.because
    assert expense.because


def test_what_is_kept_back_is_told_with_its_reason(world: World) -> None:
    paid_in_error(world)
    (piece,) = world.records(Contribution)[Contribution]
    world.office.contributions.correct(replace(piece, minutes=50))
    world.office.contributions.approve([piece.contribution_id])
    payment = payments(world, world.prepared())["Aisha Rahman"]
    _work, kept = world.office.pay_runs.paid_for(payment.payment_id)
    assert (kept.kind, kept.pence, kept.what) == (LineKind.RECOVERY, -1000, "Nobody was there")
    assert kept.is_for_work


def test_a_difference_is_told_by_what_it_is_on_top_of(world: World) -> None:
    world.approved(world.person())
    world.settled_run()
    world.policy(hourly_pence=1260, effective_on=WORKED_ON)
    run = world.office.top_ups.prepare().run
    payment = payments(world, run)["Aisha Rahman"]
    (line,) = world.office.pay_runs.paid_for(payment.payment_id)
    assert (line.what, line.minutes, line.pence) == ("Steering group", 0, 150)
    assert line.is_top_up


def test_runs_operators_and_subjects_are_found(world: World) -> None:
    piece = world.approved(world.person())
    run = world.prepared()
    with world.office.desk.reading() as reading:
        assert run_numbered(reading, run.number) == run
        assert sorted(operator_names(reading).values()) == [GRACE, IDRIS]
        found = reading.find(PaymentLine)
        assert subjects(found, LineKind.CONTRIBUTION) == [piece.contribution_id]
        assert subjects(found, LineKind.RECOVERY) == []
        with pytest.raises(NotFoundError):
            run_numbered(reading, 7)
