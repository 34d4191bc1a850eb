"""Hold a file open, or write to it without end, in a process of its own: what tests then kill."""

import sys
import time

from coprod_desktop.domain.participants import Participant
from coprod_desktop.storage.database import open_database
from tests.builders import a_participant
from tests.storage.world import PASSPHRASE


def main(what: str, path: str) -> None:
    """Say "ready", then hold the file; or add two people at a time and say each number saved."""
    database = open_database(path, PASSPHRASE)
    say("ready")
    if what == "hold":
        time.sleep(600)
    with database.reading() as reading:
        number = len(reading.find(Participant))
    while True:
        with database.transaction("log", "Grace Okafor") as work:
            for _each in range(2):
                number += 1
                work.add(a_participant(participant_id=number, name=f"Person {number}"))
        say(str(number))


def say(word: str) -> None:
    """Tell the test, at once."""
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
