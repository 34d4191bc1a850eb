"""Who agreed to what, and when."""

import dataclasses
import datetime
import enum


class Decision(enum.StrEnum):
    """What somebody decided; whoever prepared or changed a pay run stands beside it too.

    Of a run whose money may have left, somebody asks to take it back, and somebody else takes it
    back or lets it stand.
    """

    PREPARED = "prepared"
    APPROVED = "approved"
    SENT_BACK = "sent back"
    REVERSAL_ASKED = "asked to take back"
    REVERSED = "taken back"
    LEFT_STANDING = "left standing"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Approval:
    """One decision about one record; `subject` names its table, `subject_id` its row."""

    approval_id: int
    subject: str
    subject_id: int
    operator_id: int
    decision: Decision
    reason: str = ""
    decided_at: datetime.datetime
