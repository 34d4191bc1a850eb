"""Whatever happens in whatever order, no voucher is with two people and none is lost."""

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import Payment, PaymentState, PayRun
from coprod_desktop.domain.vouchers import Voucher, VoucherState
from tests.builders import PAID_ON, WORKED_ON
from tests.services.boxes import earns
from tests.services.world import GRACE, IDRIS, World

_NEEDS = {
    VoucherState.SET_ASIDE: PaymentState.WAITING,
    VoucherState.HANDED_OVER: PaymentState.PAID,
}
_at = st.integers(0, 50)
R = TypeVar("R")


class Handing(RuleBasedStateMachine):
    """Buy, set aside, put back, spoil, pay, take back and undo as it comes."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="coprod-vouchers-"))
        self.bought = 0

    @initialize()
    def open(self) -> None:
        self.world = World.make(str(self.folder / "Rivermead.coprod"))
        self.people = [
            self.world.person(name, paid_by=PaidBy.VOUCHER)
            for name in ("Ion Țurcanu", "Rhys ap Gwilym", "Amina Yusuf")
        ]
        self.beginning = self.world.office.history.latest(1)[0].change_id

    def teardown(self) -> None:
        if hasattr(self, "world"):
            assert self.world.findings() == ()
            self.world.office.close()
        shutil.rmtree(self.folder)

    @rule(pounds=st.sampled_from([5, 10, 20]), count=st.integers(1, 5))
    def buy(self, pounds: int, count: int) -> None:
        name, first = f"Of {pounds}", f"{self.bought + 1:04d}"
        before = len(self._all(Voucher))
        self._try(
            lambda: self.world.office.vouchers.add(name, first, count, 100 * pounds, WORKED_ON)
        )
        self.bought += len(self._all(Voucher)) - before

    @rule(earned=st.lists(st.sampled_from([20, 10, 30, 0]), min_size=3, max_size=3), tens=_at)
    def earn_and_prepare(self, earned: list[int], tens: int) -> None:
        self.buy(10, tens % 8 + 1)
        for person, pounds in zip(self.people, earned, strict=True):
            if pounds:
                self._try(partial(earns, self.world, person, pounds))  # a day has 24 hours
        self._try(self.world.prepared)
        if tens % 2:
            self.set_aside(-1)

    @rule(at=_at)
    def approve_and_export(self, at: int) -> None:
        def do(run: PayRun) -> None:
            self.world.sit(IDRIS)
            self.world.office.pay_runs.approve(run.number)
            self.world.office.payment_files.record(run.number)

        self._with(PayRun, at, do)
        self.world.sit(GRACE)

    @rule(at=_at)
    def set_aside(self, at: int) -> None:
        self._with(PayRun, at, lambda run: self.world.office.vouchers.set_aside(run.number))

    @rule(at=_at, chosen=st.lists(_at, min_size=1, max_size=4))
    def choose(self, at: int, chosen: list[int]) -> None:
        vouchers = self._all(Voucher)
        ids = {vouchers[one % len(vouchers)].voucher_id for one in chosen} if vouchers else {0}
        self._with(
            Payment, at, lambda one: self.world.office.vouchers.set_aside_for(one.payment_id, ids)
        )

    @rule(at=_at)
    def put_back(self, at: int) -> None:
        self._with(Payment, at, lambda one: self.world.office.vouchers.put_back(one.payment_id))

    @rule(at=_at)
    def spoil(self, at: int) -> None:
        self._with(
            Voucher, at, lambda one: self.world.office.vouchers.spoil(one.voucher_id, "Torn")
        )

    @rule(at=_at)
    def unspoil(self, at: int) -> None:
        self._with(Voucher, at, lambda one: self.world.office.vouchers.unspoil(one.voucher_id))

    @rule(at=_at)
    def settle(self, at: int) -> None:
        self._with(PayRun, at, lambda run: self.world.office.settling.settle(run.number, PAID_ON))

    @rule(at=_at)
    def nobody_came(self, at: int) -> None:
        came_back = self.world.office.settling.came_back
        self._with(Payment, at, lambda one: came_back([one.payment_id], PAID_ON, "Nobody came."))

    @rule(at=_at)
    def hold(self, at: int) -> None:
        hold = self.world.office.holds.hold_payment
        self._with(Payment, at, lambda one: hold(one.payment_id, "Asked to wait."))

    @rule(at=_at)
    def reverse(self, at: int) -> None:
        reverse = self.world.office.pay_runs.reverse
        self._with(PayRun, at, lambda run: reverse(run.number, "The wrong day."))

    @rule(back=st.integers(0, 3))
    def undo(self, back: int) -> None:
        latest = self.world.office.history.latest(back + 1)
        if len(latest) > back and latest[back].change_id > self.beginning:
            before = len(self._all(Voucher))
            self._try(lambda: self.world.office.history.undo(latest[back].change_id))
            self.bought += len(self._all(Voucher)) - before

    @invariant()
    def every_voucher_is_in_one_place(self) -> None:
        if not hasattr(self, "world"):
            return
        vouchers = self._all(Voucher)
        payments = {one.payment_id: one for one in self._all(Payment)}
        sums: Counter[int] = Counter()
        for one in vouchers:
            assert (one.payment_id is not None) == (one.state in _NEEDS)
            if one.payment_id is not None:
                assert payments[one.payment_id].state is _NEEDS[one.state]
                sums[one.payment_id] += one.value_pence
        assert all(payments[key].pence == pence for key, pence in sums.items())
        stock = self.world.office.vouchers.stock()
        assert sum(stock.count(state) for state in VoucherState) == self.bought
        shown = [key for line in stock.lines for key in line.voucher_ids]
        assert sorted(shown) == sorted(one.voucher_id for one in vouchers)

    def _all(self, kind: type[R]) -> tuple[R, ...]:
        found: tuple[R, ...] = self.world.records(kind)[kind]
        return found

    def _with(self, kind: type[R], at: int, do: Callable[[R], object]) -> None:
        found = self._all(kind)
        if found:
            self._try(lambda: do(found[at % len(found)]))

    def _try(self, do: Callable[[], object]) -> None:
        """Do it, or see it refused without a trace."""
        before = self.world.records()
        try:
            do()
        except DomainError:
            assert self.world.records() == before


Handing.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
TestHanding = Handing.TestCase
