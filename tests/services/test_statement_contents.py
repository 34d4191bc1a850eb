"""What a statement says of each piece of work and each expense."""

import datetime
from dataclasses import replace

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.statements import CORRECTION_DAYS, StatementContent
from coprod_desktop.services.statement_contents import DRAFT_NUMBER, as_issued, fingerprint
from tests.builders import PAID_ON, TODAY, WORKED_ON
from tests.services.world import World

FROM, TO = datetime.date(2026, 10, 1), datetime.date(2026, 12, 31)


def content_of(world: World) -> StatementContent:
    person = world.office.participants.named("Aisha Rahman")
    return world.office.statements.content(person.participant_id, FROM, TO)


def test_it_names_the_charity_and_the_person_as_they_wish(world: World) -> None:
    world.log(world.person(name_on_papers="Aisha R.", name_in_script="عائشة"))
    content, charity = content_of(world), world.office.organisation.get()
    assert (content.name, content.name_in_script) == ("Aisha R.", "عائشة")
    assert (content.organisation, content.contact_phone) == (charity.name, charity.contact_phone)
    assert content.number == DRAFT_NUMBER
    assert (content.issued_on, content.rate_source) == (
        TODAY,
        "Agreed by the trustees on 2 March 2026",
    )
    assert content.correct_by_on == TODAY + datetime.timedelta(days=CORRECTION_DAYS)


def test_work_says_when_it_is_paid_or_by_when(world: World) -> None:
    person = world.person()
    world.approved(person)
    promise = datetime.timedelta(days=world.office.organisation.get().promise_days)
    (piece,) = content_of(world).work
    assert (piece.paid_on, piece.pay_by_on) == (None, WORKED_ON + promise)
    pay_on = TODAY + datetime.timedelta(days=3)
    number = world.office.pay_runs.prepare(TODAY, pay_on).run.number
    (piece,) = content_of(world).work
    assert (piece.paid_on, piece.pay_by_on) == (None, pay_on)
    world.office.pay_runs.reverse(number, "Wrong day")
    world.settled_run()
    (piece,) = content_of(world).work
    assert (piece.paid_on, piece.paid_how, piece.pay_by_on) == (PAID_ON, PaidBy.BANK, None)


def test_nothing_is_promised_for_work_that_is_not_to_be_paid_or_that_waits(world: World) -> None:
    person = world.person()
    world.log(person, choice=Choice.DEFER)
    world.log(person, choice=Choice.DECLINE)
    world.log(person, pay=Pay.UNPAID)
    assert [piece.pay_by_on for piece in content_of(world).work] == [None, None, None]


def test_expenses_say_why_less_was_agreed_and_when_they_were_paid(world: World) -> None:
    person = world.person()
    claim = world.claim(person)
    (item,) = world.office.expenses.items(claim.expense_claim_id)
    (told,) = content_of(world).expenses
    assert (told.claimed_pence, told.agreed_pence, told.because) == (460, 460, "")
    world.office.expenses.agree(item.expense_item_id, 300, "The day ticket costs £3.00.")
    world.office.expenses.approve([claim.expense_claim_id])
    world.settled_run()
    (told,) = content_of(world).expenses
    assert (told.agreed_pence, told.because) == (300, "The day ticket costs £3.00.")
    assert told.paid_on == PAID_ON


def test_a_skill_is_named_once_in_the_words_first_used(world: World) -> None:
    person = world.person()
    world.log(person, skills="Chairing,  Welsh", minutes=10)
    world.log(person, skills="welsh, Listening,", minutes=10)
    assert content_of(world).skills == ("Chairing", "Welsh", "Listening")


def test_it_tells_what_changed_in_the_projects_of_the_work_only(world: World) -> None:
    world.log(world.person())
    other = replace(world.project, name="Garden", what_changed="Nothing yet", what_next="Beans")
    world.office.projects.add(other)
    content = content_of(world)
    assert content.what_changed == (world.project.what_changed,)
    assert content.what_next == (world.project.what_next,)


def test_the_fingerprint_is_of_what_is_told_and_not_of_its_number_and_day(world: World) -> None:
    person = world.person()
    world.log(person)
    content = content_of(world)
    issued = as_issued(content, "S-2026-0009", datetime.date(2026, 12, 1), "S-2026-0001")
    assert (issued.replaces_number, bool(issued.replaces_because)) == ("S-2026-0001", True)
    assert issued.correct_by_on == datetime.date(2026, 12, 31)
    assert fingerprint(issued) == fingerprint(content)
    world.log(person, minutes=1)
    assert fingerprint(content_of(world)) != fingerprint(content)
