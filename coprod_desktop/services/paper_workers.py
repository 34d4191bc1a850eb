"""Make many papers beside one another, on all the processors of the computer."""

import collections
import concurrent.futures
import contextlib
import itertools
import multiprocessing
import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar

from coprod_desktop.services.paper_making import OwnWords, PaperOrder, make

K = TypeVar("K")
Wanted = tuple[K, Sequence[PaperOrder]]
Made = tuple[K, tuple[bytes, ...]]
Batch = Sequence[Wanted[K]]

FEW = 24
"""So few papers are made sooner than another process has begun."""
_MOST_PROCESSES = 4
_AT_ONCE = 8
_own: OwnWords = {}


def processors() -> int:
    """Return how many processes may work at the same time."""
    able = getattr(os, "sched_getaffinity", None)  # not on Windows
    count = len(able(0)) if able else os.cpu_count() or 1
    return min(_MOST_PROCESSES, count)


class PaperWorkers(Generic[K]):
    """Make papers in processes of their own; in this one where they are few, or where those fail.

    The bytes are the same either way. `with` it, so that nothing goes on after a stop.
    """

    def __init__(self, own: OwnWords, expected: int, *, processes: int | None = None) -> None:
        self._own = own
        count = processors() if processes is None else processes
        self._processes = count if expected > FEW or processes else 0
        self._pool: concurrent.futures.Executor | None = None

    def __enter__(self) -> "PaperWorkers[K]":
        if self._processes > 1:
            self._pool = concurrent.futures.ProcessPoolExecutor(
                self._processes,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=_begin,
                initargs=(self._own,),
            )
        return self

    def __exit__(self, *_error: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def make_all(self, wanted: Iterable[Wanted[K]]) -> Iterator[Made[K]]:
        """Make the papers of each, in order; only a few are asked for ahead and kept at once.

        Raises as `make`.
        """
        ahead: collections.deque[tuple[Batch[K], _Promise | None]] = collections.deque()
        for batch in _batches(wanted):
            ahead.append((batch, self._ask(batch)))
            if len(ahead) > 2 * self._processes:
                yield from self._answer(*ahead.popleft())
        while ahead:
            yield from self._answer(*ahead.popleft())

    def _ask(self, batch: Batch[K]) -> "_Promise | None":
        if self._pool is None:
            return None
        orders = [order for _key, some in batch for order in some]
        with contextlib.suppress(
            RuntimeError, OSError
        ):  # the processes have ended, or cannot begin
            return self._pool.submit(_make_some, orders)
        return None

    def _answer(self, batch: Batch[K], promise: "_Promise | None") -> Iterator[Made[K]]:
        papers = _result(promise)
        if papers is None:
            for key, orders in batch:
                yield key, tuple(make(order, self._own) for order in orders)
            return
        rest = iter(papers)
        for key, orders in batch:
            yield key, tuple(itertools.islice(rest, len(orders)))


_Promise = concurrent.futures.Future[list[bytes]]


def _batches(wanted: Iterable[Wanted[K]]) -> Iterator[Batch[K]]:
    rest = iter(wanted)
    while batch := list(itertools.islice(rest, _AT_ONCE)):
        yield batch


def _result(promise: _Promise | None) -> list[bytes] | None:
    if promise is None:
        return None
    try:
        return promise.result()
    except Exception:  # noqa: BLE001  # whatever went wrong there: made here, it works or says why
        return None


# --- in the other process -------------------------------------------------------------------------


def _begin(own: OwnWords) -> None:
    """Get ready: the words of the charity, and no ear for Ctrl+C, which the first process hears."""
    global _own  # a process of its own has one charity
    _own = own
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _make_some(orders: Sequence[PaperOrder]) -> list[bytes]:
    return [make(order, _own) for order in orders]
