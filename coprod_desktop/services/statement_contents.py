"""Gather what a person did in a period, as their statement tells it."""

import dataclasses
import datetime
from collections.abc import Callable, Iterable

from coprod_desktop.domain.contributions import Choice
from coprod_desktop.domain.paper_choices import sections_of
from coprod_desktop.domain.paper_style import PaperStyle
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.statement_comparison import as_said, differences
from coprod_desktop.domain.statement_differences import Difference, Differs
from coprod_desktop.domain.statements import (
    StatementContent,
    StatementExpense,
    StatementTopUp,
    StatementWork,
)
from coprod_desktop.services.organisation import organisation_of, policy_on
from coprod_desktop.services.period_facts import (
    ExpenseFacts,
    Made,
    ToppedUp,
    WorkFacts,
    expense_facts,
    skills_of,
    work_facts,
)
from coprod_desktop.services.pricing import compiled
from coprod_desktop.services.told_contents import digest
from coprod_desktop.storage.work import Reading

DRAFT_NUMBER = "Preview"
NOTHING: frozenset[str] = frozenset()


class StatementContents:
    """What statements of one period say; what is the same for everybody is read once."""

    def __init__(
        self,
        reading: Reading,
        from_on: datetime.date,
        to_on: datetime.date,
        today: datetime.date,
    ) -> None:
        self._reading = reading
        self._from_on = from_on
        self._to_on = to_on
        self._today = today
        self._organisation = organisation_of(reading)
        self._style = style_of(reading)
        self._rate_source = compiled(policy_on(reading, to_on).text).source
        self._projects = {project.project_id: project for project in reading.find(Project)}
        self._made = Made(reading, from_on, to_on)

    @property
    def period(self) -> tuple[datetime.date, datetime.date]:
        """The first and the last day."""
        return self._from_on, self._to_on

    @property
    def seal_key(self) -> str:
        """The key that seals the papers."""
        return self._organisation.seal_key

    def of(self, person: Participant, left_out: frozenset[str] = NOTHING) -> StatementContent:
        """Return what a person's statement would say today, without a number.

        What they wish to have left out is left out, and `left_out` besides.
        """
        period = (person.participant_id, self._from_on, self._to_on)
        work = work_facts(self._reading, *period)
        pieces = [one.piece for one in work]
        ids = sorted({piece.project_id for piece in pieces})
        out, organisation, style = (
            sections_of(person.left_out) | left_out,
            self._organisation,
            self._style,
        )
        content = StatementContent(
            number=DRAFT_NUMBER,
            organisation=organisation.name,
            charity_number=organisation.charity_number,
            contact_name=organisation.contact_name,
            contact_phone=organisation.contact_phone,
            contact_email=organisation.contact_email,
            name=person.printed_name,
            name_in_script=person.name_in_script,
            from_on=self._from_on,
            to_on=self._to_on,
            issued_on=self._today,
            work=tuple(map(self._work, work)),
            expenses=tuple(map(_expense, expense_facts(self._reading, *period))),
            skills=skills_of(pieces),
            made=self._made.of(person.participant_id, ids),
            rate_source=self._rate_source,
            correct_by_on=self._today + datetime.timedelta(days=style.correction_days),
            reply_days=style.reply_days,
            left_out=out,
            shows_declined=person.shows_declined,
            has_chart=style.has_chart and "chart" not in out,
            has_code=style.has_code and "code" not in out,
            signed_by=style.signed_by,
            signed_as=style.signed_as,
            signature=style.signature,
            logo=style.logo,
        )
        return _without(self._with_news(content, ids), out)

    def _with_news(self, content: StatementContent, ids: Iterable[int]) -> StatementContent:
        own = [self._projects[one] for one in ids]
        return dataclasses.replace(
            content,
            what_changed=_told(one.what_changed for one in own),
            what_next=_told(one.what_next for one in own),
            what_changed_cy=_welsh(
                own, lambda one: one.what_changed, lambda one: one.what_changed_cy
            ),
            what_next_cy=_welsh(own, lambda one: one.what_next, lambda one: one.what_next_cy),
        )

    def _work(self, facts: WorkFacts) -> StatementWork:
        piece, payment = facts.piece, facts.payment
        return StatementWork(
            worked_on=piece.worked_on,
            what=piece.what,
            kind_of_work=piece.kind_of_work,
            project=self._projects[piece.project_id].name,
            minutes=piece.minutes,
            pay=piece.pay,
            is_paid=piece.is_paid,
            offered_pence=piece.offered_pence,
            agreed_pence=piece.agreed_pence,
            value_pence=piece.value_pence,
            rate_pence=piece.rate_pence,
            choice=piece.choice,
            skills=piece.skills,
            paid_on=payment.paid_on if payment else None,
            paid_how=payment.method if payment else None,
            pay_by_on=self._pay_by(facts),
            top_ups=_top_ups(facts.top_ups),
            line_id=piece.contribution_id,
        )

    def _pay_by(self, facts: WorkFacts) -> datetime.date | None:
        """Return the day by which work is paid; none where it is, or where the person waits."""
        piece, payment = facts.piece, facts.payment
        if payment:
            return None if payment.paid_on else payment.pay_on
        if not piece.agreed_pence or piece.choice is Choice.DEFER:
            return None
        return piece.worked_on + datetime.timedelta(days=self._organisation.promise_days)


