"""Time the start of the window, and of the window with a file, beside a bare window of Qt.

Run it with `python -m tests.benchmarks.bench_start [rounds]`. Every figure is a whole process, from
its start to what can be seen, in turns with the bare window; only the ratios are worth keeping.
"""

import dataclasses
import datetime
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from coprod_desktop.services.demo import build_demo
from coprod_desktop.storage.keys import derive_key, salt_of
from coprod_desktop.ui.preferences import Preferences

ROUNDS = 11
PASSPHRASE = "nothing here is real"
PROGRAMS = Path(__file__).with_name("start_programs.py")
ROOT = PROGRAMS.parents[2]
PAINTED, USABLE = 1.5, 3.0
DEAF_MS = 50


@dataclasses.dataclass(kw_only=True)
class Figures:
    """Seconds of every round, on the clock and of the processor."""

    clock: list[float] = dataclasses.field(default_factory=list)
    processor: list[float] = dataclasses.field(default_factory=list)

    def note(self, seen: dict[str, float], begun: float) -> None:
        """Keep one round, less the key's derivation where it holds one."""
        self.clock.append(seen["at"] - begun)
        self.processor.append(seen["cpu"])


@dataclasses.dataclass(kw_only=True)
class Bench:
    """A folder with a home, a home where a file was opened before, and the demo's file."""

    folder: Path
    bare: Figures = dataclasses.field(default_factory=Figures)
    first: Figures = dataclasses.field(default_factory=Figures)
    again: Figures = dataclasses.field(default_factory=Figures)
    sheet: Figures = dataclasses.field(default_factory=Figures)
    rows: Figures = dataclasses.field(default_factory=Figures)
    derivation: list[float] = dataclasses.field(default_factory=list)
    deaf: dict[str, list[float]] = dataclasses.field(default_factory=dict)

    @property
    def file(self) -> Path:
        """The demo's file."""
        return self.folder / "Demo.coprod"

    def prepare(self) -> None:
        """Make the demo's file, and a home that remembers it from yesterday."""
        build_demo(str(self.file), PASSPHRASE).close()
        yesterday = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
        preferences = Preferences(self.folder / "used" / "config" / "Coprod" / "window.ini")
        preferences.add_recent_file(self.file, yesterday)
        for home, program, *words in (
            ("new", "bare"),
            ("new", "first-page"),
            ("used", "open-file", str(self.file), PASSPHRASE),
        ):  # so that Python has compiled every module, as an installed program has
            self.run(home, program, *words)

    def run(self, home: str, program: str, *words: str) -> tuple[dict[str, Any], float]:
        """Run a program with a home; return what it told, and when it was started."""
        environment = {name: value for name, value in os.environ.items() if "PYTHON" not in name}
        environment |= {
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
            "PYTHONPATH": str(ROOT),
            "PYTHONPYCACHEPREFIX": str(self.folder / "compiled"),
            "HOME": str(self.folder / home),
            "XDG_CONFIG_HOME": str(self.folder / home / "config"),
        }
        begun = time.monotonic()
        done = subprocess.run(
            [sys.executable, str(PROGRAMS), program, *words],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return json.loads(done.stdout.splitlines()[-1]), begun

    def go_round(self) -> None:
        """Time everything once, in turns."""
        for home, program, figures in (
            ("new", "bare", self.bare),
            ("new", "first-page", self.first),
            ("used", "first-page", self.again),
        ):
            told, begun = self.run(home, program)
            figures.note(told["seen"], begun)
        begun = time.perf_counter()
        derive_key(PASSPHRASE, salt_of(self.file))
        self.derivation.append(time.perf_counter() - begun)
        told, begun = self.run("used", "open-file", str(self.file), PASSPHRASE)
        self.sheet.note(told["sheet"], begun)
        self.rows.note(told["list"], begun)

    def listen(self) -> None:
        """Note once how long the window's thread hears nothing, and a bare window's beside it."""
        told, _begun = self.run("new", "bare-ticking")
        deaf = told["deaf"]
        told, _begun = self.run("used", "open-file-ticking", str(self.file), PASSPHRASE)
        for phase, longest in (deaf | told["deaf"]).items():
            self.deaf.setdefault(phase, []).append(longest)

    def table(self) -> str:
        """Write the table."""
        key = statistics.median(self.derivation)
        lines = [
            f"{'':42} {'ours':>6} {'floor':>6} {'ratio':>6} {'CPU':>6} {'target':>7}  met",
            self._line("first page, first start ever", self.first, PAINTED),
            self._line("first page, a file opened before", self.again, PAINTED),
            self._line("demo's first screen, less the key", self.sheet, USABLE, key),
            self._line("demo's list of people, less the key", self.rows, USABLE, key),
        ]
        idle = statistics.median(self.deaf["idle"])
        for phase, words in (
            ("services", "longest stall while services load"),
            ("screens", "longest stall while screens are made"),
        ):
            stall = statistics.median(self.deaf[phase])
            met = "yes" if 1000 * stall <= DEAF_MS else "no"
            figures = f"{1000 * stall:6.0f} {1000 * idle:6.0f}"
            lines.append(f"{words:42} {figures} {'':6} {'':6} {DEAF_MS:4} ms  {met}")
        lines.append(f"{'one derivation of the key':42} {1000 * key:6.0f}")
        return "\n".join(lines) + "\n"

    def _line(self, words: str, ours: Figures, target: float, key: float = 0.0) -> str:
        clock = statistics.median(ours.clock) - key
        floor = statistics.median(self.bare.clock)
        processor = statistics.median(ours.processor) - key
        busy = processor / statistics.median(self.bare.processor)
        ratio = clock / floor
        met = "yes" if ratio <= target else "no"
        figures = f"{1000 * clock:6.0f} {1000 * floor:6.0f} {ratio:6.2f} {busy:6.2f}"
        return f"{words:42} {figures} {target:7.2f}  {met}"


def main() -> None:
    """Print milliseconds and ratios; the column CPU is the ratio of the processor's time."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(folder=Path(folder))
        bench.prepare()
        for number in range(rounds):
            bench.go_round()
            if number % 3 == 0:
                bench.listen()
        sys.stdout.write(bench.table())


if __name__ == "__main__":
    main()
