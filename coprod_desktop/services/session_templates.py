"""Start a session sheet from the last session of a project, or from one kept under a name."""

import dataclasses
from collections.abc import Iterable

from coprod_desktop.domain.activities import Activity
from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.errors import AlreadyThereError
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.session_errors import NothingToRepeatError
from coprod_desktop.domain.session_starts import (
    PREPARATION,
    TRAVEL_TIME,
    SessionStart,
    StartRow,
    start_from_text,
    start_to_text,
)
from coprod_desktop.domain.session_templates import SessionTemplate
from coprod_desktop.domain.text import clean_name, fold
from coprod_desktop.services.desk import Desk
from coprod_desktop.storage.work import Reading


class SessionTemplateService:
    """The verbs about what session sheets start from."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def last_session(self, project_id: int) -> SessionStart:
        """Return people, usual times, kind and place of the project's last session.

        Raises NotFoundError for an unknown project, or NothingToRepeatError before the first one.
        """
        with self._desk.reading() as reading:
            project = reading.get(Project, project_id)
            held = reading.find(Activity, project_id=project_id)
            latest = sorted(held, key=lambda one: (one.held_on, one.activity_id), reverse=True)
            for activity in latest:
                work = reading.find(Contribution, activity_id=activity.activity_id)
                if work:
                    return _start_of(activity, work)
        raise NothingToRepeatError(name=project.name)

    def all(self) -> tuple[SessionTemplate, ...]:
        """Return every template, by name."""
        with self._desk.reading() as reading:
            return _by_name(reading)

    def start(self, session_template_id: int) -> SessionStart:
        """Return what a template holds; raises NotFoundError or TemplateUnreadableError."""
        with self._desk.reading() as reading:
            template = reading.get(SessionTemplate, session_template_id)
        return start_from_text(template.content, template.name)

    def keep(self, name: str, start: SessionStart) -> SessionTemplate:
        """Keep a sheet under a name; raises AlreadyThereError and the errors of names."""
        new = SessionTemplate(
            session_template_id=self._desk.new_id(),
            name=clean_name(name),
            content=start_to_text(start),
        )
        with self._desk.transaction("keep session template") as work:
            _check_free(work, new)
            work.add(new)
        return new

    def rename(self, session_template_id: int, name: str) -> SessionTemplate:
        """Call a template otherwise; raises NotFoundError, AlreadyThereError and those of names."""
        plain = clean_name(name)
        with self._desk.transaction("rename session template") as work:
            before = work.get(SessionTemplate, session_template_id)
            renamed = dataclasses.replace(before, name=plain)
            _check_free(work, renamed)
            work.update(renamed)
        return renamed

    def remove(self, session_template_id: int) -> SessionTemplate:
        """Remove a template; raises NotFoundError."""
        with self._desk.transaction("remove session template") as work:
            template = work.get(SessionTemplate, session_template_id)
            work.remove(template)
        return template


def _by_name(reading: Reading) -> tuple[SessionTemplate, ...]:
    return tuple(sorted(reading.find(SessionTemplate), key=lambda one: fold(one.name)))


def _check_free(reading: Reading, template: SessionTemplate) -> None:
    """Refuse the name of another template; raises AlreadyThereError."""
    for one in reading.find(SessionTemplate):
        is_other = one.session_template_id != template.session_template_id
        if is_other and fold(one.name) == fold(template.name):
            raise AlreadyThereError(noun="session template", name=one.name)


def _start_of(activity: Activity, work: Iterable[Contribution]) -> SessionStart:
    return SessionStart(
        project_id=activity.project_id,
        kind_of_work=activity.kind_of_work,
        title=activity.title if activity.title != activity.kind_of_work else "",
        place=activity.place,
        starts_at=activity.starts_at,
        ends_at=activity.ends_at,
        rows=_rows(activity, work),
    )


def _rows(activity: Activity, work: Iterable[Contribution]) -> tuple[StartRow, ...]:
    """Put the pieces of work of each person into one row, in the order they were logged."""
    rows: dict[int, StartRow] = {}
    for piece in work:
        row = rows.setdefault(
            piece.participant_id,
            StartRow(participant_id=piece.participant_id, capacity=piece.capacity),
        )
        field = _field(piece.kind_of_work, activity.kind_of_work)
        minutes = getattr(row, field) + piece.minutes
        rows[piece.participant_id] = dataclasses.replace(row, **{field: minutes})
    return tuple(rows.values())


def _field(kind: str, kind_of_session: str) -> str:
    if kind == kind_of_session:
        return "met"
    return {PREPARATION: "prepared", TRAVEL_TIME: "travelled"}.get(kind, "met")
