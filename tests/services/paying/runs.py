"""What happens to a run before its money leaves: prepare, hold, split, approve, make files."""

import datetime

from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.holds import Hold, HoldOn
from coprod_desktop.domain.participants import BankDetails
from coprod_desktop.domain.pay_runs import Payment, PaymentLine, PaymentState, PayRun, RunState
from coprod_desktop.domain.vouchers import Voucher, VoucherState
from tests.builders import TODAY
from tests.services.paying.approvals import RunStep
from tests.services.paying.beginning import OLA, WHO
from tests.services.paying.room import Room, at, day_of, happening, person, who

_OPEN = (RunState.PREPARED, RunState.SENT_BACK)
_until = st.sampled_from([None, TODAY + datetime.timedelta(days=3)])


class Runs(Room):
    """The steps with runs that are not paid yet."""

    @happening(4, by=who, project=st.sampled_from([None, None, 0, 1]), later=at)
    def prepare(self, by: str, project: int | None, later: int) -> None:
        ids = [] if project is None else [self.projects[project].project_id]
        told = RunStep(number=self.newest_number() + 1, operator=by, is_change=True)
        prepare = self.world.office.pay_runs.prepare
        self.step(lambda: prepare(TODAY, day_of(later), project_ids=ids), told, by=by)

    @happening(by=who)
    def prepare_top_ups(self, by: str) -> None:
        told = RunStep(number=self.newest_number() + 1, operator=by, is_change=True)
        self.step(self.world.office.top_ups.prepare, told, by=by)

    @happening(3, number=at, by=who)
    def approve_run(self, number: int, by: str) -> None:
        run = self.pick(PayRun, number, RunState.PREPARED)
        if run:
            self._say_yes(run, by)

    @happening(4, number=at)
    def two_approve_and_files_are_made(self, number: int) -> None:
        """Take a run as far as its files, so that more is paid than by chance."""
        run = self.pick(PayRun, number, RunState.PREPARED)
        if run:
            for by in WHO:
                self._say_yes(run, by)
            self.step(lambda: self.world.office.payment_files.record(run.number))

    def _say_yes(self, run: PayRun, by: str) -> None:
        told = RunStep(number=run.number, operator=by, is_change=False, pence=self.total(run))
        self.step(lambda: self.world.office.pay_runs.approve(run.number), told, by=by)

    @happening(number=at, by=who)
    def send_run_back(self, number: int, by: str) -> None:
        run = self.pick(PayRun, number, RunState.PREPARED)
        if run:
            send_back = self.world.office.pay_runs.send_back
            self.step(lambda: send_back(run.number, "Who is this?"), by=by)

    @happening(number=at, by=who)
    def ask_again(self, number: int, by: str) -> None:
        run = self.pick(PayRun, number, RunState.SENT_BACK)
        if run:
            again = self.world.office.pay_runs.prepare_again
            self.step(lambda: again(run.number), self.changing(run, by), by=by)

    def _open_payment(self, number: int) -> Payment | None:
        runs = {one.pay_run_id for one in self.all_of(PayRun) if one.state in _OPEN}
        found = [one for one in self.all_of(Payment) if one.pay_run_id in runs]
        return found[number % len(found)] if found else self.pick(Payment, number)

    @happening(2, number=at, by=who, until=_until)
    def hold_payment(self, number: int, by: str, until: datetime.date | None) -> None:
        payment = self._open_payment(number)
        if payment:
            told = self.changing(self.run_of(payment), by)
            hold = self.world.office.holds.hold_payment
            self.step(lambda: hold(payment.payment_id, "Asked", until_on=until), told, by=by)

    @happening(2, number=at, by=who, some=st.integers(1, 7))
    def put_lines_off(self, number: int, by: str, some: int) -> None:
        payment = self._open_payment(number)
        if not payment:
            return
        lines = [o for o in self.all_of(PaymentLine) if o.payment_id == payment.payment_id]
        ids = {line.payment_line_id for n, line in enumerate(lines) if some & (1 << n)}
        told = self.changing(self.run_of(payment), by)
        put_off = self.world.office.holds.put_off
        if ids:
            self.step(lambda: put_off(payment.payment_id, ids, "Not sure yet"), told, by=by)

    @happening(one=person, number=at, is_whole=st.booleans(), until=_until)
    def place_hold(
        self, one: int, number: int, is_whole: bool, until: datetime.date | None
    ) -> None:
        piece = None if is_whole else self.pick(Contribution, number)
        on = HoldOn.CONTRIBUTION if piece else HoldOn.PERSON
        place, key = self.world.office.holds.place, self.people[one].participant_id
        subject = piece.contribution_id if piece else None
        self.step(lambda: place(key, "Asked", until_on=until, on=on, subject_id=subject))

    @happening(number=at)
    def lift_hold(self, number: int) -> None:
        found = [one for one in self.all_of(Hold) if one.is_live]
        if found:
            self.step(lambda: self.world.office.holds.lift([found[number % len(found)].hold_id]))

    @happening(number=at, layout=st.sampled_from([None, None, "natwest-bankline"]))
    def make_files(self, number: int, layout: str | None) -> None:
        run = self.pick(PayRun, number, RunState.APPROVED, RunState.EXPORTED)
        if run:
            out, export = self.folder / "out", self.world.office.payment_files.export
            self.step(lambda: export(run.number, out, layout))

    @happening(number=at)
    def say_that_files_were_made(self, number: int) -> None:
        run = self.pick(PayRun, number, RunState.APPROVED)
        if run:
            self.step(lambda: self.world.office.payment_files.record(run.number))

    # --- where money goes ------------------------------------------------------------------------

    @happening(one=person, ending=st.integers(1, 3), by=who)
    def change_account(self, one: int, ending: int, by: str) -> None:
        key = self.people[one].participant_id
        known = self.world.office.bank_details.get(key)
        details = BankDetails(
            bank_details_id=0,
            participant_id=key,
            account_name=known.account_name if known else "MX OF THEIR OWN",
            sort_code="001463",
            account_number=f"2000000{ending}",
        )
        self.step(lambda: self.world.office.bank_details.save(details), by=by)

    @happening(one=person, by=who)
    def confirm_account(self, one: int, by: str) -> None:
        key = self.people[one].participant_id
        self.step(lambda: self.world.office.bank_details.confirm(key, "Phoned them"), by=by)

    @happening(2, number=at)
    def set_vouchers_aside(self, number: int) -> None:
        run = self.pick(PayRun, number, *_OPEN, RunState.APPROVED, RunState.EXPORTED)
        if run:
            self.step(lambda: self.world.office.vouchers.set_aside(run.number))

    @happening(number=at)
    def put_vouchers_back(self, number: int) -> None:
        found = self.pick(Voucher, number, VoucherState.SET_ASIDE)
        payment_id = found.payment_id if found else None
        if payment_id:
            self.step(lambda: self.world.office.vouchers.put_back(payment_id))

    @happening(pence=st.sampled_from([500, 2000]), is_drawn=st.booleans())
    def move_cash(self, pence: int, is_drawn: bool) -> None:
        cash = self.world.office.cash
        self.step(lambda: (cash.draw if is_drawn else cash.pay_in)(pence, TODAY), by=OLA)

    @happening(pence=st.sampled_from([0, 100, 20_000]))
    def count_cash(self, pence: int) -> None:
        self.step(lambda: self.world.office.cash.count(pence, TODAY, "Counted twice"), by=OLA)

    def waiting(self) -> list[Payment]:
        """Return the payments that wait in runs whose files were made."""
        runs = {o.pay_run_id for o in self.all_of(PayRun) if o.state is RunState.EXPORTED}
        return [
            one
            for one in self.all_of(Payment)
            if one.pay_run_id in runs and one.state is PaymentState.WAITING
        ]
