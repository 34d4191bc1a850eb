"""Fetch everything about one pay run that its page shows; called on the database thread."""

from collections.abc import Iterable

from coprod_desktop.services.limits import Told
from coprod_desktop.services.office import Office
from coprod_desktop.ui.limit_notes import LimitNote
from coprod_desktop.ui.pay_runs.shown_run import OPEN_STATES, ShownRun


def load_run(office: Office, number: int) -> ShownRun | None:
    """Return a run as it stands now; None where it was taken back with Undo."""
    rows = [row for row in office.pay_runs.summaries() if row.number == number]
    if not rows:
        return None
    prepared = office.pay_runs.details(number)
    is_open = prepared.run.state in OPEN_STATES
    projects = [office.projects.get(one).name for one in prepared.run.projects or ()]
    return ShownRun(
        prepared=prepared,
        prepared_by=rows[0].prepared_by,
        approval=office.pay_runs.approval(number),
        look=office.pay_runs.look(number),
        present=office.operators.present,
        operators=office.operators.everybody(),
        projects=tuple(sorted(projects)),
        limits=limit_notes(office.limits.warnings_for_run(number)) if is_open else (),
        findings=office.checks.of_run(number) if is_open else (),
    )


def limit_notes(told: Iterable[Told]) -> tuple[LimitNote, ...]:
    """Return warnings with the names of the people who asked to be told."""
    return tuple(LimitNote(name=person.name, warning=warning) for person, warning in told)
