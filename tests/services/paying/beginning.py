"""The office as each order of payments finds it: made once, then a copy of its encrypted file."""

import dataclasses
import functools
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from coprod_desktop.domain.participants import PaidBy, Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.services.office import open_office
from coprod_desktop.storage.keys import derive_key
from tests.builders import WORKED_ON, a_bank_details, a_project
from tests.services.world import GRACE, IDRIS, PASSPHRASE, Clock, World

OLA, NIA = "Ola Brand", "Nia Morgan"
WHO = (GRACE, IDRIS, OLA, NIA)
THRESHOLD_PENCE = 4000
_derive = functools.cache(derive_key)  # 256,000 rounds once: every copy begins with the same salt


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """A closed file and who is in it."""

    path: Path
    operators: dict[str, int]
    people: tuple[Participant, ...]
    projects: tuple[Project, ...]
    last_change_id: int


def a_copy(path: Path) -> tuple[World, Beginning]:
    """Open a copy of the beginning; it is encrypted as every file is."""
    begun = _beginning()
    shutil.copy(begun.path, path)
    clock = Clock()
    office = open_office(str(path), PASSPHRASE, operator=GRACE, clock=clock, derive=_derive)
    world = World(office=office, clock=clock, project=begun.projects[0])
    world.operators = dict(begun.operators)
    return world, begun


@functools.cache
def _beginning() -> Beginning:
    path = Path(_folder().name) / "Rivermead.coprod"
    world = World.make(str(path))
    world.operators[OLA] = world.office.operators.add(OLA, "Finance").operator_id
    world.office.organisation.save(
        replace(
            world.office.organisation.get(),
            second_approver_above_pence=THRESHOLD_PENCE,
            account_name="RIVERMEAD",
            sort_code="001460",
            account_number="00000017",
        )
    )
    people = (
        world.person("Aisha Rahman"),
        world.person("Bronwen Pugh", paid_by=PaidBy.CASH),
        world.person("Ceri Walsh", has_account=False),
        world.person("Dafydd Price", paid_by=PaidBy.VOUCHER),
        world.operator_who_takes_part(NIA),
        _with_account(world, "Efa Lloyd", "MRS E LLOYD", "00000041"),
    )
    projects = (world.project, world.office.projects.add(a_project(name="Garden")))
    world.office.vouchers.add("Shop voucher", "S-001", 30, 500, WORKED_ON)
    world.office.cash.draw(20_000, WORKED_ON)
    last_change_id = world.office.history.latest(1)[0].change_id
    world.office.close()
    return Beginning(
        path=path,
        operators=dict(world.operators),
        people=people,
        projects=projects,
        last_change_id=last_change_id,
    )


@functools.cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="coprod-paying-beginning-")


def _with_account(world: World, name: str, account_name: str, number: str) -> Participant:
    added = world.person(name, has_account=False)
    details = a_bank_details(
        participant_id=added.participant_id, account_name=account_name, account_number=number
    )
    world.office.bank_details.save(details)
    return added
