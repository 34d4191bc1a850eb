"""What letters, certificates and session papers say, for tests: valid as it comes."""

import datetime
from dataclasses import replace
from typing import Any

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
from coprod_desktop.domain.session_papers import (
    AttendanceContent,
    ClaimSlipContent,
    Session,
    SessionCashContent,
    SessionOffer,
    SessionPerson,
)
from coprod_desktop.domain.statement_differences import Difference, Differs
from coprod_desktop.domain.statements import StatementMade
from tests.invented import TODAY

JULY = datetime.date(2026, 7, 1)
SEPTEMBER = datetime.date(2026, 9, 30)
ANSWER_BY = datetime.date(2026, 12, 4)


def a_sender(**override: Any) -> Sender:
    return replace(
        Sender(
            organisation="Rivermead Together",
            charity_number="1100099",
            address=("The Old Library, Wharf Street", "Rivermead RM9 9ZZ"),
            contact_name="Grace Okafor",
            contact_phone="01632 960 011",
            contact_email="grace@rivermead.example",
            signed_by="Grace Okafor",
            signed_as="Coordinator",
        ),
        **override,
    )


# --- the letter ---------------------------------------------------------------------------------


def a_letter_payment(**override: Any) -> LetterPayment:
    paid_on = datetime.date(2026, 7, 24)
    return replace(LetterPayment(pence=3750, paid_on=paid_on, paid_how=PaidBy.BANK), **override)


def a_letter_work(**override: Any) -> LetterWork:
    return replace(
        LetterWork(
            worked_on=datetime.date(2026, 7, 9),
            what="Interview panel",
            minutes=150,
            capacity=Capacity.LIVED_EXPERIENCE,
            offered_pence=3750,
            accepted_pence=3750,
            payments=(a_letter_payment(),),
        ),
        **override,
    )


def a_letter_expense(**override: Any) -> LetterExpense:
    return replace(
        LetterExpense(
            spent_on=datetime.date(2026, 7, 9),
            what="Train, return",
            pence=860,
            receipt="R11",
            paid_on=datetime.date(2026, 7, 24),
            paid_how=PaidBy.BANK,
        ),
        **override,
    )


def a_letter(**override: Any) -> LetterContent:
    """Build a quarter: £37.50 and £30.00 paid for work, £8.60 and £4.50 for expenses."""
    august = datetime.date(2026, 8, 13)
    paid_on = datetime.date(2026, 8, 21)
    reading = a_letter_work(
        worked_on=august,
        what="Reading draft letters",
        minutes=120,
        offered_pence=3000,
        accepted_pence=3000,
        payments=(a_letter_payment(pence=3000, paid_on=paid_on),),
    )
    bus = a_letter_expense(
        spent_on=august, what="Bus day ticket", pence=450, receipt="R12", paid_on=paid_on
    )
    return replace(
        LetterContent(
            sender=a_sender(),
            number="L-2026-0052",
            issued_on=datetime.date(2026, 10, 8),
            name="Małgorzata Zając",
            from_on=JULY,
            to_on=SEPTEMBER,
            projects=("First appointment",),
            taking_part="someone who has used mental health services",
            purpose="We consult people who have used services, so that services work better.",
            work=(a_letter_work(), reading),
            expenses=(a_letter_expense(), bus),
        ),
        **override,
    )


# --- what I did, and the certificate ------------------------------------------------------------


def a_made(**override: Any) -> StatementMade:
    return replace(
        StatementMade(
            title="Your first appointment",
            kind="letter",
            made_on=datetime.date(2026, 5, 1),
            credit="co-author",
        ),
        **override,
    )


def what_i_did(**override: Any) -> WhatIDidContent:
    """Build a page of 33 hours, 19 of them paid."""
    return replace(
        WhatIDidContent(
            sender=a_sender(),
            number="W-2026-0031",
            issued_on=TODAY,
            name="Małgorzata Zając",
            role="project member",
            from_on=datetime.date(2026, 1, 5),
            to_on=SEPTEMBER,
            about="I work with staff so that a first appointment is less frightening.",
            did=(
                "I sat on two interview panels and helped choose three new members of staff.",
                "I rewrote the letter that invites people to a first appointment.",
            ),
            skills=(
                OwnSkill(
                    skill="Ask good questions",
                    own_words="I listen for what people do not say.",
                    used_in=("Interview panel",),
                ),
                OwnSkill(skill="Work in two languages", used_in=("Meeting", "Keeping in touch")),
            ),
            times=(
                TimeByKind(kind_of_work="Meeting", minutes_paid=810),
                TimeByKind(kind_of_work="Keeping in touch", minutes_unpaid=375),
                TimeByKind(kind_of_work="Reading", minutes_paid=330, minutes_unpaid=465),
            ),
            made=(a_made(),),
        ),
        **override,
    )


