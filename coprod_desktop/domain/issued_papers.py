"""Papers other than statements as they were handed out, and what came back."""

import dataclasses
import datetime
import enum

from coprod_desktop.domain.participants import Edition
from coprod_desktop.domain.text import clean_note


class PaperKind(enum.StrEnum):
    """Which paper was issued."""

    LETTER = "letter"
    WHAT_I_DID = "what i did"
    CERTIFICATE = "certificate"
    CORRECTION = "correction notice"
    CHECK = "check sheet"
    CLAIM_SLIPS = "claim slips"
    ATTENDANCE = "attendance sheet"
    SESSION_CASH = "session cash sheet"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class IssuedPaper:
    """A numbered paper with its bytes; `told` is what stands on it.

    `told` is JSON in UTF-8, compressed by zlib, as with statements. The paper is about a person, a
    session, or a period from `from_on` to `to_on`.
    """

    issued_paper_id: int
    kind: PaperKind
    number: str
    participant_id: int | None = None
    activity_id: int | None = None
    from_on: datetime.date | None = None
    to_on: datetime.date | None = None
    issued_on: datetime.date
    edition: Edition = Edition.STANDARD
    language: str = "en"
    media_type: str
    sha256: str
    content: bytes
    told: bytes = b""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CheckAnswer:
    """What a person answered to a check sheet, and who wrote it down."""

    check_answer_id: int
    issued_paper_id: int
    answered_on: datetime.date
    is_right: bool
    note: str = ""
    recorded_by_id: int


def clean_answer(answer: CheckAnswer) -> CheckAnswer:
    """Return the answer with its note tidied; raises TextTooLongError, TextUnprintableError."""
    return dataclasses.replace(answer, note=clean_note(answer.note))
