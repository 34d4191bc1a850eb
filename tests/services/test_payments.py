"""What is owed goes into payments whole, each record in a line of its own."""

from dataclasses import replace

from coprod_desktop.domain.contributions import Choice, Contribution
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import LineKind, PaymentLine
from coprod_desktop.domain.recoveries import Recovery
from tests.builders import TODAY
from tests.services.boxes import payments
from tests.services.test_settling import paid_in_error
from tests.services.world import IDRIS, World


def test_a_payment_is_the_sum_of_its_lines_by_type(world: World) -> None:
    person = world.person()
    world.approved(person)
    world.approved_claim(person)
    world.approved(person, minutes=50, choice=Choice.VOUCHER)
    prepared = world.office.pay_runs.prepare(TODAY)
    lines = world.records(PaymentLine)[PaymentLine]
    for _person, payment in prepared.payments:
        mine = [one for one in lines if one.payment_id == payment.payment_id]
        assert payment.pence == sum(one.pence for one in mine)
    assert [(one.method, one.account_number) for _person, one in prepared.payments] == [
        (PaidBy.BANK, "01234567"),
        (PaidBy.VOUCHER, ""),
    ]


def test_an_account_is_new_until_it_was_paid_into(world: World) -> None:
    person = world.person()
    world.approved(person)
    assert payments(world, world.settled_run())["Aisha Rahman"].is_new_account
    world.approved(person)
    assert not payments(world, world.settled_run())["Aisha Rahman"].is_new_account
    known = world.office.bank_details.get(person.participant_id)
    assert known is not None
    world.office.bank_details.save(replace(known, account_number="20000001"))
    world.sit(IDRIS)
    world.office.bank_details.confirm(person.participant_id, "Phoned them")
    world.approved(person)
    assert payments(world, world.prepared())["Aisha Rahman"].is_new_account


def test_a_line_names_the_one_that_it_replaces(world: World) -> None:
    world.approved(world.person())
    first = world.settled_run()
    (before,) = world.records(PaymentLine)[PaymentLine]
    world.taken_back(first.number, "The wrong day")
    world.prepared()
    found = world.records(PaymentLine)[PaymentLine]
    assert [one.replaces_line_id for one in found] == [None, before.payment_line_id]


def test_a_recovery_larger_than_the_payment_is_split_and_the_rest_waits(world: World) -> None:
    paid_in_error(world)
    (piece,) = world.records(Contribution)[Contribution]
    world.office.contributions.correct(replace(piece, minutes=50))
    world.office.contributions.approve([piece.contribution_id])
    paid = payments(world, world.prepared())["Aisha Rahman"]
    assert paid.pence == 0
    lines = [one for one in world.records(PaymentLine)[PaymentLine] if one.is_live]
    assert [(one.kind, one.pence) for one in lines] == [
        (LineKind.CONTRIBUTION, 1000),
        (LineKind.RECOVERY, -1000),
    ]
    assert [one.pence for one in world.records(Recovery)[Recovery]] == [1000, 2000]
