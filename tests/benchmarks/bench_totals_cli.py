"""Time `coprod totals` on 100,000 contributions beside hledger on the same entries.

Run `python -m tests.benchmarks.bench_totals_cli [ROWS]` where hledger is installed. Both are timed
as whole processes in turns; both answers must be the same hours. Only the ratio is to be kept.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.participants import Participant
from tests.benchmarks.bench_import import ROWS, a_file, write_sheet

TARGET = 8.0
ROUNDS = 5
_SETTINGS = {**os.environ, "COPROD_PASSPHRASE": "correct horse"}


def journal_of(people: dict[int, str], work: tuple[Contribution, ...]) -> str:
    """Write contributions as hledger reads them: hours under each person's account."""
    entries = [
        f"{one.worked_on} {one.what}\n    work:{people[one.participant_id]}  {one.minutes}m\n"
        "    given\n"
        for one in sorted(work, key=lambda one: one.worked_on)
    ]
    return "\n".join(entries)


def prepare(folder: Path, rows: int) -> tuple[Path, Path]:
    """Make the charity's file and the same entries as a journal."""
    sheet = folder / "time.xlsx"
    write_sheet(sheet, rows)
    office = a_file(folder)
    office.imports.contributions(sheet)
    with office.desk.reading() as reading:
        people = {one.participant_id: one.name for one in reading.find(Participant)}
        text = journal_of(people, reading.find(Contribution))
    office.close()
    journal = folder / "work.journal"
    journal.write_text(text, encoding="utf-8")
    return folder / "Bench.coprod", journal


def timed(*words: object) -> tuple[float, str]:
    """Return the seconds of a whole process and what it answered."""
    begun = time.perf_counter()
    done = subprocess.run(
        [str(word) for word in words], capture_output=True, check=True, text=True, env=_SETTINGS
    )
    return time.perf_counter() - begun, done.stdout


def minutes_of_coprod(answer: str) -> int:
    """Return all minutes of our answer."""
    told = json.loads(answer)["sum"]
    return int(told["minutes_paid"]) + int(told["minutes_unpaid"])


def minutes_of_hledger(answer: str) -> int:
    """Return all minutes of hledger's answer: its last line."""
    return int(answer.strip().splitlines()[-1].strip().removesuffix("m").replace(",", ""))


def main() -> None:
    """Print the measures."""
    hledger = shutil.which("hledger")
    if hledger is None:
        sys.exit("hledger is not installed: apt-get install hledger")
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as name:
        file, journal = prepare(Path(name), rows)
        coprod = Path(sys.executable).with_name("coprod")
        ours, theirs = [], []
        for _round in range(ROUNDS):
            seconds, answer = timed(coprod, "totals", file, "--by", "participant", "--json")
            ours.append(seconds)
            seconds, other = timed(hledger, "-f", journal, "balance", "work", "--flat")
            theirs.append(seconds)
            if minutes_of_coprod(answer) != minutes_of_hledger(other):
                sys.exit("The two answers differ.")
    mine, peer = statistics.median(ours), statistics.median(theirs)
    sys.stdout.write(
        f"{rows:,} contributions: coprod totals {mine:.2f} s, hledger balance {peer:.2f} s\n"
        f"{peer / mine:.1f} times faster (at least {TARGET})\n"
    )


if __name__ == "__main__":
    main()
