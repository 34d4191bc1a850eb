"""Vouchers are bought by their serials, set aside to the penny, and are with one person at most."""

import datetime

import pytest

from coprod_desktop.domain.errors import (
    CannotUndoError,
    DomainError,
    NameMissingError,
    NegativeMoneyError,
    NotFoundError,
    ReasonMissingError,
    WrongStateError,
)
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.register_errors import (
    ChosenVouchersDoNotFitError,
    NotByVoucherError,
    SerialOfSeveralError,
    SerialsTakenError,
    SerialUncountableError,
    SerialUnknownError,
    VoucherCountError,
    VoucherWorthNothingError,
)
from coprod_desktop.domain.vouchers import Voucher, VoucherState
from tests.builders import WORKED_ON
from tests.services.boxes import NAME, bought, by_cash, by_voucher, exported, held, paid, payments
from tests.services.world import World


def ids(world: World) -> dict[str, int]:
    return {one.serial: one.voucher_id for one in world.records(Voucher)[Voucher]}


def test_vouchers_are_added_with_serials_counted_on(world: World) -> None:
    new = world.office.vouchers.add(f" {NAME} ", "HV-00417", 3, 1000, WORKED_ON)
    assert [one.serial for one in new] == ["HV-00417", "HV-00418", "HV-00419"]
    assert {(one.name, one.value_pence, one.state) for one in new} == {
        (NAME, 1000, VoucherState.IN_STOCK)
    }
    stock = world.office.vouchers.stock()
    assert (stock.count(VoucherState.IN_STOCK), stock.pence(VoucherState.IN_STOCK)) == (3, 3000)
    assert world.findings() == ()


@pytest.mark.parametrize(
    ("name", "first", "count", "pence", "error"),
    [
        ("", "HV-1", 1, 1000, NameMissingError),
        (NAME, "Blue", 2, 1000, SerialUncountableError),
        (NAME, "HV-1", 0, 1000, VoucherCountError),
        (NAME, "HV-1", 1, 0, VoucherWorthNothingError),
        (NAME, "HV-1", 1, -1, NegativeMoneyError),
    ],
)
def test_what_is_no_voucher_is_refused(
    file_world: World, name: str, first: str, count: int, pence: int, error: type[DomainError]
) -> None:
    with file_world.refused(error):
        file_world.office.vouchers.add(name, first, count, pence, WORKED_ON)


def test_a_serial_that_is_there_refuses_them_all_however_it_is_typed(world: World) -> None:
    bought(world, 2, "HV-00418")
    with world.refused(SerialsTakenError) as caught:
        world.office.vouchers.add("high street VOUCHER", "hv-00417", 3, 1000, WORKED_ON)
    assert caught.value.facts == {"serials": ("hv-00418", "hv-00419")}
    world.office.vouchers.add("Book token", "HV-00418", 1, 1000, WORKED_ON)
    (more,) = world.office.vouchers.add("high street VOUCHER", "HV-00420", 1, 1000, WORKED_ON)
    assert more.name == NAME


def test_a_run_gets_its_vouchers_oldest_first_and_in_order_of_names(world: World) -> None:
    by_voucher(world, "Rhys ap Gwilym", 20)
    by_voucher(world, "Ion Țurcanu", 30)
    by_cash(world, "Desmond Grant", 30)
    bought(world, 6, "HV-98")
    run = world.prepared()
    told = world.office.vouchers.set_aside(run.number)
    assert [(one.participant, one.pence, one.serials) for one in told.done] == [
        ("Ion Țurcanu", 3000, ("HV-98", "HV-99", "HV-100")),
        ("Rhys ap Gwilym", 2000, ("HV-101", "HV-102")),
    ]
    assert told.left == ()
    assert world.office.vouchers.set_aside(run.number) == told
    assert world.office.vouchers.stock().count(VoucherState.IN_STOCK) == 1


def test_what_does_not_fit_is_told_with_why_and_nothing_is_half_done(world: World) -> None:
    by_voucher(world, "Amina Yusuf", 30)
    by_voucher(world, "Ion Țurcanu", 20)
    by_voucher(world, "Rhys ap Gwilym", 20)
    bought(world, 3, pounds=20)
    number = world.prepared().number
    told = world.office.vouchers.set_aside(number)
    assert [one.participant for one in told.done] == ["Ion Țurcanu", "Rhys ap Gwilym"]
    (left,) = told.left
    assert left.participant == "Amina Yusuf"
    assert (
        left.because == "The vouchers left in stock, worth £60.00, do not come to exactly £30.00."
    )
    assert world.office.vouchers.stock().count(VoucherState.SET_ASIDE) == 2
    bought(world, 1, "A-1")
    again = world.office.vouchers.set_aside(number)
    assert [one.participant for one in again.done] == [
        "Amina Yusuf",
        "Ion Țurcanu",
        "Rhys ap Gwilym",
    ]


def test_too_little_in_stock_is_told(world: World) -> None:
    by_voucher(world, "Amina Yusuf", 30)
    (left,) = world.office.vouchers.set_aside(world.prepared().number).left
    assert left.because == "The vouchers left in stock are worth £0.00, less than £30.00."


def test_chosen_vouchers_replace_those_set_aside_before(world: World) -> None:
    by_voucher(world, "Ion Țurcanu", 20)
    bought(world, 4)
    run = world.prepared()
    world.office.vouchers.set_aside(run.number)
    payment = payments(world, run)["Ion Țurcanu"]
    known = ids(world)
    world.office.vouchers.set_aside_for(payment.payment_id, [known["HV-00418"], known["HV-00420"]])
    assert held(world, payment) == ["HV-00418", "HV-00420"]
    assert world.office.vouchers.stock().count(VoucherState.IN_STOCK) == 2


