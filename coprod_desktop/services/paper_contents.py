"""Gather what other papers of a person say: letter, what I did, certificate, notice, check."""

import dataclasses
import datetime
from collections.abc import Iterable, Sequence

from coprod_desktop.domain.contributions import Contribution, Pay, WorkState
from coprod_desktop.domain.issuing_errors import (
    NothingToCheckError,
    NothingToCorrectError,
    NothingToTellError,
)
from coprod_desktop.domain.papers import (
    CertificateContent,
    CheckContent,
    CheckExpense,
    CheckWork,
    CorrectionContent,
    LetterContent,
    LetterExpense,
    LetterPayment,
    LetterWork,
    OwnSkill,
    Sender,
    TimeByKind,
    WhatIDidContent,
)
from coprod_desktop.domain.participants import Participant
from coprod_desktop.domain.projects import Engagement, Project
from coprod_desktop.domain.statements import Statement, StatementMade
from coprod_desktop.services.organisation import organisation_of
from coprod_desktop.services.period_facts import (
    ExpenseFacts,
    Made,
    WorkFacts,
    expense_facts,
    skills_of,
    work_facts,
)
from coprod_desktop.services.statement_contents import changes_told, style_of
from coprod_desktop.services.statement_issuing import told_content
from coprod_desktop.storage import issued, statements
from coprod_desktop.storage.pay_runs import Paying
from coprod_desktop.storage.work import Reading

ANSWER_DAYS = 14
_USED_IN = 3
Period = tuple[datetime.date, datetime.date]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PaperWishes:
    """What somebody says for one paper besides what the file knows; each paper takes its part.

    Letter: `to`, `taking_part`, `purpose`, `is_not_employed`, `has_agreed`, `has_weeks` and
    `period_day`, as in LetterContent. What I did: `about` and `did`, in the person's own words.
    Correction notice: `because`. Check sheet: `answer_by_on`.
    """

    to: tuple[str, ...] = ()
    taking_part: str = ""
    purpose: str = ""
    is_not_employed: bool = False
    has_agreed: bool = False
    has_weeks: bool = False
    period_day: int = 0
    about: str = ""
    did: tuple[str, ...] = ()
    because: str = ""
    answer_by_on: datetime.date | None = None


def sender_of(reading: Reading) -> Sender:
    """Return the charity as it stands on its papers, and who signs for it."""
    organisation, style = organisation_of(reading), style_of(reading)
    return Sender(
        organisation=organisation.name,
        charity_number=organisation.charity_number,
        address=tuple(filter(None, map(str.strip, organisation.address.splitlines()))),
        contact_name=organisation.contact_name,
        contact_phone=organisation.contact_phone,
        contact_email=organisation.contact_email,
        signed_by=style.signed_by,
        signed_as=style.signed_as,
        signature=style.signature,
        logo=style.logo,
    )


