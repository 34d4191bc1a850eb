"""Make the files of tests quickly: the first of a kind is made, and each other is a copy of it.

Making one takes half a second, most of it for the key; thousands of tests begin with a new file.
"""

import dataclasses
import functools
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.domain.policy import PolicyVersion
from coprod_desktop.services.office import Office, new_office, open_office
from coprod_desktop.storage.database import (
    Clock,
    Database,
    create,
    is_address,
    open_database,
    utc_now,
)
from tests.builders import NOW


def a_new_office(
    location: str,
    passphrase: str,
    organisation: Organisation,
    policy: PolicyVersion,
    *,
    operator: str,
    clock: Clock = utc_now,
) -> Office:
    """Return an office as `new_office` makes it; two files of one kind have the same first ids."""
    if is_address(location):
        return new_office(
            location, passphrase, organisation, policy, operator=operator, clock=clock
        )
    # A new file gives both numbers of its own.
    like = dataclasses.replace(organisation, organisation_id=0)
    rules = dataclasses.replace(policy, policy_id=0)
    shutil.copy(_office_file(passphrase, like, rules, operator), location)
    return open_office(location, passphrase, clock=clock)


def an_empty_database(location: str, passphrase: str, clock: Clock) -> Database:
    """Return a database as `create` makes it."""
    if is_address(location):
        return create(location, passphrase, clock=clock)
    shutil.copy(_empty_file(passphrase), location)
    return open_database(location, passphrase, clock=clock)


@functools.cache
def _office_file(
    passphrase: str, organisation: Organisation, policy: PolicyVersion, operator: str
) -> Path:
    def make(location: str) -> None:
        new_office(
            location, passphrase, organisation, policy, operator=operator, clock=lambda: NOW
        ).close()

    return _made(make)


@functools.cache
def _empty_file(passphrase: str) -> Path:
    return _made(lambda location: create(location, passphrase, clock=lambda: NOW).close())


def _made(make: Callable[[str], None]) -> Path:
    path = Path(tempfile.mkdtemp(prefix="coprod-ready-")) / "Rivermead.coprod"
    make(str(path))
    return path
