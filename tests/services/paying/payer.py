"""Take one step with a pay run in a process of its own: what campaigns kill and starve.

`python -m tests.services.paying.payer STEP FILE FOLDER` says "ready" before the step, and after it
"done" or the name of the refusal.
"""

import sys
from pathlib import Path

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.participants import PaidBy
from coprod_desktop.services.office import Office, open_office
from tests.builders import NOW, PAID_ON, TODAY, a_bank_details
from tests.services.world import GRACE, IDRIS, PASSPHRASE, World

STEPS = ("prepare", "approve", "export", "settle")
PEOPLE = 6


def make_ready(path: Path, step: str) -> None:
    """Make a file in which this step comes next, for people paid by bank and in cash."""
    world = World.make(str(path))
    for number in range(PEOPLE):
        method = PaidBy.CASH if number % 3 == 0 else PaidBy.BANK
        person = world.person(f"Person {number}", paid_by=method, has_account=False)
        if method is PaidBy.BANK:
            details = a_bank_details(
                participant_id=person.participant_id,
                account_name=f"MX {number}",
                account_number=f"{30_000_000 + number}",
            )
            world.office.bank_details.save(details)
        world.log(person, minutes=25 + number)
        world.claim(person)
    world.office.approvals.approve_up_to(TODAY)
    for earlier in STEPS[: STEPS.index(step)]:
        take(world.office, earlier, path.parent / "before")
    world.office.close()


def take(office: Office, step: str, folder: Path) -> None:
    """Take one step with run 1."""
    by = {one.name: one.operator_id for one in office.operators.everybody()}
    office.operators.sit_down(by[IDRIS if step == "approve" else GRACE])
    if step == "prepare":
        office.pay_runs.prepare(TODAY)
    elif step == "approve":
        office.pay_runs.approve(1)
    elif step == "export":
        office.payment_files.export(1, folder)
    else:
        office.settling.settle(1, PAID_ON)


def main(step: str, path: str, folder: str) -> None:
    """Open the file, take the step, say what came of it."""
    office = open_office(path, PASSPHRASE, clock=lambda: NOW)
    _say("ready")
    try:
        take(office, step, Path(folder))
    except DomainError as refusal:
        _say(type(refusal).__name__)
    else:
        _say("done")
    office.close()


def _say(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
