"""Work and expenses of a period are known with what became of their money."""

import datetime
from dataclasses import replace

from coprod_desktop.domain.outputs import Credit, Output
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.services.period_facts import Made, expense_facts, skills_of, work_facts
from tests.builders import PAID_ON, WORKED_ON
from tests.services.world import World

PERIOD = (datetime.date(2026, 10, 1), datetime.date(2026, 12, 31))


def test_work_is_known_with_the_payment_of_it(world: World) -> None:
    person, other = world.person(), world.person("Bronwen Pugh")
    world.approved(person)
    world.log(other)
    world.settled_run()
    world.log(person, minutes=20)
    world.log(person, worked_on=PERIOD[0] - datetime.timedelta(days=1))
    with world.office.desk.reading() as reading:
        facts = work_facts(reading, person.participant_id, *PERIOD)
    minutes = {one.piece.minutes: one.payment for one in facts}
    assert set(minutes) == {150, 20}
    assert minutes[20] is None
    payment = minutes[150]
    assert payment
    assert (payment.method, payment.paid_on) == (PaidBy.BANK, PAID_ON)


def test_what_came_on_top_is_known_with_its_own_payment(world: World) -> None:
    person = world.person()
    world.approved(person)
    world.approved_claim(person)
    world.settled_run()
    world.policy(hourly_pence=1300, effective_on=WORKED_ON)
    world.office.top_ups.prepare()
    with world.office.desk.reading() as reading:
        (facts,) = work_facts(reading, person.participant_id, *PERIOD)
        (expense,) = expense_facts(reading, person.participant_id, *PERIOD)
    (top_up,) = facts.top_ups
    assert top_up.pence == 250
    assert top_up.payment
    assert top_up.payment.paid_on is None
    assert expense.payment
    assert (expense.payment.paid_on, expense.top_ups) == (PAID_ON, ())


def test_a_claim_that_was_sent_back_counts_nothing(world: World) -> None:
    person = world.person()
    world.claim(person)
    sent = world.claim(person)
    world.office.expenses.send_back(sent.expense_claim_id, "Twice?")
    with world.office.desk.reading() as reading:
        (one,) = expense_facts(reading, person.participant_id, *PERIOD)
    assert one.claim.expense_claim_id != sent.expense_claim_id


def test_skills_are_named_once_in_the_words_first_used(world: World) -> None:
    person = world.person()
    first = world.work(person, skills="Chairing,  Welsh")
    assert skills_of([first, replace(first, skills="welsh, Listening,")]) == (
        "Chairing",
        "Welsh",
        "Listening",
    )


def test_credits_are_told_by_the_day_of_the_thing(world: World) -> None:
    person = world.person()
    days = (datetime.date(2026, 12, 1), None, datetime.date(2026, 10, 2), WORKED_ON.replace(2025))
    with world.office.desk.transaction("make ready") as work:
        for number, day in enumerate(days):
            output = Output(
                output_id=world.office.desk.new_id(),
                project_id=world.project.project_id,
                title=f"Thing {number}",
                made_on=day,
            )
            credit = Credit(
                credit_id=world.office.desk.new_id(),
                output_id=output.output_id,
                participant_id=person.participant_id,
                credit="editor",
            )
            work.add(output, credit)
    with world.office.desk.reading() as reading:
        made = Made(reading, *PERIOD)
        mine = made.of(person.participant_id, [world.project.project_id])
        assert [one.title for one in mine] == ["Thing 2", "Thing 0", "Thing 1"]
        assert [one.title for one in made.of(person.participant_id, [])] == ["Thing 2", "Thing 0"]
        assert made.of(1, [world.project.project_id]) == ()
