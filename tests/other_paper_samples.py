"""Make one of every paper beside the statement, in every edition and language.

Each sample has the name of its golden file and of its picture. Everybody on them is invented.
"""

import datetime
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from coprod_desktop.documents.editions.clear_print import clear_print_pdf
from coprod_desktop.documents.editions.easy_read import easy_read_pdf
from coprod_desktop.documents.editions.large_print import large_print_pdf
from coprod_desktop.documents.editions.side_by_side import side_by_side_pdf
from coprod_desktop.documents.paper import Paper
from coprod_desktop.documents.papers.attendance_sheet import attendance_sheet_pdf
from coprod_desktop.documents.papers.certificate import certificate_easy_read, certificate_paper
from coprod_desktop.documents.papers.check_sheet import check_easy_read, check_paper
from coprod_desktop.documents.papers.claim_slip import claim_slip_easy_read, claim_slip_paper
from coprod_desktop.documents.papers.correction import correction_easy_read, correction_paper
from coprod_desktop.documents.papers.letter import letter_paper
from coprod_desktop.documents.papers.remittance import remittance_easy_read, remittance_paper
from coprod_desktop.documents.papers.session_cash_sheet import session_cash_sheet_pdf
from coprod_desktop.documents.papers.what_i_did import what_i_did_easy_read, what_i_did_paper
from coprod_desktop.domain.papers import (
    CheckContent,
    CheckExpense,
    CheckWork,
    LetterContent,
    OwnSkill,
)
from coprod_desktop.domain.participants import Capacity, PaidBy
from coprod_desktop.domain.session_papers import SessionOffer, SessionPerson
from coprod_desktop.i18n import speaking
from tests.edition_papers import LONG_NAME
from tests.other_paper_builders import (
    a_certificate,
    a_check,
    a_claim_slip,
    a_correction,
    a_letter,
    a_letter_expense,
    a_letter_payment,
    a_letter_work,
    a_made,
    a_session,
    a_session_cash,
    an_attendance,
    what_i_did,
)
from tests.paper_builders import a_remittance, a_remittance_line

_DAY = datetime.timedelta(days=1)


class Kind(NamedTuple):
    """A kind of paper: its words, its words in Easy Read, and contents by the name of the case."""

    paper: Callable[[Any], Paper]
    easy_read: Callable[[Any], Paper] | None
    cases: dict[str, Callable[[], Any]]


def hard_letter() -> LetterContent:
    """Tell of work offered in many ways, paid in several, listed by week and by period."""
    cash = a_letter_payment(pence=1500, paid_on=datetime.date(2026, 9, 4), paid_how=PaidBy.CASH)
    on_top = a_letter_payment(pence=250, paid_on=datetime.date(2026, 10, 2))
    to_come = a_letter_payment(pence=3000, paid_on=None, paid_how=None)
    start = a_letter_work()
    work = (
        replace(start, payments=(*start.payments, on_top)),
        replace(start, worked_on=start.worked_on + 5 * _DAY, capacity=Capacity.CARER),
        replace(start, offered_pence=3000, accepted_pence=1500, payments=(cash,)),
        replace(start, offered_pence=3000, accepted_pence=0, payments=()),
        replace(start, offered_pence=0, accepted_pence=0, payments=()),
        replace(start, offered_pence=3000, accepted_pence=3000, payments=(to_come,)),
    )
    expenses = (
        a_letter_expense(receipt=""),
        a_letter_expense(receipt="R14", paid_on=None, paid_how=None),
    )
    return a_letter(
        work=work, expenses=expenses, has_weeks=True, period_day=19, is_not_employed=True,
        has_agreed=True, projects=("First appointment", "Better Waiting Rooms"),
    )  # fmt: skip


def many_to_check() -> CheckContent:
    """Ask about forty lines."""
    first = datetime.date(2026, 10, 1)
    work = tuple(
        CheckWork(
            worked_on=first + number * _DAY,
            what="Reading the builders’ plans" if number % 2 else "Phone calls to new members",
            minutes=15 * (number + 1),
            offered_pence=1500 * (number % 3),
            pence=1500 * (number % 2) * (number % 3),
            is_in_salary=number == 3,
        )
        for number in range(35)
    )
    expenses = tuple(
        CheckExpense(spent_on=first + number * _DAY, what="Bus day ticket", pence=450)
        for number in range(5)
    )
    return a_check(work=work, expenses=expenses)


def _named(build: Callable[..., Any], name: str, script: str = "") -> Callable[[], Any]:
    return lambda: build(name=name, name_in_script=script)


_ARABIC = ("Salma Al-Haddad", "سلمى الحداد")