def style_of(reading: Reading) -> PaperStyle:
    """Return how the charity's papers look; as they look by themselves where nobody said."""
    found = reading.find(PaperStyle)
    return found[0] if found else PaperStyle(paper_style_id=0, organisation_id=0)


def _expense(facts: ExpenseFacts) -> StatementExpense:
    item = facts.item
    return StatementExpense(
        spent_on=item.spent_on,
        what=item.what,
        claimed_pence=item.claimed_pence,
        agreed_pence=item.agreed_pence,
        because=item.because if item.agreed_pence != item.claimed_pence else "",
        paid_on=facts.payment.paid_on if facts.payment else None,
        top_ups=_top_ups(facts.top_ups),
        line_id=item.expense_item_id,
    )


def _top_ups(found: Iterable[ToppedUp]) -> tuple[StatementTopUp, ...]:
    return tuple(
        StatementTopUp(
            pence=one.pence,
            paid_on=one.payment.paid_on if one.payment else None,
            pay_by_on=one.payment.pay_on if one.payment and not one.payment.paid_on else None,
        )
        for one in found
    )


def _told(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, texts))


def _welsh(
    projects: Iterable[Project],
    english: Callable[[Project], str],
    welsh: Callable[[Project], str],
) -> tuple[str, ...]:
    """Return the Welsh words of each project, or its English ones; nothing where none has Welsh."""
    some = list(projects)
    if not any(map(welsh, some)):
        return ()
    return _told(welsh(one) or english(one) for one in some)


def _without(content: StatementContent, out: frozenset[str]) -> StatementContent:
    """Take away what no reader of the paper is to find, not even a computer."""
    if "skills" in out:
        bare = tuple(dataclasses.replace(work, skills="") for work in content.work)
        content = dataclasses.replace(content, skills=(), work=bare)
    if "made" in out:
        content = dataclasses.replace(content, made=())
    if "changed" in out:
        content = dataclasses.replace(content, what_changed=(), what_changed_cy=())
    if "next" in out:
        content = dataclasses.replace(content, what_next=(), what_next_cy=())
    return content


# --- what is issued, and what it replaces ---------------------------------------------------------

_SECTION_OF = {
    Differs.VALUE: "value",
    Differs.SKILLS: "skills",
    Differs.MADE: "made",
    Differs.CHANGED: "changed",
    Differs.NEXT: "next",
}


def as_issued(
    content: StatementContent, number: str, issued_on: datetime.date, replaces_number: str = ""
) -> StatementContent:
    """Return the content with its number and its dates of issue."""
    days = content.correct_by_on - content.issued_on
    return dataclasses.replace(
        content,
        number=number,
        issued_on=issued_on,
        correct_by_on=issued_on + days,
        replaces_number=replaces_number,
    )


def changes_told(old: StatementContent, new: StatementContent) -> tuple[Difference, ...]:
    """Return what changed since the statement before, without what is left out of the new one."""
    out = new.left_out
    if "expenses" in out:
        old = dataclasses.replace(old, expenses=())
        new = dataclasses.replace(new, expenses=())
    return tuple(one for one in differences(old, new) if _SECTION_OF.get(one.kind) not in out)


def fingerprint(content: StatementContent) -> str:
    """Return the hash of what a statement says, its number and its dates of issue aside."""
    return digest(as_said(content))
