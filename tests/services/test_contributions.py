"""Work is logged at the promised price, corrected, chosen about, approved and sent back."""

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain.approvals import Approval, Decision
from coprod_desktop.domain.contributions import Choice, Contribution, Pay, WorkState
from coprod_desktop.domain.errors import (
    AlreadyPaidError,
    DateOutOfRangeError,
    DayTooLongError,
    DomainError,
    DurationNotPositiveError,
    NotFoundError,
    OwnWorkError,
    PartAboveOfferError,
    ReasonMissingError,
    TextTooLongError,
    WrongStateError,
)
from coprod_desktop.services.contributions import ContributionFilter
from tests.builders import TODAY, WORKED_ON, an_engagement
from tests.services.world import GRACE, IDRIS, World


def test_work_is_offered_the_rate_of_the_policy_with_its_reason(world: World) -> None:
    logged = world.log(world.person())
    assert (logged.rate_pence, logged.offered_pence, logged.agreed_pence) == (1200, 3000, 3000)
    assert "£12.00 an hour" in logged.because
    assert logged.state is WorkState.LOGGED
    assert world.office.contributions.get(logged.contribution_id) == logged


def test_a_rate_agreed_with_the_person_goes_before_the_policy(world: World) -> None:
    person = world.person()
    agreed = an_engagement(
        engagement_id=0,
        participant_id=person.participant_id,
        project_id=world.project.project_id,
        starts_on=datetime.date(2026, 11, 1),
        ends_on=WORKED_ON,
        hourly_pence=1800,
    )
    world.office.projects.agree(agreed)
    assert world.log(person).offered_pence == 4500
    day_after = WORKED_ON + datetime.timedelta(days=1)
    assert world.log(person, worked_on=day_after).offered_pence == 3000


def test_the_price_of_the_day_of_the_work_counts_and_not_of_today(world: World) -> None:
    person = world.person()
    world.policy(effective_on=TODAY, hourly_pence=2000)
    assert world.log(person).offered_pence == 3000
    assert world.log(person, worked_on=TODAY).offered_pence == 5000


@pytest.mark.parametrize(
    ("pay", "offered", "is_paid", "value"),
    [(Pay.PAID, 3000, True, 0), (Pay.UNPAID, 0, False, 3000), (Pay.SALARY, 0, True, 0)],
)
def test_paid_and_unpaid_work_have_the_same_worth(
    world: World, pay: Pay, offered: int, is_paid: bool, value: int
) -> None:
    logged = world.log(world.person(), pay=pay)
    assert (logged.offered_pence, logged.is_paid, logged.value_pence) == (offered, is_paid, value)


def test_declined_work_keeps_its_time_and_its_worth(world: World) -> None:
    person = world.person()
    logged = world.log(person)
    declined = world.office.contributions.choose(logged.contribution_id, Choice.DECLINE)
    assert (declined.minutes, declined.offered_pence) == (150, 3000)
    assert (declined.agreed_pence, declined.is_paid, declined.value_pence) == (0, False, 3000)
    row = world.office.totals.of_participant(person.participant_id)
    assert (row.minutes_paid, row.minutes_unpaid, row.payments_pence) == (0, 150, 0)
    assert row.value_pence == 3000


def test_a_later_policy_changes_nothing_that_was_agreed(world: World) -> None:
    person = world.person()
    agreed = [world.approved(person), world.approved(person, minutes=60, choice=Choice.DECLINE)]
    world.policy(effective_on=WORKED_ON, hourly_pence=2000, unpaid_kinds="Meeting")
    assert list(world.records(Contribution)[Contribution]) == agreed


def test_correcting_the_words_keeps_the_promised_price(world: World) -> None:
    agreed = world.approved(world.person(), pay=Pay.PAID)
    world.policy(effective_on=WORKED_ON, hourly_pence=2000)
    corrected = world.office.contributions.correct(replace(agreed, what="Panel", skills="Chairing"))
    assert corrected == replace(agreed, what="Panel", skills="Chairing", state=WorkState.LOGGED)


