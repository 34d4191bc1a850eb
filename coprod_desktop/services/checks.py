"""Look for what is worth a second look, and set findings aside with a note; nothing is blocked."""

import dataclasses
import datetime
from collections.abc import Iterable, Mapping, Sequence

from coprod_desktop.domain.activities import Activity
from coprod_desktop.domain.checks import (
    CheckKind,
    Dismissal,
    Finding,
    clean_dismissal,
    still_open,
)
from coprod_desktop.domain.checks.findings import CLAIMS, CONTRIBUTIONS, PROJECTS
from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.domain.expenses import ExpenseClaim
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.domain.projects import Project
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.lookout import Lookout
from coprod_desktop.services.run_lines import run_numbered
from coprod_desktop.storage import checks
from coprod_desktop.storage.work import Reading

ByRow = Mapping[int, tuple[Finding, ...]]
WINDOW_DAYS = 366
MOST_FOUND = 500
_SUBJECTS: Mapping[str, type] = {
    CONTRIBUTIONS: Contribution,
    CLAIMS: ExpenseClaim,
    PROJECTS: Project,
}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class NamedFinding:
    """A finding with the name of the person (or project), the day and what it is about."""

    finding: Finding
    name: str
    day: datetime.date | None
    what: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class OpenFindings:
    """Open findings, newest first; `is_cut` where there are more than are listed."""

    found: tuple[NamedFinding, ...]
    is_cut: bool


class CheckService:
    """The verbs about soft checks."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of_contributions(self, contribution_ids: Iterable[int]) -> ByRow:
        """Return the open findings of contributions, by id; those without any are left out."""
        with self._desk.reading() as reading:
            pieces = reading.among(Contribution, contribution_ids)
            return _by_row(_open(reading, self._lookout(reading).about_work(pieces)))

    def of_claims(self, expense_claim_ids: Iterable[int]) -> ByRow:
        """Return the open findings of expense claims, by id; those without any are left out."""
        with self._desk.reading() as reading:
            claims = reading.among(ExpenseClaim, expense_claim_ids)
            return _by_row(_open(reading, self._lookout(reading).about_claims(claims)))

    def of_projects(self, project_ids: Iterable[int]) -> ByRow:
        """Return the open findings of projects' budgets, by id; those without are left out."""
        with self._desk.reading() as reading:
            return _by_row(_open(reading, self._lookout(reading).about_budgets(project_ids)))

    def of_run(self, number: int) -> tuple[NamedFinding, ...]:
        """Return the open findings of the work and claims in a pay run, and of its projects.

        Raises NotFoundError.
        """
        with self._desk.reading() as reading:
            run = run_numbered(reading, number)
            paid = checks.paid_by_run(reading, run.pay_run_id)
            work = reading.among(Contribution, paid[LineKind.CONTRIBUTION])
            claims = reading.among(ExpenseClaim, paid[LineKind.EXPENSE_CLAIM])
            lookout = self._lookout(reading)
            projects = {one.project_id for one in work} | {one.project_id for one in claims}
            found = [
                *lookout.about_work(work),
                *lookout.about_claims(claims),
                *lookout.about_budgets(projects),
            ]
            return _named(reading, _once(_open(reading, found)))

    def open_findings(
        self, *, project_id: int | None = None, since_on: datetime.date | None = None
    ) -> OpenFindings:
        """Return the open findings of a project or of all, of the last year or since a day.

        At most 500 are listed, so that a long log is looked through at once.
        """
        since = since_on or self._desk.today() - datetime.timedelta(days=WINDOW_DAYS)
        with self._desk.reading() as reading:
            found = self._lookout(reading).since(since, MOST_FOUND + 1, project_id)
            every = _once(_open(reading, found))
            named = _named(reading, every[:MOST_FOUND])
        latest = sorted(named, key=_order, reverse=True)
        return OpenFindings(found=tuple(latest), is_cut=len(every) > MOST_FOUND)

    def before_saving(
        self,
        pieces: Sequence[Contribution],
        activity: Activity | None = None,
        *,
        expense_pence: int = 0,
    ) -> tuple[Finding, ...]:
        """Return what would be found if these priced pieces were saved; nothing is saved.

        `activity` is the session they would belong to, `expense_pence` what is claimed with them.
        """
        with self._desk.reading() as reading:
            return self._lookout(reading).before_saving(pieces, activity, expense_pence)

    def before_correcting(self, contribution: Contribution) -> tuple[Finding, ...]:
        """Return what would be found if a contribution were saved as corrected.

        Raises NotFoundError, or the errors of a length of time.
        """
        with self._desk.reading() as reading:
            return self._lookout(reading).before_correcting(contribution)

    def dismissed(self, subject: str, subject_id: int) -> tuple[Dismissal, ...]:
        """Return the notes that hold for a row of a table, oldest first.

        A note about several rows holds for each of them; one whose facts have changed for none.
        Raises NotFoundError.
        """
        with self._desk.reading() as reading:
            found = self._about(reading, subject, subject_id)
            holding = {(one.kind, one.fingerprint) for one in found}
            aside = checks.dismissals_of(reading, (one.fingerprint for one in found))
        return tuple(one for one in aside if (one.kind, one.fingerprint) in holding)

    def _about(self, reading: Reading, subject: str, subject_id: int) -> tuple[Finding, ...]:
        """Return every finding about a row, set aside or not."""
        lookout = self._lookout(reading)
        if subject == CONTRIBUTIONS:
            return lookout.about_work([reading.get(Contribution, subject_id)])
        if subject == CLAIMS:
            return lookout.about_claims([reading.get(ExpenseClaim, subject_id)])
        return lookout.about_budgets([subject_id])

    def dismiss(self, finding: Finding, note: str) -> Dismissal:
        """Set a finding aside with a note, until its facts change.

        Raises ReasonMissingError without a note, TextTooLongError, or NotFoundError where what it
        is about is gone.
        """
        dismissal = clean_dismissal(
            Dismissal(
                dismissal_id=self._desk.new_id(),
                subject=finding.subject,
                subject_id=finding.subject_id,
                kind=finding.kind,
                fingerprint=finding.fingerprint,
                note=note,
                operator_id=self._desk.operator.operator_id,
                dismissed_at=self._desk.now(),
            )
        )
        with self._desk.transaction("dismiss check") as work:
            work.get(_SUBJECTS[finding.subject], finding.subject_id)
            work.add(dismissal)
        return dismissal

    def _lookout(self, reading: Reading) -> Lookout:
        return Lookout(reading, self._desk.today())


