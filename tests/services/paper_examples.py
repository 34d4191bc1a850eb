"""One example of what each paper says."""

import datetime
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
from tests.builders import PAID_ON, TODAY, WORKED_ON, a_statement_content

FROM, TO = datetime.date(2026, 10, 1), datetime.date(2026, 12, 31)
SENDER = Sender(
    organisation="Rivermead Together",
    charity_number="1100099",
    address=("The Old Library", "Rivermead"),
    contact_name="Grace Okafor",
    contact_phone="01632 960 011",
)
SESSION = Session(
    number="A-2026-0088", title="Testing the leaflet", held_on=WORKED_ON, starts_at="10:30"
)
OFFER = SessionOffer(minutes=120, offered_pence=2400, rate_pence=1200)
_WHO: dict[str, Any] = {
    "sender": SENDER,
    "issued_on": TODAY,
    "name": "Aisha Rahman",
    "from_on": FROM,
    "to_on": TO,
}
EXAMPLES: tuple[object, ...] = (
    a_statement_content(number="S-2026-0001"),
    LetterContent(
        number="L-2026-0001",
        work=(
            LetterWork(
                worked_on=WORKED_ON,
                what="Steering group",
                minutes=150,
                capacity=Capacity.CARER,
                offered_pence=3000,
                accepted_pence=3000,
                payments=(LetterPayment(pence=3000, paid_on=PAID_ON, paid_how=PaidBy.BANK),),
            ),
        ),
        expenses=(LetterExpense(spent_on=WORKED_ON, what="Bus", pence=460, receipt="R1"),),
        has_weeks=True,
        period_day=7,
        **_WHO,
    ),
    WhatIDidContent(
        number="W-2026-0001",
        did=("I chaired the group.",),
        skills=(OwnSkill(skill="Chairing", used_in=("Steering group",)),),
        times=(TimeByKind(kind_of_work="Meeting", minutes_paid=150, minutes_unpaid=30),),
        **_WHO,
    ),
    CertificateContent(number="C-2026-0001", minutes_paid=150, minutes_unpaid=45, **_WHO),
    CorrectionContent(
        number="K-2026-0001",
        old_number="S-2026-0001",
        old_issued_on=TODAY,
        new_number="S-2026-0002",
        changes=(
            Difference(
                kind=Differs.HOURS,
                on=WORKED_ON,
                what="Steering group",
                before_minutes=150,
                after_minutes=120,
            ),
        ),
        **_WHO,
    ),
    CheckContent(
        number="Q-2026-0001",
        answer_by_on=TODAY,
        work=(CheckWork(worked_on=WORKED_ON, what="Steering group", minutes=150, pence=3000),),
        expenses=(CheckExpense(spent_on=WORKED_ON, what="Bus", pence=460),),
        **_WHO,
    ),
    ClaimSlipContent(sender=SENDER, session=SESSION, name="Aisha Rahman", offer=OFFER),
)
SHEETS: tuple[object, ...] = (
    AttendanceContent(
        sender=SENDER, session=SESSION, people=(SessionPerson(name="Aisha Rahman"),), offer=OFFER
    ),
    SessionCashContent(
        sender=SENDER,
        session=SESSION,
        people=(SessionPerson(name="Aisha Rahman", payment_pence=2400),),
    ),
)
