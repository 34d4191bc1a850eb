"""What a person's papers say is what the file knows of the period, and nothing else."""

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.issuing_errors import (
    NothingToCheckError,
    NothingToCorrectError,
    NothingToTellError,
)
from coprod_desktop.domain.papers import LetterPayment, OwnSkill, TimeByKind
from coprod_desktop.domain.participants import Capacity, PaidBy, Participant
from coprod_desktop.domain.statement_differences import Differs
from coprod_desktop.services.paper_contents import PaperContents, PaperWishes
from tests.builders import PAID_ON, TINY_PNG, TODAY, WORKED_ON, an_engagement
from tests.services.world import World

PERIOD = (datetime.date(2026, 10, 1), datetime.date(2026, 12, 31))
PLAIN = PaperWishes()


def told(world: World, person: Participant, kind: str, wishes: PaperWishes = PLAIN) -> Any:
    with world.office.desk.reading() as reading:
        contents = PaperContents(reading, person, PERIOD, TODAY)
        return getattr(contents, kind)(wishes)


@pytest.fixture
def person(file_world: World) -> Participant:
    return file_world.person(name_on_papers="Aisha R.", name_in_script="عائشة")


def test_the_charity_stands_on_every_paper(file_world: World, person: Participant) -> None:
    organisation = file_world.office.organisation.get()
    file_world.office.organisation.save(
        replace(organisation, address="The Old Library\n\n Wharf Street ")
    )
    file_world.log(person)
    sender = told(file_world, person, "certificate", PLAIN).sender
    assert sender.organisation == organisation.name
    assert sender.address == ("The Old Library", "Wharf Street")
    assert (sender.signed_by, sender.logo) == ("", b"")


def test_a_letter_tells_what_was_offered_accepted_and_paid_and_when(
    file_world: World, person: Participant
) -> None:
    world = file_world
    world.approved(person)
    world.approved_claim(person)
    world.settled_run()
    world.log(person, choice=Choice.DECLINE, minutes=60, capacity=Capacity.CARER)
    letter = told(world, person, "letter", PaperWishes(has_weeks=True, to=("The work coach",)))
    assert (letter.name, letter.to, letter.has_weeks) == ("Aisha R.", ("The work coach",), True)
    assert letter.projects == (world.project.name,)
    paid, declined = letter.work
    assert (paid.offered_pence, paid.accepted_pence) == (3000, 3000)
    assert paid.payments == (LetterPayment(pence=3000, paid_on=PAID_ON, paid_how=PaidBy.BANK),)
    assert (declined.declined_pence, declined.payments) == (1200, ())
    assert declined.capacity is Capacity.CARER
    (expense,) = letter.expenses
    assert (expense.pence, expense.paid_on, expense.receipt) == (460, PAID_ON, "")
    assert (letter.paid_pence, letter.reimbursed_pence, letter.to_come_pence) == (3000, 460, 0)


def test_a_letter_names_the_receipt_by_our_number(
    file_world: World, person: Participant, tmp_path: Path
) -> None:
    world, slip = file_world, tmp_path / "slip.png"
    slip.write_bytes(TINY_PNG)
    for _ in range(2):
        claim = world.claim(person)
        (item,) = world.office.expenses.items(claim.expense_claim_id)
        world.office.expenses.attach_receipt(item.expense_item_id, slip)
    world.claim(person)
    receipts = [one.receipt for one in told(world, person, "letter", PLAIN).expenses]
    assert receipts == ["R1", "R2", ""]


def test_what_came_on_top_is_a_payment_of_its_own_in_a_letter(
    file_world: World, person: Participant
) -> None:
    world = file_world
    world.approved(person)
    world.settled_run()
    world.policy(hourly_pence=1300, effective_on=WORKED_ON)
    world.office.top_ups.prepare()
    (work,) = told(world, person, "letter", PLAIN).work
    assert work.payments[1] == LetterPayment(pence=250)


def test_what_i_did_adds_time_up_by_kind_and_says_where_skills_were_used(
    file_world: World, person: Participant
) -> None:
    world = file_world
    world.office.projects.agree(
        an_engagement(
            engagement_id=0,
            participant_id=person.participant_id,
            project_id=world.project.project_id,
            role="Chair",
            starts_on=WORKED_ON,
            ends_on=None,
        )
    )
    world.log(person, skills="Chairing", minutes=30, kind_of_work="Reading", pay=Pay.UNPAID)
    world.log(person, skills="chairing, Welsh", what="Phone calls", minutes=60)
    page = told(world, person, "what_i_did", PaperWishes(about="I like it.", did=("I read.",)))
    assert (page.role, page.about, page.did) == ("Chair", "I like it.", ("I read.",))
    assert page.skills == (
        OwnSkill(skill="Chairing", used_in=("Steering group", "Phone calls")),
        OwnSkill(skill="Welsh", used_in=("Phone calls",)),
    )
    assert page.times == (
        TimeByKind(kind_of_work="Meeting", minutes_paid=60),
        TimeByKind(kind_of_work="Reading", minutes_unpaid=30),
    )
    certificate = told(world, person, "certificate", PLAIN)
    assert (certificate.minutes_paid, certificate.minutes_unpaid) == (60, 30)
    assert certificate.skills == ("Chairing", "Welsh")


def test_a_correction_says_which_statement_and_what_is_right_now(
    file_world: World, person: Participant
) -> None:
    world = file_world
    piece = world.log(person)
    with pytest.raises(NothingToCorrectError):
        told(world, person, "correction", PLAIN)
    world.office.statements.issue(*PERIOD)
    world.office.contributions.correct(replace(piece, minutes=60))
    world.office.statements.issue(*PERIOD)
    notice = told(world, person, "correction", PaperWishes(because="It was one hour."))
    assert (notice.old_number, notice.new_number) == ("S-2026-0001", "S-2026-0002")
    assert (notice.old_issued_on, notice.because) == (TODAY, "It was one hour.")
    assert [one.kind for one in notice.changes] == [Differs.HOURS, Differs.PAYMENT]


def test_a_check_sheet_asks_about_what_is_not_paid_yet(
    file_world: World, person: Participant
) -> None:
    world = file_world
    world.approved(person)
    world.approved_claim(person)
    world.settled_run()
    with pytest.raises(NothingToCheckError):
        told(world, person, "check", PLAIN)
    world.approved(person, minutes=20, pay=Pay.UNPAID)
    world.log(person, minutes=45, choice=Choice.PART, agreed_pence=500)
    world.log(person, minutes=15, pay=Pay.SALARY)
    world.claim(person)
    check = told(world, person, "check", PLAIN)
    assert check.answer_by_on == TODAY + datetime.timedelta(days=14)
    first, second = check.work  # unpaid work that is approved is not asked about again
    assert (first.minutes, first.offered_pence, first.pence) == (45, 900, 500)
    assert (second.minutes, second.pence, second.is_in_salary) == (15, 0, True)
    assert (check.payments_pence, check.reimbursements_pence) == (500, 460)
    by_on = TODAY + datetime.timedelta(days=3)
    assert told(world, person, "check", PaperWishes(answer_by_on=by_on)).answer_by_on == by_on


def test_of_nothing_there_is_nothing_to_tell(file_world: World, person: Participant) -> None:
    for kind in ("letter", "what_i_did", "certificate"):
        with pytest.raises(NothingToTellError):
            told(file_world, person, kind)
    file_world.claim(person)
    assert told(file_world, person, "letter", PLAIN).work == ()