def a_certificate(**override: Any) -> CertificateContent:
    return replace(
        CertificateContent(
            sender=a_sender(),
            number="C-2026-0007",
            issued_on=TODAY,
            name="Małgorzata Zając",
            role="Project member",
            projects=("First appointment",),
            from_on=datetime.date(2026, 1, 5),
            to_on=SEPTEMBER,
            minutes_paid=1140,
            minutes_unpaid=840,
            skills=("Asking good questions", "Writing clearly", "Polish and English"),
            made=(a_made(),),
        ),
        **override,
    )


# --- the correction notice and the check sheet --------------------------------------------------


def a_correction(**override: Any) -> CorrectionContent:
    changes = (
        Difference(
            kind=Differs.HOURS,
            on=datetime.date(2026, 7, 9),
            what="Interview panel",
            before_minutes=120,
            after_minutes=150,
        ),
        Difference(
            kind=Differs.PAYMENT,
            on=datetime.date(2026, 7, 9),
            what="Interview panel",
            before_pence=3000,
            after_pence=3750,
        ),
    )
    return replace(
        CorrectionContent(
            sender=a_sender(),
            number="K-2026-0003",
            issued_on=TODAY,
            name="Małgorzata Zając",
            old_number="2026-0042",
            old_issued_on=datetime.date(2026, 10, 8),
            new_number="2026-0061",
            from_on=JULY,
            to_on=SEPTEMBER,
            because="We left out the half hour before the panel.",
            changes=changes,
        ),
        **override,
    )


def a_check(**override: Any) -> CheckContent:
    """Build three pieces of work, £30.00 and £15.00 of them paid, and one expense of £4.60."""
    work = (
        CheckWork(
            worked_on=datetime.date(2026, 11, 3),
            what="Steering group",
            minutes=150,
            offered_pence=3000,
            pence=3000,
        ),
        CheckWork(
            worked_on=datetime.date(2026, 11, 10),
            what="Reading the builders’ plans",
            minutes=120,
            offered_pence=3000,
            pence=1500,
        ),
        CheckWork(worked_on=datetime.date(2026, 11, 12), what="Phone calls", minutes=45),
    )
    bus = CheckExpense(spent_on=datetime.date(2026, 11, 3), what="Bus there and back", pence=460)
    return replace(
        CheckContent(
            sender=a_sender(),
            number="Q-2026-0012",
            issued_on=TODAY,
            name="Aisha Rahman",
            from_on=datetime.date(2026, 11, 1),
            to_on=datetime.date(2026, 11, 15),
            answer_by_on=ANSWER_BY,
            work=work,
            expenses=(bus,),
        ),
        **override,
    )


# --- the session kit ----------------------------------------------------------------------------


def a_session(**override: Any) -> Session:
    return replace(
        Session(
            number="A-2026-0088",
            title="Testing the leaflet",
            held_on=datetime.date(2026, 10, 15),
            starts_at="10:30",
            ends_at="12:30",
            place="The Old Library",
            code="HD-204",
        ),
        **override,
    )


def an_offer(**override: Any) -> SessionOffer:
    return replace(SessionOffer(minutes=120, offered_pence=3000, rate_pence=1500), **override)


def a_claim_slip(**override: Any) -> ClaimSlipContent:
    return replace(
        ClaimSlipContent(
            sender=a_sender(),
            session=a_session(),
            name="Desmond Grant",
            offer=an_offer(),
            ways=(PaidBy.BANK, PaidBy.CASH, PaidBy.VOUCHER),
        ),
        **override,
    )


def some_people() -> tuple[SessionPerson, ...]:
    """Name eleven people, who were promised £30.00 each, but for one."""
    names = (
        "Joy Adeyemi-Clarke",
        "Llŷr Penri Bowen",
        "Desmond Grant",
        "Rhys ap Gwilym",
        "Harpreet Kaur",
        "Siobhán O’Brien",
        "Fatima Rahmani",
        "Bethan Rees",
        "Amina Yusuf",
        "Małgorzata Zając",
    )
    salma = SessionPerson(name="Salma Al-Haddad", name_in_script="سلمى الحداد")
    return (*(SessionPerson(name=name, payment_pence=3000) for name in names), salma)


def an_attendance(**override: Any) -> AttendanceContent:
    return replace(
        AttendanceContent(
            sender=a_sender(), session=a_session(), people=some_people(), offer=an_offer()
        ),
        **override,
    )


def a_session_cash(**override: Any) -> SessionCashContent:
    return replace(
        SessionCashContent(
            sender=a_sender(),
            session=a_session(),
            people=some_people()[6:],
            float_pence=20000,
            fares_pence=500,
        ),
        **override,
    )
