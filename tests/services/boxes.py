"""Short ways to pay people by hand: in cash, and in vouchers."""

from coprod_desktop.domain.participants import PaidBy, Participant
from coprod_desktop.domain.pay_runs import Payment, PayRun
from coprod_desktop.domain.vouchers import Voucher
from tests.builders import PAID_ON, WORKED_ON
from tests.services.world import World

TEN_POUNDS = 50  # minutes at £12.00 an hour
NAME = "High Street voucher"


def earns(world: World, person: Participant, pounds: int) -> Participant:
    """Approve work of a person for so many pounds, a multiple of ten."""
    world.approved(person, minutes=TEN_POUNDS * pounds // 10)
    return person


def by_cash(world: World, name: str, pounds: int) -> Participant:
    """Add a person who is paid in cash, with approved work."""
    return earns(world, world.person(name, paid_by=PaidBy.CASH), pounds)


def by_voucher(world: World, name: str, pounds: int) -> Participant:
    """Add a person who is paid in vouchers, with approved work."""
    return earns(world, world.person(name, paid_by=PaidBy.VOUCHER), pounds)


def exported(world: World) -> PayRun:
    """Prepare and approve a run, and say that its files were made."""
    run = world.approved_run()
    world.office.payment_files.record(run.number)
    return run


def paid(world: World, run: PayRun) -> None:
    """Record that all of a run was handed out by whoever sits at the keyboard."""
    world.office.settling.settle(run.number, PAID_ON)


def payments(world: World, run: PayRun) -> dict[str, Payment]:
    """Return the payments of a run by the people's names."""
    return {person.name: one for person, one in world.office.pay_runs.details(run.number).payments}


def bought(world: World, count: int, first: str = "HV-00417", pounds: int = 10) -> None:
    """Add vouchers to the stock."""
    world.office.vouchers.add(NAME, first, count, 100 * pounds, WORKED_ON)


def held(world: World, payment: Payment) -> list[str]:
    """Return the serials that stand with a payment."""
    with world.office.desk.reading() as reading:
        return [one.serial for one in reading.find(Voucher, payment_id=payment.payment_id)]
