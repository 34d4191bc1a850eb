"""Keep the charity's own details, its payment policy, and who works with the file."""

import dataclasses
import datetime
from collections.abc import Iterable

from coprod_desktop.domain.errors import AlreadyThereError
from coprod_desktop.domain.organisation import Operator, Organisation, clean_organisation
from coprod_desktop.domain.policy.versions import PolicyVersion
from coprod_desktop.domain.text import clean_line, clean_name, fold
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage.work import Reading


class OrganisationService:
    """The verbs about the charity itself."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def get(self) -> Organisation:
        """Return the charity's details."""
        with self._desk.reading() as reading:
            return organisation_of(reading)

    def save(self, organisation: Organisation) -> Organisation:
        """Save the charity's details; raises NameMissingError and the like."""
        clean = clean_organisation(organisation)
        with self._desk.transaction("change organisation") as work:
            work.update(clean)
        return clean

    def policy(self, day: datetime.date | None = None) -> PolicyVersion:
        """Return the policy in force on a day, or today."""
        with self._desk.reading() as reading:
            return policy_on(reading, day or self._desk.today())

    def operators(self) -> tuple[Operator, ...]:
        """Return everybody who works with the file."""
        with self._desk.reading() as reading:
            return reading.find(Operator, is_active=True)

    def add_operator(
        self, name: str, role: str = "", participant_id: int | None = None
    ) -> Operator:
        """Add somebody; raises AlreadyThereError, NameMissingError or NotFoundError."""
        operator = Operator(
            operator_id=self._desk.new_id(),
            name=clean_name(name),
            role=clean_line(role),
            participant_id=participant_id,
        )
        with self._desk.transaction("add operator") as work:
            if any(fold(other.name) == fold(operator.name) for other in work.find(Operator)):
                raise AlreadyThereError(noun="operator", name=operator.name)
            work.add(operator)
        return operator

    def save_operator(self, operator: Operator) -> Operator:
        """Save what changed about somebody; raises AlreadyThereError, NotFoundError and as `add`.

        Somebody who leaves is kept with `is_active` false, since approvals carry their name.
        """
        clean = dataclasses.replace(
            operator, name=clean_name(operator.name), role=clean_line(operator.role)
        )
        with self._desk.transaction("change operator") as work:
            others = (one for one in work.find(Operator) if one.operator_id != clean.operator_id)
            if any(fold(other.name) == fold(clean.name) for other in others):
                raise AlreadyThereError(noun="operator", name=clean.name)
            work.update(clean)
        if self._desk.operator.operator_id == clean.operator_id:
            self._desk.operator = clean
        return clean

    def sit_down(self, operator_id: int) -> Operator:
        """Say who is at the keyboard from now on; raises NotFoundError."""
        with self._desk.reading() as reading:
            self._desk.operator = reading.get(Operator, operator_id)
        return self._desk.operator

    @property
    def operator(self) -> Operator:
        """Who is at the keyboard."""
        return self._desk.operator


def organisation_of(reading: Reading) -> Organisation:
    """Return the one organisation of a file."""
    return reading.find(Organisation)[0]


def policy_on(reading: Reading, day: datetime.date) -> PolicyVersion:
    """Return the newest version that is in force on a day; before the first, the first."""
    return policy_among(reading.find(PolicyVersion), day)


def policy_among(versions: Iterable[PolicyVersion], day: datetime.date) -> PolicyVersion:
    """Return the newest of the versions that is in force on a day; before the first, the first."""
    policies = sorted(versions, key=lambda p: (p.effective_on, p.version))
    in_force = [policy for policy in policies if policy.effective_on <= day]
    return in_force[-1] if in_force else policies[0]
