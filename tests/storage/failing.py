"""Save a few times while the disk fails now and then: run by `tests.storage.processes`.

The calls that force data to the disk fail by `strace`, as SQLite meets them on a dying disk.
"""

import sys

from coprod_desktop.domain.errors import DomainError
from coprod_desktop.domain.participants import Participant
from coprod_desktop.storage.database import Database, open_database
from tests.builders import a_participant
from tests.storage.world import PASSPHRASE, all_of


def main(path: str) -> None:
    """Say for each saving whether it was said to be saved, and whether it is there."""
    database = open_database(path, PASSPHRASE)
    before = max((one.participant_id for one in all_of(database, Participant)), default=0)
    for number in range(before + 1, before + 5):
        said = save_one(database, number)
        ids = {one.participant_id for one in all_of(database, Participant)}
        sys.stdout.write(f"{number} {number in ids} {said}\n")
    database.close()


def save_one(database: Database, number: int) -> str:
    """Save one person; return "saved", or the name of what was raised."""
    try:
        with database.transaction("log", "Grace Okafor") as work:
            work.add(a_participant(participant_id=number, name=f"Person {number}"))
    except DomainError as error:
        return type(error).__name__
    return "saved"


if __name__ == "__main__":
    main(*sys.argv[1:])
