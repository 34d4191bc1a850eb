"""Keep the bank layouts that the charity wrote itself."""

import dataclasses
from pathlib import Path

from coprod_desktop.domain.errors import AlreadyThereError, NotFoundError
from coprod_desktop.domain.layout_errors import LayoutUsedError, LayoutUsualError
from coprod_desktop.domain.made_files import MadeFile, OwnLayout
from coprod_desktop.domain.policy.problems import PolicyFileError
from coprod_desktop.domain.text import clean_name, fold
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.services.quotes import text_of_file
from coprod_desktop.storage.work import Reading


class OwnLayoutService:
    """The verbs about the charity's own bank layouts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def all(self) -> tuple[OwnLayout, ...]:
        """Return the charity's own layouts, by name."""
        with self._desk.reading() as reading:
            return tuple(sorted(reading.find(OwnLayout), key=lambda one: fold(one.name)))

    def named(self, name: str) -> OwnLayout:
        """Return the layout of this name; raises NotFoundError."""
        with self._desk.reading() as reading:
            return _needed(reading, name)

    def template(self) -> str:
        """Return the text to copy and change for a bank of one's own."""
        from coprod_desktop.services.bank_layouts import layout_template

        return layout_template()

    def save(self, path: Path, name: str) -> OwnLayout:
        """Save the layout of a file under a name; one of the same name is replaced.

        Raises FileMissingError, TextUnreadableError, and what `save_text` raises.
        """
        try:
            return self.save_text(text_of_file(path), name)
        except PolicyFileError as mistakes:
            raise PolicyFileError(mistakes.problems, path=path) from mistakes

    def save_text(self, text: str, name: str) -> OwnLayout:
        """Save a layout under a name; one of the same name is replaced.

        Raises PolicyFileError with every mistake and its line, AlreadyThereError for the name of a
        layout that comes with the program, LayoutUsedError for other words than those that files
        were made in, or the errors of text.
        """
        from coprod_desktop.banking.layout_reading import read_layout
        from coprod_desktop.services.bank_layouts import LAYOUTS

        read_layout(text)
        clean = clean_name(name)
        if fold(clean) in map(fold, LAYOUTS):
            raise AlreadyThereError(noun="bank layout", name=clean)
        new = OwnLayout(own_layout_id=self._desk.new_id(), name=clean, text=text)
        with self._desk.transaction("save bank layout") as work:
            known = _known(work, clean)
            if known is None:
                work.add(new)
                return new
            if known.text != text:
                _check_not_used(work, known)
            saved = dataclasses.replace(known, text=text)
            work.update(saved)
        return saved

    def remove(self, name: str) -> OwnLayout:
        """Remove a layout; raises NotFoundError, LayoutUsedError or LayoutUsualError."""
        with self._desk.transaction("remove bank layout") as work:
            layout = _needed(work, name)
            if organisation_of(work).bank_layout == layout.name:
                raise LayoutUsualError(name=layout.name)
            _check_not_used(work, layout)
            work.remove(layout)
        return layout


def _known(reading: Reading, name: str) -> OwnLayout | None:
    found = [one for one in reading.find(OwnLayout) if fold(one.name) == fold(name)]
    return found[0] if found else None


def _needed(reading: Reading, name: str) -> OwnLayout:
    layout = _known(reading, name)
    if layout is None:
        raise NotFoundError(noun="bank layout", name=name)
    return layout


def _check_not_used(reading: Reading, layout: OwnLayout) -> None:
    """Refuse to change what a file can be compared with; raises LayoutUsedError."""
    if reading.find(MadeFile, layout=layout.name):
        raise LayoutUsedError(name=layout.name)
