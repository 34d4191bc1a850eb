"""Whoever asked to know of a table is told, on the window's thread, once for each commit."""

import threading

from pytestqt.qtbot import QtBot

from coprod_desktop.ui.changes import Changes


class Presenter:
    def __init__(self) -> None:
        self.refetched = 0

    def refetch(self) -> None:
        self.refetched += 1


def test_only_who_is_interested_is_told(qtbot: QtBot) -> None:
    changes, told, untold = Changes(), Presenter(), Presenter()
    changes.subscribe(frozenset({"participants", "projects"}), told.refetch)
    changes.subscribe(frozenset({"payments"}), untold.refetch)
    with qtbot.waitSignal(changes.committed) as said:
        changes.announce(frozenset({"projects"}))
    assert said.args == [frozenset({"projects"})]
    assert (told.refetched, untold.refetched) == (1, 0)


def test_a_commit_on_the_database_thread_is_told_on_the_windows_thread(qtbot: QtBot) -> None:
    changes, threads = Changes(), list[int]()
    changes.subscribe(frozenset({"projects"}), lambda: threads.append(threading.get_ident()))
    worker = threading.Thread(target=changes.announce, args=(frozenset({"projects"}),))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.get_ident()]


def test_the_subscriber_is_kept_alive_until_it_unsubscribes(qtbot: QtBot) -> None:
    changes, seen = Changes(), list[int]()

    def subscribe() -> "list[object]":
        class Short:
            def refetch(self) -> None:
                seen.append(1)

        return [changes.subscribe(frozenset({"projects"}), Short().refetch)]

    (unsubscribe,) = subscribe()
    changes.announce(frozenset({"projects"}))
    assert seen == [1]
    assert callable(unsubscribe)
    unsubscribe()
    unsubscribe()
    changes.announce(frozenset({"projects"}))
    assert seen == [1]
