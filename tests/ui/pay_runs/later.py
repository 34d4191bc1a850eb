"""A way to do long work only when a test says so, as a busy computer would."""

from collections.abc import Callable
from typing import TypeVar

from coprod_desktop.ui.tasks import Cancel, Failed, ImmediateTasks, Progress, Progressed

T = TypeVar("T")


class LaterTasks(ImmediateTasks):
    """Do short work at once, and work with progress when `go` is called."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[Callable[[], None]] = []

    def run_with_progress(
        self,
        work: Callable[[Progress], T],
        progressed: Progressed,
        done: Callable[[T], None],
        failed: Failed | None = None,
    ) -> Cancel:
        """Keep the work; the answer stops it."""
        cancel = Cancel()
        self._waiting.append(
            lambda: self.run(lambda: work(Progress(cancel, progressed)), done, failed)
        )
        return cancel

    def go(self) -> None:
        """Do what is kept."""
        waiting, self._waiting = self._waiting, []
        for do in waiting:
            do()
