"""Money that came back is with nobody: it is neither kept back nor given."""

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.pay_errors import GivenBeforeError
from coprod_desktop.domain.recoveries import Recovery
from coprod_desktop.services.returned_money import call_off_recoveries, taken_back_pence
from tests.builders import TODAY
from tests.services.boxes import payments
from tests.services.test_settling import line_ids, paid_in_error
from tests.services.world import World


def test_only_what_still_waits_is_called_off(world: World) -> None:
    payment = paid_in_error(world)
    with world.office.desk.transaction("try") as work:
        assert taken_back_pence(work, payment.payment_id) == 3000
        call_off_recoveries(work, payments(world, world.office.pay_runs.details(1).run).values())
        assert taken_back_pence(work, payment.payment_id) == 0
    assert [one.state for one in world.records(Recovery)[Recovery]] == [WorkState.SENT_BACK]


def test_what_was_given_to_the_charity_is_not_kept_back_as_well(world: World) -> None:
    person = world.person()
    world.approved(person)
    world.approved(person, minutes=50)
    payment = payments(world, world.settled_run())["Aisha Rahman"]
    first, second = line_ids(world, payment)
    world.office.gifts.record(payment.payment_id, 1000, TODAY)
    world.office.settling.take_back([first], "Nobody was there")
    with world.refused(GivenBeforeError) as caught:
        world.office.settling.take_back([second], "Nobody was there")
    assert caught.value.facts == {"pence": 1000}
