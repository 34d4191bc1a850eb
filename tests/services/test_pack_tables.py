"""The tables of the pack name each decision, each gift and each piece of work once."""

from coprod_desktop.domain.contributions import Choice
from coprod_desktop.domain.pay_runs import PayRun
from coprod_desktop.services.pack_tables import pack_tables
from tests.builders import TODAY
from tests.services.world import World


def tables(world: World) -> dict[str, list[tuple[object, ...]]]:
    with world.office.desk.reading() as reading:
        found = pack_tables(reading, reading.find(PayRun), ())
    return {table.name: list(table.rows) for table in found}


def test_what_was_given_back_stands_apart_from_what_was_paid(world: World) -> None:
    world.approved(world.person(), choice=Choice.DONATE)
    number = world.settled_run().number
    ((_person, payment),) = world.office.pay_runs.details(number).payments
    world.office.gifts.record(payment.payment_id, 1000, TODAY, is_gift_aid=True)
    told = tables(world)
    assert told["Given back"] == [("1", "Aisha Rahman", TODAY, 1000, "yes", "")]
    assert told["Pay runs"][0][5:7] == (3000, 0)


def test_work_and_expenses_stand_in_two_columns(world: World) -> None:
    person = world.person()
    piece = world.approved(person)
    world.approved_claim(person)
    world.settled_run()
    rows = tables(world)["What was paid for"]
    assert [(row[4], row[5], row[6]) for row in rows] == [(150, 3000, None), (None, None, 460)]
    assert {row[2] for row in rows} == {piece.worked_on}


def test_every_decision_about_a_run_is_told_with_its_reason(world: World) -> None:
    world.approved(world.person())
    number = world.prepared().number
    world.sit("Idris Vaughan")
    world.office.pay_runs.send_back(number, "Which bus?")
    rows = [row for row in tables(world)["Approvals"] if row[1] == f"Pay run {number}"]
    assert [(row[2], row[3], row[5]) for row in rows] == [
        ("prepared", "Grace Okafor", ""),
        ("sent back", "Idris Vaughan", "Which bus?"),
    ]


def test_nothing_is_told_of_runs_that_are_not_asked_for(world: World) -> None:
    world.approved(world.person())
    world.settled_run()
    with world.office.desk.reading() as reading:
        found = pack_tables(reading, (), ())
    assert all(not table.rows for table in found)
