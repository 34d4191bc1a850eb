"""Kill and starve each step of a pay run: `python -m tests.campaigns.kill_pay_run [--rounds N]`.

Prepare, approve, export and settle are killed at any moment, and meet a disk that fails, is full,
or refuses a file. Afterwards there is no half pay run, no bank file without its record, and each
record makes its file again byte for byte. A short version is in the suite
(`tests/services/test_paying_through_crashes.py`). Needs `strace`.
"""

import argparse
import collections
import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.services.paying import aftermath
from tests.services.paying.payer import STEPS, make_ready

_WAYS = {
    "killed": "",
    "fsync fails once": "fsync,fdatasync:error=EIO:when={when}",
    "fsync fails from then on": "fsync,fdatasync:error=EIO:when={when}+",
    "disk full": "pwrite64:error=ENOSPC:when={when}+",
    "disk full once": "pwrite64:error=ENOSPC:when={when}",
    "write fails": "pwrite64:error=EIO:when={when}",
    "rename fails": "rename,renameat,renameat2:error=ENOSPC:when={when}",
}
_MOST = {"fsync": 8, "pwrite": 60, "rename": 20}
_SECONDS = {"prepare": 0.15, "approve": 0.08, "export": 1.5, "settle": 0.1}


def main() -> int:
    """Run the rounds; 1 where anything was half or lost."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=100)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--seconds", type=float, default=float("inf"))
    told = arguments.parse_args()
    chance = random.Random(told.seed)
    said: collections.Counter[str] = collections.Counter()
    bad = number = 0
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="coprod-kill-run-") as name:
        folder = Path(name)
        for step in STEPS:
            make_ready(folder / f"{step}.coprod", step)
        while number < told.rounds and time.monotonic() - began < told.seconds:
            number += 1
            way = chance.choice([*_WAYS, "killed", "killed"])
            step = chance.choice(STEPS)
            word, found = one_round(folder, step, way, chance)
            said[f"{way}: {word}"] += 1
            bad += bool(found)
            if found:
                sys.stdout.write(f"round {number}, {step}, {way}, said {word}: {found}\n")
    for what, count in sorted(said.items()):
        sys.stdout.write(f"{count:4} {what}\n")
    sys.stdout.write(f"{number} rounds, {bad} bad\n")
    return int(bad > 0)


def one_round(folder: Path, step: str, way: str, chance: random.Random) -> tuple[str, list[str]]:
    """Strike one step on a copy; return what it said, and what is wrong afterwards."""
    place = folder / "round"
    place.mkdir()
    path, out = place / "Struck.coprod", place / "out"
    shutil.copy(folder / f"{step}.coprod", path)
    inject = _WAYS[way]
    most = next((most for call, most in _MOST.items() if inject.startswith(call)), 1)
    when = inject.format(when=chance.randint(1, most))
    seconds = chance.uniform(0, _SECONDS[step])
    said = aftermath.strike(step, path, out, after=seconds, inject=when)
    found = aftermath.problems(step, path, out, said)
    shutil.rmtree(place)
    return said, found


if __name__ == "__main__":
    sys.exit(main())
