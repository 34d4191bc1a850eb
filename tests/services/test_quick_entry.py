"""A line becomes work and expenses of everybody named, in one change that undo takes back."""

import datetime
from dataclasses import replace
from typing import Any

import pytest

from coprod_desktop.domain.contributions import Choice, Contribution, Pay
from coprod_desktop.domain.errors import (
    DateOutOfRangeError,
    DayTooLongError,
    DomainError,
    NotFoundError,
    PartAboveOfferError,
)
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.services.quick_entry import QuickEntry
from tests.builders import WORKED_ON
from tests.entry_builders import A_FARE, a_quick_entry
from tests.services.world import World


def entry_of(world: World, *names: str, **override: Any) -> QuickEntry:
    people = [world.person(name).participant_id for name in names]
    entry = a_quick_entry(people[0], project_id=world.project.project_id, **override)
    return replace(entry, participant_ids=tuple(people))


def test_a_line_about_two_people_is_one_change_that_undo_takes_back(world: World) -> None:
    entry = entry_of(world, "Amina Yusuf", "Catrin Llŷr")
    before = world.records()
    offer = world.office.quick_entry.save(entry)
    found = world.records(Contribution, ExpenseClaim, ExpenseItem)
    assert [one.minutes for one in found[Contribution]] == [30, 30]
    assert [one.claimed_pence for one in found[ExpenseItem]] == [460, 460]
    assert len(found[ExpenseClaim]) == 2
    assert offer.offered_pence == sum(one.offered_pence for one in found[Contribution]) > 0
    assert world.office.history.latest(1)[0].verb == "quick entry"
    world.office.history.undo()
    assert world.records() == before


def test_a_line_is_priced_as_the_forms_price_it(world: World) -> None:
    entry = entry_of(world, "Amina Yusuf")
    quoted = world.office.quick_entry.quote(entry)
    saved = world.office.quick_entry.save(entry)
    (piece,) = saved.pieces
    alike = world.office.contributions.quote_new(piece).contribution
    assert quoted.offered_pence == saved.offered_pence
    assert quoted.expense_pence == saved.expense_pence == 460
    assert piece.because
    assert alike.kind_of_work == piece.kind_of_work


def test_expenses_can_stand_alone_and_work_too(world: World) -> None:
    alone = world.office.quick_entry.save(entry_of(world, "Amina Yusuf", minutes=0))
    assert (alone.pieces, len(alone.items)) == ((), 1)
    work = world.office.quick_entry.save(entry_of(world, "Tom Brennan", costs=()))
    assert (len(work.pieces), work.claims) == (1, ())


def test_what_the_person_chose_is_kept(world: World) -> None:
    unpaid = world.office.quick_entry.save(entry_of(world, "Amina Yusuf", pay=Pay.UNPAID))
    declined = world.office.quick_entry.save(entry_of(world, "Tom Brennan", choice=Choice.DECLINE))
    part = world.office.quick_entry.save(
        entry_of(world, "Catrin Llŷr", choice=Choice.PART, part_pence=100)
    )
    assert unpaid.pieces[0].pay is Pay.UNPAID
    assert declined.agreed_pence == 0
    assert (part.pieces[0].choice, part.agreed_pence) == (Choice.PART, 100)


def test_what_cannot_be_is_refused_and_nothing_is_saved(world: World) -> None:
    before_people = entry_of(world, "Amina Yusuf")
    before = world.records()
    far = datetime.date(1980, 1, 1)
    refused: tuple[tuple[dict[str, Any], type[DomainError]], ...] = (
        ({"minutes": 25 * 60}, DayTooLongError),
        ({"day": far}, DateOutOfRangeError),
        ({"project_id": 1}, NotFoundError),
        ({"choice": Choice.PART, "part_pence": 10**6}, PartAboveOfferError),
    )
    for override, error in refused:
        with world.refused(error):
            world.office.quick_entry.save(replace(before_people, **override))
    assert world.records() == before


def test_more_than_a_day_of_work_on_one_day_is_refused(world: World) -> None:
    entry = entry_of(world, "Amina Yusuf", minutes=13 * 60)
    world.office.quick_entry.save(entry)
    with world.refused(DayTooLongError):
        world.office.quick_entry.save(entry)


def test_a_line_knows_everybody_and_the_project_of_the_newest_work(world: World) -> None:
    amina = world.person("Amina Yusuf")
    world.office.name_aliases.add(amina.participant_id, "Mina")
    known = world.office.quick_entry.known(("Meeting",))
    assert known.names.find("mina").person == amina
    assert known.kinds == ("Meeting",)
    assert known.project_id == world.project.project_id
    assert A_FARE.pence == 460
    assert WORKED_ON


@pytest.mark.parametrize("what", ["", "Welcome leaflet"])
def test_an_expense_says_what_it_was_for(world: World, what: str) -> None:
    saved = world.office.quick_entry.save(entry_of(world, "Amina Yusuf", what=what))
    assert saved.items[0].what == f"Bus: {what or 'Meeting'}"
