"""Keep what was removed in sight, and put it back where nothing stands in the way."""

from collections.abc import Iterable

from coprod_desktop.domain.changes import HistoryLine, RemovedThing, RowChange
from coprod_desktop.domain.errors import CannotUndoError
from coprod_desktop.domain.undo_errors import CannotPutBackError, NotRemovedError
from coprod_desktop.services.changed_records import RecordNames
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.undo_reasons import REMOVING
from coprod_desktop.services.undoing import check_nothing_built_on
from coprod_desktop.storage import history, history_lines, schema
from coprod_desktop.storage.work import Reading

_AT_ONCE = 200
_MOST_TITLES = 20


class RemovedService:
    """The verbs about what was removed.

    Nothing is emptied by itself: what is removed stays until it is put back, or until whom it is
    about asks to be forgotten.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def things(self, limit: int, before_id: int | None = None) -> tuple[RemovedThing, ...]:
        """Return what was removed and is not there, newest first; those before a change if given.

        What was erased for good is not among them.
        """
        found: list[RemovedThing] = []
        with self._desk.reading() as reading:
            while len(found) < limit:
                lines = history_lines.removals(reading, REMOVING, _AT_ONCE, before_id)
                for line in lines:
                    thing = _thing(reading, line)
                    if thing is not None:
                        found.append(thing)
                if len(lines) < _AT_ONCE:
                    break
                before_id = lines[-1].change_id
        return tuple(found[:limit])

    def put_back(self, change_id: int) -> RemovedThing:
        """Put back what a change removed, as a new change.

        Where the removal can be taken back, it is; else only what is missing is put in its place.
        Raises NotFoundError, NotRemovedError or CannotPutBackError.
        """
        with self._desk.reading() as reading:
            lines = history_lines.lines_of(reading, [change_id])
            thing = _thing(reading, lines[change_id]) if change_id in lines else None
        if thing is None:
            raise NotRemovedError()
        try:
            with self._desk.transaction(f"undo {thing.verb}") as work:
                check_nothing_built_on(work, change_id)
                history.take_back(work, change_id)
        except CannotUndoError as error:
            if error.facts.get("because") == "erased":
                raise CannotPutBackError(because="erased") from error
            self._put_in_place(change_id)
        return thing

    def _put_in_place(self, change_id: int) -> None:
        try:
            with self._desk.transaction("put back") as work:
                for row in reversed(_missing(work, history.rows_of(work, change_id))):
                    history.put_back(work, row)
        except CannotUndoError as error:
            raise CannotPutBackError(because=error.facts["because"]) from error


def _thing(reading: Reading, line: HistoryLine) -> RemovedThing | None:
    """Return what a change removed, if some of it is still gone and was not erased."""
    if not line.is_standing or line.verb not in REMOVING:
        return None
    rows = _missing(reading, history.rows_of(reading, line.change_id))
    if not rows:
        return None
    names = RecordNames(reading)
    # What belongs to something is removed before it, so the last row is the main one.
    told = [(row.table, names.title(row.table, row.before or {})) for row in reversed(rows)]
    return RemovedThing(
        change_id=line.change_id,
        removed_at=line.made_at,
        operator=line.operator,
        verb=line.verb,
        table=told[0][0],
        titles=tuple(title for _table, title in told[:_MOST_TITLES]),
    )


def _missing(reading: Reading, rows: Iterable[RowChange]) -> list[RowChange]:
    """Return the rows that were removed or put out of use, are told, and are so now."""
    gone: list[RowChange] = []
    for row in rows:
        if row.before is None or not (row.after is None or _is_put_out_of_use(row)):
            continue
        record: type = schema.record_of(row.table)
        key = schema.key_of(schema.table_of(record)).name
        now: tuple[object, ...] = reading.find(record, **{key: row.row_id})
        if not now if row.after is None else now and not getattr(now[0], "is_active", True):
            gone.append(row)
    return gone


def _is_put_out_of_use(row: RowChange) -> bool:
    """Say whether a row stays in the file, as a column of one's own does with what stood in it."""
    before, after = row.before or {}, row.after or {}
    return before.get("is_active") is True and after.get("is_active") is False
