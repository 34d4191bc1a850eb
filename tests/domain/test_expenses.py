"""Expenses are whole pence, distances tenths of a mile, and claims go the way of work."""

import dataclasses

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from coprod_desktop.domain.contributions import LOCKED_STATES, WorkState
from coprod_desktop.domain.errors import (
    AlreadyPaidError,
    DistanceUnreadableError,
    MoneyTooLargeError,
    NameMissingError,
    NegativeMoneyError,
    OwnWorkError,
    ReasonMissingError,
    ReceiptTooLargeError,
    WrongStateError,
)
from coprod_desktop.domain.expenses import (
    RECEIPT_LIMIT_BYTES,
    approve_claim,
    check_claim_editable,
    check_receipt,
    clean_item,
    clean_support_cost,
    parse_miles,
    send_claim_back,
    submit_claim,
)
from tests.builders import (
    a_receipt,
    a_support_cost,
    an_expense_claim,
    an_expense_item,
)
from tests.invented import in_arabic_digits, in_full_width


@pytest.mark.parametrize(
    ("text", "tenth_miles"),
    [
        ("22", 220),
        ("22.5", 225),
        ("22.50", 225),
        ("22.5 miles", 225),
        ("22.5mi", 225),
        ("1 mile", 10),
        ("22 m", 220),
        ("22 miles.", 220),
        ("22½", 225),
        ("½", 5),
        (".5", 5),
        ("0", 0),
        ("1,234", 12_340),
        ("7*2", 140),
        ("7 miles + 7 miles", 140),
        ("9999.9", 99_999),
        (in_full_width("22.5"), 225),
        (in_arabic_digits("22.5"), 225),
    ],
)
def test_distances_are_read_as_people_write_them(text: str, tenth_miles: int) -> None:
    assert parse_miles(text) == tenth_miles


@pytest.mark.parametrize(
    "text",
    [
        "",
        "miles",
        "22,5",
        "22.55",
        "22 5",
        "-5",
        "5-7",
        "12 km",
        "10000",
        "£5",
        "a few",
        "9" * 5000,
    ],
)
def test_an_unclear_distance_is_refused_rather_than_guessed(text: str) -> None:
    with pytest.raises(DistanceUnreadableError):
        parse_miles(text)


@given(st.text(max_size=20))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    try:
        assert parse_miles(text) >= 0
    except DistanceUnreadableError:
        event("refused")


@pytest.mark.parametrize("field", ["claimed_pence", "agreed_pence"])
def test_amounts_of_an_expense_are_in_bounds(field: str) -> None:
    with pytest.raises(NegativeMoneyError):
        clean_item(an_expense_item(**{field: -1}))
    with pytest.raises(MoneyTooLargeError):
        clean_item(an_expense_item(**{field: 100_000_001}))


def test_texts_of_expenses_are_tidied() -> None:
    assert clean_item(an_expense_item(what=" Bus \n there")).what == "Bus there"
    cost = clean_support_cost(a_support_cost(kind=" Childcare ", supplier=" Little\tOnes "))
    assert (cost.kind, cost.supplier) == ("Childcare", "Little Ones")


def test_a_support_cost_says_what_it_was_for_and_is_in_bounds() -> None:
    with pytest.raises(NameMissingError):
        clean_support_cost(a_support_cost(kind=" "))
    with pytest.raises(NegativeMoneyError):
        clean_support_cost(a_support_cost(cost_pence=-1))


def test_a_receipt_over_ten_megabytes_is_refused() -> None:
    check_receipt(a_receipt(content=bytes(RECEIPT_LIMIT_BYTES)))
    with pytest.raises(ReceiptTooLargeError) as raised:
        check_receipt(a_receipt(content=bytes(RECEIPT_LIMIT_BYTES + 1)))
    assert raised.value.facts == {"size_bytes": 10_000_001, "limit_bytes": 10_000_000}


@pytest.mark.parametrize("state", WorkState)
def test_only_a_claim_that_waits_can_be_approved(state: WorkState) -> None:
    claim = an_expense_claim(state=state)
    if state in (WorkState.LOGGED, WorkState.SENT_BACK):
        approved = approve_claim(claim, operator_participant_id=None)
        assert approved == dataclasses.replace(claim, state=WorkState.APPROVED)
    else:
        with pytest.raises(WrongStateError) as raised:
            approve_claim(claim, operator_participant_id=None)
        assert raised.value.facts == {"noun": "expense claim", "state": state, "step": "approve"}


@pytest.mark.parametrize("state", WorkState)
def test_only_a_claim_not_yet_being_paid_can_be_sent_back(state: WorkState) -> None:
    claim = an_expense_claim(state=state)
    if state in (WorkState.LOGGED, WorkState.APPROVED):
        back = send_claim_back(claim, " Which bus? ")
        assert (back.state, back.note) == (WorkState.SENT_BACK, "Which bus?")
    else:
        with pytest.raises(WrongStateError):
            send_claim_back(claim, "Which bus?")


@pytest.mark.parametrize("reason", ["", " \n", "\N{ZERO WIDTH SPACE}"])
def test_sending_a_claim_back_needs_a_reason_in_words(reason: str) -> None:
    with pytest.raises(ReasonMissingError):
        send_claim_back(an_expense_claim(), reason)


def test_nobody_approves_their_own_claim() -> None:
    with pytest.raises(OwnWorkError):
        approve_claim(an_expense_claim(participant_id=7), operator_participant_id=7)
    claim = an_expense_claim(participant_id=7)
    assert approve_claim(claim, operator_participant_id=8).state is WorkState.APPROVED


@pytest.mark.parametrize("state", WorkState)
def test_a_claim_in_a_pay_run_is_not_edited(state: WorkState) -> None:
    if state in LOCKED_STATES:
        with pytest.raises(AlreadyPaidError) as raised:
            check_claim_editable(an_expense_claim(state=state))
        assert raised.value.facts == {"noun": "expense claim"}
    else:
        check_claim_editable(an_expense_claim(state=state))


@pytest.mark.parametrize("state", WorkState)
def test_only_a_draft_of_a_claim_is_sent_for_approval(state: WorkState) -> None:
    claim = an_expense_claim(state=state)
    if state is WorkState.DRAFT:
        assert submit_claim(claim) == dataclasses.replace(claim, state=WorkState.LOGGED)
    else:
        with pytest.raises(WrongStateError):
            submit_claim(claim)