def _open(reading: Reading, found: Iterable[Finding]) -> tuple[Finding, ...]:
    every = tuple(found)
    aside = checks.dismissals_of(reading, (one.fingerprint for one in every))
    return still_open(every, aside)


def _by_row(found: Iterable[Finding]) -> ByRow:
    rows: dict[int, tuple[Finding, ...]] = {}
    for one in found:
        rows[one.subject_id] = (*rows.get(one.subject_id, ()), one)
    return rows


def _once(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return one finding for each matter, also where it concerns several rows."""
    return tuple({(one.kind, one.fingerprint): one for one in found}.values())


def _named(reading: Reading, found: Sequence[Finding]) -> tuple[NamedFinding, ...]:
    people = {
        one.participant_id: one.name
        for one in reading.among(
            Participant, (one.participant_id for one in found if one.participant_id is not None)
        )
    }
    told = _told_rows(reading, found)
    named = []
    for one in found:
        day, what = told[one.subject, one.subject_id]
        name = what if one.participant_id is None else people[one.participant_id]
        named.append(NamedFinding(finding=one, name=name, day=day, what=what))
    return tuple(named)


def _told_rows(
    reading: Reading, found: Sequence[Finding]
) -> dict[tuple[str, int], tuple[datetime.date | None, str]]:
    """Return the day and the words of each row that a finding is about."""

    def ids(subject: str) -> list[int]:
        return [one.subject_id for one in found if one.subject == subject]

    told: dict[tuple[str, int], tuple[datetime.date | None, str]] = {}
    for work in reading.among(Contribution, ids(CONTRIBUTIONS)):
        told[CONTRIBUTIONS, work.contribution_id] = (work.worked_on, work.what)
    for claim in reading.among(ExpenseClaim, ids(CLAIMS)):
        told[CLAIMS, claim.expense_claim_id] = (claim.claimed_on, "")
    for project in reading.among(Project, ids(PROJECTS)):
        told[PROJECTS, project.project_id] = (None, project.name)
    return told


def _order(named: NamedFinding) -> tuple[bool, datetime.date, int, CheckKind]:
    """Sort budgets before what has a day, then by day."""
    day = named.day or datetime.date.max
    return named.day is None, day, named.finding.subject_id, named.finding.kind
