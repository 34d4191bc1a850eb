"""Try steps out inside a transaction that is then given up."""

import contextlib
from collections.abc import Iterator

from coprod_desktop.storage.journal import Journal
from coprod_desktop.storage.work import Work


@contextlib.contextmanager
def tried_step(work: Work, verb: str) -> Iterator[None]:
    """Do one step of several and note it in the history, as if it were saved; a refusal undoes it.

    Whoever calls gives the whole transaction up in the end.
    """
    with work.connection.begin_nested():
        kept = work.journal
        work.journal = Journal(verb, kept.operator, kept.made_at)
        try:
            yield
            work.journal.write(work.connection)
        finally:
            work.journal = kept
