"""Whoever takes a step with a run too early or too late reads what to do next."""

import pytest

from coprod_desktop.domain.contributions import WorkState
from coprod_desktop.domain.errors import WrongStateError
from coprod_desktop.domain.pay_errors import KeptBackBeforeError, LinesForOnePaymentError
from coprod_desktop.domain.pay_runs import PaymentState, RunState
from coprod_desktop.domain.vouchers import VoucherState
from coprod_desktop.services.sentences import sentence


@pytest.mark.parametrize(
    ("state", "step", "said"),
    [
        (RunState.REVERSED, RunState.APPROVED, "taken back"),
        (RunState.SENT_BACK, RunState.APPROVED, "sent back"),
        (RunState.PREPARED, RunState.EXPORTED, "waits for approval"),
        (RunState.PREPARED, "split", "cannot be split"),
        (RunState.APPROVED, RunState.APPROVED, "approved already"),
        (RunState.EXPORTED, RunState.PREPARED, "nobody changes it"),
        (RunState.SETTLED, RunState.EXPORTED, "has left already"),
        (RunState.APPROVED, RunState.SETTLED, "not made yet"),
    ],
)
def test_each_state_of_a_run_has_its_words(state: str, step: str, said: str) -> None:
    assert said in sentence(WrongStateError(noun="pay run", state=state, step=step))


@pytest.mark.parametrize(
    ("noun", "states"),
    [("payment", PaymentState), ("voucher", VoucherState), ("contribution", WorkState)],
)
def test_each_state_has_words_that_no_other_state_has(
    noun: str, states: type[PaymentState | VoucherState | WorkState]
) -> None:
    said = [sentence(WrongStateError(noun=noun, state=one, step="approve")) for one in states]
    assert len(set(said)) >= len(said) - 1  # a logged entry has the plain words


def test_numbers_stand_in_the_words() -> None:
    assert sentence(KeptBackBeforeError(number=12)).count("12") == 2
    assert "line 4" in sentence(LinesForOnePaymentError(line=4))
