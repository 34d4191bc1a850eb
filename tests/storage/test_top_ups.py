"""What was agreed under other rules is found; one rise has one top-up that counts."""

import datetime
from dataclasses import replace

import pytest
import sqlalchemy as sa

from coprod_desktop.domain.contributions import Contribution, Pay, WorkState
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.domain.top_ups import TopUp
from coprod_desktop.storage import soundness, top_ups
from coprod_desktop.storage.database import Database
from coprod_desktop.storage.top_ups import Days
from tests.builders import (
    a_contribution,
    a_participant,
    a_policy,
    a_project,
    a_receipt,
)
from tests.storage.world import a_claim_of, change, save
from tests.top_up_builders import a_top_up

DAY = datetime.date(2026, 4, 10)
ALWAYS = Days()
PERSON, PROJECT, POLICY = a_participant(), a_project(), a_policy()
LINKS = {"participant_id": PERSON.participant_id, "project_id": PROJECT.project_id}


@pytest.fixture
def office(database: Database) -> Database:
    """Save a person, a project and a policy."""
    save(database, PERSON, PROJECT, POLICY)
    return database


def work(**override: object) -> Contribution:
    return a_contribution(**{**LINKS, "worked_on": DAY, "state": WorkState.PAID, **override})


def top_up(subject_id: int, **override: object) -> TopUp:
    more = {"kind": LineKind.CONTRIBUTION, "policy_id": POLICY.policy_id, **LINKS, **override}
    return a_top_up(subject_id=subject_id, **more)


def ids(found: tuple[Contribution, ...]) -> list[int]:
    return [one.contribution_id for one in found]


def test_agreed_paid_work_is_found_but_not_what_a_version_priced(office: Database) -> None:
    first = work(because="Policy version 1.")
    eleventh = work(because="Policy version 11.", state=WorkState.APPROVED)
    by_hand = work(because="As in the imported sheet.", state=WorkState.IN_PAY_RUN)
    others = (
        work(state=WorkState.LOGGED),
        work(state=WorkState.SENT_BACK),
        work(pay=Pay.UNPAID),
        work(pay=Pay.SALARY),
    )
    save(office, first, eleventh, by_hand, *others)
    with office.reading() as reading:
        assert ids(top_ups.agreed_work(reading, ALWAYS)) == ids((first, eleventh))
        assert ids(top_ups.agreed_work(reading, ALWAYS, but_of_version=1)) == ids((eleventh,))
        assert ids(top_ups.agreed_work(reading, Days(from_on=DAY + datetime.timedelta(1)))) == []
        assert ids(top_ups.agreed_work(reading, Days(to_on=DAY - datetime.timedelta(1)))) == []
        assert ids(top_ups.work_by_hand(reading, ALWAYS)) == ids((by_hand,))
        everything = top_ups.priced_work_of(reading, [PERSON.participant_id], ALWAYS)
        assert {by_hand.contribution_id, others[3].contribution_id}.isdisjoint(ids(everything))
        assert len(everything) == 5


def test_agreed_lines_come_with_their_claim_and_their_proof(office: Database) -> None:
    claim, (proved, bare) = a_claim_of(
        PERSON.participant_id, PROJECT.project_id, 100, 200, state=WorkState.PAID, claimed_on=DAY
    )
    proved = replace(proved, because="Policy version 1.")
    bare = replace(bare, because="Agreed by hand.")
    waiting, lines = a_claim_of(PERSON.participant_id, PROJECT.project_id, 300)
    waiting_line = replace(lines[0], because="Policy version 1.")
    receipt = a_receipt(expense_item_id=proved.expense_item_id)
    save(office, claim, waiting, proved, bare, waiting_line, receipt)
    with office.reading() as reading:
        (found,) = top_ups.agreed_items(reading, ALWAYS)
        assert (found.item, found.has_receipt, found.state) == (proved, True, WorkState.PAID)
        assert top_ups.agreed_items(reading, ALWAYS, but_of_version=1) == ()
        assert top_ups.agreed_items(reading, ALWAYS, are_journeys=True) == ()
        (found,) = top_ups.items_by_hand(reading, ALWAYS)
        assert (found.item, found.has_receipt) == (bare, False)
        assert len(top_ups.priced_items_of(reading, [PERSON.participant_id], ALWAYS)) == 2


def test_the_database_keeps_one_way_up_from_one_amount(office: Database) -> None:
    piece = work()
    first = top_up(piece.contribution_id, was_pence=3000, pence=250)
    save(office, piece, first)
    with pytest.raises(sa.exc.IntegrityError):
        save(office, top_up(piece.contribution_id, was_pence=3000, pence=300))
    save(office, top_up(piece.contribution_id, was_pence=3250, pence=50))
    change(office, replace(first, is_live=False))
    save(office, top_up(piece.contribution_id, was_pence=3000, pence=250))


def test_the_database_keeps_out_what_is_no_rise(office: Database) -> None:
    for pence in (0, -5):
        with pytest.raises(sa.exc.IntegrityError):
            save(office, top_up(work().contribution_id, pence=pence))


def test_only_what_counts_is_added_up(office: Database) -> None:
    piece = work(kind_of_work="Meeting")
    claim, (item,) = a_claim_of(PERSON.participant_id, PROJECT.project_id, 990)
    live = top_up(piece.contribution_id, pence=250)
    dead = top_up(piece.contribution_id, pence=90, is_live=False)
    of_item = top_up(item.expense_item_id, pence=220, kind=LineKind.EXPENSE_CLAIM)
    save(office, piece, claim, item, live, dead, of_item)
    with office.reading() as reading:
        assert top_ups.live(reading) == (live, of_item)
        assert top_ups.live(reading, [item.expense_item_id]) == (of_item,)
        assert top_ups.live_of_person(reading, PERSON.participant_id) == (live, of_item)
        assert top_ups.pence_of_person(reading, PERSON.participant_id) == {
            piece.contribution_id: 250,
            item.expense_item_id: 220,
        }
        sums = top_ups.sums_of_participant(reading, PERSON.participant_id)
        assert sums == {LineKind.CONTRIBUTION: 250, LineKind.EXPENSE_CLAIM: 220}
        for by, group in (("kind", "Meeting"), ("month", DAY)):
            assert top_ups.sums(reading, by, LineKind.CONTRIBUTION, ALWAYS) == {group: 250}
        spent = top_ups.sums(reading, "project", LineKind.EXPENSE_CLAIM, ALWAYS)
        assert spent == {PROJECT.project_id: 220}


def test_a_top_up_of_what_is_not_agreed_is_unsound(office: Database) -> None:
    piece = work(state=WorkState.APPROVED)
    found = top_up(piece.contribution_id)
    save(office, piece, found)
    with office.reading() as reading:
        assert top_ups.without_ground(reading) == ()
    change(office, replace(piece, state=WorkState.LOGGED))
    with office.reading() as reading:
        assert top_ups.without_ground(reading) == (found.top_up_id,)
    said = soundness.findings(office)
    assert f"top-up of what is not agreed: {found.top_up_id}" in said
    assert f"top-up counts without a payment: {found.top_up_id}" in said