class PaperContents:
    """What one person's papers of a period say; they have no number yet."""

    def __init__(
        self, reading: Reading, person: Participant, period: Period, today: datetime.date
    ) -> None:
        self._reading, self._person, self._period = reading, person, period
        self._today = today
        self._sender = sender_of(reading)

    def letter(self, wishes: PaperWishes) -> LetterContent:
        """Return the facts for a benefits office; raises NothingToTellError."""
        work, expenses = self._work(), self._expenses()
        if not work and not expenses:
            raise self._nothing()
        receipts = issued.receipt_numbers(self._reading, self._person.participant_id)
        return LetterContent(
            sender=self._sender,
            number="",
            issued_on=self._today,
            to=wishes.to,
            name=self._person.printed_name,
            from_on=self._period[0],
            to_on=self._period[1],
            projects=self._projects(one.piece for one in work),
            taking_part=wishes.taking_part,
            purpose=wishes.purpose,
            work=tuple(map(_letter_work, work)),
            expenses=tuple(
                line
                for facts in expenses
                for line in _letter_expenses(facts, receipts.get(facts.item.expense_item_id, ""))
            ),
            is_not_employed=wishes.is_not_employed,
            has_agreed=wishes.has_agreed,
            has_weeks=wishes.has_weeks,
            period_day=wishes.period_day,
        )

    def what_i_did(self, wishes: PaperWishes) -> WhatIDidContent:
        """Return the person's own page to show to others; raises NothingToTellError."""
        pieces = self._pieces()
        return WhatIDidContent(
            sender=self._sender,
            number="",
            issued_on=self._today,
            name=self._person.printed_name,
            name_in_script=self._person.name_in_script,
            role=self._role(),
            projects=self._projects(pieces),
            from_on=self._period[0],
            to_on=self._period[1],
            about=wishes.about,
            did=wishes.did,
            skills=tuple(_own_skills(pieces)),
            times=_times(pieces),
            made=self._made(pieces),
        )

    def certificate(self, _wishes: PaperWishes) -> CertificateContent:
        """Return what the charity certifies; raises NothingToTellError."""
        pieces = self._pieces()
        return CertificateContent(
            sender=self._sender,
            number="",
            issued_on=self._today,
            name=self._person.printed_name,
            name_in_script=self._person.name_in_script,
            role=self._role(),
            projects=self._projects(pieces),
            from_on=self._period[0],
            to_on=self._period[1],
            minutes_paid=sum(one.minutes for one in pieces if one.is_paid),
            minutes_unpaid=sum(one.minutes for one in pieces if not one.is_paid),
            skills=skills_of(pieces),
            made=self._made(pieces),
        )

    def correction(self, wishes: PaperWishes) -> CorrectionContent:
        """Return the notice on the statement of the period that was replaced last.

        Raises NothingToCorrectError.
        """
        person = self._person
        new = statements.standing(self._reading, person.participant_id, *self._period)
        if new is None or new.replaces_id is None:
            raise NothingToCorrectError(name=person.name)
        old = self._reading.get(Statement, new.replaces_id)
        was = told_content(self._reading, old.statement_id)
        now = told_content(self._reading, new.statement_id)
        return CorrectionContent(
            sender=self._sender,
            number="",
            issued_on=self._today,
            name=person.printed_name,
            name_in_script=person.name_in_script,
            old_number=old.number,
            old_issued_on=old.issued_on,
            new_number=new.number,
            from_on=new.from_on,
            to_on=new.to_on,
            because=wishes.because,
            changes=changes_told(was, now),
        )

    def check(self, wishes: PaperWishes) -> CheckContent:
        """Return what is written down and not paid yet; raises NothingToCheckError.

        Unpaid work is asked about until it is approved.
        """
        paid = WorkState.PAID
        work = [one.piece for one in self._work() if _is_open(one.piece)]
        expenses = [one.item for one in self._expenses() if one.claim.state is not paid]
        if not work and not expenses:
            raise NothingToCheckError(name=self._person.name)
        by_on = wishes.answer_by_on or self._today + datetime.timedelta(days=ANSWER_DAYS)
        return CheckContent(
            sender=self._sender,
            number="",
            issued_on=self._today,
            name=self._person.printed_name,
            name_in_script=self._person.name_in_script,
            from_on=self._period[0],
            to_on=self._period[1],
            answer_by_on=by_on,
            work=tuple(map(_check_work, work)),
            expenses=tuple(
                CheckExpense(spent_on=item.spent_on, what=item.what, pence=item.agreed_pence)
                for item in expenses
            ),
        )

    def _work(self) -> tuple[WorkFacts, ...]:
        return work_facts(self._reading, self._person.participant_id, *self._period)

    def _expenses(self) -> tuple[ExpenseFacts, ...]:
        return expense_facts(self._reading, self._person.participant_id, *self._period)

    def _pieces(self) -> list[Contribution]:
        pieces = [one.piece for one in self._work()]
        if not pieces:
            raise self._nothing()
        return pieces

    def _nothing(self) -> NothingToTellError:
        first, last = self._period
        return NothingToTellError(name=self._person.name, from_on=first, to_on=last)

    def _projects(self, pieces: Iterable[Contribution]) -> tuple[str, ...]:
        ids = dict.fromkeys(piece.project_id for piece in pieces)
        return tuple(self._reading.get(Project, one).name for one in ids)

    def _role(self) -> str:
        """Return what the person's role was agreed to be, the newest one of the period."""
        agreed = self._reading.find(Engagement, participant_id=self._person.participant_id)
        first, last = self._period
        roles = [
            one
            for one in agreed
            if one.role and one.starts_on <= last and (one.ends_on or last) >= first
        ]
        return max(roles, key=lambda one: one.starts_on).role if roles else ""

    def _made(self, pieces: Sequence[Contribution]) -> tuple[StatementMade, ...]:
        made = Made(self._reading, *self._period)
        return made.of(self._person.participant_id, {one.project_id for one in pieces})


