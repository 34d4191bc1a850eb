"""Time the preparation of a pay run beside its floor: the same rows made by set-based SQL.

Run `python -m tests.benchmarks.bench_pay_run [PEOPLE]`; it prints one line for each size. Only the
ratios are to be kept: absolute times drift from machine to machine.
"""

import datetime
import shutil
import statistics
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
    "prepared_at, note) SELECT 1, 1, '2026-11-17', '2026-11-17', 'prepared', operator_id, "
    "'2026-11-17 09:30:00', '' FROM operators"
)
_PAYMENTS = (
    "INSERT INTO payments (payment_id, pay_run_id, participant_id, method, payment_pence, "
    "reimbursement_pence, account_name, sort_code, account_number) "
    "SELECT min(c.contribution_id), 1, c.participant_id, 'bank', sum(c.agreed_pence), 0, "
    "b.account_name, b.sort_code, b.account_number FROM contributions c "
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
    whole: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "model.coprod"
        model(path, people)
        for turn in range(ROUNDS):
            for times, do in ((bare, floor), (whole, ours)):
                copy = path.with_name(f"{do.__name__}{turn}.coprod")
                shutil.copy(path, copy)
                times.append(do(copy))
                copy.unlink()
    return statistics.median(bare), statistics.median(whole)


def main() -> None:
    """Measure a tenth of the people and all of them, so that growth shows."""
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    for size in (people // 10, people):
        bare, whole = measure(size)
        sys.stdout.write(
            f"prepare for {size:,} people: set-based SQL {bare:.3f} s, ours {whole:.3f} s, "
            f"ratio {whole / bare:.1f} (target {TARGET})\n"
        )


if __name__ == "__main__":
    main()
