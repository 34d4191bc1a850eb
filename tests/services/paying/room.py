"""The office in which money is paid in any order, and what is looked at after every step."""

import datetime
import functools
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from coprod_desktop.domain.cash import CashMove
from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.pay_runs import LineKind, Payment, PayRun, RunState
from tests.builders import TODAY
from tests.services.paying import ledger
from tests.services.paying.approvals import Memory, RunStep, Step
from tests.services.paying.beginning import NIA, THRESHOLD_PENCE, WHO, a_copy
from tests.services.paying.watching import Watch
from tests.services.world import GRACE, Snapshot

R = TypeVar("R")
Do = TypeVar("Do", bound=Callable[..., None])
DONE: Counter[str] = Counter()
REFUSED: Counter[str] = Counter()
TRIED: list[int] = []
"""How often each verb was done and each refusal met, and how many steps each order tried."""
DAY = datetime.timedelta(days=1)
at = st.integers(0, 60)
who = st.sampled_from(WHO)
person = st.integers(0, 5)
_SOUNDNESS_EVERY = 4
"""The program's own check takes as long as the step; the last state is always checked."""
_LOCKED = (RunState.APPROVED, RunState.EXPORTED, RunState.SETTLED)
_BEYOND = (WorkState.APPROVED, WorkState.IN_PAY_RUN, WorkState.PAID)


def happening(weight: int = 1, **drawn: st.SearchStrategy[Any]) -> Callable[[Do], Do]:
    """Mark a method as something that can happen, so often, with arguments that are drawn.

    They are no rules of hypothesis, which leaves many rules out of each example: money goes a long
    way, and few examples would have all the steps of it.
    """

    def mark(method: Do) -> Do:
        method.happens = (weight, drawn)  # type: ignore[attr-defined]  # read in `happens` below
        return method

    return mark


class Room(RuleBasedStateMachine):
    """An office of four operators, one of whom takes part; every step is tried and then checked."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="coprod-paying-"))
        self.memory = Memory()
        self.tried = 0
        self.is_changed = True
        self.raised = 0
        self.changes = 0

    @initialize()
    def open(self) -> None:
        self.world, begun = a_copy(self.folder / "Rivermead.coprod")
        self.watch = Watch(self.world.office.desk)
        self.people, self.projects = begun.people, begun.projects
        self.beginning = begun.last_change_id

    def teardown(self) -> None:
        if hasattr(self, "world"):
            TRIED.append(self.tried)
            found = self.world.findings()
            self.watch.close()
            self.world.office.close()
            assert found == (), found
        shutil.rmtree(self.folder, ignore_errors=True)

    @rule(data=st.data())
    def something_happens(self, data: st.DataObject) -> None:
        """Try something; what finds nothing to do it with is followed by something else."""
        before = self.tried
        for _again in range(5):
            method = data.draw(st.sampled_from(_what_can_happen(type(self))))
            drawn = {name: data.draw(told) for name, told in method.happens[1].items()}
            note(f"{method.__name__}: {drawn}")
            method(self, **drawn)
            if self.tried > before:
                return

    # --- ways to try a step ----------------------------------------------------------------------

    def step(self, do: Callable[[], object], *told: Step, by: str = GRACE) -> bool:
        """Let somebody try a step; what is refused leaves no trace, what is done is remembered."""
        self.tried += 1
        self.world.sit(by)
        before = self.watch.records()
        try:
            do()
        except DomainError as refusal:
            REFUSED[type(refusal).__name__] += 1
            assert self.watch.records() == before, "a refusal changed something"
            return False
        finally:
            self.world.sit(GRACE)
        latest = self.world.office.history.latest(1)[0]
        DONE[latest.verb] += 1
        self.is_changed = True
        if told and self.watch.records() != before:
            self.memory.remember(latest.change_id, *told)
        return True

    def all_of(self, kind: type[R]) -> list[R]:
        return list(self.watch.records()[kind])

    def pick(self, kind: type[R], number: int, *wanted: object) -> R | None:
        """Choose a record, one in a wanted state if there is any; None where there are none."""
        found = self.all_of(kind)
        fitting = [one for one in found if getattr(one, "state", None) in wanted] or found
        return fitting[number % len(fitting)] if fitting else None

    def run_of(self, payment: Payment) -> PayRun:
        return next(one for one in self.all_of(PayRun) if one.pay_run_id == payment.pay_run_id)

    def total(self, run: PayRun) -> int:
        """Return what a run comes to, in pence."""
        payments = self.all_of(Payment)
        return sum(one.pence for one in payments if one.pay_run_id == run.pay_run_id)

    def changing(self, run: PayRun, by: str) -> RunStep:
        return RunStep(number=run.number, operator=by, is_change=True)

    def newest_number(self) -> int:
        return max((run.number for run in self.all_of(PayRun)), default=0)

    # --- what holds after every step -------------------------------------------------------------

    @invariant()
    def every_pound_is_where_it_should_be(self) -> None:
        if not hasattr(self, "world") or not self.is_changed:
            return
        self.is_changed = False
        records = self.watch.records()
        ledger.check_all(records)
        box = ledger.cash_in_box(records[CashMove], records[Payment])
        assert self.world.office.cash.left() == box
        self._check_approvals(records)
        self._check_what_was_agreed(records)
        self.changes += 1
        if self.changes % _SOUNDNESS_EVERY == 0:
            found = self.world.findings()
            assert found == (), found

    def _check_approvals(self, records: Snapshot) -> None:
        own = {NIA: self.people[4].participant_id}
        for run in records[PayRun]:
            if run.state not in _LOCKED:
                continue
            said_yes, changers, pence = self.memory.approvers(run.number)
            assert len(set(said_yes)) == len(said_yes)
            assert len(said_yes) >= (2 if pence > THRESHOLD_PENCE else 1), "too few approved"
            assert not changers & set(said_yes), "whoever changed the run approved it"
            payments = [one for one in records[Payment] if one.pay_run_id == run.pay_run_id]
            paid = {one.participant_id for one in payments}
            assert not paid & {own.get(name) for name in said_yes}, "somebody approved their own"
            assert sum(one.pence for one in payments) == pence, "changed after its approval"

    def _check_what_was_agreed(self, records: Snapshot) -> None:
        agreed = self.memory.agreed()
        sums: dict[int, int] = {}
        for item in records[ExpenseItem]:
            before = sums.get(item.expense_claim_id, 0)
            sums[item.expense_claim_id] = before + item.agreed_pence
        for work in records[Contribution]:
            if work.state in _BEYOND:
                key = (LineKind.CONTRIBUTION, work.contribution_id)
                assert work.agreed_pence <= agreed[key], "more is paid than was approved"
        for claim in records[ExpenseClaim]:
            if claim.state in _BEYOND:
                key = (LineKind.EXPENSE_CLAIM, claim.expense_claim_id)
                assert sums.get(claim.expense_claim_id, 0) == agreed[key], (
                    "another sum than approved"
                )


@functools.cache
def _what_can_happen(kind: type[Room]) -> list[Any]:
    marked = (getattr(kind, name) for name in dir(kind))
    return [one for one in marked if hasattr(one, "happens") for _n in range(one.happens[0])]


def day_of(number: int) -> datetime.date:
    """Return a day on which something happens after the work was done."""
    return TODAY + number % 10 * DAY