def test_chosen_vouchers_that_do_not_fit_change_nothing(world: World) -> None:
    by_voucher(world, "Ion Țurcanu", 20)
    by_voucher(world, "Rhys ap Gwilym", 10)
    by_cash(world, "Desmond Grant", 20)
    bought(world, 3)
    run = world.prepared()
    world.office.vouchers.set_aside(run.number)
    paying, known = payments(world, run), ids(world)
    of_ion = paying["Ion Țurcanu"].payment_id
    service = world.office.vouchers
    with world.refused(ChosenVouchersDoNotFitError) as caught:
        service.set_aside_for(of_ion, [known["HV-00417"]])
    assert caught.value.facts == {"chosen_pence": 1000, "pence": 2000}
    with world.refused(WrongStateError):  # one of them is Rhys's
        service.set_aside_for(of_ion, [known["HV-00417"], known["HV-00419"]])
    with world.refused(NotByVoucherError):
        service.set_aside_for(paying["Desmond Grant"].payment_id, [known["HV-00417"]])
    with world.refused(NotFoundError):
        service.set_aside_for(of_ion, [known["HV-00417"], 7])


def test_vouchers_are_put_back_until_the_payment_is_made(world: World) -> None:
    by_voucher(world, "Ion Țurcanu", 20)
    bought(world, 2)
    run = exported(world)
    world.office.vouchers.set_aside(run.number)
    payment = payments(world, run)["Ion Țurcanu"]
    assert len(world.office.vouchers.put_back(payment.payment_id)) == 2
    assert held(world, payment) == []
    world.office.vouchers.set_aside(run.number)
    paid(world, run)
    for refused in (
        lambda: world.office.vouchers.put_back(payment.payment_id),
        lambda: world.office.vouchers.set_aside_for(payment.payment_id, ids(world).values()),
        lambda: world.office.vouchers.unspoil(ids(world)["HV-00417"]),
        lambda: world.office.vouchers.spoil(ids(world)["HV-00417"], "Torn"),
    ):
        with world.refused(WrongStateError):
            refused()
    assert world.office.vouchers.set_aside(run.number).done == ()


def test_a_spoilt_voucher_is_never_chosen_until_it_is_found(world: World) -> None:
    by_voucher(world, "Ion Țurcanu", 10)
    bought(world, 1)
    number, voucher_id = world.prepared().number, ids(world)["HV-00417"]
    with world.refused(ReasonMissingError):
        world.office.vouchers.spoil(voucher_id, " ")
    spoilt = world.office.vouchers.spoil(voucher_id, "Tea was spilt on it.")
    assert (spoilt.state, spoilt.note) == (VoucherState.SPOILT, "Tea was spilt on it.")
    assert world.office.vouchers.set_aside(number).done == ()
    with world.refused(WrongStateError):
        world.office.vouchers.spoil(voucher_id, "Again")
    found = world.office.vouchers.unspoil(voucher_id)
    assert (found.state, found.note) == (VoucherState.IN_STOCK, "")
    assert len(world.office.vouchers.set_aside(number).done) == 1


def test_a_voucher_is_found_by_its_serial(world: World) -> None:
    bought(world, 1)
    world.office.vouchers.add("Book token", "HV-00417", 1, 500, WORKED_ON)
    service = world.office.vouchers
    assert service.with_serial("hv-00417", "book token").value_pence == 500
    with pytest.raises(SerialOfSeveralError):
        service.with_serial("HV-00417")
    with pytest.raises(SerialUnknownError):
        service.with_serial("HV-9")


def test_runs_that_need_vouchers_are_told_until_they_are_set_aside(world: World) -> None:
    by_voucher(world, "Ion Țurcanu", 20)
    by_voucher(world, "Rhys ap Gwilym", 10)
    world.person("Nobody Yet", paid_by=PaidBy.VOUCHER)
    run = world.prepared()
    (waiting,) = world.office.vouchers.stock().waiting
    assert (waiting.number, waiting.payments, waiting.pence) == (run.number, 2, 3000)
    bought(world, 1)
    world.office.vouchers.set_aside(run.number)
    (waiting,) = world.office.vouchers.stock().waiting
    assert (waiting.payments, waiting.pence) == (1, 2000)
    bought(world, 2, "HV-1")
    world.office.vouchers.set_aside(run.number)
    assert world.office.vouchers.stock().waiting == ()


def test_setting_aside_can_be_undone_and_vouchers_that_moved_on_cannot_vanish(
    world: World,
) -> None:
    by_voucher(world, "Ion Țurcanu", 10)
    bought(world, 1)
    adding = world.office.history.latest(1)[0].change_id
    number = world.prepared().number
    world.office.vouchers.set_aside(number)
    world.office.history.undo()
    assert world.office.vouchers.stock().count(VoucherState.IN_STOCK) == 1
    world.office.vouchers.set_aside(number)
    with world.refused(CannotUndoError):
        world.office.history.undo(adding)


def test_two_days_of_buying_are_told_apart(world: World) -> None:
    bought(world, 2)
    world.office.vouchers.add(NAME, "HV-00500", 1, 1000, datetime.date(2026, 10, 1))
    lines = world.office.vouchers.stock().lines
    assert [line.serials for line in lines] == [("HV-00417", "HV-00418"), ("HV-00500",)]
