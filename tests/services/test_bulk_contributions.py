"""Many contributions are priced as each would be by itself; what is agreed or paid stays."""

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import sqlalchemy

from coprod_desktop.domain.activities import KINDS_OF_WORK
from coprod_desktop.domain.bulk_edits import (
    BulkPlan,
    ContributionEdit,
    Difference,
    TextEdit,
    TextWay,
)
from coprod_desktop.domain.bulk_errors import (
    ApprovedStaysError,
    OwnOfferError,
    PaidStaysError,
    PartStaysError,
)
from coprod_desktop.domain.contributions import Choice, Contribution, Pay, WorkState
from coprod_desktop.domain.errors import (
    DateOutOfRangeError,
    DayTooLongError,
    DurationNotPositiveError,
    NotFoundError,
    TextTooLongError,
    ToppedUpError,
)
from coprod_desktop.domain.participants import Capacity
from tests.builders import TODAY, WORKED_ON, a_policy, a_project, an_engagement
from tests.services.world import GRACE, World

DAY_BEFORE = WORKED_ON - datetime.timedelta(days=1)


def plan(world: World, edit: ContributionEdit) -> BulkPlan:
    """Look at what an edit of all contributions would do."""
    every = [one.contribution_id for one in world.records(Contribution)[Contribution]]
    return world.office.bulk_edits.plan(every, edit)


def left(found: BulkPlan) -> dict[int, type]:
    return {one.entry.row_id: type(one.error) for one in found.left}


def test_each_is_priced_as_a_correction_of_it_alone(world: World) -> None:
    person, other = world.person(), world.person("Bronwen Pugh")
    world.log(person)
    world.log(other, choice=Choice.DECLINE)
    world.log(other, pay=Pay.UNPAID, minutes=45, state=WorkState.DRAFT)
    sent = world.log(person, minutes=20, pay=Pay.SALARY)
    world.office.contributions.send_back(sent.contribution_id, "Which day?")
    elsewhere = world.office.projects.add(a_project(name="Garden"))
    world.policy(effective_on=WORKED_ON, hourly_pence=1500)
    before = {one.contribution_id: one for one in world.records(Contribution)[Contribution]}
    for edit in (
        ContributionEdit(worked_on=DAY_BEFORE),
        ContributionEdit(minutes=90, what="  The  group "),
        ContributionEdit(project_id=elsewhere.project_id, kind_of_work=KINDS_OF_WORK[1]),
        ContributionEdit(pay=Pay.UNPAID, capacity=Capacity.CARER),
        ContributionEdit(note=TextEdit(text="x"), skills=TextEdit(text="Welsh")),
    ):
        found = plan(world, edit)
        assert len(found.records) >= 3
        for record in found.records:
            assert isinstance(record, Contribution)
            alone = edit.apply(before[record.contribution_id])
            assert record == world.office.contributions.quote(alone).contribution
        offered = sum(one.offered_pence for one in found.records if isinstance(one, Contribution))
        assert found.after_pence == offered


def test_the_words_of_the_same_work_keep_what_was_promised(file_world: World) -> None:
    world = file_world
    person = world.person()
    promised = world.log(person)
    agreed_later = an_engagement(
        engagement_id=0,
        participant_id=person.participant_id,
        project_id=world.project.project_id,
        starts_on=datetime.date(2026, 4, 1),
        hourly_pence=2000,
    )
    world.office.projects.agree(agreed_later)
    found = plan(world, ContributionEdit(what="Leaflets"))
    assert found.records == (replace(promised, what="Leaflets"),)
    assert found.difference_pence == 0
    anew = plan(world, ContributionEdit(minutes=60))
    assert (anew.before_pence, anew.after_pence) == (3000, 2000)


def test_what_is_approved_in_a_run_or_paid_stays_and_says_why(world: World) -> None:
    person = world.person()
    paid = world.approved(person)
    world.settled_run()
    approved, open_piece = world.approved(person, minutes=40), world.log(person, minutes=50)
    found = plan(world, ContributionEdit(note=TextEdit(text="Seen")))
    assert left(found) == {
        paid.contribution_id: PaidStaysError,
        approved.contribution_id: ApprovedStaysError,
    }
    assert [one.entry.row_id for one in found.changes] == [open_piece.contribution_id]
    world.office.bulk_edits.save(found)
    assert world.office.contributions.get(paid.contribution_id).note == ""
    assert world.office.contributions.get(approved.contribution_id) == approved


def test_what_a_difference_was_paid_on_top_of_stays(file_world: World) -> None:
    world = file_world
    piece = world.approved(world.person())
    world.policy(hourly_pence=1300, effective_on=WORKED_ON)
    number = world.office.top_ups.prepare().run.number
    (stays,) = plan(world, ContributionEdit(note=TextEdit(text="Seen"))).left
    assert stays.entry.row_id == piece.contribution_id
    assert isinstance(stays.error, ToppedUpError)
    assert stays.error.facts == {"number": number}


def test_ones_own_work_is_not_priced_among_that_of_others(file_world: World) -> None:
    world = file_world
    nia, other = world.operator_who_takes_part("Nia Morgan"), world.person()
    own, theirs = world.log(nia), world.log(other)
    world.sit("Nia Morgan")
    found = plan(world, ContributionEdit(minutes=600))
    assert left(found) == {own.contribution_id: OwnOfferError}
    assert [one.entry.row_id for one in found.changes] == [theirs.contribution_id]
    assert plan(world, ContributionEdit(what="Garden")).left == ()
    world.sit(GRACE)
    assert plan(world, ContributionEdit(minutes=600)).left == ()


