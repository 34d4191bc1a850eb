"""What people made, their papers and the charity's own words, for tests: valid as it comes."""

import datetime
import hashlib
import zlib
from dataclasses import replace
from typing import Any

from coprod_desktop.domain.issued_papers import CheckAnswer, IssuedPaper, PaperKind
from coprod_desktop.domain.outputs import Credit, Output
from coprod_desktop.domain.paper_style import PaperStyle
from coprod_desktop.domain.statements import StatementTold
from coprod_desktop.domain.wordings import Wording
from tests.invented import TODAY, next_id


def an_output(**override: Any) -> Output:
    return replace(
        Output(
            output_id=next_id(),
            project_id=next_id(),
            title="Leaving hospital: what happens next",
            kind="Leaflet",
            made_on=datetime.date(2026, 8, 20),
            where="On every ward of Rivermead Hospital",
        ),
        **override,
    )


def a_credit(**override: Any) -> Credit:
    return replace(
        Credit(
            credit_id=next_id(),
            output_id=next_id(),
            participant_id=next_id(),
            credit="co-author and translator",
        ),
        **override,
    )


def a_statement_told(**override: Any) -> StatementTold:
    return replace(
        StatementTold(
            statement_told_id=next_id(),
            statement_id=next_id(),
            told=zlib.compress(b'{"name": "Aisha Rahman"}'),
        ),
        **override,
    )


def an_issued_paper(**override: Any) -> IssuedPaper:
    content = override.get("content", b"%PDF-1.7\n% an invented letter\n%%EOF\n")
    return replace(
        IssuedPaper(
            issued_paper_id=next_id(),
            kind=PaperKind.LETTER,
            number="L-2026-0001",
            participant_id=next_id(),
            from_on=datetime.date(2026, 10, 1),
            to_on=datetime.date(2026, 12, 31),
            issued_on=TODAY,
            media_type="application/pdf",
            sha256=hashlib.sha256(content).hexdigest(),
            content=content,
            told=zlib.compress(b'{"name": "Aisha Rahman"}'),
        ),
        **override,
    )


def a_check_answer(**override: Any) -> CheckAnswer:
    return replace(
        CheckAnswer(
            check_answer_id=next_id(),
            issued_paper_id=next_id(),
            answered_on=TODAY,
            is_right=False,
            note="It was two hours, not one.",
            recorded_by_id=next_id(),
        ),
        **override,
    )


def a_paper_style(**override: Any) -> PaperStyle:
    return replace(
        PaperStyle(
            paper_style_id=next_id(),
            organisation_id=next_id(),
            signed_by="Grace Okafor",
            signed_as="Involvement lead",
        ),
        **override,
    )


def a_wording(**override: Any) -> Wording:
    return replace(
        Wording(
            wording_id=next_id(),
            language="en",
            sentence="Your unpaid work",
            own="Work without payment",
        ),
        **override,
    )
