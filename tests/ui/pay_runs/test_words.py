"""What there is to look at, and who approves, is said in words that everybody can follow."""

import dataclasses
import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.pay_runs import Held, LineKind, PaymentState
from coprod_desktop.services.run_lines import PaidFor
from coprod_desktop.services.run_looks import Look
from coprod_desktop.ui.pay_runs.columns import held_words
from coprod_desktop.ui.pay_runs.line_words import tick_lines
from coprod_desktop.ui.pay_runs.look_words import (
    look_facts,
    look_sentences,
    look_words,
    outcome_mark,
    outcome_words,
)
from coprod_desktop.ui.pay_runs.since_card import people_words
from tests.builders import TODAY, a_payment

PLAIN = Look(payment_id=1)


@pytest.mark.parametrize(
    ("look", "words"),
    [
        (PLAIN, ""),
        (dataclasses.replace(PLAIN, late_days=1), "1 day late"),
        (dataclasses.replace(PLAIN, late_days=3), "3 days late"),
        (dataclasses.replace(PLAIN, is_expenses_only=True), "Expenses only"),
        (dataclasses.replace(PLAIN, is_first_payment=True), "First payment"),
        (dataclasses.replace(PLAIN, kept_back_pence=500), "£5.00 kept"),
        (dataclasses.replace(PLAIN, is_paid_again=True), "Paid again"),
        (dataclasses.replace(PLAIN, is_third_party=True, holder="Megan"), "Other holder"),
        (dataclasses.replace(PLAIN, is_new_account=True, late_days=3), "New account +1"),
    ],
)
def test_the_weightiest_thing_is_said_first(look: Look, words: str) -> None:
    assert look_words(look) == words
    assert len(look_sentences(look).splitlines()) == len(look_facts(look))


def test_a_changed_account_tells_where_the_money_went_before_and_whose_it_is() -> None:
    changed = dataclasses.replace(PLAIN, is_new_account=True, previous_ending="2216")
    assert "2216" in look_sentences(changed)
    other = dataclasses.replace(PLAIN, is_third_party=True, holder="Megan Hughes")
    assert "Megan Hughes" in look_sentences(other)


@pytest.mark.parametrize("state", PaymentState)
def test_every_outcome_has_words_and_a_mark_of_its_own(state: PaymentState) -> None:
    payment = a_payment(state=state, paid_on=TODAY if state is PaymentState.PAID else None)
    said = {
        outcome_words(a_payment(state=other), is_exported=True)
        for other in PaymentState
        if other is not state
    }
    assert outcome_words(payment, is_exported=True) not in said
    assert outcome_mark(payment).icon


def test_a_hold_says_until_when_only_where_a_day_is_known() -> None:
    held = Held(participant_id=1, name="Tom", because="Away", pence=100)
    assert held_words(held) == "Away"
    until = dataclasses.replace(held, until_on=datetime.date(2026, 11, 26))
    assert held_words(until).replace("\N{NO-BREAK SPACE}", " ") == "Away. Until 26 Nov."


def test_nobody_is_said_in_a_word() -> None:
    assert [people_words(count) for count in (0, 1, 2)] == ["nobody", "1 person", "2 people"]


LINES = st.lists(
    st.tuples(
        st.integers(1, 4),
        st.sampled_from([LineKind.CONTRIBUTION, LineKind.EXPENSE_CLAIM, LineKind.RECOVERY]),
        st.integers(1, 100_000),
    ),
    max_size=8,
)


@given(LINES)
def test_lines_to_tick_come_to_what_was_paid_for(found: list[tuple[int, LineKind, int]]) -> None:
    paid_for = [
        PaidFor(
            payment_line_id=list(LineKind).index(kind) * 10 + number,
            kind=kind,
            day=TODAY,
            what=f"Thing {number}",
            minutes=0,
            pence=pence,
            because="",
        )
        for number, kind, pence in found
    ]
    lines = tick_lines(paid_for)
    for is_for_work, kind in ((True, LineKind.CONTRIBUTION), (False, LineKind.EXPENSE_CLAIM)):
        ticked = sum(line.pence for line in lines if line.is_for_work is is_for_work)
        assert ticked == sum(pence for _number, other, pence in found if other is kind)
    assert len({line.line_id for line in lines}) == len(lines)
