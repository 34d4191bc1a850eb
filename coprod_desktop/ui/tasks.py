"""Long work happens beside the window, one piece after another; the window never freezes."""

import sys
from collections.abc import Callable
from threading import Event
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

T = TypeVar("T")
Failed = Callable[[Exception], None]
Progressed = Callable[[int, int], None]


class Cancelled(Exception):  # noqa: N818 - a wish of the person, not an error
    """Somebody asked a piece of work to stop; whatever it had begun is rolled back."""


class Cancel:
    """Ask one running piece of work to stop."""

    def __init__(self) -> None:
        self._wanted = Event()

    def __call__(self) -> None:
        """Ask it to stop at its next step; safe to call twice, or too late."""
        self._wanted.set()

    @property
    def is_wanted(self) -> bool:
        """Say whether somebody asked."""
        return self._wanted.is_set()


class Progress:
    """Tell how far a piece of work has come; call it as `progress(done, total)` at each step."""

    def __init__(self, cancel: Cancel, report: Progressed) -> None:
        self._cancel = cancel
        self._report = report

    def __call__(self, done: int, total: int) -> None:
        """Report `done` of `total` steps; raises Cancelled once somebody asked to stop."""
        if self._cancel.is_wanted:
            raise Cancelled
        self._report(done, total)


class TaskRunner(Protocol):
    """What presenters need of `Tasks`; `ImmediateTasks` offers the same."""

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Do `work` on the database thread, then call `done(result)` or `failed(error)`."""

    def run_with_progress(
        self,
        work: Callable[[Progress], T],
        progressed: Progressed,
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> Cancel:
        """Do `work(progress)`; the answer stops it, and then `failed` gets `Cancelled`."""

    def forget_pending(self) -> None:
        """Deliver nothing of what was asked so far."""

    def shutdown(self) -> None:
        """Wait until everything asked for is done."""


class Tasks(QObject):
    """Run work on the one database thread, in the order it was asked for.

    `done`, `failed` and `progressed` are called on the window's thread. An error without a
    `failed` goes to `sys.excepthook`, which shows the crash dialog. Keep a reference to it.
    """

    is_busy = Signal(bool)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)  # a database connection lives on one thread for good
        self._waiting = 0
        self._is_shut = False
        self._round = 0
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Do `work` on the database thread, then call `done(result)` or `failed(error)` here."""
        if self._is_shut:
            return
        self._waiting += 1
        if self._waiting == 1:
            self.is_busy.emit(True)

        asked_in = self._round

        def job() -> None:
            deliver = _outcome(work, done, failed)
            self._arrived.emit((lambda: deliver() if asked_in == self._round else None, True))

        self._pool.start(job)

    def run_with_progress(
        self,
        work: Callable[[Progress], T],
        progressed: Progressed,
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> Cancel:
        """Do `work(progress)`; the answer stops it, and then `failed` gets `Cancelled`."""
        cancel = Cancel()

        def report(so_far: int, total: int) -> None:
            self._arrived.emit((lambda: progressed(so_far, total), False))

        self.run(lambda: work(Progress(cancel, report)), done, failed)
        return cancel

    def forget_pending(self) -> None:
        """Deliver nothing of what was asked so far, because those who asked are gone."""
        self._round += 1

    def shutdown(self) -> None:
        """Wait until everything asked for is done; results after this are not delivered."""
        self._is_shut = True
        self._pool.waitForDone()

    @Slot(object)
    def _deliver(self, arrival: tuple[Callable[[], None], bool]) -> None:
        deliver, is_last = arrival
        if self._is_shut:
            return
        try:
            deliver()
        finally:
            if is_last:
                self._waiting -= 1
                if self._waiting == 0:
                    self.is_busy.emit(False)


class ImmediateTasks(QObject):
    """Do the work at once, for tests; an error without a `failed` is raised to the caller."""

    is_busy = Signal(bool)

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Failed | None = None
    ) -> None:
        """Do `work`, then call `done(result)` or `failed(error)`, before returning."""
        self.is_busy.emit(True)
        try:
            result = work()
        except Exception as error:
            if failed is None:
                raise
            failed(error)
        else:
            done(result)
        finally:
            self.is_busy.emit(False)

    def run_with_progress(
        self,
        work: Callable[[Progress], T],
        progressed: Progressed,
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> Cancel:
        """Do `work(progress)` before returning; the answer comes too late to stop it."""
        cancel = Cancel()
        self.run(lambda: work(Progress(cancel, progressed)), done, failed)
        return cancel

    def forget_pending(self) -> None:
        """Return at once: everything asked for is delivered already."""

    def shutdown(self) -> None:
        """Return at once: nothing is ever left to wait for."""


def _outcome(
    work: Callable[[], T], done: Callable[[T], None], failed: Failed | None
) -> Callable[[], None]:
    """Do the work here and now, and return what the window's thread is to call."""
    try:
        result = work()
    except Exception as error:  # noqa: BLE001 - every error is carried to the window's thread
        return _failure(error, failed)
    return lambda: done(result)


def _failure(error: Exception, failed: Failed | None) -> Callable[[], None]:
    if failed is not None:
        return lambda: failed(error)
    return lambda: sys.excepthook(type(error), error, error.__traceback__)
