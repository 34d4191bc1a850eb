"""The papers for a session say who is expected and what was promised to each."""

import datetime
from dataclasses import replace
from typing import Any

from coprod_desktop.domain.activities import Activity
from coprod_desktop.domain.contributions import Pay
from coprod_desktop.domain.participants import PaidBy, Participant
from coprod_desktop.domain.session_papers import SessionOffer, SessionPerson
from coprod_desktop.services.session_kit_contents import (
    Expected,
    KitWishes,
    expected_by_agreement,
    kit_contents,
    with_number,
    with_offers,
    with_promises,
)
from tests.builders import WORKED_ON, an_engagement
from tests.services.boxes import bought
from tests.services.world import World

OFFER = SessionOffer(minutes=120, offered_pence=2400, rate_pence=1200)


def an_activity(world: World) -> Activity:
    return Activity(
        activity_id=0,
        project_id=world.project.project_id,
        title="Testing the leaflet",
        held_on=WORKED_ON,
        starts_at="10:30",
        place="The Old Library",
    )


def agree(world: World, person: Participant, **override: Any) -> None:
    agreed = an_engagement(
        engagement_id=0,
        participant_id=person.participant_id,
        project_id=world.project.project_id,
        starts_on=WORKED_ON,
        ends_on=None,
    )
    world.office.projects.agree(replace(agreed, **override))


def test_people_stand_by_family_name_with_the_cash_of_those_who_want_it(
    file_world: World,
) -> None:
    world = file_world
    names = ("Salma Al-Haddad", "Rhys ap Gwilym", "Joy Adeyemi-Clarke", "Llŷr Penri Bowen")
    people = [world.person(name, paid_by=PaidBy.CASH) for name in names]
    people.append(world.person("Fatima Rahmani", paid_by=PaidBy.BANK))
    expected = [Expected(person=one, offer=OFFER) for one in people]
    wishes = KitWishes(float_pence=5000, fares_pence=460)
    with world.office.desk.reading() as reading:
        told = kit_contents(reading, an_activity(world), expected, wishes)
    assert [one.name for one in told.attendance.people] == [
        "Joy Adeyemi-Clarke",
        "Llŷr Penri Bowen",
        "Rhys ap Gwilym",
        "Salma Al-Haddad",
        "Fatima Rahmani",
    ]
    assert told.attendance.people[-1] == SessionPerson(name="Fatima Rahmani")
    assert told.attendance.offer == OFFER
    assert told.attendance.session.code == world.project.cost_code
    assert told.cash
    assert (told.cash.payment_pence, told.cash.float_pence) == (4 * 2400, 5000)
    assert [one.content.name for one in told.slips][-2:] == ["", ""]
    numbered = with_number(told, "A-2026-0088")
    assert numbered.cash
    sessions = [numbered.attendance.session, numbered.cash.session]
    sessions += [one.content.session for one in numbered.slips]
    assert {one.number for one in sessions} == {"A-2026-0088"}


def test_where_offers_differ_the_sheet_promises_nothing_in_general(file_world: World) -> None:
    world = file_world
    expected = [
        Expected(person=world.person(), offer=OFFER),
        Expected(person=world.person("Bronwen Pugh"), offer=SessionOffer(minutes=120)),
    ]
    with world.office.desk.reading() as reading:
        told = kit_contents(reading, an_activity(world), expected, KitWishes())
    assert told.attendance.offer == SessionOffer()
    assert [one.content.offer for one in told.slips] == [
        SessionOffer(minutes=120),
        OFFER,
        SessionOffer(),
        SessionOffer(),
    ]
    assert told.cash is None


def test_who_has_an_agreement_on_the_day_is_expected(file_world: World) -> None:
    world = file_world
    now, gone = world.person(), world.person("Gone Already")
    away = world.person("Moved Away")
    agree(world, now)
    agree(world, gone, ends_on=WORKED_ON)
    agree(world, away)
    world.office.participants.save(replace(away, is_active=False))
    later = WORKED_ON + datetime.timedelta(days=1)
    project_id = world.project.project_id
    with world.office.desk.reading() as reading:
        assert expected_by_agreement(reading, project_id, later) == [now.participant_id]
        both = expected_by_agreement(reading, project_id, WORKED_ON)
        assert set(both) == {now.participant_id, gone.participant_id}


def test_the_rules_of_the_day_make_the_offers(file_world: World) -> None:
    world = file_world
    paid, unpaid = world.person(), world.person("Bronwen Pugh")
    agree(world, unpaid, is_paid=False)
    with world.office.desk.reading() as reading:
        first, second = with_offers(reading, an_activity(world), [paid, unpaid], 120)
        (none, _other) = with_offers(reading, an_activity(world), [paid, unpaid], 0)
    assert first.offer == OFFER
    assert second.offer == SessionOffer(minutes=120)
    assert none.offer == SessionOffer()


def test_what_was_logged_is_promised_with_all_its_pieces(file_world: World) -> None:
    world = file_world
    person, other = world.person(), world.person("Bronwen Pugh")
    activity = world.office.sessions.log(
        world.session(world.row(person), world.row(other, pay=Pay.UNPAID))
    )
    with world.office.desk.reading() as reading:
        promised = {one.person.name: one.offer for one in with_promises(reading, activity)}
    assert promised["Aisha Rahman"] == SessionOffer(
        minutes=180, offered_pence=3600, rate_pence=1200
    )
    assert promised["Bronwen Pugh"].offered_pence == 0


def test_a_voucher_is_offered_where_the_charity_has_some(file_world: World) -> None:
    world = file_world
    expected = [Expected(person=world.person(), offer=OFFER)]

    def ways() -> tuple[PaidBy, ...]:
        with world.office.desk.reading() as reading:
            told = kit_contents(reading, an_activity(world), expected, KitWishes())
        return told.slips[0].content.ways

    assert ways() == (PaidBy.BANK, PaidBy.CASH)
    bought(world, 1)
    assert ways() == (PaidBy.BANK, PaidBy.CASH, PaidBy.VOUCHER)
