"""Settling takes cash out of the box and vouchers out of stock; taking back puts them back."""

from coprod_desktop.domain.cash import CashKind
from coprod_desktop.domain.pay_runs import PaymentState, RunState
from coprod_desktop.domain.register_errors import VouchersMissingError
from coprod_desktop.domain.vouchers import Voucher, VoucherState
from coprod_desktop.services.sentences import sentence
from tests.builders import PAID_ON, TODAY
from tests.services import boxes
from tests.services.world import GRACE, World


def test_vouchers_set_aside_are_handed_over_with_the_payment(world: World) -> None:
    boxes.by_voucher(world, "Ion Țurcanu", 20)
    boxes.bought(world, 3)
    run = boxes.exported(world)
    world.office.vouchers.set_aside(run.number)
    boxes.paid(world, run)
    vouchers = world.records(Voucher)[Voucher]
    assert [one.state for one in vouchers] == [
        VoucherState.HANDED_OVER, VoucherState.HANDED_OVER, VoucherState.IN_STOCK
    ]  # fmt: skip
    assert {one.handed_on for one in vouchers[:2]} == {PAID_ON}
    assert {one.handed_by_id for one in vouchers[:2]} == {world.operators[GRACE]}


def test_vouchers_do_not_go_out_without_their_numbers_unless_somebody_says_why(
    world: World,
) -> None:
    boxes.by_voucher(world, "Ion Țurcanu", 20)
    boxes.by_cash(world, "Desmond Grant", 30)
    run = boxes.exported(world)
    of = {name: one.payment_id for name, one in boxes.payments(world, run).items()}
    settling = world.office.settling
    with world.refused(VouchersMissingError) as caught:
        settling.settle(run.number, PAID_ON)
    assert caught.value.facts == {"names": ("Ion Țurcanu",)}
    assert "No vouchers are set aside for Ion Țurcanu" in sentence(caught.value)
    with world.refused(VouchersMissingError):
        settling.settle_some([of["Ion Țurcanu"]], PAID_ON, without_vouchers=" ")
    settling.settle_some([of["Desmond Grant"]], PAID_ON)
    settled = settling.settle(run.number, PAID_ON, without_vouchers="Bought in the shop ")
    assert settled.state is RunState.SETTLED
    payment = boxes.payments(world, run)["Ion Țurcanu"]
    assert (payment.state, payment.note) == (PaymentState.PAID, "Bought in the shop")
    assert boxes.payments(world, run)["Desmond Grant"].note == ""
    assert world.findings() == ()


def test_what_nobody_came_for_is_in_box_and_stock_again(world: World) -> None:
    cash = boxes.by_cash(world, "Desmond Grant", 30)
    boxes.by_voucher(world, "Ion Țurcanu", 10)
    boxes.bought(world, 1)
    run = boxes.exported(world)
    world.office.vouchers.set_aside(run.number)
    boxes.paid(world, run)
    assert world.office.cash.left() == -3000
    ids = [one.payment_id for one in boxes.payments(world, run).values()]
    world.office.settling.came_back(ids, TODAY, "Nobody came.")
    back = world.office.cash.moves()[0]
    assert (back.kind, back.pence, back.participant) == (CashKind.CAME_BACK, 3000, cash.name)
    assert world.office.cash.left() == 0
    (voucher,) = world.records(Voucher)[Voucher]
    assert (voucher.state, voucher.payment_id, voucher.handed_on) == (
        VoucherState.IN_STOCK, None, None
    )  # fmt: skip


def test_cash_that_never_left_does_not_come_back(world: World) -> None:
    boxes.by_cash(world, "Desmond Grant", 30)
    boxes.by_voucher(world, "Ion Țurcanu", 10)
    boxes.bought(world, 1)
    run = world.approved_run()
    world.office.vouchers.set_aside(run.number)
    world.taken_back(run.number, "The wrong day.")
    assert world.office.cash.moves() == ()
    (voucher,) = world.records(Voucher)[Voucher]
    assert voucher.state is VoucherState.IN_STOCK
