"""Write the notes to everybody in a pay run, many at the same time, without holding them all."""

import collections
import contextlib
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from coprod_desktop.domain.run_papers import Remittance
from coprod_desktop.services.files import write_file
from coprod_desktop.services.paper_making import OwnWords, PaperOrder
from coprod_desktop.services.paper_workers import FEW, PaperWorkers

_WRITERS = 8
_UNFINISHED = 4 * _WRITERS


def write_remittances(
    notes: Iterable[Remittance],
    count: int,
    place: Callable[[int, Remittance], Path],
    own: OwnWords | None = None,
) -> Generator[Path, None, None]:
    """Write each of `count` notes where `place` says, and give its path once it is on the disk.

    Each is in the edition and language that its person reads, with the charity's `own` words.
    Their order is that of the notes. Most of the time goes into waiting for the disk, so several
    files are written at once. Closed early or after an error, nothing is written any more. Raises
    LetterMissingError, FileReadOnlyError or DiskFullError.
    """
    wanted = ((place(number, note), (_order(note),)) for number, note in enumerate(notes, 1))
    with contextlib.ExitStack() as until_done:
        workers = until_done.enter_context(PaperWorkers[Path](own or {}, count))
        writers = ThreadPoolExecutor(_WRITERS if count > FEW else 1)
        until_done.callback(writers.shutdown, cancel_futures=True)
        unfinished: collections.deque[tuple[Path, Future[None]]] = collections.deque()
        for path, (pdf,) in workers.make_all(wanted):
            unfinished.append((path, writers.submit(write_file, path, pdf)))
            while len(unfinished) > (_UNFINISHED if count > FEW else 0):
                yield _written(*unfinished.popleft())
        while unfinished:
            yield _written(*unfinished.popleft())


def _order(note: Remittance) -> PaperOrder:
    return PaperOrder(content=note, edition=note.edition, language=note.language)


def _written(path: Path, promise: "Future[None]") -> Path:
    promise.result()
    return path
