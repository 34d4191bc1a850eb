"""Look at a pay run after a crash: it is whole or not there, and so are its files."""

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from coprod_desktop.domain.errors import DomainError, NothingToPayError, WrongStateError
from coprod_desktop.domain.made_files import MadeFile
from coprod_desktop.domain.pay_runs import Payment, PayRun, RunState
from coprod_desktop.services.office import Office, open_office
from coprod_desktop.storage import schema
from tests.builders import NOW
from tests.services.paying import ledger
from tests.services.paying.payer import PEOPLE, STEPS, take
from tests.services.world import PASSPHRASE

ROOT = Path(__file__).resolve().parents[3]
_AFTER = (RunState.PREPARED, RunState.APPROVED, RunState.EXPORTED, RunState.SETTLED)


def strike(step: str, path: Path, folder: Path, *, after: float = 60, inject: str = "") -> str:
    """Take a step in a process that is killed so many seconds after it began, or starved.

    `inject` is what `strace` does to its calls. Return the last word that it said.
    """
    command = [sys.executable, "-m", "tests.services.paying.payer", step, str(path), str(folder)]
    if inject:
        calls = inject.partition(":")[0]
        tracing = ["-e", f"trace={calls}", "-e", f"inject={inject}"]
        command = ["strace", "-f", "-qq", "-o", "/dev/null", *tracing, *command]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    first = process.stdout.readline().strip()
    if not inject:
        time.sleep(after)
        process.kill()
    said, errors = process.communicate(timeout=120)
    if "Traceback" in errors and first == "ready":
        return errors.strip().splitlines()[-1]
    return (first + "\n" + said).split()[-1] if first else "never opened"


def problems(step: str, path: Path, folder: Path, said: str) -> list[str]:
    """Open the file again and return what is not as it should be; then take the step anew."""
    office = open_office(str(path), PASSPHRASE, clock=lambda: NOW)
    try:
        found = list(office.safety.findings())
        with office.desk.reading() as reading:
            records: dict[type, tuple[Any, ...]] = {
                kind: reading.find(kind) for kind in schema.records()
            }
        ledger.check_all(records)
        state = next((one.state for one in records[PayRun]), None)
        before, after = (None, *_AFTER)[STEPS.index(step)], _AFTER[STEPS.index(step)]
        if state not in (before, after):
            found.append(f"the run is {state}")
        if said == "done" and state is not after:
            found.append(f"said to be done, and the run is {state}")
        if said == "NotSavedError" and state is not before:
            found.append(f"said not to be saved, and the run is {state}")
        if state is not None and len(records[Payment]) != PEOPLE:
            found.append(f"{len(records[Payment])} payments of {PEOPLE}")
        found += _files(office, folder, records[MadeFile], is_made=state in _AFTER[2:])
        found += _goes_on(office, step, folder)
    except (AssertionError, RuntimeError) as error:
        return [f"ledger: {error}"]
    finally:
        office.close()
    return found


def _files(office: Office, folder: Path, made: tuple[MadeFile, ...], *, is_made: bool) -> list[str]:
    """Compare the bank's files with their records, and make each of them once more."""
    known = {one.file_name: one.content for one in made}
    there = [path for path in folder.glob("pay-run-*-bank*") if path.suffix != ".partial"]
    found = [
        f"{path.name} is not as recorded"
        for path in there
        if known.get(path.name) != path.read_bytes()
    ]
    if bool(made) != is_made:
        found.append("the record of the bank file does not go with the run")
    if made:
        again = folder.with_name(folder.name + "-again")
        office.payment_files.export(1, again)
        found += [
            f"{name} is not made again"
            for name, content in known.items()
            if (again / name).read_bytes() != content
        ]
    return found


def _goes_on(office: Office, step: str, folder: Path) -> list[str]:
    """Take the step again, as a person would: it is done then, or was before and says so."""
    try:
        take(office, step, folder.with_name(folder.name + "-then"))
    except (WrongStateError, NothingToPayError):
        pass
    except DomainError as error:
        return [f"then {error!r}"]
    return list(office.safety.findings())