def _letter_work(facts: WorkFacts) -> LetterWork:
    piece = facts.piece
    first = (_payment(piece.agreed_pence, facts.payment),) if piece.agreed_pence else ()
    return LetterWork(
        worked_on=piece.worked_on,
        what=piece.what or piece.kind_of_work,
        minutes=piece.minutes,
        capacity=piece.capacity,
        offered_pence=piece.offered_pence,
        accepted_pence=piece.agreed_pence,
        is_in_salary=piece.pay is Pay.SALARY,
        payments=(*first, *(_payment(one.pence, one.payment) for one in facts.top_ups)),
    )


def _payment(pence: int, payment: Paying | None) -> LetterPayment:
    if payment is None or payment.paid_on is None:
        return LetterPayment(pence=pence)
    return LetterPayment(pence=pence, paid_on=payment.paid_on, paid_how=payment.method)


def _letter_expenses(facts: ExpenseFacts, receipt: str) -> Iterable[LetterExpense]:
    item = facts.item
    parts = [(item.agreed_pence, facts.payment)]
    parts += [(one.pence, one.payment) for one in facts.top_ups]
    for pence, payment in parts:
        if pence:
            told = _payment(pence, payment)
            yield LetterExpense(
                spent_on=item.spent_on,
                what=item.what,
                pence=pence,
                receipt=receipt,
                paid_on=told.paid_on,
                paid_how=told.paid_how,
            )


def _own_skills(pieces: Sequence[Contribution]) -> Iterable[OwnSkill]:
    """Name each skill with the first pieces of work that it was used in."""
    for skill in skills_of(pieces):
        used = dict.fromkeys(
            piece.what
            for piece in pieces
            if piece.what and skill.casefold() in _folded(piece.skills)
        )
        yield OwnSkill(skill=skill, used_in=tuple(used)[:_USED_IN])


def _folded(skills: str) -> set[str]:
    return {part.strip().casefold() for part in skills.split(",")}


def _times(pieces: Iterable[Contribution]) -> tuple[TimeByKind, ...]:
    """Add up the time by kind of work, the most first."""
    sums: dict[str, list[int]] = {}
    for piece in pieces:
        minutes = sums.setdefault(piece.kind_of_work, [0, 0])
        minutes[0 if piece.is_paid else 1] += piece.minutes
    times = (
        TimeByKind(kind_of_work=kind, minutes_paid=paid, minutes_unpaid=unpaid)
        for kind, (paid, unpaid) in sums.items()
    )
    return tuple(sorted(times, key=lambda one: (-one.minutes, one.kind_of_work)))


def _is_open(piece: Contribution) -> bool:
    if piece.state is WorkState.APPROVED:
        return piece.agreed_pence > 0
    return piece.state is not WorkState.PAID


def _check_work(piece: Contribution) -> CheckWork:
    return CheckWork(
        worked_on=piece.worked_on,
        what=piece.what or piece.kind_of_work,
        minutes=piece.minutes,
        offered_pence=piece.offered_pence,
        pence=piece.agreed_pence,
        is_in_salary=piece.pay is Pay.SALARY,
    )
