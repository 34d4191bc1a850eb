"""The programs whose start is timed: a bare window of Qt, our window, and our window with a file.

`bench_start` starts each as a process of its own and reads the lines that it prints.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

TICK_MS = 2
PAUSE_MS = 1000


def now() -> dict[str, float]:
    """Say what time it is, and how many seconds of both cores were used so far."""
    return {"at": time.monotonic(), "cpu": time.process_time()}


def tell(facts: dict[str, object]) -> None:
    """Hand facts to `bench_start`."""
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


class Seen(QObject):
    """Call `then` once the window was painted for the first time."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice the painting."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


class Ticks(QTimer):
    """Keep the longest time, by phase, that the window's thread heard nothing."""

    def __init__(self, phase: Callable[[], str]) -> None:
        from PySide6.QtCore import Qt  # slow to make, so not part of the bare window's start

        super().__init__(timerType=Qt.TimerType.PreciseTimer, interval=TICK_MS)
        self.longest: dict[str, float] = {}
        self._phase = phase
        self._last = time.monotonic()
        self.timeout.connect(self._tick)
        self.start()

    def _tick(self) -> None:
        heard, phase = time.monotonic(), self._phase()
        stall = heard - self._last - TICK_MS / 1000
        self.longest[phase] = max(stall, self.longest.get(phase, 0.0))
        self._last = heard


def bare(*, is_ticking: bool = False) -> None:
    """Show a bare window with one label; tick for a second if wished."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("Coprod"))

    def seen() -> None:
        facts: dict[str, object] = {"seen": now()}
        if not is_ticking:
            tell(facts)
            app.quit()
            return
        ticks = Ticks(lambda: "idle")

        def end() -> None:
            tell({**facts, "stalls": ticks.longest})
            app.quit()

        QTimer.singleShot(1000, end)

    Seen(window, seen)
    window.show()
    app.exec()


def first_page() -> None:
    """Start our window, see its first page, and leave."""
    from coprod_desktop import app as ours

    class Watched(ours.Application):
        """Our application, telling when its window is seen."""

        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)  # type: ignore[arg-type]  # passed on as given
            Seen(self.window, self._tell)

        def _tell(self) -> None:
            tell({"seen": now()})
            self.window.close()

    ours.Application = Watched  # type: ignore[misc]  # `run` makes the one that is watched
    ours.run(sys.argv[:1])


def open_file(path: str, passphrase: str, *, is_later: bool) -> None:
    """Start our window with a file, open it, and look at its first screen and at a list.

    The passphrase comes as soon as the window is seen, or some time after everything was loaded;
    then the longest stalls are told too.
    """
    from coprod_desktop import app as ours

    class Watched(ours.Application):
        """Our application, opening the file by itself."""

        def __init__(self, *arguments: object, **options: object) -> None:
            super().__init__(*arguments, **options)  # type: ignore[arg-type]  # passed on as given
            self.facts: dict[str, object] = {}
            self.ticks: Ticks | None = None
            self.tasks.is_busy.connect(self._settle)  # type: ignore[attr-defined]  # it is `Tasks`
            Seen(self.window, self._look_round if is_later else self._open)

        def _look_round(self) -> None:
            self.ticks = Ticks(lambda: "loading" if self.office is None else "opening")

        def _open(self) -> None:
            self.facts["asked"] = now()
            self._start.open_requested.emit(Path(path), passphrase)

        def _settle(self, is_busy: bool) -> None:
            if is_busy:
                return
            if self.office is not None:
                QTimer.singleShot(0, self._look)  # after what is due was painted
            elif is_later:
                QTimer.singleShot(PAUSE_MS, self._open)

        def _look(self) -> None:
            if "first screen" not in self.facts:
                self.facts["first screen"] = now()
                self.window.show_screen("participants")
                return
            stalls = self.ticks.longest if self.ticks else {}
            tell({**self.facts, "list": now(), "stalls": stalls})
            self.window.close()

    ours.Application = Watched  # type: ignore[misc]  # `run` makes the one that is watched
    ours.run([sys.argv[0], path])


PROGRAMS: dict[str, Callable[[list[str]], None]] = {
    "bare": lambda _words: bare(),
    "bare-ticking": lambda _words: bare(is_ticking=True),
    "first-page": lambda _words: first_page(),
    "open-file": lambda words: open_file(*words, is_later=False),
    "open-file-later": lambda words: open_file(*words, is_later=True),
}

if __name__ == "__main__":
    PROGRAMS[sys.argv[1]](sys.argv[2:])
