"""Keep the charity's own details, and know its payment policy of a day."""

import datetime
from collections.abc import Iterable

from coprod_desktop.domain.organisation import Organisation, clean_organisation
from coprod_desktop.domain.policy.versions import PolicyVersion
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
