"""Keep ways to look at a list under names."""

import dataclasses

from coprod_desktop.domain.errors import AlreadyThereError, NotFoundError
from coprod_desktop.domain.list_looks import Look, look_to_text
from coprod_desktop.domain.saved_views import SavedView
from coprod_desktop.domain.text import clean_name, fold
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage.work import Reading


class SavedViewService:
    """The verbs about saved views."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self, list_name: str) -> tuple[SavedView, ...]:
        """Return the views of a list, by name."""
        with self._desk.reading() as reading:
            found = reading.find(SavedView, list_name=list_name)
        return tuple(sorted(found, key=lambda one: fold(one.name)))

    def save(self, list_name: str, name: str, look: Look) -> SavedView:
        """Save a look under a name; the view of the same name is replaced.

        Raises the errors of a name.
        """
        content = look_to_text(look)
        new = SavedView(
            saved_view_id=self._desk.new_id(),
            list_name=list_name,
            name=clean_name(name),
            content=content,
        )
        with self._desk.transaction("save view") as work:
            known = _named(work, list_name, new.name)
            if known is None:
                work.add(new)
                return new
            saved = dataclasses.replace(known, content=content)
            work.update(saved)
        return saved

    def rename(self, saved_view_id: int, name: str) -> SavedView:
        """Rename a view; raises AlreadyThereError, NotFoundError or the errors of a name."""
        clean = clean_name(name)
        with self._desk.transaction("rename view") as work:
            before = work.get(SavedView, saved_view_id)
            other = _named(work, before.list_name, clean)
            if other is not None and other.saved_view_id != saved_view_id:
                raise AlreadyThereError(noun="view", name=clean)
            after = dataclasses.replace(before, name=clean)
            work.update(after)
        return after

    def remove(self, saved_view_id: int) -> None:
        """Remove a view; raises NotFoundError."""
        with self._desk.transaction("remove view") as work:
            work.remove(work.get(SavedView, saved_view_id))

    def named(self, list_name: str, name: str) -> SavedView:
        """Return the view of this name; raises NotFoundError."""
        with self._desk.reading() as reading:
            found = _named(reading, list_name, name)
        if found is None:
            raise NotFoundError(noun="view", name=name)
        return found


def _named(reading: Reading, list_name: str, name: str) -> SavedView | None:
    found = reading.find(SavedView, list_name=list_name)
    return next((one for one in found if fold(one.name) == fold(name)), None)
