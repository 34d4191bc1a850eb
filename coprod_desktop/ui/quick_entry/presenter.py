"""Answer the one-line entry: read it as it is typed, say what it comes to, and save it."""

from typing import Protocol

import shiboken6
from PySide6.QtCore import QObject, SignalInstance

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.money import format_pounds
from coprod_desktop.domain.quick_entry import QuickKnown, QuickReading, read_line
from coprod_desktop.domain.quick_names import FoundName
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _
from coprod_desktop.services.quick_entry import QuickEntry, QuickOffer
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.pause import Pause
from coprod_desktop.ui.quick_entry.reading_words import (
    ReadingLine,
    marked_line,
    reading_lines,
    saved_words,
)


class QuickView(Protocol):
    """What the presenter needs of the dialog."""

    typed: SignalInstance
    save_requested: SignalInstance
    meant: SignalInstance
    undo_requested: SignalInstance

    def show_reading(
        self, marked: str, lines: tuple[ReadingLine, ...], unsure: tuple[FoundName, ...]
    ) -> None:
        """Show how the line is understood, and whom a name may mean."""

    def show_offer(self, words: str) -> None:
        """Say what the line would come to."""

    def show_saved(self, words: str) -> None:
        """Say that a line is saved, and free the field for the next."""

    def show_problem(self, words: str) -> None:
        """Say why the line is not saved."""


class QuickEntryPresenter(QObject):
    """Read each line against the people, projects and kinds of work of the file."""

    def __init__(self, view: QuickView, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._context = view, context
        self._service = context.office.quick_entry
        self._known: QuickKnown | None = None
        self._chosen: dict[str, int] = {}
        self._line = ""
        self._reading: QuickReading | None = None
        self._is_saving = False
        self._later = Pause(self._quote, self)
        view.typed.connect(self.read)
        view.save_requested.connect(self.save)
        view.meant.connect(self.choose)
        view.undo_requested.connect(context.undo)

    def fetch(self) -> None:
        """Fetch whom and what a line can name."""
        office = self._context.office

        def work() -> QuickKnown:
            return office.quick_entry.known(office.policies.kinds_of_work())

        def done(known: QuickKnown) -> None:
            self._known = known
            if self._line and self._is_open():
                self.read(self._line)

        self._context.tasks.run(work, done, self._context.fail)

    def _is_open(self) -> bool:
        """Say whether the dialog is still there; it may be closed while something is saved."""
        return shiboken6.isValid(self)

    def read(self, line: str) -> None:
        """Read a line and say how it is understood."""
        self._line = line
        if self._known is None:
            return
        self._reading = read_line(line, self._known, self._context.today(), self._chosen)
        if line.strip():
            lines = reading_lines(self._reading, line)
            self._view.show_reading(marked_line(line, self._reading), lines, self._reading.unsure)
        else:
            self._view.show_reading("", (), ())
        if not self._reading.is_whole:
            self._view.show_offer("")
        self._later.begin()

    def choose(self, text: str, participant_id: object) -> None:
        """Take somebody for the one whom a name means here."""
        if isinstance(participant_id, int):
            self._chosen[fold(text)] = participant_id
            self.read(self._line)

    def save(self) -> None:
        """Save the line, if all of it is understood and nothing is missing."""
        reading = self._reading
        if reading is None or not self._line.strip() or self._is_saving:
            return
        if not reading.is_whole:
            lines = reading_lines(reading, self._line)
            first = next(one.text for one in lines if not one.is_good)
            self._view.show_problem(_("Not saved yet. {next}").format(next=first))
            return
        entry, save = _entry(reading), self._service.save
        self._is_saving = True

        def done(_offer: QuickOffer) -> None:
            self._is_saving = False
            self._line = ""
            self._reading = None
            words = saved_words(reading)
            self._context.saved(words)
            if self._is_open():
                self._view.show_saved(words)
                self.fetch()

        def failed(error: Exception) -> None:
            self._is_saving = False
            if not isinstance(error, DomainError):
                raise error
            if self._is_open():
                self._view.show_problem(self._context.word_error(error))
            else:
                self._context.fail(error)

        self._context.tasks.run(lambda: save(entry), done, failed)

    def _quote(self) -> None:
        reading = self._reading
        if reading is None or not reading.is_whole:
            return
        line, entry, quote = self._line, _entry(reading), self._service.quote

        def done(offer: QuickOffer) -> None:
            if self._is_open() and line == self._line:  # or somebody went on typing meanwhile
                self._view.show_offer(offer_words(offer))

        def failed(error: Exception) -> None:
            if not isinstance(error, DomainError):
                raise error
            if self._is_open():
                self._view.show_offer("")  # saving says what is in the way

        self._context.tasks.run(lambda: quote(entry), done, failed)


def offer_words(offer: QuickOffer) -> str:
    """Say what would be offered for the work, and agreed for the expenses."""
    work = format_pounds(offer.offered_pence) if offer.offered_pence else _("Nothing")
    expenses = format_pounds(offer.expense_pence)
    if offer.pieces and offer.items:
        words = _("{work} would be offered, and {expenses} agreed for expenses.")
        return words.format(work=work, expenses=expenses)
    if offer.items:
        return _("{expenses} would be agreed for expenses.").format(expenses=expenses)
    return _("{work} would be offered.").format(work=work)


def _entry(reading: QuickReading) -> QuickEntry:
    """Return a whole reading as it is saved."""
    return QuickEntry(
        participant_ids=tuple(one.participant_id for one in reading.people),
        project_id=0 if reading.project is None else reading.project.project_id,
        day=reading.day,
        minutes=reading.minutes or 0,
        kind_of_work=reading.kind or "",
        what=reading.what,
        pay=reading.pay,
        choice=reading.choice,
        part_pence=reading.part_pence,
        costs=reading.costs,
    )
