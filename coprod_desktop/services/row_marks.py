"""Put flags and notes on rows of lists; they change nothing that counts."""

import dataclasses
from collections.abc import Callable, Sequence

from coprod_desktop.domain.row_marks import Flag, RowMark
from coprod_desktop.domain.text import clean_note
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage import row_extras


class RowMarkService:
    """The verbs about flags and notes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, subject: str, ids: Sequence[int]) -> dict[int, RowMark]:
        """Return the flags and notes of rows, by the row's id."""
        with self._desk.reading() as reading:
            return row_extras.marks(reading, subject, ids)

    def are_there(self, subject: str) -> bool:
        """Say whether any row of a list has a flag or a note."""
        with self._desk.reading() as reading:
            return row_extras.has_marks(reading, subject)

    def set_flag(self, subject: str, ids: Sequence[int], flag: Flag) -> int:
        """Put a flag on rows, or take it away; return how many changed."""
        return self._set("flag rows", subject, ids, lambda one: dataclasses.replace(one, flag=flag))

    def set_note(self, subject: str, ids: Sequence[int], note: str) -> int:
        """Put a note on rows, or take it away; raises the errors of text."""
        clean = clean_note(note)
        return self._set(
            "note on rows", subject, ids, lambda one: dataclasses.replace(one, note=clean)
        )

    def _set(
        self, verb: str, subject: str, ids: Sequence[int], change: Callable[[RowMark], RowMark]
    ) -> int:
        changed = 0
        with self._desk.transaction(verb) as work:
            known = row_extras.marks(work, subject, ids)
            for row_id in dict.fromkeys(ids):
                before = known.get(row_id) or self._bare(subject, row_id)
                after = change(before)
                changed += after != before
                if row_id not in known:
                    if after != before:
                        work.add(after)
                elif after.flag is Flag.NONE and not after.note:
                    work.remove(before)
                else:
                    work.update(after)
        return changed

    def _bare(self, subject: str, row_id: int) -> RowMark:
        mark_id = self._desk.new_id()
        return RowMark(
            row_mark_id=mark_id, subject=subject, subject_id=row_id, flag=Flag.NONE, note=""
        )
