"""Time a pay run: its preparation beside its floor, then approval and every file of it.

The floor of the preparation is the same rows made by set-based SQL. Run
`python -m tests.benchmarks.bench_pay_run [PEOPLE] [--whole]`: it measures a tenth of the people and
all of them, so that growth shows; `--whole` goes on to approve, write sheet, bank file, control
sheet and remittances, and settle, each size in a process of its own, and tells its peak memory.
Only the ratios are to be kept: absolute times drift from machine to machine.
"""

import argparse
import datetime
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from coprod_desktop.domain.contributions import Contribution, WorkState
from coprod_desktop.domain.participants import BankDetails, Participant
from coprod_desktop.services.office import Office, new_office, open_office
from coprod_desktop.storage import engines, keys
from tests.builders import (
    NOW,
    TODAY,
    a_bank_details,
    a_contribution,
    a_participant,
    a_policy,
    a_project,
    an_organisation,
)

PEOPLE = 10_000
PIECES = 3
TARGET = 5.0
ROUNDS = 3
PASSPHRASE = "a pier of long planks"
_RUN = (
    "INSERT INTO pay_runs (pay_run_id, number, up_to_on, pay_on, state, prepared_by_id, "
    "prepared_at, note, is_top_up, four_eyes_note, project_ids) "
    "SELECT 1, 1, '2026-11-17', '2026-11-17', 'prepared', operator_id, '2026-11-17 09:30:00', "
    "'', 0, '', '' FROM operators LIMIT 1"
)
_PAYMENTS = (
    "INSERT INTO payments (payment_id, pay_run_id, participant_id, method, payment_pence, "
    "reimbursement_pence, account_name, sort_code, account_number, state, reference, "
    "is_new_account, note) SELECT min(c.contribution_id), 1, c.participant_id, 'bank', "
    "sum(c.agreed_pence), 0, b.account_name, b.sort_code, b.account_number, 'waiting', "
    "'Pay run 1', 1, '' FROM contributions c "
    "JOIN bank_details b ON b.participant_id = c.participant_id "
    "WHERE c.state = 'approved' AND c.agreed_pence > 0 AND c.worked_on <= '2026-11-17' "
    "GROUP BY c.participant_id"
)
_LINES = (
    "INSERT INTO payment_lines (payment_line_id, payment_id, kind, subject_id, pence, is_live) "
    "SELECT c.contribution_id, p.payment_id, 'contribution', c.contribution_id, c.agreed_pence, 1 "
    "FROM contributions c JOIN payments p ON p.participant_id = c.participant_id "
    "WHERE c.state = 'approved' AND c.agreed_pence > 0 AND c.worked_on <= '2026-11-17'"
)
_STATE = (
    "UPDATE contributions SET state = 'in a pay run' "
    "WHERE state = 'approved' AND agreed_pence > 0 AND worked_on <= '2026-11-17'"
)


def model(path: Path, people: int) -> None:
    """Make a file in which so many people wait to be paid for some pieces of work each."""
    policy = replace(a_policy(), effective_on=datetime.date(2020, 1, 1))
    office = new_office(str(path), PASSPHRASE, an_organisation(), policy, clock=lambda: NOW)
    project = office.projects.add(a_project())
    waiting = [a_participant(name=f"Invented Person {n}") for n in range(people)]
    accounts = [a_bank_details(participant_id=one.participant_id) for one in waiting]
    pieces = [
        a_contribution(
            participant_id=one.participant_id,
            project_id=project.project_id,
            minutes=30 + n,
            state=WorkState.APPROVED,
        )
        for one in waiting
        for n in range(PIECES)
    ]
    with office.desk.transaction("make ready") as work:
        work.add_all(Participant, waiting)
        work.add_all(BankDetails, accounts)
        work.add_all(Contribution, pieces)
    office.close()


def floor(path: Path) -> float:
    """Return the seconds that the bare rows take, in one durable transaction, without history."""
    raw: Any = engines.connect(path, keys.derive_key(PASSPHRASE, keys.salt_of(path)), mode="rw")

    def run() -> None:
        raw.execute("BEGIN IMMEDIATE")
        for statement in (_RUN, _PAYMENTS, _LINES, _STATE):
            raw.execute(statement)
        raw.execute("COMMIT")

    seconds = clocked(run)
    raw.close()
    return seconds


def ours(path: Path) -> float:
    """Return the seconds that the service takes, history and all."""
    office: Office = open_office(str(path), PASSPHRASE, clock=lambda: NOW)
    seconds = clocked(lambda: office.pay_runs.prepare(TODAY))
    office.close()
    return seconds


def clocked(work: Callable[[], object]) -> float:
    """Return the seconds that a piece of work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def measure(people: int) -> tuple[float, float]:
    """Return the median seconds of the floor and of the service, in turns on fresh copies."""
    bare: list[float] = []
    whole_times: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "model.coprod"
        model(path, people)
        for turn in range(ROUNDS):
            for times, do in ((bare, floor), (whole_times, ours)):
                copy = path.with_name(f"{do.__name__}{turn}.coprod")
                shutil.copy(path, copy)
                times.append(do(copy))
                copy.unlink()
    return statistics.median(bare), statistics.median(whole_times)


def whole(people: int) -> None:
    """Take one run of so many people all the way, and say what each step took."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "model.coprod"
        model(path, people)
        office = open_office(str(path), PASSPHRASE, clock=lambda: NOW)
        second = office.operators.add("Idris Vaughan").operator_id
        first = office.operators.present.operator_id
        bare = _peak_megabytes()
        told = {"prepare": clocked(lambda: office.pay_runs.prepare(TODAY))}
        office.operators.sit_down(second)
        told["approve"] = clocked(lambda: office.pay_runs.approve(1))
        office.operators.sit_down(first)
        told["bank file recorded"] = clocked(lambda: office.payment_files.record(1))
        told["all files written"] = clocked(lambda: office.payment_files.export(1, Path(name)))
        told["settle"] = clocked(lambda: office.settling.settle(1, TODAY))
        office.close()
    steps = ", ".join(f"{step} {seconds:.2f} s" for step, seconds in told.items())
    sys.stdout.write(f"{people:,} people: {steps}; peak {_peak_megabytes()} MB, {bare} before\n")


def _peak_megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Measure a tenth of the people and all of them, so that growth shows."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("people", type=int, nargs="?", default=PEOPLE)
    arguments.add_argument("--whole", action="store_true")
    arguments.add_argument("--one", action="store_true", help="one whole run, no others")
    told = arguments.parse_args()
    if told.one:
        whole(told.people)
        return
    for size in (told.people // 10, told.people):
        if told.whole:
            again = ["-m", "tests.benchmarks.bench_pay_run", str(size), "--one"]
            subprocess.run([sys.executable, *again], check=True)
            continue
        bare, ours_seconds = measure(size)
        sys.stdout.write(
            f"prepare for {size:,} people: set-based SQL {bare:.3f} s, ours {ours_seconds:.3f} s, "
            f"ratio {ours_seconds / bare:.1f} (target {TARGET})\n"
        )


if __name__ == "__main__":
    main()
