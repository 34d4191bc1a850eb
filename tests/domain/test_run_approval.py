"""Nobody approves what they prepared, and a large run takes two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.approvals import Approval, Decision
from coprod_desktop.domain.errors import ApprovedAlreadyError, SamePersonError, WrongStateError
from coprod_desktop.domain.pay_runs import PayRun, RunState
from coprod_desktop.domain.run_approval import approve_run, run_approval
from tests.builders import NOW, a_pay_run, an_organisation
from tests.invented import next_id

GRACE, IDRIS, NIA = 1, 2, 3


def decided(*steps: tuple[Decision, int]) -> list[Approval]:
    return [
        Approval(
            approval_id=next_id(),
            subject="pay_runs",
            subject_id=7,
            operator_id=operator_id,
            decision=decision,
            decided_at=NOW,
        )
        for decision, operator_id in steps
    ]


def approve(
    run: PayRun, steps: list[Approval], who: int, *, threshold: int | None = None, note: str = ""
) -> PayRun:
    charity = an_organisation(second_approver_above_pence=threshold, four_eyes_note=note)
    return approve_run(run, run_approval(steps, charity, 10_001), who, NOW, note)


def test_somebody_else_approves_and_stands_on_the_run() -> None:
    run = approve(a_pay_run(), decided((Decision.PREPARED, GRACE)), IDRIS)
    assert (run.state, run.approved_by_id, run.approved_at) == (RunState.APPROVED, IDRIS, NOW)


def test_whoever_prepared_or_changed_it_does_not_approve() -> None:
    steps = decided((Decision.PREPARED, GRACE), (Decision.PREPARED, NIA))
    for who in (GRACE, NIA):
        with pytest.raises(SamePersonError):
            approve(a_pay_run(), steps, who)
    assert approve(a_pay_run(), steps, IDRIS).state is RunState.APPROVED


def test_the_trustees_note_lets_one_person_do_both() -> None:
    steps = decided((Decision.PREPARED, GRACE))
    note = "Minute 4 of 3 March 2026"
    assert approve(a_pay_run(), steps, GRACE, note=note).state is RunState.APPROVED
    assert approve(a_pay_run(), steps, GRACE, note=note, threshold=0).state is RunState.APPROVED
    with pytest.raises(SamePersonError):
        approve(a_pay_run(), steps, GRACE, note="   ")


def test_above_the_threshold_two_different_people_approve() -> None:
    steps = decided((Decision.PREPARED, GRACE))
    first = approve(a_pay_run(), steps, IDRIS, threshold=10_000)
    assert (first.state, first.approved_by_id) == (RunState.PREPARED, None)
    steps += decided((Decision.APPROVED, IDRIS))
    with pytest.raises(ApprovedAlreadyError):
        approve(first, steps, IDRIS, threshold=10_000)
    second = approve(first, steps, NIA, threshold=10_000)
    assert (second.state, second.approved_by_id) == (RunState.APPROVED, NIA)


def test_exactly_the_threshold_takes_one() -> None:
    steps = decided((Decision.PREPARED, GRACE))
    assert approve(a_pay_run(), steps, IDRIS, threshold=10_001).state is RunState.APPROVED


@pytest.mark.parametrize("step", [Decision.PREPARED, Decision.SENT_BACK])
def test_an_approval_before_a_change_counts_no_more(step: Decision) -> None:
    steps = decided((Decision.PREPARED, GRACE), (Decision.APPROVED, IDRIS), (step, GRACE))
    found = run_approval(steps, an_organisation(second_approver_above_pence=0), 1)
    assert (found.approver_ids, found.is_complete) == ((), False)


@pytest.mark.parametrize("state", [s for s in RunState if s is not RunState.PREPARED])
def test_only_a_prepared_run_is_approved(state: RunState) -> None:
    with pytest.raises(WrongStateError):
        approve(a_pay_run(state=state), decided((Decision.PREPARED, GRACE)), IDRIS)


@given(
    st.lists(
        st.tuples(st.sampled_from([Decision.PREPARED, Decision.SENT_BACK]), st.integers(1, 4)),
        max_size=4,
    ),
    st.lists(st.integers(1, 4), min_size=1, max_size=6),
    st.sampled_from([None, 10_000]),
)
def test_whoever_tries_in_whatever_order_the_right_number_of_others_approved(
    steps: list[tuple[Decision, int]], tries: list[int], threshold: int | None
) -> None:
    decisions, run = decided((Decision.PREPARED, GRACE), *steps), a_pay_run()
    refusals: tuple[type[Exception], ...] = (SamePersonError, ApprovedAlreadyError, WrongStateError)
    given_by: set[int] = set()
    for who in tries:
        try:
            run = approve(run, decisions, who, threshold=threshold)
        except refusals:
            continue
        decisions += decided((Decision.APPROVED, who))
        given_by.add(who)
    prepared = {one.operator_id for one in decisions if one.decision is Decision.PREPARED}
    assert not given_by & prepared
    needed = 1 if threshold is None else 2
    assert (run.state is RunState.APPROVED) == (len(given_by) == needed)
