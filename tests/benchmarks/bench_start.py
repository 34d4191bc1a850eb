"""Time the start of the window, and of the window with a file, beside a bare window of Qt.

Run it with `python -m tests.benchmarks.bench_start [rounds]`. Every figure is a whole process, from
its start to what can be seen, in turns with the bare window; only the ratios are worth keeping.
"""

import datetime
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from coprod_desktop.services.demo import build_demo
from coprod_desktop.storage.keys import derive_key, salt_of
from coprod_desktop.ui.preferences import Preferences
from tests.benchmarks.floors import Figure, elapsed_ms, table

ROUNDS = 11
PASSPHRASE = "nothing here is real"
PROGRAMS = Path(__file__).with_name("start_programs.py")
PAINTED, USABLE, STALL_MS = 1.5, 3.0, 50.0


class Bench:
    """Two homes, one never used and one where a file was opened yesterday; and all that was timed.

    `clock` and `processor` keep the milliseconds of every round by what was reached.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "Demo.coprod"
        self.clock: defaultdict[str, list[float]] = defaultdict(list)
        self.processor: defaultdict[str, list[float]] = defaultdict(list)

    def prepare(self) -> None:
        """Make the demo's file and the used home, and have Python compile every module."""
        build_demo(str(self._file), PASSPHRASE).close()
        yesterday = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
        preferences = Preferences(self._folder / "used" / "config" / "Coprod" / "window.ini")
        preferences.add_recent_file(self._file, yesterday)
        del preferences  # writes the file
        self.go_round()
        self.clock.clear()
        self.processor.clear()

    def go_round(self) -> None:
        """Time everything once, in turns and each time beginning with another."""
        steps: list[Callable[[], None]] = [
            lambda: self._note("bare", "seen", *self._run("new", "bare")),
            lambda: self._note("first start", "seen", *self._run("new", "first-page")),
            lambda: self._note("next start", "seen", *self._run("used", "first-page")),
            self._open,
        ]
        at = len(self.clock["key"]) % len(steps)
        for step in (*steps[at:], *steps[:at]):
            step()
        salt = salt_of(self._file)
        self.clock["key"].append(elapsed_ms(lambda: derive_key(PASSPHRASE, salt)))

    def _open(self) -> None:
        told, begun = self._run("used", "open-file", str(self._file), PASSPHRASE)
        self._note("first screen", "first screen", told, begun)
        self._note("list", "list", told, begun)

    def go_slowly(self) -> None:
        """Open the file once everything was loaded, and listen to the window's thread."""
        told, _begun = self._run("new", "bare-ticking")
        self.clock["stall of a bare window"].append(1000 * told["stalls"]["idle"])
        told, _begun = self._run("used", "open-file-later", str(self._file), PASSPHRASE)
        self._note("later", "first screen", told, told["asked"]["at"])
        for phase in ("loading", "opening"):
            self.clock[f"stall while {phase}"].append(1000 * told["stalls"][phase])

    def figures(self) -> list[Figure]:
        """Compare the medians with their floors."""
        key = median(self.clock["key"])
        return [
            *self._compared("first page, first start ever", "first start", PAINTED),
            *self._compared("first page, a file opened before", "next start", PAINTED),
            *self._compared("demo's first screen, without the key", "first screen", USABLE, key),
            *self._compared("demo's list of people, without the key", "list", USABLE, key),
            self._beside_bare("passphrase to first screen, all loaded", "later", None, key),
            *(
                Figure(
                    operation=f"longest {what}",
                    ours_ms=median(self.clock[what]),
                    floor="50 ms",
                    floor_ms=STALL_MS,
                    target=target,
                )
                for what, target in (
                    ("stall of a bare window", None),
                    ("stall while loading", 1.0),
                    ("stall while opening", 1.0),
                )
            ),
            self._beside_bare("one derivation of the key", "key", None),
        ]

    def _compared(self, words: str, what: str, target: float, key: float = 0.0) -> list[Figure]:
        processor = Figure(
            operation="  the same in the processor's time",
            ours_ms=median(self.processor[what]) - key,
            floor="the same",
            floor_ms=median(self.processor["bare"]),
        )
        return [self._beside_bare(words, what, target, key), processor]

    def _beside_bare(self, words: str, what: str, target: float | None, key: float = 0.0) -> Figure:
        return Figure(
            operation=words,
            ours_ms=median(self.clock[what]) - key,
            floor="bare window painted",
            floor_ms=median(self.clock["bare"]),
            target=target,
        )

    def _note(self, what: str, event: str, told: dict[str, Any], begun: float) -> None:
        self.clock[what].append(1000 * (told[event]["at"] - begun))
        self.processor[what].append(1000 * told[event]["cpu"])

    def _run(self, home: str, program: str, *words: str) -> tuple[dict[str, Any], float]:
        """Run a program in a home; return what it told, and when it was begun."""
        # Without what makes Python slower for developers; bytecode is kept, as when installed.
        environment = {name: value for name, value in os.environ.items() if "PYTHON" not in name}
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        environment |= {
            "PYTHONPATH": str(PROGRAMS.parents[2]),
            "PYTHONPYCACHEPREFIX": str(self._folder / "compiled"),
            "HOME": str(self._folder / home),
            "XDG_CONFIG_HOME": str(self._folder / home / "config"),
        }
        begun = time.monotonic()
        done = subprocess.run(
            [sys.executable, str(PROGRAMS), program, *words],
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return json.loads(done.stdout), begun


def main() -> None:
    """Print the medians of some rounds."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder))
        bench.prepare()
        for number in range(rounds):
            bench.go_round()
            if number % 3 == 0:
                bench.go_slowly()
        sys.stdout.write(table(bench.figures()) + "\n")


if __name__ == "__main__":
    main()
