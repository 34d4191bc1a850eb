"""What somebody gives back comes out of money that they were paid, and never more than that."""

import datetime

from coprod_desktop.domain.contributions import Choice
from coprod_desktop.domain.errors import (
    GiftAbovePaymentError,
    NegativeMoneyError,
    NotFoundError,
    PaymentNotPaidError,
)
from tests.builders import PAID_ON, TODAY
from tests.services.boxes import exported, payments
from tests.services.test_settling import line_ids
from tests.services.world import World


def test_a_gift_comes_after_the_payment_and_leaves_it_as_it_was(world: World) -> None:
    world.approved(world.person(), choice=Choice.DONATE)
    run = exported(world)
    payment = payments(world, run)["Aisha Rahman"]
    gifts = world.office.gifts
    assert gifts.wished_pence(payment.payment_id) == 3000
    with world.refused(PaymentNotPaidError):
        gifts.record(payment.payment_id, 1000, TODAY)
    world.office.settling.settle(run.number, PAID_ON)
    with world.refused(PaymentNotPaidError):
        gifts.record(payment.payment_id, 1000, PAID_ON - datetime.timedelta(days=1))
    gift = gifts.record(payment.payment_id, 1000, PAID_ON, is_gift_aid=True, note=" Thank  you ")
    assert (gift.is_gift_aid, gift.note) == (True, "Thank you")
    assert gifts.of_payment(payment.payment_id) == (gift,)
    assert gifts.wished_pence(payment.payment_id) == 2000
    assert payments(world, run)["Aisha Rahman"].pence == 3000


def test_no_more_is_given_back_than_was_paid_for_work(world: World) -> None:
    person = world.person()
    world.approved(person)
    world.approved_claim(person)
    payment = payments(world, world.settled_run())["Aisha Rahman"]
    gifts = world.office.gifts
    gifts.record(payment.payment_id, 2500, TODAY)
    with world.refused(GiftAbovePaymentError) as caught:
        gifts.record(payment.payment_id, 501, TODAY)
    assert caught.value.facts == {"pence": 501, "left_pence": 500}
    for pence, error in ((0, GiftAbovePaymentError), (-1, NegativeMoneyError)):
        with world.refused(error):
            gifts.record(payment.payment_id, pence, TODAY)
    with world.refused(NotFoundError):
        gifts.record(1, 100, TODAY)


def test_what_was_paid_in_error_is_not_theirs_to_give(world: World) -> None:
    person = world.person()
    world.approved(person)
    world.approved(person, minutes=50)
    payment = payments(world, world.settled_run())["Aisha Rahman"]
    world.office.settling.take_back(line_ids(world, payment)[:1], "Nobody was there")
    with world.refused(GiftAbovePaymentError) as caught:
        world.office.gifts.record(payment.payment_id, 1001, TODAY)
    assert caught.value.facts == {"pence": 1001, "left_pence": 1000}
