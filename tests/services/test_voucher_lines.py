"""The register shows vouchers that belong together as one line, what is in stock first."""

from coprod_desktop.domain.vouchers import VoucherState
from tests.builders import PAID_ON
from tests.services.boxes import bought, by_voucher, exported, paid
from tests.services.world import World


def test_an_empty_register_has_no_line(world: World) -> None:
    assert world.office.vouchers.stock().lines == ()


def test_vouchers_in_one_place_are_one_line(world: World) -> None:
    by_voucher(world, "Ion Țurcanu", 30)
    bought(world, 8)
    run = exported(world)
    world.office.vouchers.set_aside(run.number)
    paid(world, run)
    by_voucher(world, "Rhys ap Gwilym", 20)
    world.office.vouchers.set_aside(world.prepared().number)
    spoilt = world.office.vouchers.with_serial("HV-00423").voucher_id
    world.office.vouchers.spoil(spoilt, "Torn")
    lines = world.office.vouchers.stock().lines
    told = [(one.state, one.serials, one.participant, one.run_number) for one in lines]
    assert told == [
        (VoucherState.IN_STOCK, ("HV-00422", "HV-00424"), "", 0),
        (VoucherState.SET_ASIDE, ("HV-00420", "HV-00421"), "Rhys ap Gwilym", 2),
        (VoucherState.HANDED_OVER, ("HV-00417", "HV-00418", "HV-00419"), "Ion Țurcanu", 1),
        (VoucherState.SPOILT, ("HV-00423",), "", 0),
    ]
    assert [one.pence for one in lines] == [2000, 2000, 3000, 1000]
    assert (lines[2].handed_on, lines[3].note) == (PAID_ON, "Torn")
    assert sum(len(one.voucher_ids) for one in lines) == 8


def test_what_was_handed_over_last_stands_first(world: World) -> None:
    bought(world, 2)
    for name in ("Ion Țurcanu", "Rhys ap Gwilym"):
        by_voucher(world, name, 10)
        run = exported(world)
        world.office.vouchers.set_aside(run.number)
        world.office.settling.settle(run.number, PAID_ON.replace(day=10 + run.number))
    lines = world.office.vouchers.stock().lines
    assert [one.participant for one in lines] == ["Rhys ap Gwilym", "Ion Țurcanu"]
