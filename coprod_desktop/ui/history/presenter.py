"""Answer the page of the history: show, narrow, take back, do again, put back."""

import datetime
from collections.abc import Callable, Hashable
from typing import Protocol, cast

from coprod_desktop.domain.changes import (
    BackStep,
    Change,
    ChangedRecord,
    HistoryFilter,
    HistoryLine,
    RemovedThing,
)
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.text import fold
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.record_titles import TITLES
from coprod_desktop.services.verb_words import all_verbs, verb_words
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.history.page import Wanted
from coprod_desktop.ui.history.panel import AT_ONCE
from coprod_desktop.ui.widgets.columns import Marks, RowSource
from coprod_desktop.ui.widgets.message_bar import Action, MessageKind

_MONEY = frozenset({"paid", "exported"})


class HistoryView(Protocol):
    """What the presenter needs of the page."""

    def set_who(self, names: tuple[str, ...]) -> None:
        """Offer who may have done it."""

    def show_changes(self, source: RowSource[HistoryLine], *, is_filtered: bool) -> None:
        """Show the rows of a source."""

    def show_removed(self, source: RowSource[RemovedThing]) -> None:
        """Show what was removed."""

    def reload(self) -> None:
        """Fetch the list on show again, staying in place."""

    @property
    def is_removed_shown(self) -> bool:
        """Say whether what was removed is on show, and not the changes."""


ShowRecords = Callable[[HistoryLine, tuple[ChangedRecord, ...]], None]


