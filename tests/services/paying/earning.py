"""What happens before a run: log, draft, submit, choose, correct, approve, send back; and undo."""

import datetime
from dataclasses import replace

from hypothesis import strategies as st

from coprod_desktop.domain.contributions import Choice, Contribution, WorkState
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseItem, ExpenseKind
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.services.expenses import ExpenseLine
from tests.builders import WORKED_ON
from tests.services.paying.approvals import Agreed
from tests.services.paying.beginning import WHO
from tests.services.paying.room import Room, at, happening, person, who

_minutes = st.sampled_from([25, 50, 75, 100])
_choices = st.sampled_from([one for one in Choice if one is not Choice.PART])
_pence = st.sampled_from([0, 100, 460, 1000])
_OPEN = (WorkState.LOGGED, WorkState.SENT_BACK)


class Earning(Room):
    """The steps with work and claims."""

    @happening(one=person, minutes=_minutes, choice=_choices, project=at, is_draft=st.booleans())
    def log(self, one: int, minutes: int, choice: Choice, project: int, is_draft: bool) -> None:
        state = WorkState.DRAFT if is_draft else WorkState.LOGGED
        told = self.world.work(
            self.people[one],
            minutes=minutes,
            choice=choice,
            state=state,
            project_id=self.projects[project % 2].project_id,
        )
        self.step(lambda: self.world.office.contributions.log(told))

    @happening(one=person, pence=_pence, is_draft=st.booleans(), lines=st.integers(0, 2))
    def claim(self, one: int, pence: int, is_draft: bool, lines: int) -> None:
        line = _line(pence)
        entry = self.world.entry(self.people[one], is_draft=is_draft)
        entry = replace(entry, lines=(line,) * lines)
        self.step(lambda: self.world.office.expenses.log(entry))

    @happening(4, minutes=_minutes)
    def everybody_works(self, minutes: int) -> None:
        """Log and approve something for each, so that runs have something in them."""
        for each in self.people:
            self.world.log(each, minutes=minutes)
        logged = [one for one in self.all_of(Contribution) if one.state is WorkState.LOGGED]
        self._approve(logged, WHO[1])

    @happening(number=at)
    def submit(self, number: int) -> None:
        found = self.pick(Contribution, number, WorkState.DRAFT)
        if found:
            self.step(lambda: self.world.office.contributions.submit([found.contribution_id]))

    @happening(number=at)
    def remove_claim(self, number: int) -> None:
        found = self.pick(ExpenseClaim, number, WorkState.DRAFT)
        if found:
            key = found.expense_claim_id
            self.step(lambda: self.world.office.expenses.remove(key))

    @happening(number=at)
    def submit_claim(self, number: int) -> None:
        found = self.pick(ExpenseClaim, number, WorkState.DRAFT)
        if found:
            self.step(lambda: self.world.office.expenses.submit([found.expense_claim_id]))

    @happening(3, numbers=st.lists(at, min_size=1, max_size=4), by=who)
    def approve(self, numbers: list[int], by: str) -> None:
        found = [self.pick(Contribution, number, *_OPEN) for number in numbers]
        self._approve([one for one in found if one], by)

    def _approve(self, found: list[Contribution], by: str) -> None:
        ids = [one.contribution_id for one in found]
        told = [
            Agreed(
                kind=LineKind.CONTRIBUTION, subject_id=one.contribution_id, pence=one.agreed_pence
            )
            for one in found
        ]
        if ids:
            self.step(lambda: self.world.office.contributions.approve(ids), *told, by=by)

    @happening(3, number=at, by=who)
    def approve_claim(self, number: int, by: str) -> None:
        found = self.pick(ExpenseClaim, number, *_OPEN)
        if not found:
            return
        key = found.expense_claim_id
        pence = sum(o.agreed_pence for o in self.all_of(ExpenseItem) if o.expense_claim_id == key)
        told = Agreed(kind=LineKind.EXPENSE_CLAIM, subject_id=key, pence=pence)
        self.step(lambda: self.world.office.expenses.approve([key]), told, by=by)

    @happening(number=at)
    def send_work_back(self, number: int) -> None:
        found = self.pick(Contribution, number, WorkState.LOGGED, WorkState.APPROVED)
        if found:
            key = found.contribution_id
            self.step(lambda: self.world.office.contributions.send_back(key, "Was it so?"))

    @happening(number=at)
    def send_claim_back(self, number: int) -> None:
        found = self.pick(ExpenseClaim, number, WorkState.LOGGED, WorkState.APPROVED)
        if found:
            key = found.expense_claim_id
            self.step(lambda: self.world.office.expenses.send_back(key, "Which bus?"))

    @happening(number=at, choice=st.sampled_from(list(Choice)), part=_pence)
    def choose(self, number: int, choice: Choice, part: int) -> None:
        found = self.pick(Contribution, number, *_OPEN, WorkState.APPROVED)
        if found:
            key = found.contribution_id
            self.step(lambda: self.world.office.contributions.choose(key, choice, part))

    @happening(number=at, minutes=_minutes)
    def correct(self, number: int, minutes: int) -> None:
        found = self.pick(Contribution, number, WorkState.SENT_BACK)
        if found:
            changed = replace(found, minutes=minutes)
            self.step(lambda: self.world.office.contributions.correct(changed))

    @happening(number=at)
    def remove(self, number: int) -> None:
        found = self.pick(Contribution, number, WorkState.SENT_BACK)
        if found:
            key = found.contribution_id
            self.step(lambda: self.world.office.contributions.remove(key))

    @happening(number=at, pence=_pence)
    def agree(self, number: int, pence: int) -> None:
        found = self.pick(ExpenseItem, number)
        if found:
            key = found.expense_item_id
            self.step(lambda: self.world.office.expenses.agree(key, pence, "The fare"))

    @happening(number=at, pence=_pence)
    def add_line(self, number: int, pence: int) -> None:
        found = self.pick(ExpenseClaim, number, WorkState.DRAFT, *_OPEN)
        if found:
            key = found.expense_claim_id
            self.step(lambda: self.world.office.expenses.add_line(key, _line(pence)))

    @happening()
    def raise_the_rate(self) -> None:
        """Pay more from the day of the work on, so that what was agreed before is topped up."""
        if self.raised == 2:
            return
        self.raised += 1
        pence = 1200 + 60 * self.raised
        self.world.clock.now += datetime.timedelta(minutes=1)
        self.step(lambda: self.world.policy(hourly_pence=pence, effective_on=WORKED_ON))

    @happening(6, back=st.integers(0, 12))
    def undo(self, back: int) -> None:
        latest = self.world.office.history.latest(back + 1)
        if len(latest) > back and latest[back].change_id > self.beginning:
            change_id = latest[back].change_id
            if self.step(lambda: self.world.office.history.undo(change_id)):
                self.memory.forget(change_id)


def _line(pence: int) -> ExpenseLine:
    return ExpenseLine(spent_on=WORKED_ON, kind=ExpenseKind.BUS, what="Bus", pence=pence)
