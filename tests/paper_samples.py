"""Make one of every paper in every edition and language, to be read, checked and looked at.

Each sample has the name of its golden file and of its picture. Everybody on them is invented.
"""

import datetime
from collections.abc import Callable
from dataclasses import replace

from coprod_desktop.documents.editions.clear_print import clear_print_pdf
from coprod_desktop.documents.editions.easy_read import easy_read_pdf
from coprod_desktop.documents.editions.large_print import large_print_pdf
from coprod_desktop.documents.editions.side_by_side import side_by_side_pdf
from coprod_desktop.documents.paper import Paper
from coprod_desktop.documents.papers.statement import statement_paper
from coprod_desktop.documents.papers.statement_easy_read import statement_easy_read
from coprod_desktop.domain.contributions import Choice
from coprod_desktop.domain.statement_differences import Difference, Differs
from coprod_desktop.domain.statements import StatementContent, StatementMade
from coprod_desktop.i18n import speaking
from tests.builders import (
    a_statement_content,
    a_statement_expense,
    a_statement_work,
    unpaid_statement_work,
)
from tests.edition_papers import LONG_NAME

_WORK = (
    "Planning meeting for the leaflet about leaving hospital",
    "Phoned three women in the Arabic-speaking group",
    "Read the first draft and wrote comments",
    "Design workshop: what the leaflet should say",
    "Helped choose the new ward coordinator",
)


def salma(number: int = 147) -> StatementContent:
    """Tell a quarter of Salma's: paid, unpaid, declined and to come, with everything there is."""
    day = datetime.date(2026, 7, 2)
    paid = a_statement_work(
        worked_on=day,
        what=_WORK[0],
        minutes=120,
        rate_pence=1500,
        paid_on=datetime.date(2026, 7, 17),
    )
    unpaid = unpaid_statement_work(
        worked_on=day + datetime.timedelta(days=5),
        what=_WORK[1],
        minutes=90,
        rate_pence=1500,
        value_pence=2250,
    )
    declined = unpaid_statement_work(
        worked_on=datetime.date(2026, 8, 20),
        what="Mentored Amina, a new member of the group",
        minutes=120,
        offered_pence=3000,
        rate_pence=1500,
        value_pence=3000,
        choice=Choice.DECLINE,
    )
    to_come = a_statement_work(
        worked_on=datetime.date(2026, 9, 17),
        what="Spoke to 40 student nurses about leaving hospital",
        minutes=60,
        offered_pence=1500,
        agreed_pence=1500,
        rate_pence=1500,
        paid_on=None,
        paid_how=None,
        pay_by_on=datetime.date(2026, 10, 16),
    )
    bus = a_statement_expense(
        spent_on=day,
        what="Bus day ticket",
        claimed_pence=450,
        agreed_pence=450,
        paid_on=datetime.date(2026, 7, 17),
    )
    made = StatementMade(
        title="Leaving hospital: what happens next",
        kind="leaflet",
        made_on=datetime.date(2026, 8, 5),
        credit="co-author and translator",
    )
    return a_statement_content(
        number=f"S-2026-{number:04}",
        organisation="Common Table Cardiff",
        contact_name="Bethan Rees",
        contact_phone="029 2018 0142",
        contact_email="hello@commontable.example",
        name="Salma Al-Haddad",
        name_in_script="سلمى الحداد",
        from_on=datetime.date(2026, 7, 1),
        to_on=datetime.date(2026, 9, 30),
        issued_on=datetime.date(2026, 10, 5),
        correct_by_on=datetime.date(2026, 11, 4),
        work=(paid, unpaid, declined, to_come),
        expenses=(bus, replace(bus, what="Childcare", claimed_pence=2600, agreed_pence=2400)),
        skills=("I can say what a doctor said so that a worried person understands it.", "Arabic"),
        what_changed=("The ward now gives the leaflet to everyone, in three languages.",),
        what_next=("We test the leaflet on two more wards in November.",),
        what_changed_cy=("Mae’r ward yn rhoi’r daflen i bawb, mewn tair iaith.",),
        what_next_cy=("Byddwn yn profi’r daflen ar ddwy ward arall ym mis Tachwedd.",),
        made=(made,),
        rate_source="our payment policy, April 2026",
        has_chart=True,
        has_code=True,
        signed_by="Bethan Rees",
        signed_as="Coordinator",
    )


