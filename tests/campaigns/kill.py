"""Kill a program that saves, again and again: `python -m tests.campaigns.kill [--rounds N]`.

After each kill the file must open, be sound, and hold everything that was said to be saved. The
suite does three rounds of it (`tests/storage/test_database.py`); this is for a night.
"""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from coprod_desktop.domain.participants import Participant
from coprod_desktop.storage import soundness
from coprod_desktop.storage.database import open_database
from tests.storage import processes
from tests.storage.world import PASSPHRASE, all_of, new_file


def main() -> int:
    """Run the rounds; 1 where anything was lost or unsound."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=100)
    rounds = arguments.parse_args().rounds
    chance = random.Random(1)
    bad = 0
    with tempfile.TemporaryDirectory(prefix="coprod-kill-") as folder:
        path = Path(folder) / "Killed.coprod"
        new_file(str(path)).close()
        there = 0
        for number in range(1, rounds + 1):
            there, problem = one_round(path, there, chance.uniform(0.0, 0.5))
            bad += bool(problem)
            sys.stdout.write(f"round {number}: {there} people {problem or 'and sound'}\n")
    sys.stdout.write(f"{rounds} kills, {bad} bad\n")
    return int(bad > 0)


def one_round(path: Path, there: int, seconds: float) -> tuple[int, str]:
    """Let it save for so long, kill it, and look; return how many are there, and what is wrong."""
    process = processes.start("write", path)
    time.sleep(seconds)
    said = processes.kill(process)
    promised = int(said[-1]) if said else there
    database = open_database(str(path), PASSPHRASE)
    try:
        found = len(all_of(database, Participant))
        problems = list(soundness.findings(database))
    finally:
        database.close()
    if found not in (promised, promised + 2):  # the last one may have been saved unsaid
        problems.append(f"{promised} were promised")
    return found, "; ".join(problems)


if __name__ == "__main__":
    sys.exit(main())