def test_nobody_gets_more_than_a_day_has_hours(world: World) -> None:
    person, other = world.person(), world.person("Bronwen Pugh")
    first = world.log(person, minutes=800)
    second = world.log(person, minutes=800, worked_on=DAY_BEFORE)
    third = world.log(person, minutes=500, worked_on=DAY_BEFORE)
    theirs = world.log(other, minutes=800, worked_on=DAY_BEFORE)
    found = plan(world, ContributionEdit(worked_on=WORKED_ON))
    assert left(found) == {second.contribution_id: DayTooLongError}
    moved = {one.entry.row_id for one in found.changes}
    assert moved == {third.contribution_id, theirs.contribution_id}
    assert found.same == 1
    world.office.bulk_edits.save(found)
    assert world.office.contributions.get(first.contribution_id) == first
    longer = plan(world, ContributionEdit(minutes=720))
    assert left(longer) == {}
    assert len(longer.changes) == 4


def test_a_part_that_would_be_above_the_new_offer_stays(file_world: World) -> None:
    world = file_world
    person = world.person()
    piece = world.log(person)
    world.office.contributions.choose(piece.contribution_id, Choice.PART, 2500)
    other = world.log(person, minutes=100)
    found = plan(world, ContributionEdit(minutes=60))
    assert left(found) == {piece.contribution_id: PartStaysError}
    assert [one.entry.row_id for one in found.changes] == [other.contribution_id]


def test_what_stays_counts_in_the_prices_of_what_changes(file_world: World) -> None:
    """The cap of a day is filled by what stays, at the price that it has."""
    world = file_world
    cap = '\n[[cap]]\nname = "A day"\ncovers = "fees"\nat_most = 50\nper = "day"\n'
    world.office.policies.save(a_policy(hourly_pence=1200).text + cap, WORKED_ON)
    person = world.person()
    kept = world.log(person)
    world.office.contributions.choose(kept.contribution_id, Choice.PART, 2900)
    other = world.log(person, minutes=30)
    edit = ContributionEdit(minutes=120)
    found = plan(world, edit)
    assert left(found) == {kept.contribution_id: PartStaysError}
    (record,) = found.records
    assert record == world.office.contributions.quote(edit.apply(other)).contribution
    assert (found.before_pence, found.after_pence) == (600, 2000)


def test_texts_are_added_to_or_replaced(file_world: World) -> None:
    world = file_world
    world.log(world.person(), skills="Welsh, Cooking", note="Came late")
    edit = ContributionEdit(
        skills=TextEdit(text="welsh, Facilitation", way=TextWay.APPEND),
        note=TextEdit(text="and left early", way=TextWay.APPEND),
    )
    (change,) = plan(world, edit).changes
    assert change.differences == (
        Difference(field="skills", before="Welsh, Cooking", after="Welsh, Cooking, Facilitation"),
        Difference(field="note", before="Came late", after="Came late and left early"),
    )
    (emptied,) = plan(world, ContributionEdit(note=TextEdit(text=""))).changes
    assert emptied.differences == (Difference(field="note", before="Came late", after=""),)
    too_long = TextEdit(text="x" * 499, way=TextWay.APPEND)
    assert list(left(plan(world, ContributionEdit(note=too_long))).values()) == [TextTooLongError]


def test_what_was_sent_back_is_to_be_approved_again_and_that_is_said(file_world: World) -> None:
    world = file_world
    piece = world.log(world.person())
    world.office.contributions.send_back(piece.contribution_id, "Which day?")
    (change,) = plan(world, ContributionEdit(worked_on=DAY_BEFORE)).changes
    state = Difference(field="state", before=WorkState.SENT_BACK, after=WorkState.LOGGED)
    assert state in change.differences
    assert plan(world, ContributionEdit(worked_on=WORKED_ON)).same == 1


def test_a_project_is_told_by_its_name(file_world: World) -> None:
    world = file_world
    world.log(world.person())
    garden = world.office.projects.add(a_project(name="Garden"))
    (change,) = plan(world, ContributionEdit(project_id=garden.project_id)).changes
    assert change.entry.who == "Aisha Rahman"
    assert change.differences[0] == Difference(
        field="project", before=world.project.name, after="Garden"
    )


def test_what_fits_no_contribution_is_refused_at_once(file_world: World) -> None:
    world = file_world
    world.log(world.person())
    far = TODAY.replace(year=TODAY.year + 9)
    cases: tuple[tuple[dict[str, Any], type], ...] = (
        ({"minutes": 0}, DurationNotPositiveError),
        ({"worked_on": far}, DateOutOfRangeError),
        ({"project_id": 1}, NotFoundError),
    )
    for fields, error in cases:
        with world.refused(error):
            plan(world, ContributionEdit(**fields))


def test_ten_times_the_rows_ask_the_file_no_more_questions(file_world: World) -> None:
    world, person = file_world, file_world.person()
    few = [world.log(person, minutes=5).contribution_id for _number in range(3)]
    edit = ContributionEdit(minutes=10, note=TextEdit(text="Seen"))
    once = questions(world, lambda: world.office.bulk_edits.plan(few, edit))
    many = [*few, *(world.log(person, minutes=5).contribution_id for _number in range(27))]
    assert len(world.office.bulk_edits.plan(many, edit).changes) == 30
    assert questions(world, lambda: world.office.bulk_edits.plan(many, edit)) == once


def questions(world: World, do: Callable[[], object]) -> int:
    """Count the statements that something asks the file."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    with world.office.desk.reading() as reading:
        engine = reading.connection.engine
    sqlalchemy.event.listen(engine, "before_cursor_execute", note)
    do()
    sqlalchemy.event.remove(engine, "before_cursor_execute", note)
    return len(asked)
