"""The bank's own statement settles payments: each line once, each payment once."""

from pathlib import Path

import pytest

from coprod_desktop.domain.bank_statements import BankStatement, StatementEntry, whole_statement
from coprod_desktop.domain.errors import (
    FileMissingError,
    NotFoundError,
    OwnWorkError,
    StatementLineUsedError,
    WrongStateError,
)
from coprod_desktop.domain.made_files import SettledLine
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_errors import (
    AmountsDifferError,
    LinesForOnePaymentError,
    NotByBankError,
)
from coprod_desktop.domain.pay_runs import Payment, PaymentState, PayRun, RunState
from tests.builders import TODAY, a_bank_details
from tests.services.boxes import exported, payments
from tests.services.world import World


def statement(*entries: tuple[int, str]) -> BankStatement:
    """Return a statement of today with these pence and payees."""
    return whole_statement(
        account="00000017",
        entries=[
            StatementEntry(on=TODAY, pence=pence, payee=payee, row=row)
            for row, (pence, payee) in enumerate(entries, 1)
        ],
        source="bank.csv",
    )


def two_paid_by_bank(world: World) -> PayRun:
    """Make the files of a run with two people of different names and sums."""
    for name, account_name, minutes in (
        ("Aisha Rahman", "MISS A RAHMAN", 150),
        ("Bronwen Pugh", "MRS B PUGH", 100),
    ):
        person = world.person(name, has_account=False)
        details = a_bank_details(participant_id=person.participant_id, account_name=account_name)
        world.office.bank_details.save(details)
        world.approved(person, minutes=minutes)
    return exported(world)


def test_a_statement_settles_what_it_tells_and_the_run_with_the_last(world: World) -> None:
    run = two_paid_by_bank(world)
    settled = world.office.bank_statements.settle(statement((-3000, "MISS A RAHMAN")))
    assert (settled.paid, settled.paid_pence, settled.returned) == (1, 3000, 0)
    assert world.office.pay_runs.details(run.number).run.state is RunState.EXPORTED
    settled = world.office.bank_statements.settle(
        statement((-3000, "MISS A RAHMAN"), (-2000, "MRS B PUGH"))
    )
    assert (settled.paid, settled.paid_pence) == (1, 2000)
    assert world.office.pay_runs.details(run.number).run.state is RunState.SETTLED
    assert len(world.records(SettledLine)[SettledLine]) == 2


def test_a_payment_that_came_back_is_owed_again_and_the_line_counts_once(world: World) -> None:
    two_paid_by_bank(world)
    told = statement(
        (-3000, "MISS A RAHMAN"), (-2000, "MRS B PUGH"), (3000, "RETURNED MISS A RAHMAN")
    )
    settled = world.office.bank_statements.settle(told)
    assert (settled.paid, settled.returned, settled.returned_pence) == (2, 1, 3000)
    again = world.office.bank_statements.settle(told)
    assert (again.paid, again.returned) == (0, 0)
    states = sorted(one.state for one in world.records(Payment)[Payment])
    assert states == [PaymentState.CAME_BACK, PaymentState.PAID]


def test_two_lines_never_settle_one_payment(world: World) -> None:
    run = two_paid_by_bank(world)
    key = payments(world, run)["Aisha Rahman"].payment_id
    told = statement((-3000, "SOMEBODY"), (-3000, "SOMEBODY ELSE"))
    first, second = (line.line_key for line in told.lines)
    with world.refused(LinesForOnePaymentError) as caught:
        world.office.bank_statements.settle(told, {first: key, second: key})
    assert caught.value.facts == {"line": 2}
    both = statement((-3000, "MISS A RAHMAN"), (-3000, "SOMEBODY"))
    with world.refused(LinesForOnePaymentError):
        world.office.bank_statements.settle(both, {both.lines[1].line_key: key})


def test_one_payment_does_not_come_back_by_two_lines(world: World) -> None:
    run = two_paid_by_bank(world)
    world.office.settling.settle(run.number, TODAY)
    key = payments(world, run)["Aisha Rahman"].payment_id
    told = statement((3000, "X"), (3000, "Y"))
    chosen = {line.line_key: key for line in told.lines}
    with world.refused(LinesForOnePaymentError):
        world.office.bank_statements.settle(told, chosen)


def test_nothing_comes_back_of_a_run_that_never_left(world: World) -> None:
    world.approved(world.person())
    payment = payments(world, world.prepared())["Aisha Rahman"]
    told = statement((3000, "X"))
    with world.refused(WrongStateError):
        world.office.bank_statements.settle(told, {told.lines[0].line_key: payment.payment_id})


def test_a_line_of_the_bank_is_no_payment_in_cash(world: World) -> None:
    world.approved(world.person(paid_by=PaidBy.CASH))
    payment = payments(world, exported(world))["Aisha Rahman"]
    told = statement((-3000, "CASH"))
    with world.refused(NotByBankError):
        world.office.bank_statements.settle(told, {told.lines[0].line_key: payment.payment_id})


def test_what_is_chosen_must_be_there_unused_and_of_the_same_sum(world: World) -> None:
    run = two_paid_by_bank(world)
    aisha, bronwen = (one.payment_id for one in payments(world, run).values())
    told = statement((-3000, "MISS A RAHMAN"), (-2500, "SOMEBODY"))
    sure, loose = (line.line_key for line in told.lines)
    bank = world.office.bank_statements
    with world.refused(NotFoundError):
        bank.settle(told, {"no such line": aisha})
    with world.refused(StatementLineUsedError):
        bank.settle(told, {sure: bronwen})
    with world.refused(AmountsDifferError) as caught:
        bank.settle(told, {loose: bronwen})
    assert caught.value.facts == {"pence": 2500, "left_pence": 2000}


def test_nobody_settles_their_own_payment_by_a_statement(world: World) -> None:
    world.approved(world.operator_who_takes_part("Nia Morgan"))
    exported(world)
    world.sit("Nia Morgan")
    with world.refused(OwnWorkError):
        world.office.bank_statements.settle(statement((-3000, "MISS A RAHMAN")))


def test_a_statement_that_is_not_there_is_missed(world: World, tmp_path: Path) -> None:
    with pytest.raises(FileMissingError):
        world.office.bank_statements.read(tmp_path / "none.csv")


def test_a_statement_is_read_and_matched_without_saving_anything(
    world: World, tmp_path: Path
) -> None:
    two_paid_by_bank(world)
    path = tmp_path / "bank.csv"
    path.write_text("Date,Description,Amount\n17/11/2026,MISS A RAHMAN,-30.00\n")
    before = world.records()
    found = world.office.bank_statements.match(world.office.bank_statements.read(path))
    assert [one.payment.name for one in found.paid] == ["Aisha Rahman"]
    assert [one.name for one in found.still_awaited] == ["Bronwen Pugh"]
    assert world.records() == before
