"""A run reads the same for a script and for a person."""

import dataclasses
import datetime

from coprod_desktop.cli.told_runs import told_held, words_of_held
from coprod_desktop.domain.pay_runs import Held

HELD = Held(participant_id=1, name="Aisha Rahman", because="Asked us to wait.", pence=3460)


def test_whoever_waits_is_told_with_the_reason_and_the_day() -> None:
    until = dataclasses.replace(HELD, until_on=datetime.date(2026, 12, 1))
    assert told_held([HELD, until]) == [
        {"participant": "Aisha Rahman", "because": "Asked us to wait.", "pence": 3460, "until": day}
        for day in (None, "2026-12-01")
    ]
    assert words_of_held([HELD, until]) == [
        "Held: Aisha Rahman, £34.60. Asked us to wait.",
        "Held until 1\u00a0December\u00a02026: Aisha Rahman, £34.60. Asked us to wait.",
    ]
