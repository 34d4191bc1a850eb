"""What happens once money may have left: settle, by hand or by statement, come back, take back."""

import datetime
from collections.abc import Sequence

from hypothesis import strategies as st

from coprod_desktop.domain.bank_statements import BankStatement, StatementEntry, whole_statement
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.domain.pay_runs import Payment, PaymentLine, PaymentState, PayRun, RunState
from tests.builders import TODAY
from tests.services.paying.approvals import Asked
from tests.services.paying.room import at, day_of, happening, who
from tests.services.paying.runs import Runs

_some = st.lists(at, min_size=1, max_size=3)
_why = st.sampled_from(["", "At the meeting"])
_PAID = PaymentState.PAID
_FILES_MADE = (RunState.EXPORTED, RunState.SETTLED)


class Settling(Runs):
    """The steps with money that left."""

    @happening(4, number=at, later=at, by=who, why=_why)
    def settle(self, number: int, later: int, by: str, why: str) -> None:
        run = self.pick(PayRun, number, RunState.EXPORTED)
        if run:
            settle = self.world.office.settling.settle
            self.step(lambda: settle(run.number, day_of(later), without_vouchers=why), by=by)

    @happening(3, numbers=_some, later=at, why=_why)
    def settle_some(self, numbers: list[int], later: int, why: str) -> None:
        ids = self._ids(numbers, PaymentState.WAITING)
        some = self.world.office.settling.settle_some
        self.step(lambda: some(ids, day_of(later), without_vouchers=why))

    @happening(3, numbers=_some, later=at, is_kept=st.booleans())
    def came_back(self, numbers: list[int], later: int, is_kept: bool) -> None:
        ids = self._ids(numbers, _PAID if is_kept else PaymentState.WAITING)
        back = self.world.office.settling.came_back
        self.step(lambda: back(ids, day_of(later), "Account closed"))

    def _ids(self, numbers: list[int], state: PaymentState) -> list[int]:
        found = [self.pick(Payment, number, state) for number in numbers]
        return [one.payment_id for one in found if one] or [0]

    @happening(3, numbers=_some)
    def take_back(self, numbers: list[int]) -> None:
        """Say that lines were paid in error, of one payment that was paid if there is any."""
        paid = {one.payment_id for one in self.all_of(Payment) if one.state is _PAID}
        lines = self.all_of(PaymentLine)
        found = [one for one in lines if one.payment_id in paid and one.is_live] or lines
        ids = [found[number % len(found)].payment_line_id for number in numbers if found] or [0]
        self.step(lambda: self.world.office.settling.take_back(ids, "Nobody was there"))

    @happening(2, number=at, by=who)
    def reverse(self, number: int, by: str) -> None:
        run = self.pick(PayRun, number, *(one for one in RunState if one is not RunState.REVERSED))
        if run:
            self._reverse(run, by)

    @happening(number=at, first=who, second=who)
    def two_reverse(self, number: int, first: str, second: str) -> None:
        run = self.pick(PayRun, number, RunState.EXPORTED, RunState.SETTLED)
        if run:
            for by in (first, second):
                self._reverse(run, by)

    def _reverse(self, run: PayRun, by: str) -> None:
        """Ask, or confirm; what may have left is taken back only by another than who asked."""
        asker = self.memory.asker(run.number)
        (before,) = [one for one in self.all_of(PayRun) if one.number == run.number]
        told = Asked(number=run.number, operator="" if asker else by)
        self.step(lambda: self.world.office.pay_runs.reverse(run.number, "Lost"), told, by=by)
        (after,) = [one for one in self.all_of(PayRun) if one.number == run.number]
        if after.state is not before.state and before.state in _FILES_MADE:
            assert asker not in ("", by), "one person took back what may have left"

    @happening(number=at, by=who)
    def let_stand(self, number: int, by: str) -> None:
        run = self.pick(PayRun, number, RunState.EXPORTED, RunState.SETTLED)
        if run:
            let_stand = self.world.office.pay_runs.let_stand
            told = Asked(number=run.number, operator="")
            self.step(lambda: let_stand(run.number, "It was paid"), told, by=by)

    @happening(2, number=at, pence=st.sampled_from([1, 500, 1000, 3000]), later=at)
    def give(self, number: int, pence: int, later: int) -> None:
        found = self.pick(Payment, number, _PAID)
        if found:
            record, key = self.world.office.gifts.record, found.payment_id
            self.step(lambda: record(key, pence, day_of(later)))

    # --- by the bank's statement -----------------------------------------------------------------

    @happening(
        3, left=_some, back=st.lists(at, max_size=2), chosen=st.lists(at, max_size=2), by=who
    )
    def settle_by_statement(
        self, left: list[int], back: list[int], chosen: list[int], by: str
    ) -> None:
        """Read a statement with payments that left and that came back, and choose by hand too."""
        waiting = [one for one in self.waiting() if one.method is PaidBy.BANK and one.pence]
        paid = [one for one in self.all_of(Payment) if one.state is _PAID and one.pence]
        entries = self._entries(waiting, left, -1) + self._entries(paid, back, 1)
        if not entries:
            return
        statement = whole_statement(account="00000017", entries=entries, source="bank.csv")
        choice = self._choice(statement, chosen)
        bank = self.world.office.bank_statements
        self.step(lambda: bank.settle(statement, choice), by=by)

    def _entries(
        self, payments: Sequence[Payment], numbers: list[int], sign: int
    ) -> list[StatementEntry]:
        found = [payments[number % len(payments)] for number in numbers if payments]
        return [
            StatementEntry(
                on=max(self.run_of(one).pay_on, TODAY) + datetime.timedelta(days=int(sign > 0)),
                pence=sign * one.pence,
                payee=one.account_name,
                reference=one.reference,
                row=row,
            )
            for row, one in enumerate(found, 1)
        ]

    def _choice(self, statement: BankStatement, chosen: list[int]) -> dict[str, int]:
        payments, lines = self.all_of(Payment), statement.lines
        return {
            lines[number % len(lines)].line_key: payments[number % len(payments)].payment_id
            for number in chosen
        }