def test_correcting_the_time_prices_the_work_anew(world: World) -> None:
    approved = world.approved(world.person())
    world.policy(effective_on=WORKED_ON, hourly_pence=2000)
    corrected = world.office.contributions.correct(replace(approved, minutes=60))
    assert (corrected.offered_pence, corrected.agreed_pence) == (2000, 2000)
    assert corrected.state is WorkState.LOGGED


def test_a_correction_keeps_the_part_that_was_chosen(world: World) -> None:
    logged = world.log(world.person())
    part = world.office.contributions.choose(logged.contribution_id, Choice.PART, 2000)
    corrected = world.office.contributions.correct(replace(part, minutes=180))
    assert (corrected.offered_pence, corrected.agreed_pence) == (3600, 2000)


def test_work_in_salary_keeps_its_reason_when_corrected(world: World) -> None:
    logged = world.log(world.person(), pay=Pay.SALARY)
    assert world.office.contributions.correct(replace(logged, what="Notes")).because == (
        logged.because
    )


def test_a_day_has_24_hours_for_one_person(world: World) -> None:
    person, other = world.person(), world.person("Bronwen Pugh")
    world.log(person, minutes=1400)
    world.log(other, minutes=1440)
    with world.refused(DayTooLongError):
        world.log(person, minutes=41)
    last = world.log(person, minutes=40)
    with world.refused(DayTooLongError):
        world.office.contributions.correct(replace(last, minutes=41))
    corrected = world.office.contributions.correct(replace(last, minutes=39))
    assert corrected.minutes == 39


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ({"minutes": 0}, DurationNotPositiveError),
        ({"worked_on": datetime.date(1989, 12, 31)}, DateOutOfRangeError),
        ({"worked_on": datetime.date(2031, 1, 1)}, DateOutOfRangeError),
        ({"participant_id": 1}, NotFoundError),
        ({"project_id": 1}, NotFoundError),
        ({"what": "a" * 501}, TextTooLongError),
        ({"choice": Choice.PART, "agreed_pence": 3001}, PartAboveOfferError),
    ],
)
def test_what_cannot_be_is_not_logged(
    world: World, fault: dict[str, object], error: type[DomainError]
) -> None:
    person = world.person()
    with world.refused(error):
        world.log(person, **fault)


def test_a_correction_to_somebody_who_is_not_there_is_refused(world: World) -> None:
    logged = world.log(world.person())
    with world.refused(NotFoundError):
        world.office.contributions.correct(replace(logged, participant_id=1))
    with world.refused(NotFoundError):
        world.office.contributions.correct(replace(logged, contribution_id=1))


@pytest.mark.parametrize(
    ("choice", "part_pence", "agreed"),
    [
        (Choice.ACCEPT, 0, 3000),
        (Choice.PART, 2000, 2000),
        (Choice.DECLINE, 0, 0),
        (Choice.DONATE, 0, 3000),
        (Choice.VOUCHER, 0, 3000),
        (Choice.DEFER, 0, 3000),
    ],
)
def test_every_choice_leaves_the_offer_and_sets_what_is_paid(
    world: World, choice: Choice, part_pence: int, agreed: int
) -> None:
    logged = world.log(world.person())
    chosen = world.office.contributions.choose(logged.contribution_id, choice, part_pence)
    assert (chosen.choice, chosen.offered_pence, chosen.agreed_pence) == (choice, 3000, agreed)
    assert world.office.contributions.get(logged.contribution_id) == chosen


def test_more_than_was_offered_cannot_be_chosen(world: World) -> None:
    logged = world.log(world.person())
    with world.refused(PartAboveOfferError):
        world.office.contributions.choose(logged.contribution_id, Choice.PART, 3001)


def test_more_money_than_was_approved_needs_approval_again(world: World) -> None:
    approved = world.approved(world.person(), choice=Choice.DECLINE)
    chosen = world.office.contributions.choose(approved.contribution_id, Choice.ACCEPT)
    assert chosen.state is WorkState.LOGGED


