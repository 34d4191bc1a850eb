"""Whose file it is, who is at the keyboard, and what day it is."""

import contextlib
import datetime
from collections.abc import Callable, Iterator

from coprod_desktop.domain.identity import IdSource
from coprod_desktop.domain.organisation import Operator
from coprod_desktop.storage.database import Database, utc_now
from coprod_desktop.storage.work import Reading, Work


class Desk:
    """What every service needs: the open file, new ids, the clock, and the operator."""

    def __init__(
        self,
        database: Database,
        *,
        ids: IdSource | None = None,
        clock: Callable[[], datetime.datetime] = utc_now,
    ) -> None:
        self._database = database
        self._ids = ids or IdSource()
        self._clock = clock
        self.operator = Operator(operator_id=0, name="")

    @property
    def database(self) -> Database:
        """The open file or shared database."""
        return self._database

    def new_id(self) -> int:
        """Return an id, made before the transaction that uses it."""
        return self._ids.new_id()

    def new_ids(self, count: int) -> list[int]:
        """Return so many ids at once."""
        return self._ids.new_ids(count)

    def now(self) -> datetime.datetime:
        """Return the present moment in UTC."""
        return self._clock()

    def today(self) -> datetime.date:
        """Return the day that it is here."""
        return self._clock().astimezone().date()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Reading]:
        """Read a consistent view of the file."""
        with self._database.reading() as reading:
            yield reading

    @contextlib.contextmanager
    def transaction(self, verb: str) -> Iterator[Work]:
        """Do one verb, recorded under the operator's name."""
        with self._database.transaction(verb, self.operator.name) as work:
            yield work
