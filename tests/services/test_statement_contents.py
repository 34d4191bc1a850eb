"""What a statement says of each piece of work and each expense."""

import datetime
from dataclasses import replace
from typing import Any

from coprod_desktop.domain.contributions import Choice, Pay
from coprod_desktop.domain.outputs import Credit, Output
from coprod_desktop.domain.paper_style import PaperStyle
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.statement_differences import Differs
from coprod_desktop.domain.statements import CORRECTION_DAYS, StatementContent, StatementMade
from coprod_desktop.services.statement_contents import (
    DRAFT_NUMBER,
    as_issued,
    changes_told,
    fingerprint,
)
from tests.builders import PAID_ON, TINY_PNG, TODAY, WORKED_ON
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
    world.taken_back(number, "Wrong day")
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
    assert (issued.number, issued.replaces_number) == ("S-2026-0009", "S-2026-0001")
    assert issued.correct_by_on == datetime.date(2026, 12, 31)
    assert fingerprint(issued) == fingerprint(content)
    world.log(person, minutes=1)
    assert fingerprint(content_of(world)) != fingerprint(content)


def _style(world: World, **override: Any) -> PaperStyle:
    organisation_id = world.office.organisation.get().organisation_id
    style = PaperStyle(paper_style_id=world.office.desk.new_id(), organisation_id=organisation_id)
    whole = replace(style, **override)
    with world.office.desk.transaction("make ready") as work:
        work.add(whole)
    return whole


def test_it_looks_as_the_charity_wants_its_papers(world: World) -> None:
    world.log(world.person(left_out="chart"))
    _style(
        world,
        logo=TINY_PNG,
        signature=TINY_PNG,
        signed_by="Grace Okafor",
        signed_as="Involvement lead",
        has_chart=True,
        has_code=True,
        reply_days=3,
        correction_days=14,
    )
    content = content_of(world)
    assert (content.logo, content.signature) == (TINY_PNG, TINY_PNG)
    assert (content.signed_by, content.signed_as) == ("Grace Okafor", "Involvement lead")
    assert (content.has_chart, content.has_code, content.reply_days) == (False, True, 3)
    assert content.correct_by_on == TODAY + datetime.timedelta(days=14)


def _made(world: World, person_id: int, **override: Any) -> None:
    output = replace(
        Output(
            output_id=world.office.desk.new_id(),
            project_id=world.project.project_id,
            title="Leaving hospital",
            kind="leaflet",
            made_on=WORKED_ON,
        ),
        **override,
    )
    credit = Credit(
        credit_id=world.office.desk.new_id(),
        output_id=output.output_id,
        participant_id=person_id,
        credit="co-author",
    )
    with world.office.desk.transaction("make ready") as work:
        work.add(output, credit)


def test_things_made_in_the_period_stand_with_the_credit(world: World) -> None:
    person, other = world.person(), world.person("Bronwen Pugh")
    world.log(person)
    _made(world, person.participant_id)
    _made(world, person.participant_id, title="Undated", made_on=None, kind="")
    _made(world, person.participant_id, title="Long ago", made_on=datetime.date(2025, 1, 1))
    _made(world, other.participant_id, title="Of somebody else")
    made = content_of(world).made
    assert made[0] == StatementMade(
        title="Leaving hospital", kind="leaflet", made_on=WORKED_ON, credit="co-author"
    )
    assert [one.title for one in made] == ["Leaving hospital", "Undated"]


def test_what_is_not_wanted_is_not_even_in_the_content(world: World) -> None:
    person = world.person(left_out="skills,made", shows_declined=False)
    world.log(person, skills="Welsh")
    _made(world, person.participant_id)
    content = content_of(world)
    assert (content.skills, content.made, content.shows_declined) == ((), (), False)
    assert [work.skills for work in content.work] == [""]
    assert content.what_changed
    more = world.office.statements.content(
        person.participant_id, FROM, TO, frozenset({"changed", "next"})
    )
    assert (more.what_changed, more.what_next) == ((), ())
    assert more.left_out == {"skills", "made", "changed", "next"}


def test_welsh_words_of_a_project_stand_beside_the_english_of_the_others(world: World) -> None:
    person = world.person()
    world.log(person)
    assert content_of(world).what_changed_cy == ()
    garden = world.office.projects.add(
        replace(world.project, name="Garden", what_changed="Beans", what_changed_cy="Ffa")
    )
    world.log(person, project_id=garden.project_id, minutes=5)
    content = content_of(world)
    assert sorted(content.what_changed) == sorted([world.project.what_changed, "Beans"])
    assert sorted(content.what_changed_cy) == sorted([world.project.what_changed, "Ffa"])


def test_lines_know_their_records_so_that_a_correction_is_told_as_one(world: World) -> None:
    piece = world.log(world.person())
    before = content_of(world)
    assert before.work[0].line_id == piece.contribution_id
    world.office.contributions.correct(replace(piece, minutes=120, what="Chairing"))
    kinds = {one.kind for one in changes_told(before, content_of(world))}
    assert kinds == {Differs.WORDS, Differs.HOURS, Differs.PAYMENT}


def test_what_changed_tells_nothing_of_what_is_left_out(world: World) -> None:
    person = world.person(left_out="expenses,value")
    world.log(person, pay=Pay.UNPAID, minutes=60)
    before = content_of(world)
    world.claim(person)
    assert before.expenses == ()
    assert changes_told(before, content_of(world)) == ()
    assert fingerprint(before) != fingerprint(content_of(world))
