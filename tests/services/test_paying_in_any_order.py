"""Whatever happens in whatever order, each piece of work is paid at most once."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    precondition,
    rule,
)

from coprod_desktop.domain.contributions import Choice, Contribution, WorkState
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import LineKind, Payment, PaymentLine, PayRun, RunState
from coprod_desktop.services.payment_files import mark_exported
from tests.builders import PAID_ON
from tests.services.world import GRACE, IDRIS, World

_INSIDE = (WorkState.IN_PAY_RUN, WorkState.PAID)


class Paying(RuleBasedStateMachine):
    """Log, choose, approve, prepare, approve, export, settle, reverse and undo as it comes."""

    pieces = Bundle("pieces")
    claims = Bundle("claims")
    runs = Bundle("runs")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="coprod-paying-"))

    @initialize()
    def open(self) -> None:
        self.world = World.make(str(self.folder / "Rivermead.coprod"))
        self.people = [
            self.world.person("Aisha Rahman"),
            self.world.person("Bronwen Pugh", paid_by=PaidBy.CASH),
            self.world.person("Ceri Walsh", has_account=False),
        ]

        self.beginning = self.world.office.history.latest(1)[0].change_id

    def teardown(self) -> None:
        if hasattr(self, "world"):
            assert self.world.findings() == ()
            self.world.office.close()
        shutil.rmtree(self.folder)

    @rule(
        target=pieces,
        who=st.integers(0, 2),
        minutes=st.integers(1, 40),
        choice=st.sampled_from([c for c in Choice if c is not Choice.PART]),
    )
    def log(self, who: int, minutes: int, choice: Choice) -> int:
        piece = self.world.log(self.people[who], minutes=minutes, choice=choice)
        return piece.contribution_id

    @rule(target=claims, who=st.integers(0, 2))
    def claim(self, who: int) -> int:
        return self.world.claim(self.people[who]).expense_claim_id

    @rule(ids=st.lists(pieces, min_size=1, max_size=4))
    def approve(self, ids: list[int]) -> None:
        self._try(lambda: self.world.office.contributions.approve(ids))

    @rule(row_id=claims)
    def approve_claim(self, row_id: int) -> None:
        self._try(lambda: self.world.office.expenses.approve([row_id]))

    @rule(row_id=pieces, choice=st.sampled_from(list(Choice)), part=st.integers(0, 900))
    def choose(self, row_id: int, choice: Choice, part: int) -> None:
        self._try(lambda: self.world.office.contributions.choose(row_id, choice, part))

    @rule(row_id=consumes(pieces))
    def send_back(self, row_id: int) -> None:
        self._try(lambda: self.world.office.contributions.send_back(row_id, "Was it so?"))

    @rule(row_id=claims, pence=st.integers(0, 900))
    def agree(self, row_id: int, pence: int) -> None:
        (item,) = self.world.office.expenses.items(row_id)
        self._try(lambda: self.world.office.expenses.agree(item.expense_item_id, pence, "The fare"))

    @rule(target=runs)
    def prepare(self) -> int:
        self._try(self.world.prepared)
        return max((run.number for run in self._runs()), default=0)

    @rule(number=runs)
    def approve_run(self, number: int) -> None:
        self.world.sit(IDRIS)
        self._try(lambda: self.world.office.pay_runs.approve(number))
        self.world.sit(GRACE)

    @rule(number=runs)
    def export_run(self, number: int) -> None:
        self._try(lambda: mark_exported(self.world.office.desk, number))

    @rule(number=runs)
    def settle(self, number: int) -> None:
        self._try(lambda: self.world.office.pay_runs.settle(number, PAID_ON))

    @rule(number=runs)
    def reverse(self, number: int) -> None:
        self._try(lambda: self.world.office.pay_runs.reverse(number, "Sent back"))

    @precondition(lambda self: self.world.office.history.last() is not None)
    @rule()
    def undo(self) -> None:
        last = self.world.office.history.last()
        assert last is not None
        if last.change_id > self.beginning and last.verb not in (
            "log contribution",
            "log expenses",
        ):
            self._try(self.world.office.history.undo)

    def _try(self, do: Callable[[], object]) -> None:
        """Do what may be refused; a refusal changes nothing."""
        before = self.world.records(Contribution, ExpenseClaim, PaymentLine, PayRun)
        try:
            do()
        except DomainError:
            assert self.world.records(Contribution, ExpenseClaim, PaymentLine, PayRun) == before

    def _runs(self) -> tuple[PayRun, ...]:
        found: tuple[PayRun, ...] = self.world.records(PayRun)[PayRun]
        return found

    @invariant()
    def live_lines_pay_exactly_what_is_in_runs_and_each_once(self) -> None:
        if not hasattr(self, "world"):
            return
        found = self.world.records(Contribution, ExpenseClaim, ExpenseItem, PaymentLine)
        live = [line for line in found[PaymentLine] if line.is_live]
        paid = {(line.kind, line.subject_id): line.pence for line in live}
        assert len(paid) == len(live)
        agreed = {item.expense_claim_id: item.agreed_pence for item in found[ExpenseItem]}
        work = {
            (LineKind.CONTRIBUTION, one.contribution_id): one.agreed_pence
            for one in found[Contribution]
            if one.state in _INSIDE
        }
        claims = {
            (LineKind.EXPENSE_CLAIM, one.expense_claim_id): agreed[one.expense_claim_id]
            for one in found[ExpenseClaim]
            if one.state in _INSIDE
        }
        assert paid == work | claims
        assert sum(paid.values()) == self._sum_of_standing_runs()

    def _sum_of_standing_runs(self) -> int:
        found = self.world.records(PayRun, Payment)
        standing = {one.pay_run_id for one in found[PayRun] if one.state is not RunState.REVERSED}
        return sum(one.pence for one in found[Payment] if one.pay_run_id in standing)


TestPaying = Paying.TestCase
TestPaying.settings = settings(
    max_examples=10,
    stateful_step_count=25,
    suppress_health_check=[HealthCheck.too_slow],
)
