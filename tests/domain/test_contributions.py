"""What was promised for a piece of work is frozen, and the person's choice is kept."""

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import (
    LOCKED_STATES,
    Choice,
    Contribution,
    Pay,
    WorkState,
    approve,
    check_editable,
    open_state,
    price,
    send_back,
    settle_choice,
    submit,
)
from coprod_desktop.domain.errors import (
    AlreadyPaidError,
    DayTooLongError,
    DurationNotPositiveError,
    NegativeMoneyError,
    OwnWorkError,
    PartAboveOfferError,
    ReasonMissingError,
    TextTooLongError,
    WrongStateError,
)
from coprod_desktop.domain.money import at_hourly_rate
from coprod_desktop.domain.policy import Quote
from tests.builders import a_contribution, a_quote

OPEN_STATES = [state for state in WorkState if state not in LOCKED_STATES]
CONTRIBUTIONS = st.builds(
    lambda minutes, rate, pay: priced(minutes=minutes, rate=rate, pay=pay),
    minutes=st.integers(1, 1440),
    rate=st.integers(0, 20_000),
    pay=st.sampled_from(Pay),
)


def priced(*, minutes: int = 150, rate: int = 1200, **override: Any) -> Contribution:
    """Log a piece of work as the service does: quote it, then freeze the quote."""
    logged = a_contribution(minutes=minutes, **override)
    worth = at_hourly_rate(minutes, rate)
    if logged.pay is Pay.PAID:
        return price(logged, a_quote(offered_pence=worth, rate_pence=rate))
    because = "Recorded as unpaid work."
    quote = a_quote(offered_pence=0, rate_pence=rate, value_pence=worth, because=because)
    return price(logged, quote)


def test_the_offer_its_rate_and_its_reason_are_frozen_when_the_work_is_logged() -> None:
    work = priced()
    assert (work.rate_pence, work.offered_pence, work.agreed_pence) == (1200, 3000, 3000)
    assert work.because == a_quote().because
    assert (work.is_paid, work.value_pence, work.state) == (True, 0, WorkState.LOGGED)


def test_unpaid_work_is_worth_its_time_at_the_same_rate() -> None:
    work = priced(pay=Pay.UNPAID)
    assert (work.offered_pence, work.agreed_pence, work.is_paid) == (0, 0, False)
    assert work.value_pence == 3000
    assert work.because == "Recorded as unpaid work."


def test_work_in_a_salary_is_paid_by_somebody_and_costs_the_project_nothing() -> None:
    work = priced(pay=Pay.SALARY)
    assert (work.offered_pence, work.agreed_pence, work.value_pence) == (0, 0, 0)
    assert work.is_paid
    assert work.because == "Done in your paid working time."


def test_an_offer_for_unpaid_work_is_not_taken_over() -> None:
    quote = Quote(offered_pence=3000, rate_pence=1200, because="£30.00")
    assert price(a_contribution(pay=Pay.UNPAID), quote).offered_pence == 0


@pytest.mark.parametrize(
    ("minutes", "error"), [(0, DurationNotPositiveError), (25 * 60, DayTooLongError)]
)
def test_a_time_that_cannot_be_is_not_priced(minutes: int, error: type[Exception]) -> None:
    quote = Quote(offered_pence=100, rate_pence=1200, because="")
    with pytest.raises(error):
        price(a_contribution(minutes=minutes), quote)


@pytest.mark.parametrize(("offered", "rate"), [(-1, 1), (1, -1)])
def test_a_quote_below_nothing_is_not_frozen(offered: int, rate: int) -> None:
    quote = Quote(offered_pence=offered, rate_pence=rate, because="")
    with pytest.raises(NegativeMoneyError):
        price(a_contribution(), quote)


def test_texts_are_tidied_when_the_work_is_logged() -> None:
    work = priced(what="  Steering\n group ", skills=" Chairing ", kind_of_work=" Meeting")
    assert (work.what, work.skills, work.kind_of_work) == ("Steering group", "Chairing", "Meeting")
    with pytest.raises(TextTooLongError):
        priced(what="x" * 501)


def test_work_that_is_corrected_after_its_approval_is_to_be_approved_anew() -> None:
    approved = approve(priced(), operator_participant_id=None)
    corrected = dataclasses.replace(approved, minutes=480)
    quote = a_quote(offered_pence=9600)
    assert price(corrected, quote).state is WorkState.LOGGED


@pytest.mark.parametrize("state", sorted(LOCKED_STATES))
def test_work_in_a_pay_run_or_paid_is_never_priced_again(state: WorkState) -> None:
    with pytest.raises(AlreadyPaidError):
        price(a_contribution(state=state), Quote(offered_pence=1, rate_pence=1, because=""))


@pytest.mark.parametrize(
    ("choice", "part", "agreed", "is_paid", "value"),
    [
        (Choice.ACCEPT, 0, 3000, True, 0),
        (Choice.PART, 1000, 1000, True, 0),
        (Choice.PART, 3000, 3000, True, 0),
        (Choice.PART, 0, 0, False, 3000),
        (Choice.DECLINE, 0, 0, False, 3000),
        (Choice.DONATE, 0, 3000, True, 0),
        (Choice.VOUCHER, 0, 3000, True, 0),
        (Choice.DEFER, 0, 3000, True, 0),
    ],
)
def test_the_choice_decides_what_will_be_paid(
    choice: Choice, part: int, agreed: int, is_paid: bool, value: int
) -> None:
    settled = settle_choice(priced(), choice, part_pence=part)
    assert (settled.agreed_pence, settled.is_paid, settled.value_pence) == (agreed, is_paid, value)
    assert (settled.offered_pence, settled.minutes, settled.choice) == (3000, 150, choice)