def forty_lines() -> StatementContent:
    """Tell a statement of forty lines in two projects."""
    work = []
    for number in range(40):
        is_unpaid = number % 3 == 1
        build = unpaid_statement_work if is_unpaid else a_statement_work
        minutes = 15 * (number % 20 + 1)
        work.append(
            build(
                worked_on=datetime.date(2026, 10, 1) + datetime.timedelta(days=2 * number),
                what=_WORK[number % len(_WORK)],
                project="Better Waiting Rooms" if number % 2 else "First appointment",
                minutes=minutes,
                **({"value_pence": minutes * 20} if is_unpaid else {}),
            )
        )
    return a_statement_content(work=tuple(work))


def replacing() -> StatementContent:
    """Tell a statement that replaces another, and what changed."""
    changes = (
        Difference(
            kind=Differs.HOURS,
            what=_WORK[0],
            on=datetime.date(2026, 7, 2),
            before_minutes=60,
            after_minutes=120,
        ),
        Difference(kind=Differs.NAME),
    )
    return replace(
        salma(201),
        replaces_number="S-2026-0147",
        replaces_because="An hour was missing.",
        changes=changes,
    )


CONTENTS: dict[str, Callable[[], StatementContent]] = {
    "typical": salma,
    "forty-lines": forty_lines,
    "empty-period": lambda: a_statement_content(work=(), expenses=(), skills=()),
    "long-name": lambda: replace(salma(), name=LONG_NAME, name_in_script=""),
    "no-money": lambda: a_statement_content(work=(unpaid_statement_work(value_pence=0),)),
    "welsh-name": lambda: replace(salma(), name="Llŷr ap Gwilym Ŵyn", name_in_script=""),
    "replacing": replacing,
    "little": lambda: replace(
        salma(),
        left_out=frozenset({"value", "expenses", "chart", "code", "skills"}),
        shows_declined=False,
    ),
}
"""Statements that are hard to set, or that people often have."""


def told_in(language: str, content: StatementContent) -> Paper:
    """Word a statement in "en" or "cy"."""
    with speaking(language):
        return statement_paper(content)


def _clear(case: str, language: str) -> Callable[[], bytes]:
    return lambda: clear_print_pdf(told_in(language, CONTENTS[case]()))


def _beside(case: str) -> Callable[[], bytes]:
    return lambda: side_by_side_pdf(
        told_in("cy", CONTENTS[case]()), told_in("en", CONTENTS[case]())
    )


def _large(case: str, *languages: str) -> Callable[[], bytes]:
    return lambda: large_print_pdf([told_in(each, CONTENTS[case]()) for each in languages])


def _easy(case: str, *languages: str) -> Callable[[], bytes]:
    def make() -> bytes:
        papers = []
        for language in languages:
            with speaking(language):
                papers.append(statement_easy_read(CONTENTS[case]()))
        return easy_read_pdf(papers)

    return make


SAMPLES: dict[str, Callable[[], bytes]] = {
    **{f"statement-{case}-clear-en": _clear(case, "en") for case in CONTENTS},
    "statement-typical-clear-cy": _clear("typical", "cy"),
    "statement-typical-beside-cy-en": _beside("typical"),
    "statement-forty-lines-beside-cy-en": _beside("forty-lines"),
    "statement-empty-period-beside-cy-en": _beside("empty-period"),
    **{f"statement-{case}-large-en": _large(case, "en") for case in CONTENTS},
    "statement-typical-large-cy": _large("typical", "cy"),
    "statement-typical-large-cy-en": _large("typical", "cy", "en"),
    **{f"statement-{case}-easy-read-en": _easy(case, "en") for case in CONTENTS},
    "statement-typical-easy-read-cy": _easy("typical", "cy"),
    "statement-typical-easy-read-cy-en": _easy("typical", "cy", "en"),
}
"""Every paper that is read, checked and looked at: its name, and how it is made."""
