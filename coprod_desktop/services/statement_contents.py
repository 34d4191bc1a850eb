"""Gather what a person did in a period, as their statement tells it."""

import dataclasses
import datetime
import hashlib
import json
from collections.abc import Iterable, Sequence

from coprod_desktop.domain.contributions import NOT_CLAIMED, Choice, Contribution
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.pay_runs import LineKind
from coprod_desktop.domain.projects import Project
from coprod_desktop.domain.statements import (
    CORRECTION_DAYS,
    StatementContent,
    StatementExpense,
    StatementTopUp,
    StatementWork,
)
from coprod_desktop.services.organisation import organisation_of, policy_on
from coprod_desktop.services.pricing import compiled
from coprod_desktop.storage import contributions, expense_claims, pay_runs
from coprod_desktop.storage.pay_runs import Paying
from coprod_desktop.storage.top_ups import live
from coprod_desktop.storage.work import Reading

DRAFT_NUMBER = "Preview"
REPLACED_BECAUSE = "Something behind it changed after it was made."
_CORRECTION = datetime.timedelta(days=CORRECTION_DAYS)


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
        self._rate_source = compiled(policy_on(reading, to_on).text).source
        self._projects = {project.project_id: project for project in reading.find(Project)}

    @property
    def seal_key(self) -> str:
        """The key that seals the papers."""
        return self._organisation.seal_key

    def of(self, person: Participant) -> StatementContent:
        """Return what a person's statement would say today, without a number."""
        pieces = contributions.of_period(
            self._reading, person.participant_id, self._from_on, self._to_on
        )
        own = [self._projects[i] for i in sorted({piece.project_id for piece in pieces})]
        return StatementContent(
            number=DRAFT_NUMBER,
            organisation=self._organisation.name,
            charity_number=self._organisation.charity_number,
            contact_name=self._organisation.contact_name,
            contact_phone=self._organisation.contact_phone,
            contact_email=self._organisation.contact_email,
            name=person.printed_name,
            name_in_script=person.name_in_script,
            from_on=self._from_on,
            to_on=self._to_on,
            issued_on=self._today,
            work=tuple(self._work(pieces)),
            expenses=tuple(self._expenses(person)),
            skills=tuple(_skills(pieces)),
            what_changed=tuple(one.what_changed for one in own if one.what_changed),
            what_next=tuple(one.what_next for one in own if one.what_next),
            rate_source=self._rate_source,
            correct_by_on=self._today + _CORRECTION,
        )

    def _work(self, pieces: Sequence[Contribution]) -> Iterable[StatementWork]:
        ids = [piece.contribution_id for piece in pieces if piece.agreed_pence]
        paying = pay_runs.paying(self._reading, LineKind.CONTRIBUTION, ids)
        on_top = self._top_ups(ids)
        for piece in pieces:
            payment = paying.get(piece.contribution_id)
            yield StatementWork(
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
                pay_by_on=self._pay_by(piece, payment),
                top_ups=on_top.get(piece.contribution_id, ()),
            )

    def _top_ups(self, ids: Iterable[int]) -> dict[int, tuple[StatementTopUp, ...]]:
        """Return what was paid on top of work or expenses, by their ids, in the order it was."""
        top_ups = live(self._reading, ids)
        runs = pay_runs.paying(self._reading, LineKind.TOP_UP, [one.top_up_id for one in top_ups])
        found: dict[int, tuple[StatementTopUp, ...]] = {}
        for one in top_ups:
            run = runs.get(one.top_up_id)
            told = StatementTopUp(
                pence=one.pence,
                paid_on=run.paid_on if run else None,
                pay_by_on=run.pay_on if run and not run.paid_on else None,
            )
            found[one.subject_id] = (*found.get(one.subject_id, ()), told)
        return found

    def _pay_by(self, piece: Contribution, payment: Paying | None) -> datetime.date | None:
        """Return the day by which work is paid; none where it is, or where the person waits."""
        if payment:
            return None if payment.paid_on else payment.pay_on
        if not piece.agreed_pence or piece.choice is Choice.DEFER:
            return None
        return piece.worked_on + datetime.timedelta(days=self._organisation.promise_days)

    def _expenses(self, person: Participant) -> Iterable[StatementExpense]:
        found = expense_claims.items_of_period(
            self._reading, person.participant_id, self._from_on, self._to_on
        )
        counted = [pair for pair in found if pair[0].state not in NOT_CLAIMED]
        ids = {claim.expense_claim_id for claim, _item in counted}
        paying = pay_runs.paying(self._reading, LineKind.EXPENSE_CLAIM, ids)
        on_top = self._top_ups(item.expense_item_id for _claim, item in counted)
        for claim, item in counted:
            payment = paying.get(claim.expense_claim_id)
            yield StatementExpense(
                spent_on=item.spent_on,
                what=item.what,
                claimed_pence=item.claimed_pence,
                agreed_pence=item.agreed_pence,
                because=item.because if item.agreed_pence != item.claimed_pence else "",
                paid_on=payment.paid_on if payment else None,
                top_ups=on_top.get(item.expense_item_id, ()),
            )


def _skills(pieces: Sequence[Contribution]) -> Iterable[str]:
    """Name each skill once, in the order in which it was first used."""
    seen: dict[str, str] = {}
    for piece in pieces:
        for skill in filter(None, (part.strip() for part in piece.skills.split(","))):
            seen.setdefault(skill.casefold(), skill)
    return seen.values()


def as_issued(
    content: StatementContent, number: str, issued_on: datetime.date, replaces_number: str = ""
) -> StatementContent:
    """Return the content with its number and its dates of issue."""
    return dataclasses.replace(
        content,
        number=number,
        issued_on=issued_on,
        correct_by_on=issued_on + _CORRECTION,
        replaces_number=replaces_number,
        replaces_because=REPLACED_BECAUSE if replaces_number else "",
    )


def fingerprint(content: StatementContent) -> str:
    """Return the hash of what a statement says, its number and its dates of issue aside."""
    told = dataclasses.asdict(content)
    for name in ("number", "issued_on", "correct_by_on", "replaces_number", "replaces_because"):
        told.pop(name)
    text = json.dumps(told, default=str, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
