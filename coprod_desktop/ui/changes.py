"""Tell every part of the window when something was saved, so that it shows the truth again."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

Refetch = Callable[[], None]


class Changes(QObject):
    """Pass on which tables were saved, always on the window's thread. Keep a reference to it."""

    committed = Signal(object)
    _announced = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._subscribers: list[tuple[frozenset[str], Refetch]] = []
        # Direct from the window's thread, queued from the database thread.
        self._announced.connect(self._pass_on)

    def announce(self, tables: frozenset[str]) -> None:
        """Say that rows of these tables were committed; may be called from any thread."""
        self._announced.emit(tables)

    def subscribe(self, tables: frozenset[str], refetch: Refetch) -> Callable[[], None]:
        """Call `refetch` after each commit that touches one of `tables`; return how to stop.

        Keeps a strong reference to `refetch`, because a Qt connection would not.
        """
        entry = (tables, refetch)
        self._subscribers.append(entry)

        def unsubscribe() -> None:
            if entry in self._subscribers:
                self._subscribers.remove(entry)

        return unsubscribe

    def forget_all(self) -> None:
        """Drop every subscriber, because the file was closed."""
        self._subscribers.clear()

    @Slot(object)
    def _pass_on(self, tables: frozenset[str]) -> None:
        self.committed.emit(tables)
        for wanted, refetch in tuple(self._subscribers):
            if wanted & tables:
                refetch()
