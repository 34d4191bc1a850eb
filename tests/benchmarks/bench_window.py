"""How fast the window is beside a bare one: `python -m tests.benchmarks.bench_window [--rows N]`.

Each measurement is a program of its own, started in turn with a bare PySide6 window, so that both
see the same noise. Only the ratios are worth keeping.
"""

import argparse
import dataclasses
import functools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.benchmarks.floors import percentile_95

ROUNDS = 5
FIRST_ROWS_MS = 50.0
_TYPED = ("garden", "llyr", "sian walk", "mentoring", "clinic report", "youth", "warmer")
_STEPS = 40
_PATIENCE_MS = 10_000


def main() -> None:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--file", type=Path, help="a file of an earlier run, to use or to make")
    parser.add_argument("--part", help=argparse.SUPPRESS)
    parser.add_argument("--started", type=float, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.part:
        sys.stdout.write(json.dumps(_PARTS[chosen.part](chosen.file, chosen.started)))
        return
    with tempfile.TemporaryDirectory() as folder:
        _measure(Path(folder), chosen.file or Path(folder, "Large.coprod"), chosen.rows)


def _measure(folder: Path, large: Path, rows: int) -> None:
    demo = folder / "Demo.coprod"
    _make_demo(demo)
    parts = [("bare", demo), ("first", demo), ("list", demo)]
    seen: dict[str, list[dict[str, Any]]] = {name: [] for name, _file in parts}
    for _round in range(ROUNDS):
        for name, file in parts:
            seen[name].append(_run(name, file))
    bare = _median(seen["bare"], "ms")
    bare_mb = _median(seen["bare"], "peak_mb")
    key = _median(seen["list"], "key_ms")
    _say("start to first painted window", _median(seen["first"], "ms") / bare, 1.5)
    _say("start to usable demo list, key apart", (_median(seen["list"], "ms") - key) / bare, 3.0)
    if not large.exists():
        _make_large(large, rows)
    found = _run("large", large)
    _say(f"open {rows:,}, to usable, key apart", (found["ms"] - found["key_ms"]) / bare, None)
    keystrokes, after = found["keystroke_ms"], found["query_ms"]
    typed = f"first rows painted after a keystroke, p95 of {len(keystrokes)}, over 50 ms"
    _say(typed, percentile_95(keystrokes) / FIRST_ROWS_MS, 1.0)
    _say("the same without the pause of the field", percentile_95(after) / FIRST_ROWS_MS, 1.0)
    _say("longest stretch without the window, over 50 ms", found["stall_ms"] / FIRST_ROWS_MS, None)
    _say("to the end of the list, painted, over 50 ms", found["end_ms"] / FIRST_ROWS_MS, None)
    _say("peak memory, scrolled to the end", found["peak_mb"] / bare_mb, 4.0)
    _say("the same in units of 220 MB", found["peak_mb"] / 220, 1.0)


def _say(what: str, ratio: float, target: float | None) -> None:
    verdict = "" if target is None else f"target {target:.1f}  {_word(ratio <= target)}"
    sys.stdout.write(f"{what:<68} {ratio:6.2f}  {verdict}\n")
    sys.stdout.flush()


def _word(is_met: bool) -> str:
    return "met" if is_met else "MISSED"


def _median(results: list[dict[str, Any]], key: str) -> float:
    return statistics.median(result[key] for result in results)


def _run(part: str, file: Path) -> dict[str, Any]:
    """Start a part as its own program, and return what it measured."""
    command = [sys.executable, "-m", "tests.benchmarks.bench_window", "--part", part]
    command += ["--file", str(file), "--started", repr(time.time())]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    answer = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True, text=True)
    result: dict[str, Any] = json.loads(answer.stdout)
    return result


def _make_demo(file: Path) -> None:
    from coprod_desktop.services.demo.build import build_demo

    build_demo(str(file), _passphrase()).close()


def _make_large(file: Path, rows: int) -> None:
    from tests.benchmarks import large_file
    from tests.builders import a_policy, an_operator, an_organisation
    from tests.storage.world import save

    database = large_file.make(file, rows)
    save(database, an_organisation(), an_operator(), a_policy())
    database.close()


def _passphrase() -> str:
    return "a benchmark of long planks"


# --- the parts, each in its own program ------------------------------------------------------


def _peak_mb() -> float:
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def _bare(_file: Path, started: float) -> dict[str, Any]:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Coprod"))
    window.resize(1280, 800)
    window.show()
    _wait_for_paint(window, lambda: True)
    del app
    return {"ms": 1000 * (time.time() - started), "peak_mb": _peak_mb()}


def _first(_file: Path, started: float) -> dict[str, Any]:
    from PySide6.QtWidgets import QApplication

    from coprod_desktop.app import Application
    from coprod_desktop.ui.preferences import Preferences

    app = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        application = Application(app, Preferences(Path(folder, "w.ini")), folder=Path(folder))
        application.window.show()
        _wait_for_paint(application.window, lambda: True)
        result = {"ms": 1000 * (time.time() - started), "peak_mb": _peak_mb()}
        application.tasks.shutdown()
    return result


@dataclasses.dataclass
class _Opened:
    """A file open in the window, with its list of contributions painted."""

    application: Any
    page: Any
    result: dict[str, Any]


