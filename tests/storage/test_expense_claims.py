"""Lists of expense claims come page by page with their sums, and what waits to be paid is found."""

import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.expenses import ExpenseClaim
from coprod_desktop.domain.summaries import ClaimSummary
from coprod_desktop.storage import expense_claims
from coprod_desktop.storage.database import Database
from tests.builders import (
    WORKED_ON,
    a_participant,
    a_project,
    a_receipt,
    an_expense_claim,
    an_expense_item,
)
from tests.storage.world import a_claim_of, empty, save

PEOPLE = [a_participant(name=name) for name in ("Ann Smith", "Siân Llŷr")]
PROJECT = a_project(name="Buses")
few_days = st.dates(datetime.date(2026, 1, 1), datetime.date(2026, 1, 4))
claim_lists = st.lists(
    st.builds(
        an_expense_claim,
        participant_id=st.sampled_from([person.participant_id for person in PEOPLE]),
        project_id=st.just(PROJECT.project_id),
        claimed_on=few_days,
        state=st.sampled_from(WorkState),
    ),
    max_size=15,
)


def pages(
    database: Database,
    limit: int,
    state: WorkState | None = None,
    typed: str = "",
    participant_id: int | None = None,
) -> list[ClaimSummary]:
    """Turn the pages until one is not full."""
    found: list[ClaimSummary] = []
    with database.reading() as reading:
        while True:
            after = (found[-1].claimed_on, found[-1].expense_claim_id) if found else None
            page = expense_claims.page(
                reading,
                after=after,
                limit=limit,
                state=state,
                typed=typed,
                participant_id=participant_id,
            )
            found += page
            if len(page) < limit:
                return found


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    claims=claim_lists,
    limit=st.integers(1, 5),
    state=st.none() | st.sampled_from(WorkState),
    typed=st.sampled_from(["", "", "ann", "llyr"]),
    who=st.none() | st.just(PEOPLE[0].participant_id),
)
def test_pages_together_are_the_whole_list_newest_first(
    database: Database,
    claims: list[ExpenseClaim],
    limit: int,
    state: WorkState | None,
    typed: str,
    who: int | None,
) -> None:
    empty(database)
    save(database, *PEOPLE, PROJECT, *claims)
    by_words = {"ann": PEOPLE[0].participant_id, "llyr": PEOPLE[1].participant_id}
    wanted = [
        (claim.claimed_on, claim.expense_claim_id)
        for claim in claims
        if state in (None, claim.state)
        and who in (None, claim.participant_id)
        and by_words.get(typed) in (None, claim.participant_id)
    ]
    found = pages(database, limit, state, typed, who)
    assert [(one.claimed_on, one.expense_claim_id) for one in found] == sorted(wanted, reverse=True)


def test_a_row_adds_up_items_and_counts_receipts(database: Database) -> None:
    claim, items = a_claim_of(PEOPLE[0].participant_id, PROJECT.project_id, 460, 40)
    receipts = [a_receipt(expense_item_id=items[0].expense_item_id) for _each in range(3)]
    bare = an_expense_claim(
        participant_id=PEOPLE[1].participant_id,
        project_id=PROJECT.project_id,
        claimed_on=WORKED_ON - datetime.timedelta(days=1),
    )
    save(database, *PEOPLE, PROJECT, claim, bare, *items, *receipts)
    whole, without = pages(database, 5)
    assert whole == ClaimSummary(
        expense_claim_id=claim.expense_claim_id,
        claimed_on=WORKED_ON,
        participant_id=PEOPLE[0].participant_id,
        participant="Ann Smith",
        project="Buses",
        what="Bus there and back",
        items=2,
        receipts=3,
        claimed_pence=500,
        agreed_pence=500,
        state=WorkState.LOGGED,
    )
    assert type(whole.agreed_pence) is int
    assert (without.items, without.agreed_pence, without.what) == (0, 0, "")
    with database.reading() as reading:
        assert expense_claims.summary(reading, claim.expense_claim_id) == whole
        assert expense_claims.summary(reading, 4711) is None
        counts = expense_claims.receipt_counts(reading, claim.expense_claim_id)
    assert counts == {items[0].expense_item_id: 3}


def test_items_come_by_claim_and_day(database: Database) -> None:
    claims = [a_claim_of(PEOPLE[0].participant_id, PROJECT.project_id, 1) for _each in range(2)]
    earlier = an_expense_item(
        expense_claim_id=claims[1][0].expense_claim_id,
        spent_on=WORKED_ON - datetime.timedelta(days=1),
    )
    items = [claims[0][1][0], claims[1][1][0], earlier]
    save(database, *PEOPLE, PROJECT, *(claim for claim, _items in claims), *items)
    ids = [claim.expense_claim_id for claim, _items in claims]
    with database.reading() as reading:
        found = expense_claims.items_of(reading, [*reversed(ids), 4711])
        of_period = expense_claims.items_of_period(
            reading, PEOPLE[0].participant_id, earlier.spent_on, earlier.spent_on
        )
        of_nobody = expense_claims.items_of_period(
            reading, PEOPLE[1].participant_id, earlier.spent_on, WORKED_ON
        )
    assert found == (items[0], earlier, items[1])
    assert of_period == ((claims[1][0], earlier),)
    assert of_nobody == ()


def test_claims_that_were_imported_before_are_known(database: Database) -> None:
    links = {"participant_id": PEOPLE[0].participant_id, "project_id": PROJECT.project_id}
    claims = [an_expense_claim(**links, import_key=key) for key in ("a", "b", None)]
    save(database, *PEOPLE, PROJECT, *claims)
    with database.reading() as reading:
        assert expense_claims.known_import_keys(reading, ["b", "c"]) == {"b"}


def test_what_is_to_be_paid_is_approved(database: Database) -> None:
    links = {"participant_id": PEOPLE[0].participant_id, "project_id": PROJECT.project_id}
    later = WORKED_ON + datetime.timedelta(days=1)
    claims = [
        an_expense_claim(**links, state=WorkState.APPROVED, claimed_on=later),
        an_expense_claim(**links, state=WorkState.APPROVED),
        an_expense_claim(**links, state=WorkState.LOGGED),
    ]
    save(database, *PEOPLE, PROJECT, *claims)
    with database.reading() as reading:
        assert expense_claims.to_pay(reading, WORKED_ON) == (claims[1],)
        assert expense_claims.to_pay(reading, later) == (claims[1], claims[0])
