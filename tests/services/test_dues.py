"""Who is owed what: in which way, what waits, and why."""

import pytest

from coprod_desktop.domain.contributions import Choice, Contribution, WorkState
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.services.dues import DEFERRED, NO_ACCOUNT, OWN_RUN
from tests.builders import TODAY, a_bank_details
from tests.services.world import World


def owed(world: World) -> list[tuple[str, PaidBy, int, int]]:
    found, _held = world.office.pay_runs.to_pay(TODAY)
    return [
        (due.participant.name, due.method, due.payment_pence, due.reimbursement_pence)
        for due in found
    ]


def waiting(world: World) -> list[tuple[str, str, int]]:
    _found, held = world.office.pay_runs.to_pay(TODAY)
    return [(one.name, one.because, one.pence) for one in held]


def test_somebody_without_account_details_is_held_until_they_are_there(world: World) -> None:
    person = world.person(has_account=False)
    world.approved(person)
    world.approved_claim(person)
    assert (owed(world), waiting(world)) == ([], [("Aisha Rahman", NO_ACCOUNT, 3460)])
    details = a_bank_details(participant_id=person.participant_id)
    world.office.bank_details.save(details)
    assert (owed(world), waiting(world)) == ([("Aisha Rahman", PaidBy.BANK, 3000, 460)], [])


@pytest.mark.parametrize("paid_by", [PaidBy.CASH, PaidBy.VOUCHER, PaidBy.CHEQUE])
def test_nobody_else_needs_an_account(world: World, paid_by: PaidBy) -> None:
    world.approved(world.person(paid_by=paid_by))
    assert owed(world) == [("Aisha Rahman", paid_by, 3000, 0)]


def test_deferred_work_waits_and_all_else_is_paid(world: World) -> None:
    person = world.person()
    deferred = world.approved(person, choice=Choice.DEFER)
    assert (owed(world), waiting(world)) == ([], [("Aisha Rahman", DEFERRED, 3000)])
    world.approved_claim(person)
    assert owed(world) == [("Aisha Rahman", PaidBy.BANK, 0, 460)]
    world.approved(person, minutes=60)
    assert owed(world) == [("Aisha Rahman", PaidBy.BANK, 1200, 460)]
    assert waiting(world) == [("Aisha Rahman", DEFERRED, 3000)]
    world.prepared()
    left = world.office.contributions.get(deferred.contribution_id)
    assert left.state is WorkState.APPROVED
    world.office.contributions.choose(deferred.contribution_id, Choice.ACCEPT)
    assert (owed(world), waiting(world)) == ([("Aisha Rahman", PaidBy.BANK, 3000, 0)], [])


def test_a_voucher_for_one_piece_of_work_is_a_payment_of_its_own(world: World) -> None:
    person = world.person()
    world.approved(person, choice=Choice.VOUCHER)
    world.approved(person, minutes=60)
    world.approved_claim(person)
    assert owed(world) == [
        ("Aisha Rahman", PaidBy.BANK, 1200, 460),
        ("Aisha Rahman", PaidBy.VOUCHER, 3000, 0),
    ]
    prepared = world.office.pay_runs.prepare(TODAY)
    assert [(p.method, p.account_number) for _person, p in prepared.payments] == [
        (PaidBy.BANK, "01234567"),
        (PaidBy.VOUCHER, ""),
    ]
    assert world.findings() == ()


def test_expenses_are_not_paid_back_in_vouchers_that_were_chosen_for_work(world: World) -> None:
    person = world.person(paid_by=PaidBy.CASH)
    world.approved(person, choice=Choice.VOUCHER)
    world.approved_claim(person)
    assert owed(world) == [
        ("Aisha Rahman", PaidBy.CASH, 0, 460),
        ("Aisha Rahman", PaidBy.VOUCHER, 3000, 0),
    ]


def test_somebody_always_paid_by_voucher_gets_one(world: World) -> None:
    person = world.person(paid_by=PaidBy.VOUCHER)
    world.approved(person, choice=Choice.VOUCHER)
    world.approved(person, minutes=60)
    assert owed(world) == [("Aisha Rahman", PaidBy.VOUCHER, 4200, 0)]


def test_a_voucher_needs_no_account(world: World) -> None:
    world.approved(world.person(has_account=False), choice=Choice.VOUCHER)
    assert owed(world) == [("Aisha Rahman", PaidBy.VOUCHER, 3000, 0)]


def test_the_one_who_prepares_is_paid_by_somebody_else(world: World) -> None:
    person = world.operator_who_takes_part("Nia Morgan")
    world.approved(person)
    world.approved(world.person())
    world.sit("Nia Morgan")
    assert waiting(world) == [("Nia Morgan", OWN_RUN, 3000)]
    assert owed(world) == [("Aisha Rahman", PaidBy.BANK, 3000, 0)]


def test_donated_work_is_paid_first_and_declined_work_is_not(world: World) -> None:
    person = world.person()
    world.approved(person, choice=Choice.DONATE)
    world.approved(person, choice=Choice.DECLINE)
    assert owed(world) == [("Aisha Rahman", PaidBy.BANK, 3000, 0)]
    world.prepared()
    states = {c.choice: c.state for c in world.records(Contribution)[Contribution]}
    assert states[Choice.DONATE] is WorkState.IN_PAY_RUN
    assert states[Choice.DECLINE] is WorkState.APPROVED


def test_a_claim_agreed_at_nothing_is_not_paid(world: World) -> None:
    person = world.person()
    claim = world.claim(person)
    (item,) = world.office.expenses.items(claim.expense_claim_id)
    world.office.expenses.agree(item.expense_item_id, 0, "The ward paid it.")
    world.office.expenses.approve([claim.expense_claim_id])
    assert (owed(world), waiting(world)) == ([], [])


def test_less_is_paid_where_less_was_agreed(world: World) -> None:
    person = world.person()
    claim = world.claim(person)
    (item,) = world.office.expenses.items(claim.expense_claim_id)
    world.office.expenses.agree(item.expense_item_id, 300, "The day ticket costs £3.00.")
    assert owed(world) == []
    world.office.expenses.approve([claim.expense_claim_id])
    assert owed(world) == [("Aisha Rahman", PaidBy.BANK, 0, 300)]


def test_people_stand_in_order_of_their_names_whatever_case_and_accents(world: World) -> None:
    for name in ("bronwen pugh", "Aisha Rahman", "Élodie Price", "Zofia Nowak"):
        world.approved(world.person(name))
    assert [row[0] for row in owed(world)] == [
        "Aisha Rahman",
        "bronwen pugh",
        "Élodie Price",
        "Zofia Nowak",
    ]
