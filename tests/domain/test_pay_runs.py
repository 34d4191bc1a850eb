"""A pay run goes one way, and two people stand behind it."""

import dataclasses
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.errors import WrongStateError
from coprod_desktop.domain.pay_runs import RunState, move
from tests.builders import a_pay_run, a_payment

ALLOWED = {
    (RunState.PREPARED, RunState.PREPARED),
    (RunState.PREPARED, RunState.SENT_BACK),
    (RunState.SENT_BACK, RunState.PREPARED),
    (RunState.SENT_BACK, RunState.REVERSED),
    (RunState.PREPARED, RunState.APPROVED),
    (RunState.APPROVED, RunState.EXPORTED),
    (RunState.EXPORTED, RunState.EXPORTED),
    (RunState.EXPORTED, RunState.SETTLED),
    (RunState.PREPARED, RunState.REVERSED),
    (RunState.APPROVED, RunState.REVERSED),
    (RunState.EXPORTED, RunState.REVERSED),
    (RunState.SETTLED, RunState.REVERSED),
}
PENCE = st.integers(0, 10**7)


@pytest.mark.parametrize(("state", "to"), list(itertools.product(RunState, RunState)))
def test_a_run_takes_every_allowed_step_and_no_other(state: RunState, to: RunState) -> None:
    run = a_pay_run(state=state)
    if (state, to) in ALLOWED:
        assert move(run, to) == dataclasses.replace(run, state=to)
    else:
        with pytest.raises(WrongStateError) as raised:
            move(run, to)
        assert raised.value.facts == {"noun": "pay run", "state": state, "step": to}


@given(PENCE, PENCE)
def test_what_is_sent_is_the_payment_and_the_reimbursement(paid: int, back: int) -> None:
    assert a_payment(payment_pence=paid, reimbursement_pence=back).pence == paid + back
