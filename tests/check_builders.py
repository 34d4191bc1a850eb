"""Records about soft checks for tests, valid as they come."""

import hashlib
from dataclasses import replace
from typing import Any

from coprod_desktop.domain.checks import CheckKind, Dismissal, Finding
from tests.invented import NOW, next_id


def a_dismissal(**override: Any) -> Dismissal:
    return replace(
        Dismissal(
            dismissal_id=next_id(),
            subject="contributions",
            subject_id=next_id(),
            kind=CheckKind.OVERLAP,
            fingerprint=hashlib.sha256(b"finding").hexdigest(),
            note="She left the first session early.",
            operator_id=next_id(),
            dismissed_at=NOW,
        ),
        **override,
    )


def a_finding(**override: Any) -> Finding:
    return replace(
        Finding(
            kind=CheckKind.FUTURE,
            subject="contributions",
            subject_id=next_id(),
            participant_id=next_id(),
            because="The work is entered for 1 December 2026, 12 days ahead.",
            advice="Log work when it is done, or dismiss this with a note if it is a plan.",
            fingerprint=hashlib.sha256(b"finding").hexdigest(),
        ),
        **override,
    )
