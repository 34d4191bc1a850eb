"""Words are replaced in open entries, each place once it was looked at, as one change."""

import pytest

from coprod_desktop.domain.bulk_edits import CONTRIBUTIONS, EXPENSES, PARTICIPANTS
from coprod_desktop.domain.bulk_errors import (
    ApprovedStaysError,
    ChangedMeanwhileError,
    NamesakeError,
    NothingToFindError,
    PaidStaysError,
)
from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.errors import NameMissingError, TextIsFormulaError
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.replacing import Hit, Replacement, ReplacePlan, Search
from coprod_desktop.services.bulk_replacing import fields_of
from tests.services.world import World

KINDS = {CONTRIBUTIONS: Contribution, EXPENSES: ExpenseClaim, PARTICIPANTS: Participant}


def plan(world: World, subject: str, words: str, by: str, *fields: str) -> ReplacePlan:
    """Look for words in all rows of a list."""
    records = world.records(KINDS[subject])[KINDS[subject]]
    ids = [getattr(one, f"{KINDS[subject].__name__.lower()}_id", 0) for one in records]
    if subject == EXPENSES:
        ids = [one.expense_claim_id for one in records]
    wanted = Replacement(
        search=Search(words=words, is_whole_words=True), by=by, fields=fields or fields_of(subject)
    )
    return world.office.replacing.plan(subject, ids, wanted)


def keys(hits: tuple[Hit, ...]) -> set[tuple[int, str]]:
    return {hit.key for hit in hits}


def test_words_are_replaced_where_they_are_ticked_and_come_back_in_one_step(world: World) -> None:
    person = world.person()
    first = world.log(person, what="Group meeting", note="group of six")
    second = world.log(person, what="The group", minutes=20)
    before = world.records()
    found = plan(world, CONTRIBUTIONS, "group", "circle")
    assert {(hit.field, hit.before, hit.after) for hit in found.hits} == {
        ("what", "Group meeting", "circle meeting"),
        ("note", "group of six", "circle of six"),
        ("what", "The group", "The circle"),
    }
    chosen = keys(found.hits) - {(second.contribution_id, "what")}
    assert world.office.replacing.replace(found, chosen) == 2
    told = world.office.contributions.get(first.contribution_id)
    assert (told.what, told.note) == ("circle meeting", "circle of six")
    assert (told.offered_pence, told.because) == (first.offered_pence, first.because)
    assert world.office.contributions.get(second.contribution_id) == second
    assert world.office.history.latest(1)[0].verb == "replace words"
    world.office.history.undo()
    assert world.records() == before


def test_approved_and_paid_work_keeps_its_words_and_says_why(world: World) -> None:
    person = world.person()
    world.approved(person)
    world.settled_run()
    world.approved(person, minutes=40)
    draft = world.log(person, minutes=10, state=WorkState.DRAFT)
    found = plan(world, CONTRIBUTIONS, "Steering", "Planning")
    assert {type(hit.error) for hit in found.left} == {PaidStaysError, ApprovedStaysError}
    every = keys(found.hits)
    assert len(every) == 3
    assert world.office.replacing.replace(found, every) == 1
    assert world.office.contributions.get(draft.contribution_id).what == "Planning group"
    assert (
        len([one for one in world.records(Contribution)[Contribution] if "Steering" in one.what])
        == 2
    )


def test_what_was_sent_back_waits_for_its_correction_still(file_world: World) -> None:
    world = file_world
    piece = world.log(world.person())
    world.office.contributions.send_back(piece.contribution_id, "Which day?")
    found = plan(world, CONTRIBUTIONS, "Steering", "Planning")
    world.office.replacing.replace(found, keys(found.hits))
    assert world.office.contributions.get(piece.contribution_id).state is WorkState.SENT_BACK


def test_lines_and_notes_of_claims_are_searched(world: World) -> None:
    person = world.person()
    world.office.expenses.log(world.entry(person, note="Bus strike"))
    world.approved_claim(person)
    found = plan(world, EXPENSES, "bus", "Coach")
    assert {(hit.field, hit.after) for hit in found.open_hits} == {
        ("what", "Coach"),
        ("note", "Coach strike"),
    }
    assert [type(hit.error) for hit in found.left] == [ApprovedStaysError]
    world.office.replacing.replace(found, keys(found.open_hits))
    assert {one.what for one in world.records(ExpenseItem)[ExpenseItem]} == {"Bus", "Coach"}
    assert plan(world, EXPENSES, "coach", "x", "note").hits[0].field == "note"


def test_a_name_does_not_become_that_of_somebody_else(world: World) -> None:
    world.person("Jon Price")
    world.person("John Price")
    world.person("Jon Rees")
    found = plan(world, PARTICIPANTS, "Jon", "John", "name")
    told = {hit.before: None if hit.error is None else type(hit.error) for hit in found.hits}
    assert told == {"Jon Price": NamesakeError, "Jon Rees": None}
    both = plan(world, PARTICIPANTS, "Price", "Rees", "name")
    assert [type(hit.error) for hit in both.left] == [NamesakeError]


def test_what_would_be_no_name_or_a_formula_stays(file_world: World) -> None:
    world = file_world
    world.person("Cher", wishes="A sum", phone="")
    gone = plan(world, PARTICIPANTS, "Cher", "", "name")
    assert [type(hit.error) for hit in gone.left] == [NameMissingError]
    sums = plan(world, PARTICIPANTS, "A sum", "=1+1", "wishes")
    assert [type(hit.error) for hit in sums.left] == [TextIsFormulaError]


def test_what_reads_otherwise_by_now_is_not_replaced(file_world: World) -> None:
    world = file_world
    piece = world.log(world.person())
    found = plan(world, CONTRIBUTIONS, "Steering", "Planning")
    world.office.contributions.approve([piece.contribution_id])
    with world.refused(ChangedMeanwhileError):
        world.office.replacing.replace(found, keys(found.hits))
    other = plan(world, CONTRIBUTIONS, "Steering", "Planning")
    assert other.open_hits == ()


def test_a_change_elsewhere_does_not_stand_in_the_way(file_world: World) -> None:
    world = file_world
    world.log(world.person())
    found = plan(world, CONTRIBUTIONS, "Steering", "Planning")
    world.person("Bronwen Pugh")
    assert world.office.replacing.replace(found, keys(found.hits)) == 1


def test_nothing_to_look_for_is_refused(file_world: World) -> None:
    file_world.log(file_world.person())
    with pytest.raises(NothingToFindError):
        plan(file_world, CONTRIBUTIONS, "", "x")
    assert plan(file_world, CONTRIBUTIONS, "Zebra", "x").hits == ()
    assert plan(file_world, CONTRIBUTIONS, "group", "group").hits == ()
