"""Send random records out and back in: `python -m tests.campaigns.round_trip`.

    python -m tests.campaigns.round_trip [--records 10500] [--seed 1] [--rounds 1]

Random records of every table, with texts that spreadsheets like to change, are put into a real
file, written to an open workbook, and brought into a new file; then every record is compared with
the one that went out. The suite does a short version (`tests/services/test_round_trip.py`).
"""

import argparse
import dataclasses
import datetime
import enum
import random
import sys
import tempfile
import time
import typing
from pathlib import Path

import sqlalchemy as sa

from coprod_desktop.domain.organisation import Organisation
from coprod_desktop.services.office import new_office
from coprod_desktop.storage import inserting, schema
from coprod_desktop.storage.work import Work
from tests.builders import an_organisation
from tests.services.world import PASSPHRASE, World

FIRST_ID = 10**15  # ids are as long as real ones
_PIECES = (
    *("=1+1", "+44 1632 960011", "-", "@SUM(A1)", "\t", "\n", "\r\n", "'", '"', "\\", "\\text:1"),
    *("0012", "1e5", "2026-11-17", "2026-11-17T09:30:00+00:00", "9007199254740993", "TRUE", "1.5"),
    *("_x000D_", "_x005F_", "\x0b", "\x1f", "\x7f", "\u2028", "\ufeff", "\U0001f41d", "Llŷr"),
    *("ब्रॉनवेन", "محمد", "£19.99", "<b>&amp;</b>", "]]>", " ", "", "None", "\N{NO-BREAK SPACE}"),
)
_LONG = 40_000  # characters; a cell holds fewer
_MOST_TRIES = 30


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Trip:
    """How many records of how many tables went out and came back, and how many seconds it took."""

    records: int
    tables: int
    seconds: float


def travel(world: World, folder: Path, count: int, chance: random.Random) -> Trip:
    """Fill a file, send it out, bring it back and compare; raises AssertionError."""
    fill(world, count, chance)
    begun = time.monotonic()
    path = folder / "All.xlsx"
    world.office.exports.open_workbook(path)
    again = new_office(
        str(folder / "Again.coprod"), PASSPHRASE, an_organisation(name="Not yet named")
    )
    try:
        result = again.imports.open_workbook(path)
        assert result.problems == (), result.problems[:3]
        sent, kinds = 0, _kinds()
        with world.office.desk.reading() as there, again.desk.reading() as here:
            for kind in kinds:
                before: tuple[object, ...] = there.find(kind)
                after: tuple[object, ...] = here.find(kind)
                assert after == before, kind.__name__
                sent += len(before)
        assert result.added == sent
    finally:
        again.close()
    return Trip(records=sent, tables=len(kinds), seconds=time.monotonic() - begun)


def fill(world: World, count: int, chance: random.Random) -> None:
    """Put random records of every table into a file, as many of each as its rules allow."""
    kinds = [kind for kind in _kinds() if kind is not Organisation]
    each = -(-count // len(kinds))
    with world.office.desk.transaction("make ready") as work:
        next_id = FIRST_ID
        for kind in kinds:
            known = _known_ids(work)
            for _number in range(each):
                for _try in range(_MOST_TRIES):
                    next_id += chance.randint(1, 10**6)
                    if _put(work, kind, next_id, known, chance):
                        break


def _kinds() -> list[type]:
    hidden = schema.PRIVATE | schema.NOT_OURS
    return [kind for kind in schema.records() if schema.table_of(kind).name not in hidden]


def _known_ids(work: Work) -> dict[str, list[int]]:
    found = {}
    for kind in schema.records():
        table = schema.table_of(kind)
        found[table.name] = list(work.connection.scalars(sa.select(schema.key_of(table))))
    return found


def _put(
    work: Work, kind: type, row_id: int, known: dict[str, list[int]], chance: random.Random
) -> bool:
    """Add a random record; False where it breaks a rule of its table."""
    table = schema.table_of(kind)
    hints = typing.get_type_hints(kind)
    values: list[typing.Any] = []
    for column in table.columns:
        if column.primary_key:
            values.append(row_id)
            continue
        keys = list(column.foreign_keys)
        if keys:
            ids = known[keys[0].column.table.name]
            if not ids or (column.nullable and chance.random() < 0.3):
                values.append(None)
            else:
                values.append(chance.choice(ids))
            continue
        values.append(_value(column.name, hints[column.name], chance))
    try:
        with work.connection.begin_nested():
            inserting.insert(work.connection, table, [(value,) for value in values])
    except sa.exc.IntegrityError:
        return False
    known[table.name].append(row_id)
    return True


def _value(name: str, hint: object, chance: random.Random) -> typing.Any:
    kinds = typing.get_args(hint) or (hint,)
    if type(None) in kinds and chance.random() < 0.3:
        return None
    kind = next(one for one in kinds if one is not type(None))
    assert isinstance(kind, type)
    if issubclass(kind, enum.Enum):
        return chance.choice(list(kind))
    if kind is str:
        return _text(chance)
    if kind is bool:
        return chance.random() < 0.5
    if kind is int:
        return _whole(name, chance)
    if kind is bytes:
        return chance.randbytes(chance.choice((0, 1, 200, 30_000)))
    if kind is datetime.datetime:
        seconds = chance.randint(0, 4 * 10**9)
        moment = datetime.datetime.fromtimestamp(seconds, datetime.UTC)
        return moment.replace(microsecond=chance.choice((0, 1, 999_999)))
    assert kind is datetime.date, kind
    return datetime.date.fromordinal(chance.randint(1, datetime.date(2999, 12, 31).toordinal()))


def _whole(name: str, chance: random.Random) -> int:
    if name == "minutes":
        return chance.randint(1, 1440)
    if name.endswith("_id"):
        return chance.randint(FIRST_ID, 2**62)
    return chance.choice((0, 1, 7, 999, 100_000, 10**8, 10**12))


def _text(chance: random.Random) -> str:
    if chance.random() < 0.002:
        return "x" * _LONG
    return "".join(chance.choice(_PIECES) for _piece in range(chance.randint(0, 4)))


def main() -> None:
    """Travel as often as asked, and say how it went."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--records", type=int, default=10_500)
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument("--rounds", type=int, default=1)
    asked = reader.parse_args()
    for number in range(asked.rounds):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            world = World.make(str(folder / "Rivermead.coprod"))
            trip = travel(world, folder, asked.records, random.Random(asked.seed + number))
            world.office.close()
        sys.stdout.write(
            f"seed {asked.seed + number}: {trip.records:,} records of {trip.tables} tables went "
            f"out and came back the same in {trip.seconds:.1f} s\n"
        )


if __name__ == "__main__":
    main()