KINDS: dict[str, Kind] = {
    "letter": Kind(
        letter_paper,
        None,
        {
            "typical": a_letter,
            "hard": hard_letter,
            "forty-lines": lambda: a_letter(
                work=(a_letter_work(),) * 40, expenses=(a_letter_expense(),) * 40
            ),
            "empty-period": lambda: a_letter(work=(), expenses=(), projects=(), taking_part=""),
            "long-name": lambda: a_letter(name=LONG_NAME),
        },
    ),
    "what-i-did": Kind(
        what_i_did_paper,
        what_i_did_easy_read,
        {
            "typical": what_i_did,
            "arabic": _named(what_i_did, *_ARABIC),
            "empty-period": lambda: what_i_did(
                role="", about="", did=(), skills=(), times=(), made=()
            ),
            "long": lambda: what_i_did(
                name=LONG_NAME,
                skills=(OwnSkill(skill="Listen well", own_words="I hear you out. " * 12),) * 12,
                made=(a_made(),) * 8,
            ),
        },
    ),
    "certificate": Kind(
        certificate_paper,
        certificate_easy_read,
        {
            "typical": a_certificate,
            "arabic": _named(a_certificate, *_ARABIC),
            "long": lambda: a_certificate(
                name=LONG_NAME, skills=("Explaining hard words in plain ones",) * 14,
                made=(a_made(title="What to bring and what to ask at the clinic"),) * 9,
            ),
            "many": lambda: a_certificate(
                skills=("Explaining hard words in plain ones",) * 14,
                made=(a_made(title="What to bring and what to ask at the clinic"),) * 9,
            ),
            "no-hours": lambda: a_certificate(minutes_paid=0, minutes_unpaid=0, skills=(), made=()),
        },
    ),
    "correction": Kind(
        correction_paper,
        correction_easy_read,
        {"typical": a_correction, "bare": lambda: a_correction(because="", changes=())},
    ),
    "check-sheet": Kind(
        check_paper,
        check_easy_read,
        {
            "typical": a_check,
            "forty-lines": many_to_check,
            "welsh-name": _named(a_check, "Llŷr ap Gwilym Ŵyn"),
            "empty-period": lambda: a_check(work=(), expenses=()),
        },
    ),
    "claim-slip": Kind(
        claim_slip_paper,
        claim_slip_easy_read,
        {
            "typical": a_claim_slip,
            "no-payment": lambda: a_claim_slip(name="", offer=SessionOffer()),
            "long-name": lambda: a_claim_slip(name=LONG_NAME, ways=(PaidBy.BANK,)),
        },
    ),
    "remittance": Kind(
        remittance_paper,
        remittance_easy_read,
        {
            "typical": a_remittance,
            "forty-lines": lambda: a_remittance(work=(a_remittance_line(),) * 40),
            "arabic": _named(a_remittance, *_ARABIC),
        },
    ),
}  # fmt: skip


def told_in(language: str, paper: Callable[[Any], Paper], content: Any) -> Paper:
    """Word a paper in "en" or "cy"."""
    with speaking(language):
        return paper(content)


def _clear(kind: Kind, case: str, language: str) -> bytes:
    return clear_print_pdf(told_in(language, kind.paper, kind.cases[case]()))


def _beside(kind: Kind, case: str) -> bytes:
    content = kind.cases[case]()
    welsh, english = (told_in(language, kind.paper, content) for language in ("cy", "en"))
    return side_by_side_pdf(welsh, english)


def _large(kind: Kind, case: str, *languages: str) -> bytes:
    content = kind.cases[case]()
    return large_print_pdf([told_in(language, kind.paper, content) for language in languages])


def _easy(kind: Kind, case: str, *languages: str) -> bytes:
    if kind.easy_read is None:
        raise ValueError("this paper has no Easy Read edition")
    content = kind.cases[case]()
    return easy_read_pdf([told_in(language, kind.easy_read, content) for language in languages])


def _of(name: str, kind: Kind) -> dict[str, Callable[[], bytes]]:
    """Make every case in English, and the typical one in every edition and language."""
    samples: dict[str, Callable[[], bytes]] = {
        f"{name}-{case}-clear-en": partial(_clear, kind, case, "en") for case in kind.cases
    }
    samples[f"{name}-typical-clear-cy"] = partial(_clear, kind, "typical", "cy")
    samples[f"{name}-typical-beside-cy-en"] = partial(_beside, kind, "typical")
    samples[f"{name}-typical-large-cy"] = partial(_large, kind, "typical", "cy")
    for case in kind.cases:
        samples[f"{name}-{case}-large-en"] = partial(_large, kind, case, "en")
    samples[f"{name}-typical-large-cy-en"] = partial(_large, kind, "typical", "cy", "en")
    if kind.easy_read is None:
        return samples
    for case in kind.cases:
        samples[f"{name}-{case}-easy-read-en"] = partial(_easy, kind, case, "en")
    samples[f"{name}-typical-easy-read-cy"] = partial(_easy, kind, "typical", "cy")
    samples[f"{name}-typical-easy-read-cy-en"] = partial(_easy, kind, "typical", "cy", "en")
    return samples


def _attendance(people: int = 0) -> bytes:
    some = tuple(SessionPerson(name=f"Person {number}") for number in range(people))
    return attendance_sheet_pdf(an_attendance(people=some) if people else an_attendance())


def _cash(people: int = 0) -> bytes:
    some = tuple(SessionPerson(name=LONG_NAME, payment_pence=3000) for _ in range(people))
    return session_cash_sheet_pdf(a_session_cash(people=some) if people else a_session_cash())


def _unnumbered() -> bytes:
    bare = a_session(number="", code="", place="", starts_at="", ends_at="")
    return attendance_sheet_pdf(an_attendance(session=bare, offer=SessionOffer(), people=()))


OTHER_SAMPLES: dict[str, Callable[[], bytes]] = {
    **{sample: make for name, kind in KINDS.items() for sample, make in _of(name, kind).items()},
    "attendance-sheet-typical-clear-en": _attendance,
    "attendance-sheet-forty-people-clear-en": partial(_attendance, 40),
    "attendance-sheet-planned-clear-en": _unnumbered,
    "session-cash-sheet-typical-clear-en": _cash,
    "session-cash-sheet-forty-people-clear-en": partial(_cash, 40),
}
"""Every paper beside the statement: its name, and how it is made."""


def samples_of(paper: str) -> list[str]:
    """Name the samples of one kind of paper."""
    return [name for name in OTHER_SAMPLES if name.startswith(f"{paper}-")]