class HistoryPresenter:
    """Decide what the page shows, and do what it asks."""

    def __init__(self, view: HistoryView, context: Context) -> None:
        self._view, self._context = view, context
        self._wanted = Wanted()
        context.changes.subscribe(frozenset(TITLES), view.reload)

    def refresh(self) -> None:
        """Show the newest changes, or what was removed."""
        office, tasks = self._context.office, self._context.tasks
        tasks.run(office.history.who, self._view.set_who, self._context.fail)
        self.show_part()

    def show_part(self) -> None:
        """Fetch the part that is on show."""
        if self._view.is_removed_shown:
            self._view.show_removed(
                RowSource(fetch_page=self._removed, key_of=lambda thing: thing.change_id)
            )
        else:
            self.filter(self._wanted)

    def filter(self, wanted: Wanted) -> None:
        """Show the changes that are wanted, newest first."""
        self._wanted = wanted
        is_filtered = wanted != Wanted()
        people: dict[str, frozenset[int]] = {}

        def fetch(after: Hashable | None, limit: int) -> tuple[HistoryLine, ...]:
            narrowed = self._filter_of(wanted, people)
            before_id = cast("int | None", after)
            return self._context.office.history.lines(narrowed, limit, before_id)

        source = RowSource(
            fetch_page=fetch,
            key_of=lambda line: line.change_id,
            fetch_marks=None if is_filtered else self._marks,
        )
        self._view.show_changes(source, is_filtered=is_filtered)

    def show(self, line: HistoryLine, shown: ShowRecords) -> None:
        """Fetch the first records of a change."""
        records = self._context.office.history.records
        self._context.tasks.run(
            lambda: records(line.change_id, AT_ONCE),
            lambda found: shown(line, found),
            self._context.fail,
        )

    def show_more(
        self, change_id: int, shown: int, add: Callable[[int, tuple[ChangedRecord, ...]], None]
    ) -> None:
        """Fetch further records of a change."""
        records = self._context.office.history.records
        self._context.tasks.run(
            lambda: records(change_id, AT_ONCE, shown - 1),
            lambda found: add(change_id, found),
            self._context.fail,
        )

    # --- going back and forth --------------------------------------------------------------------

    def take_back(self, line: HistoryLine) -> None:
        """Take one change back, whatever came later, if nothing stands in the way."""
        undo = self._context.office.history.undo
        self._context.tasks.run(lambda: undo(line.root_id), self._taken_back, self._fail)

    def do_again(self, line: HistoryLine) -> None:
        """Do again what was taken back."""
        redo = self._context.office.history.redo
        self._context.tasks.run(lambda: redo(line.root_id), self._done_again, self._fail)

    def fetch_steps(self, line: HistoryLine, ask: Callable[[tuple[BackStep, ...]], None]) -> None:
        """Try out what going back to before a change would take back."""
        steps = self._context.office.history.back_steps
        self._context.tasks.run(lambda: steps(line.root_id), ask, self._fail)

    def take_back_several(self, change_ids: tuple[int, ...], done: Callable[[], None]) -> None:
        """Take several changes back, newest first."""
        undo = self._context.office.history.undo_several

        def said(count: int) -> None:
            done()
            words = ngettext(
                "{count} step is taken back. Redo brings it again.",
                "{count} steps are taken back. Redo brings them again, one by one.",
                count,
            )
            self._context.say(MessageKind.GOOD, words.format(count=count), ())

        def failed(error: Exception) -> None:
            done()
            self._fail(error)

        self._context.tasks.run(lambda: undo(change_ids), said, failed)

    def put_back(self, thing: RemovedThing) -> None:
        """Put back what was removed."""
        put_back = self._context.office.history.removed.put_back

        def said(_thing: RemovedThing) -> None:
            words = _("{what} is in its place again.").format(what=thing.titles[0])
            self._context.say(MessageKind.GOOD, words, ())

        self._context.tasks.run(lambda: put_back(thing.change_id), said, self._fail)

    # --- how it works ----------------------------------------------------------------------------

    def _marks(self, limit: int) -> Marks:
        total, keys = self._context.office.history.marks(limit)
        return Marks(total=total, keys=keys)

    def _removed(self, after: Hashable | None, limit: int) -> tuple[RemovedThing, ...]:
        before_id = cast("int | None", after)
        return self._context.office.history.removed.things(limit, before_id)

    def _filter_of(self, wanted: Wanted, people: dict[str, frozenset[int]]) -> HistoryFilter:
        verbs: frozenset[str] | None = None
        ids: frozenset[int] | None = None
        if wanted.word:
            verbs = frozenset(one for one in all_verbs() if _holds(verb_words(one), wanted.word))
            if wanted.word not in people:
                everybody = self._context.office.participants.everybody()
                people[wanted.word] = frozenset(
                    one.participant_id for one in everybody if _holds(one.name, wanted.word)
                )
            ids = people[wanted.word] or None
        from_at, to_at = _day_of(wanted.day)
        return HistoryFilter(
            operator=wanted.operator,
            verb=wanted.verb,
            word_verbs=verbs,
            participant_ids=ids,
            from_at=from_at,
            to_at=to_at,
        )

    def _taken_back(self, change: Change) -> None:
        words = _("Taken back: {what}.").format(what=verb_words(change.verb))
        self._context.say(MessageKind.GOOD, words, ())

    def _done_again(self, change: Change) -> None:
        words = _("Done again: {what}.").format(what=verb_words(change.verb))
        self._context.say(MessageKind.GOOD, words, ())

    def _fail(self, error: Exception) -> None:
        """Say why it stays, and where the way on is."""
        if not isinstance(error, DomainError):
            raise error
        actions: tuple[Action, ...] = ()
        if error.facts.get("because") in _MONEY:
            actions = ((_("Show pay runs"), lambda: self._context.show_screen("pay_runs")),)
        self._context.say(MessageKind.BAD, self._context.word_error(error), actions)


def _holds(text: str, wanted: str) -> bool:
    """Say whether a text holds every word that was typed, at the beginning of a word."""
    words = fold(text).split()
    return all(any(word.startswith(part) for word in words) for part in fold(wanted).split())


def _day_of(
    day: datetime.date | None,
) -> tuple[datetime.datetime | None, datetime.datetime | None]:
    """Return the first moment of a day and of the next, as it is here."""
    if day is None:
        return None, None
    midnight = datetime.datetime.combine(day, datetime.time()).astimezone()
    after = datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time())
    return midnight, after.astimezone()
