"""Make an encrypted file with very many invented contributions, quickly and without history."""

import datetime
import functools
import itertools
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coprod_desktop.domain.contributions import Contribution
from coprod_desktop.storage import engines, schema, search_words
from coprod_desktop.storage.database import Database, create
from tests.builders import a_contribution, a_participant, a_project
from tests.storage.world import save

PASSPHRASE = "a benchmark of long planks"
FIRST = (
    "Aisha Grace Siân Llŷr Tomasz Maria John Fatima Omar Wei Priya Gwen Dafydd Rhys Carys Megan "
    "Ahmed Yusuf Chloe Oliver Amelia Harry Isla Jack Lily Noor Zofia Kasia Piotr Ines"
).split()
LAST = [
    start + end
    for start in "Rah Oka Smi Jon Wil Tay Bro Eva Tho Rob Hug Lew Mor Eld Fin Gar Har Kin".split()
    for end in "man for th es liams lor wn ns mas erts son hes is gan".split()
]
WHAT = [
    f"{one} {other}"
    for one in "Steering Carer Youth Street Garden Market River Library Clinic Housing Bus".split()
    for other in "group forum panel walk survey review day workshop planning visit report".split()
]
KINDS = ("Meeting", "Preparation", "Reading", "Travel time", "Design workshop", "Mentoring")
_ID_STEP = 40 << 22  # some 40 milliseconds apart, as `domain.identity` makes them
_FIRST_ID = 190_000_000_000 << 22
_START_ON = datetime.date(2023, 1, 1)


def make(path: Path, rows: int) -> Database:
    """Make the file: one participant for a hundred contributions, forty projects."""
    database = create(str(path), PASSPHRASE)
    chance = random.Random(20261121)
    people = [
        a_participant(participant_id=n + 1, name=f"{chance.choice(FIRST)} {chance.choice(LAST)}")
        for n in range(max(10, rows // 100))
    ]
    names = itertools.product(("Better", "Warmer", "Safer", "Fairer"), WHAT[::12])
    projects = [
        a_project(project_id=10**8 + n, name=" ".join(words)) for n, words in enumerate(names)
    ]
    save(database, *people, *projects)
    raw = connection_of(database)
    raw.execute("PRAGMA synchronous=OFF")
    raw.execute("BEGIN IMMEDIATE")
    who = {person.participant_id: person.name for person in people}
    where = {project.project_id: project.name for project in projects}
    told = list(tuples(rows, list(who), list(where), chance))
    raw.executemany(insertion(), told)
    raw.executemany(
        "INSERT INTO search_contributions (rowid, words) VALUES (?, ?)",
        ((row[0], words(who[row[1]], row[8], row[6], where[row[2]])) for row in told),
    )
    raw.execute("COMMIT")
    raw.execute("ANALYZE")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    database.engine.dispose()
    return database


def connection_of(database: Database) -> Any:
    """Open one more connection with the driver alone, as ours are set."""
    assert database.path is not None
    return engines.connect(database.path, database.key, mode="rw")


def words(*texts: str) -> str:
    """Return what is indexed of texts."""
    return " ".join({word: 0 for text in texts for word in _split(text)})


@functools.cache
def _split(text: str) -> tuple[str, ...]:
    return tuple(search_words.split(text))


def insertion() -> str:
    """Return the plain statement that inserts a contribution."""
    names = schema.table_of(Contribution).columns.keys()
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO contributions ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - names of ours


def tuples(
    rows: int, people: list[int], projects: list[int], chance: random.Random
) -> Iterator[tuple[Any, ...]]:
    """Give rows of contributions, as the driver takes them, spread over four years."""
    for number in range(rows):
        minutes, is_paid = chance.choice((30, 45, 60, 90, 150)), number % 3 != 0
        pence = minutes * 20
        yield (
            _FIRST_ID + number * _ID_STEP,
            chance.choice(people),
            chance.choice(projects),
            None,
            (_START_ON + datetime.timedelta(days=number * 1400 // rows)).isoformat(),
            minutes,
            chance.choice(KINDS),
            "lived experience",
            chance.choice(WHAT),
            "",
            "paid" if is_paid else "unpaid",
            1200,
            pence if is_paid else 0,
            "£12.00 an hour, as agreed. Policy version 1.",
            "accepted",
            pence if is_paid else 0,
            0 if is_paid else pence,
            is_paid,
            "paid" if number % 10 else "logged",
            "",
            "",
            None,
        )


def fresh_contributions(count: int, people: int, first_id: int) -> list[Contribution]:
    """Build contributions of today for participants 1 to `people`, for saving by our own code."""
    chance = random.Random(first_id)
    return [
        a_contribution(
            contribution_id=first_id + number,
            participant_id=chance.randint(1, people),
            project_id=10**8 + chance.randint(0, 39),
            what=chance.choice(WHAT),
            kind_of_work=chance.choice(KINDS),
            worked_on=datetime.date(2026, 11, 1) + datetime.timedelta(days=number % 28),
        )
        for number in range(count)
    ]


def as_tuple(record: Contribution) -> tuple[object, ...]:
    """Return a contribution as the driver takes it."""
    row = (getattr(record, name) for name in schema.table_of(Contribution).columns.keys())
    return tuple(
        value.isoformat() if isinstance(value, datetime.date) else _plain(value) for value in row
    )


def _plain(value: object) -> object:
    return str(value) if isinstance(value, str) else value
