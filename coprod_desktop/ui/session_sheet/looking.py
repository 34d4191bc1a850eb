"""Look at a sheet before it is saved: overlaps, low fees, entries twice, the budget."""

from collections.abc import Sequence
from typing import Protocol

from coprod_desktop.domain.activities import Activity
from coprod_desktop.domain.checks import Finding
from coprod_desktop.i18n import _, ngettext
from coprod_desktop.services.checks import CheckService
from coprod_desktop.services.sessions import SessionEntry
from coprod_desktop.ui.session_sheet.draft import DraftRow
from coprod_desktop.ui.session_sheet.foot import Notice
from coprod_desktop.ui.session_sheet.judging import Verdict
from coprod_desktop.ui.words import check_word

_NOT_SAVED_YET = -1


class Verbs(Protocol):
    """What looking needs of the office."""

    checks: CheckService


def look(office: Verbs, entry: SessionEntry, verdicts: Sequence[Verdict]) -> tuple[Finding, ...]:
    """Return what would be found if the priced rows were saved; call it on the database thread."""
    priced = [one.priced for one in verdicts if one.priced is not None]
    activity = Activity(
        activity_id=_NOT_SAVED_YET,
        project_id=entry.project_id,
        title=entry.title,
        held_on=entry.held_on,
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
        kind_of_work=entry.kind_of_work,
    )
    pieces = [piece for row in priced for piece in row.contributions]
    spent = sum(row.expense_pence for row in priced)
    return office.checks.before_saving(pieces, activity, expense_pence=spent)


def check_notice(findings: Sequence[Finding], rows: Sequence[DraftRow]) -> Notice | None:
    """Word the first finding about a row of the sheet, and say how many more there are."""
    told = [(number, one) for one in findings for number in _places(one, rows)]
    if not told:
        return None
    number, finding = told[0]
    remark = _("Blocks nothing. Once it is saved you can dismiss it with a note.")
    more = len({where for where, _one in told} - {number})
    if more:
        words = ngettext("{count} more to look at.", "{count} more to look at.", more)
        remark = f"{words.format(count=more)} {remark}"
    return Notice(
        heading=_heading(number, finding, rows),
        reason=finding.because,
        remark=remark,
        number=number,
    )


def _places(finding: Finding, rows: Sequence[DraftRow]) -> list[int | None]:
    """Return the first row that a finding is about, or None for the whole sheet."""
    if finding.participant_id is None:
        return [None]
    people = [row.participant and row.participant.participant_id for row in rows]
    return [people.index(finding.participant_id)] if finding.participant_id in people else []


def _heading(number: int | None, finding: Finding, rows: Sequence[DraftRow]) -> str:
    what = check_word(finding.kind)
    person = rows[number].participant if number is not None else None
    if number is None or person is None:
        return what
    words = _("Row {number}: {name}. {what}")
    return words.format(number=number + 1, name=person.name, what=what)
