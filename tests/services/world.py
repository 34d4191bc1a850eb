"""A small charity in a real file or database, and short ways to let things happen in it."""

import contextlib
import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.expenses import ExpenseClaim, ExpenseKind
from coprod_desktop.domain.participants import Capacity, PaidBy, Participant
from coprod_desktop.domain.pay_runs import PayRun, RunState
from coprod_desktop.domain.policy import PolicyVersion
from coprod_desktop.domain.projects import Project
from coprod_desktop.services.expenses import ExpenseEntry, ExpenseLine
from coprod_desktop.services.office import Office
from coprod_desktop.services.sessions import SessionEntry, SessionRow
from coprod_desktop.storage import schema
from tests.builders import (
    NOW,
    PAID_ON,
    TODAY,
    WORKED_ON,
    a_bank_details,
    a_participant,
    a_policy,
    a_project,
    an_organisation,
)
from tests.ready_files import a_new_office

PASSPHRASE = "a pier of long planks"
GRACE = "Grace Okafor"
IDRIS = "Idris Vaughan"
Snapshot = dict[type, tuple[Any, ...]]


@dataclass
class Clock:
    """A clock that a test moves by hand."""

    now: datetime.datetime = NOW

    def __call__(self) -> datetime.datetime:
        return self.now

    def go_to(self, day: datetime.date) -> None:
        self.now = datetime.datetime.combine(day, self.now.timetz())


@dataclass(kw_only=True)
class World:
    """An office at £12.00 an hour with one project; Grace sits at the keyboard, Idris may too."""

    office: Office
    clock: Clock
    project: Project
    operators: dict[str, int] = field(default_factory=dict)

    @classmethod
    def make(cls, location: str) -> "World":
        clock = Clock()
        policy = replace(a_policy(), effective_on=datetime.date(2020, 1, 1))
        office = a_new_office(
            location, PASSPHRASE, an_organisation(), policy, operator=GRACE, clock=clock
        )
        project = office.projects.add(a_project())
        world = cls(office=office, clock=clock, project=project)
        world.operators = {GRACE: office.operators.present.operator_id}
        world.operators[IDRIS] = office.operators.add(IDRIS, "Trustee").operator_id
        return world

    def sit(self, name: str) -> None:
        self.office.operators.sit_down(self.operators[name])

    def person(self, name: str = "Aisha Rahman", **override: Any) -> Participant:
        """Add a person; one paid by bank has an account."""
        has_account = override.pop("has_account", True)
        person = self.office.participants.add(a_participant(name=name, **override))
        if person.paid_by is PaidBy.BANK and has_account:
            details = a_bank_details(participant_id=person.participant_id)
            self.office.bank_details.save(details)
        return person

    def operator_who_takes_part(self, name: str = "Nia Morgan") -> Participant:
        """Add a person who also works with the file."""
        person = self.person(name)
        operator = self.office.operators.add(name, "", person.participant_id)
        self.operators[name] = operator.operator_id
        return person

    def work(self, person: Participant, **override: Any) -> Contribution:
        """Return 2 hours 30 minutes as somebody types them, £30.00 by the policy."""
        plain = Contribution(
            contribution_id=0,
            participant_id=person.participant_id,
            project_id=self.project.project_id,
            worked_on=WORKED_ON,
            minutes=150,
            kind_of_work="Meeting",
            capacity=Capacity.LIVED_EXPERIENCE,
            what="Steering group",
            pay=Pay.PAID,
        )
        return replace(plain, **override)

    def log(self, person: Participant, **override: Any) -> Contribution:
        return self.office.contributions.log(self.work(person, **override))

    def approved(self, person: Participant, **override: Any) -> Contribution:
        """Log work and approve it."""
        logged = self.log(person, **override)
        self.office.contributions.approve([logged.contribution_id])
        return self.office.contributions.get(logged.contribution_id)

    def entry(self, person: Participant, *lines: ExpenseLine, **override: Any) -> ExpenseEntry:
        bus = ExpenseLine(spent_on=WORKED_ON, kind=ExpenseKind.BUS, what="Bus", pence=460)
        plain = ExpenseEntry(
            participant_id=person.participant_id,
            project_id=self.project.project_id,
            claimed_on=WORKED_ON,
            lines=lines or (bus,),
        )
        return replace(plain, **override)

    def claim(self, person: Participant, *lines: ExpenseLine) -> ExpenseClaim:
        return self.office.expenses.log(self.entry(person, *lines))

    def approved_claim(self, person: Participant, *lines: ExpenseLine) -> ExpenseClaim:
        claim = self.claim(person, *lines)
        self.office.expenses.approve([claim.expense_claim_id])
        return claim

    def row(self, person: Participant, **override: Any) -> SessionRow:
        plain = SessionRow(
            participant_id=person.participant_id,
            capacity=person.capacity,
            minutes=(("Preparation", 30), ("Meeting", 150)),
        )
        return replace(plain, **override)

    def session(self, *rows: SessionRow, **override: Any) -> SessionEntry:
        plain = SessionEntry(
            project_id=self.project.project_id,
            title="Steering group",
            held_on=WORKED_ON,
            starts_at="10:00",
            ends_at="12:30",
            kind_of_work="Meeting",
            place="Rivermead Library",
            rows=rows,
        )
        return replace(plain, **override)

    def policy(self, **override: Any) -> PolicyVersion:
        new = a_policy(**override)
        return self.office.policies.save(new.text, new.effective_on).version

    # A run as far as it goes; Idris approves, since Grace prepared it.

    def prepared(self, up_to_on: datetime.date = TODAY) -> PayRun:
        return self.office.pay_runs.prepare(up_to_on).run

    def approved_run(self) -> PayRun:
        number = self.prepared().number
        self.sit(IDRIS)
        run = self.office.pay_runs.approve(number)
        self.sit(GRACE)
        return run

    def settled_run(self) -> PayRun:
        run = self.approved_run()
        self.office.payment_files.record(run.number)
        why = "Handed over at the meeting"
        return self.office.settling.settle(run.number, PAID_ON, without_vouchers=why)

    def taken_back(self, number: int, reason: str = "The wrong day") -> PayRun:
        """Take a run back; where its money may have left, Grace asks and Idris confirms it."""
        run = self.office.pay_runs.reverse(number, reason)
        if run.state is not RunState.REVERSED:
            self.sit(IDRIS)
            run = self.office.pay_runs.reverse(number)
            self.sit(GRACE)
        return run

    def records(self, *kinds: type) -> Snapshot:
        """Read every record of every class, or of some."""
        with self.office.desk.reading() as reading:
            return {kind: reading.find(kind) for kind in kinds or schema.records()}

    def findings(self) -> tuple[str, ...]:
        return self.office.safety.findings()

    @contextlib.contextmanager
    def refused(self, error: type[DomainError]) -> Iterator[pytest.ExceptionInfo[DomainError]]:
        """Expect a refusal that leaves the file exactly as it was, its history too."""
        before, history = self.records(), self.office.history.latest(1)
        with pytest.raises(error) as caught:
            yield caught
        assert type(caught.value) is error
        assert self.records() == before
        assert self.office.history.latest(1) == history
