"""Invented papers of a person called Example, to show how the charity's own words will look."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import TypedDict

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
from coprod_desktop.domain.participants import Capacity, PaidBy
from coprod_desktop.domain.run_papers import Remittance, RemittanceLine
from coprod_desktop.domain.session_papers import (
    AttendanceContent,
    ClaimSlipContent,
    Session,
    SessionCashContent,
    SessionOffer,
    SessionPerson,
)
from coprod_desktop.domain.statements import StatementMade
from coprod_desktop.i18n import _
from coprod_desktop.services.example_statements import example_changes

_DAYS = 89
"""The days of an example's period after its first."""


class _OfPeriod(TypedDict):
    """What all papers about a time share."""

    sender: Sender
    number: str
    issued_on: datetime.date
    name: str
    from_on: datetime.date
    to_on: datetime.date


class ExamplePapers:
    """Make the papers of one invented person; each list begins with the usual paper."""

    def __init__(self, sender: Sender, today: datetime.date) -> None:
        self._sender, self._today = sender, today
        self._first = today - datetime.timedelta(days=_DAYS)
        self._worked_on = self._first + datetime.timedelta(days=3)
        self._paid_on = self._first + datetime.timedelta(days=17)
        self._of_period = _OfPeriod(
            sender=sender,
            number=_("Example"),
            issued_on=today,
            name=_("Example Person"),
            from_on=self._first,
            to_on=today,
        )
        self._made = StatementMade(
            title=_("An example leaflet"), kind=_("leaflet"), credit=_("co-author")
        )

    # --- the letter ------------------------------------------------------------------------------

    def letters(self) -> Iterator[LetterContent]:
        """Yield letters for a benefits office."""
        usual = LetterContent(
            **self._of_period,
            projects=(_("Example project"),),
            purpose=_("We ask people who use services, so that services work better."),
            taking_part=_("someone who uses services"),
            work=(self._letter_work(),),
            expenses=(self._letter_expense(),),
        )
        yield usual
        yield replace(usual, has_weeks=True, period_day=12, has_agreed=True, is_not_employed=True)
        yield replace(usual, projects=(_("Example project"), _("Another project")))
        yield replace(usual, projects=(), work=tuple(self._other_letter_work()))
        yield replace(usual, expenses=(replace(self._letter_expense(), paid_on=None),))
        whom = {"contact_phone": "", "contact_email": ""}
        phone, email = ({**whom, key: getattr(self._sender, key)} for key in whom)
        for contact, projects in zip((whom, phone, email), (0, 1, 2), strict=True):
            several = (_("Example project"), _("Another project"))[:projects]
            sender = replace(self._sender, **contact)
            yield replace(usual, sender=sender, taking_part="", projects=several)
        for capacity in Capacity:
            work = replace(self._letter_work(), capacity=capacity)
            yield replace(usual, projects=(), taking_part="", work=(work,))
        for way in PaidBy:
            paid = replace(self._letter_work(), payments=(self._letter_payment(way),))
            spent = replace(self._letter_expense(), paid_how=way)
            yield replace(usual, work=(paid,), expenses=(spent,))
        ways = (
            replace(self._letter_work(), payments=(self._letter_payment(one),)) for one in PaidBy
        )
        without = replace(self._letter_expense(), receipt="")
        yield replace(usual, work=tuple(ways), expenses=(self._letter_expense(), without))
        yield replace(usual, work=(), expenses=())

    def _letter_payment(self, way: PaidBy = PaidBy.BANK) -> LetterPayment:
        return LetterPayment(pence=3000, paid_on=self._paid_on, paid_how=way)

    def _letter_work(self) -> LetterWork:
        return LetterWork(
            worked_on=self._worked_on,
            what=_("Meeting of the group"),
            minutes=150,
            capacity=Capacity.LIVED_EXPERIENCE,
            offered_pence=3000,
            accepted_pence=3000,
            payments=(self._letter_payment(),),
        )

    def _letter_expense(self) -> LetterExpense:
        return LetterExpense(
            spent_on=self._worked_on,
            what=_("Bus there and back"),
            pence=460,
            receipt="R11",
            paid_on=self._paid_on,
            paid_how=PaidBy.BANK,
        )

    def _other_letter_work(self) -> Iterator[LetterWork]:
        """Yield every capacity, a part that was declined, a salary, and money still to come."""
        usual = self._letter_work()
        for capacity in Capacity:
            yield replace(usual, capacity=capacity)
        first, to_come = self._letter_payment(), LetterPayment(pence=1500)
        yield replace(usual, accepted_pence=1500, payments=(to_come,))
        yield replace(usual, payments=(first, replace(first, pence=200)))
        yield replace(usual, offered_pence=0, accepted_pence=0, is_in_salary=True, payments=())

    # --- what I did, the certificate and the correction notice -----------------------------------

    def what_i_did(self) -> Iterator[WhatIDidContent]:
        """Yield pages that somebody shows to others."""
        times = (
            TimeByKind(kind_of_work=_("Meeting"), minutes_paid=810),
            TimeByKind(kind_of_work=_("Keeping in touch"), minutes_unpaid=375),
        )
        skill = OwnSkill(
            skill=_("Listening"),
            own_words=_("I listen for what people do not say."),
            used_in=(_("Meeting"),),
        )
        usual = WhatIDidContent(
            **self._of_period,
            role=_("member of the group"),
            about=_("I work with staff so that a first visit is less frightening."),
            did=(_("I rewrote the letter that invites people."),),
            skills=(skill,),
            times=times,
            made=(self._made,),
        )
        yield usual
        yield replace(usual, projects=(_("Example project"),), times=times[:1])
        yield replace(usual, role="", projects=(_("Example project"),), times=times[1:])
        yield replace(usual, role="", from_on=self._today)

    def certificates(self) -> Iterator[CertificateContent]:
        """Yield a certificate."""
        yield CertificateContent(
            **self._of_period,
            role=_("Member of the group"),
            projects=(_("Example project"),),
            minutes_paid=1140,
            minutes_unpaid=840,
            skills=(_("Listening"),),
            made=(self._made,),
        )

    def corrections(self) -> Iterator[CorrectionContent]:
        """Yield notices that a statement was wrong."""
        changes = example_changes(self._worked_on)
        usual = CorrectionContent(
            **self._of_period,
            old_number=_("Example"),
            old_issued_on=self._paid_on,
            new_number=_("Example"),
            because=_("We left out half an hour."),
            changes=changes,
        )
        yield replace(usual, changes=changes[4:7])
        yield usual
        yield replace(usual, because="", changes=())

    # --- the check sheet and the remittance ------------------------------------------------------

    def checks(self) -> Iterator[CheckContent]:
        """Yield sheets on which somebody says whether all is right."""
        meeting = CheckWork(
            worked_on=self._worked_on,
            what=_("Meeting of the group"),
            minutes=150,
            offered_pence=3000,
            pence=3000,
        )
        bus = CheckExpense(spent_on=self._worked_on, what=_("Bus there and back"), pence=460)
        phone = replace(meeting, what=_("Phone calls"), minutes=45, offered_pence=0, pence=0)
        usual = CheckContent(
            **self._of_period,
            answer_by_on=self._today + datetime.timedelta(days=14),
            work=(meeting, replace(meeting, pence=1500), phone),
            expenses=(bus,),
        )
        yield usual
        salary = replace(phone, is_in_salary=True)
        yield replace(usual, work=(replace(meeting, pence=0), salary), expenses=())
        yield replace(usual, work=())

    def remittances(self) -> Iterator[Remittance]:
        """Yield notes on a payment, by each way of paying."""
        work = RemittanceLine(
            day=self._worked_on, what=_("Meeting of the group"), minutes=150, pence=3000
        )
        bus = RemittanceLine(
            day=self._worked_on, what=_("Bus there and back"), minutes=0, pence=460
        )
        usual = Remittance(
            organisation=self._sender.organisation,
            contact_name=self._sender.contact_name,
            contact_phone=self._sender.contact_phone,
            contact_email=self._sender.contact_email,
            number=1,
            name=_("Example Person"),
            name_in_script="",
            pay_on=self._today,
            method=PaidBy.BANK,
            account_ending="4567",
            work=(work,),
            expenses=(bus,),
        )
        yield usual
        for way in PaidBy:
            yield replace(usual, method=way, account_ending="", expenses=())
        yield replace(usual, came_back_on=self._paid_on)
        taken_back = replace(work, pence=0)
        yield replace(usual, work=(taken_back,), expenses=())

    # --- the papers of a session -----------------------------------------------------------------

    def _sessions(self) -> Iterator[tuple[Session, SessionOffer]]:
        offer = SessionOffer(minutes=120, offered_pence=3000, rate_pence=1500)
        session = Session(
            number=_("Example"),
            title=_("Meeting of the group"),
            held_on=self._today,
            starts_at="10:30",
            ends_at="12:30",
            place=_("The library"),
            code="EX-1",
        )
        yield session, offer
        yield replace(session, code=""), replace(offer, rate_pence=0)
        yield replace(session, number=""), SessionOffer(offered_pence=3000)
        yield session, SessionOffer()

    def _people(self) -> tuple[SessionPerson, ...]:
        return (SessionPerson(name=_("Example Person"), payment_pence=3000),)

    def claim_slips(self) -> Iterator[ClaimSlipContent]:
        """Yield slips on which somebody says what they want to be paid."""
        for session, offer in self._sessions():
            yield ClaimSlipContent(
                sender=self._sender,
                session=session,
                name=_("Example Person"),
                offer=offer,
                ways=tuple(PaidBy),
            )
        sender = replace(self._sender, contact_phone="")
        for session, offer in self._sessions():
            yield ClaimSlipContent(sender=sender, session=session, offer=offer)

    def attendance_sheets(self) -> Iterator[AttendanceContent]:
        """Yield sheets of who was here."""
        for session, offer in self._sessions():
            yield AttendanceContent(
                sender=self._sender, session=session, people=self._people(), offer=offer
            )

    def cash_sheets(self) -> Iterator[SessionCashContent]:
        """Yield sheets to pay cash with."""
        for session, _offer in self._sessions():
            usual = SessionCashContent(
                sender=self._sender, session=session, people=self._people(), float_pence=5000
            )
            yield replace(usual, fares_pence=500)
            yield replace(usual, float_pence=0)