@pytest.mark.parametrize("choice", [Choice.DECLINE, Choice.DEFER, Choice.VOUCHER])
def test_no_more_money_than_was_approved_stays_approved(world: World, choice: Choice) -> None:
    approved = world.approved(world.person())
    chosen = world.office.contributions.choose(approved.contribution_id, choice)
    assert chosen.state is WorkState.APPROVED


def test_approving_is_recorded_with_who_and_when(world: World) -> None:
    logged = world.log(world.person())
    assert world.office.contributions.approve([logged.contribution_id] * 2) == 1
    (approval,) = world.records(Approval)[Approval]
    assert approval.subject_id == logged.contribution_id
    assert approval.operator_id == world.operators[GRACE]
    assert (approval.decision, approval.decided_at) == (Decision.APPROVED, world.clock.now)


def test_nobody_approves_their_own_work(world: World) -> None:
    own = world.log(world.operator_who_takes_part("Nia Morgan"))
    other = world.log(world.person())
    world.sit("Nia Morgan")
    with world.refused(OwnWorkError):
        world.office.contributions.approve([other.contribution_id, own.contribution_id])
    world.sit(IDRIS)
    assert world.office.contributions.approve([own.contribution_id]) == 1


def test_approving_is_all_or_none(world: World) -> None:
    person = world.person()
    logged, approved = world.log(person), world.approved(person)
    with world.refused(WrongStateError):
        world.office.contributions.approve([logged.contribution_id, approved.contribution_id])
    with world.refused(NotFoundError) as caught:
        world.office.contributions.approve([logged.contribution_id, 1])
    assert caught.value.facts["name"] == 1


def test_work_is_sent_back_with_a_reason_and_can_be_approved_then(world: World) -> None:
    logged = world.log(world.person())
    with world.refused(ReasonMissingError):
        world.office.contributions.send_back(logged.contribution_id, "  ")
    sent = world.office.contributions.send_back(logged.contribution_id, "Was it an hour?")
    assert (sent.state, sent.note) == (WorkState.SENT_BACK, "Was it an hour?")
    assert world.records(Approval)[Approval][-1].reason == "Was it an hour?"
    with world.refused(WrongStateError):
        world.office.contributions.send_back(logged.contribution_id, "Again")
    world.office.contributions.approve([logged.contribution_id])
    assert world.office.contributions.get(logged.contribution_id).state is WorkState.APPROVED


def test_work_logged_by_mistake_is_removed(world: World) -> None:
    logged = world.log(world.person())
    world.office.contributions.remove(logged.contribution_id)
    with world.refused(NotFoundError):
        world.office.contributions.get(logged.contribution_id)


def test_what_is_in_a_run_or_paid_stands(world: World) -> None:
    piece = world.approved(world.person())
    run = world.prepared()
    verbs = world.office.contributions
    for _state in ("in a run", "paid"):
        inside = verbs.get(piece.contribution_id)
        for attempt in (
            lambda one=inside: verbs.correct(replace(one, what="Other")),
            lambda one=inside: verbs.choose(one.contribution_id, Choice.DECLINE),
            lambda one=inside: verbs.remove(one.contribution_id),
        ):
            with world.refused(AlreadyPaidError):
                attempt()
        with world.refused(WrongStateError):
            verbs.send_back(inside.contribution_id, "Too late")
        if run.settled_on is None:
            world.taken_back(run.number, "To pay it again")
            run = world.settled_run()


def test_lists_come_page_by_page_latest_first(world: World) -> None:
    person = world.person()
    days = [WORKED_ON + datetime.timedelta(days=n) for n in range(5)]
    for day in days:
        world.log(person, worked_on=day, minutes=60)
    first = world.office.contributions.page(ContributionFilter(), None, 3)
    after = (first[-1].worked_on, first[-1].contribution_id)
    rest = world.office.contributions.page(ContributionFilter(), after, 3)
    assert [row.worked_on for row in (*first, *rest)] == days[::-1]
    typed = ContributionFilter(typed="steer aisha")
    assert len(world.office.contributions.page(typed, None, 10)) == 5