def test_a_declined_offer_leaves_the_work_and_its_worth_and_can_be_taken_up_again() -> None:
    declined = settle_choice(priced(), Choice.DECLINE)
    assert (declined.minutes, declined.value_pence, declined.because) == (
        150,
        3000,
        priced().because,
    )
    again = settle_choice(declined, Choice.ACCEPT)
    assert (again.agreed_pence, again.value_pence) == (3000, 0)


def test_a_part_above_the_offer_is_refused() -> None:
    with pytest.raises(PartAboveOfferError) as raised:
        settle_choice(priced(), Choice.PART, part_pence=3001)
    assert raised.value.facts == {"offered_pence": 3000, "pence": 3001}


def test_a_part_below_nothing_is_refused() -> None:
    with pytest.raises(NegativeMoneyError):
        settle_choice(priced(), Choice.PART, part_pence=-1)


def test_a_part_of_an_offer_survives_pricing_again() -> None:
    part = settle_choice(priced(), Choice.PART, part_pence=1000)
    again = price(part, a_quote())
    assert (again.agreed_pence, again.choice) == (1000, Choice.PART)


@given(CONTRIBUTIONS, st.lists(st.sampled_from(Choice), max_size=4), st.integers(0, 10**6))
def test_no_choice_makes_money_out_of_nothing(
    work: Contribution, choices: list[Choice], part: int
) -> None:
    for choice in choices:
        before = work
        work = settle_choice(work, choice, part_pence=min(part, work.offered_pence))
        assert 0 <= work.agreed_pence <= work.offered_pence == before.offered_pence
        assert work.minutes == before.minutes
        assert work.value_pence >= 0
        assert not (work.is_paid and work.value_pence)
        assert work.is_paid == (work.agreed_pence > 0 or work.pay is Pay.SALARY)


@given(CONTRIBUTIONS)
def test_declined_work_is_worth_what_unpaid_work_is_worth(work: Contribution) -> None:
    if work.pay is Pay.PAID:
        declined = settle_choice(work, Choice.DECLINE)
        assert declined.value_pence == work.offered_pence


@pytest.mark.parametrize("state", WorkState)
def test_what_is_in_a_pay_run_is_not_edited_and_no_choice_is_changed(state: WorkState) -> None:
    work = a_contribution(state=state)
    if state in LOCKED_STATES:
        with pytest.raises(AlreadyPaidError):
            check_editable(work)
        with pytest.raises(AlreadyPaidError):
            settle_choice(work, Choice.DECLINE)
    else:
        check_editable(work)
        assert settle_choice(work, Choice.DECLINE).state is state


@pytest.mark.parametrize("state", WorkState)
def test_only_what_waits_can_be_approved(state: WorkState) -> None:
    work = a_contribution(state=state)
    if state in (WorkState.LOGGED, WorkState.SENT_BACK):
        approved = approve(work, operator_participant_id=None)
        assert approved == dataclasses.replace(work, state=WorkState.APPROVED)
    else:
        with pytest.raises(WrongStateError) as raised:
            approve(work, operator_participant_id=None)
        assert raised.value.facts == {"noun": "contribution", "state": state, "step": "approve"}


@pytest.mark.parametrize("state", WorkState)
def test_only_what_is_not_yet_being_paid_can_be_sent_back(state: WorkState) -> None:
    work = a_contribution(state=state)
    if state in (WorkState.LOGGED, WorkState.APPROVED):
        back = send_back(work, " Was it\n three hours? ")
        assert (back.state, back.note) == (WorkState.SENT_BACK, "Was it three hours?")
    else:
        with pytest.raises(WrongStateError):
            send_back(work, "Was it three hours?")


@pytest.mark.parametrize("reason", ["", "  \n", "\N{ZERO WIDTH SPACE}"])
def test_sending_back_needs_a_reason_in_words(reason: str) -> None:
    with pytest.raises(ReasonMissingError):
        send_back(a_contribution(), reason)


@pytest.mark.parametrize("state", OPEN_STATES)
def test_nobody_approves_their_own_work(state: WorkState) -> None:
    with pytest.raises(OwnWorkError):
        approve(a_contribution(participant_id=7, state=state), operator_participant_id=7)


def test_somebody_who_also_takes_part_approves_the_work_of_others() -> None:
    work = a_contribution(participant_id=7)
    assert approve(work, operator_participant_id=8).state is WorkState.APPROVED


@pytest.mark.parametrize("state", WorkState)
def test_only_a_draft_is_sent_for_approval(state: WorkState) -> None:
    work = priced(state=state) if state in OPEN_STATES else a_contribution(state=state)
    if state is WorkState.DRAFT:
        assert submit(work) == dataclasses.replace(work, state=WorkState.LOGGED)
    else:
        before = dataclasses.replace(work, state=state)
        with pytest.raises(WrongStateError) as caught:
            submit(before)
        assert caught.value.facts["step"] == "submit"


@pytest.mark.parametrize("state", OPEN_STATES)
def test_a_draft_that_is_changed_stays_one_and_all_else_is_to_be_approved(
    state: WorkState,
) -> None:
    after = WorkState.DRAFT if state is WorkState.DRAFT else WorkState.LOGGED
    assert open_state(state) is after
    assert priced(state=state).state is after