def _open(file: Path, started: float, folder: Path) -> _Opened:
    """Open a file as the first page does once the passphrase is known, and wait for its list."""
    from PySide6.QtWidgets import QApplication

    import coprod_desktop.app as app_module
    from coprod_desktop.ui.preferences import Preferences

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    app_module._FIRST_SCREEN = "contributions"
    application = app_module.Application(app, Preferences(folder / "w.ini"), folder=folder)
    application.window.show()
    key_ms: list[float] = []

    def work() -> Any:
        from coprod_desktop.services.office import open_office
        from coprod_desktop.storage import keys

        before = time.perf_counter()
        keys.derive_key(_passphrase(), keys.salt_of(file))
        key_ms.append(1000 * (time.perf_counter() - before))
        return open_office(str(file), _passphrase())

    application.tasks.run(work, lambda office: application.show_office(office, file))
    _wait(lambda: application.office is not None)
    page = application.window._stack.currentWidget()
    _wait_for_paint(page.list.table.viewport(), lambda: page.rows.row_at(0) is not None)
    # The key was derived once more than usual, to know what it takes.
    ms = 1000 * (time.time() - started) - key_ms[0]
    return _Opened(
        application=application,
        page=page,
        result={"ms": ms, "key_ms": key_ms[0], "peak_mb": _peak_mb()},
    )


def _list(file: Path, started: float) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        opened = _open(file, started, Path(folder))
        opened.application.close_file()
        opened.application.tasks.shutdown()
        return opened.result


def _large(file: Path, started: float) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        opened = _open(file, started, Path(folder))
        page = opened.page
        _wait(lambda: page.rows.rowCount() > 200)  # the scroll bar reaches every row
        typed = _type_words(page)
        page.search.clear()
        _wait(lambda: page.rows.rowCount() > 200 and page.rows.row_at(0) is not None)
        end_ms = _scroll_to_the_end(page)
        result = opened.result | typed | {"end_ms": end_ms, "peak_mb": _peak_mb()}
        opened.application.close_file()
        opened.application.tasks.shutdown()
        return result


def _type_words(page: Any) -> dict[str, Any]:
    """Type words letter by letter; measure from each key to its first rows on the screen."""
    from PySide6.QtTest import QTest

    searched: list[float] = []
    fresh: list[bool] = []
    page.search.searched.connect(lambda _text: searched.append(time.perf_counter()))
    page.rows.modelReset.connect(lambda: fresh.append(True))
    keystrokes, queries, stalls = [], [], []
    for words in _TYPED:
        page.search.clear()
        _wait(lambda: page.rows.rowCount() > 200)
        for letter in words.strip():
            fresh.clear()
            searched.clear()
            before = time.perf_counter()
            with _Stall() as stall:
                QTest.keyClicks(page.search, letter)
                if letter == " ":
                    continue
                _wait_for_paint(page.list.table.viewport(), lambda: bool(fresh))
            now = time.perf_counter()
            keystrokes.append(1000 * (now - before))
            queries.append(1000 * (now - searched[-1]))
            stalls.append(stall.longest_ms)
    return {"keystroke_ms": keystrokes, "query_ms": queries, "stall_ms": max(stalls)}


def _scroll_to_the_end(page: Any) -> float:
    bar = page.list.table.verticalScrollBar()
    for step in range(1, _STEPS):
        bar.setValue(bar.maximum() * step // _STEPS)
        middle = page.list.table.rowAt(page.list.table.viewport().height() // 2)
        _wait(functools.partial(_is_here, page.rows, middle))
    before = time.perf_counter()
    bar.setValue(bar.maximum())
    last = page.rows.rowCount() - 1
    viewport = page.list.table.viewport()
    _wait_for_paint(viewport, lambda: page.rows.row_at(last) is not None)
    return 1000 * (time.perf_counter() - before)


def _is_here(rows: Any, number: int) -> bool:
    return rows.row_at(number) is not None


class _Stall:
    """Notice how long the window's thread was away from its events."""

    def __enter__(self) -> "_Stall":
        from PySide6.QtCore import QTimer

        self.longest_ms = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._note)
        self._timer.start(0)
        return self

    def _note(self) -> None:
        now = time.perf_counter()
        self.longest_ms = max(self.longest_ms, 1000 * (now - self._last))
        self._last = now

    def __exit__(self, *_error: object) -> None:
        self._timer.stop()


def _wait(is_true: Callable[[], bool]) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    look = QTimer()
    look.timeout.connect(lambda: is_true() and loop.quit())
    look.start(2)
    QTimer.singleShot(_PATIENCE_MS, loop, lambda: loop.exit(1))
    if loop.exec():
        raise TimeoutError


def _wait_for_paint(widget: Any, is_ready: Callable[[], bool]) -> None:
    """Wait until the widget was painted while something was true."""
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

    loop = QEventLoop()

    class Watch(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and is_ready():
                QTimer.singleShot(0, loop.quit)
            return False

    watch = Watch()
    widget.installEventFilter(watch)
    QTimer.singleShot(_PATIENCE_MS, loop, lambda: loop.exit(1))
    is_late = loop.exec()
    widget.removeEventFilter(watch)
    if is_late:
        raise TimeoutError


_PARTS = {"bare": _bare, "first": _first, "list": _list, "large": _large}

if __name__ == "__main__":
    main()
