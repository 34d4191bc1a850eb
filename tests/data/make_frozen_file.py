"""Make the small file that later versions must be able to open: `python -m … FILE`."""

import dataclasses
import sys
from pathlib import Path

from coprod_desktop.domain.contributions import Contribution, Pay
from coprod_desktop.domain.participants import Participant
from coprod_desktop.storage.database import create
from tests.builders import NOW, a_contribution, a_participant
from tests.storage.world import GRACE, of_kind, one_of_each

PASSPHRASE = "a frozen river in winter"


def main(path: str) -> None:
    """Save one of everything, a second person with work, and a change that was made since.

    A file that is there already is replaced.
    """
    Path(path).unlink(missing_ok=True)
    records = one_of_each()
    work, first = of_kind(records, Contribution), of_kind(records, Participant)
    grace = dataclasses.replace(first, name="Grace O'Brien")
    sian = a_participant(name="Siân Llŷr", name_in_script="شان")
    database = create(path, PASSPHRASE, clock=lambda: NOW)
    with database.transaction("log session", GRACE) as office:
        office.add(*_with_ninety_minutes(records, work), sian)
    links = {"project_id": work.project_id, "activity_id": work.activity_id}
    with database.transaction("log session", GRACE) as office:
        office.add(
            a_contribution(
                **links, participant_id=first.participant_id, minutes=45, pay=Pay.UNPAID
            ),
            a_contribution(**links, participant_id=sian.participant_id, minutes=150),
        )
        office.update(grace)
    database.close()


def _with_ninety_minutes(records: tuple[object, ...], work: Contribution) -> list[object]:
    shorter = dataclasses.replace(work, minutes=90, offered_pence=1800, agreed_pence=1800)
    from coprod_desktop.domain.pay_runs import Payment, PaymentLine

    changed: list[object] = []
    for record in records:
        if record is work:
            changed.append(shorter)
        elif isinstance(record, Payment):
            changed.append(dataclasses.replace(record, payment_pence=1800))
        elif isinstance(record, PaymentLine):
            changed.append(dataclasses.replace(record, pence=1800))
        else:
            changed.append(record)
    return changed


if __name__ == "__main__":
    main(sys.argv[1])
