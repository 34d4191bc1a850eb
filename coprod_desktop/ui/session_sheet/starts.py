"""Start the sheet from the last session or from a template, and keep templates."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from coprod_desktop.domain.clock import format_clock, parse_clock
from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.session_starts import SessionStart, StartRow
from coprod_desktop.domain.session_templates import SessionTemplate
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.ui.context import Context
from coprod_desktop.ui.forms import FormView
from coprod_desktop.ui.session_sheet.draft import DraftRow, Place, usual_answer
from coprod_desktop.ui.session_sheet.fields import Head
from coprod_desktop.ui.session_sheet.sheet_model import SheetModel
from coprod_desktop.ui.widgets.message_bar import MessageKind


class StartView(Protocol):
    """What is needed of the page."""

    sheet: SheetModel

    def head(self) -> Head:
        """Return what stands in the fields."""

    def settle(self) -> bool:
        """End the typing that is going on; say whether every field is understood."""

    def start_from(self, start: SessionStart) -> None:
        """Put what a session starts from into the fields, and today as the day."""

    def show_templates(self, templates: Sequence[SessionTemplate]) -> None:
        """Offer the templates."""

    def show_field_error(self, key: str, sentence: str) -> None:
        """Show what is wrong under a field."""

    def go_to(self, number: int, place: Place) -> None:
        """Put the keyboard on a cell."""


class StartPresenter:
    """Decide what a sheet starts from; people who stand on it already are not put there twice."""

    def __init__(self, view: StartView, context: Context) -> None:
        self._view, self._context = view, context
        context.changes.subscribe(frozenset({"session_templates"}), self.refresh)

    def refresh(self) -> None:
        """Fetch the templates."""
        every = self._context.office.session_templates.all
        self._context.tasks.run(every, self._view.show_templates, self._context.fail)

    def repeat(self) -> None:
        """Start from the last session of the project."""
        project_id = self._view.head().project_id
        if project_id is None:
            words = _("Choose the project whose last session is to be repeated.")
            self._view.show_field_error("project", words)
            return
        last = partial(self._context.office.session_templates.last_session, project_id)
        self._context.tasks.run(last, self._show, self._context.fail)

    def start(self, session_template_id: int) -> None:
        """Start from a template."""
        find = partial(self._context.office.session_templates.start, session_template_id)
        self._context.tasks.run(find, self._show, self._context.fail)

    def can_keep(self) -> bool:
        """Say whether somebody is on the sheet, and if not, tell the person."""
        if not self._view.settle():
            return False
        if start_of(self._view.head(), self._view.sheet.rows).rows:
            return True
        words = _("Nobody is on the sheet yet, so there is nothing to keep. Type the names first.")
        self._context.say(MessageKind.WARN, words, ())
        return False

    def keep(self, form: FormView, name: str) -> None:
        """Keep the sheet as a template."""
        start = start_of(self._view.head(), self._view.sheet.rows)
        service = self._context.office.session_templates
        words = _("The sheet is kept as “{name}”. Start from it in the menu of the sheet.")
        self._do(form, lambda: service.keep(name, start), words)

    def rename(self, form: FormView, session_template_id: int, name: str) -> None:
        """Call a template otherwise."""
        service = self._context.office.session_templates
        words = _("The template is called “{name}” now.")
        self._do(form, lambda: service.rename(session_template_id, name), words)

    def remove(self, form: FormView, session_template_id: int) -> None:
        """Remove a template; it can be taken back."""
        service = self._context.office.session_templates
        words = _("The template “{name}” was removed.")
        self._do(form, lambda: service.remove(session_template_id), words)

    def _do(self, form: FormView, work: Callable[[], SessionTemplate], words: str) -> None:
        def done(template: SessionTemplate) -> None:
            form.accept_saved()
            self._context.saved(words.format(name=template.name))

        def failed(error: Exception) -> None:
            if not isinstance(error, DomainError):
                raise error
            form.show_error("name", self._context.word_error(error))

        self._context.tasks.run(work, done, failed)

    def _show(self, start: SessionStart) -> None:
        """Put people and times on the sheet as one step that can be taken back."""
        view, sheet = self._view, self._view.sheet
        view.settle()
        there = [row.participant for row in sheet.rows]
        if not sheet.rows:
            view.start_from(start)
        rows = [(one, sheet.names.get(one.participant_id)) for one in start.rows]
        new = [_row(one, sheet) for one, person in rows if person and person not in there]
        gone = sum(person is None for _one, person in rows)
        first = len(sheet.rows)
        sheet.show_step((*sheet.rows, *new))
        view.go_to(first if new else 0, Place.NAME)
        self._context.say(MessageKind.INFO, started_words(len(new), gone), ())


def _row(start: StartRow, sheet: SheetModel) -> DraftRow:
    return DraftRow(
        participant=sheet.names.get(start.participant_id),
        capacity=start.capacity,
        prepared=start.prepared,
        met=start.met,
        travelled=start.travelled,
        answer=usual_answer(start.capacity),
    )


def start_of(head: Head, rows: Sequence[DraftRow]) -> SessionStart:
    """Return what another session can start from: no day, no notes, no expenses."""
    return SessionStart(
        project_id=head.project_id or 0,
        kind_of_work=head.kind_of_work,
        title=head.title.strip(),
        place=head.place.strip(),
        starts_at="" if head.starts is None else format_clock(head.starts),
        ends_at="" if head.ends is None else format_clock(head.ends),
        rows=tuple(
            StartRow(
                participant_id=row.participant.participant_id,
                capacity=row.capacity or row.participant.capacity,
                prepared=row.prepared,
                met=row.met,
                travelled=row.travelled,
            )
            for row in rows
            if row.participant is not None
        ),
    )


def head_of(start: SessionStart) -> Head:
    """Return what a start says of the fields over the sheet; its day is left open."""
    return Head(
        project_id=start.project_id,
        starts=_minutes(start.starts_at),
        ends=_minutes(start.ends_at),
        kind_of_work=start.kind_of_work,
        title=start.title,
        place=start.place,
    )


def _minutes(clock: str) -> int | None:
    try:
        return parse_clock(clock) if clock else None
    except DomainError:  # kept by another version
        return None


def started_words(count: int, gone: int) -> str:
    """Say who is on the sheet now, and what was left out."""
    words = ngettext(
        "{count} person is on the sheet, with the usual times. Notes and expenses are left out.",
        "{count} people are on the sheet, with the usual times. Notes and expenses are left out.",
        count,
    ).format(count=count)
    if not gone:
        return words
    left = ngettext(
        "{count} person no longer takes part and was left out.",
        "{count} people no longer take part and were left out.",
        gone,
    )
    return f"{words} {left.format(count=gone)}"
