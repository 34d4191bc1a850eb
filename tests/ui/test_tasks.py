"""Work happens in order beside the window, and what comes of it arrives in the window."""

import sys
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from coprod_desktop.ui.tasks import Cancelled, ImmediateTasks, Progress, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.shutdown()


def test_work_runs_on_one_other_thread_and_results_arrive_here_in_order(
    tasks: Tasks, qtbot: QtBot
) -> None:
    workers: set[int] = set()
    arrived: list[tuple[int, int]] = []

    def work(number: int) -> int:
        workers.add(threading.get_ident())
        return number

    for number in range(30):
        tasks.run(
            partial(work, number), lambda number: arrived.append((number, threading.get_ident()))
        )
    qtbot.waitUntil(lambda: len(arrived) == 30)
    here = threading.get_ident()
    assert arrived == [(number, here) for number in range(30)]
    assert len(workers) == 1
    assert here not in workers


def test_an_error_arrives_where_it_was_asked_for(tasks: Tasks, qtbot: QtBot) -> None:
    errors: list[Exception] = []
    tasks.run(lambda: 1 // 0, lambda _n: None, errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_an_unforeseen_error_reaches_the_crash_hook(
    tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    caught: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: caught.append(kind))
    tasks.run(lambda: 1 // 0, lambda _n: None)
    qtbot.waitUntil(lambda: bool(caught))
    assert caught == [ZeroDivisionError]


def test_cancelling_raises_inside_the_work_and_failed_learns_of_it(
    tasks: Tasks, qtbot: QtBot
) -> None:
    errors: list[Exception] = []
    steps: list[tuple[int, int]] = []
    may_go_on = threading.Event()
    rolled_back: list[bool] = []

    def work(progress: Progress) -> None:
        try:
            progress(1, 3)
            may_go_on.wait(5)
            progress(2, 3)
        except Cancelled:
            rolled_back.append(True)
            raise

    cancel = tasks.run_with_progress(
        work, lambda done, total: steps.append((done, total)), lambda _n: None, errors.append
    )
    cancel()
    may_go_on.set()
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], Cancelled)
    assert steps in ([], [(1, 3)])  # it may be cancelled before its first step
    assert rolled_back == [True]


def test_progress_arrives_before_the_result(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[object] = []

    def work(progress: Progress) -> str:
        for step in range(3):
            progress(step, 3)
        return "done"

    tasks.run_with_progress(work, lambda done, _total: seen.append(done), seen.append)
    qtbot.waitUntil(lambda: "done" in seen)
    assert seen == [0, 1, 2, "done"]


def test_busy_is_said_once_at_each_end(tasks: Tasks, qtbot: QtBot) -> None:
    said: list[bool] = []
    tasks.is_busy.connect(said.append)
    for _number in range(5):
        tasks.run(lambda: 1, lambda _n: None)
    qtbot.waitUntil(lambda: said[-1:] == [False])
    assert said == [True, False]


def test_shutdown_waits_for_everything_asked_for(qtbot: QtBot) -> None:
    tasks = Tasks()
    finished: list[int] = []
    for number in range(20):
        tasks.run(partial(finished.append, number), lambda _n: None)
    tasks.shutdown()
    assert finished == list(range(20))
    tasks.run(lambda: finished.append(99), lambda _n: None)
    tasks.shutdown()
    assert 99 not in finished


def test_immediate_tasks_do_the_same_at_once(qtbot: QtBot) -> None:
    tasks = ImmediateTasks()
    seen: list[object] = []
    tasks.run(lambda: 7, seen.append)
    tasks.run(lambda: 1 // 0, seen.append, lambda error: seen.append(type(error)))
    tasks.run_with_progress(
        lambda progress: progress(1, 2), lambda *step: seen.append(step), seen.append
    )
    assert seen == [7, ZeroDivisionError, (1, 2), None]
    with pytest.raises(ZeroDivisionError):
        tasks.run(lambda: 1 // 0, seen.append)


def test_nobody_who_is_gone_gets_an_answer(qtbot: QtBot) -> None:
    tasks = Tasks()
    got: list[str] = []
    tasks.run(lambda: "before", got.append)
    tasks.forget_pending()
    tasks.run(lambda: "after", got.append)
    qtbot.waitUntil(lambda: "after" in got)
    assert got == ["after"]
    tasks.shutdown()
